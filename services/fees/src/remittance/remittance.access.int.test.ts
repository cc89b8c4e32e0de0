import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { type Fees, openPayouts, owing, paidInCash, people, remit } from '../../test/payout-stage.ts';

let fees: Fees;
let id: string;
beforeAll(async () => {
  fees = await openPayouts();
  await paidInCash(fees, await owing(fees, 1));
  id = (await remit(fees, 'declareRemittance', people.collector, { branchId: units.branch1 })).remittance.id;
  await paidInCash(fees, await owing(fees, 1));
});
afterAll(() => fees.close());

const stale = (actor: Actor): Actor => ({ ...actor, signedInAt: new Date(Date.now() - 11 * 60_000) });
const readers: [string, Actor][] = [
  ['the collector', people.collector],
  ['the secretary of the branch', people.secretary],
  ['the committee above', people.committee],
  ['the finance officer', people.finance],
  ['the inspector', people.inspector],
];
const strangers: [string, Actor][] = [
  ['the secretary of the sibling branch', people.sibling],
  ['the leader of another ward', people.otherWard],
  ['the finance officer of another ward', people.wardFinance],
];
const barred: [string, Actor | null, string][] = [
  ['a member', people.member, 'FORBIDDEN'],
  ['the analyst', people.analyst, 'FORBIDDEN'],
  ['the administrator', people.admin, 'FORBIDDEN'],
  ['nobody', null, 'UNAUTHENTICATED'],
];

const readings = `select unit_id as unit from audit_entry where action = 'readRemittance' and subject_id = ? order by id`;

describe('Query.remittance', () => {
  const one = async (actor: Actor | null, remittanceId = id) => {
    const { data, errors } = await fees.execute(
      'query ($id: UUID!) { remittance(id: $id) { amount status } }',
      { id: remittanceId },
      actor,
    );
    return errors?.[0]?.extensions?.code ?? data?.remittance;
  };
  test.each(readers)('is read by %s', async (_who, actor) => {
    expect(await one(actor)).toEqual({ amount: 18_000, status: 'DECLARED' });
  });
  test('T82: what an inspector reads leaves a line in the trail', async () => {
    const before = (await fees.em().execute(readings, [id])).length;
    await one(people.inspector);
    await one(people.finance);
    expect((await fees.em().execute(readings, [id])).length - before).toBe(1);
  });
  test.each(strangers)('is as if it were not there for %s', async (_who, actor) => {
    expect(await one(actor)).toBeNull();
    expect(await one(actor, randomUUID())).toBeNull();
  });
  test.each(barred)('is refused to %s', async (_who, actor, code) => {
    expect(await one(actor)).toBe(code);
  });
});

describe('Mutation.declareRemittance', () => {
  const declare = async (actor: Actor | null, branchId: string = units.branch1) =>
    (await remit(fees, 'declareRemittance', actor, { branchId })).refusal?.code;
  test('is for who collects in the branch', async () => {
    expect(await declare(people.sibling)).toBe('NOT_FOUND');
    expect(await declare(people.collector, units.branch2)).toBe('NOT_FOUND');
    expect(await declare(people.collector, units.committee)).toBe('NOT_FOUND');
    expect(await declare(people.collector, randomUUID())).toBe('NOT_FOUND');
    expect(await declare(stale(people.collector))).toBe('STEP_UP_REQUIRED');
    expect(await declare(people.finance)).toBe('FORBIDDEN');
    expect(await declare(people.committee)).toBe('FORBIDDEN');
  });
  test.each(barred)('is refused to %s', async (_who, actor, code) => {
    expect(await declare(actor)).toBe(code);
  });
});

describe('Mutation.confirmRemittance', () => {
  const confirm = async (actor: Actor | null, more = {}) =>
    (await remit(fees, 'confirmRemittance', actor, { remittanceId: id, expectedVersion: 1, ...more })).refusal
      ?.code;
  test('is for an officer of finance in scope', async () => {
    expect(await confirm(people.wardFinance)).toBe('NOT_FOUND');
    expect(await confirm(people.finance, { remittanceId: randomUUID() })).toBe('NOT_FOUND');
    expect(await confirm(people.finance, { expectedVersion: 7 })).toBe('VERSION_CONFLICT');
    expect(await confirm(stale(people.finance))).toBe('STEP_UP_REQUIRED');
    expect(await confirm(people.collector)).toBe('FORBIDDEN');
    expect(await confirm(people.secretary)).toBe('FORBIDDEN');
    expect(await confirm(people.inspector)).toBe('FORBIDDEN');
  });
  test.each(barred)('is refused to %s', async (_who, actor, code) => {
    expect(await confirm(actor)).toBe(code);
  });
});

describe('Mutation.withdrawRemittance', () => {
  const withdraw = async (actor: Actor | null, more = {}) => {
    const input = { remittanceId: id, expectedVersion: 1, reason: 'Nhầm', ...more };
    return (await remit(fees, 'withdrawRemittance', actor, input)).refusal?.code;
  };
  test('is for who collects in the branch, with a reason', async () => {
    expect(await withdraw(people.sibling)).toBe('NOT_FOUND');
    expect(await withdraw(people.collector, { remittanceId: randomUUID() })).toBe('NOT_FOUND');
    expect(await withdraw(people.collector, { expectedVersion: 7 })).toBe('VERSION_CONFLICT');
    expect(await withdraw(people.collector, { reason: ' ' })).toBe('REASON_REQUIRED');
    expect(await withdraw(people.finance)).toBe('FORBIDDEN');
  });
  test.each(barred)('is refused to %s', async (_who, actor, code) => {
    expect(await withdraw(actor)).toBe(code);
  });
});

const entity = async (field: string, actor: Actor | null, unitId: string = units.branch1) => {
  const { data, errors } = await fees.execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { ${field} } } }`,
    { of: [{ __typename: 'OrgUnit', id: unitId }] },
    actor,
  );
  return errors?.[0]?.extensions?.code ?? Object.values(data?._entities[0])[0];
};

describe('OrgUnit.cashToRemit', () => {
  const field = 'cashToRemit { total declared undeclared }';
  test.each(readers)('is read by %s', async (_who, actor) => {
    expect(await entity(field, actor)).toEqual({ total: 36_000, declared: 18_000, undeclared: 18_000 });
  });
  test.each(strangers)('is as if it were not there for %s', async (_who, actor) => {
    expect(await entity(field, actor)).toBeNull();
    expect(await entity(field, actor, randomUUID())).toBeNull();
  });
  test.each(barred)('is refused to %s', async (_who, actor, code) => {
    expect(await entity(field, actor)).toBe(code);
  });
});

describe('OrgUnit.remittances', () => {
  const field = 'remittances { edges { node { id } } pageInfo { hasNextPage } }';
  test('T82: what an inspector reads leaves a line in the trail', async () => {
    const lines = async () =>
      (await fees.em().execute(readings, [id])).map(({ unit }: { unit?: string }) => unit);
    const before = (await lines()).length;
    await entity(field, people.inspector);
    await entity(field, people.finance);
    expect((await lines()).slice(before)).toEqual([units.branch1]);
  });
  test.each(readers)('are read by %s', async (_who, actor) => {
    expect(await entity(field, actor)).toMatchObject({ edges: [{ node: { id } }] });
  });
  test('by state, and of everything below', async () => {
    expect(await entity('remittances(status: CONFIRMED) { edges { node { id } } }', people.finance)).toEqual({
      edges: [],
    });
    expect(await entity(field, people.finance, units.province)).toMatchObject({ edges: [{ node: { id } }] });
    expect(await entity('remittances(after: "x") { edges { node { id } } }', people.finance)).toBe(
      'BAD_USER_INPUT',
    );
  });
  test.each(strangers)('are as if they were not there for %s', async (_who, actor) => {
    expect(await entity(field, actor)).toBeNull();
  });
  test.each(barred)('are refused to %s', async (_who, actor, code) => {
    expect(await entity(field, actor)).toBe(code);
  });
});
