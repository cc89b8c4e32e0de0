import { measured } from '@dang/service/outside/measured';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  ClientSecretBasic,
  Configuration,
  type CustomFetch,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  ResponseBodyError,
} from 'openid-client';
import type { IdentityEnvironment } from '../environment.ts';
import { type Citizen, readCitizen } from './vneid-claims.rules.ts';

/** What a front end hands over after VNeID has sent the citizen back. */
export type CodeToTrade = { code: string; codeVerifier: string; redirectUri: string; nonce: string };

/** `reason` is for the log: it names what did not hold, never a claim of a person. */
export type VneidFailure = { failure: 'VNEID_REJECTED' | 'VNEID_UNAVAILABLE'; reason: string };

const ANSWER_BYTES = 1_000_000;

/** `fetch` for a provider whose answers are short: one that goes on and on is an error, and fills no memory. */
const limitedFetch: CustomFetch = async (url, options) => {
  const answer = await fetch(url, options as RequestInit);
  let left = ANSWER_BYTES;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      left -= part.length;
      if (left < 0) controller.error(new Error(`its answer is longer than ${ANSWER_BYTES} bytes`));
      else controller.enqueue(part);
    },
  });
  const { status, statusText, headers } = answer;
  return new Response(answer.body?.pipeThrough(limit) ?? null, { status, statusText, headers });
};

const configurations = new WeakMap<IdentityEnvironment, Promise<Configuration>>();

async function discover(environment: IdentityEnvironment): Promise<Configuration> {
  const issuer = new URL(environment.VNEID_ISSUER);
  const insecure = issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
  const found = await discovery(issuer, environment.VNEID_CLIENT_ID, {}, undefined, {
    execute: insecure,
    timeout: environment.VNEID_TIMEOUT_SECONDS,
    [customFetch]: limitedFetch,
  });
  const { supportsPKCE: _pkce, ...metadata } = found.serverMetadata();
  // Our list of algorithms counts, not what the provider announces.
  const configuration = new Configuration(
    { ...metadata, id_token_signing_alg_values_supported: environment.VNEID_ALGORITHMS },
    environment.VNEID_CLIENT_ID,
    {},
    ClientSecretBasic(environment.VNEID_CLIENT_SECRET),
  );
  configuration.timeout = environment.VNEID_TIMEOUT_SECONDS;
  configuration[customFetch] = limitedFetch;
  for (const apply of insecure) apply(configuration);
  enableNonRepudiationChecks(configuration);
  return configuration;
}

/** The provider's addresses and keys, looked up once; a failed look-up is forgotten, so the next sign-in tries again. */
function configurationFor(environment: IdentityEnvironment): Promise<Configuration> {
  let configuration = configurations.get(environment);
  if (!configuration) {
    configuration = measured('vneid', () => discover(environment));
    configurations.set(environment, configuration);
    configuration.catch(() => configurations.delete(environment));
  }
  return configuration;
}

/**
 * Trades a code for the citizen that VNeID vouches for: code flow with PKCE; the ID token's issuer, audience, nonce,
 * signature, algorithm and expiry are checked. A broken token and an unknown code are `VNEID_REJECTED`; no answer, or an
 * answer that is a server's fault, is `VNEID_UNAVAILABLE`.
 */
export async function tradeCode(
  environment: IdentityEnvironment,
  input: CodeToTrade,
): Promise<Citizen | VneidFailure> {
  if (!environment.VNEID_REDIRECT_URIS.includes(input.redirectUri)) {
    return { failure: 'VNEID_REJECTED', reason: 'the redirect address is not registered' };
  }
  try {
    const configuration = await configurationFor(environment);
    const callback = new URL(input.redirectUri);
    callback.searchParams.set('code', input.code);
    // There is one provider, so the answer cannot have come from another one; front ends check `iss` and `state`.
    callback.searchParams.set('iss', configuration.serverMetadata().issuer);
    const checks = {
      pkceCodeVerifier: input.codeVerifier,
      expectedNonce: input.nonce,
      idTokenExpected: true,
    };
    const tokens = await measured(
      'vneid',
      () => authorizationCodeGrant(configuration, callback, checks),
      (_, error) => error !== undefined && failureOf(error).failure === 'VNEID_REJECTED',
    );
    const citizen = readCitizen({ ...tokens.claims() }, environment.VNEID_CLAIMS);
    return citizen ?? { failure: 'VNEID_REJECTED', reason: 'a claim is missing or malformed' };
  } catch (error) {
    const failure = failureOf(error);
    // Keys may have been changed: the next sign-in looks them up anew.
    if (failure.failure === 'VNEID_REJECTED' && !(error instanceof ResponseBodyError)) {
      configurations.delete(environment);
    }
    return failure;
  }
}

const unreachable = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_PARSE_ERROR',
  // it asks who we are: our secret is not the one it knows
  'OAUTH_WWW_AUTHENTICATE_CHALLENGE',
]);

/** What the provider says of us, not of the citizen: a secret that is wrong, too many calls, a breakdown. */
const aboutUs = new Set([
  'invalid_client',
  'unauthorized_client',
  'server_error',
  'temporarily_unavailable',
  'slow_down',
]);

function failureOf(error: unknown): VneidFailure {
  const { code, message } = error as { code?: string; message?: string };
  const reason = [code, message].filter(Boolean).join(': ') || 'unknown';
  if (error instanceof ResponseBodyError && error.status < 500) {
    const isOurs = error.status === 429 || aboutUs.has(error.error);
    if (isOurs) return { failure: 'VNEID_UNAVAILABLE', reason: `${error.status} ${error.error}` };
    return { failure: 'VNEID_REJECTED', reason: `${error.error}: ${error.error_description ?? ''}` };
  }
  const isAway = code === undefined || unreachable.has(code) || error instanceof ResponseBodyError;
  return { failure: isAway ? 'VNEID_UNAVAILABLE' : 'VNEID_REJECTED', reason };
}
