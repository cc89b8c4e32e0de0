import { expect, test } from '@jest/globals';
import { isStaff, mayHaveOffice, staffRoles } from './staff.rules.ts';

test('offices are given, positions of the Party and delegations are not', () => {
  expect(staffRoles.every(isStaff)).toBe(true);
  for (const role of ['BRANCH_SECRETARY', 'BRANCH_DELEGATE', 'ORG_ADMIN', 'MEMBER'] as const)
    expect(isStaff(role)).toBe(false);
});

test('a branch has no office but members who help, and the organisation board is the province’s', () => {
  expect(mayHaveOffice('SUPERIOR', 'OFFICE_STAFF')).toBe(true);
  expect(mayHaveOffice('BRANCH', 'OFFICE_STAFF')).toBe(false);
  expect(mayHaveOffice('BRANCH', 'SUPPORT_AGENT')).toBe(true);
  expect(mayHaveOffice('PROVINCE', 'ORG_BOARD_STAFF')).toBe(true);
  expect(mayHaveOffice('SUPERIOR', 'ORG_BOARD_STAFF')).toBe(false);
  expect(mayHaveOffice('PARTY_GROUP', 'SUPPORT_AGENT')).toBe(false);
});
