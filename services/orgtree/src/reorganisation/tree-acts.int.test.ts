import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { unit } from '../../test/orgtree-stage.ts';
import { dataOf, openTree } from '../../test/tree-stage.ts';

let tree: Awaited<ReturnType<typeof openTree>>;
beforeAll(async () => {
  tree = await openTree();
});
beforeEach(() => tree.reset());
afterAll(() => tree.close());

const what = (result: {
  reorganisation: { changes: { edges: { node: { unit: { id: string }; what: string } }[] } };
}) => Object.fromEntries(result.reorganisation.changes.edges.map(({ node }) => [node.unit.id, node.what]));

describe('createUnit', () => {
  test('makes a unit under the next free code, from the day of the decision on', async () => {
    const { reorganisation, refusal } = await tree.act('createUnit', {
      unit: tree.made('  Chi bộ   3 ', { parentId: unit.estate, shortName: 'CB3' }),
    });
    expect(refusal).toBeNull();
    expect(reorganisation).toMatchObject({ status: 'APPLIED', membersMoved: 0 });
    const [{ node }] = reorganisation.changes.edges;
    expect(node).toMatchObject({ what: 'CREATED', before: null });
    expect(await tree.look(node.unit.id)).toEqual({
      code: '05.200.044.000.003',
      name: 'Chi bộ 3',
      parent: { id: unit.estate },
    });
    expect(await tree.look(node.unit.id, '2026-07-05')).toBeNull();
    const events = await tree.drainOutbox();
    expect(dataOf(events, 'UnitRecorded')[0].units).toMatchObject([
      {
        id: node.unit.id,
        version: 1,
        validFrom: '2026-07-06',
        validTo: null,
        reorganisationId: reorganisation.id,
      },
    ]);
    expect(dataOf(events, 'ReorganisationApplied')).toEqual([
      expect.objectContaining({ decisionNumber: '12-QĐ/TU', successions: [], movedUnitIds: [] }),
    ]);
  });

  test.each([
    ['a committee', 'SUPERIOR', undefined, 'UNIT_TYPE_MISPLACED'],
    ['a code of elsewhere', 'BRANCH', '05.202.010.000.007', 'UNIT_CODE_MISFIT'],
    ['a code that is taken', 'BRANCH', '05.200.044.000.001', 'UNIT_CODE_TAKEN'],
  ])('refuses %s below the estate', async (_, type, code, refused) => {
    const input = { unit: { ...tree.made('Chi bộ lạ', { parentId: unit.estate, code }), type } };
    const { reorganisation, refusal } = await tree.act('createUnit', input);
    expect([reorganisation, refusal.code]).toEqual([null, refused]);
    expect(await tree.drainOutbox()).toEqual([]);
    const [{ n }] = await tree.em().execute<[{ n: number }]>('select count(*)::int as n from reorganisation');
    expect(n).toBe(0);
  });

  test('a tổ đảng below a branch has a sixth group, and takes no members', async () => {
    const group = { ...tree.made('Tổ đảng 1', { parentId: unit.branch1 }), type: 'PARTY_GROUP' };
    const { reorganisation } = await tree.act('createUnit', { unit: group });
    expect(reorganisation.changes.edges[0].node.after.code).toBe('05.200.044.000.001.001');
  });

  test('gives a code that nobody ever had, even one that is free again', async () => {
    await tree.act('dissolveUnit', {
      step: { unit: await tree.seen(unit.branch2), successorId: unit.branch1 },
    });
    const { reorganisation } = await tree.act('createUnit', {
      unit: tree.made('Mới', { parentId: unit.estate }),
    });
    expect(reorganisation.changes.edges[0].node.after.code).toBe('05.200.044.000.003');
  });
});

describe('renameUnit', () => {
  test('begins a period of its own and keeps the old name for the days before', async () => {
    const step = { unit: await tree.seen(unit.branch1), name: 'Chi bộ Phố Mới' };
    const result = await tree.act('renameUnit', { step }, undefined, { effectiveOn: '2026-07-01' });
    expect(what(result)).toEqual({ [unit.branch1]: 'RENAMED' });
    expect((await tree.look(unit.branch1))?.name).toBe('Chi bộ Phố Mới');
    expect((await tree.look(unit.branch1, '2026-06-30'))?.name).toBe('Tổ chức 05.200.044.000.001');
    const again = await tree.act('renameUnit', { step: { ...step, unit: await tree.seen(unit.branch1) } });
    expect(again.refusal.code).toBe('NOTHING_CHANGES');
  });
  test('twice on one day leaves one period', async () => {
    for (const name of ['Tên A', 'Tên B'])
      await tree.act('renameUnit', { step: { unit: await tree.seen(unit.branch1), name } });
    const { unit: found } = await tree.ask(
      `{ unit(id: "${unit.branch1}") { version periods { name from to } } }`,
    );
    expect(found.periods.map(({ name }: { name: string }) => name)).toEqual([
      'Tổ chức 05.200.044.000.001',
      'Tên B',
    ]);
    expect(found.version).toBe(3);
  });
  test('is refused for a day before the last change, and for a version that is past', async () => {
    const input = { step: { unit: await tree.seen(unit.estate), name: 'X' } };
    const early = await tree.act('renameUnit', input, undefined, { effectiveOn: '2026-02-01' });
    expect(early.refusal).toMatchObject({ code: 'UNIT_CHANGED_LATER', field: 'effectiveOn' });
    const stale = { step: { unit: { id: unit.estate, expectedVersion: 99 }, name: 'X' } };
    expect((await tree.act('renameUnit', stale)).refusal.code).toBe('VERSION_CONFLICT');
  });
});

describe('moveUnit', () => {
  test('takes everything below along, with paths and codes, and moves no member', async () => {
    const step = { unit: await tree.seen(unit.estate), parentId: unit.otherWard };
    const result = await tree.act('moveUnit', { step });
    expect(what(result)).toEqual({
      [unit.estate]: 'MOVED',
      [unit.branch1]: 'FOLLOWED',
      [unit.branch2]: 'FOLLOWED',
    });
    expect(await tree.look(unit.branch2)).toMatchObject({
      code: '05.202.011.000.002',
      parent: { id: unit.estate },
    });
    expect(await tree.look(unit.branch2, '2026-07-05')).toMatchObject({ code: '05.200.044.000.002' });
    const counts = await tree.ask(
      `{ ward: unit(id: "${unit.ward}") { membershipCount before: membershipCount(asOf: "2026-07-05") }
         other: unit(id: "${unit.otherWard}") { membershipCount before: membershipCount(asOf: "2026-07-05") } }`,
    );
    expect(counts).toEqual({
      ward: { membershipCount: 0, before: 3 },
      other: { membershipCount: 4, before: 1 },
    });
    const events = await tree.drainOutbox();
    expect(dataOf(events, 'PlacementRecorded')).toEqual([]);
    expect(dataOf(events, 'UnitRecorded')[0].units.map(({ path }: { path: string[] }) => path.at(2))).toEqual(
      Array.from({ length: 3 }, () => unit.otherWard),
    );
    expect(dataOf(events, 'ReorganisationApplied')[0].movedUnitIds).toEqual([unit.estate]);
  });
  test('makes a committee of another level where it stands, if what is below allows it', async () => {
    const step = { unit: await tree.seen(unit.estate), parentId: unit.ward, type: 'GRASSROOTS_BRANCH' };
    const refused = await tree.act('moveUnit', { step });
    expect(refused.refusal).toMatchObject({ code: 'UNIT_TYPE_MISPLACED', field: 'parentId' });
    const lone = { unit: await tree.seen(unit.estate), parentId: unit.city };
    const { reorganisation } = await tree.act('moveUnit', { step: lone });
    expect(reorganisation.status).toBe('APPLIED');
    expect(await tree.look(unit.branch1)).toMatchObject({ code: '05.000.001.000.001' });
  });
  test.each([
    ['below itself', () => ({ unitId: unit.estate, parentId: unit.branch1 }), 'UNIT_BELOW_ITSELF'],
    ['below a branch', () => ({ unitId: unit.branch2, parentId: unit.branch1 }), 'UNIT_TYPE_MISPLACED'],
    ['where it is', () => ({ unitId: unit.branch2, parentId: unit.estate }), 'NOTHING_CHANGES'],
    ['below a unit that has ended', () => ({ unitId: unit.branch2, parentId: unit.merged }), 'UNIT_ENDED'],
  ])('is refused %s', async (_, where, code) => {
    const { unitId, parentId } = where();
    const { refusal } = await tree.act('moveUnit', { step: { unit: await tree.seen(unitId), parentId } });
    expect(refusal.code).toBe(code);
  });
});
