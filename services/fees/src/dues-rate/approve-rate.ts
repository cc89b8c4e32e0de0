import { DuesRateApproved } from '@dang/events/contracts/fees/dues-rate-approved';
import { DuesRateRejected } from '@dang/events/contracts/fees/dues-rate-rejected';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { formatDong } from '@dang/vietnam/dong';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { refreshBranchDues } from '../branch-dues/branch-dues.ts';
import { holdRuns } from '../charge/charge-month.ts';
import { settle } from '../charging/settle.ts';
import { actOnDossier, type Opened } from '../decision/act-on-dossier.ts';
import { keepStep } from '../decision/dossier.steps.ts';
import type { ApproveDuesRateInput, RejectDuesRateInput, WithdrawDuesRateInput } from '../generated/graph.ts';
import { endVoluntaryFrom, offerVoluntary } from '../voluntary/offer-voluntary.ts';
import { type DuesRateRow, duesRateKind } from './dues-rate.rows.ts';
import { reprice } from './reprice.ts';

/**
 * Approves a declared rate: it holds from its month on and the one before ends. Charges of months gone by follow (`reprice`), missing
 * ones are made, the standing is told, and a voluntary part goes to the direct superior. Refuses `BELOW_RATE` without a reason for less
 * than is prescribed. Runs inside `mutate`.
 */
export async function approveRate(
  em: SqlEntityManager,
  context: GraphContext,
  { duesRateId, expectedVersion, reason }: ApproveDuesRateInput,
): Promise<Refusal | Done> {
  const input = { id: duesRateId, expectedVersion, reason };
  const done = await actOnDossier(em, context, duesRateKind, 'APPROVE', input, async (opened) => {
    const { dossier, actor, today } = opened;
    const prescribed = dossier.proposedAmount === null ? 0n : BigInt(dossier.proposedAmount);
    if (BigInt(dossier.monthlyAmount) < prescribed && opened.reason === null)
      return refuse('BELOW_RATE', { field: 'reason', params: { least: formatDong(prescribed) } });
    await bringIntoForce(opened);
    return {
      set: {
        decided_on: today,
        decision_reason: opened.reason,
        approved_by_member_id: actor.memberId,
        approved_by_name: actor.name,
        approved_by_title: actor.capacity?.title ?? null,
        approved_for_unit_id: actor.capacity?.unitId ?? null,
        approved_on: today,
      },
    };
  });
  if ('id' in done) await settleApproved(em, context, done.id);
  return done;
}

/** Everything that must be as it was before: charges compare with the rate that still holds, which then ends. */
async function bringIntoForce({ em, context, dossier, today }: Opened<DuesRateRow>): Promise<void> {
  const { memberId, from, id } = dossier;
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('charging ' || ?, 0))`, [memberId]);
  const branches = await em.execute<{ branchId: string }[]>(
    'select distinct branch_id as "branchId" from charging where member_id = ?',
    [memberId],
  );
  await holdRuns(
    em,
    branches.map(({ branchId }) => branchId),
  );
  const coming = { id, memberId, from, amount: BigInt(dossier.monthlyAmount), category: dossier.category };
  const touched = await reprice(em, coming, today);
  const ended = await em.execute<{ id: string; before: string }[]>(
    `update dues_rate set version = version + 1,
       status = case when from_period < ?::date then 'SUPERSEDED' else 'REPLACED' end,
       to_period = case when from_period < ?::date then (?::date - interval '1 month')::date else to_period end
     where member_id = ? and status in ('APPROVED', 'SUPERSEDED') and coalesce(to_period, 'infinity') >= ?::date
     returning id, old.status as before`,
    [`${from}-01`, `${from}-01`, `${from}-01`, memberId, `${from}-01`],
  );
  for (const [state, rows] of Map.groupBy(ended, ({ before }) => before)) {
    const ids = rows.map((row) => row.id);
    const step = { action: 'SUPERSEDE', from: state, at: context.clock.now(), actor: null };
    await keepStep(em, 'dues_rate', ids, step);
  }
  await endVoluntaryFrom(em, context, memberId, from);
  await refreshBranchDues(em, touched);
}

/** What follows once the row holds. */
async function settleApproved(em: SqlEntityManager, context: GraphContext, id: string): Promise<void> {
  const [rate] = await duesRateKind.find(em, [id]);
  if (!rate?.branchId) throw new Error(`the approved rate ${id} has no branch`);
  const { memberId, from, branchId, monthlyAmount, decidedOn } = rate;
  await settle(em, [{ memberId, dueFrom: from }]);
  const data = {
    duesRateId: id,
    memberId,
    branchId,
    monthlyAmount: String(monthlyAmount),
    fromMonth: from,
    approvedOn: decidedOn ?? context.clock.today(),
  };
  await recordEvents(em, DuesRateApproved, [{ aggregateId: id, data }], { actor: context.actor });
  await offerVoluntary(em, context, rate);
}

/** Declines a declared rate with the reason that the member reads; what held before holds. Runs inside `mutate`. */
export function rejectRate(
  em: SqlEntityManager,
  context: GraphContext,
  { duesRateId, expectedVersion, reason }: RejectDuesRateInput,
): Promise<Refusal | Done> {
  const input = { id: duesRateId, expectedVersion, reason };
  return actOnDossier(em, context, duesRateKind, 'REJECT', input, async (opened) => {
    const { dossier, actor } = opened;
    const data = {
      duesRateId,
      memberId: dossier.memberId,
      branchId: dossier.branchId ?? '',
      reason: opened.reason ?? '',
    };
    await recordEvents(em, DuesRateRejected, [{ aggregateId: duesRateId, data }], { actor });
    return {
      set: {
        decided_on: opened.today,
        decision_reason: opened.reason,
        approved_by_name: actor.name,
        approved_by_title: actor.capacity?.title ?? null,
      },
    };
  });
}

/** Takes back what one has declared, while it waits. Runs inside `mutate`. */
export function withdrawRate(
  em: SqlEntityManager,
  context: GraphContext,
  { duesRateId, expectedVersion }: WithdrawDuesRateInput,
): Promise<Refusal | Done> {
  const input = { id: duesRateId, expectedVersion };
  return actOnDossier(em, context, duesRateKind, 'WITHDRAW', input, async ({ today }) => ({
    set: { decided_on: today },
  }));
}
