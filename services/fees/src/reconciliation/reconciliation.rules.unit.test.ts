import { describe, expect, test } from '@jest/globals';
import {
  endedPeriods,
  entriesOf,
  faultOfMoves,
  isOverdue,
  numberOf,
  periodName,
} from './reconciliation.rules.ts';

describe('the periods that are over', () => {
  test.each([
    ['2026-07-01', ['2026-04..2026-06', '2026-01..2026-06', '2025-01..2025-12'], '2026-07-15'],
    ['2026-06-30', ['2026-01..2026-03', '2025-07..2025-12', '2025-01..2025-12'], '2026-04-15'],
    ['2027-01-01', ['2026-10..2026-12', '2026-07..2026-12', '2026-01..2026-12'], '2027-01-15'],
  ])('on %s', (today, months, due) => {
    const periods = endedPeriods(today);
    expect(periods.map(({ from, through }) => `${from}..${through}`)).toEqual(months);
    expect(periods[0]?.dueOn).toBe(due);
  });

  test('have names and numbers that people know', () => {
    const named = endedPeriods('2027-01-01').map((period) => [
      periodName(period),
      numberOf(period, '05.200'),
    ]);
    expect(named).toEqual([
      ['quý IV/2026', 'DC-2026Q4-05.200'],
      ['6 tháng cuối năm 2026', 'DC-2026H2-05.200'],
      ['năm 2026', 'DC-2026Y-05.200'],
    ]);
    expect(periodName({ kind: 'HALF', from: '2026-01' })).toBe('6 tháng đầu năm 2026');
  });
});

test('is late when it is not closed the day after it is due', () => {
  expect(isOverdue({ status: 'OPEN', dueOn: '2026-07-15' }, '2026-07-15')).toBe(false);
  expect(isOverdue({ status: 'DISPUTED', dueOn: '2026-07-15' }, '2026-07-16')).toBe(true);
  expect(isOverdue({ status: 'CLOSED', dueOn: '2026-07-15' }, '2026-07-16')).toBe(false);
});

describe('moves of shares', () => {
  const move = { fromUnitId: 'a', toUnitId: 'b', amount: 5n };
  test('balance in the ledger, whatever they are', () => {
    const entries = entriesOf([move, { ...move, toUnitId: 'c', amount: 7n }], '2026-06');
    expect(entries.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n);
    expect(entries[0]).toEqual({ account: 'UNIT_SHARE', unitId: 'a', amount: 5n, period: '2026-06' });
  });
  test('none, too many, to oneself, or of nothing are faults', () => {
    expect(faultOfMoves([])).toBe('moves');
    expect(faultOfMoves(Array.from({ length: 21 }, () => move))).toBe('moves');
    expect(faultOfMoves([{ ...move, toUnitId: 'a' }])).toBe('moves');
    expect(faultOfMoves([{ ...move, amount: 0n }])).toBe('amount');
    expect(faultOfMoves([{ ...move, amount: -1n }])).toBe('amount');
    expect(faultOfMoves([move])).toBeNull();
  });
});
