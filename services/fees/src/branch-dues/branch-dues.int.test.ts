import { randomUUID } from 'node:crypto';
import { contractBreaches } from '@dang/events/contract';
import { BranchDuesRecorded } from '@dang/events/contracts/fees/branch-dues-recorded';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { refreshBranchDues } from './branch-dues.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
const [an, binh, chi] = [randomUUID(), randomUUID(), randomUUID()];
const branch = units.branch1;

beforeAll(async () => {
  fees = await openFees();
  await fees.hear(
    heard.approved(an, branch, '116532', '2026-07'),
    heard.approved(binh, branch, '37500', '2026-07'),
    heard.approved(chi, units.branch2, '60000', '2026-07'),
  );
});
afterAll(() => fees.close());

const told = async () => {
  const events = await fees.published('BranchDuesRecorded');
  expect(events.flatMap(({ data }) => contractBreaches(BranchDuesRecorded, data))).toEqual([]);
  return events.flatMap(({ data }) => (data as { branches: object[] }).branches);
};
const refresh = () =>
  fees.em().transactional((em) => refreshBranchDues(em, [{ branchId: branch, period: '2026-07-01' }]));

test('the run of a month tells what each branch was charged', async () => {
  await chargeMonth(fees.em(), '2026-07', units.ward);
  expect(await told()).toEqual([
    { branchId: branch, month: '2026-07', version: 1, due: '154032', paid: '0', members: 2, payers: 0 },
    { branchId: units.branch2, month: '2026-07', version: 1, due: '60000', paid: '0', members: 1, payers: 0 },
  ]);
});

test('a payment changes what is paid, with the next version; counted again, nothing is told', async () => {
  await fees.payThrough(an, '2026-07');
  await refresh();
  await refresh();
  expect(await told()).toEqual([
    { branchId: branch, month: '2026-07', version: 2, due: '154032', paid: '116532', members: 2, payers: 1 },
  ]);
});

test('what is waived is nobody’s due', async () => {
  await fees
    .em()
    .execute(`update dues_charge set status = 'WAIVED' where member_id = ? and period = '2026-07-01'`, [
      binh,
    ]);
  await refresh();
  expect(await told()).toMatchObject([{ due: '116532', members: 1, payers: 1 }]);
});

test('a completed transfer moves an open charge from one branch’s figures to the other’s', async () => {
  await fees.hear(
    heard.completed(chi, {
      transferId: randomUUID(),
      destinationBranchId: units.branch21,
      duesPaidThrough: '2026-06',
      completedOn: '2026-07-06',
    }),
  );
  const rows = await told();
  expect(rows).toContainEqual(
    expect.objectContaining({ branchId: units.branch2, month: '2026-07', due: '0', members: 0 }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({ branchId: units.branch21, month: '2026-07', due: '60000', members: 1 }),
  );
});

test('counts at once end with one count that holds everything', async () => {
  await fees.payThrough(an, '2026-06');
  await Promise.all(Array.from({ length: 8 }, refresh));
  const [row] = await fees
    .em()
    .execute('select due::text, paid::text, members from branch_dues where branch_id = ?', [branch]);
  expect(row).toEqual({ due: '116532', paid: '116532', members: 1 });
});
