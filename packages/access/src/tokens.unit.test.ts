import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, jest, test } from '@jest/globals';
import { importJWK, SignJWT } from 'jose';
import type { Actor } from './actor.ts';
import type { JWK } from './tokens.ts';
import {
  InvalidToken,
  mintGatewayToken,
  signAccessToken,
  verifyAccessToken,
  verifyGatewayToken,
} from './tokens.ts';

function pair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateJwk: privateKey.export({ format: 'jwk' }) as JWK,
    publicJwk: publicKey.export({ format: 'jwk' }) as JWK,
  };
}
const { privateJwk, publicJwk } = pair();
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const actor: Actor = {
  accountId: id(1),
  memberId: id(2),
  sessionId: id(3),
  name: 'Nguyễn Văn An',
  accountStatus: 'ACTIVE',
  signedInAt: new Date('2026-07-06T02:00:00Z'),
  capacity: { positionId: id(4), role: 'BRANCH_SECRETARY', title: 'Bí thư chi bộ', unitId: id(5) },
};
const applicant: Actor = { ...actor, memberId: null, accountStatus: 'DRAFT', capacity: null };

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const payloadOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
const withHeader = (token: string, header: object) => [part(header), token.split('.')[1]].join('.');

describe('the access token', () => {
  test('brings the actor back as signed, with or without a capacity', async () => {
    for (const who of [actor, applicant]) {
      const { actor: read, expiresAt } = await verifyAccessToken(
        publicJwk,
        await signAccessToken(privateJwk, who),
      );
      expect(read).toEqual(who);
      expect(Math.round((expiresAt.getTime() - Date.now()) / 10_000)).toBe(60);
    }
  });
  test('that is over is refused, and says that a refresh helps', async () => {
    const token = await signAccessToken(privateJwk, actor, { ttl: -1 });
    await expect(verifyAccessToken(publicJwk, token)).rejects.toMatchObject({
      name: 'InvalidToken',
      expired: true,
    });
  });

  const forgeries: [string, () => Promise<string>][] = [
    [
      'alg none',
      async () => `${withHeader(await signAccessToken(privateJwk, actor), { alg: 'none', typ: 'at+jwt' })}.`,
    ],
    [
      'HS256 with the bytes of the public key',
      async () => {
        const body = withHeader(await signAccessToken(privateJwk, actor), { alg: 'HS256', typ: 'at+jwt' });
        const key = Buffer.from(publicJwk.x ?? '', 'base64url');
        return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`;
      },
    ],
    [
      'HS256 with the JWK as text',
      async () => {
        const body = withHeader(await signAccessToken(privateJwk, actor), { alg: 'HS256', typ: 'at+jwt' });
        return `${body}.${createHmac('sha256', JSON.stringify(publicJwk)).update(body).digest('base64url')}`;
      },
    ],
    ['another key', () => signAccessToken(pair().privateJwk, actor)],
    [
      'a key that it brings along',
      async () => {
        const other = pair();
        return new SignJWT(payloadOf(await signAccessToken(privateJwk, actor)))
          .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', jwk: other.publicJwk })
          .sign(await importJWK(other.privateJwk, 'EdDSA'));
      },
    ],
    [
      'a token of the gateway',
      () => mintGatewayToken(privateJwk, { actor, subgraph: 'fees', language: 'vi' }),
    ],
    [
      'a changed payload',
      async () => {
        const [header, , signature] = (await signAccessToken(privateJwk, applicant)).split('.');
        return `${header}.${part(payloadOf(await signAccessToken(privateJwk, actor)))}.${signature}`;
      },
    ],
    ['no token at all', async () => 'nonsense'],
    ['an empty text', async () => ''],
  ];
  test.each(forgeries)('is refused: %s', async (_, forge) => {
    await expect(verifyAccessToken(publicJwk, await forge())).rejects.toBeInstanceOf(InvalidToken);
  });

  test('of the right key with foreign audience, issuer, type, role or without an end is refused', async () => {
    const good = payloadOf(await signAccessToken(privateJwk, actor));
    const { exp: _, ...endless } = good;
    const bent: [object, string][] = [
      [{ ...good, aud: 'dang-subgraph-fees' }, 'at+jwt'],
      [{ ...good, iss: 'somebody' }, 'at+jwt'],
      [good, 'JWT'],
      [{ ...good, cap: { ...good.cap, r: 'EMPEROR' } }, 'at+jwt'],
      [{ ...good, cap: { ...good.cap, r: 'constructor' } }, 'at+jwt'],
      [{ ...good, ast: 'GOD' }, 'at+jwt'],
      [{ ...good, sub: 'not an id' }, 'at+jwt'],
      [endless, 'at+jwt'],
    ];
    const key = await importJWK(privateJwk, 'EdDSA');
    for (const [payload, typ] of bent) {
      const token = await new SignJWT({ ...payload }).setProtectedHeader({ alg: 'EdDSA', typ }).sign(key);
      await expect(verifyAccessToken(publicJwk, token)).rejects.toBeInstanceOf(InvalidToken);
    }
  });
});

describe('the gateway’s token', () => {
  test('tells its subgraph who asks, in which language, from where', async () => {
    const verify = verifyGatewayToken(publicJwk, 'fees');
    const client = { ip: '203.0.113.7', device: 'a telephone' };
    const asked = { actor, language: 'en' as const, requestId: 'r-12345678', client };
    expect(await verify(await mintGatewayToken(privateJwk, { ...asked, subgraph: 'fees' }))).toEqual(asked);
    const nobody = await mintGatewayToken(privateJwk, { actor: null, subgraph: 'fees', language: 'vi' });
    expect(await verify(nobody)).toMatchObject({ actor: null, language: 'vi' });
  });
  test('for one subgraph opens no other, and an access token opens none', async () => {
    const verify = verifyGatewayToken(publicJwk, 'fees');
    const other = await mintGatewayToken(privateJwk, { actor, subgraph: 'transfers', language: 'vi' });
    await expect(verify(other)).rejects.toBeInstanceOf(InvalidToken);
    await expect(verify(await signAccessToken(privateJwk, actor))).rejects.toBeInstanceOf(InvalidToken);
  });
  test('is verified once while it holds, and refused when it is over even though it is remembered', async () => {
    const verify = verifyGatewayToken(publicJwk, 'fees', { remembered: 2 });
    const token = await mintGatewayToken(privateJwk, { actor, subgraph: 'fees', language: 'vi' }, 30);
    const first = await verify(token);
    expect(await verify(token)).toBe(first);
    jest.useFakeTimers({ now: Date.now() + 31_000, doNotFake: ['nextTick', 'setImmediate'] });
    try {
      await expect(verify(token)).rejects.toMatchObject({ expired: true });
    } finally {
      jest.useRealTimers();
    }
  });
  test('memory is bounded: the oldest is forgotten and verified again', async () => {
    const verify = verifyGatewayToken(publicJwk, 'fees', { remembered: 1 });
    const mint = () =>
      mintGatewayToken(privateJwk, {
        actor,
        subgraph: 'fees',
        language: 'vi',
        requestId: `r${Math.random()}`,
      });
    const [one, two] = [await mint(), await mint()];
    const first = await verify(one);
    await verify(two);
    const again = await verify(one);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});

test('keys that are not Ed25519 are a fault of the set-up', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await expect(async () =>
    signAccessToken(privateKey.export({ format: 'jwk' }) as JWK, actor),
  ).rejects.toThrow('Ed25519');
});
