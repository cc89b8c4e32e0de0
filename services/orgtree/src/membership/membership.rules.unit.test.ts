import { describe, expect, test } from '@jest/globals';
import { decideRegistration, decideTransfer, membershipRights } from './membership.rules.ts';

const transfer = {
  number: '05-P3-260706-0001',
  originBranchId: 'here',
  destinationBranchId: 'there',
  completedOn: '2026-07-06',
};
const there = { unitId: 'there', type: 'BRANCH', code: '05.202.010.000.001', takesMembers: true } as const;
const atOrigin = { current: { unitId: 'here', from: '2025-07-01' }, destination: there, alreadyDone: false };

describe('a completed transfer', () => {
  test('moves a member who belongs to the origin', () => {
    expect(decideTransfer(transfer, atOrigin)).toEqual({ act: 'CHANGE' });
  });
  test('that was done before changes nothing, wherever the member is now', () => {
    expect(decideTransfer(transfer, { ...atOrigin, current: null, alreadyDone: true })).toEqual({
      act: 'NOTHING',
    });
  });
  test('may complete on the very day the membership at the origin began', () => {
    const sameDay = { ...atOrigin, current: { unitId: 'here', from: '2026-07-06' } };
    expect(decideTransfer(transfer, sameDay)).toEqual({ act: 'CHANGE' });
  });
  test.each([
    [
      'the member belongs to no branch',
      { current: null },
      'the member belongs to no branch, not to the origin here',
    ],
    [
      'the member belongs to another branch',
      { current: { unitId: 'elsewhere', from: '2026-01-01' } },
      'the member belongs to elsewhere and not to the origin here',
    ],
    [
      'it completed before the membership at the origin began',
      { current: { unitId: 'here', from: '2026-07-07' } },
      'completed on 2026-07-06, before the membership at the origin began on 2026-07-07',
    ],
    [
      'the destination does not exist on that day',
      { destination: null },
      'there is no unit there on 2026-07-06',
    ],
    [
      'the destination is a committee',
      {
        destination: {
          unitId: 'there',
          type: 'GRASSROOTS_COMMITTEE',
          code: '05.202.010',
          takesMembers: false,
        } as const,
      },
      '05.202.010 is a GRASSROOTS_COMMITTEE, which takes no members',
    ],
  ])('is set aside when %s', (_, over, reason) => {
    expect(decideTransfer(transfer, { ...atOrigin, ...over })).toEqual({
      act: 'PARK',
      reason: `Transfer 05-P3-260706-0001: ${reason}`,
    });
  });
});

describe('an approved registration', () => {
  const registration = { accountId: 'account', branchId: 'there', approvedOn: '2026-07-06' };
  const nowhere = { current: null, destination: there, alreadyDone: false };

  test('starts a membership where there is none', () => {
    expect(decideRegistration(registration, nowhere)).toEqual({ act: 'CHANGE' });
  });
  test('never moves a member who belongs somewhere: that needs a transfer', () => {
    expect(decideRegistration(registration, atOrigin)).toEqual({ act: 'NOTHING' });
  });
  test('that was heard before changes nothing, even when the membership has ended since', () => {
    expect(decideRegistration(registration, { ...nowhere, alreadyDone: true })).toEqual({ act: 'NOTHING' });
  });
  test('into a unit that takes no members is set aside', () => {
    const ward = { unitId: 'there', type: 'SUPERIOR', code: '05.200', takesMembers: false } as const;
    expect(decideRegistration(registration, { ...nowhere, destination: ward })).toEqual({
      act: 'PARK',
      reason: 'Account account: 05.200 is a SUPERIOR, which takes no members',
    });
  });
});

test('a temporary stay gives everything but voting, standing, electing and being counted', () => {
  expect(membershipRights('TEMPORARY')).toEqual(['TAKE_PART']);
  expect(membershipRights('OFFICIAL')).toEqual(['TAKE_PART', 'VOTE', 'STAND', 'ELECT', 'COUNT']);
});
