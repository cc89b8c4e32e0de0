import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
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

const corrected = (
  correctionId: string,
  memberId: string,
  [fromBranchId, toBranchId]: [string | null, string],
  effectiveOn: string,
): Envelope =>
  makeEnvelope(
    MemberCorrected,
    {
      aggregateId: memberId,
      data: { ...MemberCorrected.example, correctionId, memberId, fromBranchId, toBranchId, effectiveOn },
    },
    { province: '05' },
  );
const official = (memberId: string) =>
  subgraph.em().execute(
    `select unit_id, valid_from::text, valid_to::text, cause, end_cause from membership
     where member_id = ? and kind = 'OFFICIAL' order by valid_from, valid_to`,
    [memberId],
  );

test('the wrong membership ends, the right one begins, everybody is told, and twice is once', async () => {
  const event = corrected(idOf(700), member.an, [unit.branch1, unit.branch2], '2026-07-01');
  await subgraph.deliver(event);
  const expected = [
    {
      unit_id: unit.branch1,
      valid_from: '2025-07-01',
      valid_to: '2026-07-01',
      cause: 'IMPORT',
      end_cause: 'CORRECTION',
    },
    { unit_id: unit.branch2, valid_from: '2026-07-01', valid_to: null, cause: 'CORRECTION', end_cause: null },
  ];
  expect(await official(member.an)).toEqual(expected);
  expect((await subgraph.drainOutbox()).map(({ data }) => data)).toMatchObject([
    { placements: [{ memberId: member.an, branchId: unit.branch2, since: '2026-07-01' }] },
  ]);
  await subgraph.deliver({ ...event, id: idOf(701) });
  expect(await official(member.an)).toEqual(expected);
  expect(await subgraph.drainOutbox()).toEqual([]);
});

test('a membership that was wrong from its first day leaves no day behind', async () => {
  await subgraph.deliver(corrected(idOf(702), member.binh, [unit.branch1, unit.sales], '2025-01-01'));
  expect(await official(member.binh)).toMatchObject([
    { unit_id: unit.branch1, valid_from: '2025-07-01', valid_to: '2025-07-01' },
    { unit_id: unit.sales, valid_from: '2025-07-01', valid_to: null },
  ]);
});

test('who had no branch gets one', async () => {
  await subgraph.deliver(corrected(idOf(703), idOf(600), [null, unit.branch1], '2026-07-06'));
  expect(await official(idOf(600))).toMatchObject([{ unit_id: unit.branch1, cause: 'CORRECTION' }]);
});

test('who has moved since stays where they are', async () => {
  await subgraph.deliver(corrected(idOf(704), member.dung, [unit.branch1, unit.branch2], '2026-07-06'));
  expect((await official(member.dung)).at(-1)).toMatchObject({ unit_id: unit.sales, valid_to: null });
});

test('a unit that takes no members sets the correction aside', async () => {
  const event = corrected(idOf(705), member.dung, [unit.sales, unit.ward], '2026-07-06');
  await expect(subgraph.deliver(event)).rejects.toThrow('takes no members');
});
