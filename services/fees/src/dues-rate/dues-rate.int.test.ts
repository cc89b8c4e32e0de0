import { contractBreaches } from '@dang/events/contract';
import { DuesRateApproved } from '@dang/events/contracts/fees/dues-rate-approved';
import { DuesRateRejected } from '@dang/events/contracts/fees/dues-rate-rejected';
import { DuesRateSubmitted } from '@dang/events/contracts/fees/dues-rate-submitted';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heard, units } from '../../test/fees-stage.ts';
import {
  approvedRate,
  decideRate,
  declare,
  type Fees,
  join,
  openRates,
  people,
  plain,
  rateLines,
} from '../../test/rates-stage.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openRates();
});
afterAll(() => fees.close());

describe('declaring', () => {
  test('what is prescribed stands beside what is declared, and the branch decides', async () => {
    const an = await join(fees);
    await fees.published();
    const { duesRate } = await declare(fees, an);
    expect(duesRate).toMatchObject({
      status: 'PENDING',
      version: 1,
      category: 'SI_COMPULSORY',
      monthlyAmount: 116_532,
      voluntaryAmount: 0,
      proposedAmount: 116_532,
      explanation: '1 % × lương đóng BHXH tháng 06/2026 (11.653.200) = 116.532',
      difference: 0,
      differsNotably: false,
      approverUnit: { id: units.branch1 },
    });
    const told = await fees.drainOutbox();
    const ofName = (name: string) =>
      told.filter(({ type }) => type.includes(`.${name}.`)).map(({ data }) => data);
    expect(ofName('DuesRateSubmitted').flatMap((data) => contractBreaches(DuesRateSubmitted, data))).toEqual(
      [],
    );
    expect(ofName('DuesRateSubmitted').at(-1)).toMatchObject({
      memberId: an.memberId,
      approverUnitId: units.branch1,
    });
    expect(ofName('DossierStateChanged').at(-1)).toMatchObject({
      procedure: 'DUES_RATE',
      state: 'PENDING',
      closedOn: null,
    });
  });

  test('one waits at a time, also of two at once', async () => {
    const an = await join(fees);
    const answers = await Promise.all([declare(fees, an), declare(fees, an)]);
    expect(answers.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual(['RATE_PENDING', 'done']);
  });

  test.each([
    [
      'T16 too little abroad',
      { category: 'OVERSEAS_OTHER', base: null, amount: 25_000 },
      'AMOUNT_OUT_OF_BAND',
    ],
    [
      'T16 too much abroad',
      { category: 'OVERSEAS_OTHER', base: null, amount: 450_000 },
      'AMOUNT_OUT_OF_BAND',
    ],
    ['nothing', { amount: 0 }, 'AMOUNT_INVALID'],
    ['less than nothing', { amount: -5 }, 'AMOUNT_INVALID'],
    ['more than a billion', { amount: 1_000_000_001 }, 'AMOUNT_INVALID'],
    ['no income', { base: null }, 'BASE_REQUIRED'],
    ['a month before the first charged', { fromMonth: '2026-04' }, 'INVALID_INPUT'],
    ['a month 13 months ahead', { fromMonth: '2027-08' }, 'INVALID_INPUT'],
    ['a note of 1,001 characters', { note: 'x'.repeat(1_001) }, 'INVALID_INPUT'],
    ['a category of another regime', { category: 'SALARIED' }, 'INVALID_INPUT'],
  ])('%s is refused', async (_what, more, code) => {
    const an = await join(fees);
    expect((await declare(fees, an, more)).refusal?.code).toBe(code);
  });

  test('T16 the band is said', async () => {
    const an = await join(fees);
    const { refusal } = await declare(fees, an, { category: 'OVERSEAS_OTHER', base: null, amount: 25_000 });
    expect(refusal.message).toBe('Mức đóng phải từ 30.000 đến 400.000 đồng.');
  });

  test('by no rule, nothing is proposed and nothing differs', async () => {
    const an = await join(fees);
    const { duesRate } = await declare(fees, an, { category: 'DECLARED', base: null, amount: 60_000 });
    expect(duesRate).toMatchObject({ proposedAmount: null, difference: null, differsNotably: false });
  });

  test('A9 of the secretary the direct superior decides, and nobody else', async () => {
    const { secretary, committee } = people;
    const { duesRate } = await declare(fees, plain(secretary), { fromMonth: '2026-08' });
    expect(duesRate.approverUnit.id).toBe(units.committee);
    expect((await decideRate(fees, 'approve', secretary, duesRate)).refusal.code).toBe('ACTION_NOT_ALLOWED');
    expect((await decideRate(fees, 'approve', committee, duesRate)).duesRate.status).toBe('APPROVED');
  });

  test('where dues have not started nothing is declared', async () => {
    const an = await join(fees, units.branch22);
    await fees.hear(heard.duesStart(units.branch22, '2027-01-01'));
    expect((await declare(fees, an)).refusal.code).toBe('PROCEDURE_NOT_STARTED');
    await fees.hear(heard.duesStart(units.branch22, null, 2));
  });
});

describe('deciding', () => {
  test('approved, it holds from its month on, and the one before ends with the month before', async () => {
    const an = await join(fees, units.branch1, '60000', '2026-03');
    await fees.published();
    const declared = (await declare(fees, an)).duesRate;
    const { duesRate } = await decideRate(fees, 'approve', people.secretary, declared);
    expect(duesRate).toMatchObject({ status: 'APPROVED', version: 2, decidedByName: people.secretary.name });
    expect(await rateLines(fees, an.memberId)).toEqual([
      'SUPERSEDED 60000 2026-03.. 2026-06',
      'APPROVED 116532 2026-07..',
    ]);
    const told = await fees.published('DuesRateApproved');
    expect(told.flatMap(({ data }) => contractBreaches(DuesRateApproved, data))).toEqual([]);
    expect(told.map(({ data }) => data)).toMatchObject([{ memberId: an.memberId, fromMonth: '2026-07' }]);
  });

  test('A5 less than prescribed by more than 1,000 is marked, and needs the approver’s reason', async () => {
    const an = await join(fees);
    const { duesRate } = await declare(fees, an, { amount: 100_000 });
    expect(duesRate).toMatchObject({ difference: -16_532, differsNotably: true });
    const { refusal } = await decideRate(fees, 'approve', people.secretary, duesRate);
    expect(refusal).toMatchObject({ code: 'BELOW_RATE', field: 'reason' });
    expect(refusal.message).toContain('116.532');
    const reason = 'Nghỉ không lương nửa tháng';
    const approved = await decideRate(fees, 'approve', people.secretary, duesRate, { reason });
    expect(approved.duesRate).toMatchObject({ monthlyAmount: 100_000, decisionReason: reason });
  });

  test('rejected with a reason, what held before holds', async () => {
    const an = await join(fees);
    const { duesRate } = await declare(fees, an);
    expect(
      (await decideRate(fees, 'reject', people.secretary, duesRate, { reason: ' ' })).refusal,
    ).toMatchObject({
      code: 'REASON_REQUIRED',
      field: 'reason',
    });
    await decideRate(fees, 'reject', people.secretary, duesRate, { reason: 'Chưa đúng lương' });
    expect(await rateLines(fees, an.memberId)).toEqual([
      'APPROVED 60000 2026-05..',
      'REJECTED 116532 2026-07..',
    ]);
    const told = await fees.published('DuesRateRejected');
    expect(told.flatMap(({ data }) => contractBreaches(DuesRateRejected, data))).toEqual([]);
  });

  test('the history tells who did what, and the same for reports', async () => {
    const an = await join(fees);
    const { id } = await approvedRate(fees, an);
    const { data } = await fees.execute(
      `query ($id: UUID!) { duesRate(id: $id) { history { action label fromState toState byTitle unitName reason } availableActions { action } } }`,
      { id },
      an,
    );
    expect(data?.duesRate.history).toMatchObject([
      { action: 'DECLARE', label: 'Khai báo mức đóng', fromState: null, toState: 'PENDING', byTitle: null },
      {
        action: 'APPROVE',
        label: 'Duyệt',
        fromState: 'PENDING',
        toState: 'APPROVED',
        byTitle: 'Bí thư chi bộ',
      },
    ]);
    const states = (await fees.published('DossierStateChanged')).filter(
      ({ data }) => (data as { dossierId: string }).dossierId === id,
    );
    expect(states.flatMap(({ data }) => contractBreaches(DossierStateChanged, data))).toEqual([]);
    expect(states.map(({ data }) => (data as { state: string }).state)).toEqual(['PENDING', 'APPROVED']);
  });

  test('two who approve at once: one does, the other finds another version', async () => {
    const an = await join(fees);
    const { duesRate } = await declare(fees, an);
    const answers = await Promise.all(
      [1, 2].map(() => decideRate(fees, 'approve', people.secretary, duesRate)),
    );
    expect(answers.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual([
      'VERSION_CONFLICT',
      'done',
    ]);
  });
});
