import type { Actor } from '@dang/access/actor';
import { AccountSubmitted } from '@dang/events/contracts/identity/account-submitted';
import { recordEvents } from '@dang/events/outbox';
import { findPlacement } from '@dang/reference/members';
import { procedureStarted } from '@dang/reference/procedure-starts';
import { findUnits, type UnitRow } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { blindIndex, openText } from '@dang/service/sealed-text';
import { decide } from '@dang/workflow/decide';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { environmentOf } from '../environment.ts';
import { exclusionOf } from '../exclusion/exclusion.rows.ts';
import type { SubmitRegistrationInput } from '../generated/graph.ts';
import { openPositionClaim } from '../position-claim/open-claim.ts';
import { titleIn } from '../position-claim/position-claim.rules.ts';
import { registryMatchOf } from '../registry/registry-match.ts';
import { closesAccount } from '../registry-difference/difference.rules.ts';
import { Account } from './account.entity.ts';
import { isBranch, roleClaimed, waitingState } from './account.rules.ts';
import { type AccountWorkflow, accountWorkflow } from './account.workflow.ts';
import { keepStep, recordDossierState, takeDossierNumber } from './account-steps.ts';
import { unitInCharge } from './decider.ts';
import { type Form, faultyField, missingField, readForm, type TypedForm } from './form.rules.ts';
import { keepForm } from './form.ts';
import { filledFrom } from './registry-fill.rules.ts';
import { registryRowFor } from './registry-person.ts';
import { superiorGroundsOf } from './superior-grounds.ts';

/** The unit when members gather in it today, else the refusal that names the field. */
function usableBranch(
  units: readonly UnitRow[],
  id: string,
  today: string,
  field: string,
): UnitRow | Refusal {
  const unit = units.find((candidate) => candidate.id === id);
  if (!unit || !isBranch(unit.type)) return refuse('INVALID_INPUT', { field });
  return unit.validTo !== null && unit.validTo <= today ? refuse('UNIT_ENDED', { field }) : unit;
}

/** The branches of a form, both of them fit to be named today. */
export async function branchesOf(
  em: SqlEntityManager,
  form: Pick<Form, 'branchId' | 'residenceBranchId'>,
  today: string,
): Promise<Refusal | { branch: UnitRow }> {
  const { branchId, residenceBranchId } = form;
  const ids = [branchId, residenceBranchId].filter((id) => id !== null);
  const units = await findUnits(em, ids);
  const branch = usableBranch(units, branchId ?? '', today, 'branchId');
  if (isRefusal(branch)) return branch;
  const residence = residenceBranchId && usableBranch(units, residenceBranchId, today, 'residenceBranchId');
  return isRefusal(residence) ? residence : { branch };
}

/** The form as typed, with what the member database knows of this very person where nothing was said. */
async function completeForm(
  em: SqlEntityManager,
  context: GraphContext,
  account: Account,
  typed: TypedForm,
): Promise<Refusal | { form: Form; isInRegistry: boolean }> {
  const read = readForm(typed);
  if ('fault' in read) return refuse('INVALID_INPUT', { field: read.fault });
  const match = await registryMatchOf(em, account.id);
  const record = match?.record ?? null;
  const exclusion = record && (await exclusionOf(em, record));
  if (exclusion) return refuse(exclusion);
  if (record && closesAccount(record.status)) return refuse('MEMBER_NOT_ACTIVE');
  const sealed = match?.cardNumberSealed ?? null;
  const card = sealed && openText(environmentOf(context).PROVINCE_KEY, sealed);
  const form = filledFrom(record, card, read);
  const vouched = { dateOfBirth: account.dateOfBirth, permanentAddress: account.permanentAddress ?? null };
  const fault = faultyField(form, vouched, context.clock.today()) ?? missingField(form, vouched);
  return fault ? refuse('INVALID_INPUT', { field: fault }) : { form, isInRegistry: record !== null };
}

/** Who sends a registration, and how it came in. */
export type Filing = {
  actor: Actor;
  by: 'APPLICANT' | 'CLERK';
  channel: 'ONLINE' | 'PAPER' | 'POST';
  paperReference: string | null;
};

/** Sends this form as the registration of an account that the caller has locked; answers the account's id, or why not. */
export async function fileRegistration(
  em: SqlEntityManager,
  context: GraphContext,
  account: Account,
  typed: TypedForm,
  { actor, by, channel, paperReference }: Filing,
): Promise<Refusal | Done> {
  const today = context.clock.today();
  const from = account.status;
  let waits: 'PENDING_BRANCH' | 'PENDING_SUPERIOR' = 'PENDING_BRANCH';
  const submission = () =>
    decide<AccountWorkflow, RefusalCode>(accountWorkflow, {
      state: from,
      action: 'SUBMIT',
      relations: new Set([by]),
      facts: { notOwnCase: true },
      stepUpFresh: true,
      to: waits,
    });
  const barred = submission().refusal;
  if (barred) return refuse(barred);

  const complete = await completeForm(em, context, account, typed);
  if (isRefusal(complete)) return complete;
  const { form, isInRegistry } = complete;
  const branches = await branchesOf(em, form, today);
  if (isRefusal(branches)) return branches;
  const { branch } = branches;
  if (!(await procedureStarted(em, 'ACCOUNT', branch.id, today)))
    return refuse('PROCEDURE_NOT_STARTED', { field: 'branchId' });

  const { PROVINCE_INDEX_KEY } = environmentOf(context);
  const cardIndex = form.card?.series === 'NEW' ? blindIndex(PROVINCE_INDEX_KEY, form.card.digits) : null;
  const legacyCard = form.card?.series === 'OLD' ? form.card.digits : null;
  const member = await registryRowFor(em, account, cardIndex, legacyCard);
  if (isRefusal(member)) return member;
  const exclusion = member && (await exclusionOf(em, member));
  if (exclusion) return refuse(exclusion);
  if (member && closesAccount(member.status)) return refuse('MEMBER_NOT_ACTIVE');
  const placement = member && (await findPlacement(em, member.id));
  if (placement?.branchId && placement.branchId !== branch.id) {
    return refuse('BRANCH_CHANGE_NEEDS_TRANSFER', { field: 'branchId' });
  }

  waits = waitingState(form, await superiorGroundsOf(em, member?.id ?? null, today));
  const approverUnitId = waits === 'PENDING_SUPERIOR' ? branch.parentId : branch.id;
  keepForm(em, context, account, form);
  em.assign(account, {
    status: submission().to ?? waits,
    memberId: member?.id ?? null,
    number: account.number ?? (await takeDossierNumber(em, branch, today)),
    approverUnitId,
    registrySource: isInRegistry || member ? 'REGISTRY' : 'SELF_DECLARED',
    channel,
    paperReference,
    enteredBy: by === 'CLERK' ? actor.accountId : null,
    openedOn: account.openedOn ?? today,
    submittedOn: today,
    decidedOn: null,
    rejectionReason: null,
  });
  await em.flush();
  await keepStep(em, account, { action: 'SUBMIT', from, actor, at: context.clock.now() });
  const claim = await claimPosition(em, context, account, form, branch);
  if (isRefusal(claim)) return claim;
  const data = {
    accountId: account.id,
    memberId: account.memberId ?? null,
    unitId: (await unitInCharge(em, approverUnitId ?? branch.id, today)) ?? approverUnitId ?? branch.id,
    submittedOn: today,
    reason: null,
  };
  await recordEvents(em, AccountSubmitted, [{ aggregateId: account.id, data }], { actor });
  await recordDossierState(em, account, actor);
  const audit = { unitId: branch.id, memberId: account.memberId ?? null };
  return { id: account.id, audit: { ...audit, before: { status: from }, after: { status: account.status } } };
}

/** A claimed position becomes a claim of its own, which outlives the approval of the account (domain 5.6, T53). */
async function claimPosition(
  em: SqlEntityManager,
  context: GraphContext,
  account: Account,
  form: Form,
  branch: UnitRow,
): Promise<Refusal | { id: string } | null> {
  const role = roleClaimed(form.position);
  if (!role) return null;
  return openPositionClaim(em, context, {
    accountId: account.id,
    memberId: null,
    unitId: branch.id,
    role,
    title: titleIn(branch.type, role) ?? role,
    fromOn: context.clock.today(),
    throughOn: null,
  });
}

/** Sends the registration form of the actor's own account; answers its id, or why not. Runs inside `mutate`. */
export async function submitRegistration(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: SubmitRegistrationInput,
): Promise<Refusal | Done> {
  const account = await em.findOne(Account, actor.accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!account) return refuse('NOT_FOUND');
  const filing = { actor, by: 'APPLICANT', channel: 'ONLINE', paperReference: null } as const;
  return fileRegistration(em, context, account, input, filing);
}

/** Keeps what there is of the form in the actor's own account, unsent; answers its id, or why not. Runs inside `mutate`. */
export async function saveDraft(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  typed: TypedForm,
): Promise<Refusal | Done> {
  const account = await em.findOne(Account, actor.accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!account) return refuse('NOT_FOUND');
  const decision = decide<AccountWorkflow, RefusalCode>(accountWorkflow, {
    state: account.status,
    action: 'SAVE_DRAFT',
    relations: new Set(['APPLICANT']),
    facts: { notOwnCase: true },
    stepUpFresh: true,
  });
  if (decision.refusal) return refuse(decision.refusal);
  const form = readForm(typed);
  if ('fault' in form) return refuse('INVALID_INPUT', { field: `form.${form.fault}` });
  const vouched = { dateOfBirth: account.dateOfBirth, permanentAddress: account.permanentAddress ?? null };
  const fault = faultyField(form, vouched, context.clock.today());
  if (fault) return refuse('INVALID_INPUT', { field: `form.${fault}` });
  const units = [form.branchId, form.residenceBranchId].filter((id) => id !== null);
  if ((await findUnits(em, units)).length < new Set(units).size)
    return refuse('INVALID_INPUT', { field: 'form.branchId' });
  keepForm(em, context, account, form);
  await em.flush();
  return { id: account.id };
}
