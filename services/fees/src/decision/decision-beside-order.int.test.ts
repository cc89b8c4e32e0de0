import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { approvedRate, extras, type Fees, granted, join, openRates } from '../../test/rates-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openRates();
  await chargeMonth(fees.em(), '2026-05', units.ward);
});
afterAll(() => fees.close());

/** Takes the charge into an order, and decides on it before that has committed. */
async function decidedWhilePaid(memberId: string, decide: () => Promise<unknown>): Promise<void> {
  await fees.em().execute(`update dues_charge set status = 'ANNOUNCED' where member_id = ?`, [memberId]);
  let decided: Promise<unknown> = Promise.resolve();
  await fees.em().transactional(async (em) => {
    await em.execute(
      `update dues_charge set status = 'IN_PAYMENT', order_id = uuidv7() where member_id = ? and status = 'ANNOUNCED'`,
      [memberId],
    );
    decided = decide();
    await pause(400);
  });
  await decided;
}

test('a charge that goes into an order while a rate is approved keeps its amount', async () => {
  const an = await join(fees);
  await decidedWhilePaid(an.memberId, () => approvedRate(fees, an, { fromMonth: '2026-05' }));
  expect(await fees.charges(an.memberId)).toEqual(['2026-05 branch1 60000 IN_PAYMENT']);
  expect(await extras(fees, an.memberId)).toEqual(['2026-05 ARREARS_ADJUSTMENT 56532 ANNOUNCED']);
});

test('a charge that goes into an order while it is waived stays in the order', async () => {
  const an = await join(fees);
  const given = { kind: 'EXEMPT', fromMonth: '2026-05', throughMonth: '2026-08' };
  await decidedWhilePaid(an.memberId, () => granted(fees, an, given));
  expect(await fees.charges(an.memberId)).toEqual(['2026-05 branch1 60000 IN_PAYMENT']);
});
