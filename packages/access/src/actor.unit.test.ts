import { describe, expect, test } from '@jest/globals';
import type { Actor } from './actor.ts';
import { accountStatuses, hasPermission, scopeUnitOf, signInIsFresh } from './actor.ts';

const UNIT = '00000000-0000-4000-8000-00000000000a';
const signedInAt = new Date('2026-07-06T02:00:00Z');
const member: Actor = {
  accountId: '00000000-0000-4000-8000-000000000001',
  memberId: '00000000-0000-4000-8000-000000000002',
  sessionId: '00000000-0000-4000-8000-000000000003',
  name: 'Nguyễn Văn An',
  accountStatus: 'ACTIVE',
  signedInAt,
  capacity: null,
};
const capacity = {
  positionId: UNIT,
  role: 'BRANCH_SECRETARY',
  title: 'Bí thư chi bộ',
  unitId: UNIT,
} as const;
const secretary: Actor = { ...member, capacity };

describe('what an actor may do', () => {
  test('a member has their own data, a secretary also the rights of the position', () => {
    expect(hasPermission(member, 'OWN_DATA')).toBe(true);
    expect(hasPermission(member, 'MEMBER_READ')).toBe(false);
    expect(hasPermission(secretary, 'OWN_DATA')).toBe(true);
    expect(hasPermission(secretary, 'MEMBER_READ')).toBe(true);
    expect(hasPermission(secretary, 'DUES_TOTALS_READ')).toBe(false);
  });
  test('somebody whom the registry does not know has no member’s rights', () => {
    expect(hasPermission({ ...member, memberId: null }, 'OWN_DATA')).toBe(false);
  });
  test('an account that is not active may do nothing, whatever its position', () => {
    for (const accountStatus of accountStatuses.filter((status) => status !== 'ACTIVE')) {
      expect(hasPermission({ ...secretary, accountStatus }, 'OWN_DATA')).toBe(false);
      expect(hasPermission({ ...secretary, accountStatus }, 'MEMBER_READ')).toBe(false);
      expect(scopeUnitOf({ ...secretary, accountStatus }, 'MEMBER_READ')).toBeNull();
    }
  });
  test('the scope is the unit of the capacity, and none for what only the member holds', () => {
    expect(scopeUnitOf(secretary, 'MEMBER_READ')).toBe(UNIT);
    expect(scopeUnitOf(secretary, 'TRANSFER_REQUEST')).toBeNull();
    expect(scopeUnitOf(member, 'MEMBER_READ')).toBeNull();
  });
});

test('a sign-in is fresh for ten minutes', () => {
  expect(signInIsFresh(member, new Date('2026-07-06T02:10:00Z'))).toBe(true);
  expect(signInIsFresh(member, new Date('2026-07-06T02:10:00.001Z'))).toBe(false);
});
