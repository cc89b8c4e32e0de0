import { randomUUID } from 'node:crypto';
import type { Envelope } from '@dang/events/envelope';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { heard, openFees, sentAnew, units } from '../../test/fees-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
const { branch1, branch2, branch21 } = units;
let member: string;

beforeAll(async () => {
  fees = await openFees();
});
beforeEach(async () => {
  await fees
    .em()
    .execute(
      'truncate charging_ground, charging, dues_charge, extra_charge, dues_rate, dues_standing, charge_run, branch_dues, unit_succession, inbox',
    );
  member = randomUUID();
});
afterAll(() => fees.close());

/** The member registered in branch 1 from February on; branch 1 was merged into branch 21, of another ward, on 2026-07-01. */
function merger() {
  const id = randomUUID();
  return {
    start: heard.approved(member, branch1, '50000', '2026-02'),
    placed: heard.movedBy(id, [member], branch21, '2026-07-01'),
    applied: heard.reorganised(id, { [branch1]: branch21 }, '2026-07-01'),
  };
}

describe('a reorganisation', () => {
  test('hands the charging on from its month, and what is still open at once', async () => {
    const { start, placed, applied } = merger();
    await fees.hear(start);
    for (const month of ['2026-05', '2026-06', '2026-07']) await chargeMonth(fees.em(), month, units.ward);
    await fees.payThrough(member, '2026-05');
    await fees.hear(placed, applied);
    expect(await fees.chargings(member)).toEqual(['branch1 2026-02..2026-06', 'branch21 2026-07..']);
    expect(await fees.charges(member)).toEqual([
      '2026-05 branch1 50000 PAID',
      '2026-06 branch21 50000 DRAFT',
      '2026-07 branch21 50000 DRAFT',
    ]);
    expect(await fees.standing(member)).toMatchObject({ paidThrough: '2026-05', chargedBy: 'branch21' });
  });

  test('leaves a charge that is being paid where the order says that its money goes', async () => {
    const { start, placed, applied } = merger();
    await fees.hear(start);
    for (const month of ['2026-06', '2026-07']) await chargeMonth(fees.em(), month, units.ward);
    await fees
      .em()
      .execute(
        `update dues_charge set status = 'IN_PAYMENT', order_id = uuidv7() where member_id = ? and period = '2026-06-01'`,
        [member],
      );
    await fees.hear(placed, applied);
    expect(await fees.charges(member)).toEqual([
      '2026-06 branch1 50000 IN_PAYMENT',
      '2026-07 branch21 50000 DRAFT',
    ]);
  });

  test('hands on what is owed beside a month as well, also when nothing else is left', async () => {
    const { start, applied } = merger();
    await fees.hear(start);
    for (const [origin, status] of [
      ['ARREARS_ADJUSTMENT', 'OVERDUE'],
      ['VOLUNTARY', 'PAID'],
    ])
      await fees.em().execute(
        `insert into extra_charge (period, member_id, origin, seq, branch_id, amount, paid, status, cause_id, made_on)
         values ('2026-07-01', ?, ?, 1, ?, 7000, case when ? = 'PAID' then 7000 else 0 end, ?, uuidv7(), '2026-07-01')`,
        [member, origin, branch1, status, status],
      );
    await fees.hear(applied);
    const extras = await fees
      .em()
      .execute('select origin, branch_id as branch from extra_charge where member_id = ? order by 1', [
        member,
      ]);
    expect(extras).toEqual([
      { origin: 'ARREARS_ADJUSTMENT', branch: branch21 },
      { origin: 'VOLUNTARY', branch: branch1 },
    ]);
  });

  test.each([
    ['told in order', (e: Record<string, Envelope>) => [e.start, e.placed, e.applied]],
    ['the fact first', (e: Record<string, Envelope>) => [e.applied, e.start, e.placed]],
    ['the registration last', (e: Record<string, Envelope>) => [e.placed, e.applied, e.start]],
    ['twice', (e: Record<string, Envelope>) => [e.start, e.placed, e.applied, e.placed, e.applied]],
  ])('ends with the branch that goes on, %s', async (_, order) => {
    for (const one of order(merger())) await fees.hear(sentAnew(one as Envelope));
    expect((await fees.chargings(member)).at(-1)).toMatch(/^branch21 .*\.\.$/);
    expect((await fees.standing(member))?.chargedBy).toBe('branch21');
  });

  test('heard again, it writes and tells nothing', async () => {
    const { start, placed, applied } = merger();
    await fees.hear(start, placed, applied);
    await fees.published();
    await fees.hear(sentAnew(placed), sentAnew(applied));
    expect(await fees.published()).toEqual([]);
  });

  test('a split moves only the members that it names', async () => {
    const other = randomUUID();
    await fees.hear(
      heard.approved(member, branch1, '50000', '2026-02'),
      heard.approved(other, branch1, '60000', '2026-02'),
      heard.movedBy(randomUUID(), [member], branch2, '2026-07-15'),
    );
    expect(await fees.chargings(member)).toEqual(['branch1 2026-02..2026-06', 'branch2 2026-07..']);
    expect(await fees.chargings(other)).toEqual(['branch1 2026-02..']);
  });

  test('a member whose letter is under way is charged by nobody until its fate is known', async () => {
    const { start, placed, applied } = merger();
    const letter = { transferId: randomUUID(), letterId: randomUUID(), duesPaidThrough: '2026-06' };
    await fees.hear(start, heard.letter(member, letter), placed, applied);
    expect(await fees.chargings(member)).toEqual(['branch1 2026-02..2026-06']);
    await fees.hear(heard.voided(member, letter));
    expect((await fees.chargings(member)).at(-1)).toBe('branch21 2026-07..');
  });

  test('a transfer into a branch that has ended meanwhile ends where the branch goes on', async () => {
    await fees.hear(
      heard.reorganised(randomUUID(), { [branch21]: branch2 }, '2026-07-01'),
      heard.approved(member, branch1, '50000', '2026-02'),
      heard.completed(member, {
        transferId: randomUUID(),
        destinationBranchId: branch21,
        duesPaidThrough: '2026-06',
        completedOn: '2026-07-03',
      }),
    );
    expect((await fees.chargings(member)).at(-1)).toBe('branch2 2026-07..');
  });

  test('the missing charge of its month is made when the new commune has run it already', async () => {
    const { start, placed, applied } = merger();
    await chargeMonth(fees.em(), '2026-07', units.otherWard);
    await fees.hear(start, placed, applied);
    expect(await fees.charges(member)).toEqual(['2026-07 branch21 50000 DRAFT']);
  });

  test('four hundred members of a branch are moved by one event', async () => {
    const many = Array.from({ length: 400 }, () => randomUUID());
    await fees.em().execute(
      `with one as (select id from unnest(string_to_array(?, ',')::uuid[]) as id),
       started as (insert into charging_ground (kind, id, member_id, branch_id, paid_through, decided_on, occurred_at)
         select 'START', id, id, ?, '2026-01-01', '2026-01-15', now() from one)
       insert into charging (member_id, branch_id, from_period, cause, cause_id) select id, ?, '2026-02-01', 'START', id from one`,
      [many.join(','), branch1, branch1],
    );
    await fees.hear(heard.movedBy(randomUUID(), many, branch2, '2026-08-01'));
    const [row] = await fees
      .em()
      .execute('select count(*)::int as n from charging where branch_id = ? and to_period is null', [
        branch2,
      ]);
    expect(row?.n).toBe(400);
  });
});

test('a correction charges from its month on, and a later transfer goes on from there', async () => {
  await fees.hear(
    heard.approved(member, branch1, '50000', '2026-02'),
    heard.corrected(member, branch2, '2026-07-06'),
  );
  expect(await fees.chargings(member)).toEqual(['branch1 2026-02..2026-06', 'branch2 2026-07..']);
  await fees.hear(
    heard.completed(member, {
      transferId: randomUUID(),
      destinationBranchId: branch21,
      duesPaidThrough: '2026-08',
      completedOn: '2026-09-02',
    }),
  );
  expect(await fees.chargings(member)).toEqual([
    'branch1 2026-02..2026-06',
    'branch2 2026-07..2026-08',
    'branch21 2026-09..',
  ]);
});
