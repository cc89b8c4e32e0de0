import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openFees } from '../../test/fees-stage.ts';
import { World } from '../../test/totals-world.ts';
import { foldTotals, followPlaces } from './fold.ts';
import { folder } from './folder.background.ts';
import { readTotals } from './totals.rows.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let world: World;
beforeAll(async () => {
  fees = await openFees();
  world = new World(() => fees.em());
  await world.open();
});
afterAll(() => fees.close());

const branch = () => world.branches[0] ?? '';
const charge = (n: number, period = '2026-05') =>
  world.charge({
    period,
    memberId: world.members[n] ?? '',
    branchId: branch(),
    category: 'PENSION',
    amount: 60_000n,
  });

async function paid(unitId: string): Promise<bigint | null | undefined> {
  const wish = { from: '2026-05', to: '2026-09', groups: [], axis: 'PERIOD', asOf: null } as const;
  const reader = { scopeUnitId: world.province, isAnalyst: false };
  return (await readTotals(fees.em(), [unitId], reader, wish)).get(unitId)?.total.paid;
}

test('what is not committed yet is in no total, and in every one as soon as it is, whatever was folded meanwhile', async () => {
  const [slow, quick] = [await charge(0), await charge(1)];
  if (!slow || !quick) throw new Error('two charges');
  await followPlaces(fees.em());
  const open = fees.em();
  await open.begin();
  const delta = `insert into totals_delta (unit_id, period, paid_month, category, channel, method, paid, payers)
    values (?, '2026-05-01', '2026-05-01', 'PENSION', 'ONLINE', 'BANK', 60000, 1)`;
  await open.execute(delta, [branch()]);
  await world.pay(quick, '2026-05', 'ONLINE');
  await foldTotals(fees.em());
  expect(await paid(world.province)).toBe(60_000n);
  await open.commit();
  expect(await paid(world.province)).toBe(120_000n);
  while ((await foldTotals(fees.em())) > 0);
  expect(await paid(world.province)).toBe(120_000n);
});

test('the beat of the folder takes in what waits, and tells what it made of each branch and month', async () => {
  const { step, close } = folder.prepare(fees);
  await fees.published('BranchDuesRecorded');
  const made = await charge(2, '2026-06');
  if (!made) throw new Error('a charge');
  await world.pay(made, '2026-06', 'CASH');
  expect(await step()).toBe(250);
  expect(await foldTotals(fees.em())).toBe(0);
  const told = (await fees.published('BranchDuesRecorded')).flatMap(
    ({ data }) => (data as { branches: { branchId: string; month: string; paid: string }[] }).branches,
  );
  expect(told).toContainEqual(
    expect.objectContaining({ branchId: branch(), month: '2026-06', paid: '60000', payers: 1 }),
  );
  await step();
  expect(await fees.published('BranchDuesRecorded')).toEqual([]);
  await close?.();
});

test('more cells than fit in memory are refused, not made', async () => {
  const wish = { from: '2026-05', to: '2026-09', groups: ['MONTH'], axis: 'PERIOD', asOf: null } as const;
  const reader = { scopeUnitId: world.province, isAnalyst: false };
  const read = (most: number) => readTotals(fees.em(), [world.province], reader, wish, most);
  expect((await read(2)).get(world.province)?.cells).toHaveLength(2);
  await expect(read(1)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});

test('while one process folds, another one waits, and takes over when the first ends', async () => {
  const [first, second] = [folder.prepare(fees), folder.prepare(fees)];
  expect(await first.step()).toBe(250);
  expect(await second.step()).toBe(2_000);
  await first.close?.();
  expect(await second.step()).toBe(250);
  await second.close?.();
});

test('a large heap is taken in a bounded number of deltas at a time, a transaction never in two', async () => {
  for (let n = 3; n < 10; n += 1) await charge(n, '2026-07');
  expect(await foldTotals(fees.em(), 3)).toBe(3);
  expect(await foldTotals(fees.em(), 3)).toBe(3);
  await fees.em().transactional(async (em) => {
    for (let n = 0; n < 4; n += 1)
      await em.execute(
        `insert into totals_delta (unit_id, period, category, due) values (?, '2026-07-01', 'PENSION', 1)`,
        [branch()],
      );
  });
  expect(await foldTotals(fees.em(), 3)).toBe(1);
  expect(await foldTotals(fees.em(), 3)).toBe(4);
  expect(await foldTotals(fees.em(), 3)).toBe(0);
});

test('a back-dated move takes the months from its day on along, and leaves those before', async () => {
  const [own, other] = world.wards;
  const may = await charge(11, '2026-05');
  const august = await charge(11, '2026-08');
  if (!may || !august) throw new Error('two charges');
  await world.pay(may, '2026-08', 'ONLINE');
  await world.pay(august, '2026-08', 'ONLINE');
  while ((await foldTotals(fees.em())) > 0);
  const before = await paid(own ?? '');
  await world.move(world.committees[0] ?? '', other ?? '', '2026-08-31');
  expect(await followPlaces(fees.em())).toBeGreaterThan(0);
  expect(await paid(other ?? '')).toBe(60_000n);
  expect(await paid(own ?? '')).toBe((before ?? 0n) - 60_000n);
  expect(await followPlaces(fees.em())).toBe(0);
});
