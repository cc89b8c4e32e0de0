import { expect, test } from '@jest/globals';
import { type CalendarDay, daysOfYear, faultyField } from './calendar-day.rules.ts';

const today = '2026-07-06';
const faulty = (days: [string, CalendarDay['kind']][], reason = 'Thông báo số 1') =>
  faultyField({ days: days.map(([day, kind]) => ({ day, kind })), reason }, today);

test('a Saturday or Sunday can be worked, no other day', () => {
  expect(faulty([['2026-08-29', 'WORKED']])).toBeNull();
  expect(faulty([['2026-08-30', 'WORKED']])).toBeNull();
  expect(faulty([['2026-08-31', 'WORKED']])).toBe('days');
});

test.each(['2026-01-01', today, '2028-12-31'])('%s can be a day off', (day) => {
  expect(faulty([[day, 'DAY_OFF']])).toBeNull();
});

test.each(['2025-12-31', '2029-01-01'])('nobody enters %s in 2026', (day) => {
  expect(faulty([[day, 'DAY_OFF']])).toBe('days');
});

test('no day, a day twice, more than a hundred days and no announcement are not taken', () => {
  expect(faulty([])).toBe('days');
  expect(
    faulty([
      ['2026-08-31', 'DAY_OFF'],
      ['2026-08-31', null],
    ]),
  ).toBe('days');
  const many = Array.from({ length: 101 }, (_, n): [string, null] => [
    new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10),
    null,
  ]);
  expect(faulty(many.slice(1))).toBeNull();
  expect(faulty(many)).toBe('days');
  expect(faulty([['2026-08-31', null]], '')).toBe('reason');
});

test('what is entered takes the place of what was shipped, in the order of the days', () => {
  const shipped = {
    daysOff: new Set(['2026-09-01', '2027-01-01']),
    workedWeekendDays: new Set(['2026-08-22']),
  };
  const entered: CalendarDay[] = [
    { day: '2026-08-22', kind: null, reason: 'B' },
    { day: '2026-01-05', kind: 'DAY_OFF', reason: 'A' },
  ];
  expect(daysOfYear(shipped, entered, 2026)).toEqual([
    { day: '2026-01-05', kind: 'DAY_OFF', reason: 'A' },
    { day: '2026-09-01', kind: 'DAY_OFF', reason: null },
  ]);
});
