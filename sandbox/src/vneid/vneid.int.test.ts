import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { type RunningSandbox, startSandbox } from '../sandbox.ts';
import { obtainCode } from './sign-in-client.ts';

const client = {
  clientId: 'dang-procedures',
  clientSecret: 'a-secret-for-tests-only-0123456789',
  redirectUris: ['http://127.0.0.1:9/back'],
};
const redirectUri = 'http://127.0.0.1:9/back';
let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    client,
    people: [
      {
        personalId: '099085000001',
        fullName: 'Nguyễn Văn An',
        dateOfBirth: '1985-02-25',
        gender: 'Nam',
        nationality: 'Việt Nam',
        permanentAddress: 'Phường Việt Hưng, Hà Nội',
        level: 2,
        persona: 'member',
      },
      {
        personalId: '099085000002',
        fullName: 'Trần Thị <b>Bình</b>',
        dateOfBirth: '1990-01-01',
        nationality: 'Việt Nam',
        permanentAddress: 'Hà Nội',
        level: 1,
        persona: 'level1',
      },
    ],
  });
});
afterAll(() => sandbox.close());

/** Trades a code for the ID token as a confidential client does. */
async function idTokenFor(personalIdOrPersona: string): Promise<{ idToken: string; nonce: string }> {
  const { issuer } = sandbox;
  const got = await obtainCode({ issuer, clientId: client.clientId, redirectUri, personalIdOrPersona });
  const answer = await exchange(got.code, got.codeVerifier);
  expect(answer.status).toBe(200);
  return { idToken: ((await answer.json()) as { id_token: string }).id_token, nonce: got.nonce };
}

function exchange(code: string, codeVerifier: string): Promise<Response> {
  return fetch(`${sandbox.issuer}/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
    }),
  });
}

const keys = () => createRemoteJWKSet(new URL(`${sandbox.issuer}/jwks`));

async function putFaults(faults: object): Promise<Response> {
  return fetch(`${sandbox.issuer}/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
}

describe('a program signs a person in', () => {
  test('the code becomes an ID token with the claims of that person', async () => {
    const { idToken, nonce } = await idTokenFor('member');
    const { payload } = await jwtVerify(idToken, keys(), {
      issuer: sandbox.issuer,
      audience: client.clientId,
      algorithms: ['EdDSA'],
    });
    expect(payload).toMatchObject({
      nonce,
      personal_id: '099085000001',
      name: 'Nguyễn Văn An',
      birthdate: '1985-02-25',
      gender: 'Nam',
      nationality: 'Việt Nam',
      assurance_level: 2,
    });
    expect(payload.sub).not.toContain('099085000001');
  });

  test('a stand-in that is started again signs as before', async () => {
    const { idToken } = await idTokenFor('member');
    const again = await startSandbox({ port: 0, client });
    try {
      const { payload } = await jwtVerify(idToken, createRemoteJWKSet(new URL(`${again.issuer}/jwks`)));
      expect(payload).toMatchObject({ assurance_level: 2 });
    } finally {
      await again.close();
    }
  });

  test('a missing gender is said as VNeID says it', async () => {
    const { idToken } = await idTokenFor('099085000002');
    expect(decodeJwt(idToken)).toMatchObject({ gender: 'Chưa có thông tin', assurance_level: 1 });
  });

  test('a code works once, and only with its verifier', async () => {
    const request = {
      issuer: sandbox.issuer,
      clientId: client.clientId,
      redirectUri,
      personalIdOrPersona: 'member',
    };
    const got = await obtainCode(request);
    expect((await exchange(got.code, 'another-verifier-another-verifier-another-verifier')).status).toBe(400);
    const again = await obtainCode(request);
    expect((await exchange(again.code, again.codeVerifier)).status).toBe(200);
    expect((await exchange(again.code, again.codeVerifier)).status).toBe(400);
  });

  test('nobody is signed in under an unknown name, and no code goes to an unknown address', async () => {
    const request = {
      issuer: sandbox.issuer,
      clientId: client.clientId,
      redirectUri,
      personalIdOrPersona: 'member',
    };
    await expect(obtainCode({ ...request, personalIdOrPersona: 'stranger' })).rejects.toThrow(
      'unknown_person',
    );
    await expect(obtainCode({ ...request, redirectUri: 'http://evil.invalid/' })).rejects.toThrow('400');
  });
});

describe('faults by configuration', () => {
  test.each([
    ['wrongIssuer', 'iss', 'https://somebody-else.invalid'],
    ['wrongAudience', 'aud', 'another-client'],
    ['wrongNonce', 'nonce', 'a-nonce-nobody-asked-for'],
    ['level1', 'assurance_level', 1],
  ])('%s bends %s of the next token only', async (fault, claim, value) => {
    expect((await putFaults({ [fault]: 'next' })).status).toBe(200);
    expect(decodeJwt((await idTokenFor('member')).idToken)[claim]).toBe(value);
    expect(decodeJwt((await idTokenFor('member')).idToken)[claim]).not.toBe(value);
  });

  test('an expired token is expired, a wrong algorithm is HS256, a wrong signature does not verify', async () => {
    await putFaults({ expired: 'next' });
    expect(decodeJwt((await idTokenFor('member')).idToken).exp).toBeLessThan(Date.now() / 1000);
    await putFaults({ wrongAlgorithm: 'next' });
    expect(decodeProtectedHeader((await idTokenFor('member')).idToken).alg).toBe('HS256');
    await putFaults({ wrongSignature: 'next' });
    await expect(jwtVerify((await idTokenFor('member')).idToken, keys())).rejects.toThrow('signature');
  });

  test('a fault for one person leaves the others alone', async () => {
    await putFaults({ level1: '099085000001' });
    const minted = sandbox.people.mint({});
    if ('error' in minted) throw new Error(minted.error);
    expect(decodeJwt((await idTokenFor(minted.person.personalId)).idToken).assurance_level).toBe(2);
    expect(decodeJwt((await idTokenFor('member')).idToken).assurance_level).toBe(1);
    await putFaults({});
  });

  test('an unknown fault is refused', async () => {
    expect((await putFaults({ wrongEverything: 'next' })).status).toBe(400);
  });
});

describe('the doors for tools', () => {
  const mint = (body: object): Promise<Response> =>
    fetch(`${sandbox.issuer}/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('people can be minted, only in the province that does not exist, and only once', async () => {
    const made = (await (await mint({})).json()) as { personalId: string; level: number };
    expect(made).toMatchObject({ personalId: expect.stringMatching(/^099\d{9}$/), level: 2 });
    expect((await mint({ personalId: made.personalId })).status).toBe(400);
    expect((await mint({ personalId: '001085000001' })).status).toBe(400);
    expect((await mint({ level: 3 })).status).toBe(400);
  });

  test('personas are listed with their labels', async () => {
    const { personas } = (await (await fetch(`${sandbox.issuer}/personas`)).json()) as {
      personas: { persona: string }[];
    };
    expect(personas.map(({ persona }) => persona)).toEqual(['member', 'level1']);
  });
});

describe('a person signs in on the page', () => {
  /** A browser as far as the page needs one: cookies and forms, no scripts. */
  function browser() {
    const cookies = new Map<string, string>();
    return async (url: string, form?: Record<string, string>) => {
      const response = await fetch(new URL(url, sandbox.url), {
        redirect: 'manual',
        headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      });
      for (const line of response.headers.getSetCookie()) {
        const [name = '', ...value] = (line.split(';')[0] ?? '').split('=');
        cookies.set(name, value.join('='));
      }
      return response;
    };
  }

  const authorize = (): string =>
    `/vneid/auth?${new URLSearchParams({
      client_id: client.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid profile',
      nonce: 'nonce-of-the-page',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    })}`;

  test('chooses a persona, types the code shown, and is sent back with an authorisation code', async () => {
    const visit = browser();
    const page = (await visit(authorize())).headers.get('location') ?? '';
    const choose = await (await visit(page)).text();
    expect(choose).toContain('Nguyễn Văn An');
    expect(choose).not.toContain('<b>Bình</b>');
    const otp =
      /id="otp">(\d{6})</.exec(await (await visit(page, { chosen: '099085000001' })).text())?.[1] ?? '';
    expect((await visit(`${page}/otp`, { personalId: '099085000001', otp: `${otp}0` })).status).toBe(422);
    const sent = await visit(`${page}/otp`, { personalId: '099085000001', otp });
    const back = (await visit(sent.headers.get('location') ?? '')).headers.get('location') ?? '';
    expect(back).toMatch(/^http:\/\/127\.0\.0\.1:9\/back\?code=/);
  });

  test('a personal id needs some password, an unknown one is told so, a forgotten page is over', async () => {
    const visit = browser();
    const page = (await visit(authorize())).headers.get('location') ?? '';
    expect((await visit(page, { personalId: '099085000001' })).status).toBe(422);
    expect((await visit(page, { personalId: '099999999999', password: 'x' })).status).toBe(422);
    expect((await visit(page, { personalId: '099085000001', password: 'x' })).status).toBe(200);
    expect((await browser()(page)).status).toBe(400);
  });
});
