import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { decide } from '@dang/workflow/decide';
import { describe, expect, test } from '@jest/globals';
import { type AccountCase, faultyField, isOwnCase, relationsTo, waitingState } from './account.rules.ts';
import { type AccountState, accountWorkflow } from './account.workflow.ts';

const branch = '00000000-0000-4000-8000-00000000000b';
const superior = '00000000-0000-4000-8000-00000000000c';
const account: AccountCase = {
  accountId: '00000000-0000-4000-8000-000000000001',
  memberId: null,
  branchId: branch,
  superiorId: superior,
};

function actor(role: Role | null, unitId = branch, over: Partial<Actor> = {}): Actor {
  return {
    accountId: '00000000-0000-4000-8000-000000000009',
    memberId: '00000000-0000-4000-8000-000000000008',
    sessionId: '00000000-0000-4000-8000-000000000007',
    name: 'Trần Thị Bình',
    accountStatus: 'ACTIVE',
    signedInAt: new Date(),
    capacity: role ? { positionId: branch, role, title: 'x', unitId } : null,
    ...over,
  };
}

function approval(state: AccountState, by: Actor, facts = {}, on: AccountCase = account) {
  return decide(accountWorkflow, {
    state,
    action: 'APPROVE',
    relations: relationsTo(on, by, true),
    facts: { notOwnCase: isOwnCase(on, by) ? 'OWN_CASE' : true, positionFree: true, ...facts },
    stepUpFresh: true,
  });
}

describe('who approves an account', () => {
  test('the secretary and the deputy of the branch', () => {
    expect(approval('PENDING_BRANCH', actor('BRANCH_SECRETARY'))).toEqual({ to: 'ACTIVE' });
    expect(approval('PENDING_BRANCH', actor('BRANCH_DEPUTY_SECRETARY'))).toEqual({ to: 'ACTIVE' });
  });

  test('not the delegate, not the sibling, not the branch for one who claims to lead it (T52)', () => {
    expect(approval('PENDING_BRANCH', actor('BRANCH_DELEGATE')).refusal).toBe('NOT_FOUND');
    expect(approval('PENDING_BRANCH', actor('BRANCH_SECRETARY', superior)).refusal).toBe('NOT_FOUND');
    expect(approval('PENDING_SUPERIOR', actor('BRANCH_SECRETARY')).refusal).toBe('ACTION_NOT_ALLOWED');
  });

  test('the direct superior for one who claims to lead the branch, and only then', () => {
    expect(approval('PENDING_SUPERIOR', actor('COMMITTEE_SECRETARY', superior))).toEqual({ to: 'ACTIVE' });
    expect(approval('PENDING_BRANCH', actor('COMMITTEE_SECRETARY', superior)).refusal).toBe(
      'ACTION_NOT_ALLOWED',
    );
    expect(approval('PENDING_SUPERIOR', actor('COMMITTEE_SECRETARY', account.accountId)).refusal).toBe(
      'NOT_FOUND',
    );
    const taken = { positionFree: 'UNIT_HAS_SECRETARY' as const };
    expect(approval('PENDING_SUPERIOR', actor('COMMITTEE_SECRETARY', superior), taken).refusal).toBe(
      'UNIT_HAS_SECRETARY',
    );
  });

  test('nobody their own, not even through a second account', () => {
    const own = actor('BRANCH_SECRETARY', branch, { accountId: account.accountId });
    expect(approval('PENDING_BRANCH', own).refusal).toBe('OWN_CASE');
    const twin = actor('BRANCH_SECRETARY');
    expect(approval('PENDING_BRANCH', twin, {}, { ...account, memberId: twin.memberId }).refusal).toBe(
      'OWN_CASE',
    );
  });

  test('nobody in a capacity that has ended', () => {
    expect([...relationsTo(account, actor('BRANCH_SECRETARY'), false)]).toEqual([]);
  });
});

describe('the registration form (domain 5.4)', () => {
  const form = {
    cardDigits: '12345678',
    profileNumber: null,
    dateOfBirth: '1985-02-25',
    joinDate: '2010-05-19',
    officialDate: '2011-05-19',
    monthlyDues: 60_000n,
    monthlyDuesFrom: '2026-08',
  };
  test.each([
    ['is complete', {}, null],
    ['needs the card or the profile number', { cardDigits: null }, 'cardNumber'],
    ['takes the profile number alone', { cardDigits: null, profileNumber: '001234' }, null],
    ['refuses a day of joining in the future', { joinDate: '2026-07-07' }, 'joinDate'],
    ['refuses an official date before joining', { officialDate: '2010-05-18' }, 'officialDate'],
    ['refuses an official date in the future', { officialDate: '2026-07-07' }, 'officialDate'],
    ['refuses a day of joining before there was a Party', { joinDate: '1930-02-02' }, 'joinDate'],
    ['refuses a day of joining before the birth', { dateOfBirth: '2010-05-19' }, 'joinDate'],
    ['takes dues from the month of joining on', { monthlyDuesFrom: '2010-05' }, null],
    ['refuses dues from before the joining', { monthlyDuesFrom: '2010-04' }, 'monthlyDuesFrom'],
    ['takes dues that begin in three months', { monthlyDuesFrom: '2026-10' }, null],
    [
      'refuses dues that begin in years, and never meanwhile',
      { monthlyDuesFrom: '2099-01' },
      'monthlyDuesFrom',
    ],
    ['takes a probationer', { officialDate: null }, null],
    ['refuses negative dues', { monthlyDues: -1n }, 'monthlyDues'],
    ['refuses dues beyond any sense', { monthlyDues: 100_000_001n }, 'monthlyDues'],
  ])('%s', (_what, over, field) => {
    expect(faultyField({ ...form, ...over }, '2026-07-06')).toBe(field);
  });

  test('waits at the branch, or at the superior for a claimed lead', () => {
    expect(waitingState('MEMBER')).toBe('PENDING_BRANCH');
    expect(waitingState('SECRETARY')).toBe('PENDING_SUPERIOR');
    expect(waitingState('DEPUTY_SECRETARY')).toBe('PENDING_SUPERIOR');
  });
});
