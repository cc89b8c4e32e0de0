import { type Actor, signInIsFresh } from '@dang/access/actor';
import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { AccountRejected } from '@dang/events/contracts/identity/account-rejected';
import { recordEvents } from '@dang/events/outbox';
import { findPlacement } from '@dang/reference/members';
import { findUnits } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { decide } from '@dang/workflow/decide';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { environmentOf } from '../environment.ts';
import type { Member } from '../member/member.entity.ts';
import { recordMembers } from '../member/recorded-members.ts';
import { saveContacts } from '../notice/contacts.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import { linkClaims, withdrawClaims } from '../position-claim/open-claim.ts';
import { Account } from './account.entity.ts';
import { type AccountCase, isOwnCase, relationsTo } from './account.rules.ts';
import { type AccountWorkflow, accountWorkflow } from './account.workflow.ts';
import { keepStep, recordDossierState } from './account-steps.ts';
import { decidersOf, standsIn } from './decider.ts';
import { openExtended } from './form.ts';
import { memberFor } from './member-of-account.ts';

const reasonLimit = 2000;

type Verdict = { action: 'APPROVE' } | { action: 'REJECT'; reason: string };

/**
 * Approves or rejects a waiting account, in one transaction with everything that follows from it. Answers the account's id,
 * or why not: `NOT_FOUND` for an account that is not before the actor's unit. Runs inside `mutate`.
 */
export async function decideAccount(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: { accountId: string; expectedVersion: number },
  verdict: Verdict,
): Promise<Refusal | Done> {
  const { clock } = context;
  const account = await em.findOne(Account, input.accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const [branch] = account?.branchId ? await findUnits(em, [account.branchId]) : [];
  if (!account || !branch) return refuse('NOT_FOUND');
  const about: AccountCase = {
    accountId: account.id,
    memberId: account.memberId ?? null,
    branchId: branch.id,
    superiorId: branch.parentId,
    enteredBy: account.enteredBy ?? null,
  };
  const holds = await holdsCapacity(em, actor, clock.today());
  const relations = relationsTo(about, actor, holds);
  const decider = (await decidersOf(em, [account.id], clock.today())).get(account.id);
  if (standsIn(decider, actor, holds)) relations.add('STAND_IN');
  if (relations.size === 0) return refuse('NOT_FOUND');
  const conflict = checkVersion(account.version, input.expectedVersion);
  if (conflict) return conflict;
  // Until the reorganisation has been heard of whole, nothing is decided in a unit that is no more.
  const hasEnded = branch.validTo !== null && branch.validTo <= clock.today();
  if (hasEnded && verdict.action === 'APPROVE') return refuse('UNIT_ENDED');
  const from = account.status;
  const reason = verdict.action === 'REJECT' ? verdict.reason.trim() : null;
  const decision = decide<AccountWorkflow, RefusalCode>(accountWorkflow, {
    state: from,
    action: verdict.action,
    relations,
    facts: {
      notOwnCase: isOwnCase(about, actor) ? 'OWN_CASE' : true,
    },
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
  });
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});

  if (reason !== null && reason.length > reasonLimit) return refuse('INVALID_INPUT', { field: 'reason' });

  // The member comes first: an account that is active without one is refused by the table.
  const member = verdict.action === 'APPROVE' ? await memberFor(em, account) : null;
  if (isRefusal(member)) return member;
  em.assign(account, {
    status: decision.to,
    memberId: member?.id ?? account.memberId ?? null,
    decidedOn: clock.today(),
    rejectionReason: reason,
  });
  await em.flush();
  if (member) await admit(em, context, account, member, actor);
  else await announceRejection(em, context, account, actor, reason ?? '');
  await keepStep(em, account, { action: verdict.action, from, actor, at: clock.now(), reason });
  await recordDossierState(em, account, actor);
  return {
    id: account.id,
    audit: {
      unitId: branch.id,
      memberId: account.memberId ?? null,
      before: { status: from },
      after: { status: account.status },
      reason,
    },
  };
}

async function announceRejection(
  em: SqlEntityManager,
  context: GraphContext,
  account: Account,
  actor: Actor,
  reason: string,
): Promise<void> {
  await withdrawClaims(em, context, account.id, reason);
  const data = {
    accountId: account.id,
    memberId: account.memberId ?? null,
    unitId: actor.capacity?.unitId ?? '',
    rejectedOn: context.clock.today(),
    reason,
  };
  await recordEvents(em, AccountRejected, [{ aggregateId: account.id, data }], { actor });
}

/** What an approval gives: contacts, a claim that its superior can decide, and the word of it to everybody else. */
async function admit(
  em: SqlEntityManager,
  context: GraphContext,
  account: Account,
  member: Member,
  actor: Actor,
): Promise<void> {
  const placement = await findPlacement(em, member.id);
  const branchId = account.branchId ?? '';
  await em.flush();
  await recordMembers(em, [member.id]);
  const key = environmentOf(context).PROVINCE_KEY;
  const { email = null, phone = null } = openExtended(key, account) ?? {};
  if (email || phone) await saveContacts(em, member.id, { email, phone }, key);
  const { capacity } = actor;
  const approvedBy = {
    memberId: actor.memberId ?? '',
    name: actor.name,
    title: capacity?.title ?? '',
    unitId: capacity?.unitId ?? '',
  };
  await recordEvents(
    em,
    AccountApproved,
    [
      {
        aggregateId: account.id,
        data: {
          accountId: account.id,
          memberId: member.id,
          branchId,
          residenceBranchId: account.residenceBranchId ?? null,
          approvedBy,
          approvedOn: context.clock.today(),
          monthlyDues: account.monthlyDues?.toString() ?? null,
          monthlyDuesFrom: account.monthlyDuesFrom ?? null,
          startsMembership: !placement?.branchId,
        },
      },
    ],
    { actor },
  );
  await linkClaims(em, context, account.id, member.id);
}
