import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { idOf, member, unit } from '../../test/orgtree-stage.ts';
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

const placements = () =>
  tree.em().execute<{ id: string; branch: string; temporary: string | null; residence: string | null }[]>(
    `select member_id as id, branch_id as branch, temporary_branch_id as temporary, residence_branch_id as residence
       from placement order by member_id`,
  );

const memberships = (memberId: string) =>
  tree.em().execute(
    `select unit_id as unit, kind, valid_from as "from", valid_to as "to", cause, end_cause as "endCause"
     from membership where member_id = ? order by valid_from, kind`,
    [memberId],
  );

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

describe('mergeUnits', () => {
  test('ends branches in favour of one that stands; members go there on record, without a transfer', async () => {
    const step = { units: [await tree.seen(unit.branch2)], intoId: unit.branch1 };
    const result = await tree.act('mergeUnits', { step });
    expect(what(result)).toEqual({ [unit.branch2]: 'ENDED', [unit.branch1]: 'TOUCHED' });
    expect(result.reorganisation).toMatchObject({ membersMoved: 1, temporaryMembersMoved: 0 });
    expect(await tree.look(unit.branch2)).toBeNull();
    expect(await memberships(member.chi)).toEqual([
      {
        unit: unit.branch2,
        kind: 'OFFICIAL',
        from: '2025-07-01',
        to: '2026-07-06',
        cause: 'IMPORT',
        endCause: 'REORGANISATION',
      },
      {
        unit: unit.sales,
        kind: 'TEMPORARY',
        from: '2026-05-01',
        to: null,
        cause: 'TEMPORARY_STAY',
        endCause: null,
      },
      {
        unit: unit.branch1,
        kind: 'OFFICIAL',
        from: '2026-07-06',
        to: null,
        cause: 'REORGANISATION',
        endCause: null,
      },
    ]);
    const events = await tree.drainOutbox();
    expect(dataOf(events, 'PlacementRecorded')).toMatchObject([
      {
        placements: [
          {
            memberId: member.chi,
            version: 2,
            branchId: unit.branch1,
            since: '2026-07-06',
            temporaryBranchId: unit.sales,
          },
        ],
      },
    ]);
    expect(dataOf(events, 'ReorganisationApplied')[0].successions).toEqual([
      { unitId: unit.branch2, successorId: unit.branch1 },
    ]);
    expect(events.at(-1)?.type).toContain('ReorganisationApplied');
  });

  test('makes a new unit for them, and a member on a stay there comes home', async () => {
    const into = tree.made('Chi bộ Hợp nhất', { parentId: unit.company, kind: 'ENTERPRISE' });
    const step = { units: [await tree.seen(unit.sales), await tree.seen(unit.branch2)], into };
    const { reorganisation, refusal } = await tree.act('mergeUnits', { step });
    expect(refusal).toBeNull();
    expect(reorganisation).toMatchObject({ membersMoved: 2, temporaryMembersMoved: 1 });
    const made = reorganisation.changes.edges.find(
      ({ node }: { node: { what: string } }) => node.what === 'CREATED',
    );
    const id = made.node.unit.id;
    expect(made.node.after.code).toBe('05.202.010.000.010');
    expect(
      (await placements()).map(({ branch, temporary, residence }) => [branch, temporary, residence]),
    ).toEqual([
      [unit.branch1, null, id],
      [unit.branch1, null, null],
      [id, null, null],
      [id, null, null],
    ]);
  });

  test('merges committees: what stands below goes along under new codes', async () => {
    const step = { units: [await tree.seen(unit.company)], intoId: unit.estate };
    const result = await tree.act('mergeUnits', { step });
    expect(what(result)).toEqual({
      [unit.company]: 'ENDED',
      [unit.estate]: 'TOUCHED',
      [unit.sales]: 'MOVED',
    });
    expect(await tree.look(unit.sales)).toMatchObject({
      code: '05.200.044.000.003',
      parent: { id: unit.estate },
    });
  });

  test('takes in those who came after the day as if they had come to the successor', async () => {
    await tree.em().execute(
      `insert into membership (id, member_id, unit_id, kind, valid_from, cause, cause_id)
       values (uuidv7(), ?, ?, 'OFFICIAL', '2026-07-03', 'REGISTRATION', ?)`,
      [idOf(150), unit.branch2, idOf(800)],
    );
    const step = { units: [await tree.seen(unit.branch2)], intoId: unit.branch1 };
    await tree.act('mergeUnits', { step }, undefined, { effectiveOn: '2026-07-02' });
    expect(await memberships(idOf(150))).toEqual([
      {
        unit: unit.branch1,
        kind: 'OFFICIAL',
        from: '2026-07-03',
        to: null,
        cause: 'REGISTRATION',
        endCause: null,
      },
    ]);
  });

  test.each([
    ['into a committee when there are members', () => [unit.branch2, unit.estate], 'UNIT_TAKES_NO_MEMBERS'],
    ['into itself', () => [unit.branch2, unit.branch2], 'UNIT_BELOW_ITSELF'],
    ['into a unit below', () => [unit.estate, unit.branch1], 'UNIT_BELOW_ITSELF'],
    ['of a unit that has ended', () => [unit.merged, unit.branch1], 'UNIT_ENDED'],
  ])('is refused %s', async (_, ids, code) => {
    const [from = '', intoId] = ids();
    const { refusal } = await tree.act('mergeUnits', { step: { units: [await tree.seen(from)], intoId } });
    expect(refusal.code).toBe(code);
  });
});

describe('splitUnit', () => {
  test('gives members to a part; the others stay', async () => {
    const parts = [{ unit: tree.made('Chi bộ 1B', { parentId: unit.estate }), memberIds: [member.binh] }];
    const result = await tree.act('splitUnit', { step: { unit: await tree.seen(unit.branch1), parts } });
    expect(result.reorganisation.membersMoved).toBe(1);
    const [an, binh] = await placements();
    expect(an?.branch).toBe(unit.branch1);
    expect(what(result)[binh?.branch ?? '']).toBe('CREATED');
    expect(what(result)[unit.branch1]).toBe('TOUCHED');
  });
  test('that ends the unit gives the rest to the first part', async () => {
    const part = (name: string, memberIds: string[]) => ({
      unit: tree.made(name, { parentId: unit.estate }),
      memberIds,
    });
    const parts = [part('Chi bộ 1A', []), part('Chi bộ 1B', [member.binh])];
    const result = await tree.act('splitUnit', {
      step: { unit: await tree.seen(unit.branch1), parts, ends: true },
    });
    expect(what(result)[unit.branch1]).toBe('ENDED');
    const [an, binh] = await placements();
    expect(await tree.look(an?.branch ?? '')).toMatchObject({ name: 'Chi bộ 1A' });
    expect(await tree.look(binh?.branch ?? '')).toMatchObject({ name: 'Chi bộ 1B' });
  });
  test('splits a committee by the units below it', async () => {
    const committee = { ...tree.made('Đảng bộ B', { parentId: unit.ward }), type: 'GRASSROOTS_COMMITTEE' };
    const step = {
      unit: await tree.seen(unit.estate),
      parts: [{ unit: committee, childIds: [unit.branch2] }],
    };
    await tree.act('splitUnit', { step });
    expect(await tree.look(unit.branch2)).toMatchObject({ code: '05.200.045.000.001' });
  });
  test('is refused for a member or a unit of elsewhere', async () => {
    const parts = (more: object) => [{ unit: tree.made('Chi bộ 1B', { parentId: unit.estate }), ...more }];
    const split = async (more: object) =>
      (await tree.act('splitUnit', { step: { unit: await tree.seen(unit.branch1), parts: parts(more) } }))
        .refusal.code;
    expect(await split({ memberIds: [member.dung] })).toBe('MEMBER_NOT_IN_UNIT');
    expect(await split({ childIds: [unit.sales] })).toBe('UNIT_NOT_FOUND');
  });
});

describe('dissolveUnit', () => {
  test('needs a successor unless the unit is empty', async () => {
    const dissolve = async (id: string, successorId?: string) =>
      tree.act('dissolveUnit', { step: { unit: await tree.seen(id), successorId } });
    expect((await dissolve(unit.branch1)).refusal).toMatchObject({
      code: 'UNIT_NOT_EMPTY',
      field: 'successorId',
    });
    expect((await dissolve(unit.estate)).refusal.code).toBe('UNIT_NOT_EMPTY');
    expect((await dissolve(unit.sales, unit.branch1)).refusal).toBeNull();
    expect((await dissolve(unit.company)).refusal).toBeNull();
    expect((await dissolve(unit.otherWard)).refusal).toBeNull();
    expect(await tree.look(unit.otherWard)).toBeNull();
  });
  test('of a unit that was made the same day is refused: it would never have been', async () => {
    const { reorganisation } = await tree.act('createUnit', {
      unit: tree.made('Mới', { parentId: unit.estate }),
    });
    const id = reorganisation.changes.edges[0].node.unit.id;
    const { refusal } = await tree.act('dissolveUnit', { step: { unit: await tree.seen(id) } });
    expect(refusal.code).toBe('UNIT_CHANGED_LATER');
  });
});

describe('what others tell after a reorganisation', () => {
  test('an audit line says what was decided', async () => {
    await tree.act('renameUnit', { step: { unit: await tree.seen(unit.branch1), name: 'X' } });
    const [line] = await tree
      .em()
      .execute(
        `select action, subject_kind as kind, unit_id as "unitId", after->>'decisionNumber' as number from audit_entry order by at desc limit 1`,
      );
    expect(line).toEqual({
      action: 'renameUnit',
      kind: 'reorganisation',
      unitId: unit.branch1,
      number: '12-QĐ/TU',
    });
  });
  test('a unit tells its own past', async () => {
    await tree.act('moveUnit', { step: { unit: await tree.seen(unit.estate), parentId: unit.otherWard } });
    await tree.act('dissolveUnit', {
      step: { unit: await tree.seen(unit.branch2), successorId: unit.branch1 },
    });
    const { _entities } = await tree.ask(
      `query($ref: [_Any!]!) { _entities(representations: $ref) { ... on OrgUnit { changes { edges { node {
         what decisionNumber before { code } after { code parent { id } } successor { id } } } } } } }`,
      { ref: [{ __typename: 'OrgUnit', id: unit.branch2 }] },
    );
    expect(_entities[0].changes.edges.map(({ node }: { node: object }) => node)).toEqual([
      {
        what: 'ENDED',
        decisionNumber: '12-QĐ/TU',
        before: { code: '05.202.011.000.002' },
        after: null,
        successor: { id: unit.branch1 },
      },
      {
        what: 'FOLLOWED',
        decisionNumber: '12-QĐ/TU',
        before: { code: '05.200.044.000.002' },
        after: { code: '05.202.011.000.002', parent: { id: unit.estate } },
        successor: null,
      },
    ]);
  });
});
