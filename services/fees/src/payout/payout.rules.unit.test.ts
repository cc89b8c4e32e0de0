import { describe, expect, test } from '@jest/globals';
import { afterFailure, payoutContent, TRIES } from './payout.rules.ts';

describe('after a refusal of the bank', () => {
  const now = new Date('2026-07-06T08:00:00+07:00');
  test('it is tried again after longer and longer pauses', () => {
    const pauses = [1, 2, 3, 4].map((tries) => {
      const next = afterFailure(tries, now);
      return next.nextTryAt && (next.nextTryAt.getTime() - now.getTime()) / 60_000;
    });
    expect(pauses).toEqual([5, 30, 120, 720]);
  });
  test('the fifth leaves it to an officer', () => {
    expect(afterFailure(TRIES, now)).toEqual({ status: 'MANUAL', nextTryAt: null });
  });
});

test('the bank reads which unit and day, in plain letters', () => {
  expect(payoutContent('05.200.044', '2026-07-06')).toBe('Dang phi trich giu lai 05.200.044 ngay 06/07/2026');
});
