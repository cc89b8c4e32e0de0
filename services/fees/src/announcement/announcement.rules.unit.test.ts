import { expect, test } from '@jest/globals';
import { dueOn, isLate } from './announcement.rules.ts';

test.each([
  ['on the 1st', '2026-07-01', false, '2026-07-10'],
  ['on the 10th itself', '2026-07-10', false, '2026-07-10'],
  ['on the 11th', '2026-07-11', true, '2026-07-31'],
  ['in the month after', '2026-08-03', true, '2026-08-03'],
])('announced %s, dues are late or not and payable until a day', (_when, announcedOn, late, until) => {
  expect(isLate('2026-07', announcedOn)).toBe(late);
  expect(dueOn('2026-07', announcedOn)).toBe(until);
});
