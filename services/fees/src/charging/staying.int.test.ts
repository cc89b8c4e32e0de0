import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { told } from '../../test/coming-and-going.ts';
import { heard, openFees, sentAnew, units } from '../../test/fees-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let member: string;
let transferId: string;

beforeAll(async () => {
  fees = await openFees();
});
beforeEach(async () => {
  await fees
    .em()
    .execute(
      'truncate charging_ground, charging, dues_charge, dues_rate, dues_standing, charge_run, branch_dues, unit_succession, totals_delta, inbox',
    );
  member = randomUUID();
  transferId = randomUUID();
  await fees.hear(heard.approved(member, units.branch1, '60000', '2026-02'));
});
afterAll(() => fees.close());

const letter = (over: object = {}) =>
  heard.letter(member, {
    transferId,
    letterId: randomUUID(),
    duesPaidThrough: '2026-07',
    kind: 'TEMPORARY',
    ...over,
  });
const started = (over: object = {}) =>
  told.stayStarted(member, {
    transferId,
    destinationBranchId: units.branch21,
    duesPaidThrough: '2026-07',
    startedOn: '2026-07-20',
    ...over,
  });
const ended = (over: object = {}) =>
  told.stayEnded(member, {
    transferId,
    destinationBranchId: units.branch21,
    duesPaidThrough: '2026-11',
    startedOn: '2026-07-20',
    endedOn: '2026-11-18',
    ...over,
  });

describe('a temporary stay', () => {
  test('is charged by its host from the month after the letter until the return, by the origin before and after', async () => {
    await fees.hear(letter());
    expect(await fees.chargings(member)).toEqual(['branch1 2026-02..2026-07']);
    await fees.hear(started());
    expect(await fees.chargings(member)).toEqual(['branch1 2026-02..2026-07', 'branch21 2026-08..']);
    expect(await fees.standing(member)).toMatchObject({ chargedBy: 'branch21' });
    for (const ward of [units.ward, units.otherWard])
      for (const month of ['2026-08', '2026-12']) await chargeMonth(fees.em(), month, ward);
    await fees.hear(ended());
    expect(await fees.chargings(member)).toEqual([
      'branch1 2026-02..2026-07',
      'branch21 2026-08..2026-11',
      'branch1 2026-12..',
    ]);
    expect(await fees.charges(member)).toEqual([
      '2026-08 branch21 60000 DRAFT',
      '2026-12 branch1 60000 DRAFT',
    ]);
  });

  test('with the dues left at home changes nothing, neither its letter nor its beginning nor its end', async () => {
    await fees.published();
    const duesAt = 'OFFICIAL';
    await fees.hear(letter({ keepsDues: true }), started({ duesAt }), ended({ duesAt }));
    expect(await fees.chargings(member)).toEqual(['branch1 2026-02..']);
    expect(await fees.published()).toEqual([]);
  });

  test('outside of the system is charged by nobody here, and what was charged too early is taken back', async () => {
    await chargeMonth(fees.em(), '2026-08', units.ward);
    await fees.announceThrough(member, '2026-08');
    const destinationBranchId = null;
    await fees.hear(letter(), started({ destinationBranchId }), ended({ destinationBranchId }));
    expect(await fees.chargings(member)).toEqual(['branch1 2026-02..2026-07', 'branch1 2026-12..']);
    expect(await fees.charges(member)).toEqual([]);
    expect(await fees.standing(member)).toMatchObject({ paidThrough: '2026-11', openMonths: [] });
  });

  test('goes on with the branch that takes the place of its host, while the origin stays who it is', async () => {
    const id = randomUUID();
    const split = heard.movedBy(id, [member], units.branch1, '2026-02-01', {
      temporaryBranchId: units.branch22,
      temporarySince: '2026-09-01',
    });
    const merged = heard.reorganised(randomUUID(), { [units.branch22]: units.branch2 }, '2026-10-01');
    await fees.hear(letter(), started(), split, merged);
    expect(await fees.chargings(member)).toEqual([
      'branch1 2026-02..2026-07',
      'branch21 2026-08..2026-08',
      'branch2 2026-09..',
    ]);
    const known = await fees.chargings(member);
    await fees.hear(sentAnew(split), sentAnew(merged), sentAnew(started()));
    expect(await fees.chargings(member)).toEqual(known);
    await fees.hear(ended());
    expect((await fees.chargings(member)).at(-1)).toBe('branch1 2026-12..');
  });

  test('whose origin was split meanwhile ends at the branch to which the member was moved, also when that is the host', async () => {
    const moved = heard.movedBy(randomUUID(), [member], units.branch21, '2026-09-01');
    await fees.hear(letter(), started(), moved, ended());
    expect(await fees.chargings(member)).toEqual(['branch1 2026-02..2026-07', 'branch21 2026-08..']);
  });

  test('that becomes permanent is charged by the host through the letter and by the destination after it', async () => {
    const official = randomUUID();
    await fees.hear(
      letter(),
      started(),
      ended({ outcome: 'CONVERTED', duesPaidThrough: '2026-10', endedOn: '2026-10-20' }),
      heard.letter(member, {
        transferId: official,
        letterId: randomUUID(),
        duesPaidThrough: '2026-10',
        issuedOn: '2026-10-12',
      }),
    );
    expect(await fees.chargings(member)).toEqual(['branch1 2026-02..2026-07', 'branch21 2026-08..2026-10']);
    await fees.hear(
      heard.completed(member, {
        transferId: official,
        destinationBranchId: units.branch21,
        duesPaidThrough: '2026-10',
        completedOn: '2026-10-20',
      }),
    );
    expect(await fees.chargings(member)).toEqual(['branch1 2026-02..2026-07', 'branch21 2026-08..']);
  });
});

describe('a member who leaves the province', () => {
  test('is charged no month after the letter, and what was announced of one is taken back and told', async () => {
    for (const month of ['2026-07', '2026-08']) await chargeMonth(fees.em(), month, units.ward);
    await fees.announceThrough(member, '2026-08');
    await fees.published('BranchDuesRecorded');
    await fees.hear(letter({ kind: 'OFFICIAL' }));
    expect(await fees.charges(member)).toHaveLength(2);
    await fees.hear(told.left(member, { transferId, duesPaidThrough: '2026-07', leftOn: '2026-08-20' }));
    expect(await fees.chargings(member)).toEqual(['branch1 2026-02..2026-07']);
    expect(await fees.charges(member)).toEqual(['2026-07 branch1 60000 ANNOUNCED']);
    expect(await fees.standing(member)).toMatchObject({ openMonths: ['2026-07'], chargedBy: null });
    const figures = (await fees.published('BranchDuesRecorded')).flatMap(
      ({ data }) => (data as { branches: object[] }).branches,
    );
    expect(figures).toEqual([
      expect.objectContaining({ branchId: units.branch1, month: '2026-08', due: '0', members: 0 }),
    ]);
    expect(
      await fees.em().execute('select sum(due)::text as due, sum(members)::int as members from totals_delta'),
    ).toEqual([{ due: '60000', members: 1 }]);
  });

  test('keeps what is paid, and what an order holds until it is decided', async () => {
    for (const month of ['2026-08', '2026-09']) await chargeMonth(fees.em(), month, units.ward);
    await fees.payThrough(member, '2026-08');
    await fees
      .em()
      .execute(
        `update dues_charge set status = 'IN_PAYMENT', order_id = uuidv7() where member_id = ? and period = '2026-09-01'`,
        [member],
      );
    await fees.hear(told.left(member, { transferId, duesPaidThrough: '2026-07', leftOn: '2026-09-20' }));
    expect(await fees.charges(member)).toEqual([
      '2026-08 branch1 60000 PAID',
      '2026-09 branch1 60000 IN_PAYMENT',
    ]);
  });
});

test('who came from outside is charged from the month after the letter once a rate is known, without anything before', async () => {
  const stranger = randomUUID();
  const came = told.came(stranger, {
    transferId,
    destinationBranchId: units.branch21,
    duesPaidThrough: '2026-07',
    completedOn: '2026-09-20',
  });
  await fees.hear(came);
  await chargeMonth(fees.em(), '2026-09', units.otherWard);
  expect(await fees.chargings(stranger)).toEqual(['branch21 2026-08..']);
  expect(await fees.charges(stranger)).toEqual([]);
  expect(await fees.standing(stranger)).toMatchObject({ paidThrough: '2026-07', chargedBy: 'branch21' });
  await fees.hear(heard.approved(stranger, units.branch21, '80000', '2026-09'), sentAnew(came));
  expect(await fees.chargings(stranger)).toEqual(['branch21 2026-08..']);
  expect(await fees.charges(stranger)).toEqual(['2026-09 branch21 80000 DRAFT']);
});
