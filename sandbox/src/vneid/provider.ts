import { createHash, createHmac, createPrivateKey, randomBytes } from 'node:crypto';
import { exportJWK } from 'jose';
import Provider, { type Configuration, interactionPolicy } from 'oidc-provider';
import { bendIdToken, type SigningKey } from './bend.ts';
import type { FaultSwitches } from './faults.ts';
import { type People, subjectOf } from './people.ts';
import { genderUnknown, type Person } from './person.ts';
import { makeShortLivedStore } from './short-lived-store.ts';

/** The one confidential client of the stand-in. */
export type ClientRegistration = { clientId: string; clientSecret: string; redirectUris: string[] };

/** The claims of an ID token; the names are the stand-in's, since VNeID's own are not public. */
export function claimsOf(person: Person): Record<string, string | number> {
  return {
    personal_id: person.personalId,
    name: person.fullName,
    birthdate: person.dateOfBirth,
    gender: person.gender ?? genderUnknown,
    nationality: person.nationality,
    address: person.permanentAddress,
    assurance_level: person.level,
  };
}

/** Every visit asks who signs in: a remembered browser session would let one persona act as another. */
function askEveryTime() {
  const policy = interactionPolicy.base();
  const login = policy.get('login');
  login?.checks.add(
    new interactionPolicy.Check('ask_every_time', 'A person is asked at every visit', (ctx) =>
      ctx.oidc.result?.login
        ? interactionPolicy.Check.NO_NEED_TO_PROMPT
        : interactionPolicy.Check.REQUEST_PROMPT,
    ),
  );
  return policy;
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS#8. */
const ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The signing key, made from the client's secret: a stand-in that was restarted signs as before, as VNeID would, and
 * nobody who signs in just then is refused.
 */
async function makeSigningKey({ clientSecret }: ClientRegistration): Promise<SigningKey> {
  const seed = createHmac('sha256', clientSecret).update('signing key').digest();
  const key = createPrivateKey({ key: Buffer.concat([ED25519_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const jwk = await exportJWK(key);
  const keyId = createHash('sha256').update(`${jwk.x}`).digest('hex').slice(0, 16);
  return { jwk: { ...jwk, alg: 'EdDSA', use: 'sig', kid: keyId }, algorithm: 'EdDSA', keyId };
}

/**
 * The OpenID provider behind the stand-in: code flow with PKCE only, one confidential client.
 * Faults are applied to the finished ID token, after the provider has done everything right.
 */
export async function makeProvider(
  issuer: string,
  client: ClientRegistration,
  people: People,
  faults: FaultSwitches,
): Promise<Provider> {
  const key = await makeSigningKey(client);
  const configuration: Configuration = {
    adapter: makeShortLivedStore(),
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: client.redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: key.algorithm,
      },
    ],
    jwks: { keys: [key.jwk as NonNullable<Configuration['jwks']>['keys'][number]] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    claims: {
      openid: ['sub'],
      profile: ['name', 'birthdate', 'gender', 'nationality', 'address', 'personal_id', 'assurance_level'],
    },
    conformIdTokenClaims: false,
    extraParams: ['scripted'],
    features: { devInteractions: { enabled: false } },
    interactions: {
      policy: askEveryTime(),
      url: (_ctx, interaction) => `${new URL(issuer).pathname}/sign-in/${interaction.uid}`,
    },
    pkce: { required: () => true },
    responseTypes: ['code'],
    scopes: ['openid', 'profile'],
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 300,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_ctx, subject) => {
      const person = people.findBySubject(subject);
      if (!person) return undefined;
      return { accountId: subject, claims: () => ({ sub: subject, ...claimsOf(person) }) };
    },
    // Signing in is the consent: VNeID asks once, on the page where the person confirms.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        accountId: ctx.oidc.session?.accountId ?? '',
        clientId: ctx.oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    renderError: (ctx, out) => {
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = `VNeID (bản thử): ${out.error}${out.error_description ? ` - ${out.error_description}` : ''}\n`;
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.use(async (ctx, next) => {
    await next();
    const body = ctx.body as { id_token?: string } | undefined;
    if (ctx.oidc?.route !== 'token' || !body?.id_token) return;
    const person = people.findBySubject(ctx.oidc.account?.accountId ?? '');
    if (person) body.id_token = await bendIdToken(body.id_token, faults.take(person.personalId), key);
  });
  return provider;
}

/** The value with which a sign-in page tells the provider who signed in. */
export function signedInAs(person: Person): { login: { accountId: string; remember: boolean } } {
  return { login: { accountId: subjectOf(person), remember: false } };
}
