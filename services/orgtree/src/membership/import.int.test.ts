import { MembersImported } from '@dang/events/contracts/identity/members-imported';
import type { Envelope } from '@dang/events/envelope';
import { makeEnvelope } from '@dang/events/envelope';
import { openSubgraph, testDatabase } from '@dang/service/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { idOf, member, smallTree, unit } from '../../test/orgtree-stage.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
  await loadDemoData(subgraph.em(), smallTree);
  await subgraph.drainOutbox();
});
afterAll(() => subgraph.close());

const importId = idOf(900);
const imported = (...enrolments: [memberId: string, branchId: string, since: string][]): Envelope =>
  makeEnvelope(
    MembersImported,
    {
      aggregateId: importId,
      data: {
        importId,
        enrolments: enrolments.map(([memberId, branchId, since]) => ({ memberId, branchId, since })),
      },
    },
    { province: '05' },
  );
const official = (memberId: string) =>
  subgraph.em().execute(
    `select unit_id, valid_from::text, valid_to::text, cause, cause_id from membership
     where member_id = ? and kind = 'OFFICIAL' order by valid_from, valid_to`,
    [memberId],
  );
const begun = (unitId: string, from: string) => ({
  unit_id: unitId,
  valid_from: from,
  valid_to: null,
  cause: 'IMPORT',
  cause_id: importId,
});

test('who has no membership gets one, who has one keeps it, and everybody is told once', async () => {
  const event = imported(
    [idOf(501), unit.branch1, '2026-07-06'],
    [idOf(502), unit.branch2, '2020-01-01'],
    [member.an, unit.branch2, '2026-07-06'],
  );
  await subgraph.deliver(event);
  expect(await official(idOf(501))).toEqual([begun(unit.branch1, '2026-07-06')]);
  // a membership does not begin before its branch
  expect(await official(idOf(502))).toEqual([begun(unit.branch2, '2025-07-01')]);
  expect(await official(member.an)).toMatchObject([{ unit_id: unit.branch1, cause_id: null }]);
  const told = await subgraph.drainOutbox();
  expect(told).toHaveLength(1);
  const { placements = [] } = (told[0]?.data ?? {}) as { placements?: { memberId: string }[] };
  expect(placements.sort((a, b) => (a.memberId < b.memberId ? -1 : 1))).toMatchObject([
    { memberId: idOf(501), version: 1, branchId: unit.branch1, since: '2026-07-06' },
    { memberId: idOf(502), version: 1, branchId: unit.branch2, since: '2025-07-01' },
  ]);
  await subgraph.deliver({ ...event, id: idOf(777) });
  expect(await official(idOf(501))).toHaveLength(1);
  expect(await subgraph.drainOutbox()).toEqual([]);
});

test('a membership that has ended is followed by the new one, not overlapped', async () => {
  await subgraph.em().execute(
    `insert into membership (id, member_id, unit_id, kind, valid_from, valid_to, cause, end_cause)
     values (uuidv7(), ?, ?, 'OFFICIAL', '2025-07-01', '2026-05-01', 'TRANSFER', 'TRANSFER')`,
    [idOf(503), unit.branch1],
  );
  await subgraph.deliver(imported([idOf(503), unit.branch2, '2026-01-01']));
  expect(await official(idOf(503))).toMatchObject([
    { valid_to: '2026-05-01' },
    begun(unit.branch2, '2026-05-01'),
  ]);
});

test('a branch that has ended without a successor takes nobody: the event is set aside', async () => {
  await expect(subgraph.deliver(imported([idOf(504), idOf(9_999), '2026-07-06']))).rejects.toThrow();
  expect(await official(idOf(504))).toEqual([]);
});
