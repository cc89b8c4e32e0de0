import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type CommentPurpose,
  type ExemptionRule,
  type MemberFacts,
  needsReason,
  type RowWish,
  residenceFits,
  rowBar,
} from './row.rules.ts';

const rule = (code: string, isIntroduced: boolean, yearlyComment: boolean, commentOnRequest: boolean) => ({
  code,
  label: code,
  isIntroduced,
  yearlyComment,
  commentOnRequest,
});
/** The three rows of Guidance 33-HD/BTCTW (domain 7.2). */
const working = rule('WORKING', true, true, true);
const away = rule('EXEMPT_FROM_ACTIVITY', true, false, true);
const secret = rule('NOT_INTRODUCED', false, false, false);

const member = (change: Partial<MemberFacts> = {}): MemberFacts => ({
  status: 'OFFICIAL',
  forceCategory: 'NONE',
  branchId: 'b',
  isInUnit: true,
  rule: working,
  hasYearlyItem: false,
  ...change,
});
const wish = (change: Partial<RowWish> = {}): RowWish => ({
  purpose: 'YEARLY',
  year: 2026,
  type: 'REQUEST_COMMENT',
  inclusionReason: null,
  ...change,
});
const codeOf = (of: ExemptionRule | null, change: Partial<RowWish>) =>
  rowBar(member({ rule: of }), wish(change))?.code ?? 'ASKED';

describe('who is asked for, by the table of 33-HD/BTCTW', () => {
  test.each([
    ['WORKING', 'YEARLY', 'ASKED'],
    ['WORKING', 'REWARD', 'ASKED'],
    ['EXEMPT_FROM_ACTIVITY', 'YEARLY', 'MEMBER_EXEMPT'],
    ['EXEMPT_FROM_ACTIVITY', 'PERSONNEL', 'REASON_REQUIRED'],
    ['NOT_INTRODUCED', 'YEARLY', 'MEMBER_EXEMPT'],
    ['NOT_INTRODUCED', 'DISCIPLINE', 'MEMBER_EXEMPT'],
  ] as const)('%s, %s: %s', (code, purpose, outcome) => {
    const of = [working, away, secret].find((one) => one.code === code) ?? null;
    expect(codeOf(of, { purpose })).toBe(outcome);
  });

  test('when needed, with a reason; introduced without one', () => {
    expect(codeOf(away, { purpose: 'PERSONNEL', inclusionReason: 'khi cần thiết' })).toBe('ASKED');
    expect(codeOf(away, { type: 'INTRODUCE' })).toBe('ASKED');
    expect(codeOf(away, { type: 'INTRODUCE_AND_REQUEST' })).toBe('MEMBER_EXEMPT');
    expect(codeOf(secret, { type: 'INTRODUCE' })).toBe('MEMBER_EXEMPT');
  });

  test('a member of whom no rule is known is asked for', () => {
    expect(codeOf(null, {})).toBe('ASKED');
  });
});

test('a second yearly comment is refused, an introduction and any other purpose is not', () => {
  const asked = member({ hasYearlyItem: true });
  expect(rowBar(asked, wish())).toEqual({ code: 'YEARLY_ITEM_OPEN', params: { year: 2026 } });
  expect(rowBar(asked, wish({ type: 'INTRODUCE' }))).toBeNull();
  expect(rowBar(asked, wish({ purpose: 'REWARD' }))).toBeNull();
});

const purposes: CommentPurpose[] = ['YEARLY', 'PERSONNEL', 'REWARD', 'DISCIPLINE', 'OTHER'];
const wishes = fc.record({
  purpose: fc.constantFrom(...purposes),
  year: fc.constant(2026),
  type: fc.constantFrom('REQUEST_COMMENT', 'INTRODUCE', 'INTRODUCE_AND_REQUEST'),
  inclusionReason: fc.constantFrom(null, 'khi cần thiết'),
});
const members = fc.record({
  status: fc.constantFrom('OFFICIAL', 'PROBATIONARY', 'LEFT', 'DECEASED', 'CONVICTED', 'SUSPENDED_DETENTION'),
  forceCategory: fc.constantFrom('NONE', 'POLICE', 'ARMY'),
  branchId: fc.constantFrom(null, 'b'),
  isInUnit: fc.boolean(),
  rule: fc.constantFrom(null, working, away, secret),
  hasYearlyItem: fc.boolean(),
});

test('whatever is wished: nobody excluded, inactive or outside is asked for, and what is missing is a reason only', () => {
  fc.assert(
    fc.property(members as fc.Arbitrary<MemberFacts>, wishes as fc.Arbitrary<RowWish>, (of, asked) => {
      const bar = rowBar(of, asked);
      const isOpen = of.isInUnit && of.branchId !== null && of.forceCategory === 'NONE';
      if (bar === null) expect(isOpen && ['OFFICIAL', 'PROBATIONARY'].includes(of.status)).toBe(true);
      const reasoned = rowBar(of, { ...asked, inclusionReason: 'khi cần thiết' });
      if (bar?.code === 'REASON_REQUIRED') expect(needsReason(of.rule, asked)).toBe(true);
      else expect(reasoned).toEqual(bar);
    }),
  );
});

describe('where somebody may live', () => {
  const place = { id: 'p', communeId: 'c', isBranch: true, hasEnded: false, isCommune: false };
  test.each([
    ['a branch below a commune', place, true],
    ['the commune itself', { ...place, id: 'c', isBranch: false, isCommune: true }, true],
    ['a committee between', { ...place, isBranch: false }, false],
    ['a branch below no commune', { ...place, communeId: null }, false],
    ['a branch that has ended', { ...place, hasEnded: true }, false],
    ['their own branch', { ...place, id: 'b' }, false],
    ['nowhere', null, false],
  ])('%s', (_, where, fits) => {
    expect(residenceFits(where, 'b')).toBe(fits);
  });
});
