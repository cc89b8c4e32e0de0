import { createHmac, createPublicKey } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { mintGatewayToken, signAccessToken, verifyGatewayToken } from '@dang/access/tokens';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { importJWK, SignJWT } from 'jose';
import { ask, keyPair, openToyHouse, somebody, type ToyHouse } from './testing/toy.ts';

const home = '{ members(first: 1) { id name } }';

let house: ToyHouse;
beforeAll(async () => {
  house = await openToyHouse();
});
afterAll(() => house.stop());
beforeEach(() => {
  house.orgtree.requests.length = 0;
  house.transfers.requests.length = 0;
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const tokenOf = (actor: Actor, ttl?: number) =>
  signAccessToken(house.accessKeys.privateJwk, actor, ttl === undefined ? {} : { ttl });

/** What `orgtree` was told about the request it got. */
async function toldOrgtree(index = 0) {
  const authorization = house.orgtree.requests[index]?.headers.authorization ?? '';
  const read = verifyGatewayToken(house.gatewayKeys.publicJwk, 'orgtree');
  return read(authorization.replace('Bearer ', ''));
}

/** A token signed by identity's own key, with one thing wrong. */
async function bent(header: Record<string, unknown>, claims: Record<string, unknown>): Promise<string> {
  const actor = somebody();
  return new SignJWT({
    sub: actor.accountId,
    mid: actor.memberId,
    sid: actor.sessionId,
    nam: actor.name,
    ast: 'ACTIVE',
    aut: Math.floor(Date.now() / 1000),
    cap: null,
    iss: 'dang-identity',
    aud: 'dang-gateway',
    iat: Math.floor(Date.now() / 1000),
    exp: Math.floor(Date.now() / 1000) + 600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...header })
    .sign(await importJWK(house.accessKeys.privateJwk, 'EdDSA'));
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('who asks', () => {
  test('the actor of a good access token reaches the subgraph in a token for that subgraph only', async () => {
    const actor = somebody({ signedInAt: new Date('2026-07-06T01:00:00Z') });
    const { status, errors } = await ask(house, home, {
      headers: { ...bearer(await tokenOf(actor)), 'accept-language': 'en' },
    });
    expect([status, errors]).toEqual([200, []]);
    const client = { ip: '127.0.0.1', device: 'lightMyRequest' };
    expect(await toldOrgtree()).toEqual({ actor, language: 'en', requestId: undefined, client });
    const token = house.orgtree.requests[0]?.headers.authorization?.replace('Bearer ', '') ?? '';
    await expect(verifyGatewayToken(house.gatewayKeys.publicJwk, 'transfers')(token)).rejects.toThrow();
  });

  test('without a token nobody is signed in, and the subgraph is told so', async () => {
    const { status } = await ask(house, home);
    expect(status).toBe(200);
    expect(await toldOrgtree()).toMatchObject({ actor: null, language: 'vi' });
  });

  test('the token for a subgraph is used again for the same session, and never for another', async () => {
    const first = bearer(await tokenOf(somebody()));
    const second = bearer(await tokenOf(somebody()));
    for (const headers of [first, first, second]) await ask(house, home, { headers });
    const [one, two, three] = house.orgtree.requests.map(({ headers }) => headers.authorization);
    expect(two).toBe(one);
    expect(three).not.toBe(one);
  });

  test('a token says from where it was asked, and is not used again from elsewhere', async () => {
    const session = bearer(await tokenOf(somebody()));
    const devices = ['Điện thoại của An', 'a desk', 'a desk'];
    for (const device of devices) await ask(house, home, { headers: { ...session, 'user-agent': device } });
    expect((await toldOrgtree()).client?.device).toBe('in thoi ca An');
    expect((await toldOrgtree(1)).client).toEqual({ ip: '127.0.0.1', device: 'a desk' });
    const [one, two, three] = house.orgtree.requests.map(({ headers }) => headers.authorization);
    expect(two).not.toBe(one);
    expect(three).toBe(two);
  });

  test('headers that claim an identity stay outside', async () => {
    const forged = await mintGatewayToken(keyPair().privateJwk, {
      actor: somebody(),
      subgraph: 'orgtree',
      language: 'vi',
    });
    await ask(house, home, {
      headers: {
        'x-actor': 'admin',
        'x-user-id': '1',
        'x-forwarded-user': 'admin',
        'x-member-id': '1',
        'x-forwarded-for': '10.0.0.1',
        'proxy-authorization': `Bearer ${forged}`,
        'x-authorization': `Bearer ${forged}`,
        'x-gateway-token': forged,
        cookie: 'session=admin',
      },
    });
    expect(await toldOrgtree()).toMatchObject({ actor: null });
    expect(Object.keys(house.orgtree.requests[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-language',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
      'traceparent',
      'x-request-id',
    ]);
  });

  test.each<[string, () => string | Promise<string>]>([
    ['expired', () => tokenOf(somebody(), -30)],
    ['signed by somebody else', () => signAccessToken(keyPair().privateJwk, somebody())],
    ['for another audience', () => bent({}, { aud: 'another-app' })],
    ['for a subgraph', () => bent({}, { aud: 'dang-subgraph-orgtree', iss: 'dang-gateway' })],
    ['of another issuer', () => bent({}, { iss: 'https://evil.example' })],
    ['of another type', () => bent({ typ: 'JWT' }, {})],
    ['without an expiry', () => bent({}, { exp: undefined })],
    ['not valid yet', () => bent({}, { nbf: Math.floor(Date.now() / 1000) + 3600 })],
    ['without a session', () => bent({}, { sid: undefined })],
    ['with a role that does not exist', () => bent({}, { cap: { p: '1', r: 'EMPEROR', t: '', u: '1' } })],
    [
      'unsigned (alg none)',
      () => `${encoded({ alg: 'none', typ: 'at+jwt' })}.${encoded({ sub: 'x', aud: 'dang-gateway' })}.`,
    ],
    [
      'signed with HS256 and the public key as its secret',
      () => {
        const publicPem = createPublicKey({ key: house.accessKeys.publicJwk, format: 'jwk' }).export({
          type: 'spki',
          format: 'pem',
        });
        const unsigned = `${encoded({ alg: 'HS256', typ: 'at+jwt' })}.${encoded({ sub: 'x', iss: 'dang-identity', aud: 'dang-gateway', exp: 9e9 })}`;
        return `${unsigned}.${createHmac('sha256', publicPem).update(unsigned).digest('base64url')}`;
      },
    ],
    [
      'with a payload that was changed',
      async () => {
        const [header, , signature] = (await tokenOf(somebody())).split('.');
        return `${header}.${encoded({ sub: 'x' })}.${signature}`;
      },
    ],
    ['garbage', () => 'garbage'],
    ['a very long garbage', () => 'a.b.'.repeat(2_000)],
  ])('a token that is %s is refused with 401', async (_name, make) => {
    const { status, errors, headers, data } = await ask(house, home, { headers: bearer(await make()) });
    expect(status).toBe(401);
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        message: expect.any(String),
        extensions: {
          code: 'UNAUTHENTICATED',
          requestId: headers['x-request-id'],
          traceId: headers['x-trace-id'],
        },
      },
    ]);
    expect(house.orgtree.requests).toHaveLength(0);
  });

  test.each(['Basic YWRtaW46YWRtaW4=', 'Bearer', 'Bearer a b', ''])(
    'an Authorization header "%s" is refused with 401',
    async (authorization) => {
      const { status, errors } = await ask(house, home, { headers: { authorization } });
      expect(status).toBe(401);
      expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    },
  );

  test('two Authorization headers do not smuggle a second identity in', async () => {
    const good = await tokenOf(somebody());
    const response = await house.gateway.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${good}, Bearer ${good}` },
      payload: { query: home },
    });
    expect(response.statusCode).toBe(401);
  });

  test('a token that expires is refused though it was good a moment ago', async () => {
    const headers = bearer(await tokenOf(somebody(), 1));
    expect((await ask(house, home, { headers })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await ask(house, home, { headers })).status).toBe(401);
  });
});

describe('what ended is refused at once', () => {
  const position = {
    positionId: '00000000-0000-4000-8000-0000000000b1',
    role: 'BRANCH_SECRETARY',
    title: 'Bí thư chi bộ',
    unitId: '00000000-0000-4000-8000-0000000000c1',
  } as const;

  test('a session that ended, in the words of the reader', async () => {
    const actor = somebody();
    const headers = { ...bearer(await tokenOf(actor)), 'accept-language': 'en' };
    expect((await ask(house, home, { headers })).status).toBe(200);
    house.gateway.revocations.endSession(actor.sessionId);
    const { status, errors } = await ask(house, home, { headers });
    expect(status).toBe(401);
    expect(errors[0]?.message).toBe('The session has ended. Sign in again.');
  });

  test('an account that was locked, until a new sign-in after it was unlocked', async () => {
    const actor = somebody({ signedInAt: new Date(Date.now() - 60_000) });
    house.gateway.revocations.lockAccount(actor.accountId, new Date(Date.now() - 30_000));
    expect((await ask(house, home, { headers: bearer(await tokenOf(actor)) })).status).toBe(401);
    const again = somebody({ accountId: actor.accountId, signedInAt: new Date() });
    expect((await ask(house, home, { headers: bearer(await tokenOf(again)) })).status).toBe(200);
  });

  test('a position that ended, in that capacity only', async () => {
    const actor = somebody({ capacity: position });
    house.gateway.revocations.endPosition(position.positionId);
    expect((await ask(house, home, { headers: bearer(await tokenOf(actor)) })).status).toBe(401);
    const asMember = { ...actor, capacity: null };
    expect((await ask(house, home, { headers: bearer(await tokenOf(asMember)) })).status).toBe(200);
  });
});
