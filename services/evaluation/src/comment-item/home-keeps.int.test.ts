import { arrivalsOf } from '@dang/events/arrivals';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { makeEnvelope } from '@dang/events/envelope';
import { testActor } from '@dang/service/testing';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { demoData, items, members, openTestProvince, units } from '../../test/small-province.ts';
import { loadDemoData } from '../demo-data.ts';

let province: Awaited<ReturnType<typeof openTestProvince>>;
beforeAll(async () => {
  province = await openTestProvince();
});
afterAll(() => province?.close());
beforeEach(async () => {
  await province
    .em()
    .execute(
      'truncate comment_campaign, comment_list, comment_item, comment_item_history, member_move, demo_load, inbox cascade',
    );
  await loadDemoData(province.em(), demoData);
  await province.drainOutbox();
});

const from = { province: '05' };
const placed = (version: number, branchId: string | null, temporaryBranchId: string | null = null) =>
  makeEnvelope(
    PlacementRecorded,
    {
      aggregateId: members.member,
      version,
      data: {
        placements: [
          {
            memberId: members.member,
            version,
            branchId,
            since: branchId && '2026-07-06',
            temporaryBranchId,
            temporarySince: temporaryBranchId && '2026-07-06',
            residenceBranchId: null,
          },
        ],
      },
    },
    from,
  );
const gone = () =>
  makeEnvelope(
    MemberRecorded,
    {
      aggregateId: members.member,
      version: 50,
      data: {
        members: [
          {
            ...(MemberRecorded.example.members[0] as (typeof MemberRecorded.example.members)[number]),
            id: members.member,
            version: 50,
            status: 'TRANSFERRED_OUT',
          },
        ],
      },
    },
    from,
  );

const whole = () =>
  province
    .em()
    .execute<object[]>(
      'select id, workplace_unit_id, workplace_branch_id, home_branch_id, status, version from comment_item order by id',
    );

async function seenBy(role: 'BRANCH_SECRETARY', unitId: string): Promise<string | null> {
  const { data, errors } = await province.execute(
    'query($id: UUID!) { commentItem(id: $id) { status } }',
    { id: items.atBranch },
    testActor({ role, unitId }),
  );
  expect(errors).toBeUndefined();
  return data?.commentItem?.status ?? null;
}

describe('comments belong to the official place: nothing that is asked for moves', () => {
  test('when the member is on a temporary stay elsewhere, whose branch does not see it', async () => {
    const before = await whole();
    await province.deliver(placed(21, units.branch1, units.companyBranch));
    expect(await whole()).toEqual(before);
    expect(await seenBy('BRANCH_SECRETARY', units.branch1)).toBe('AT_BRANCH');
    expect(await seenBy('BRANCH_SECRETARY', units.companyBranch)).toBeNull();
    await province.deliver(placed(22, units.branch1));
    expect(await whole()).toEqual(before);
  });

  test('when the member has left the province: who asked goes on with it, or cancels it', async () => {
    const before = await whole();
    await province.deliver(placed(21, null), gone());
    expect(await whole()).toEqual(before);
    expect(await seenBy('BRANCH_SECRETARY', units.branch1)).toBe('AT_BRANCH');
  });

  test('in whatever order that is heard, and however often', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 100_000);
    process.stdout.write(`placements of who goes away in any order: seed ${seed}\n`);
    const random = seededRandom(seed);
    const before = await whole();
    const news = [
      placed(21, units.branch1, units.companyBranch),
      placed(22, units.branch1),
      placed(23, null),
      gone(),
      placed(24, units.branch2),
    ];
    for (let round = 0; round < 6; round += 1)
      for (const event of arrivalsOf(news, random)) await province.deliver(event);
    expect(await whole()).toEqual(before);
  });
});
