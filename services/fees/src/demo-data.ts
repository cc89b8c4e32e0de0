import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { refreshBranchDues } from './branch-dues/branch-dues.ts';
import { settle } from './charging/settle.ts';
import { type DemoDesk, type DeskKeys, loadDemoDesk } from './demo-desk.ts';
import { type PaidOrder, type Paths, payDemoOrders } from './demo-orders.ts';
import { refreshStandings } from './standing/refresh-standings.ts';

/** What fees owns of a demo province, as plain rows; months are `YYYY-MM`, days `YYYY-MM-DD`, amounts whole đồng. */
export interface FeesDemoData {
  /** The approved monthly dues of members; two of one member must not share a month. */
  rates: {
    memberId: string;
    category: string;
    monthlyAmount: number;
    from: string;
    to?: string | null;
    approvedOn: string;
    approvedBy: { memberId: string; name: string; title: string; unitId: string } | null;
  }[];
  /** The branch that charges a member from a month on; one row a member. */
  chargings: { memberId: string; branchId: string; from: string }[];
  /** The communes whose months are charged and announced. */
  communes: string[];
  /** The announced months, oldest first: each member who is charged and has a rate then has a charge, `OVERDUE` or, in the last month, `ANNOUNCED` … */
  months: string[];
  /** … unless one of these has paid it. */
  orders: PaidOrder[];
  /** The way up from every branch that is paid to. */
  paths: Paths;
  /** What waits, and where retained dues go. */
  desk: DemoDesk;
}

const atOnce = (rows: readonly object[]): string => JSON.stringify(rows);
const firstDay = (month: string): string => `${month}-01`;

/**
 * Loads the dues of the demo province, once: rates, who charges whom, the charges of the announced months with their
 * payment state, the standings, and the events that tell the other services. A second call does nothing. One transaction.
 */
export async function loadDemoData(em: SqlEntityManager, data: FeesDemoData, keys: DeskKeys): Promise<void> {
  await em.transactional(async (em) => {
    const first = await em.execute(
      'insert into demo_load default values on conflict do nothing returning loaded_at',
    );
    if (first.length === 0) return;
    // Letters of the demo's transfers are heard meanwhile: from here on they wait, and those before are settled at the end.
    await em.execute('lock table charging_ground in share row exclusive mode');
    const early = await em.execute<{ memberId: string }[]>(
      'select distinct member_id as "memberId" from charging_ground',
    );
    await em.execute(
      `insert into dues_rate (member_id, category, monthly_amount, from_period, to_period, status, approved_by_member_id,
         approved_by_name, approved_by_title, approved_for_unit_id, approved_on)
       select "memberId", category, "monthlyAmount", "from", "to", case when "to" is null then 'APPROVED' else 'SUPERSEDED' end,
         ("approvedBy" ->> 'memberId')::uuid, "approvedBy" ->> 'name', "approvedBy" ->> 'title',
         ("approvedBy" ->> 'unitId')::uuid, "approvedOn"
       from jsonb_to_recordset(?::jsonb) as row("memberId" uuid, category dues_category, "monthlyAmount" bigint, "from" date, "to" date,
         "approvedOn" date, "approvedBy" jsonb)`,
      [
        atOnce(
          data.rates.map((rate) => ({
            ...rate,
            from: firstDay(rate.from),
            to: rate.to && firstDay(rate.to),
          })),
        ),
      ],
    );
    await em.execute(
      `with started as (
         insert into charging_ground (kind, id, member_id, branch_id, paid_through, decided_on, occurred_at)
         select 'START', uuidv7(), "memberId", "branchId", "from" - interval '1 month', "from", now()
         from jsonb_to_recordset(?::jsonb) as row("memberId" uuid, "branchId" uuid, "from" date)
         returning *)
       insert into charging (member_id, branch_id, from_period, cause, cause_id)
       select member_id, branch_id, paid_through + interval '1 month', 'START', id from started`,
      [atOnce(data.chargings.map((row) => ({ ...row, from: firstDay(row.from) })))],
    );
    await loadCharges(em, data);
    await payDemoOrders(em, data.orders, data.paths);
    await refreshStandings(
      em,
      data.chargings.map(({ memberId }) => memberId),
    );
    await refreshBranchDues(
      em,
      await em.execute('select distinct branch_id as "branchId", period from dues_charge'),
    );
    await loadDemoDesk(em, data.desk, keys);
    await settle(
      em,
      early.map(({ memberId }) => ({ memberId, dueFrom: null })),
    );
  });
}

async function loadCharges(em: SqlEntityManager, { communes, months, orders }: FeesDemoData): Promise<void> {
  const days = atOnce(months.map((month) => ({ day: firstDay(month) })));
  await em.execute('select open_dues_month(day) from jsonb_to_recordset(?::jsonb) as row(day date)', [days]);
  const ordered = orders.flatMap(({ id, lines }) =>
    lines.map(({ memberId, month }) => ({ orderId: id, memberId, day: firstDay(month) })),
  );
  await em.execute(
    `insert into dues_charge (period, member_id, branch_id, category, amount, status, order_id)
     select month.day, charging.member_id, charging.branch_id, rate.category, rate.monthly_amount,
       case when "orderId" is not null then 'IN_PAYMENT'
         when month.day = max(month.day) over () then 'ANNOUNCED' else 'OVERDUE' end::dues_charge_status, "orderId"
     from jsonb_to_recordset(?::jsonb) as month(day date)
     join charging on month.day between charging.from_period and coalesce(charging.to_period, 'infinity')
     join dues_rate rate on rate.member_id = charging.member_id and rate.status in ('APPROVED', 'SUPERSEDED')
       and month.day between rate.from_period and coalesce(rate.to_period, 'infinity')
     left join jsonb_to_recordset(?::jsonb) as paid("orderId" uuid, "memberId" uuid, day date)
       on paid."memberId" = charging.member_id and paid.day = month.day
     order by month.day, charging.branch_id, charging.member_id`,
    [days, atOnce(ordered)],
  );
  await em.execute(
    `insert into charge_run (unit_id, period)
     select commune.id, month.day
     from jsonb_to_recordset(?::jsonb) as commune(id uuid)
     cross join jsonb_to_recordset(?::jsonb) as month(day date)`,
    [atOnce(communes.map((id) => ({ id }))), days],
  );
}
