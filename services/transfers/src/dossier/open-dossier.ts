import type { Actor } from '@dang/access/actor';
import { scopeUnitOf } from '@dang/access/actor';
import { TransferSubmitted } from '@dang/events/contracts/transfers/transfer-submitted';
import { workingCalendar } from '@dang/reference/calendar';
import { findMember, findPlacement } from '@dang/reference/members';
import { officersOf } from '@dang/reference/officers';
import { procedureStarted } from '@dang/reference/procedure-starts';
import { chainOf, findUnits } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import type { Refusal } from '@dang/service/refusal';
import { isRefusal, refuse } from '@dang/service/refusal';
import { dossierNumber } from '@dang/vietnam/identifiers';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { BroughtDocument } from '../file/transfer-files.ts';
import {
  attachDocuments,
  attachToTransfer,
  barMissingDocuments,
  barOfficersDocuments,
} from '../file/transfer-files.ts';
import { leavesProvince } from '../letter/letter-ends.ts';
import { signedInActor } from './acting.ts';
import { refuseBar } from './bar.ts';
import { dueOnOf } from './deadlines.rules.ts';
import { TransferDossier } from './dossier.entity.ts';
import { recordFact, recordState, stepOf } from './dossier.events.ts';
import type { transferChannels } from './dossier.row.ts';
import { addEntry } from './history.ts';
import { actsForUnit } from './relations.rules.ts';
import type { DraftRequest, TransferRequest } from './request.rules.ts';
import { requestBar } from './request.rules.ts';
import { requestKinds } from './request-kinds.ts';
import type { TransferKind } from './workflows.ts';
import { procedureOf } from './workflows.ts';

type Channel = (typeof transferChannels)[number];

/** Whose dossier is opened, and how the request came in. */
interface Opening {
  readonly kind: TransferKind;
  readonly channel: Channel;
  readonly memberId: string;
  /** The temporary transfer that this one makes permanent. */
  readonly convertsId?: string;
}

/** Refuses to enter a request for a member of another branch (who reads as not there), or for oneself. */
export async function refuseEntry(
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

/** A dossier that a member opened online, with what was brought to it. Refused: DOCUMENT_MISSING, and what attaching is refused. */
export async function withDocuments(
  em: SqlEntityManager,
  context: GraphContext,
  made: Refusal | Done,
  kind: TransferKind,
  documents: readonly BroughtDocument[] | undefined,
): Promise<Refusal | Done> {
  if (isRefusal(made)) return made;
  const refusal =
    barOfficersDocuments(documents) ??
    barMissingDocuments(requestKinds[kind].documents, documents) ??
    (await attachDocuments(em, signedInActor(context), made.id, documents));
  return refusal ?? made;
}

/** A dossier that was entered from paper, with its scans. */
export async function withScans(
  em: SqlEntityManager,
  context: GraphContext,
  made: Refusal | Done,
  scanIds: readonly string[],
): Promise<Refusal | Done> {
  if (isRefusal(made)) return made;
  return (await attachToTransfer(em, signedInActor(context), made.id, scanIds, 'scanIds')) ?? made;
}

/** One at a time for this member, until the transaction ends: requests, and drafts that begin. */
export const lockMember = (em: SqlEntityManager, memberId: string) =>
  em.execute('select pg_advisory_xact_lock(hashtextextended(?::text, 0))', [memberId]);

/** The member and the branch as they are known today. Refused: NOT_FOUND. */
async function memberNow(em: SqlEntityManager, memberId: string) {
  const member = await findMember(em, memberId);
  if (member === null) return refuse('NOT_FOUND');
  const { fullName, gender, dateOfBirth, joinDate, officialDate } = member;
  const { cardNumberSealed, legacyCardNumber, profileNumber } = member;
  const numbers = { cardNumberSealed, legacyCardNumber, profileNumber };
  const subject = { fullName, gender, dateOfBirth, joinDate, officialDate, ...numbers };
  const originBranchId = (await findPlacement(em, memberId))?.branchId ?? null;
  return { member, originBranchId, subject };
}

/**
 * What a request fixes on the day on which it is made: the member, the branch, the day. Refused for every reason for which a request is
 * (domain: "When"). The member is locked by then.
 */
export async function checkRequest(
  em: SqlEntityManager,
  { clock, environment }: GraphContext,
  { kind, memberId }: Pick<Opening, 'kind' | 'memberId'>,
  request: DraftRequest,
) {
  const known = await memberNow(em, memberId);
  if (isRefusal(known)) return known;
  const { member, originBranchId, subject } = known;
  const destinationBranchId = request.destinationBranchId ?? null;
  const destinationPath = destinationBranchId === null ? [] : await chainOf(em, destinationBranchId);
  const bar = requestBar(request, {
    kind,
    member,
    originBranchId,
    hasOpenDossier: await hasOpenDossier(em, memberId),
    destinationPath,
    today: clock.today(),
    calendar: await workingCalendar(em),
  });
  if (bar) return refuseBar(bar);
  if (originBranchId === null) throw new Error('a request without an origin branch was accepted');
  const leaves = leavesProvince(destinationPath, environment.PROVINCE_CODE);
  const ends = { originBranchId, destinationBranchId: leaves ? null : destinationBranchId };
  const unready = await refuseUnready(em, kind, ends, clock.today());
  if (unready) return unready;
  const made = { requestedAt: clock.now(), requestedOn: clock.today(), submitted: true };
  return { ...subject, ...made, originBranchId, waitingUnitId: originBranchId };
}

/** The columns that a request fills; texts are trimmed, and empty ones are none. */
export const columnsOf = (request: DraftRequest) => ({
  destinationBranchId: request.destinationBranchId ?? null,
  destinationText: request.destinationText?.trim() || null,
  reason: request.reason ?? null,
  decisionNumber: request.decisionNumber?.trim() || null,
  decisionDate: request.decisionDate ?? null,
  decisionIssuer: request.decisionIssuer?.trim() || null,
  effectiveDate: request.effectiveDate ?? null,
  lateReason: request.lateReason?.trim() || null,
});

/** Opens a dossier for this member, who can have one open at a time, and tells the origin branch. */
export async function openDossier(
  em: SqlEntityManager,
  context: GraphContext,
  { kind, channel, memberId, convertsId }: Opening,
  input: TransferRequest,
): Promise<Refusal | Done> {
  await lockMember(em, memberId);
  const fixed = await checkRequest(em, context, { kind, memberId }, input);
  if (isRefusal(fixed)) return fixed;
  const { originBranchId, requestedOn } = fixed;
  const number = await takeDossierNumber(em, kind, originBranchId, requestedOn);
  if (isRefusal(number)) return number;
  const row = {
    number,
    kind,
    channel,
    memberId,
    convertsId: convertsId ?? null,
    status: 'SUBMITTED' as const,
  };
  const dossier = em.create(TransferDossier, { ...justBegun, ...columnsOf(input), ...fixed, ...row });
  dossier.dueOn = dueOnOf(await workingCalendar(em), dossier);
  await em.persist(dossier).flush();
  await tellOpened(em, signedInActor(context), dossier);
  const after = { status: dossier.status, destinationBranchId: dossier.destinationBranchId };
  return { id: dossier.id, audit: { unitId: originBranchId, memberId, after } };
}

/** Begins a draft of this member, who has a branch; its number is taken today and stays. */
export async function beginDraft(
  em: SqlEntityManager,
  { clock }: GraphContext,
  { kind, memberId }: Pick<Opening, 'kind' | 'memberId'>,
  input: DraftRequest,
): Promise<Refusal | TransferDossier> {
  const known = await memberNow(em, memberId);
  if (isRefusal(known)) return known;
  const { originBranchId, subject } = known;
  if (originBranchId === null) return refuse('MEMBER_HAS_NO_BRANCH');
  const number = await takeDossierNumber(em, kind, originBranchId, clock.today());
  if (isRefusal(number)) return number;
  const begun = {
    requestedAt: clock.now(),
    requestedOn: clock.today(),
    waitingUnitId: null,
    submitted: false,
  };
  const row = { number, kind, memberId, originBranchId, channel: 'ONLINE', status: 'DRAFT' } as const;
  return em.create(TransferDossier, { ...justBegun, ...columnsOf(input), ...subject, ...begun, ...row });
}

/** What a dossier does not have yet on its first day. */
const justBegun = {
  version: 1,
  supplementNote: null,
  letterId: null,
  introducedOn: null,
  sentAt: null,
  presentedOn: null,
  closedOn: null,
  dueOn: null,
} as const;

/** A draft bars nothing, and neither does a stay that is about to become permanent. */
async function hasOpenDossier(em: SqlEntityManager, memberId: string): Promise<boolean> {
  const open = await em.execute(
    `select from transfer_dossier where member_id = ? and closed_on is null and status not in ('DRAFT', 'CONVERTED')`,
    [memberId],
  );
  return open.length > 0;
}

async function tellOpened(em: SqlEntityManager, actor: Actor, dossier: TransferDossier): Promise<void> {
  const asked = dossier.channel === 'ONLINE' ? 'REQUEST' : 'ENTER_PAPER';
  const action = dossier.convertsId === null ? asked : 'CONVERT_STAY';
  const entry = { action, fromState: null, toState: dossier.status, at: dossier.requestedAt, boxIndex: null };
  await addEntry(em, actor, dossier, { ...entry, reason: dossier.lateReason ?? null });
  await recordFact(em, TransferSubmitted, dossier, stepOf(dossier), actor);
  await recordState(em, dossier, actor);
}

/**
 * A transfer needs both ends: the branch that lets the member go and the one that receives work by this procedure already. What lies
 * outside of this province (null) is not asked. A branch that has ended begins nothing; where its members belong now is about to be told.
 */
export async function refuseUnready(
  em: SqlEntityManager,
  kind: TransferKind,
  { originBranchId, destinationBranchId }: { originBranchId: string; destinationBranchId: string | null },
  today: string,
): Promise<Refusal | null> {
  const [origin] = await findUnits(em, [originBranchId]);
  if (origin?.validTo != null && origin.validTo <= today) return refuse('UNIT_ENDED');
  const started = (branchId: string) => procedureStarted(em, procedureOf(kind), branchId, today);
  if (!(await started(originBranchId))) return refuse('PROCEDURE_NOT_STARTED');
  return destinationBranchId === null || (await started(destinationBranchId))
    ? null
    : refuse('PROCEDURE_NOT_STARTED', { field: 'destinationBranchId' });
}

/** The next number of the branch on this day: gap-free, since the counter's row stays locked until the dossier is saved. */
export async function takeDossierNumber(
  em: SqlEntityManager,
  kind: TransferKind,
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
  return dossierNumber(branch.code, requestKinds[kind].mark, day, counter?.last ?? 0);
}
