import { addMonths } from '@dang/vietnam/month';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { units } from '../../test/fees-stage.ts';
import { approvedRate, type Fees, join, openRates } from '../../test/rates-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const RUNS = 60;
const FIRST = '2026-05';

let fees: Fees;
beforeAll(async () => {
  fees = await openRates();
});
afterAll(() => fees.close());

/** The month is run for the ward, also for who has joined since. */
async function run(month: string): Promise<void> {
  await fees.em().execute('delete from charge_run where period = ?::date', [`${month}-01`]);
  await chargeMonth(fees.em(), month, units.ward);
}

/** What was asked for in all, less what is to be set against the next months; and what the rates of today say. */
async function sums(memberId: string): Promise<{ asked: string; rates: string; unsound: number }> {
  const [row] = await fees.em().execute<{ asked: string; rates: string; unsound: number }[]>(
    `select
       (select coalesce(sum(amount), 0) from dues_charge where member_id = member.id)
       + (select coalesce(sum(amount), 0) from extra_charge where member_id = member.id)
       - (select coalesce(sum(remaining), 0) from dues_credit where member_id = member.id) as asked,
       (select coalesce(sum(rate.monthly_amount), 0) from dues_charge charge
        join dues_rate rate on rate.member_id = charge.member_id and rate.status in ('APPROVED', 'SUPERSEDED')
          and charge.period between rate.from_period and coalesce(rate.to_period, 'infinity')
        where charge.member_id = member.id) as rates,
       (select count(*)::int from dues_charge where member_id = member.id and (amount < 0 or paid > amount)) as unsound
     from (select ?::uuid as id) as member`,
    [memberId],
  );
  if (!row) throw new Error('a sum answers one row');
  return row;
}

const act = fc.oneof(
  fc.record({ rate: fc.integer({ min: 1_000, max: 300_000 }), month: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ pay: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ run: fc.constant(true) }),
  fc.record({ order: fc.constantFrom('LOCK', 'FREE', 'REFUND') }),
);

/** The member's charges go into an order, come out of it unpaid, or what was paid is given back. */
async function orders(memberId: string, what: 'LOCK' | 'FREE' | 'REFUND'): Promise<void> {
  const change = {
    LOCK: `status = 'IN_PAYMENT', order_id = uuidv7() where status not in ('PAID', 'WAIVED', 'IN_PAYMENT')`,
    FREE: `status = 'ANNOUNCED', order_id = null where status = 'IN_PAYMENT'`,
    REFUND: `status = 'REFUNDED', paid = 0 where status = 'PAID' and amount > 0`,
  }[what];
  for (const table of ['dues_charge', 'extra_charge'])
    await fees.em().execute(`update ${table} set ${change} and member_id = ?`, [memberId]);
}

test('whatever is approved, paid, locked and given back in which order, what is asked for in all is what the rates say', async () => {
  const property = fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
    const an = await join(fees, units.branch1, '60000', FIRST);
    let last = addMonths(FIRST, -1);
    for (const one of acts) {
      if ('run' in one) {
        last = addMonths(last, 1);
        await run(last);
      } else if ('order' in one) {
        await orders(an.memberId, one.order);
      } else if ('pay' in one) {
        await orders(an.memberId, 'FREE');
        await fees.payThrough(an.memberId, addMonths(FIRST, one.pay));
      } else {
        const given = { category: 'DECLARED', base: null, amount: one.rate };
        await approvedRate(fees, an, { ...given, fromMonth: addMonths(FIRST, one.month) });
      }
    }
    const { asked, rates, unsound } = await sums(an.memberId);
    expect({ asked, unsound }).toEqual({ asked: rates, unsound: 0 });
  });
  await fc.assert(property, { numRuns: RUNS, seed, endOnFailure: true });
  console.log(`rates of months gone by: seed ${seed}`);
}, 180_000);
