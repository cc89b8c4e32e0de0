import { describe, expect, test } from '@jest/globals';
import { delegateRoleFor, faultyDate } from './delegation.rules.ts';

describe('a delegation', () => {
  const today = '2026-07-06';
  test.each([
    ['from today for a month', '2026-07-06', '2026-08-05', null],
    ['of a single day', '2026-07-06', '2026-07-06', null],
    ['of a year', '2026-07-06', '2027-07-06', null],
    ['that began yesterday', '2026-07-05', '2026-08-05', 'from'],
    ['that ends before it begins', '2026-07-07', '2026-07-06', 'through'],
    ['that begins in an age to come', '9999-12-01', '9999-12-31', 'from'],
    ['of two years', '2026-07-06', '2028-07-06', 'through'],
  ])('%s', (_what, from, to, field) => {
    expect(faultyDate(from, to, today)).toBe(field);
  });

  test('is given by secretaries and deputies, never by a delegate', () => {
    expect(delegateRoleFor('BRANCH_SECRETARY')).toBe('BRANCH_DELEGATE');
    expect(delegateRoleFor('COMMITTEE_DEPUTY_SECRETARY')).toBe('COMMITTEE_DELEGATE');
    expect(delegateRoleFor('BRANCH_DELEGATE')).toBeNull();
    expect(delegateRoleFor('ORG_ADMIN')).toBeNull();
  });
});
