import { describe, expect, test } from '@jest/globals';
import { afterQuery, clockDiffers, nextQueryAt } from './payment.rules.ts';

const now = new Date('2026-07-06T09:00:00+07:00');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

describe('an order without a result', () => {
  const waiting = { expiresAt: hours(23), now };

  test('is paid, has failed, expires when nobody has begun to pay, and waits while somebody is paying', () => {
    const paid = { providerRef: 'PAY-1', amount: 60_000n, paidAt: now, method: 'BANK' } as const;
    expect(afterQuery({ status: 'PAID', ...paid }, waiting)).toBe('CONFIRM');
    expect(afterQuery({ status: 'FAILED', reason: '' }, waiting)).toBe('FAIL');
    expect(afterQuery({ status: 'NOT_STARTED' }, waiting)).toBe('EXPIRE');
    expect(afterQuery({ status: 'PENDING' }, waiting)).toBeNull();
  });

  test('expires after 24 hours, and is paid all the same when the platform says so', () => {
    const over = { expiresAt: now, now };
    expect(afterQuery({ status: 'PENDING' }, over)).toBe('EXPIRE');
    const paid = { providerRef: 'PAY-1', amount: 1n, paidAt: now, method: 'BANK' } as const;
    expect(afterQuery({ status: 'PAID', ...paid }, over)).toBe('CONFIRM');
  });

  test('is asked about again after 5, 10, 20, 40 minutes, then every hour', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 400].map(
      (queries) => (nextQueryAt(now, queries).getTime() - now.getTime()) / 60_000,
    );
    expect(minutes).toEqual([5, 10, 20, 40, 60, 60, 60]);
  });
});

test('a moment more than 24 hours off ours is flagged, in both directions', () => {
  expect(clockDiffers(hours(24), now)).toBe(false);
  expect(clockDiffers(hours(-24), now)).toBe(false);
  expect(clockDiffers(hours(24.1), now)).toBe(true);
  expect(clockDiffers(hours(-24.1), now)).toBe(true);
});
