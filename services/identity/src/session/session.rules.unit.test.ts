import { describe, expect, test } from '@jest/globals';
import { barOfAccount, refreshOutcome, type StoredToken } from './session.rules.ts';

const now = new Date('2026-07-06T02:00:00Z');
const token: StoredToken = {
  usedAt: null,
  expiresAt: new Date('2026-08-05T02:00:00Z'),
  sessionEndedAt: null,
  accountStatus: 'ACTIVE',
  exclusion: null,
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
