import type { Actor } from '@dang/access/actor';
import { recordAudit } from '@dang/audit/record';
import type { GraphContext } from '@dang/service/context';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type AccountRow, getAccount } from '../account/account.rows.ts';
import { environmentOf } from '../environment.ts';
import { exclusionOf } from '../exclusion/exclusion.rows.ts';
import type { Resolvers } from '../generated/graph.ts';
import { Member } from '../member/member.entity.ts';
import { keepUse } from '../officers-review/officers-review.rows.ts';
import { findHeldPosition } from '../position/position.rows.ts';
import { endSessions, refreshSession } from './refresh.ts';
import { Session } from './session.entity.ts';
import { barOfAccount } from './session.rules.ts';
import { sessionLine } from './session-trail.ts';
import { mayActIn, signIn } from './sign-in.ts';
import { actorOf, issueAccessToken, type SessionView } from './tokens.ts';

const answer = (outcome: SessionView | Refusal) =>
  isRefusal(outcome) ? { session: null, refusal: outcome } : { session: outcome, refusal: null };

/** Why nobody may go on in this account, though the session is still open: excluded since, or locked. */
async function barOf(em: SqlEntityManager, { memberId, status }: AccountRow) {
  const member = memberId ? await em.findOne(Member, memberId) : null;
  return (member && (await exclusionOf(em, member))) ?? barOfAccount(status);
}

/** Changes the capacity of a session that is still open, to something that the account's owner holds today. */
async function actAs(context: GraphContext, actor: Actor, positionId: string | null) {
  return context.em.fork().transactional(async (em) => {
    const session = await em.findOne(Session, actor.sessionId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!session || session.endedAt || session.accountId !== actor.accountId) return refuse('SESSION_ENDED');
    const account = await getAccount(em, session.accountId);
    const bar = await barOf(em, account);
    if (bar) return refuse(bar);
    const held = positionId ? await findHeldPosition(em, positionId) : null;
    const isOwn = account.status === 'ACTIVE' && mayActIn(held, account.memberId, context.clock.today());
    if (positionId && !isOwn) return refuse('POSITION_NOT_HELD', { field: 'positionId' });
    session.positionId = held?.id ?? null;
    session.lastSeenAt = new Date();
    if (held) await keepUse(em, held.id, context.clock.now());
    const acting = actorOf(account, session, held);
    await recordAudit(em, [sessionLine('actAs', session.id, account)], { ...context, actor: acting });
    const tokens = await issueAccessToken(environmentOf(context), acting, new Date());
    return { ...tokens, actingAs: held };
  });
}

async function signOut(
  context: GraphContext,
  where: { sessionId: string } | { accountId: string },
  reason: string,
) {
  const endedSessions = await context.em
    .fork()
    .transactional((em) => endSessions(em, where, reason, context));
  return { endedSessions, refusal: null };
}

function signedIn({ actor }: GraphContext): Actor {
  if (!actor) throw new Error('a root field that needs a session was reached without one');
  return actor;
}

export const sessionResolvers: Resolvers = {
  Mutation: {
    signIn: async (_parent, { input }, context) => answer(await signIn(context, input)),
    refreshSession: async (_parent, { input }, context) =>
      answer(await refreshSession(context, input.refreshToken)),
    async actAs(_parent, { input }, context) {
      const outcome = await actAs(context, signedIn(context), input.positionId ?? null);
      return isRefusal(outcome) ? { refusal: outcome } : outcome;
    },
    signOut: (_parent, _args, context) =>
      signOut(context, { sessionId: signedIn(context).sessionId }, 'SIGNED_OUT'),
    signOutEverywhere: (_parent, _args, context) =>
      signOut(context, { accountId: signedIn(context).accountId }, 'SIGNED_OUT_EVERYWHERE'),
  },
};
