import { scopeUnitOf } from '@dang/access/actor';
import { barWithoutScans } from '@dang/documents/files/stored-file';
import { TransferSubmitted } from '@dang/events/contracts/transfers/transfer-submitted';
import { workingCalendar } from '@dang/reference/calendar';
import { findMember, findPlacement } from '@dang/reference/members';
import { officersOf } from '@dang/reference/officers';
import { procedureStarted } from '@dang/reference/procedure-starts';
import { chainOf, findUnits } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import type { Refusal } from '@dang/service/refusal';
import { isRefusal, refuse } from '@dang/service/refusal';
import { dossierNumber } from '@dang/vietnam/identifiers';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { attachToTransfer } from '../file/transfer-files.ts';
import type { TransferResult } from './act.ts';
import { refuseBar, signedInActor } from './act.ts';
import { dueOnOf } from './deadlines.rules.ts';
import type { transferChannels, transferReasons } from './dossier.entity.ts';
import { TransferDossier } from './dossier.entity.ts';
import { recordFact, recordState, stepOf } from './dossier.events.ts';
import { findDossierFor } from './dossier.reads.ts';
import { addEntry } from './history.ts';
import { actsForUnit } from './relations.rules.ts';
import type { TransferRequest } from './request.rules.ts';
import { requestBar } from './request.rules.ts';

type Channel = (typeof transferChannels)[number];
interface RequestInput extends TransferRequest {
  readonly idempotencyKey: string;
  readonly reason: (typeof transferReasons)[number];
  readonly documentIds?: readonly string[];
}
interface PaperInput extends RequestInput {
  readonly memberId: string;
  readonly channel: Channel;
  readonly scanIds: readonly string[];
}

/** The member asks, online, for themselves. */
export function requestOfficialTransfer(
  _: unknown,
  { input }: { input: RequestInput },
  context: GraphContext,
): Promise<TransferResult> {
  const call = {
    name: 'requestOfficialTransfer',
    input,
    field: 'transfer' as const,
    load: findDossierFor(context.actor),
  };
  return mutate(context, call, async (em) => {
    const { memberId } = signedInActor(context);
    if (memberId === null) return refuse('NOT_FOUND');
    const made = await openDossier(em, context, memberId, 'ONLINE', input);
    return withFiles(em, context, made, input.documentIds, 'documentIds');
  });
}

/** The branch enters what one of its members handed in on paper or sent by post, with its scans (domain 10.3). */
export function enterPaperTransfer(
  _: unknown,
  { input }: { input: PaperInput },
  context: GraphContext,
): Promise<TransferResult> {
  const call = {
    name: 'enterPaperTransfer',
    input,
    field: 'transfer' as const,
    load: findDossierFor(context.actor),
  };
  return mutate(context, call, async (em) => {
    const refusal = await refuseEntry(em, context, input.memberId);
    if (refusal) return refusal;
    if (input.channel === 'ONLINE') return refuse('INVALID_INPUT', { field: 'channel' });
    const bar = barWithoutScans(input.scanIds);
    if (bar) return bar;
    const made = await openDossier(em, context, input.memberId, input.channel, input);
    return withFiles(em, context, made, input.scanIds, 'scanIds');
  });
}

/** Refuses to enter a request for a member of another branch (who reads as not there), or for oneself. */
async function refuseEntry(
  em: SqlEntityManager,
  context: GraphContext,
  memberId: string,
): Promise<Refusal | null> {
  const actor = signedInActor(context);
  const notThere = refuse('NOT_FOUND', { field: 'memberId' });
  if (scopeUnitOf(actor, 'TRANSFER_REVIEW') === null) return notThere;
  if (actor.memberId === memberId) return refuse('OWN_CASE', { field: 'memberId' });
  const branchId = (await findPlacement(em, memberId))?.branchId;
  if (!branchId) return notThere;
  const [unit] = await findUnits(em, [branchId]);
  const leadership = { unit, officers: await officersOf(em, branchId), applicantId: memberId };
  return actsForUnit(actor, 'TRANSFER_REVIEW', leadership) ? null : notThere;
}

/** A dossier that was made, with what was brought to it. */
async function withFiles(
  em: SqlEntityManager,
  context: GraphContext,
  made: Refusal | Done,
  fileIds: readonly string[] | undefined,
  field: string,
): Promise<Refusal | Done> {
  if (isRefusal(made)) return made;
  return (await attachToTransfer(em, signedInActor(context), made.id, fileIds, field)) ?? made;
}

/** Opens a dossier for this member, who can have one open at a time, and tells the origin branch. */
async function openDossier(
  em: SqlEntityManager,
  context: GraphContext,
  memberId: string,
  channel: Channel,
  input: RequestInput,
): Promise<Refusal | Done> {
  const { clock, environment } = context;
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?::text, 0))', [memberId]);
  const member = await findMember(em, memberId);
  if (member === null) return refuse('NOT_FOUND');
  const originBranchId = (await findPlacement(em, memberId))?.branchId ?? null;
  const open = await em.execute('select from transfer_dossier where member_id = ? and closed_on is null', [
    memberId,
  ]);
  const destinationPath = await chainOf(em, input.destinationBranchId);
  const calendar = await workingCalendar(em);
  const bar = requestBar(input, {
    member,
    originBranchId,
    hasOpenDossier: open.length > 0,
    destinationPath,
    provinceCode: environment.PROVINCE_CODE,
    today: clock.today(),
    calendar,
  });
  if (bar) return refuseBar(bar);
  const unready = await refuseUnready(em, originBranchId as string, input.destinationBranchId, clock.today());
  if (unready) return unready;
  const number = await takeDossierNumber(em, originBranchId as string, clock.today());
  if (isRefusal(number)) return number;
  const actor = signedInActor(context);
  const dossier = em.create(TransferDossier, {
    number,
    kind: 'OFFICIAL',
    status: 'SUBMITTED',
    channel,
    reason: input.reason,
    version: 1,
    memberId,
    fullName: member.fullName,
    dateOfBirth: member.dateOfBirth,
    joinDate: member.joinDate,
    officialDate: member.officialDate,
    cardNumberSealed: member.cardNumberSealed,
    legacyCardNumber: member.legacyCardNumber,
    profileNumber: member.profileNumber,
    originBranchId: originBranchId as string,
    destinationBranchId: input.destinationBranchId,
    decisionNumber: input.decisionNumber.trim(),
    decisionDate: input.decisionDate,
    decisionIssuer: input.decisionIssuer.trim(),
    effectiveDate: input.effectiveDate,
    lateReason: input.lateReason?.trim() || null,
    supplementNote: null,
    letterId: null,
    introducedOn: null,
    sentAt: null,
    presentedOn: null,
    closedOn: null,
    requestedAt: clock.now(),
    requestedOn: clock.today(),
    waitingUnitId: originBranchId,
    dueOn: dueOnOf(calendar, {
      kind: 'OFFICIAL',
      status: 'SUBMITTED',
      effectiveDate: input.effectiveDate,
      introducedOn: null,
      presentedOn: null,
      closedOn: null,
    }),
  });
  await em.persist(dossier).flush();
  const action = channel === 'ONLINE' ? 'REQUEST' : 'ENTER_PAPER';
  const entry = { action, fromState: null, toState: 'SUBMITTED', at: dossier.requestedAt, boxIndex: null };
  await addEntry(em, actor, dossier, { ...entry, reason: dossier.lateReason ?? null });
  await recordFact(em, TransferSubmitted, dossier, stepOf(dossier), actor);
  await recordState(em, dossier, actor);
  const after = { status: dossier.status, destinationBranchId: dossier.destinationBranchId };
  return { id: dossier.id, audit: { unitId: dossier.originBranchId, memberId, after } };
}

/**
 * A transfer needs both ends: the branch that lets the member go and the one that receives work by this procedure already. A
 * branch that has ended begins nothing; where its members belong now is about to be told.
 */
async function refuseUnready(
  em: SqlEntityManager,
  originBranchId: string,
  destinationBranchId: string,
  today: string,
): Promise<Refusal | null> {
  const [origin] = await findUnits(em, [originBranchId]);
  if (origin?.validTo != null && origin.validTo <= today) return refuse('UNIT_ENDED');
  const started = (branchId: string) => procedureStarted(em, 'OFFICIAL_TRANSFER', branchId, today);
  if (!(await started(originBranchId))) return refuse('PROCEDURE_NOT_STARTED');
  return (await started(destinationBranchId))
    ? null
    : refuse('PROCEDURE_NOT_STARTED', { field: 'destinationBranchId' });
}

/** The next number of the branch on this day: gap-free, since the counter's row stays locked until the dossier is saved. */
async function takeDossierNumber(
  em: SqlEntityManager,
  branchId: string,
  day: string,
): Promise<string | Refusal> {
  const [branch] = await findUnits(em, [branchId]);
  if (branch === undefined) return refuse('MEMBER_HAS_NO_BRANCH');
  const [counter]: { last: number }[] = await em.execute(
    `insert into dossier_counter (unit_id, day, last) values (?, ?, 1)
     on conflict (unit_id, day) do update set last = dossier_counter.last + 1 returning last`,
    [branchId, day],
  );
  return dossierNumber(branch.code, 'P3', day, counter?.last ?? 0);
}
