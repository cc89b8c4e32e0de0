import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';

let house: Orders;
let member: string;
let notes: string;
const as = (role: Role, unitId: string): Actor => testActor({ role, unitId });
const collector = as('BRANCH_DELEGATE', units.branch1);
const sibling = as('BRANCH_SECRETARY', units.branch2);

beforeAll(async () => {
  house = await openOrders();
  member = await house.owing(units.branch1, ['2026-07']);
  const input = { branchId: units.branch1, members: [{ memberId: member, months: 1 }], total: 60_000 };
  notes = (await house.act(collector, 'recordCash', input, 'order { id }')).order.id;
});
afterAll(() => house.close());

const run = (actor: Actor | null, field: string, input: object) => {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  return house.execute(
    `mutation ($input: ${type}!) { ${field}(input: $input) { order { id } refusal { code } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
};
const door = async (actor: Actor | null, field: string, input: object) => {
  const { data, errors } = await run(actor, field, input);
  return errors?.[0]?.extensions?.code ?? data?.[field].refusal?.code ?? 'DONE';
};

/** Nobody, a plain member, a committee, and the sibling branch stand before every door. */
function strangersBefore(field: string, input: () => object) {
  test('is refused to who does not collect for a branch', async () => {
    expect(await door(null, field, input())).toBe('UNAUTHENTICATED');
    for (const actor of [
      testActor({ memberId: member }),
      testActor({ memberId: null, accountStatus: 'DRAFT' }),
      as('COMMITTEE_SECRETARY', units.committee),
      as('BRANCH_COMMITTEE_MEMBER', units.branch1),
      as('FINANCE_OFFICER', units.province),
    ])
      expect(await door(actor, field, input())).toBe('FORBIDDEN');
  });
  test('is as if it were not there for who collects elsewhere', async () => {
    expect(await door(sibling, field, input())).toBe('NOT_FOUND');
    expect(await door(as('BRANCH_DELEGATE', units.branch21), field, input())).toBe('NOT_FOUND');
    expect(await door(collector, field, { ...input(), orderId: randomUUID(), branchId: undefined })).toMatch(
      /NOT_FOUND|BAD_USER_INPUT/,
    );
  });
}

describe('Mutation.recordCash', () => {
  const input = () => ({
    branchId: units.branch1,
    members: [{ memberId: member, months: 1 }],
    total: 60_000,
  });
  test('is refused to who does not collect for a branch', async () => {
    expect(await door(null, 'recordCash', input())).toBe('UNAUTHENTICATED');
    for (const actor of [
      testActor({ memberId: member }),
      as('COMMITTEE_SECRETARY', units.committee),
      as('ANALYST', units.province),
    ])
      expect(await door(actor, 'recordCash', input())).toBe('FORBIDDEN');
  });
  test('knows no branch out of scope, above or made up', async () => {
    expect(await door(sibling, 'recordCash', input())).toBe('NOT_FOUND');
    for (const branchId of [units.branch2, units.committee, randomUUID()])
      expect(await door(collector, 'recordCash', { ...input(), branchId })).toBe('NOT_FOUND');
  });
});

describe('Mutation.confirmCash', () => {
  strangersBefore('confirmCash', () => ({ orderId: notes, expectedVersion: 1 }));
  test('needs the version that was read, and an order of notes', async () => {
    const secretary = as('BRANCH_SECRETARY', units.branch1);
    expect(await door(secretary, 'confirmCash', { orderId: notes, expectedVersion: 9 })).toBe(
      'VERSION_CONFLICT',
    );
    await house.owing(units.branch1, ['2026-07']);
    const { order } = await house.act(collector, 'payForBranch', { branchId: units.branch1 }, 'order { id }');
    expect(await door(secretary, 'confirmCash', { orderId: order.id, expectedVersion: 1 })).toBe(
      'ACTION_NOT_ALLOWED',
    );
  });
});

describe('Mutation.withdrawCash', () => {
  strangersBefore('withdrawCash', () => ({ orderId: notes, expectedVersion: 1, reason: 'thử' }));
});
