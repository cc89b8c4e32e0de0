import { type Actor, signInIsFresh } from '@dang/access/actor';
import { ChangeRequestApproved } from '@dang/events/contracts/identity/change-request-approved';
import { ChangeRequestRejected } from '@dang/events/contracts/identity/change-request-rejected';
import { ChangeRequestSubmitted } from '@dang/events/contracts/identity/change-request-submitted';
import { recordEvents } from '@dang/events/outbox';
import { findPlacement } from '@dang/reference/members';
import { procedureStarted } from '@dang/reference/procedure-starts';
import { findUnits, getUnit } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { tidyText } from '@dang/vietnam/text';
import { decide } from '@dang/workflow/decide';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Account } from '../account/account.entity.ts';
import { isOwnCase, relationsTo } from '../account/account.rules.ts';
import { takeDossierNumber } from '../account/account-steps.ts';
import { branchesOf } from '../account/registration.ts';
import { superiorGroundsOf } from '../account/superior-grounds.ts';
import { exclusionOf } from '../exclusion/exclusion.rows.ts';
import type { RequestAccountChangeInput } from '../generated/graph.ts';
import { Member } from '../member/member.entity.ts';
import { recordMembers } from '../member/recorded-members.ts';
import { recordOfficers } from '../position/officers.ts';
import { heldPositionsOf, holdsCapacity } from '../position/position.rows.ts';
import { isCurrent } from '../position/position.rules.ts';
import {
  changed,
  changesBetween,
  faultyChange,
  type Information,
  isImportant,
  isOutdated,
  readChanges,
  waitsAt,
} from './change.rules.ts';
import { AccountChangeRequest } from './change-request.entity.ts';
import { type ChangeRequestWorkflow, changeRequestWorkflow } from './change-request.workflow.ts';
import { keepChangeStep } from './change-steps.ts';
import { holdInformation, informationOf, openChanges, sealChanges } from './information.ts';
import { numberTaken } from './taken-numbers.ts';

const textLimit = 2000;

/** Changes that one account asks for in a day, whatever became of them: a day of a unit has 9,999 numbers for everybody. */
const CHANGES_A_DAY = 100;

/** The account and the member's row behind it, both locked: whoever changes them at once waits here. */
async function lockPerson(em: SqlEntityManager, accountId: string) {
  const account = await em.findOne(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!account?.memberId || account.status !== 'ACTIVE') return null;
  const member = await em.findOneOrFail(Member, account.memberId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return { account, member };
}

/** Why this information cannot hold of this member, or null. */
async function barOf(
  em: SqlEntityManager,
  context: GraphContext,
  person: { account: Account; member: Member },
  after: Information,
  asked: ReadonlySet<string>,
): Promise<Refusal | null> {
  const exclusion = await exclusionOf(em, person.member);
  if (exclusion) return refuse(exclusion);
  if (asked.has('cardNumber') && (await numberTaken(em, context, person.member, after.cardNumber ?? null)))
    return refuse('IDENTIFIER_TAKEN', { field: 'cardNumber' });
  if (!asked.has('residenceBranchId') || !after.residenceBranchId) return null;
  const residence = { branchId: after.residenceBranchId, residenceBranchId: after.residenceBranchId };
  const branches = await branchesOf(em, residence, context.clock.today());
  return isRefusal(branches) ? refuse(branches.code, { field: 'residenceBranchId' }) : null;
}

/** Asks for a change of the actor's own information; answers the id of the change, or why not. Runs inside `mutate`. */
export async function requestChange(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: RequestAccountChangeInput,
): Promise<Refusal | Done> {
  const today = context.clock.today();
  const person = await lockPerson(em, actor.accountId);
  if (!person) return refuse('WRONG_STATE');
  const { account, member } = person;
  const open = await em.count(AccountChangeRequest, { accountId: account.id, decidedOn: null });
  if (open > 0) return refuse('CHANGE_ALREADY_OPEN');
  const ofToday = await em.count(AccountChangeRequest, { accountId: account.id, submittedOn: today });
  if (ofToday >= CHANGES_A_DAY) return refuse('RATE_LIMITED');
  const placement = await findPlacement(em, member.id);
  if (!placement?.branchId) return refuse('MEMBER_HAS_NO_BRANCH');
  if (input.branchId && input.branchId !== placement.branchId)
    return refuse('BRANCH_CHANGE_NEEDS_TRANSFER', { field: 'branchId' });
  const branch = await getUnit(em, placement.branchId);
  if (!(await procedureStarted(em, 'ACCOUNT', branch.id, today))) return refuse('PROCEDURE_NOT_STARTED');

  const asked = readChanges(input);
  if ('fault' in asked && typeof asked.fault === 'string')
    return refuse('INVALID_INPUT', { field: asked.fault });
  const current = informationOf(context, account, member);
  const changes = changesBetween(current, asked as Information);
  if (changes.length === 0) return refuse('NOTHING_TO_CHANGE');
  const after = changed(current, changes);
  const fault = faultyChange(after, changes, member.dateOfBirth, today);
  if (fault) return refuse('INVALID_INPUT', { field: fault });
  const note = input.note ? tidyText(input.note) : null;
  if (note && note.length > textLimit) return refuse('INVALID_INPUT', { field: 'note' });
  const fields = changes.map(({ field }) => field);
  const bar = await barOf(em, context, person, after, new Set(fields));
  if (bar) return bar;

  const grounds = await superiorGroundsOf(em, member.id, today);
  const status = waitsAt(changes, {
    leadsBranch: grounds.leadsBranch,
    holdsRetainedDues: grounds.holdsRetainedDues || account.receivesRetainedDues,
    nobodyElse: !(await hasOtherLeader(em, branch.id, member.id, today)),
  });
  const request = em.create(AccountChangeRequest, {
    status,
    accountId: account.id,
    memberId: member.id,
    number: await takeDossierNumber(em, branch, today, 'ACCOUNT_CHANGE'),
    branchId: branch.id,
    approverUnitId: status === 'PENDING_SUPERIOR' ? (branch.parentId ?? branch.id) : branch.id,
    fields,
    changesSealed: sealChanges(context, changes),
    important: isImportant(changes),
    note: note || null,
    submittedOn: today,
  });
  await em.persist(request).flush();
  await keepChangeStep(em, request, { action: 'REQUEST', from: null, actor, at: context.clock.now() });
  const data = {
    requestId: request.id,
    accountId: account.id,
    memberId: member.id,
    unitId: request.approverUnitId,
    submittedOn: today,
  };
  await recordEvents(em, ChangeRequestSubmitted, [{ aggregateId: request.id, data }], { actor });
  return { id: request.id, audit: { unitId: branch.id, memberId: member.id, after: { status, fields } } };
}

/** Is somebody else secretary or deputy of the branch, who could decide? */
async function hasOtherLeader(
  em: SqlEntityManager,
  branchId: string,
  memberId: string,
  today: string,
): Promise<boolean> {
  const rows = await em.execute(
    `select from position where unit_id = ? and member_id <> ? and ended_on is null
       and role in ('BRANCH_SECRETARY', 'BRANCH_DEPUTY_SECRETARY') and from_date <= ? and coalesce(to_date >= ?, true)
     limit 1`,
    [branchId, memberId, today, today],
  );
  return rows.length > 0;
}

/** What to do with a change that waits. */
export type ChangeVerdict =
  | { action: 'APPROVE' }
  | { action: 'REJECT'; reason: string }
  | { action: 'WITHDRAW' };

/**
 * Approves, rejects or withdraws a change, in one transaction with everything that follows from it. Answers its id, or why
 * not: `NOT_FOUND` for a change that is not before the actor. Runs inside `mutate`.
 */
export async function settleChange(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: { changeId: string; expectedVersion: number },
  verdict: ChangeVerdict,
): Promise<Refusal | Done> {
  const today = context.clock.today();
  const request = await em.findOne(AccountChangeRequest, input.changeId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
  });
  const [branch] = request ? await findUnits(em, [request.branchId]) : [];
  if (!request || !branch) return refuse('NOT_FOUND');
  const { accountId, memberId } = request;
  const hasEnded = branch.validTo !== null && branch.validTo <= today;
  const about = { accountId, memberId, branchId: branch.id, superiorId: branch.parentId };
  const relations = relationsTo(about, actor, await holdsCapacity(em, actor, today));
  if (relations.size === 0) return refuse('NOT_FOUND');
  const conflict = checkVersion(request.version, input.expectedVersion);
  if (conflict) return conflict;
  const from = request.status;
  const reason = verdict.action === 'REJECT' ? verdict.reason.trim() : null;
  const decision = decide<ChangeRequestWorkflow, RefusalCode>(changeRequestWorkflow, {
    state: from,
    action: verdict.action,
    relations,
    facts: { notOwnCase: isOwnCase(about, actor) ? 'OWN_CASE' : true },
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
  });
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason !== null && reason.length > textLimit) return refuse('INVALID_INPUT', { field: 'reason' });

  if (hasEnded && verdict.action === 'APPROVE') return refuse('UNIT_ENDED');
  const bar = verdict.action === 'APPROVE' ? await bringIntoForce(em, context, request) : null;
  if (bar) return bar;
  em.assign(request, { status: decision.to, decidedOn: today, rejectionReason: reason });
  await em.flush();
  await keepChangeStep(em, request, { action: verdict.action, from, actor, at: context.clock.now(), reason });
  const unitId = actor.capacity?.unitId ?? branch.id;
  const data = { requestId: request.id, accountId, memberId, unitId, decidedOn: today };
  if (verdict.action === 'APPROVE')
    await recordEvents(em, ChangeRequestApproved, [{ aggregateId: request.id, data }], { actor });
  if (reason !== null) {
    const rejected = { aggregateId: request.id, data: { ...data, reason } };
    await recordEvents(em, ChangeRequestRejected, [rejected], { actor });
  }
  return {
    id: request.id,
    audit: {
      unitId: branch.id,
      memberId,
      before: { status: from },
      after: { status: request.status, fields: request.fields },
      reason,
    },
  };
}

/** Makes the new data hold and tells everybody; or why that is not possible (any more). */
async function bringIntoForce(
  em: SqlEntityManager,
  context: GraphContext,
  request: AccountChangeRequest,
): Promise<Refusal | null> {
  const today = context.clock.today();
  const person = await lockPerson(em, request.accountId);
  if (!person) return refuse('MEMBER_NOT_ACTIVE');
  const changes = openChanges(context, request.changesSealed);
  const current = informationOf(context, person.account, person.member);
  if (isOutdated(current, changes)) return refuse('CHANGE_OUTDATED');
  const after = changed(current, changes);
  const fault = faultyChange(after, changes, person.member.dateOfBirth, today);
  if (fault) return refuse('CHANGE_OUTDATED', { field: fault });
  const bar = await barOf(em, context, person, after, new Set(request.fields));
  if (bar) return bar;
  await holdInformation(em, context, person, after, changes);
  await em.flush();
  await recordMembers(em, [person.member.id]);
  if (!request.fields.includes('fullName')) return null;
  const held = await heldPositionsOf(em, [person.member.id]);
  const offices = held.filter((one) => one.kind !== 'ADMIN_GRANT' && isCurrent(one, today));
  await recordOfficers(em, [...new Set(offices.map(({ unitId }) => unitId))], today);
  return null;
}
