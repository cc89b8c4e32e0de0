import { createHash } from 'node:crypto';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import { errors, importJWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Actor } from './actor.ts';
import { accountStatuses } from './actor.ts';
import type { Role } from './role.ts';
import { isRole } from './role.ts';

export type { JWK } from 'jose';

const ALGORITHM = 'EdDSA';
const ACCESS_TOKEN = { issuer: 'dang-identity', audience: 'dang-gateway', typ: 'at+jwt' };
const GATEWAY_TOKEN = { issuer: 'dang-gateway', typ: 'JWT' };
const subgraphAudience = (subgraph: string) => `dang-subgraph-${subgraph}`;

/** How long an access token holds. */
export const ACCESS_TOKEN_TTL_S = 600;
/** How long the gateway's token for one subgraph holds. */
export const GATEWAY_TOKEN_TTL_S = 60;

/** A token that is not to be believed; `expired` tells a front end that a refresh helps. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';
  readonly expired: boolean;
  constructor(reason: string, expired = false) {
    super(reason);
    this.expired = expired;
  }
}

const uuid = z.guid();
const capacityClaim = z.object({
  p: uuid,
  r: z.custom<Role>((code) => typeof code === 'string' && isRole(code)),
  t: z.string(),
  u: uuid,
});
const actorClaims = z.object({
  sub: uuid,
  mid: uuid.nullish(),
  sid: uuid,
  nam: z.string(),
  ast: z.enum(accountStatuses),
  aut: z.int(),
  cap: capacityClaim.nullish(),
});
const gatewayClaims = z.object({
  lng: z.enum(['vi', 'en']),
  rid: z.string().max(100).optional(),
  cip: z.string().max(45).nullish(),
  cdv: z.string().max(200).nullish(),
});

function claimsOf(actor: Actor): JWTPayload {
  const { capacity } = actor;
  return {
    sub: actor.accountId,
    mid: actor.memberId,
    sid: actor.sessionId,
    nam: actor.name,
    ast: actor.accountStatus,
    aut: Math.floor(actor.signedInAt.getTime() / 1000),
    cap: capacity && { p: capacity.positionId, r: capacity.role, t: capacity.title, u: capacity.unitId },
  };
}

function actorOf(payload: JWTPayload): Actor {
  const { data, success } = actorClaims.safeParse(payload);
  if (!success) throw new InvalidToken('the token names no actor that we know how to read');
  return {
    accountId: data.sub,
    memberId: data.mid ?? null,
    sessionId: data.sid,
    name: data.nam,
    accountStatus: data.ast,
    signedInAt: new Date(data.aut * 1000),
    capacity: data.cap
      ? { positionId: data.cap.p, role: data.cap.r, title: data.cap.t, unitId: data.cap.u }
      : null,
  };
}

const importedKeys = new WeakMap<JWK, Promise<CryptoKey | Uint8Array>>();
function keyOf(jwk: JWK): Promise<CryptoKey | Uint8Array> {
  let key = importedKeys.get(jwk);
  if (!key) {
    if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519')
      throw new Error('tokens are signed with Ed25519 keys only');
    key = importJWK(jwk, ALGORITHM);
    importedKeys.set(jwk, key);
  }
  return key;
}

async function sign(
  key: JWK,
  payload: JWTPayload,
  kind: { issuer: string; typ: string; audience: string },
  ttl: number,
) {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: ALGORITHM, typ: kind.typ })
    .setIssuer(kind.issuer)
    .setAudience(kind.audience)
    .setIssuedAt()
    .setExpirationTime(`${ttl}s`)
    .sign(await keyOf(key));
}

async function verify(key: JWK, token: string, kind: { issuer: string; typ: string; audience: string }) {
  try {
    const { payload } = await jwtVerify(token, await keyOf(key), {
      algorithms: [ALGORITHM],
      requiredClaims: ['exp', 'iat'],
      ...kind,
    });
    return { payload, expiresAt: new Date((payload.exp ?? 0) * 1000) };
  } catch (error) {
    if (error instanceof errors.JOSEError)
      throw new InvalidToken(error.message, error instanceof errors.JWTExpired);
    throw error;
  }
}

/** identity's answer to a sign-in: who, in which capacity, for `ttl` seconds. */
export function signAccessToken(
  privateJwk: JWK,
  actor: Actor,
  { ttl = ACCESS_TOKEN_TTL_S } = {},
): Promise<string> {
  return sign(privateJwk, claimsOf(actor), ACCESS_TOKEN, ttl);
}

/**
 * What the gateway reads from a front end's access token.
 * @throws InvalidToken for anything but an unexpired EdDSA token of identity for the gateway.
 */
export async function verifyAccessToken(
  publicJwk: JWK,
  token: string,
): Promise<{ actor: Actor; expiresAt: Date }> {
  const { payload, expiresAt } = await verify(publicJwk, token, ACCESS_TOKEN);
  return { actor: actorOf(payload), expiresAt };
}

/** From where somebody asks, for the audit trail: the address and the device as it calls itself (User-Agent). */
export type Client = { ip: string | null; device: string | null };

/** Nobody outside: timers, reactions, tests. */
export const noClient: Client = { ip: null, device: null };

/** What the gateway tells one subgraph about a request. `actor` is null when nobody is signed in. */
export type GatewayToken = {
  actor: Actor | null;
  language: 'vi' | 'en';
  requestId?: string;
  client?: Client;
};

/** The gateway's token for one subgraph, and for no other. */
export function mintGatewayToken(
  privateJwk: JWK,
  { actor, subgraph, language, requestId, client }: GatewayToken & { subgraph: string },
  ttl = GATEWAY_TOKEN_TTL_S,
): Promise<string> {
  const payload = {
    ...(actor ? claimsOf(actor) : {}),
    lng: language,
    rid: requestId,
    cip: client?.ip ?? undefined,
    cdv: client?.device ?? undefined,
  };
  return sign(privateJwk, payload, { ...GATEWAY_TOKEN, audience: subgraphAudience(subgraph) }, ttl);
}

async function readGatewayToken(publicJwk: JWK, subgraph: string, token: string) {
  const kind = { ...GATEWAY_TOKEN, audience: subgraphAudience(subgraph) };
  const { payload, expiresAt } = await verify(publicJwk, token, kind);
  const { data, success } = gatewayClaims.safeParse(payload);
  if (!success) throw new InvalidToken('the token is not one of the gateway');
  const actor = payload.sub === undefined ? null : actorOf(payload);
  const client: Client = { ip: data.cip ?? null, device: data.cdv ?? null };
  return { expiresAt, content: { actor, language: data.lng, requestId: data.rid, client } as GatewayToken };
}

/**
 * The subgraph's door: a function that reads the gateway's tokens for this subgraph. Good ones are remembered by hash
 * until they expire (`remembered` at most, oldest out first), so that a token reused for 30 s is verified once.
 * The function throws InvalidToken for everything else; bad tokens are never remembered.
 */
export function verifyGatewayToken(
  publicJwk: JWK,
  subgraph: string,
  { remembered = 5_000 } = {},
): (token: string) => Promise<GatewayToken> {
  const known = new Map<string, { expiresAt: Date; content: GatewayToken }>();
  return async (token) => {
    const hash = createHash('sha256').update(token).digest('base64');
    const found = known.get(hash);
    if (found && found.expiresAt.getTime() > Date.now()) return found.content;
    known.delete(hash);
    const read = await readGatewayToken(publicJwk, subgraph, token);
    const oldest = known.keys().next();
    if (known.size >= remembered && !oldest.done) known.delete(oldest.value);
    known.set(hash, read);
    return read.content;
  };
}
