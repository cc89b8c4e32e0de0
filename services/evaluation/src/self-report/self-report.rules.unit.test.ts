import type { Role } from '@dang/access/role';
import { expect, test } from '@jest/globals';
import type { ItemFacts, Standpoint } from '../comment-item/comment-item.rules.ts';
import { reportActionsOn, sightOf } from './self-report.rules.ts';

const item = (status: ItemFacts['status'] = 'AT_BRANCH') =>
  ({
    memberId: 'member',
    type: 'REQUEST_COMMENT',
    status,
    workplaceUnitId: 'branch',
    residenceUnitId: 'ward',
    residenceBranchId: 'residence',
    sheetComplete: false,
    correcting: false,
  }) as ItemFacts;
const at = (role: Role, unitId: string, side: 'work' | 'home', memberId = 'somebody'): Standpoint => ({
  memberId,
  capacity: { role, unitId },
  workplaceInScope: side === 'work',
  residenceInScope: side === 'home',
});
const member: Standpoint = {
  memberId: 'member',
  capacity: null,
  workplaceInScope: false,
  residenceInScope: false,
};
const work = at('BRANCH_SECRETARY', 'branch', 'work');
const home = at('BRANCH_SECRETARY', 'residence', 'home');
const ward = at('COMMITTEE_SECRETARY', 'ward', 'home');

test('a draft is the member’s alone; the workplace knows that a report was asked for', () => {
  expect(sightOf(item(), 'DRAFT', member)).toBe('WHOLE');
  expect(sightOf(item(), 'DRAFT', work)).toBe('STATE');
  expect(sightOf(item(), 'DRAFT', home)).toBe('NOTHING');
});

test('what was sent is before the workplace, and before the residence branch while it writes', () => {
  const seen = (status: ItemFacts['status'], who: Standpoint) => sightOf(item(status), 'SENT', who);
  expect(seen('RECEIVED', work)).toBe('WHOLE');
  expect([seen('AT_BRANCH', home), seen('DRAFTING', home)]).toEqual(['WHOLE', 'WHOLE']);
  expect([seen('SENT', home), seen('SUBMITTED', home), seen('DELIVERED', home)]).toEqual(
    Array(3).fill('NOTHING'),
  );
  expect(seen('DRAFTING', ward)).toBe('NOTHING');
});

test('the member writes until the item is closed; paper is entered by somebody else', () => {
  const allowed = (who: Standpoint, status?: ItemFacts['status']) =>
    reportActionsOn(item(status), 'REQUESTED', who)
      .filter((one) => one.allowed)
      .map((one) => one.action);
  expect(allowed(member)).toEqual(['SAVE', 'SEND']);
  expect(allowed(member, 'DELIVERED')).toEqual(['SAVE', 'SEND']);
  expect(allowed(member, 'CANCELLED')).toEqual([]);
  expect(allowed(work)).toEqual(['ENTER']);
  expect(allowed(at('BRANCH_SECRETARY', 'branch', 'work', 'member'))).toEqual(['SAVE', 'SEND']);
  expect(allowed(home)).toEqual([]);
});
