import { expect, test } from '@jest/globals';
import { monthsBefore } from './retention.ts';

test.each([
  ['2026-07-06', 24, '2024-07-06'],
  ['2026-07-06', 120, '2016-07-06'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
  ['2028-02-29', 12, '2027-02-28'],
])('%s less %i months is %s', (day, months, before) => {
  expect(monthsBefore(day, months)).toBe(before);
});
