import { recordAudit } from '@dang/audit/record';
import type { GraphContext } from '@dang/service/context';
import { type Refusal, refuse } from '@dang/service/refusal';
import { blindIndex, sealText } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Account } from '../account/account.entity.ts';
import { getAccount } from '../account/account.rows.ts';
import { keepStep } from '../account/account-steps.ts';
import { isAnotherPerson, vouchFor } from '../account/vouching.ts';
import { environmentOf } from '../environment.ts';
import { exclusionOf } from '../exclusion/exclusion.rows.ts';
import type { SignInInput } from '../generated/graph.ts';
import { Member } from '../member/member.entity.ts';
import { keepUse } from '../officers-review/officers-review.rows.ts';
import { findHeldPosition } from '../position/position.rows.ts';
import { type HeldPosition, isCurrent } from '../position/position.rules.ts';
import { isWithinLimit } from './rate-limit.ts';
import { Session } from './session.entity.ts';
import { barOfAccount } from './session.rules.ts';
import { sessionLine } from './session-trail.ts';
import { actorOf, issueAccessToken, issueRefreshToken, type SessionView } from './tokens.ts';
import { tradeCode } from './vneid.ts';
import { type Citizen, REQUIRED_LEVEL } from './vneid-claims.rules.ts';

/** Opens a session for whom VNeID vouches for, or says why not. The reason behind `VNEID_REJECTED` stays in our log. */
export async function signIn(context: GraphContext, input: SignInInput): Promise<SessionView | Refusal> {
  if (!(await isWithinLimit(context, 'sign-in', context.client.ip))) return refuse('RATE_LIMITED');
  const outcome = await tradeCode(environmentOf(context), input);
  if ('failure' in outcome) {
    context.log.warn({ failure: outcome.failure, reason: outcome.reason }, 'a sign-in with VNeID failed');
    return refuse(outcome.failure);
  }
  if (outcome.level < REQUIRED_LEVEL) return refuse('VNEID_LEVEL_TOO_LOW');
  if (!(await isWithinLimit(context, 'person', outcome.personalId))) return refuse('RATE_LIMITED');
  return context.em.fork().transactional((em) => openSession(em, context, outcome, input.positionId ?? null));
}

async function openSession(
  em: SqlEntityManager,
  context: GraphContext,
  citizen: Citizen,
  positionId: string | null,
): Promise<SessionView | Refusal> {
  const environment = environmentOf(context);
  const personalIdIndex = blindIndex(environment.PROVINCE_INDEX_KEY, citizen.personalId);
  // One person signing in twice at once must not get two accounts: the second one waits here.
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [personalIdIndex]);
  const found = await em.findOne(Account, { personalIdIndex });
  if (found && isAnotherPerson(found, citizen)) return refuse('ACCOUNT_OF_ANOTHER_PERSON');
  const member = found?.memberId
    ? await em.findOneOrFail(Member, found.memberId)
    : await em.findOne(Member, { personalIdIndex });
  const exclusion = member && (await exclusionOf(em, member));
  if (exclusion) return refuse(exclusion);
  const bar = found && barOfAccount(found.status);
  if (bar) return refuse(bar);

  const isActive = found?.status === 'ACTIVE';
  const acting = positionId && isActive ? await findHeldPosition(em, positionId) : null;
  if (positionId && !mayActIn(acting, found?.memberId ?? null, context.clock.today())) {
    return refuse('POSITION_NOT_HELD', { field: 'positionId' });
  }
  if (found && !found.vouched) await vouchFor(em, found, citizen, context.clock.now());
  const account = found ?? (await openDraft(em, context, citizen, personalIdIndex, member?.id ?? null));

  const now = new Date();
  const session = em.create(Session, {
    accountId: account.id,
    positionId: acting?.id ?? null,
    signedInAt: now,
    lastSeenAt: now,
  });
  await em.flush();
  if (acting) await keepUse(em, acting.id, context.clock.now());
  const row = await getAccount(em, account.id);
  const actor = actorOf(row, session, acting);
  await recordAudit(em, [sessionLine('signIn', session.id, row)], { ...context, actor });
  return {
    id: session.id,
    ...(await issueAccessToken(environment, actor, now)),
    ...(await issueRefreshToken(em, session.id, now)),
    signedInAt: now,
    actingAs: acting,
    account: { ...row, viewer: actor },
  };
}

/** Only in what is one's own and holds today. */
export function mayActIn(
  held: HeldPosition | null,
  memberId: string | null,
  today: string,
): held is HeldPosition {
  return held !== null && memberId !== null && held.memberId === memberId && isCurrent(held, today);
}

/** The account of a citizen who is here for the first time, prefilled from VNeID (domain 5.3, step 2). */
async function openDraft(
  em: SqlEntityManager,
  context: GraphContext,
  citizen: Citizen,
  personalIdIndex: string,
  memberId: string | null,
): Promise<Account> {
  const account = em.create(Account, {
    status: 'DRAFT',
    memberId,
    personalIdSealed: sealText(environmentOf(context).PROVINCE_KEY, citizen.personalId),
    personalIdIndex,
    fullName: citizen.fullName,
    dateOfBirth: citizen.dateOfBirth,
    gender: citizen.gender,
    nationality: citizen.nationality,
    permanentAddress: citizen.permanentAddress,
  });
  await em.flush();
  await keepStep(em, account, { action: 'SIGN_IN', from: null, actor: null, at: context.clock.now() });
  return account;
}
