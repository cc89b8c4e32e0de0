import { createHash, randomBytes } from 'node:crypto';

export type CodeRequest = {
  /** Issuer of the stand-in, e.g. `http://127.0.0.1:4010/vneid`. */
  issuer: string;
  clientId: string;
  redirectUri: string;
  /** Persona (`secretary`) or personal id (`099…`). */
  personalIdOrPersona: string;
};

export type ObtainedCode = { code: string; codeVerifier: string; nonce: string; redirectUri: string };

const redirectLimit = 6;
/** A stand-in that does not answer is told as such, not waited for. */
const answerLimitMs = 10_000;
const random = (): string => randomBytes(32).toString('base64url');

/**
 * Signs a person in at the VNeID stand-in as a program would: the true authorisation-code flow with PKCE, state and
 * nonce, its redirects followed with cookies, and the page answered by `scripted=1`. Returns what `signIn` takes.
 * Throws when the person is unknown or the stand-in cannot be reached; works against the stand-in only.
 */
export async function obtainCode(request: CodeRequest): Promise<ObtainedCode> {
  const { issuer, clientId, redirectUri } = request;
  const [codeVerifier, nonce, state] = [random(), random(), random()];
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(answerLimitMs),
  });
  if (!discovery.ok) throw new Error(`VNeID at ${issuer} answered ${discovery.status} to discovery`);
  const { authorization_endpoint: endpoint } = (await discovery.json()) as { authorization_endpoint: string };
  const authorize = new URL(endpoint);
  authorize.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile',
    state,
    nonce,
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: request.personalIdOrPersona,
    scripted: '1',
  }).toString();

  const landed = await followTo(authorize, redirectUri);
  const error = landed.searchParams.get('error');
  if (error) throw new Error(`VNeID refused: ${error} ${landed.searchParams.get('error_description') ?? ''}`);
  if (landed.searchParams.get('state') !== state)
    throw new Error('VNeID answered with a state nobody asked for');
  return { code: landed.searchParams.get('code') ?? '', codeVerifier, nonce, redirectUri };
}

async function followTo(start: URL, redirectUri: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = start;
  for (let hop = 0; hop < redirectLimit; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
      signal: AbortSignal.timeout(answerLimitMs),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const cut = pair.indexOf('=');
      cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
    const location = response.headers.get('location');
    if (!location)
      throw new Error(`VNeID did not send the visitor on (${response.status}): ${await response.text()}`);
    await response.arrayBuffer();
    next = new URL(location, next);
    if (next.href.startsWith(redirectUri)) return next;
  }
  throw new Error(`VNeID sent the visitor on more than ${redirectLimit} times`);
}
