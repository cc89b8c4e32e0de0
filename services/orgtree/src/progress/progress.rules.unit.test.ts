import { describe, expect, test } from '@jest/globals';
import { stepsOf } from './progress.rules.ts';

describe('the steps of a course of progress', () => {
  test('weeks begin on Monday, the first and the last are cut', () => {
    expect(stepsOf({ from: '2026-06-24', through: '2026-07-07' }, 'WEEK')).toEqual([
      { from: '2026-06-24', through: '2026-06-28' },
      { from: '2026-06-29', through: '2026-07-05' },
      { from: '2026-07-06', through: '2026-07-07' },
    ]);
  });
  test('months are those of the calendar, over the end of a year and a leap day', () => {
    expect(stepsOf({ from: '2027-12-15', through: '2028-03-01' }, 'MONTH')).toEqual([
      { from: '2027-12-15', through: '2027-12-31' },
      { from: '2028-01-01', through: '2028-01-31' },
      { from: '2028-02-01', through: '2028-02-29' },
      { from: '2028-03-01', through: '2028-03-01' },
    ]);
  });
  test('a stretch that is turned around, or of more than 60 steps, is none', () => {
    expect(stepsOf({ from: '2026-07-02', through: '2026-07-01' }, 'WEEK')).toBeNull();
    expect(stepsOf({ from: '2026-01-01', through: '2027-03-01' }, 'WEEK')).toBeNull();
    expect(stepsOf({ from: '2026-01-01', through: '2026-12-31' }, 'WEEK')).toHaveLength(53);
  });
});
