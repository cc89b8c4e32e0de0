import { type AuditSource, recordAudit } from '@dang/audit/record';
import { SessionEnded } from '@dang/events/contracts/identity/session-ended';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findAccounts, getAccount } from '../account/account.rows.ts';
import { environmentOf } from '../environment.ts';
import { exclusionOf } from '../exclusion/exclusion.rows.ts';
import { findHeldPosition } from '../position/position.rows.ts';
import { isWithinLimit } from './rate-limit.ts';
import { idleTimeLeftMs, refreshOutcome, type StoredToken } from './session.rules.ts';
import { sessionLine } from './session-trail.ts';
import { mayActIn } from './sign-in.ts';
import { actorOf, hashOf, issueAccessToken, issueRefreshToken, type SessionView } from './tokens.ts';

type FoundToken = StoredToken & {
  sessionId: string;
  accountId: string;
  signedInAt: Date;
};

/** The driver hands moments over as text. */
type TokenRow = Omit<
  FoundToken,
  'usedAt' | 'expiresAt' | 'sessionEndedAt' | 'signedInAt' | 'lastSeenAt' | 'exclusion'
> & {
  memberStatus: string | null;
  forceCategory: string | null;
  usedAt: string | null;
  expiresAt: string;
  sessionEndedAt: string | null;
  signedInAt: string;
  lastSeenAt: string;
};

const momentOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** The stored token with its session, locked: of two who present it at once, the second sees that it was used. */
async function findToken(em: SqlEntityManager, hash: Buffer): Promise<FoundToken | null> {
  const [row] = await em.execute<TokenRow[]>(
    `select token.used_at as "usedAt", token.expires_at as "expiresAt", session.ended_at as "sessionEndedAt",
       account.status as "accountStatus", session.id as "sessionId", account.id as "accountId",
       session.position_id as "positionId", session.signed_in_at as "signedInAt",
       coalesce(session.last_seen_at, session.signed_in_at) as "lastSeenAt",
       member.status as "memberStatus", member.force_category as "forceCategory"
     from refresh_token token
     join session on session.id = token.session_id
     join account on account.id = session.account_id
     left join member on member.id = account.member_id
     where token.hash = ? for update of token, session`,
    [hash],
  );
  if (!row) return null;
  const { memberStatus, forceCategory, ...token } = row;
  return {
    ...token,
    exclusion: await exclusionOf(em, { status: memberStatus ?? '', forceCategory: forceCategory ?? 'NONE' }),
    usedAt: momentOf(row.usedAt),
    sessionEndedAt: momentOf(row.sessionEndedAt),
    expiresAt: new Date(row.expiresAt),
    signedInAt: new Date(row.signedInAt),
    lastSeenAt: new Date(row.lastSeenAt),
  };
}

/** Ends these sessions and tells the gateway; answers how many were still open. `by` is who asked for it. */
export async function endSessions(
  em: SqlEntityManager,
  where: { sessionId: string } | { accountId: string },
  reason: string,
  by: AuditSource = {},
): Promise<number> {
  const [column, id] = 'sessionId' in where ? ['id', where.sessionId] : ['account_id', where.accountId];
  const ended = await em.execute<{ sessionId: string; accountId: string }[]>(
    `update session set ended_at = now(), end_reason = ? where ${column} = ? and ended_at is null
     returning id as "sessionId", account_id as "accountId"`,
    [reason, id],
  );
  const events = ended.map((session) => ({ aggregateId: session.sessionId, data: { ...session, reason } }));
  await recordEvents(em, SessionEnded, events);
  if (ended.length > 0) {
    const accounts = new Map(
      (await findAccounts(em, [...new Set(ended.map(({ accountId }) => accountId))])).map((row) => [
        row.id,
        row,
      ]),
    );
    const lines = ended.map(({ sessionId, accountId }) => ({
      ...sessionLine('endSession', sessionId, accounts.get(accountId) ?? { branchId: null, memberId: null }),
      reason,
    }));
    await recordAudit(em, lines, by);
  }
  return ended.length;
}

/**
 * New tokens for an old refresh token, or `SESSION_ENDED`. A token that comes a second time ends its session; one that acts in an
 * office and was not used for a quarter of an hour is `SESSION_IDLE`.
 */
export async function refreshSession(
  context: GraphContext,
  refreshToken: string,
): Promise<SessionView | Refusal> {
  if (!(await isWithinLimit(context, 'refresh', context.client.ip))) return refuse('RATE_LIMITED');
  return context.em.fork().transactional(async (em) => {
    const now = new Date();
    const hash = hashOf(refreshToken);
    const token = await findToken(em, hash);
    const outcome = refreshOutcome(token, now);
    if (!token || outcome === 'REFUSE') return refuse('SESSION_ENDED', { field: 'refreshToken' });
    if (outcome === 'END_IDLE') {
      await endSessions(em, { sessionId: token.sessionId }, 'SESSION_IDLE', context);
      return refuse('SESSION_IDLE', { field: 'refreshToken' });
    }
    if (outcome === 'END_SESSION') {
      const reason = token.usedAt === null ? (token.exclusion ?? 'ACCOUNT_LOCKED') : 'REFRESH_REUSED';
      await endSessions(em, { sessionId: token.sessionId }, reason, context);
      context.log.warn({ sessionId: token.sessionId, reason }, 'a session was ended at its refresh');
      return refuse('SESSION_ENDED', { field: 'refreshToken' });
    }
    await em.execute('update refresh_token set used_at = ? where hash = ?', [now, hash]);
    const account = await getAccount(em, token.accountId);
    const held = token.positionId ? await findHeldPosition(em, token.positionId) : null;
    const isOpen = account.status === 'ACTIVE' && mayActIn(held, account.memberId, context.clock.today());
    const acting = isOpen ? held : null;
    const session = { id: token.sessionId, signedInAt: token.signedInAt };
    const actor = actorOf(account, session, acting);
    const idleLeftMs = idleTimeLeftMs({ ...token, positionId: acting?.id ?? null }, now);
    return {
      ...session,
      ...(await issueAccessToken(environmentOf(context), actor, now, idleLeftMs)),
      ...(await issueRefreshToken(em, session.id, now)),
      actingAs: acting,
      account: { ...account, viewer: actor },
    };
  });
}
