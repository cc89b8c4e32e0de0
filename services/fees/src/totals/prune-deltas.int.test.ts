import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openFees } from '../../test/fees-stage.ts';
import { World } from '../../test/totals-world.ts';
import { foldTotals } from './fold.ts';
import { tellBranchDues } from './folder.background.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());

const left = async () => {
  const [row] = await fees.em().execute<{ n: number }[]>('select count(*)::int as n from totals_delta');
  return row?.n;
};

test('a change is deleted two days after it was folded and told, never before', async () => {
  const world = new World(() => fees.em());
  await world.open();
  const charge = (n: number) =>
    world.charge({
      period: '2026-07',
      memberId: world.members[n] ?? '',
      branchId: world.branches[0] ?? '',
      category: 'PENSION',
      amount: 60_000n,
    });
  await charge(0);
  while ((await foldTotals(fees.em())) > 0);
  await fees.runJob('prune-totals-deltas');
  await fees.em().execute(`update fold_mark set day = day - 2`);
  // folded, not told yet: what has to be told of it stays
  await fees.runJob('prune-totals-deltas');
  expect(await left()).toBe(1);
  await fees.em().transactional(tellBranchDues);
  await charge(1);
  await fees.em().execute('delete from fold_mark');
  await fees.runJob('prune-totals-deltas');
  expect(await left()).toBe(2);
  await fees.em().execute(`update fold_mark set day = day - 2`);
  await fees.runJob('prune-totals-deltas');
  expect(await left()).toBe(1);
});
