import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';

/** A unit and what it gets, whole đồng as text. */
export interface UnitAmountRow {
  readonly unitId: string;
  readonly amount: string;
}

const byOwner = <Row extends { ownerId: string }>(ids: readonly string[], rows: readonly Row[]): Row[][] => {
  const lists = Map.groupBy(rows, ({ ownerId }) => ownerId);
  return ids.map((id) => lists.get(id) ?? []);
};

/** What each unit gets of these orders, the nearest to the member first, in the order of the ids. One statement. */
export async function findOrderShares(
  em: SqlEntityManager,
  orderIds: readonly string[],
): Promise<UnitAmountRow[][]> {
  const rows = await em.execute<(UnitAmountRow & { ownerId: string })[]>(
    `select order_id as "ownerId", share.unit_id as "unitId", sum(share.amount)::text as amount
     from order_line line
     cross join lateral unnest(share_units, share_amounts) with ordinality as share(unit_id, amount, place)
     where order_id = any(?::uuid[])
     group by order_id, share.unit_id
     order by order_id, min(place), share.unit_id`,
    [uuidArray(orderIds)],
  );
  return byOwner(orderIds, rows);
}

/**
 * What each unit got of the dues that these members paid for the months `from` through `through` (null: without a bound), the nearest
 * first, in the order of the ids: of payments that stand. One statement.
 */
export async function findMemberShares(
  em: SqlEntityManager,
  memberIds: readonly string[],
  from: string | null,
  through: string | null,
): Promise<UnitAmountRow[][]> {
  const rows = await em.execute<(UnitAmountRow & { ownerId: string })[]>(
    `select line.member_id as "ownerId", share.unit_id as "unitId", sum(share.amount)::text as amount
     from order_line line
     join payment_order paid on paid.id = line.order_id and paid.status = 'SUCCEEDED'
     cross join lateral unnest(share_units, share_amounts) with ordinality as share(unit_id, amount, place)
     where line.member_id = any(?::uuid[])
       and line.period between coalesce((? || '-01')::date, '-infinity') and coalesce((? || '-01')::date, 'infinity')
     group by line.member_id, share.unit_id
     order by line.member_id, min(place), sum(share.amount) desc, share.unit_id`,
    [uuidArray(memberIds), from, through],
  );
  return byOwner(memberIds, rows);
}

/** A line of an order with how it was divided. */
export interface DividedLine {
  readonly orderId: string;
  readonly line: number;
  readonly amount: string;
  readonly policyName: string;
  readonly units: readonly string[];
  readonly amounts: readonly string[];
}

/** These lines, in no particular order; one statement. */
export async function findDividedLines(
  em: SqlEntityManager,
  lines: readonly { readonly orderId: string; readonly line: number }[],
): Promise<DividedLine[]> {
  return em.execute(
    `select order_id as "orderId", order_line.line, amount, policy_id as "policyName", share_units as units,
       share_amounts::text[] as amounts
     from order_line
     join jsonb_to_recordset(?::jsonb) as asked("orderId" uuid, line smallint)
       on order_id = asked."orderId" and order_line.line = asked.line`,
    [JSON.stringify(lines.map(({ orderId, line }) => ({ orderId, line })))],
  );
}
