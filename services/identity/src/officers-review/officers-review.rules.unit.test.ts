import { expect, test } from '@jest/globals';
import { isOverdue } from './officers-review.rules.ts';

test('an office is due ninety days after it began or was last looked at', () => {
  expect(isOverdue(['2026-04-07', null], '2026-07-06')).toBe(false);
  expect(isOverdue(['2026-04-06', null], '2026-07-06')).toBe(true);
  expect(isOverdue(['2020-01-01', '2026-04-07'], '2026-07-06')).toBe(false);
  expect(isOverdue(['2026-08-01', null], '2026-07-06')).toBe(false);
  expect(isOverdue([null], '2026-07-06')).toBe(false);
});
