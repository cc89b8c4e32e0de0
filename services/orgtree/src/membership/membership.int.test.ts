import type { EventContract } from '@dang/events/contract';
import { contractBreaches } from '@dang/events/contract';
import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ProcedureStartSet } from '@dang/events/contracts/orgtree/procedure-start-set';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import type { Envelope } from '@dang/events/envelope';
import { makeEnvelope } from '@dang/events/envelope';
import { readOutbox } from '@dang/events/outbox';
import { deliver } from '@dang/events/receive';
import { makeLogger } from '@dang/service/logger';
import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { idOf, member, smallTree, unit } from '../../test/orgtree-stage.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
let heardSoFar = 0;

beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
});
afterAll(() => subgraph.close());

beforeEach(async () => {
  await subgraph
    .em()
    .execute(
      'truncate unit, unit_period, membership, placement, member_name, demo_load, inbox, parked_event, outbox cascade',
    );
  await loadDemoData(subgraph.em(), smallTree);
  heardSoFar = (await readOutbox(subgraph.em(), '05')).position;
});

/** Hands events to this service as the consumer would, and answers why any was set aside. */
async function hear(...envelopes: Envelope[]): Promise<string[]> {
  const reactions = [...definition.reactions, ...definition.projections.flatMap((one) => one.reactions)];
  const context = {
    service: 'orgtree',
    province: '05',
    clock: subgraph.clock,
    log: makeLogger({ service: 'orgtree', role: 'worker', level: 'silent' }),
  };
  const receipt = await deliver(subgraph.orm, reactions, envelopes, context);
  return receipt.parked.map(({ reason }) => reason);
}

/** The events published since the last call. */
async function published() {
  const { envelopes, position } = await readOutbox(subgraph.em(), '05', heardSoFar);
  heardSoFar = position;
  return envelopes.map(({ type, data }) => ({ type, data }) as { type: string; data: Record<string, never> });
}

const from = { province: '05' };
const admitted = { memberId: idOf(900), name: 'Trịnh Quốc Bảo', title: 'Bí thư chi bộ', unitId: unit.sales };

function transfer(over: Partial<(typeof TransferCompleted)['example']> = {}, id?: string): Envelope {
  const data = {
    ...TransferCompleted.example,
    transferId: idOf(700),
    memberId: member.an,
    originBranchId: unit.branch1,
    destinationBranchId: unit.sales,
    completedOn: '2026-07-06',
    completedBy: admitted,
    ...over,
  };
  return makeEnvelope(TransferCompleted, { aggregateId: data.transferId, data, ...(id ? { id } : {}) }, from);
}

function approval(over: Partial<(typeof AccountApproved)['example']> = {}): Envelope {
  const data = {
    ...AccountApproved.example,
    accountId: idOf(800),
    memberId: idOf(190),
    branchId: unit.branch1,
    residenceBranchId: unit.sales,
    approvedOn: '2026-07-06',
    ...over,
  };
  return makeEnvelope(AccountApproved, { aggregateId: data.accountId, data }, from);
}

const memberships = (memberId: string) =>
  subgraph.em().execute<object[]>(
    `select unit_id as unit, valid_from as "from", valid_to as "to", cause, cause_id as "causeId", end_cause as "endCause"
     from membership where member_id = ? and kind = 'OFFICIAL' order by valid_from, valid_to nulls last`,
    [memberId],
  );

describe('a completed transfer', () => {
  const moved = [
    {
      unit: unit.branch1,
      from: '2025-07-01',
      to: '2026-07-06',
      cause: 'IMPORT',
      causeId: null,
      endCause: 'TRANSFER',
    },
    { unit: unit.sales, from: '2026-07-06', to: null, cause: 'TRANSFER', causeId: idOf(700), endCause: null },
  ];

  test('ends the official membership on the day of completion and starts one at the destination', async () => {
    expect(await hear(transfer())).toEqual([]);
    expect(await memberships(member.an)).toEqual(moved);
    expect(await published()).toEqual([
      {
        type: 'dang.orgtree.PlacementRecorded.v1',
        data: {
          placements: [
            {
              memberId: member.an,
              version: 2,
              branchId: unit.sales,
              since: '2026-07-06',
              temporaryBranchId: null,
              temporarySince: null,
              residenceBranchId: unit.sales,
            },
          ],
        },
      },
    ]);
  });

  test('heard twice, or replayed under another id, or after the inbox was lost, changes nothing', async () => {
    const event = transfer({}, idOf(9_000));
    await hear(event, event);
    await hear(event);
    await hear(transfer());
    await subgraph.em().execute('truncate inbox');
    expect(await hear(event)).toEqual([]);
    expect(await memberships(member.an)).toEqual(moved);
    expect(await published()).toHaveLength(1);
  });

  test('heard by two at the same moment has one effect', async () => {
    await Promise.all([hear(transfer()), hear(transfer()), hear(transfer())]);
    expect(await memberships(member.an)).toEqual(moved);
    expect(await published()).toHaveLength(1);
  });

  test('of a member who went on to a third branch, replayed later, does not bring the member back', async () => {
    const onward = { transferId: idOf(701), originBranchId: unit.sales, destinationBranchId: unit.branch2 };
    await hear(transfer(), transfer(onward));
    const after = await memberships(member.an);
    await subgraph.em().execute('truncate inbox');
    expect(await hear(transfer())).toEqual([]);
    expect(await memberships(member.an)).toEqual(after);
    expect(after.at(-1)).toMatchObject({ unit: unit.branch2, from: '2026-07-06', to: null });
  });

  test('of somebody who does not belong to the origin is set aside with the reason, and nothing is invented', async () => {
    const elsewhere = transfer({ originBranchId: unit.branch2 });
    const nobody = transfer({ transferId: idOf(702), memberId: idOf(191) });
    const reasons = await hear(elsewhere, nobody);
    expect(reasons[0]).toContain(
      `the member belongs to ${unit.branch1} and not to the origin ${unit.branch2}`,
    );
    expect(reasons[1]).toContain('the member belongs to no branch');
    expect(await memberships(member.an)).toHaveLength(1);
    expect(await memberships(idOf(191))).toEqual([]);
    expect(await subgraph.em().execute('select * from placement where member_id = ?', [idOf(191)])).toEqual(
      [],
    );
    expect(await published()).toEqual([]);
  });

  test('into a committee, a dissolved branch or an unknown unit is set aside', async () => {
    const into = (destinationBranchId: string, number: number) =>
      transfer({ transferId: idOf(number), destinationBranchId });
    const reasons = await hear(into(unit.company, 710), into(unit.merged, 711), into(idOf(78), 712));
    expect(reasons).toEqual([
      expect.stringContaining('05.202.010 is a GRASSROOTS_COMMITTEE, which takes no members'),
      expect.stringContaining(`there is no unit ${unit.merged} on 2026-07-06`),
      expect.stringContaining(`there is no unit ${idOf(78)} on 2026-07-06`),
    ]);
  });

  test('that comes before the registration which explains it is set aside, and carried out when heard again', async () => {
    const newcomer = transfer({ memberId: idOf(190) }, idOf(9_001));
    expect(await hear(newcomer)).toHaveLength(1);
    await hear(approval());
    await subgraph.em().execute('truncate inbox, parked_event');
    expect(await hear(newcomer)).toEqual([]);
    expect(await memberships(idOf(190))).toMatchObject([
      { unit: unit.branch1, from: '2026-07-06', to: '2026-07-06', cause: 'REGISTRATION' },
      { unit: unit.sales, from: '2026-07-06', to: null, cause: 'TRANSFER' },
    ]);
  });
});

describe('an approved registration', () => {
  test('starts a membership where there is none, once, and says where the member lives', async () => {
    await hear(approval());
    await subgraph.em().execute('truncate inbox');
    expect(await hear(approval())).toEqual([]);
    expect(await memberships(idOf(190))).toMatchObject([
      { unit: unit.branch1, from: '2026-07-06', to: null },
    ]);
    const events = await published();
    expect(events).toHaveLength(1);
    expect(events[0]?.data.placements).toMatchObject([
      { memberId: idOf(190), version: 1, branchId: unit.branch1, residenceBranchId: unit.sales },
    ]);
  });

  test('never moves a member who belongs somewhere, and only notes a new place of residence', async () => {
    await hear(approval({ memberId: member.binh, branchId: unit.sales }));
    expect(await memberships(member.binh)).toMatchObject([{ unit: unit.branch1, to: null }]);
    expect((await published())[0]?.data.placements).toMatchObject([
      { branchId: unit.branch1, residenceBranchId: unit.sales, version: 2 },
    ]);
  });

  test('that starts no membership and changes no residence says nothing', async () => {
    await hear(approval({ startsMembership: false, residenceBranchId: null }));
    expect(await memberships(idOf(190))).toEqual([]);
    expect(await published()).toEqual([]);
  });
});

test('two official memberships of one member never hold on the same day', async () => {
  const insert = subgraph
    .em()
    .execute(
      `insert into membership (id, member_id, unit_id, kind, valid_from, cause) values (?, ?, ?, 'OFFICIAL', '2026-01-01', 'IMPORT')`,
      [idOf(600), member.an, unit.branch2],
    );
  await expect(insert).rejects.toThrow('membership_one_of_a_kind');
});

test('what is published keeps the contracts', async () => {
  const { envelopes } = await readOutbox(subgraph.em(), '05');
  const contracts: Record<string, EventContract> = { UnitRecorded, PlacementRecorded, ProcedureStartSet };
  const names = envelopes.map(({ type }) => type.split('.')[2] ?? '');
  expect(new Set(names)).toEqual(new Set(Object.keys(contracts)));
  for (const [index, name] of names.entries())
    expect(contractBreaches(contracts[name] as EventContract, envelopes[index]?.data)).toEqual([]);
});

test('the history of a member says from when to when, why, and in which unit as it was then', async () => {
  await hear(
    transfer({ memberId: member.dung, originBranchId: unit.sales, destinationBranchId: unit.branch1 }),
  );
  const { data, errors } = await subgraph.execute(
    `{ me {
        branch { code } residenceBranch { code } temporaryBranch { code }
        membership(asOf: "2026-02-01") { unit { code } }
        memberships { from to cause causeId endCause endCauseId kind unit { code name validTo } }
    } }`,
    {},
    testActor({ memberId: member.dung }),
  );
  expect(errors).toBeUndefined();
  expect(data?.me).toMatchObject({
    branch: { code: '05.200.044.000.001' },
    residenceBranch: null,
    temporaryBranch: null,
    membership: { unit: { code: '05.202.010.000.002' } },
    memberships: [
      {
        from: '2026-07-06',
        to: null,
        cause: 'TRANSFER',
        causeId: idOf(700),
        unit: { code: '05.200.044.000.001' },
      },
      {
        from: '2026-03-01',
        to: '2026-07-06',
        cause: 'REORGANISATION',
        endCause: 'TRANSFER',
        endCauseId: idOf(700),
      },
      { from: '2025-07-01', to: '2026-03-01', endCause: 'REORGANISATION', unit: { validTo: '2026-03-01' } },
    ],
  });
});
