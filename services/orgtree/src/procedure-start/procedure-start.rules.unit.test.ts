import { expect, test } from '@jest/globals';
import { faultyField } from './procedure-start.rules.ts';

const today = '2026-07-06';
const faulty = (startsOn: string | null, reason = 'Kế hoạch số 43-KH/TU') =>
  faultyField({ startsOn, reason }, today);

test.each(['2025-05-19', today, '2028-07-06', null])('a procedure may start on %s', (day) => {
  expect(faulty(day)).toBeNull();
});

test.each(['2025-05-18', '2028-07-07', '2206-07-06'])('a procedure does not start on %s', (day) => {
  expect(faulty(day)).toBe('startsOn');
});

test('a day is set, and taken back, for a reason', () => {
  expect(faulty(today, '')).toBe('reason');
  expect(faulty(null, '')).toBe('reason');
  expect(faulty(null, 'x'.repeat(501))).toBe('reason');
});
