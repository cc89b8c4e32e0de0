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
