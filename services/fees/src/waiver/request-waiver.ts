import { attachFiles, barWithoutScans } from '@dang/documents/files/stored-file';
import { WaiverSubmitted } from '@dang/events/contracts/fees/waiver-submitted';
import { recordEvents } from '@dang/events/outbox';
import { canSeeMember, findMember } from '@dang/reference/members';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { waiverDecider } from '../decision/decider.ts';
import { keepStep } from '../decision/dossier.steps.ts';
import { signedIn } from '../decision/signed-in.ts';
import { branchForDues } from '../dues-rate/declare-rate.ts';
import type { EnterWaiverInput, RequestWaiverInput } from '../generated/graph.ts';
import { overlapsDecided, WAIVER_FILES } from './waiver.rows.ts';
import { barTo, percentOf, type WaiverWish } from './waiver.rules.ts';

const REASON_LIMIT = 2_000;
const REFERENCE_LIMIT = 200;

const firstDay = (month: string | null): string | null => month && `${month}-01`;

/** Takes the wish to the unit that decides on it, or says why not. */
async function submit(
  em: SqlEntityManager,
  context: GraphContext,
  memberId: string,
  input: RequestWaiverInput,
  channel: 'ONLINE' | 'PAPER',
  files: { field: string; ids: readonly string[] | undefined },
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const today = context.clock.today();
  const branch = await branchForDues(em, memberId, today);
  if (isRefusal(branch)) return branch;
  const reason = tidyText(input.reason);
  if (reason === '') return refuse('REASON_REQUIRED', { field: 'reason' });
  if (reason.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  const wish: WaiverWish = {
    kind: input.kind,
    ground: input.ground,
    fromMonth: input.fromMonth,
    throughMonth: input.throughMonth ?? null,
    deferredUntil: input.kind === 'DEFER' ? (input.deferredUntil ?? null) : null,
    requestReference: tidyText(input.requestReference ?? '') || null,
    exemptedBy: tidyText(input.exemptedBy ?? '') || null,
    exemptedFrom: input.exemptedFrom ?? null,
    exemptedThrough: input.exemptedThrough ?? null,
  };
  for (const field of ['requestReference', 'exemptedBy'] as const)
    if ((wish[field] ?? '').length > REFERENCE_LIMIT) return refuse('INVALID_INPUT', { field });
  const member = await findMember(em, memberId);
  const bar = barTo(wish, { joinDate: member?.joinDate ?? member?.officialDate ?? null, today });
  if (bar) return bar;
  // two at once for one member wait here
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('waivers ' || ?, 0))`, [memberId]);
  const pending = await em.execute(
    `select from waiver where member_id = ? and kind = ? and status = 'PENDING'`,
    [memberId, wish.kind],
  );
  if (pending.length > 0) return refuse('RATE_PENDING');
  const { kind, fromMonth: from, throughMonth: through } = wish;
  if (await overlapsDecided(em, { id: null, memberId, kind, from, through }))
    return refuse('WAIVER_OVERLAPS', { field: 'fromMonth' });
  const approverUnitId = await waiverDecider(em, branch, memberId);
  const [row] = await em.execute<{ id: string }[]>(
    `insert into waiver (member_id, branch_id, approver_unit_id, kind, percent, ground, from_period, to_period, deferred_until, status,
       channel, request_reference, exempted_by, exempted_from, exempted_through, reason, entered_by_account_id, requested_on)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    [
      memberId,
      branch.id,
      approverUnitId,
      kind,
      percentOf(kind),
      wish.ground,
      firstDay(from),
      firstDay(through),
      wish.deferredUntil,
      channel,
      wish.requestReference,
      wish.exemptedBy,
      firstDay(wish.exemptedFrom),
      firstDay(wish.exemptedThrough),
      reason,
      channel === 'PAPER' ? actor.accountId : null,
      today,
    ],
  );
  if (!row) throw new Error('an insert answers the row that it made');
  const action = channel === 'PAPER' ? 'ENTER' : 'REQUEST';
  await keepStep(em, 'waiver', [row.id], { action, from: null, at: context.clock.now(), actor });
  const subject = { kind: WAIVER_FILES, id: row.id };
  const refusal = await attachFiles(em, actor, files.ids ?? [], subject, files.field);
  if (refusal) return refusal;
  const data = { waiverId: row.id, memberId, branchId: branch.id, approverUnitId, waiverKind: kind };
  await recordEvents(em, WaiverSubmitted, [{ aggregateId: row.id, data }], { actor });
  return { id: row.id, audit: { unitId: branch.id, memberId, after: { kind, from, through } } };
}

/** The member asks for it themselves. Runs inside `mutate`. */
export async function requestWaiver(
  em: SqlEntityManager,
  context: GraphContext,
  input: RequestWaiverInput,
): Promise<Refusal | Done> {
  const { memberId } = signedIn(context);
  if (memberId === null) return refuse('MEMBER_HAS_NO_BRANCH');
  return submit(em, context, memberId, input, 'ONLINE', { field: 'documentIds', ids: input.documentIds });
}

/** The branch enters what a member asked for on paper, with its scans (domain 10.3); somebody else decides. Runs inside `mutate`. */
export async function enterWaiver(
  em: SqlEntityManager,
  context: GraphContext,
  input: EnterWaiverInput,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const { memberId } = input;
  if (memberId === actor.memberId) return refuse('OWN_CASE', { field: 'memberId' });
  if (!(await canSeeMember(em, actor, [memberId], 'DUES_ANNOUNCE')).has(memberId))
    return refuse('NOT_FOUND', { field: 'memberId' });
  if (!input.requestReference?.trim()) return refuse('REQUEST_REQUIRED', { field: 'requestReference' });
  const bar = barWithoutScans(input.scanIds);
  if (bar) return bar;
  return submit(em, context, memberId, input, 'PAPER', { field: 'scanIds', ids: input.scanIds });
}
