import { contractBreaches } from '@dang/events/contract';
import { WaiverApproved } from '@dang/events/contracts/fees/waiver-approved';
import { WaiverRejected } from '@dang/events/contracts/fees/waiver-rejected';
import { WaiverSubmitted } from '@dang/events/contracts/fees/waiver-submitted';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import {
  ask,
  changes,
  credits,
  decideWaiver,
  enter,
  type Fees,
  granted,
  join,
  openRates,
  people,
  plain,
} from '../../test/rates-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openRates();
  for (const month of ['2026-05', '2026-06', '2026-07']) await chargeMonth(fees.em(), month, units.ward);
});
afterAll(() => fees.close());

/** A member who pays 15,930 a month from May on, announced to them up to June. */
const charged = async (dues = '15930') => {
  const an = await join(fees, units.branch1, dues, '2026-05');
  await fees
    .em()
    .execute(`update dues_charge set status = 'ANNOUNCED' where member_id = ? and period < '2026-07-01'`, [
      an.memberId,
    ]);
  return an;
};

describe('what is asked for', () => {
  test('goes to the committee above the branch; the branch only reads it', async () => {
    const an = await charged();
    await fees.published();
    const { waiver } = await ask(fees, an);
    expect(waiver).toMatchObject({
      status: 'PENDING',
      channel: 'ONLINE',
      approverUnit: { id: units.committee },
    });
    expect((await decideWaiver(fees, 'approve', people.secretary, waiver)).refusal.code).toBe(
      'ACTION_NOT_ALLOWED',
    );
    const told = await fees.published('WaiverSubmitted');
    expect(told.flatMap(({ data }) => contractBreaches(WaiverSubmitted, data))).toEqual([]);
    expect(told.map(({ data }) => data)).toMatchObject([
      { memberId: an.memberId, approverUnitId: units.committee },
    ]);
  });

  test('of a grassroots branch is decided by itself, and for its own secretary by the superior', async () => {
    await fees.em().execute(`update unit_copy set type = 'GRASSROOTS_BRANCH' where id = ?`, [units.branch2]);
    const an = await join(fees, units.branch2);
    expect((await granted(fees, an, {}, people.sibling)).status).toBe('APPROVED');
    const { waiver } = await ask(fees, plain(people.sibling));
    expect(waiver.approverUnit.id).toBe(units.committee);
    await fees.em().execute(`update unit_copy set type = 'BRANCH' where id = ?`, [units.branch2]);
  });

  test('below a sub-committee is decided by the committee above it', async () => {
    await fees
      .em()
      .execute(`update unit_copy set type = 'SUB_COMMITTEE' where id = ?`, [units.otherCommittee]);
    const an = await join(fees, units.branch21);
    expect((await ask(fees, an)).waiver.approverUnit.id).toBe(units.otherWard);
    await fees
      .em()
      .execute(`update unit_copy set type = 'GRASSROOTS_COMMITTEE' where id = ?`, [units.otherCommittee]);
  });

  test.each([
    ['T13 14 months', { throughMonth: '2027-08' }, 'WAIVER_TOO_LONG'],
    ['no written request', { requestReference: ' ' }, 'REQUEST_REQUIRED'],
    ['no reason', { reason: ' ' }, 'REASON_REQUIRED'],
    ['a reason of 2,001 characters', { reason: 'x'.repeat(2_001) }, 'INVALID_INPUT'],
    ['a reference of 201 characters', { requestReference: 'x'.repeat(201) }, 'INVALID_INPUT'],
    [
      'too few years in the Party',
      { kind: 'EXEMPT', ground: 'PARTY_AGE', throughMonth: null },
      'WAIVER_NOT_ENTITLED',
    ],
  ])('%s is refused', async (_what, more, code) => {
    const an = await join(fees);
    expect((await ask(fees, an, more)).refusal?.code).toBe(code);
  });

  test('waits once, also of two at once, and once a kind', async () => {
    const an = await join(fees);
    const answers = await Promise.all([ask(fees, an), ask(fees, an)]);
    expect(answers.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual(['RATE_PENDING', 'done']);
    expect((await ask(fees, an, { kind: 'REDUCE_70' })).refusal).toBeNull();
  });

  test('of two reductions for one month one can be granted', async () => {
    const an = await join(fees);
    const other = await ask(fees, an, { kind: 'REDUCE_70', fromMonth: '2026-09', throughMonth: '2026-10' });
    await granted(fees, an);
    expect((await decideWaiver(fees, 'approve', people.committee, other.waiver)).refusal.code).toBe(
      'WAIVER_OVERLAPS',
    );
    expect((await ask(fees, an, { kind: 'EXEMPT' })).refusal.code).toBe('WAIVER_OVERLAPS');
    expect((await ask(fees, an, { fromMonth: '2026-10', throughMonth: '2026-12' })).refusal).toBeNull();
  });

  test('is entered from paper by one and decided by another', async () => {
    await fees.em().execute(`update unit_copy set type = 'GRASSROOTS_BRANCH' where id = ?`, [units.branch1]);
    const an = await join(fees);
    const { waiver } = await enter(fees, people.secretary, an.memberId);
    expect(waiver).toMatchObject({ channel: 'PAPER', approverUnit: { id: units.branch1 } });
    const own = await decideWaiver(fees, 'approve', people.secretary, waiver);
    expect(own.refusal.code).toBe('SECOND_PERSON_REQUIRED');
    const deputy = {
      ...people.secretary,
      accountId: people.delegate.accountId,
      memberId: people.delegate.memberId,
    };
    expect((await decideWaiver(fees, 'approve', deputy, waiver)).waiver.status).toBe('APPROVED');
    await fees.em().execute(`update unit_copy set type = 'BRANCH' where id = ?`, [units.branch1]);
  });
});

describe('what is granted', () => {
  test.each([
    ['REDUCE_30', 11_151],
    ['REDUCE_50', 7_965],
    ['REDUCE_70', 4_779],
  ])('T12 15,930 with %s is %d, what is charged already and what comes', async (kind, amount) => {
    const an = await charged();
    await granted(fees, an, { kind, fromMonth: '2026-06', throughMonth: '2026-08' });
    expect(await fees.charges(an.memberId)).toEqual([
      '2026-05 branch1 15930 ANNOUNCED',
      `2026-06 branch1 ${amount} ANNOUNCED`,
      `2026-07 branch1 ${amount} DRAFT`,
    ]);
    expect(await changes(fees, an.memberId)).toEqual([
      `2026-06 WAIVER 15930 ${amount}`,
      `2026-07 WAIVER 15930 ${amount}`,
    ]);
  });

  test('an exemption waives what is open and leaves what is paid or in an order', async () => {
    const an = await charged();
    await fees.payThrough(an.memberId, '2026-05');
    await fees
      .em()
      .execute(
        `update dues_charge set status = 'IN_PAYMENT', order_id = uuidv7() where member_id = ? and period = '2026-06-01'`,
        [an.memberId],
      );
    const given = { kind: 'EXEMPT', fromMonth: '2026-05', throughMonth: '2026-09' };
    await granted(fees, an, given);
    expect(await fees.charges(an.memberId)).toEqual([
      '2026-05 branch1 15930 PAID',
      '2026-06 branch1 15930 IN_PAYMENT',
      '2026-07 branch1 15930 WAIVED',
    ]);
    // the order fails: the job waives what it gave back
    await fees
      .em()
      .execute(
        `update dues_charge set status = 'OVERDUE', order_id = null where member_id = ? and period = '2026-06-01'`,
        [an.memberId],
      );
    await fees.published();
    for (const _again of [1, 2]) await fees.runJob('apply-waivers');
    expect((await fees.charges(an.memberId))[1]).toBe('2026-06 branch1 15930 WAIVED');
    const told = await fees.published();
    expect(told.map(({ data }) => (data as { standings: object[] }).standings)).toMatchObject([
      [{ memberId: an.memberId, openMonths: [], paidThrough: '2026-07' }],
    ]);
  });

  test('tells that it is granted, and how the member stands', async () => {
    const an = await charged();
    await fees.published();
    await granted(fees, an, { kind: 'EXEMPT', fromMonth: '2026-05' });
    const told = (await fees.drainOutbox()).filter(({ data }) => JSON.stringify(data).includes(an.memberId));
    const approved = told.filter(({ type }) => type.includes('.WaiverApproved.'));
    expect(approved.flatMap(({ data }) => contractBreaches(WaiverApproved, data))).toEqual([]);
    expect(approved.map(({ data }) => data)).toMatchObject([
      { fromMonth: '2026-05', throughMonth: '2026-09' },
    ]);
    const states = told.filter(({ type }) => type.includes('.DossierStateChanged.')).map(({ data }) => data);
    expect(states).toMatchObject([
      { procedure: 'DUES_WAIVER', state: 'PENDING', channel: 'ONLINE' },
      { procedure: 'DUES_WAIVER', state: 'APPROVED', closedOn: '2026-07-06' },
    ]);
    expect((await fees.standing(an.memberId)) as object).toMatchObject({ openMonths: [], outstanding: '0' });
  });

  test('what a credit paid of a month that is exempt now is given back', async () => {
    const an = await charged();
    const em = fees.em();
    await em.execute(`update dues_charge set amount = 5930 where member_id = ? and period = '2026-06-01'`, [
      an.memberId,
    ]);
    await em.execute(
      `insert into charge_change (period, member_id, kind, amount_before, amount_after, cause_id, made_on)
       values ('2026-06-01', ?, 'CREDIT', 15930, 5930, uuidv7(), '2026-06-01')`,
      [an.memberId],
    );
    await granted(fees, an, { kind: 'REDUCE_70', fromMonth: '2026-06', throughMonth: '2026-06' });
    // 4,779 are owed, 10,000 were paid
    expect((await fees.charges(an.memberId))[1]).toBe('2026-06 branch1 0 PAID');
    expect(await credits(fees, an.memberId)).toEqual(['5221']);
  });

  test('late payment: announced months wait, those to come are announced so', async () => {
    const an = await charged();
    const away = {
      ground: 'EXEMPT_FROM_ACTIVITY',
      exemptedBy: 'QĐ 12-QĐ/ĐU',
      exemptedFrom: '2026-05',
      exemptedThrough: '2027-04',
    };
    const { deferredUntil } = await granted(fees, an, {
      kind: 'DEFER',
      fromMonth: '2026-05',
      throughMonth: '2026-12',
      deferredUntil: '2027-01-31',
      ...away,
    });
    expect(deferredUntil).toBe('2027-01-31');
    expect((await fees.charges(an.memberId)).map((line) => line.split(' ').at(-1))).toEqual([
      'DEFERRED',
      'DEFERRED',
      'DRAFT',
    ]);
  });

  test('declined with a reason, nothing changes', async () => {
    const an = await charged();
    await fees.published();
    const { waiver } = await ask(fees, an, { fromMonth: '2026-05' });
    expect((await decideWaiver(fees, 'reject', people.committee, waiver, { reason: '' })).refusal.code).toBe(
      'REASON_REQUIRED',
    );
    await decideWaiver(fees, 'reject', people.committee, waiver, { reason: 'Chưa thuộc diện' });
    expect((await fees.charges(an.memberId))[0]).toBe('2026-05 branch1 15930 ANNOUNCED');
    const told = await fees.published('WaiverRejected');
    expect(told.flatMap(({ data }) => contractBreaches(WaiverRejected, data))).toEqual([]);
    expect(told).toHaveLength(1);
  });

  test('ended early it still holds in the months before; before its first month it never held', async () => {
    const an = await charged();
    const waiver = await granted(fees, an, { throughMonth: '2026-12' });
    const end = (fromMonth: string, of = waiver) =>
      decideWaiver(fees, 'end', people.committee, of, { fromMonth, reason: 'Đã có việc làm' });
    expect((await end('2026-07')).refusal.code).toBe('NOT_YET');
    expect((await end('2027-01')).refusal.code).toBe('NOTHING_CHANGES');
    const ended = (await end('2026-10')).waiver;
    expect(ended).toMatchObject({ status: 'APPROVED', through: '2026-09', endedOn: '2026-07-06' });
    const later = await granted(fees, an, { fromMonth: '2026-11', throughMonth: '2026-12' });
    expect((await end('2026-08', later)).waiver).toMatchObject({ status: 'REVOKED', through: '2026-07' });
  });
});
