import { arrivalsOf, hearToTheEnd } from '@dang/events/arrivals';
import type { Envelope } from '@dang/events/envelope';
import { testActor } from '@dang/service/testing';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { came, ended, left, moved, started } from '../../test/coming-and-going.ts';
import { idOf, member, unit } from '../../test/orgtree-stage.ts';
import { dataOf, openTree } from '../../test/tree-stage.ts';

let tree: Awaited<ReturnType<typeof openTree>>;
beforeAll(async () => {
  tree = await openTree();
});
afterAll(() => tree.close());
beforeEach(() => tree.reset());

const memberships = (memberId: string) =>
  tree.em().execute<object[]>(
    `select kind, unit_id as unit, valid_from as "from", valid_to as "to", cause, cause_id as "causeId", end_cause as "endCause"
     from membership where member_id = ? order by kind, valid_from, valid_to nulls last`,
    [memberId],
  );
const ofStay = async (memberId: string) =>
  (await memberships(memberId)).filter((one) => (one as { kind: string }).kind === 'TEMPORARY');
const placements = async () =>
  dataOf(await tree.drainOutbox(), 'PlacementRecorded').flatMap((data) => data.placements);
const reasonOf = (event: Envelope) =>
  tree.deliver(event).then(
    () => '',
    (failure: Error) => failure.message,
  );
const forget = () => tree.em().execute('truncate inbox, parked_event');

describe('a temporary stay', () => {
  const whole = {
    kind: 'TEMPORARY',
    unit: unit.sales,
    from: '2026-07-02',
    to: '2026-07-05',
    cause: 'TEMPORARY_STAY',
    causeId: idOf(710),
    endCause: 'TEMPORARY_STAY',
  };

  test('begins a temporary membership beside the official one, and everybody is told', async () => {
    await tree.deliver(started());
    expect(await ofStay(member.an)).toEqual([{ ...whole, to: null, endCause: null }]);
    expect(await placements()).toEqual([
      expect.objectContaining({
        memberId: member.an,
        version: 2,
        branchId: unit.branch1,
        temporaryBranchId: unit.sales,
        temporarySince: '2026-07-02',
        residenceBranchId: unit.sales,
      }),
    ]);
  });

  test('gives no vote and does not count where it is spent (T77)', async () => {
    const count = '{ unit(id: "%") { membershipCount temporaryMembershipCount } }'.replace('%', unit.sales);
    const before = (await tree.ask(count)).unit;
    await tree.deliver(started());
    const { unit: after } = await tree.ask(count);
    expect(after).toEqual({
      membershipCount: before.membershipCount,
      temporaryMembershipCount: before.temporaryMembershipCount + 1,
    });
    const { me } = await tree.ask(
      '{ me { memberships { kind rights unit { id } } } }',
      {},
      testActor({ memberId: member.an }),
    );
    expect(me.memberships).toEqual([
      { kind: 'TEMPORARY', rights: ['TAKE_PART'], unit: { id: unit.sales } },
      {
        kind: 'OFFICIAL',
        rights: ['TAKE_PART', 'VOTE', 'STAND', 'ELECT', 'COUNT'],
        unit: { id: unit.branch1 },
      },
    ]);
  });

  test('ends on the day on which the origin received the member back', async () => {
    await tree.deliver(started(), ended());
    expect(await ofStay(member.an)).toEqual([whole]);
    expect((await placements()).at(-1)).toMatchObject({ version: 3, temporaryBranchId: null });
  });

  test('whose end is heard first is written down whole, and its beginning finds nothing to do', async () => {
    await tree.deliver(ended());
    expect(await ofStay(member.an)).toEqual([whole]);
    await tree.deliver(started());
    await forget();
    await tree.deliver(started(), ended(), ended());
    expect(await ofStay(member.an)).toEqual([whole]);
    expect(await placements()).toEqual([]);
  });

  test('heard by three at the same moment begins and ends once', async () => {
    await Promise.allSettled([started(), started(), started()].map((event) => tree.deliver(event)));
    expect(await ofStay(member.an)).toHaveLength(1);
    await Promise.allSettled([ended(), ended(), ended()].map((event) => tree.deliver(event)));
    expect(await ofStay(member.an)).toEqual([whole]);
    expect(await placements()).toHaveLength(2);
  });

  test('that follows another is set aside until the end of the first is heard', async () => {
    await tree.deliver(started());
    const second = { transferId: idOf(711), startedOn: '2026-07-06', destinationBranchId: unit.branch2 };
    expect(await reasonOf(started(second))).toContain(`the member is on another stay, at ${unit.sales}`);
    await tree.deliver(ended());
    await forget();
    await tree.deliver(started(second));
    expect(await ofStay(member.an)).toMatchObject([whole, { unit: unit.branch2, to: null }]);
  });

  test('heard after the next one has begun was over by then, and its own end says when', async () => {
    const second = { transferId: idOf(711), startedOn: '2026-07-06', destinationBranchId: unit.branch2 };
    await tree.deliver(started(second), started());
    expect(await ofStay(member.an)).toMatchObject([{ ...whole, to: '2026-07-06' }, { to: null }]);
    await tree.deliver(ended());
    expect(await ofStay(member.an)).toMatchObject([whole, { unit: unit.branch2, to: null }]);
  });

  test('outside of the system changes nothing here; at a committee it is set aside', async () => {
    await tree.deliver(started({ destinationBranchId: null }), ended({ destinationBranchId: null }));
    expect(await ofStay(member.an)).toEqual([]);
    expect(await reasonOf(started({ destinationBranchId: unit.company }))).toContain(
      'which takes no members',
    );
  });

  test('goes on at the branch that takes the place of its own, and ends there', async () => {
    await tree.deliver(started());
    const step = { units: [await tree.seen(unit.sales)], intoId: unit.branch2 };
    expect((await tree.act('mergeUnits', { step })).refusal).toBeNull();
    await tree.deliver(ended({ endedOn: '2026-07-20' }));
    expect(await ofStay(member.an)).toMatchObject([
      { unit: unit.sales, to: '2026-07-06', endCause: 'REORGANISATION' },
      {
        unit: unit.branch2,
        from: '2026-07-06',
        to: '2026-07-20',
        cause: 'REORGANISATION',
        endCause: 'TEMPORARY_STAY',
      },
    ]);
    const after = await memberships(member.an);
    await forget();
    await tree.deliver(started(), ended({ endedOn: '2026-07-20' }));
    expect(await memberships(member.an)).toEqual(after);
  });

  test.each([
    ['the host merges into the origin', unit.sales, unit.branch1],
    ['the origin merges into the host', unit.branch1, unit.sales],
  ])('ends when %s: the member is at home there', async (_, from, into) => {
    await tree.deliver(started());
    await tree.drainOutbox();
    const step = { units: [await tree.seen(from)], intoId: into };
    expect((await tree.act('mergeUnits', { step })).refusal).toBeNull();
    expect(await ofStay(member.an)).toMatchObject([
      { unit: unit.sales, to: '2026-07-06', endCause: 'REORGANISATION' },
    ]);
    const [placement] = (await placements()).filter(({ memberId }) => memberId === member.an);
    expect(placement).toMatchObject({ branchId: into, temporaryBranchId: null });
    await tree.deliver(ended({ endedOn: '2026-07-20' }));
    await forget();
    await tree.deliver(started());
    expect(await ofStay(member.an)).toHaveLength(1);
  });
});

describe('a member who leaves the province', () => {
  test('belongs to no branch from that day on, once however often it is heard', async () => {
    await tree.deliver(left(), left());
    expect(await memberships(member.an)).toMatchObject([
      { unit: unit.branch1, to: '2026-07-06', endCause: 'TRANSFER' },
    ]);
    await forget();
    await tree.deliver(left());
    expect(await placements()).toEqual([
      expect.objectContaining({ memberId: member.an, version: 2, branchId: null, since: null }),
    ]);
  });

  test('who belongs elsewhere is waited for: an earlier transfer is on its way', async () => {
    expect(await reasonOf(left({ originBranchId: unit.sales }))).toContain(
      `the member belongs to ${unit.branch1} and not to the origin ${unit.sales}`,
    );
    expect(await memberships(member.an)).toMatchObject([{ unit: unit.branch1, to: null }]);
  });

  test('and comes back belongs to the branch that admitted them then', async () => {
    const back = came({ memberId: member.an, completedOn: '2026-08-03' });
    expect(await reasonOf(back)).toContain(`the member already belongs to ${unit.branch1}`);
    await forget();
    await tree.deliver(left(), back);
    await forget();
    await tree.deliver(back, left());
    expect(await memberships(member.an)).toMatchObject([
      { unit: unit.branch1, to: '2026-07-06' },
      { unit: unit.sales, from: '2026-08-03', to: null, cause: 'TRANSFER', causeId: idOf(730) },
    ]);
  });
});

test('a member whom nobody here knew begins where they were admitted', async () => {
  await tree.deliver(came(), came());
  expect(await memberships(idOf(190))).toMatchObject([
    { kind: 'OFFICIAL', unit: unit.sales, from: '2026-07-06', to: null, cause: 'TRANSFER' },
  ]);
  expect(await placements()).toEqual([
    expect.objectContaining({
      memberId: idOf(190),
      version: 1,
      branchId: unit.sales,
      residenceBranchId: null,
    }),
  ]);
});

test('who moves because they live elsewhere now lives where they were admitted; for another reason nothing is said of it', async () => {
  await tree.deliver(moved({ reason: 'CHANGE_WORKPLACE', destinationBranchId: unit.branch2 }));
  expect(await placements()).toMatchObject([{ branchId: unit.branch2, residenceBranchId: unit.sales }]);
  const home = { transferId: idOf(741), originBranchId: unit.branch2, destinationBranchId: unit.branch1 };
  await tree.deliver(moved({ ...home, reason: 'CHANGE_RESIDENCE' }));
  expect(await placements()).toMatchObject([{ branchId: unit.branch1, residenceBranchId: unit.branch1 }]);
});

test('a whole life, in any order and with repetitions, ends as it was lived', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 100_000);
  process.stdout.write(`memberships of a life in any order: seed ${seed}\n`);
  const random = seededRandom(seed);
  const second = { transferId: idOf(711), originBranchId: unit.branch2, startedOn: '2026-07-06' };
  const life = [
    started(),
    ended(),
    moved({ destinationBranchId: unit.branch2, reason: 'CHANGE_RESIDENCE' }),
    started(second),
    ended({ ...second, endedOn: '2026-07-20' }),
    left({ originBranchId: unit.branch2, leftOn: '2026-08-03' }),
    came({ memberId: member.an, destinationBranchId: unit.sales, completedOn: '2026-09-01' }),
  ];
  const now = async () => ({
    memberships: await memberships(member.an),
    placement: await tree.em().execute<object[]>(
      `select branch_id, since, temporary_branch_id, temporary_since, residence_branch_id
       from placement where member_id = ?`,
      [member.an],
    ),
  });
  await tree.deliver(...life);
  const lived = await now();
  expect(lived.memberships).toHaveLength(5);
  for (let round = 0; round < 12; round += 1) {
    await tree.reset();
    const hear = async (event: Envelope) => [await reasonOf(event)].filter((reason) => reason !== '');
    await hearToTheEnd(arrivalsOf(life, random), hear, forget);
    expect([seed, round, await now()]).toEqual([seed, round, lived]);
    const versions = (await placements()).map(({ version }) => version);
    expect(versions).toEqual(versions.map((_, at) => at + 2));
  }
}, 60_000);
