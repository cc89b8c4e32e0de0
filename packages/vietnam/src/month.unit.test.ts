import { expect, test } from '@jest/globals';
import {
  addMonths,
  compareMonths,
  isMonth,
  lastDayOf,
  monthOf,
  monthRange,
  monthsBetween,
  nextMonth,
} from './month.ts';

test('months roll over the year', () => {
  expect(nextMonth('2026-12')).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(addMonths('2026-07', 18)).toBe('2028-01');
});
test('months are counted and compared', () => {
  expect(monthsBetween('2026-05', '2026-07')).toBe(2);
  expect(monthsBetween('2027-01', '2026-12')).toBe(-1);
  expect(compareMonths('2026-05', '2026-05')).toBe(0);
  expect(compareMonths('2025-12', '2026-01')).toBeLessThan(0);
});
test('a range holds both its ends', () => {
  expect(monthRange('2026-11', '2027-01')).toEqual(['2026-11', '2026-12', '2027-01']);
  expect(monthRange('2026-11', '2026-10')).toEqual([]);
});
test('a day has its month, a month its last day', () => {
  expect(monthOf('2026-07-06')).toBe('2026-07');
  expect(lastDayOf('2026-02')).toBe('2026-02-28');
  expect(lastDayOf('2028-02')).toBe('2028-02-29');
  expect(lastDayOf('2026-12')).toBe('2026-12-31');
});
test.each(['2026-13', '2026-00', '2026-1', '202607', '2026-07-06', ''])('%s is no month', (text) => {
  expect(isMonth(text)).toBe(false);
  expect(() => nextMonth(text)).toThrow(RangeError);
});
