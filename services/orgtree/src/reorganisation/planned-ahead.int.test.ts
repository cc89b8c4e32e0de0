import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { unit } from '../../test/orgtree-stage.ts';
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

describe('a plan for a day to come', () => {
  const plan = async (effectiveOn = '2026-08-01') =>
    (await tree.act('planReorganisation', { steps: await steps() }, board, { effectiveOn })).reorganisation;
  const later = (day: string) => tree.later(day);
  const told = async (id: string) =>
    (
      await tree.ask(
        `query($id: UUID!) { reorganisation(id: $id) {
          status version faults { code message } availableActions { action allowed code } membersMoved
          history { action label fromState toState byName byTitle unitName reason } steps { act names units { id } into { id } }
          scope { id } title } }`,
        { id },
      )
    ).reorganisation;

  test('waits, is done on its day by itself, once, and both are on record', async () => {
    const { id, status } = await plan();
    expect(status).toBe('SCHEDULED');
    expect(await tree.look(unit.branch2)).not.toBeNull();
    expect(await tree.drainOutbox()).toEqual([]);
    await later('2026-07-31');
    expect((await told(id)).status).toBe('SCHEDULED');
    await later('2026-08-02');
    await later('2026-08-02');
    expect(await told(id)).toMatchObject({
      status: 'APPLIED',
      membersMoved: 1,
      availableActions: [],
      scope: { id: unit.city },
      title: 'Sắp xếp tổ chức đảng (3 việc)',
      steps: [
        { act: 'MERGE', units: [{ id: unit.branch2 }], into: { id: unit.branch1 } },
        { act: 'MOVE', units: [{ id: unit.estate }], into: { id: unit.otherWard } },
        { act: 'DISSOLVE', units: [{ id: unit.company }], into: { id: unit.estate } },
      ],
      history: [
        {
          action: 'DECIDE',
          fromState: null,
          toState: 'SCHEDULED',
          byName: 'Nguyễn Văn An',
          byTitle: 'Chuyên viên Ban Tổ chức',
          unitName: 'Tổ chức 05',
        },
        { action: 'APPLY', label: 'Thi hành', fromState: 'SCHEDULED', toState: 'APPLIED', byName: null },
      ],
    });
    expect((await tree.look(unit.branch2, '2026-07-31'))?.code).toBe('05.200.044.000.002');
    expect(await tree.look(unit.branch2, '2026-08-01')).toBeNull();
    expect(dataOf(await tree.drainOutbox(), 'ReorganisationApplied')).toHaveLength(1);
    const lines = await tree
      .em()
      .execute('select action from audit_entry where subject_id::text = ? order by at', [id]);
    expect(lines).toEqual([{ action: 'planReorganisation' }, { action: 'applyReorganisation' }]);
  });

  test('that the tree no longer allows on its day is marked with why, and changes nothing', async () => {
    const { id } = await plan();
    await tree.act('dissolveUnit', {
      step: { unit: await tree.seen(unit.branch2), successorId: unit.branch1 },
    });
    await tree.drainOutbox();
    await later('2026-08-01');
    expect(await told(id)).toMatchObject({
      status: 'FAILED',
      faults: [{ code: 'UNIT_ENDED' }],
      history: [{ action: 'DECIDE' }, { action: 'APPLY', toState: 'FAILED' }],
    });
    expect(await tree.drainOutbox()).toEqual([]);
    expect((await tree.look(unit.estate))?.parent.id).toBe(unit.ward);
  });

  test('that could not be done even today is refused at once', async () => {
    const given = { step: { unit: await tree.seen(unit.branch1) } };
    const { refusal } = await tree.act('dissolveUnit', given, board, { effectiveOn: '2026-08-01' });
    expect(refusal.code).toBe('UNIT_NOT_EMPTY');
  });

  test('is taken back before its day, with a reason, and never after', async () => {
    const { id, version } = await plan();
    expect((await told(id)).availableActions).toEqual([{ action: 'CANCEL', allowed: true, code: null }]);
    const cancel = async (over: object) =>
      tree.act('cancelReorganisation', {
        reorganisationId: id,
        expectedVersion: version,
        reason: 'Hoãn',
        ...over,
      });
    expect((await cancel({ reason: ' ' })).refusal).toMatchObject({
      code: 'REASON_REQUIRED',
      field: 'reason',
    });
    expect((await cancel({ expectedVersion: 7 })).refusal.code).toBe('VERSION_CONFLICT');
    expect((await cancel({})).reorganisation).toMatchObject({ status: 'CANCELLED', version: version + 1 });
    expect((await cancel({ expectedVersion: version + 1 })).refusal.code).toBe('WRONG_STATE');
    await later('2026-08-01');
    expect(await told(id)).toMatchObject({
      status: 'CANCELLED',
      history: [{}, { action: 'CANCEL', reason: 'Hoãn' }],
    });
  });
});
