import { type Actor, signInIsFresh } from '@dang/access/actor';
import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { AccountRejected } from '@dang/events/contracts/identity/account-rejected';
import { recordEvents } from '@dang/events/outbox';
import { findPlacement } from '@dang/reference/members';
import { findUnits } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { decide } from '@dang/workflow/decide';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Member } from '../member/member.entity.ts';
import { exclusionOf } from '../member/member.rules.ts';
import { recordMembers } from '../member/recorded-members.ts';
import { recordOfficers } from '../position/officers.ts';
import { Position } from '../position/position.entity.ts';
import { branchesWithSecretary, holdsCapacity } from '../position/position.rows.ts';
import { Account } from './account.entity.ts';
import { type AccountCase, isOwnCase, positionClaimed, positionFree, relationsTo } from './account.rules.ts';
import { type AccountWorkflow, accountWorkflow } from './account.workflow.ts';
import { keepStep, recordDossierState } from './account-steps.ts';

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
): Promise<Refusal | { id: string }> {
  const { clock } = context;
  const account = await em.findOne(Account, input.accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const [branch] = account?.branchId ? await findUnits(em, [account.branchId]) : [];
  if (!account || !branch) return refuse('NOT_FOUND');
  // Of two who would make two secretaries of one branch at once, the second waits here and sees the first.
  if (account.claimedPosition === 'SECRETARY') {
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [branch.id]);
  }
  const about: AccountCase = {
    accountId: account.id,
    memberId: account.memberId ?? null,
    branchId: branch.id,
    superiorId: branch.parentId,
  };
  const relations = relationsTo(about, actor, await holdsCapacity(em, actor, clock.today()));
  if (relations.size === 0) return refuse('NOT_FOUND');
  const conflict = checkVersion(account.version, input.expectedVersion);
  if (conflict) return conflict;
  const from = account.status;
  const reason = verdict.action === 'REJECT' ? verdict.reason.trim() : null;
  const decision = decide<AccountWorkflow, RefusalCode>(accountWorkflow, {
    state: from,
    action: verdict.action,
    relations,
    facts: {
      notOwnCase: isOwnCase(about, actor) ? 'OWN_CASE' : true,
      positionFree: positionFree(account, await branchesWithSecretary(em, [branch.id])),
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
  return { id: account.id };
}

async function announceRejection(
  em: SqlEntityManager,
  { clock }: GraphContext,
  account: Account,
  actor: Actor,
  reason: string,
): Promise<void> {
  const data = {
    accountId: account.id,
    memberId: account.memberId ?? null,
    unitId: actor.capacity?.unitId ?? '',
    rejectedOn: clock.today(),
    reason,
  };
  await recordEvents(em, AccountRejected, [{ aggregateId: account.id, data }], { actor });
}

/** Takes what the form says into the registry's row, or makes the row for somebody whom the registry does not know. */
async function memberFor(em: SqlEntityManager, account: Account): Promise<Member | Refusal> {
  const known = account.memberId ? await em.findOneOrFail(Member, account.memberId) : null;
  // The registry may have learnt it after the form was sent.
  const exclusion = known && exclusionOf(known);
  if (exclusion) return refuse(exclusion);
  if (await numberTaken(em, account)) return refuse('IDENTIFIER_TAKEN');
  const placement = account.memberId ? await findPlacement(em, account.memberId) : null;
  if (placement?.branchId && placement.branchId !== account.branchId)
    return refuse('BRANCH_CHANGE_NEEDS_TRANSFER');
  const declared = {
    personalIdSealed: account.personalIdSealed,
    personalIdIndex: account.personalIdIndex,
    residenceBranchId: account.residenceBranchId ?? null,
    ...(account.cardNumberIndex
      ? { cardNumberSealed: account.cardNumberSealed ?? null, cardNumberIndex: account.cardNumberIndex }
      : {}),
    ...(account.legacyCardNumber ? { legacyCardNumber: account.legacyCardNumber } : {}),
    ...(account.profileNumber ? { profileNumber: account.profileNumber } : {}),
    joinDate: account.joinDate ?? null,
    officialDate: account.officialDate ?? null,
  };
  if (known) return em.assign(known, declared);
  const member = em.create(Member, {
    ...declared,
    fullName: account.fullName,
    dateOfBirth: account.dateOfBirth,
    gender: account.gender ?? null,
    nationality: account.nationality ?? 'Việt Nam',
    permanentAddress: account.permanentAddress ?? null,
    branchId: account.branchId ?? null,
    registrySource: 'SELF_DECLARED',
  });
  await em.persist(member).flush();
  return member;
}

/** Is a number of the form on somebody else's row by now? The table would refuse it anyway, less politely. */
async function numberTaken(em: SqlEntityManager, account: Account): Promise<boolean> {
  const others = await em.execute(
    `select 1 from member where id is distinct from ?
       and (personal_id_index = ? or personal_id_index = ? or card_number_index = ? or legacy_card_number = ?) limit 1`,
    [
      account.memberId ?? null,
      account.personalIdIndex,
      account.cardNumberIndex ?? null,
      account.cardNumberIndex ?? null,
      account.legacyCardNumber ?? null,
    ],
  );
  return others.length > 0;
}

/** What an approval gives: the claimed position, and the word of it to everybody else. */
async function admit(
  em: SqlEntityManager,
  { clock }: GraphContext,
  account: Account,
  member: Member,
  actor: Actor,
): Promise<void> {
  const placement = await findPlacement(em, member.id);
  const branchId = account.branchId ?? '';
  const claimed = positionClaimed(account.claimedPosition);
  if (claimed) {
    em.create(Position, { ...claimed, memberId: member.id, unitId: branchId, fromDate: clock.today() });
  }
  await em.flush();
  await recordMembers(em, [member.id]);
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
          approvedOn: clock.today(),
          monthlyDues: account.monthlyDues?.toString() ?? null,
          monthlyDuesFrom: account.monthlyDuesFrom ?? null,
          startsMembership: !placement?.branchId,
        },
      },
    ],
    { actor },
  );
  if (claimed) await recordOfficers(em, [branchId], clock.today());
}
