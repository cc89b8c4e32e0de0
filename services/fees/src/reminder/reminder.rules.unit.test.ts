import { expect, test } from '@jest/globals';
import { occasionOn } from './reminder.rules.ts';

test.each([
  ['2026-07-07', null],
  ['2026-07-08', 'DAY_8'],
  ['2026-07-09', 'DAY_8'],
  ['2026-07-10', 'DAY_10'],
  ['2026-07-11', 'OVERDUE'],
  ['2026-07-30', 'OVERDUE'],
  ['2026-07-31', 'MONTH_END'],
  ['2026-02-28', 'MONTH_END'],
])('on %s the occasion is %s', (today, occasion) => {
  expect(occasionOn(today)).toBe(occasion);
});
