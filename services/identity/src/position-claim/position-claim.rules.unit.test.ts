import { testActor } from '@dang/service/testing';
import { describe, expect, test } from '@jest/globals';
import { claimFacts, faultyTerm, relationsTo, superiorOf, titleIn } from './position-claim.rules.ts';

const claim = { accountId: 'a', memberId: 'm', superiorId: 's', accountStatus: 'ACTIVE', through: null };
const leader = testActor({ role: 'COMMITTEE_DEPUTY_SECRETARY', unitId: 's' });

test('positions are called what they are in units of their type', () => {
  expect(titleIn('BRANCH', 'BRANCH_SECRETARY')).toBe('Bí thư chi bộ');
  expect(titleIn('GRASSROOTS_BRANCH', 'BRANCH_COMMITTEE_MEMBER')).toBe('Chi ủy viên');
  expect(titleIn('PROVINCE', 'COMMITTEE_SECRETARY')).toBe('Bí thư Đảng ủy');
  expect(titleIn('BRANCH', 'COMMITTEE_SECRETARY')).toBeNull();
  expect(titleIn('SUPERIOR', 'BRANCH_SECRETARY')).toBeNull();
  expect(titleIn('PARTY_GROUP', 'BRANCH_SECRETARY')).toBeNull();
});

test('the superior decides, and at the top of the chain nobody in the tree', () => {
  expect(superiorOf({ type: 'BRANCH', parentId: 's' })).toBe('s');
  expect(superiorOf({ type: 'PROVINCE', parentId: 'centre' })).toBeNull();
  expect(superiorOf({ type: 'SUPERIOR', parentId: null })).toBeNull();
});

describe('a term', () => {
  test.each([
    ['that began last year and has no end', '2025-07-01', null, null],
    ['that begins and ends today', '2026-07-06', '2026-07-06', null],
    ['of ten years', '2025-07-01', '2035-07-01', null],
    ['that begins tomorrow', '2026-07-07', null, 'from'],
    ['from before the Party was founded', '1929-01-01', null, 'from'],
    ['that is over', '2025-07-01', '2026-07-05', 'through'],
    ['of ten years and a day', '2025-07-01', '2035-07-02', 'through'],
  ])('%s', (_what, from, through, faulty) => {
    expect(faultyTerm(from, through, '2026-07-06')).toBe(faulty);
  });
});

describe('who may act on a claim', () => {
  test('the leaders of the direct superior, while they hold their office', () => {
    expect([...relationsTo(claim, leader, true)]).toEqual(['SUPERIOR_LEADER']);
    expect([...relationsTo(claim, leader, false)]).toEqual([]);
  });
  test('nobody of the own unit, of a higher one, or of the office', () => {
    for (const [role, unitId] of [
      ['BRANCH_SECRETARY', 'u'],
      ['COMMITTEE_SECRETARY', 'higher'],
      ['OFFICE_STAFF', 's'],
      ['ORG_ADMIN', 's'],
      ['SYSTEM_ADMIN', 's'],
    ] as const) {
      expect([...relationsTo(claim, testActor({ role, unitId }), true)]).toEqual([]);
    }
  });
  test('the operator where there is no superior, and nowhere else', () => {
    const operator = testActor({ role: 'SYSTEM_ADMIN', unitId: 'root' });
    expect([...relationsTo({ ...claim, superiorId: null }, operator, true)]).toEqual(['OPERATOR']);
    expect([...relationsTo({ ...claim, superiorId: null }, leader, true)]).toEqual([]);
  });
});

test('a claim can be decided by somebody else, for an active account, within its term', () => {
  expect(claimFacts(claim, leader, '2026-07-06')).toEqual({
    notOwnCase: true,
    accountActive: true,
    termOpen: true,
  });
  expect(claimFacts({ ...claim, memberId: leader.memberId }, leader, '2026-07-06').notOwnCase).toBe(
    'OWN_CASE',
  );
  const locked = { ...claim, accountStatus: 'LOCKED', through: '2026-07-05' };
  expect(claimFacts(locked, leader, '2026-07-06')).toMatchObject({
    accountActive: 'ACCOUNT_NOT_ACTIVE',
    termOpen: 'TERM_OVER',
  });
  const unlinked = { ...claim, memberId: null };
  expect(claimFacts(unlinked, leader, '2026-07-06').accountActive).toBe('ACCOUNT_NOT_ACTIVE');
});
