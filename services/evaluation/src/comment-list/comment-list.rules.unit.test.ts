import type { Role } from '@dang/access/role';
import { testActor } from '@dang/service/testing';
import { describe, expect, test } from '@jest/globals';
import { factsOfList, relationsToList, scopeOfUnit } from './comment-list.rules.ts';

const unitId = '01980000-0000-7000-8000-000000000044';
const relations = (role: Role, of: string = unitId) => [
  ...relationsToList({ unitId }, testActor({ role, unitId: of })),
];

test('a list is over a branch, or over a committee', () => {
  expect(
    ['BRANCH', 'GRASSROOTS_BRANCH', 'SUB_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'SUPERIOR'].map(scopeOfUnit),
  ).toEqual(['BRANCH', 'BRANCH', 'COMMITTEE', 'COMMITTEE', 'COMMITTEE']);
});

describe('who does what to a list (domain 2.4)', () => {
  test('secretaries and deputies all of it, delegates all but deciding, others look', () => {
    const all = ['READER', 'PREPARER', 'APPROVER', 'SENDER'];
    expect(relations('BRANCH_SECRETARY')).toEqual(all);
    expect(relations('BRANCH_DEPUTY_SECRETARY')).toEqual(all);
    expect(relations('COMMITTEE_SECRETARY')).toEqual(all);
    expect(relations('BRANCH_DELEGATE')).toEqual(['READER', 'PREPARER', 'SENDER']);
    expect(relations('COMMITTEE_DELEGATE')).toEqual(['READER', 'PREPARER', 'SENDER']);
    expect(relations('PARTY_BUILDING_STAFF')).toEqual(['READER']);
    expect(relations('INSPECTION_OFFICER')).toEqual(['READER']);
  });

  test('in another unit than that of the list nobody does more than look', () => {
    expect(relations('COMMITTEE_SECRETARY', '01980000-0000-7000-8000-000000000004')).toEqual(['READER']);
  });
});

describe('four eyes (domain 2.3)', () => {
  const second = (createdByRole: string, isOwn: boolean, fourEyes: 'DELEGATES' | 'EVERYBODY') =>
    factsOfList(
      { unitId, status: 'PENDING_APPROVAL', createdByMemberId: 'me', createdByRole },
      { rows: 1, withoutResidence: 0 },
      isOwn ? 'me' : 'you',
      fourEyes,
    ).secondPerson;

  test.each([
    ['BRANCH_SECRETARY', true, 'DELEGATES', true],
    ['BRANCH_DELEGATE', true, 'DELEGATES', 'SECOND_PERSON_REQUIRED'],
    ['COMMITTEE_DELEGATE', true, 'DELEGATES', 'SECOND_PERSON_REQUIRED'],
    ['BRANCH_DELEGATE', false, 'DELEGATES', true],
    ['BRANCH_SECRETARY', true, 'EVERYBODY', 'SECOND_PERSON_REQUIRED'],
    ['BRANCH_SECRETARY', false, 'EVERYBODY', true],
  ] as const)('made as %s, by oneself %s, for %s: %s', (role, isOwn, fourEyes, outcome) => {
    expect(second(role, isOwn, fourEyes)).toBe(outcome);
  });
});
