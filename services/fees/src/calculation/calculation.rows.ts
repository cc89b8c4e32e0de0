import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';
import type { MonthFacts } from './calculation.rules.ts';

/** A member and a month, and what decides about what is due. */
export interface CalculationRow extends MonthFacts {
  readonly memberId: string;
  readonly rateId: string | null;
  readonly waiverId: string | null;
  readonly isCharged: boolean;
}

type Amounts =
  | 'rateAmount'
  | 'proposedAmount'
  | 'reducedAmount'
  | 'creditUsed'
  | 'adjustments'
  | 'voluntary'
  | 'charged';
type Read = Omit<CalculationRow, Amounts> & Record<Amounts, string | null>;

const whole = (amount: string | null): bigint | null => (amount === null ? null : BigInt(amount));
const orZero = (amount: string | null): bigint => BigInt(amount ?? 0);

/** What decides about these members and months, in the order asked; one statement. */
export async function findCalculations(
  em: SqlEntityManager,
  asked: readonly { memberId: string; month: Month }[],
): Promise<CalculationRow[]> {
  const wanted = asked.map(({ memberId, month }, at) => ({ at, memberId, day: `${month}-01` }));
  const rows = await em.execute<Read[]>(
    `select asked."memberId", to_char(asked.day, 'YYYY-MM') as month, rate.id as "rateId", rate.monthly_amount as "rateAmount",
       rate.explanation, rate.proposed_amount as "proposedAmount", waiver.id as "waiverId", waiver.kind as "waiverKind",
       coalesce(charge.status = 'WAIVED', waiver.kind = 'EXEMPT', false) as "isWaived",
       reduced_dues(rate.monthly_amount, waiver.percent) as "reducedAmount",
       credit.used as "creditUsed", extra.adjustments, extra.voluntary, charge.amount as charged, charge.period is not null as "isCharged"
     from jsonb_to_recordset(?::jsonb) as asked(at int, "memberId" uuid, day date)
     left join dues_charge charge on charge.period = asked.day and charge.member_id = asked."memberId"
     left join dues_rate rate on rate.member_id = asked."memberId" and rate.status in ('APPROVED', 'SUPERSEDED')
       and asked.day between rate.from_period and coalesce(rate.to_period, 'infinity')
     left join lateral (
       select id, kind, percent from waiver
       where member_id = asked."memberId" and status = 'APPROVED' and kind <> 'ADVANCE'
         and asked.day between from_period and coalesce(to_period, 'infinity')
       order by kind = 'DEFER' limit 1) as waiver on true
     cross join lateral (
       select sum(amount_before - amount_after) as used from charge_change
       where member_id = asked."memberId" and period = asked.day and kind = 'CREDIT') as credit
     cross join lateral (
       select sum(amount) filter (where origin = 'ARREARS_ADJUSTMENT') as adjustments,
         sum(amount) filter (where origin = 'VOLUNTARY') as voluntary
       from extra_charge where member_id = asked."memberId" and period = asked.day and status <> 'WAIVED') as extra
     order by asked.at`,
    [JSON.stringify(wanted)],
  );
  return rows.map((row) => ({
    ...row,
    rateAmount: whole(row.rateAmount),
    proposedAmount: whole(row.proposedAmount),
    reducedAmount: whole(row.reducedAmount),
    charged: whole(row.charged),
    creditUsed: orZero(row.creditUsed),
    adjustments: orZero(row.adjustments),
    voluntary: orZero(row.voluntary),
  }));
}
