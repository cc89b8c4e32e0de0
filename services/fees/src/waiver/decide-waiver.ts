import { WaiverApproved } from '@dang/events/contracts/fees/waiver-approved';
import { WaiverRejected } from '@dang/events/contracts/fees/waiver-rejected';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { addMonths, lastDayOf } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { holdRuns } from '../charge/charge-month.ts';
import { actOnDossier } from '../decision/act-on-dossier.ts';
import { actedByText } from '../dossier-step/acted-by.ts';
import type {
  ApproveWaiverInput,
  EndWaiverInput,
  RejectWaiverInput,
  WithdrawWaiverInput,
} from '../generated/graph.ts';
import { applyWaivers } from './apply-waivers.ts';
import { overlapsDecided, waiverKind } from './waiver.rows.ts';

/**
 * Grants it: what is charged in its months follows at once, what comes heeds it. Refuses `WAIVER_OVERLAPS` when another decision holds in
 * one of them. Runs inside `mutate`.
 */
export async function approveWaiver(
  em: SqlEntityManager,
  context: GraphContext,
  { waiverId, expectedVersion }: ApproveWaiverInput,
): Promise<Refusal | Done> {
  const done = await actOnDossier(
    em,
    context,
    waiverKind,
    'APPROVE',
    { id: waiverId, expectedVersion },
    async (opened) => {
      const { dossier, actor, today } = opened;
      const { id, memberId, branchId, kind, from, through } = dossier;
      // a month is run before this is granted, and changed here, or after, and heeds it
      await em.execute(`select pg_advisory_xact_lock(hashtextextended('charging ' || ?, 0))`, [memberId]);
      await em.execute(`select pg_advisory_xact_lock(hashtextextended('waivers ' || ?, 0))`, [memberId]);
      const branches = await em.execute<{ branchId: string }[]>(
        'select distinct branch_id as "branchId" from charging where member_id = ?',
        [memberId],
      );
      await holdRuns(em, [branchId, ...branches.map((row) => row.branchId)]);
      if (await overlapsDecided(em, { id, memberId, kind, from, through })) return refuse('WAIVER_OVERLAPS');
      const data = {
        waiverId: id,
        memberId,
        branchId,
        waiverKind: kind,
        fromMonth: from,
        throughMonth: through,
        approvedOn: today,
      };
      await recordEvents(em, WaiverApproved, [{ aggregateId: id, data }], { actor });
      return { set: { decided_on: today, decided_by: actedByText(actor) } };
    },
  );
  if ('id' in done) await applyWaivers(em, [done.id], context.clock.today());
  return done;
}

/** Declines it with the reason that the member reads. Runs inside `mutate`. */
export function rejectWaiver(
  em: SqlEntityManager,
  context: GraphContext,
  { waiverId, expectedVersion, reason }: RejectWaiverInput,
): Promise<Refusal | Done> {
  const input = { id: waiverId, expectedVersion, reason };
  return actOnDossier(em, context, waiverKind, 'REJECT', input, async ({ dossier, actor, today, reason }) => {
    const { memberId, branchId, kind } = dossier;
    const data = { waiverId, memberId, branchId, waiverKind: kind, reason: reason ?? '' };
    await recordEvents(em, WaiverRejected, [{ aggregateId: waiverId, data }], { actor });
    return { set: { decided_on: today, decided_by: actedByText(actor), decision_reason: reason } };
  });
}

/** The member takes it back while it waits. Runs inside `mutate`. */
export function withdrawWaiver(
  em: SqlEntityManager,
  context: GraphContext,
  { waiverId, expectedVersion }: WithdrawWaiverInput,
): Promise<Refusal | Done> {
  return actOnDossier(
    em,
    context,
    waiverKind,
    'WITHDRAW',
    { id: waiverId, expectedVersion },
    async ({ today }) => ({
      set: { decided_on: today },
    }),
  );
}

/**
 * Ends it before its time: it holds no more from a coming month on; months that have begun stay as decided. Refuses `NOT_YET` for a
 * month that has begun, `NOTHING_CHANGES` for one after its end. Runs inside `mutate`.
 */
export function endWaiver(
  em: SqlEntityManager,
  context: GraphContext,
  { waiverId, expectedVersion, fromMonth, reason }: EndWaiverInput,
): Promise<Refusal | Done> {
  const input = { id: waiverId, expectedVersion, reason };
  return actOnDossier(em, context, waiverKind, 'END', input, async ({ dossier, today, reason }) => {
    if (fromMonth <= context.clock.month()) return refuse('NOT_YET', { field: 'fromMonth' });
    if (dossier.through !== null && fromMonth > dossier.through)
      return refuse('NOTHING_CHANGES', { field: 'fromMonth' });
    const last = addMonths(fromMonth, -1);
    const until = dossier.deferredUntil === null ? null : [dossier.deferredUntil, lastDayOf(last)].sort()[0];
    return {
      set: { to_period: `${last}-01`, deferred_until: until, ended_on: today, decision_reason: reason },
      to: last < dossier.from ? 'REVOKED' : 'APPROVED',
    };
  });
}
