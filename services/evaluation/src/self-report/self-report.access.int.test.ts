import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openReports, type ReportStage } from '../../test/report-stage.ts';
import { actors, units } from '../../test/small-province.ts';

let stage: ReportStage;
beforeAll(async () => {
  stage = await openReports();
});
afterAll(() => stage?.close());

type Who = keyof typeof actors;
const codeOf = (answer: { error?: string; refusal?: { code: string }; selfReport?: { status: string } }) =>
  answer.error ?? answer.refusal?.code ?? answer.selfReport?.status;

const own = { 'Mutation.saveSelfReport': 'DRAFT', 'Mutation.sendSelfReport': 'SENT' };

describe.each(Object.entries(own))('%s', (door, done) => {
  const write = async (actor: Actor | null, itemId: string) =>
    codeOf(await stage.write(actor, door.replace('Mutation.', ''), itemId, { generalComment: 'Tốt' }));

  test('is the member’s own; for others the report is not there, or not theirs', async () => {
    const { member, item } = await stage.asked();
    expect(await write(null, item.id)).toBe('UNAUTHENTICATED');
    const lookers: Who[] = ['secretary', 'collector', 'committee', 'wardBuilding', 'inspector'];
    for (const who of Object.keys(actors) as Who[]) {
      const outside = ['locked', 'applicant'].includes(who) ? 'FORBIDDEN' : 'NOT_FOUND';
      const expected = lookers.includes(who) ? 'ACTION_NOT_ALLOWED' : outside;
      expect([who, await write(actors[who], item.id)]).toEqual([who, expected]);
    }
    expect(await write(member, randomUUID())).toBe('NOT_FOUND');
    const other = await stage.asked();
    expect(await write(member, other.item.id)).toBe('NOT_FOUND');
    expect(await write(member, item.id)).toBe(done);
  });

  test('is not done on what was read before somebody else acted', async () => {
    const { member, item } = await stage.asked();
    const name = door.replace('Mutation.', '');
    const stale = await stage.write(member, name, item.id, { generalComment: 'Tốt', expectedVersion: 7 });
    expect(stale.refusal.code).toBe('VERSION_CONFLICT');
  });
});

describe('Mutation.enterSelfReport', () => {
  const enter = async (actor: Actor | null, itemId: string, scanId: string) =>
    codeOf(await stage.write(actor, 'enterSelfReport', itemId, { channel: 'PAPER', scanId }));

  test('is for the secretary and the delegate of the unit that asked, never about themselves', async () => {
    const { item } = await stage.asked();
    const scanId = await stage.bring(actors.secretary);
    expect(await enter(null, item.id, scanId)).toBe('UNAUTHENTICATED');
    const forbidden: Who[] = ['member', 'wardBuilding', 'inspector', 'wardAdmin', 'support', 'applicant'];
    for (const who of forbidden) expect(await enter(actors[who], item.id, scanId)).toBe('FORBIDDEN');
    for (const who of ['secretary2', 'residenceSecretary', 'residenceWard', 'companySecretary'] as const)
      expect([who, await enter(actors[who], item.id, scanId)]).toEqual([who, 'NOT_FOUND']);
    expect(await enter(actors.committee, item.id, scanId)).toBe('ACTION_NOT_ALLOWED');
    expect(await enter(actors.collector, item.id, scanId)).toBe('FILE_NOT_UPLOADED');
    const mine = await stage.asked({ memberId: actors.secretary.memberId as string });
    expect(await enter(actors.secretary, mine.item.id, scanId)).toBe('OWN_CASE');
    expect(await enter(actors.secretary, item.id, scanId)).toBe('SENT');
  });
});

describe('Member.selfReports', () => {
  const list = async (actor: Actor, memberId: string) => {
    const { data } = await stage.execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { selfReports {
         edges { node { status generalComment item { id } } } } } } }`,
      { of: [{ __typename: 'Member', id: memberId }] },
      actor,
    );
    return data?._entities?.[0]?.selfReports?.edges.map(({ node }: { node: object }) => node) ?? null;
  };

  test('shows the member their own and the workplace what was sent, to nobody else anything', async () => {
    const { member, item } = await stage.asked();
    const memberId = member.memberId as string;
    await stage.place(memberId, units.branch1);
    await stage.write(member, 'saveSelfReport', item.id, { generalComment: 'Tốt' });
    const node = { status: 'DRAFT', item: { id: item.id } };
    expect(await list(member, memberId)).toEqual([{ ...node, generalComment: 'Tốt' }]);
    for (const who of ['secretary', 'committee', 'inspector'] as const)
      expect(await list(actors[who], memberId)).toEqual([{ ...node, generalComment: null }]);
    for (const who of ['neighbour', 'secretary2', 'residenceSecretary', 'residenceWard', 'support'] as const)
      expect([who, await list(actors[who], memberId)]).toEqual([who, null]);
    expect(await list(member, randomUUID())).toBeNull();
  });

  test('reads the reports of a page of members in a fixed number of statements', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      const { member } = await stage.asked();
      ids.push(member.memberId as string);
      await stage.place(member.memberId as string, units.branch1);
    }
    const counted = await stage.counting(() =>
      stage.execute(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { selfReports {
           edges { node { status generalComment file { id } history { label } availableActions { action } item { selfReportMissing } } } } } } }`,
        { of: ids.map((id) => ({ __typename: 'Member', id })) },
        actors.secretary,
      ),
    );
    expect(counted.answer.errors).toBeUndefined();
    expect(counted.answer.data?._entities).toHaveLength(6);
    // the seat, who may be seen, the items, their reports, the steps of these
    expect(counted.statements).toBeLessThanOrEqual(6);
  });
});

describe('CommentItem.selfReport', () => {
  test('an item without a request has none, and is not missing one', async () => {
    const { item, member } = await stage.asked({ selfReportRequired: false });
    expect(await stage.seen(member, item.id)).toEqual({ selfReportMissing: false, selfReport: null });
  });

  test('the commune or ward and the committee between see nothing of what was sent', async () => {
    const { item, member } = await stage.asked();
    await stage.write(member, 'sendSelfReport', item.id, { generalComment: 'Tốt' });
    for (const who of ['residenceWard', 'residenceCommittee'] as const)
      expect(await stage.seen(actors[who], item.id)).toEqual({ selfReportMissing: false, selfReport: null });
    expect(await stage.seen(actors.companyWard, item.id)).toBeUndefined();
  });
});
