import { describe, expect, test } from '@jest/globals';
import { availableActions, decide } from './decide.ts';
import { describeWorkflow } from './describe.ts';
import { type ActionOf, defineWorkflow, type GuardOf, type RelationOf, type StateOf } from './workflow.ts';

const letter = defineWorkflow({
  name: 'letter',
  initial: 'SUBMITTED',
  states: {
    SUBMITTED: { label: 'Chờ tiếp nhận' },
    IN_CHAIN: { label: 'Đang chuyển' },
    SENT: { label: 'Đã chuyển', final: true },
    REJECTED: { label: 'Từ chối', final: true },
  },
  transitions: [
    {
      action: 'ISSUE',
      label: 'Cấp giấy',
      from: ['SUBMITTED'],
      to: ['IN_CHAIN'],
      by: ['SECRETARY'],
      stepUp: true,
      guards: ['duesPaid'],
    },
    {
      action: 'SIGN_BOX',
      label: 'Ký và chuyển',
      from: ['IN_CHAIN'],
      to: ['IN_CHAIN', 'SENT'],
      by: ['BOX_SIGNER'],
      stepUp: true,
    },
    {
      action: 'REJECT',
      label: 'Từ chối',
      from: ['SUBMITTED'],
      to: ['REJECTED'],
      by: ['SECRETARY'],
      reasonRequired: true,
    },
    {
      action: 'REJECT',
      label: 'Từ chối',
      from: ['IN_CHAIN'],
      to: ['REJECTED'],
      by: ['BOX_SIGNER'],
      reasonRequired: true,
    },
    { action: 'EXPIRE', label: 'Hết hạn', from: ['IN_CHAIN'], to: ['REJECTED'], by: ['SYSTEM'] },
  ],
});
type Letter = typeof letter;
const secretary = new Set(['SECRETARY']);
const signer = new Set(['BOX_SIGNER']);
const paid = { duesPaid: true } as const;
const owes = { duesPaid: 'DUES_OUTSTANDING' } as const;

describe('decide', () => {
  test('follows the table', () => {
    const decision = decide(letter, {
      state: 'SUBMITTED',
      action: 'ISSUE',
      relations: secretary,
      facts: paid,
      stepUpFresh: true,
    });
    expect(decision).toEqual({ to: 'IN_CHAIN' });
  });
  test('a dossier that is nothing to the actor is not there', () => {
    const stranger = {
      state: 'SUBMITTED',
      action: 'ISSUE',
      relations: new Set<string>(),
      facts: paid,
      stepUpFresh: true,
    } as const;
    expect(decide(letter, stranger)).toEqual({ refusal: 'NOT_FOUND' });
  });
  test('one who may look but not do this is told so, before the state is named', () => {
    const viewer = {
      state: 'SENT',
      action: 'ISSUE',
      relations: new Set(['VIEWER']),
      facts: paid,
      stepUpFresh: true,
    } as const;
    expect(decide(letter, viewer)).toEqual({ refusal: 'ACTION_NOT_ALLOWED' });
  });
  test('the relation must fit the row of this very state', () => {
    const attempt = {
      state: 'IN_CHAIN',
      action: 'REJECT',
      relations: secretary,
      facts: paid,
      stepUpFresh: true,
      reason: 'sai',
    } as const;
    expect(decide(letter, attempt)).toEqual({ refusal: 'ACTION_NOT_ALLOWED' });
  });
  test('an action that leads nowhere from here is refused WRONG_STATE', () => {
    const attempt = {
      state: 'SENT',
      action: 'ISSUE',
      relations: secretary,
      facts: paid,
      stepUpFresh: true,
    } as const;
    expect(decide(letter, attempt)).toEqual({ refusal: 'WRONG_STATE' });
  });
  test('a stale sign-in is named before the guards', () => {
    const attempt = {
      state: 'SUBMITTED',
      action: 'ISSUE',
      relations: secretary,
      facts: owes,
      stepUpFresh: false,
    } as const;
    expect(decide(letter, attempt)).toEqual({ refusal: 'STEP_UP_REQUIRED' });
    expect(decide(letter, { ...attempt, stepUpFresh: true })).toEqual({ refusal: 'DUES_OUTSTANDING' });
  });
  test('blanks are not a reason', () => {
    const attempt = {
      state: 'SUBMITTED',
      action: 'REJECT',
      relations: secretary,
      facts: paid,
      stepUpFresh: false,
    } as const;
    expect(decide(letter, { ...attempt, reason: '  ' })).toEqual({ refusal: 'REASON_REQUIRED' });
    expect(decide(letter, { ...attempt, reason: 'không có căn cứ' })).toEqual({ to: 'REJECTED' });
  });
  test('of several targets the rule names one, and only a listed one', () => {
    const attempt = {
      state: 'IN_CHAIN',
      action: 'SIGN_BOX',
      relations: signer,
      facts: paid,
      stepUpFresh: true,
    } as const;
    expect(decide(letter, { ...attempt, to: 'SENT' })).toEqual({ to: 'SENT' });
    expect(decide(letter, { ...attempt, to: () => 'IN_CHAIN' })).toEqual({ to: 'IN_CHAIN' });
    expect(() => decide(letter, attempt)).toThrow('cannot lead to');
    expect(() => decide(letter, { ...attempt, to: 'REJECTED' })).toThrow('cannot lead to');
  });
  test('a guard without a fact is a bug, not a refusal', () => {
    const attempt = {
      state: 'SUBMITTED',
      action: 'ISSUE',
      relations: secretary,
      facts: {} as { duesPaid: true },
      stepUpFresh: true,
    } as const;
    expect(() => decide(letter, attempt)).toThrow('needs the fact duesPaid');
  });
});

describe('availableActions', () => {
  test('says for each action of the state whether it would work, and why not', () => {
    const actions = availableActions(letter, {
      state: 'SUBMITTED',
      relations: secretary,
      facts: owes,
      stepUpFresh: true,
    });
    expect(actions).toEqual([
      { action: 'ISSUE', label: 'Cấp giấy', allowed: false, code: 'DUES_OUTSTANDING' },
      { action: 'REJECT', label: 'Từ chối', allowed: true, code: null },
    ]);
  });
  test('leaves out what only the system does, and tells a stranger nothing', () => {
    const inChain = { state: 'IN_CHAIN', facts: paid, stepUpFresh: true } as const;
    expect(availableActions(letter, { ...inChain, relations: signer }).map((one) => one.action)).toEqual([
      'SIGN_BOX',
      'REJECT',
    ]);
    expect(availableActions(letter, { ...inChain, relations: new Set() })).toEqual([]);
  });
  test('agrees with decide for every state, actor and action', () => {
    for (const state of Object.keys(letter.states) as StateOf<Letter>[]) {
      for (const relations of [secretary, signer, new Set(['VIEWER'])]) {
        for (const facts of [paid, owes]) {
          for (const { action, allowed, code } of availableActions(letter, {
            state,
            relations,
            facts,
            stepUpFresh: true,
          })) {
            const to = action === 'SIGN_BOX' ? 'SENT' : undefined;
            const decision = decide(letter, {
              state,
              action,
              relations,
              facts,
              stepUpFresh: true,
              reason: 'vì',
              to,
            });
            expect(decision.refusal ?? null).toBe(code);
            expect(allowed).toBe(decision.refusal === undefined);
          }
        }
      }
    }
  });
});

describe('defineWorkflow', () => {
  const states = { A: { label: 'a' }, B: { label: 'b', final: true } } as const;
  const row = { action: 'GO', label: 'đi', from: ['A'], to: ['B'], by: ['ME'] } as const;
  test('refuses a table that contradicts itself', () => {
    const define =
      (
        transitions: readonly {
          action: string;
          label: string;
          from: readonly ('A' | 'B')[];
          to: readonly ('A' | 'B')[];
          by: readonly string[];
        }[],
      ) =>
      () =>
        defineWorkflow({ name: 'w', initial: 'A', states, transitions });
    expect(define([row, { ...row, action: 'BACK', from: ['B'], to: ['A'] }])).toThrow(
      'BACK leaves the final state B',
    );
    expect(define([row, row])).toThrow('GO from A by ME stands twice');
    expect(define([row, { ...row, label: 'chạy', by: ['YOU'] }])).toThrow('GO has two labels');
    expect(define([{ ...row, to: ['A'] }])).toThrow('nobody reaches B');
    expect(define([{ ...row, by: [] }])).toThrow('lacks from, to or by');
    const open = { A: { label: 'a' }, B: { label: 'b' } } as const;
    expect(() => defineWorkflow({ name: 'w', initial: 'A', states: open, transitions: [row] })).toThrow(
      'B is a dead end',
    );
  });
  test('types follow from the table', () => {
    const action: ActionOf<Letter> = 'SIGN_BOX';
    const relation: RelationOf<Letter> = 'BOX_SIGNER';
    const guard: GuardOf<Letter> = 'duesPaid';
    // @ts-expect-error no such action in the table
    const wrong: ActionOf<Letter> = 'SING_BOX';
    expect([action, relation, guard, wrong]).toHaveLength(4);
  });
});

test('describeWorkflow prints the table as people read it', () => {
  const page = describeWorkflow(letter);
  expect(page).toContain(
    '**letter** starts as `SUBMITTED` (Chờ tiếp nhận); ends as `SENT` (Đã chuyển), `REJECTED` (Từ chối).',
  );
  expect(page).toContain(
    '| `SUBMITTED` | `ISSUE` Cấp giấy | `SECRETARY` | fresh sign-in, `duesPaid` | `IN_CHAIN` |',
  );
});
