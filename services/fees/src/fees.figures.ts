import type { Figure } from '@dang/service/figures';

const totalsTail = (): Figure => {
  // a delta has no time of its own: it waits since it was first seen as the oldest
  let oldest: { xid: string; since: number } | null = null;
  return {
    gauges: {
      totals_tail_rows: 'Changes of dues that are not folded into the totals yet',
      totals_tail_oldest_seconds: 'Since when the oldest of them has been seen waiting',
    },
    async ask(em) {
      const [tail] = await em.execute<{ rows: number; first: string | null }[]>(
        `select count(*)::int as rows, min(xid)::text as first from totals_delta
         where xid >= (select upto from fold_place where name = 'totals')`,
      );
      const first = tail?.first ?? null;
      if (first === null) oldest = null;
      else if (oldest?.xid !== first) oldest = { xid: first, since: performance.now() };
      const waitedMs = oldest === null ? 0 : performance.now() - oldest.since;
      return [{ totals_tail_rows: tail?.rows ?? 0, totals_tail_oldest_seconds: waitedMs / 1_000 }];
    },
  };
};

const dues: Figure = {
  gauges: {
    dues_due_dong: 'Dues of the whole province for this month and the one before, in đồng',
    dues_paid_dong: 'What of it is paid, in đồng',
  },
  label: 'period',
  goodForMs: 60_000,
  async ask(em, clock) {
    return await em.execute(
      `select to_char(month.start, 'YYYY-MM') as label, coalesce(sum(totals.due), 0)::text as dues_due_dong,
         coalesce(sum(totals.paid), 0)::text as dues_paid_dong
       from (values (?::date), ((?::date - interval '1 month')::date)) as month (start)
       cross join (select id from unit_copy where parent_id is null) as root
       left join totals_month totals on totals.unit_id = root.id and totals.month = month.start
       group by month.start`,
      [`${clock.month()}-01`, `${clock.month()}-01`],
    );
  },
};

const payouts: Figure = {
  gauges: {
    payouts_waiting: 'Payouts on their way: calculated, told to the bank, or to be told again',
    payouts_held: 'Payouts that wait for somebody: held, or given up by the bank',
  },
  async ask(em) {
    return await em.execute(
      `select (count(*) filter (where status in ('CALCULATED', 'INSTRUCTED', 'FAILED')))::int as payouts_waiting,
         (count(*) filter (where status in ('HELD', 'MANUAL')))::int as payouts_held
       from payout where status in ('CALCULATED', 'HELD', 'INSTRUCTED', 'FAILED', 'MANUAL')`,
    );
  },
};

const orders: Figure = {
  gauges: {
    orders_unanswered:
      'Orders whose time was over five minutes ago, and the platform has not said what became of them',
  },
  async ask(em, clock) {
    return await em.execute(
      `select count(*)::int as orders_unanswered from payment_order
       where status in ('INITIATED', 'PROCESSING') and expires_at < ?::timestamptz - interval '5 minutes'`,
      [clock.now()],
    );
  },
};

/** What the database of fees tells a scraper: the tail of the totals, the dues of the province, payouts and orders. */
export const feesFigures: readonly Figure[] = [totalsTail(), dues, payouts, orders];
