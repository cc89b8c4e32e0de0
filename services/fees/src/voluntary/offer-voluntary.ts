import { getUnit } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';
import { voluntaryDecider } from '../decision/decider.ts';
import { keepStep } from '../decision/dossier.steps.ts';
import type { DuesRateRow } from '../dues-rate/dues-rate.rows.ts';

/** Reports the voluntary part of an approved rate to the direct superior, who decides (R5). Without one nothing is done. */
export async function offerVoluntary(
  em: SqlEntityManager,
  context: GraphContext,
  rate: DuesRateRow,
): Promise<void> {
  if (BigInt(rate.voluntaryAmount) === 0n || rate.branchId === null) return;
  const branch = await getUnit(em, rate.branchId);
  const [row] = await em.execute<{ id: string }[]>(
    `insert into voluntary_contribution (number, member_id, branch_id, approver_unit_id, rate_id, amount, category, from_period,
       status, requested_on)
     values ('TN-' || nextval('dues_dossier_number'), ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?) returning id`,
    [
      rate.memberId,
      rate.branchId,
      await voluntaryDecider(em, branch, rate.memberId),
      rate.id,
      rate.voluntaryAmount,
      rate.category,
      `${rate.from}-01`,
      context.clock.today(),
    ],
  );
  if (!row) throw new Error('an insert answers the row that it made');
  const step = { action: 'OFFER', from: null, at: context.clock.now(), actor: context.actor };
  await keepStep(em, 'voluntary_contribution', [row.id], step);
}

/** Another rate holds from this month on: what was given beyond the former one ends with the month before, decided or not. */
export async function endVoluntaryFrom(
  em: SqlEntityManager,
  context: GraphContext,
  memberId: string,
  from: Month,
): Promise<void> {
  const ended = await em.execute<{ id: string; before: string }[]>(
    `update voluntary_contribution set version = version + 1, status = 'ENDED', to_period = ?::date - interval '1 month',
       decided_on = coalesce(decided_on, ?)
     where member_id = ? and status in ('PENDING', 'APPROVED') returning id, old.status as before`,
    [`${from}-01`, context.clock.today(), memberId],
  );
  for (const { id, before } of ended) {
    await dropUnpaid(em, id, from);
    const step = { action: 'END', from: before, at: context.clock.now(), actor: null };
    await keepStep(em, 'voluntary_contribution', [id], step);
  }
}

/** What nobody has paid of it, from a month on (null: ever), is asked for no more. */
export async function dropUnpaid(em: SqlEntityManager, id: string, from: Month | null): Promise<void> {
  await em.execute(
    `update extra_charge set status = 'WAIVED'
     where cause_id = ? and origin = 'VOLUNTARY' and period >= ?::date
       and status not in ('PAID', 'IN_PAYMENT', 'WAIVED')`,
    [id, from === null ? '-infinity' : `${from}-01`],
  );
}

/**
 * What an order held of contributions that have ended meanwhile, and is owed again because nobody paid it or it was given back, is asked
 * for no more. Answers whose it was.
 */
export async function dropGivenUp(em: SqlEntityManager, orderId: string): Promise<string[]> {
  const dropped = await em.execute<{ memberId: string }[]>(
    `update extra_charge charge set status = 'WAIVED'
     from order_line line, voluntary_contribution part
     where line.order_id = ? and line.origin = 'VOLUNTARY' and charge.origin = line.origin and charge.period = line.period
       and charge.member_id = line.member_id and charge.seq = line.seq
       and charge.status not in ('PAID', 'IN_PAYMENT', 'WAIVED')
       and part.id = charge.cause_id and part.status = 'ENDED' and charge.period > part.to_period
     returning charge.member_id as "memberId"`,
    [orderId],
  );
  return [...new Set(dropped.map(({ memberId }) => memberId))];
}
