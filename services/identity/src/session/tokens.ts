import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { ACCESS_TOKEN_TTL_S, signAccessToken } from '@dang/access/tokens';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { AccountRow } from '../account/account.rows.ts';
import type { AccountView } from '../account/account-view.ts';
import type { IdentityEnvironment } from '../environment.ts';
import { capacityOf, type HeldPosition } from '../position/position.rules.ts';
import { REFRESH_TOKEN_TTL_MS } from './session.rules.ts';

/** What is kept of a refresh token. The token has 256 random bits, so a plain hash gives nothing away. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A new refresh token of this session. `now` is real time, as for all tokens. */
export async function issueRefreshToken(
  em: SqlEntityManager,
  sessionId: string,
  now: Date,
): Promise<{ refreshToken: string; refreshTokenExpiresAt: Date }> {
  const refreshToken = randomBytes(32).toString('base64url');
  const refreshTokenExpiresAt = new Date(now.getTime() + REFRESH_TOKEN_TTL_MS);
  await em.execute(
    'insert into refresh_token (hash, session_id, issued_at, expires_at) values (?, ?, ?, ?)',
    [hashOf(refreshToken), sessionId, now, refreshTokenExpiresAt],
  );
  return { refreshToken, refreshTokenExpiresAt };
}

/**
 * Who a session speaks for. An account that is not active speaks for no member, whatever the registry knows: applicants
 * read the tree and their own form, and nothing that belongs to a member.
 */
export function actorOf(
  account: Pick<AccountRow, 'id' | 'memberId' | 'fullName' | 'status'>,
  session: { id: string; signedInAt: Date },
  acting: HeldPosition | null,
): Actor {
  return {
    accountId: account.id,
    memberId: account.status === 'ACTIVE' ? account.memberId : null,
    sessionId: session.id,
    name: account.fullName,
    accountStatus: account.status,
    signedInAt: session.signedInAt,
    capacity: acting && capacityOf(acting),
  };
}

const shortestTtl_s = 1;

/** An access token for ten minutes, or for as long as the session may still lie idle when that is less. */
export async function issueAccessToken(
  environment: IdentityEnvironment,
  actor: Actor,
  now: Date,
  idleTimeLeftMs = Number.POSITIVE_INFINITY,
): Promise<{ accessToken: string; accessTokenExpiresAt: Date }> {
  const ttl = Math.max(shortestTtl_s, Math.min(ACCESS_TOKEN_TTL_S, Math.floor(idleTimeLeftMs / 1000)));
  return {
    accessToken: await signAccessToken(environment.ACCESS_TOKEN_PRIVATE_JWK, actor, { ttl }),
    accessTokenExpiresAt: new Date(now.getTime() + ttl * 1000),
  };
}

/** A parent of `Session` fields. */
export type SessionView = {
  id: string;
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken: string;
  refreshTokenExpiresAt: Date;
  signedInAt: Date;
  actingAs: HeldPosition | null;
  account: AccountView;
};
