import { describe, expect, test } from '@jest/globals';
import { addMonths, firstDay, monthAfter, monthBefore, monthOf } from './month.ts';

describe('months', () => {
  test('the month after December is January of the next year, and back', () => {
    expect(monthAfter('2026-12')).toBe('2027-01');
    expect(monthBefore('2027-01')).toBe('2026-12');
    expect(monthAfter('2026-08')).toBe('2026-09');
  });

  test('adding months crosses any number of years', () => {
    expect(addMonths('2026-05', 0)).toBe('2026-05');
    expect(addMonths('2026-05', 32)).toBe('2029-01');
    expect(addMonths('2026-01', -13)).toBe('2024-12');
  });

  test('a day lies in its month, a month is kept as its first day', () => {
    expect(monthOf('2026-09-20')).toBe('2026-09');
    expect(firstDay('2026-09')).toBe('2026-09-01');
  });

  test.each(['2026-13', '2026-00', '2026-5', '05/2026', ''])('%p is no month', (text) => {
    expect(() => addMonths(text, 1)).toThrow('not a month');
  });
});
