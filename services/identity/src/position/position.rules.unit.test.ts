import type { Actor } from '@dang/access/actor';
import { describe, expect, test } from '@jest/globals';
import { actsRightly, capacityOf, type HeldPosition, isCurrent, isSecretary } from './position.rules.ts';

const held: HeldPosition = {
  id: 'p',
  kind: 'DELEGATION',
  memberId: 'm',
  unitId: 'u',
  role: 'BRANCH_DELEGATE',
  title: 'Người được phân công thu đảng phí',
  from: '2026-07-06',
  to: '2026-08-05',
  endedOn: null,
  endedReason: null,
};

describe('a delegation can be acted in', () => {
  test.each([
    ['on its first day', '2026-07-06', true],
    ['on its last day', '2026-08-05', true],
    ['not the day before', '2026-07-05', false],
    ['not the day after', '2026-08-06', false],
  ])('%s', (_when, today, current) => {
    expect(isCurrent(held, today)).toBe(current);
  });
  test('no more on the day on which it ended early', () => {
    expect(
      isCurrent({ ...held, endedOn: '2026-07-20', endedReason: 'SECRETARY_CHANGED' }, '2026-07-20'),
    ).toBe(false);
  });
});

test('an actor acts rightly in what they hold today, in that unit and role', () => {
  const actor = { memberId: 'm', capacity: capacityOf(held) } as Actor;
  expect(actsRightly(actor, held, '2026-07-06')).toBe(true);
  expect(actsRightly(actor, held, '2026-09-01')).toBe(false);
  expect(actsRightly(actor, null, '2026-07-06')).toBe(false);
  expect(actsRightly({ ...actor, memberId: 'x' }, held, '2026-07-06')).toBe(false);
  expect(actsRightly(actor, { ...held, role: 'BRANCH_SECRETARY' }, '2026-07-06')).toBe(false);
  expect(actsRightly({ ...actor, capacity: null }, held, '2026-07-06')).toBe(false);
});

test('only the first person of a unit takes the delegations along', () => {
  expect(isSecretary('BRANCH_SECRETARY')).toBe(true);
  expect(isSecretary('BRANCH_DEPUTY_SECRETARY')).toBe(false);
});
