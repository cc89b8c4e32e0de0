import { describe, expect, test } from '@jest/globals';
import { barOfAccount, idleTimeLeftMs, refreshOutcome, type StoredToken } from './session.rules.ts';

const now = new Date('2026-07-06T02:00:00Z');
const token: StoredToken = {
  usedAt: null,
  expiresAt: new Date('2026-08-05T02:00:00Z'),
  sessionEndedAt: null,
  accountStatus: 'ACTIVE',
  exclusion: null,
  positionId: null,
  lastSeenAt: now,
};

describe('a refresh token', () => {
  test('that nobody used yet is rotated, for applicants too', () => {
    expect(refreshOutcome(token, now)).toBe('ROTATE');
    expect(refreshOutcome({ ...token, accountStatus: 'DRAFT' }, now)).toBe('ROTATE');
  });
  test('that was used before ends the session, even when it has expired since', () => {
    expect(refreshOutcome({ ...token, usedAt: now }, now)).toBe('END_SESSION');
    expect(refreshOutcome({ ...token, usedAt: now, expiresAt: now }, now)).toBe('END_SESSION');
  });
  test('that is unknown, expired or of an ended session is refused', () => {
    expect(refreshOutcome(null, now)).toBe('REFUSE');
    expect(refreshOutcome({ ...token, expiresAt: now }, now)).toBe('REFUSE');
    expect(refreshOutcome({ ...token, usedAt: now, sessionEndedAt: now }, now)).toBe('REFUSE');
  });
  test('of an account that was locked or closed ends the session', () => {
    expect(refreshOutcome({ ...token, accountStatus: 'LOCKED' }, now)).toBe('END_SESSION');
    expect(refreshOutcome({ ...token, accountStatus: 'CLOSED' }, now)).toBe('END_SESSION');
  });
  test('of a member who was excluded since ends the session', () => {
    expect(refreshOutcome({ ...token, exclusion: 'EXCLUDED_FORCE' }, now)).toBe('END_SESSION');
  });
});

describe('a session that nobody uses', () => {
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const acting = { ...token, positionId: 'p' };
  test('ends after a quarter of an hour when it acts in an office', () => {
    expect(refreshOutcome({ ...acting, lastSeenAt: minutesAgo(15) }, now)).toBe('ROTATE');
    expect(refreshOutcome({ ...acting, lastSeenAt: minutesAgo(15.1) }, now)).toBe('END_IDLE');
  });
  test('lives on as that of the plain member', () => {
    expect(refreshOutcome({ ...token, lastSeenAt: minutesAgo(600) }, now)).toBe('ROTATE');
    expect(idleTimeLeftMs({ ...token, lastSeenAt: minutesAgo(600) }, now)).toBe(Number.POSITIVE_INFINITY);
  });
  test('has less and less time, and never more than the limit', () => {
    expect(idleTimeLeftMs({ ...acting, lastSeenAt: minutesAgo(9) }, now)).toBe(6 * 60_000);
    expect(idleTimeLeftMs({ ...acting, lastSeenAt: minutesAgo(-1) }, now)).toBe(15 * 60_000);
  });
});

test('only locked and closed accounts are kept from signing in', () => {
  expect(['DRAFT', 'PENDING_BRANCH', 'REJECTED', 'ACTIVE'].map(barOfAccount)).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(barOfAccount('LOCKED')).toBe('ACCOUNT_LOCKED');
  expect(barOfAccount('CLOSED')).toBe('ACCOUNT_CLOSED');
});
