import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { decide } from '@dang/workflow/decide';
import { describe, expect, test } from '@jest/globals';
import { type AccountCase, isOwnCase, relationsTo, waitingState } from './account.rules.ts';
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
    facts: { notOwnCase: isOwnCase(on, by) ? 'OWN_CASE' : true, ...facts },
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

describe('a sent registration waits', () => {
  const nobody = { leadsBranch: false, holdsRetainedDues: false };
  const plain = { position: 'MEMBER' as const, receivesRetainedDues: false };
  test('at the branch for a plain member', () => {
    expect(waitingState(plain, nobody)).toBe('PENDING_BRANCH');
  });
  test.each([
    ['who claims to be secretary', { ...plain, position: 'SECRETARY' as const }, nobody],
    ['who claims to be deputy', { ...plain, position: 'DEPUTY_SECRETARY' as const }, nobody],
    ['who asks to hold the retained dues', { ...plain, receivesRetainedDues: true }, nobody],
    ['who leads the branch', plain, { ...nobody, leadsBranch: true }],
    ['who holds the retained dues', plain, { ...nobody, holdsRetainedDues: true }],
  ])('at the direct superior for one %s', (_who, form, grounds) => {
    expect(waitingState(form, grounds)).toBe('PENDING_SUPERIOR');
  });
});
