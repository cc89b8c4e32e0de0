import type { Role } from '@dang/access/role';
import { describe, expect, test } from '@jest/globals';
import {
  actingUnitOf,
  actionsOn,
  type ItemFacts,
  isOverdue,
  relationsTo,
  type Standpoint,
} from './comment-item.rules.ts';
import { awaitedStates, type CommentItemState, commentItemWorkflow } from './comment-item.workflow.ts';

const item = (change: Partial<ItemFacts> = {}): ItemFacts => ({
  memberId: 'member',
  type: 'REQUEST_COMMENT',
  status: 'AT_BRANCH',
  workplaceUnitId: 'branch',
  residenceUnitId: 'ward',
  residenceBranchId: 'residence',
  sheetComplete: false,
  correcting: false,
  ...change,
});
const from = (
  role: Role | null,
  unitId: string,
  scope: Partial<Standpoint> = {},
  memberId = 'somebody',
): Standpoint => ({
  memberId,
  capacity: role && { role, unitId },
  workplaceInScope: false,
  residenceInScope: false,
  ...scope,
});
const atWork = { workplaceInScope: true };
const atHome = { residenceInScope: true };

describe('relations', () => {
  test.each<[string, Standpoint, string[]]>([
    ['the member', from(null, '', {}, 'member'), ['MEMBER']],
    ['a stranger', from(null, ''), []],
    ['a secretary of another branch', from('BRANCH_SECRETARY', 'other'), []],
    [
      'the secretary of the branch that asked',
      from('BRANCH_SECRETARY', 'branch', atWork),
      ['WORKPLACE_VIEWER', 'WORKPLACE_LEADER'],
    ],
    ['its delegate', from('BRANCH_DELEGATE', 'branch', atWork), ['WORKPLACE_VIEWER', 'WORKPLACE_DELEGATE']],
    ['the committee above it', from('COMMITTEE_SECRETARY', 'committee', atWork), ['WORKPLACE_VIEWER']],
    ['an inspector', from('INSPECTION_OFFICER', 'branch', atWork), ['WORKPLACE_VIEWER']],
    [
      'the deputy of the residence branch',
      from('BRANCH_DEPUTY_SECRETARY', 'residence', atHome),
      ['RESIDENCE_VIEWER', 'RESIDENCE_BRANCH_LEADER'],
    ],
    [
      'the committee between branch and ward',
      from('COMMITTEE_SECRETARY', 'between', atHome),
      ['RESIDENCE_VIEWER'],
    ],
    [
      'the secretary of the ward',
      from('COMMITTEE_SECRETARY', 'ward', atHome),
      ['RESIDENCE_VIEWER', 'RESIDENCE_COMMITTEE_LEADER'],
    ],
    [
      'its delegate',
      from('COMMITTEE_DELEGATE', 'ward', atHome),
      ['RESIDENCE_VIEWER', 'RESIDENCE_COMMITTEE_DELEGATE'],
    ],
  ])('%s', (_, standpoint, relations) => expect([...relationsTo(item(), standpoint)]).toEqual(relations));

  test('a position is worth nothing where the tree does not put it', () => {
    expect(relationsTo(item(), from('BRANCH_SECRETARY', 'branch')).size).toBe(0);
  });
});

describe('actions', () => {
  const allowed = (facts: ItemFacts, standpoint: Standpoint, fresh = true) =>
    actionsOn(facts, standpoint, fresh)
      .filter((one) => one.allowed)
      .map((one) => one.action);
  const code = (facts: ItemFacts, standpoint: Standpoint, action: string, fresh = true) =>
    actionsOn(facts, standpoint, fresh).find((one) => one.action === action)?.code;
  const branch = from('BRANCH_SECRETARY', 'residence', atHome);
  const ward = from('COMMITTEE_SECRETARY', 'ward', atHome);
  const work = from('BRANCH_SECRETARY', 'branch', atWork);

  test('the residence branch starts the sheet or returns the item', () => {
    expect(allowed(item(), branch)).toEqual(['RETURN_TO_WORKPLACE', 'START_SHEET', 'ENTER_PAPER_SHEET']);
  });
  test('T60: a sheet that is not complete is not submitted', () => {
    expect(code(item({ status: 'DRAFTING' }), branch, 'SUBMIT_SHEET')).toBe('SHEET_INCOMPLETE');
    expect(allowed(item({ status: 'DRAFTING', sheetComplete: true }), branch)).toEqual([
      'SAVE_SHEET',
      'ENTER_PAPER_SHEET',
      'SUBMIT_SHEET',
    ]);
  });
  test('an introduction is accepted, a request for comments written; neither the other way round', () => {
    expect(allowed(item({ status: 'SENT', type: 'INTRODUCE' }), branch)).toEqual([
      'RETURN_TO_WORKPLACE',
      'ACCEPT_INTRODUCTION',
    ]);
    expect(code(item({ status: 'SENT' }), branch, 'ACCEPT_INTRODUCTION')).toBe('COMMENT_REQUESTED');
    expect(code(item({ type: 'INTRODUCE' }), branch, 'START_SHEET')).toBe('INTRODUCTION_ONLY');
  });
  test('approving and signing need a fresh sign-in', () => {
    expect(code(item({ status: 'SUBMITTED', sheetComplete: true }), ward, 'APPROVE_SHEET', false)).toBe(
      'STEP_UP_REQUIRED',
    );
    expect(allowed(item({ status: 'APPROVED', sheetComplete: true }), ward)).toEqual(['SIGN_AND_SEND']);
  });
  test('nobody writes or approves the sheet about themselves', () => {
    const own = from('BRANCH_SECRETARY', 'residence', atHome, 'member');
    expect(code(item(), own, 'START_SHEET')).toBe('OWN_CASE');
    const ownWard = from('COMMITTEE_SECRETARY', 'ward', atHome, 'member');
    expect(code(item({ status: 'SUBMITTED', sheetComplete: true }), ownWard, 'APPROVE_SHEET')).toBe(
      'OWN_CASE',
    );
  });
  test('nobody sends back, accepts or cancels what is asked about themselves', () => {
    const own = from('BRANCH_SECRETARY', 'residence', atHome, 'member');
    expect(code(item(), own, 'RETURN_TO_WORKPLACE')).toBe('OWN_CASE');
    expect(code(item({ status: 'SENT', type: 'INTRODUCE' }), own, 'ACCEPT_INTRODUCTION')).toBe('OWN_CASE');
    expect(code(item(), from('BRANCH_SECRETARY', 'branch', atWork, 'member'), 'CANCEL')).toBe('OWN_CASE');
  });
  test('the commune or ward routes what lies with it, and again what went to the wrong branch', () => {
    const routed = (status: CommentItemState, type: ItemFacts['type'] = 'REQUEST_COMMENT') =>
      allowed(item({ status, type }), ward).includes('FORWARD_TO_BRANCH');
    expect([routed('SENT'), routed('SENT', 'INTRODUCE'), routed('AT_BRANCH'), routed('DRAFTING')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
  test('the workplace cancels before delivery and receives after it', () => {
    expect(allowed(item(), work)).toEqual(['CANCEL']);
    expect(allowed(item({ status: 'DELIVERED', sheetComplete: true }), work)).toEqual(['RECEIVE']);
    expect(allowed(item({ status: 'RECEIVED', sheetComplete: true }), work)).toEqual([]);
  });
  test('a delivered sheet is corrected by the residence side; a correction is dropped, never cancelled', () => {
    for (const status of ['DELIVERED', 'RECEIVED'] as const)
      for (const by of [branch, ward])
        expect(allowed(item({ status, sheetComplete: true }), by)).toEqual(['START_CORRECTION']);
    const correction = item({ status: 'DRAFTING', correcting: true });
    expect(allowed(correction, ward)).toEqual(['ENTER_PAPER_SHEET', 'DROP_CORRECTION']);
    expect(code(correction, work, 'CANCEL')).toBe('WRONG_STATE');
    expect(code(item({ status: 'DRAFTING' }), ward, 'DROP_CORRECTION')).toBe('WRONG_STATE');
  });
  test('the member may look and do nothing', () => {
    const member = from(null, '', {}, 'member');
    expect(actionsOn(item(), member, true).every((one) => one.code === 'ACTION_NOT_ALLOWED')).toBe(true);
  });
});

test('an item is overdue from the day after its term, as long as the sheet is awaited', () => {
  expect(isOverdue({ status: 'AT_BRANCH', dueOn: '2026-07-06' }, '2026-07-06')).toBe(false);
  expect(isOverdue({ status: 'AT_BRANCH', dueOn: '2026-07-06' }, '2026-07-07')).toBe(true);
  expect(isOverdue({ status: 'DELIVERED', dueOn: '2026-07-06' }, '2026-07-07')).toBe(false);
  expect(isOverdue({ status: 'AT_BRANCH', dueOn: null }, '2026-07-07')).toBe(false);
});

test('an item follows its member in every state before DELIVERED, and in no other', () => {
  expect(awaitedStates).toEqual(['SENT', 'AT_BRANCH', 'RETURNED', 'DRAFTING', 'SUBMITTED', 'APPROVED']);
});

test('the unit whose turn it is', () => {
  const turns = Object.keys(commentItemWorkflow.states).map((status) => [
    status,
    actingUnitOf(item({ status: status as CommentItemState })),
  ]);
  expect(Object.fromEntries(turns)).toEqual({
    SENT: 'ward',
    AT_BRANCH: 'residence',
    RETURNED: 'branch',
    INTRODUCED: 'residence',
    DRAFTING: 'residence',
    SUBMITTED: 'ward',
    APPROVED: 'ward',
    DELIVERED: 'branch',
    RECEIVED: 'branch',
    CANCELLED: 'branch',
  });
  expect(actingUnitOf(item({ status: 'SENT', type: 'INTRODUCE' }))).toBe('residence');
  expect(actingUnitOf(item({ status: 'AT_BRANCH', residenceBranchId: null }))).toBe('ward');
});
