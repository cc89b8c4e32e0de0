import { contractBreaches } from '@dang/events/contract';
import { ReconciliationClosed } from '@dang/events/contracts/fees/reconciliation-closed';
import { ReconciliationConfirmed } from '@dang/events/contracts/fees/reconciliation-confirmed';
import { ReconciliationDisputed } from '@dang/events/contracts/fees/reconciliation-disputed';
import { ReconciliationOpened } from '@dang/events/contracts/fees/reconciliation-opened';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { givenPayment } from '../../test/money-stage.ts';
import {
  actOn,
  dossierOf,
  type Fees,
  members,
  oneMove,
  openReconciling,
  people,
} from '../../test/reconciliation-stage.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openReconciling();
});
afterAll(() => fees.close());

const contracts = [
  ReconciliationOpened,
  ReconciliationConfirmed,
  ReconciliationDisputed,
  ReconciliationClosed,
  DossierStateChanged,
];

/** What was told since the last call, by name; each must keep its contract. */
async function told(): Promise<string[]> {
  const events = (await fees.drainOutbox()).flatMap(({ type, data }) => {
    const contract = contracts.find(({ name }) => type.includes(`.${name}.`));
    if (!contract) return [];
    expect(contractBreaches(contract, data)).toEqual([]);
    const { state, procedure } = data as { state?: string; procedure?: string };
    return [state === undefined ? contract.name : `${procedure} ${state}`];
  });
  return events.sort();
}

describe('the night after a period has ended', () => {
  test('opens it for every unit below another to which anything was due, and tells both', async () => {
    const rows = await fees
      .em()
      .execute<{ unit: string; superior: string; kind: string }[]>(
        'select unit_id as unit, superior_id as superior, kind from reconciliation order by kind, number, unit_id',
      );
    expect(
      rows.filter(({ kind }) => kind === 'QUARTER').map(({ unit, superior }) => [unit, superior]),
    ).toEqual(
      [
        [units.ward, units.province],
        [units.committee, units.ward],
        [units.branch1, units.committee],
        [units.branch2, units.committee],
      ].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    );
    expect(rows.filter(({ kind }) => kind === 'HALF')).toHaveLength(4);
    expect(rows.filter(({ kind }) => kind === 'YEAR')).toHaveLength(0);
    const events = await told();
    expect(events.filter((name) => name === 'ReconciliationOpened')).toHaveLength(8);
    expect(events.filter((name) => name === 'RECONCILIATION OPEN')).toHaveLength(8);
  });

  test('run again it opens nothing and tells nothing', async () => {
    await fees.runJob('open-reconciliations');
    await fees.runJob('refresh-reconciliations');
    expect(await told()).toEqual([]);
  });
});

describe('a reconciliation', () => {
  const query = `query ($id: UUID!) { reconciliation(id: $id) { number title status dueOn overdue
    figures { members due paid paidOnline paidCash unpaid retained toRemit remitted owed received cashHeld }
    figuresNow { paid } availableActions { action allowed code } history { action label fromState toState byName } } }`;
  const read = async (unitId: string, actor = people.finance) => {
    const { id } = await dossierOf(fees, unitId);
    const { data, errors } = await fees.execute(query, { id }, actor);
    expect(errors).toBeUndefined();
    return data?.reconciliation;
  };

  test('shows its figures to the đồng', async () => {
    expect(await read(units.branch1)).toMatchObject({
      title: 'Đối chiếu đảng phí quý II/2026',
      status: 'OPEN',
      dueOn: '2026-07-15',
      overdue: false,
      figures: {
        members: 2,
        due: 360_000,
        paid: 240_000,
        paidOnline: 180_000,
        paidCash: 60_000,
        unpaid: 120_000,
        retained: 168_000,
        toRemit: 72_000,
        remitted: 54_000,
        owed: 18_000,
        received: 42_000,
        cashHeld: 18_000,
      },
      figuresNow: { paid: 240_000 },
    });
  });

  test('goes from the unit to its superior and is closed, with its history and its events', async () => {
    await told();
    const confirmed = await actOn(fees, 'confirmReconciliation', people.branch1, units.branch1);
    expect(confirmed.reconciliation).toMatchObject({
      status: 'CONFIRMED_BY_SUB',
      confirmedByName: 'Lê Thị Hoa',
      minutesUrl: null,
    });
    const closed = await actOn(fees, 'closeReconciliation', people.committee, units.branch1);
    expect(closed.reconciliation).toMatchObject({ status: 'CLOSED', closedByName: 'Trần Văn Đức' });
    expect(closed.reconciliation.minutesUrl).toContain('/files/minutes/');
    expect(await told()).toEqual([
      'RECONCILIATION CLOSED',
      'RECONCILIATION CONFIRMED_BY_SUB',
      'ReconciliationClosed',
      'ReconciliationConfirmed',
    ]);
    const { history, availableActions } = await read(units.branch1);
    expect(history.map(({ label }: { label: string }) => label)).toEqual([
      'Mở đối chiếu',
      'Xác nhận khớp số liệu',
      'Chốt số liệu',
    ]);
    // what is left is to sign the minutes, first the unit
    expect(availableActions).toEqual([{ action: 'SIGN', allowed: false, code: 'ACTION_NOT_ALLOWED' }]);
  });

  test('that is closed keeps its figures whatever comes later', async () => {
    const lines = [{ member: members.binh, period: '2026-05' }];
    await givenPayment(fees.em(), { lines, on: '2026-06-30' });
    await fees.runJob('refresh-reconciliations');
    expect(await read(units.branch1)).toMatchObject({
      figures: { paid: 240_000 },
      figuresNow: { paid: 300_000 },
    });
  });

  test('is not confirmed with figures that changed since they were read', async () => {
    const lines = [{ member: members.chi, period: '2026-04', amount: 37_500n }];
    await givenPayment(fees.em(), { lines, on: '2026-06-30', branch: units.branch2 });
    const stale = await actOn(fees, 'confirmReconciliation', people.branch2, units.branch2);
    expect(stale.refusal.code).toBe('VERSION_CONFLICT');
    const seen = await actOn(fees, 'confirmReconciliation', people.branch2, units.branch2);
    expect(seen.reconciliation).toMatchObject({ status: 'CONFIRMED_BY_SUB', figures: { paid: 37_500 } });
  });

  test('goes back to the unit when its figures change before the superior closes it', async () => {
    const lines = [{ member: members.chi, period: '2026-05', amount: 37_500n }];
    await givenPayment(fees.em(), { lines, on: '2026-06-30', branch: units.branch2 });
    const refused = await actOn(fees, 'closeReconciliation', people.committee, units.branch2);
    expect(refused.refusal.code).toBe('VERSION_CONFLICT');
    expect(await dossierOf(fees, units.branch2)).toMatchObject({ status: 'OPEN' });
    expect((await read(units.branch2)).history.at(-1)).toMatchObject({ action: 'REFRESH', byName: null });
  });
});

describe('a difference', () => {
  const difference = { figure: 'RETAINED', amount: 1, reason: 'Thiếu phần trích của chi bộ' };

  test('that is none is refused', async () => {
    await fees.runJob('refresh-reconciliations');
    const { id } = await dossierOf(fees, units.committee);
    const { data } = await fees.execute(
      'query ($id: UUID!) { reconciliation(id: $id) { figures { paid } } }',
      { id },
      people.committee,
    );
    const same = { figure: 'PAID', amount: data?.reconciliation.figures.paid, reason: 'x' };
    const { refusal } = await actOn(fees, 'disputeReconciliation', people.committee, units.committee, same);
    expect(refusal).toEqual({ code: 'DIFFERENCE_REQUIRED', field: 'amount' });
  });

  test('is adjusted by two officers, balanced in the ledger, and the unit looks again', async () => {
    await told();
    const disputed = await actOn(
      fees,
      'disputeReconciliation',
      people.committee,
      units.committee,
      difference,
    );
    expect(disputed.reconciliation).toMatchObject({ status: 'DISPUTED', dispute: difference });
    const before = disputed.reconciliation.figures;
    const moves = [{ fromUnitId: units.ward, toUnitId: units.committee, amount: 1_500 }];
    const asked = { moves, reason: 'Điều chỉnh phần trích quý II' };
    await actOn(fees, 'adjustReconciliation', people.finance, units.committee, asked);
    const twice = await actOn(fees, 'adjustReconciliation', people.secondFinance, units.committee, asked);
    expect(twice.refusal.code).toBe('WRONG_STATE');
    const own = await actOn(fees, 'approveReconciliationAdjustment', people.finance, units.committee);
    expect(own.refusal.code).toBe('SECOND_PERSON_REQUIRED');
    const posted = await actOn(
      fees,
      'approveReconciliationAdjustment',
      people.secondFinance,
      units.committee,
    );
    expect(posted.reconciliation).toMatchObject({
      status: 'OPEN',
      adjustments: [
        {
          status: 'POSTED',
          moves: [{ amount: 1_500 }],
          proposedByName: 'Ngô Thị Kim',
          decidedByName: 'Vũ Văn Long',
        },
      ],
      figures: {
        adjusted: 1_500,
        retained: before.retained + 1_500,
        remitted: before.remitted - 1_500,
        paid: before.paid,
      },
    });
    const entries = await fees.em().execute(
      `select account, entry.unit_id as unit, entry.amount, booked_on as day, reason from ledger_entry entry
       join ledger_transaction on id = transaction_id where kind = 'ADJUSTMENT' order by line`,
    );
    expect(entries).toEqual([
      expect.objectContaining({ account: 'UNIT_SHARE', unit: units.ward, amount: '1500', day: '2026-07-06' }),
      expect.objectContaining({
        account: 'UNIT_SHARE',
        unit: units.committee,
        amount: '-1500',
        reason: asked.reason,
      }),
    ]);
    expect(await told()).toContain('ReconciliationDisputed');
  });

  test('of the unit below another stays within it: the ward above sees no adjustment between two units below it', async () => {
    await fees.runJob('refresh-reconciliations');
    const { id } = await dossierOf(fees, units.ward);
    const { data } = await fees.execute(
      'query ($id: UUID!) { reconciliation(id: $id) { figures { adjusted } } }',
      { id },
      people.ward,
    );
    expect(data?.reconciliation.figures.adjusted).toBe(0);
  });

  test('that is rejected or upheld posts nothing', async () => {
    await actOn(fees, 'disputeReconciliation', people.committee, units.committee, difference);
    await actOn(fees, 'adjustReconciliation', people.finance, units.committee, {
      moves: oneMove,
      reason: 'x',
    });
    const early = await actOn(fees, 'upholdReconciliation', people.finance, units.committee, { reason: 'x' });
    expect(early.refusal.code).toBe('WRONG_STATE');
    await actOn(fees, 'rejectReconciliationAdjustment', people.secondFinance, units.committee, {
      reason: 'Sai',
    });
    const upheld = await actOn(fees, 'upholdReconciliation', people.finance, units.committee, {
      reason: 'Đúng',
    });
    expect(upheld.reconciliation).toMatchObject({ status: 'OPEN', figures: { adjusted: 1_500 } });
    const [{ count } = { count: '' }] = await fees
      .em()
      .execute<{ count: string }[]>(`select count(*) from ledger_transaction where kind = 'ADJUSTMENT'`);
    expect(Number(count)).toBe(1);
  });

  test.each([
    ['nothing', [], 'INVALID_INPUT'],
    ['a unit to itself', [{ ...oneMove[0], toUnitId: units.branch1 }], 'INVALID_INPUT'],
    ['0 đồng', [{ ...oneMove[0], amount: 0 }], 'AMOUNT_INVALID'],
    ['a negative amount', [{ ...oneMove[0], amount: -5 }], 'AMOUNT_INVALID'],
    ['a unit of another ward', [{ ...oneMove[0], toUnitId: units.branch21 }], 'UNIT_NOT_FOUND'],
    ['a unit above the superior', [{ ...oneMove[0], toUnitId: units.province }], 'UNIT_NOT_FOUND'],
  ])('adjusting %s is refused', async (_what, moves, code) => {
    if ((await dossierOf(fees, units.committee)).status === 'OPEN')
      await actOn(fees, 'disputeReconciliation', people.committee, units.committee, difference);
    const { refusal } = await actOn(fees, 'adjustReconciliation', people.finance, units.committee, {
      moves,
      reason: 'x',
    });
    expect(refusal).toEqual({ code, field: 'moves' });
  });
});
