import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Orders, openOrders } from '../../test/paying-stage.ts';

let house: Orders;
let member: string;
const secretary = testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch1 });
const sibling = testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch2 });
beforeAll(async () => {
  house = await openOrders();
  member = await house.owing(units.branch1, ['2026-06', '2026-07']);
});
afterAll(() => house.close());

const entity = async (actor: Actor | null, typeName: string, id: string, fields: string) => {
  const { data, errors } = await house.execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typeName} { ${fields} } } }`,
    { of: [{ __typename: typeName, id }] },
    actor,
  );
  return { seen: data?._entities?.[0] ?? null, code: errors?.[0]?.extensions?.code };
};

describe('MemberDues.bill', () => {
  const bill = async (actor: Actor, id = member) =>
    (await entity(actor, 'Member', id, 'dues { bill { total } }')).seen?.dues ?? null;
  test('is the member’s own and the branch’s to read, and nobody else’s', async () => {
    for (const actor of [testActor({ memberId: member }), secretary])
      expect(await bill(actor)).toEqual({ bill: { total: 120_000 } });
    for (const actor of [testActor(), sibling, testActor({ role: 'ANALYST', unitId: units.province })])
      expect(await bill(actor)).toBeNull();
    expect(await bill(secretary, randomUUID())).toBeNull();
  });
});

describe('OrgUnit.branchBill', () => {
  const bill = (actor: Actor | null, id: string = units.branch1) =>
    entity(actor, 'OrgUnit', id, 'branchBill { total }');
  test('is for who collects for the branch', async () => {
    expect((await bill(secretary)).seen).toEqual({ branchBill: { total: 120_000 } });
    expect(
      (await bill(testActor({ role: 'BRANCH_DELEGATE', unitId: units.branch1 }))).seen.branchBill.total,
    ).toBe(120_000);
  });
  test('is null out of scope, above and for a made-up unit', async () => {
    expect((await bill(sibling)).seen).toEqual({ branchBill: null });
    expect((await bill(secretary, units.committee)).seen).toEqual({ branchBill: null });
    expect((await bill(secretary, randomUUID())).seen?.branchBill ?? null).toBeNull();
  });
  test('is refused to members, committees and strangers', async () => {
    expect((await bill(null)).code).toBe('UNAUTHENTICATED');
    for (const actor of [
      testActor({ memberId: member }),
      testActor({ role: 'COMMITTEE_SECRETARY', unitId: units.committee }),
      testActor({ role: 'BRANCH_COMMITTEE_MEMBER', unitId: units.branch1 }),
    ])
      expect((await bill(actor)).code).toBe('FORBIDDEN');
  });
});
