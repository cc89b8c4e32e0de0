import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idOf, unit } from '../../test/orgtree-stage.ts';
import { board, openTree } from '../../test/tree-stage.ts';

let tree: Awaited<ReturnType<typeof openTree>>;
let planned: { id: string; version: number };
const close = async () => tree.close();
beforeAll(async () => {
  tree = await openTree();
  const step = { unit: await tree.seen(unit.branch2), name: 'Chi bộ Hai' };
  planned = (await tree.act('renameUnit', { step }, board, { effectiveOn: '2026-08-01' })).reorganisation;
});
afterAll(close);

const decision = { number: '12-QĐ/TU', decidedOn: '2026-07-01', effectiveOn: '2026-07-06' };
const seen = (id: string) => ({ id, expectedVersion: 1 });
const branch = (parentId: string) => ({ parentId, type: 'BRANCH', kind: 'RESIDENTIAL', name: 'Chi bộ lạ' });

/** Each act, on a unit and into a place. */
const acts: Record<string, (on: string, into: string) => object> = {
  createUnit: (_, into) => ({ unit: branch(into) }),
  renameUnit: (on) => ({ step: { unit: seen(on), name: 'Tên lạ' } }),
  moveUnit: (on, into) => ({ step: { unit: seen(on), parentId: into } }),
  mergeUnits: (on, into) => ({ step: { units: [seen(on)], intoId: into } }),
  splitUnit: (on, into) => ({ step: { unit: seen(on), parts: [{ unit: branch(into) }] } }),
  dissolveUnit: (on, into) => ({ step: { unit: seen(on), successorId: into } }),
  planReorganisation: (on, into) => ({ steps: [{ move: { unit: seen(on), parentId: into } }] }),
};

async function run(name: string, input: object, actor: Actor | null) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await tree.execute(
    `mutation($input: ${type}!) { ${name}(input: $input) { reorganisation { id } refusal { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...(name.startsWith('cancel') ? {} : { decision }), ...input } },
    actor,
  );
  return errors?.[0]?.extensions?.code ?? data?.[name].refusal?.code ?? 'DONE';
}

const strangers: [string, Actor | null, string][] = [
  ['nobody', null, 'UNAUTHENTICATED'],
  ['an applicant', testActor({ accountStatus: 'DRAFT', memberId: null }), 'FORBIDDEN'],
  ['a member', testActor(), 'FORBIDDEN'],
  [
    'the secretary of the branch itself',
    testActor({ role: 'BRANCH_SECRETARY', unitId: unit.branch1 }),
    'FORBIDDEN',
  ],
  ['the committee above', testActor({ role: 'COMMITTEE_SECRETARY', unitId: unit.estate }), 'FORBIDDEN'],
  ['the office of the ward', testActor({ role: 'OFFICE_STAFF', unitId: unit.ward }), 'FORBIDDEN'],
  ['the administrator of the city', testActor({ role: 'ORG_ADMIN', unitId: unit.city }), 'FORBIDDEN'],
  ['a locked account of the board', { ...board, accountStatus: 'LOCKED' }, 'FORBIDDEN'],
];
const otherWard = testActor({ role: 'ORG_BOARD_STAFF', unitId: unit.otherWard });
const estateOnly = testActor({ role: 'ORG_BOARD_STAFF', unitId: unit.estate });

/** What stands before each door that changes the tree. */
function doorOf(name: string): void {
  const act = acts[name];
  if (!act) throw new Error(`there is no act ${name}`);
  const onBranch = act(
    unit.branch1,
    name === 'mergeUnits' || name === 'dissolveUnit' ? unit.branch2 : unit.estate,
  );

  test.each(strangers)('is closed to %s', async (_, actor, code) => {
    expect(await run(name, onBranch, actor)).toBe(code);
  });
  test('knows no such unit outside the scope, nor a random one', async () => {
    expect(await run(name, onBranch, otherWard)).toBe('NOT_FOUND');
    expect(await run(name, act(idOf(77), idOf(78)), board)).toBe('NOT_FOUND');
  });
  test('puts nothing into a unit outside the scope', async () => {
    if (name === 'renameUnit') return;
    expect(await run(name, act(unit.branch1, unit.otherWard), estateOnly)).toBe('NOT_FOUND');
  });
  test('never changes the unit in which one acts', async () => {
    if (name === 'createUnit') return;
    expect(await run(name, act(unit.estate, unit.estate), estateOnly)).toBe('NOT_FOUND');
  });
}

describe('Mutation.createUnit', () => doorOf('createUnit'));
describe('Mutation.renameUnit', () => doorOf('renameUnit'));
describe('Mutation.moveUnit', () => doorOf('moveUnit'));
describe('Mutation.mergeUnits', () => doorOf('mergeUnits'));
describe('Mutation.splitUnit', () => doorOf('splitUnit'));
describe('Mutation.dissolveUnit', () => doorOf('dissolveUnit'));
describe('Mutation.planReorganisation', () => doorOf('planReorganisation'));

describe('Mutation.cancelReorganisation', () => {
  const cancel = (id: string) => ({ reorganisationId: id, expectedVersion: planned.version, reason: 'Hoãn' });
  test.each(strangers)('is closed to %s', async (_, actor, code) => {
    expect(await run('cancelReorganisation', cancel(planned.id), actor)).toBe(code);
  });
  test('knows no such reorganisation elsewhere, nor a random one', async () => {
    expect(await run('cancelReorganisation', cancel(planned.id), otherWard)).toBe('NOT_FOUND');
    expect(await run('cancelReorganisation', cancel(idOf(77)), board)).toBe('NOT_FOUND');
  });
});

/** What a query gives: data, or the code of its error. */
async function read(field: string, actor: Actor | null) {
  const { data, errors } = await tree.execute(`{ ${field} }`, {}, actor);
  return errors?.[0]?.extensions?.code ?? Object.values(data ?? {})[0];
}

function closedQuery(field: () => string): void {
  test.each(strangers)('is closed to %s', async (_, actor, code) => {
    expect(await read(field(), actor)).toBe(code);
  });
}

describe('Query.reorganisation', () => {
  const field = (id = planned.id) => `reorganisation(id: "${id}") { id }`;
  closedQuery(() => field());
  test('is there for who may change that part of the tree only', async () => {
    expect(await read(field(), board)).toEqual({ id: planned.id });
    expect(await read(field(), estateOnly)).toEqual({ id: planned.id });
    expect(await read(field(), otherWard)).toBeNull();
    expect(await read(field(idOf(77)), board)).toBeNull();
    expect(await read(field(), testActor({ role: 'SYSTEM_ADMIN', unitId: unit.otherWard }))).toEqual({
      id: planned.id,
    });
  });
});

describe('Query.reorganisations', () => {
  closedQuery(() => 'reorganisations { edges { cursor } }');
  test('lists those of the scope only', async () => {
    expect(await read('reorganisations { edges { node { id } } }', otherWard)).toEqual({ edges: [] });
    expect(
      await read(`reorganisations(unitId: "${unit.estate}") { edges { node { id } } }`, otherWard),
    ).toBeNull();
  });
});

describe('Query.previewReorganisation', () => {
  const field = (id: string) =>
    `previewReorganisation(effectiveOn: "2026-07-06", steps: [{ rename: { unit: { id: "${id}", expectedVersion: 1 }, name: "X" } }]) { unitCount }`;
  closedQuery(() => field(unit.branch1));
  test('shows nothing outside the scope', async () => {
    expect(await read(field(unit.branch1), board)).toEqual({ unitCount: 1 });
    expect(await read(field(unit.branch1), otherWard)).toBeNull();
    expect(await read(field(idOf(77)), board)).toBeNull();
  });
});

test('what was done to a unit is open to members, and says no name of anybody', async () => {
  const field = `unit(id: "${unit.branch1}") { changes { edges { node { what } } } }`;
  expect(await read(field, testActor())).toEqual({ changes: { edges: [] } });
  expect(await read(field, testActor({ accountStatus: 'DRAFT', memberId: null }))).toBe('FORBIDDEN');
});
