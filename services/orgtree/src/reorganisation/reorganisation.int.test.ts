import { randomUUID } from 'node:crypto';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { makeEnvelope } from '@dang/events/envelope';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { idOf, member, unit } from '../../test/orgtree-stage.ts';
import { board, dataOf, openTree } from '../../test/tree-stage.ts';

let tree: Awaited<ReturnType<typeof openTree>>;
beforeAll(async () => {
  tree = await openTree();
});
beforeEach(() => tree.reset());
afterAll(() => tree.close());

/** Merges branch 2 into branch 1, moves the estate to the other ward, dissolves the company. */
const steps = async () => [
  { merge: { units: [await tree.seen(unit.branch2)], intoId: unit.branch1 } },
  { move: { unit: await tree.seen(unit.estate), parentId: unit.otherWard } },
  { dissolve: { unit: await tree.seen(unit.company), successorId: unit.estate } },
];

const state = async () =>
  (
    await tree.em().execute<[{ sum: string }]>(
      `select md5(string_agg(line, ';' order by line)) as sum from (
         select unit_period::text as line from unit_period union all select unit::text from unit
         union all select membership::text from membership union all select placement::text from placement
         union all select outbox.id::text from outbox
       ) everything`,
    )
  )[0].sum;

const PREVIEW = `query($effectiveOn: Date!, $steps: [TreeStepInput!]!) {
  previewReorganisation(effectiveOn: $effectiveOn, steps: $steps) {
    faults { code field } unitCount membersMoved temporaryMembersMoved officersEnded openDossiers { procedure count }
    changes { unit { id } what before { code name } after { code name } successor { id } }
  }
}`;
const preview = async (effectiveOn: string, given: object[]) =>
  (await tree.ask(PREVIEW, { effectiveOn, steps: given })).previewReorganisation;

describe('a plan of many steps', () => {
  test('is done whole: what the preview said is what happens, and the preview itself leaves no trace', async () => {
    await tree.em().execute(
      `insert into dossier_state (dossier_id, version, procedure, number, unit_id, home_unit_id, state, channel, opened_on)
       values (?, 1, 'OFFICIAL_TRANSFER', 'A', ?, ?, 'SUBMITTED', 'ONLINE', '2026-07-01')`,
      [idOf(900), unit.estate, unit.branch2],
    );
    await tree
      .em()
      .execute(`insert into officers_copy values (?, 1, '[{"memberId": "x"}, {"memberId": "y"}]')`, [
        unit.branch2,
      ]);
    const before = await state();
    const { changes, ...figures } = await preview('2026-07-06', await steps());
    expect(await state()).toBe(before);
    expect(figures).toEqual({
      faults: [],
      unitCount: 5,
      membersMoved: 1,
      temporaryMembersMoved: 0,
      officersEnded: 2,
      openDossiers: [{ procedure: 'OFFICIAL_TRANSFER', count: 1 }],
    });
    const { reorganisation } = await tree.act('planReorganisation', { steps: await steps() });
    expect(reorganisation.changes.edges.map(({ node }: { node: object }) => node)).toEqual(changes);
    expect(await tree.look(unit.sales)).toMatchObject({
      parent: { id: unit.estate },
      code: '05.202.011.000.002',
    });
    const [applied] = dataOf(await tree.drainOutbox(), 'ReorganisationApplied');
    expect(applied.successions.map(({ unitId }: { unitId: string }) => unitId).sort()).toEqual(
      [unit.branch2, unit.company].sort(),
    );
    expect(applied.movedUnitIds.sort()).toEqual([unit.estate, unit.sales].sort());
  });

  test('is done not at all when one step cannot be: each fault names its step', async () => {
    const before = await state();
    const wrong = [
      ...(await steps()),
      { move: { unit: await tree.seen(unit.ward), parentId: unit.branch1 } },
    ];
    const faulty = await preview('2026-07-06', wrong);
    expect(faulty).toMatchObject({ faults: [{ code: 'UNIT_TYPE_MISPLACED', field: null }], unitCount: 0 });
    const { refusal } = await tree.act('planReorganisation', { steps: wrong });
    expect(refusal.code).toBe('UNIT_TYPE_MISPLACED');
    const loop = [
      await steps(),
      { move: { unit: await tree.seen(unit.otherWard), parentId: unit.branch1 } },
    ].flat();
    const looped = (await tree.act('planReorganisation', { steps: loop })).refusal;
    expect(looped).toMatchObject({ code: 'UNIT_BELOW_ITSELF', field: 'steps.3' });
    expect(await state()).toBe(before);
  });

  test('may let two units exchange their codes', async () => {
    const move = async (id: string, code: string) => ({
      move: { unit: await tree.seen(id), parentId: unit.estate, code },
    });
    const given = [
      await move(unit.branch1, '05.200.044.000.002'),
      await move(unit.branch2, '05.200.044.000.001'),
    ];
    expect((await tree.act('planReorganisation', { steps: given })).refusal).toBeNull();
    expect(await tree.look(unit.branch1)).toMatchObject({ code: '05.200.044.000.002' });
    const half = [await move(unit.branch1, '05.200.044.000.001')];
    expect((await tree.act('planReorganisation', { steps: half })).refusal.code).toBe('UNIT_CODE_TAKEN');
  });

  test('needs a decision that is complete, and a fresh sign-in', async () => {
    const given = { steps: await steps() };
    const refusal = async (over: object, actor = board) =>
      (await tree.act('planReorganisation', given, actor, over)).refusal;
    expect(await refusal({ number: ' ' })).toMatchObject({ code: 'INVALID_INPUT', field: 'number' });
    expect(await refusal({ decidedOn: '2026-07-07' })).toMatchObject({ field: 'decidedOn' });
    expect(await refusal({ effectiveOn: '2027-12-01' })).toMatchObject({ field: 'effectiveOn' });
    expect(await refusal({ title: '' })).toMatchObject({ field: 'title' });
    const stale = { ...board, signedInAt: new Date(Date.now() - 11 * 60_000) };
    expect(await refusal({}, stale)).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  test.each([
    ['none', []],
    ['an empty one', [{}]],
    [
      'two acts in one',
      [
        {
          rename: { unit: { id: unit.branch1, expectedVersion: 1 }, name: 'A' },
          dissolve: { unit: { id: unit.branch2, expectedVersion: 1 } },
        },
      ],
    ],
    ['no name', [{ rename: { unit: { id: unit.branch1, expectedVersion: 1 }, name: '  ' } }]],
    ['a merger into nothing', [{ merge: { units: [{ id: unit.branch1, expectedVersion: 1 }] } }]],
    [
      'a code that is none',
      [{ move: { unit: { id: unit.branch1, expectedVersion: 1 }, parentId: unit.estate, code: '5' } }],
    ],
    [
      'the same unit twice',
      [
        {
          merge: {
            units: [
              { id: unit.branch1, expectedVersion: 1 },
              { id: unit.branch1, expectedVersion: 1 },
            ],
            intoId: unit.branch2,
          },
        },
      ],
    ],
  ])('is bad input with %s', async (_, given) => {
    expect((await tree.act('planReorganisation', { steps: given })).refusal.code).toBe('INVALID_INPUT');
    expect((await preview('2026-07-06', given)).faults).toMatchObject([{ code: 'INVALID_INPUT' }]);
  });
});

test('two reorganisations at once follow one another; the second sees what the first has left', async () => {
  const merge = async (from: string, intoId: string) =>
    tree.act('mergeUnits', { step: { units: [await tree.seen(from)], intoId } });
  const results = await Promise.all([merge(unit.branch1, unit.branch2), merge(unit.branch2, unit.branch1)]);
  expect(results.map(({ refusal }) => refusal?.code ?? 'DONE').sort()).toEqual(['DONE', 'UNIT_ENDED']);
});

describe('a transfer that meets a reorganisation', () => {
  const completed = (originBranchId: string, destinationBranchId: string, completedOn = '2026-07-06') =>
    makeEnvelope(
      TransferCompleted,
      {
        aggregateId: idOf(700),
        data: {
          ...TransferCompleted.example,
          transferId: idOf(700),
          memberId: member.chi,
          originBranchId,
          destinationBranchId,
          completedOn,
        },
      },
      { province: '05' },
    );
  const branchOf = async (id: string) =>
    (
      await tree
        .em()
        .execute<{ branch: string }[]>('select branch_id as branch from placement where member_id = ?', [id])
    )[0]?.branch;

  test('ends at the successor of its destination', async () => {
    await tree.act('mergeUnits', { step: { units: [await tree.seen(unit.branch1)], intoId: unit.sales } });
    await tree.deliver(completed(unit.branch2, unit.branch1, '2026-07-05'));
    expect(await branchOf(member.chi)).toBe(unit.sales);
  });
  test('begins at the successor of its origin', async () => {
    await tree.act('mergeUnits', { step: { units: [await tree.seen(unit.branch2)], intoId: unit.branch1 } });
    await tree.deliver(completed(unit.branch2, unit.sales));
    expect(await branchOf(member.chi)).toBe(unit.sales);
  });
  test('at the very same moment loses nobody', async () => {
    const merging = tree.act('mergeUnits', {
      step: { units: [await tree.seen(unit.sales)], intoId: unit.branch1 },
    });
    const event = completed(unit.branch2, unit.sales);
    const placing = tree.deliver(event).catch(() => 'again');
    const [{ refusal }, placed] = await Promise.all([merging, placing]);
    expect(refusal).toBeNull();
    if (placed === 'again') await tree.deliver(event);
    expect(await branchOf(member.chi)).toBe(unit.branch1);
  });
});

test('lists tell the latest decision first, by unit and by state, page by page', async () => {
  for (const name of ['A', 'B', 'C'])
    await tree.act('renameUnit', { step: { unit: await tree.seen(unit.branch1), name } }, board, {
      title: name,
    });
  await tree.act('renameUnit', { step: { unit: await tree.seen(unit.sales), name: 'S' } }, board, {
    title: 'S',
    effectiveOn: '2026-07-09',
  });
  const list = async (args: string) => {
    const { reorganisations } = await tree.ask(
      `{ reorganisations${args} { edges { node { title } } pageInfo { hasNextPage endCursor } } }`,
    );
    return {
      ...reorganisations.pageInfo,
      titles: reorganisations.edges.map(({ node }: { node: { title: string } }) => node.title),
    };
  };
  expect((await list('')).titles).toEqual(['S', 'C', 'B', 'A']);
  expect((await list(`(unitId: "${unit.estate}")`)).titles).toEqual(['C', 'B', 'A']);
  expect((await list('(status: SCHEDULED)')).titles).toEqual(['S']);
  const first = await list('(first: 3)');
  expect(first.hasNextPage).toBe(true);
  expect((await list(`(first: 3, after: "${first.endCursor}")`)).titles).toEqual(['A']);
  expect(
    (await tree.ask(`{ reorganisations(unitId: "${randomUUID()}") { edges { cursor } } }`)).reorganisations,
  ).toBeNull();
  const ward = testActor({ role: 'ORG_BOARD_STAFF', unitId: unit.ward });
  const { reorganisations } = await tree.ask('{ reorganisations { edges { node { title } } } }', {}, ward);
  expect(reorganisations.edges).toHaveLength(3);
});

test('a page of reorganisations with their steps, scopes and what they did is a handful of statements', async () => {
  for (const name of ['A', 'B', 'C'])
    await tree.act('renameUnit', { step: { unit: await tree.seen(unit.branch1), name } });
  const statements: string[] = [];
  const logger = tree.orm.config.getLogger();
  const { log, isEnabled } = logger;
  Object.assign(logger, {
    isEnabled: () => true,
    log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
  });
  const { reorganisations } = await tree.ask(`{ reorganisations { edges { node {
    title scope { name } steps { units { name } into { name } } history { action } availableActions { action }
    changes { edges { node { unit { name } before { parent { name } } successor { name } } } } } } } }`);
  Object.assign(logger, { log, isEnabled });
  expect(reorganisations.edges).toHaveLength(3);
  expect(statements.length).toBeLessThanOrEqual(5);
});
