import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { actingIn, run, statementsOf } from '../../test/position-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let house: House;
let applicant: Actor;
beforeAll(async () => {
  house = await openIdentity();
  applicant = await openDraft(house, 'Người Nộp Hồ Sơ');
});
afterAll(() => house.close());

const REVIEW = `query ($unitId: UUID, $dueOnly: Boolean, $first: Int) {
  officersReview(unitId: $unitId, dueOnly: $dueOnly, first: $first) {
    edges { node {
      name accountStatus lastUsedAt confirmedOn reviewedOn reviewerName reviewDue unused
      position { id role unit { id } }
    } }
  }
}`;
type Node = { position: { id: string }; [field: string]: unknown };
async function review(actor: Actor, over: Record<string, unknown> = {}): Promise<Node[]> {
  const { data, errors } = await house.execute(REVIEW, over, actor);
  expect(errors).toBeUndefined();
  return data?.officersReview.edges.map(({ node }: { node: Node }) => node);
}
const of = (nodes: Node[], positionId: string) => nodes.find(({ position }) => position.id === positionId);

const confirm = (actor: Actor | null, name: string, positionId: string) =>
  run(house, actor, name, { positionId }, 'position { id }');

describe('Query.officersReview', () => {
  test('refuses nobody signed in, members, leaders and applicants', async () => {
    const codeOf = async (actor: Actor | null) =>
      (await house.execute(REVIEW, {}, actor)).errors?.[0]?.extensions?.code;
    expect(await codeOf(null)).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('member'), actorNamed('secretary'), applicant])
      expect(await codeOf(actor)).toBe('FORBIDDEN');
  });
  test('shows everybody in office in scope, and nobody beyond it', async () => {
    const all = await review(actorNamed('admin'));
    expect(all.map(({ position }) => position.id)).toEqual(
      expect.arrayContaining(
        ['secretary', 'deputy', 'collector', 'committee', 'sibling', 'admin'].map(ids.position),
      ),
    );
    expect(of(all, ids.position('secretary'))).toMatchObject({
      name: 'Lê Quang Minh',
      accountStatus: 'ACTIVE',
      lastUsedAt: null,
      confirmedOn: null,
      reviewDue: true,
      unused: true,
    });
    const inspector = await actingIn(house, 'neighbour', 'INSPECTION_OFFICER', units.otherCommittee);
    expect((await review(inspector)).map(({ name }) => name).sort()).toEqual([
      'Hoàng Văn Sơn',
      'Trần Văn Bình',
    ]);
    for (const unitId of [units.ward, units.branch1, randomUUID()])
      expect(await review(inspector, { unitId })).toEqual([]);
  });
  test('takes as many statements for a hundred rows as for one', async () => {
    const one = await statementsOf(house, () => review(actorNamed('admin'), { first: 1 }));
    expect(await statementsOf(house, () => review(actorNamed('admin'), { first: 100 }))).toBe(one);
  });
});

describe('Mutation.confirmMyPosition', () => {
  const name = 'confirmMyPosition';
  test('is the holder’s alone', async () => {
    expect((await confirm(null, name, ids.position('deputy'))).error).toBe('UNAUTHENTICATED');
    expect((await confirm(applicant, name, ids.position('deputy'))).error).toBe('FORBIDDEN');
    expect((await confirm(actorNamed('secretary'), name, ids.position('deputy'))).refusal.code).toBe(
      'NOT_FOUND',
    );
    expect((await confirm(actorNamed('deputy'), name, randomUUID())).refusal.code).toBe('NOT_FOUND');
    expect((await confirm(actorNamed('deputy'), name, ids.position('deputy'))).position.id).toBe(
      ids.position('deputy'),
    );
    const seen = of(await review(actorNamed('admin')), ids.position('deputy'));
    expect(seen).toMatchObject({ confirmedOn: '2026-07-06', reviewedOn: null, reviewDue: true });
  });
});

describe('Mutation.confirmOfficer', () => {
  const name = 'confirmOfficer';
  test('refuses who administers nothing, or not this unit, and one’s own office', async () => {
    const about = ids.position('deputy');
    expect((await confirm(null, name, about)).error).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('member'), actorNamed('committee'), applicant])
      expect((await confirm(actor, name, about)).error).toBe('FORBIDDEN');
    const other = await actingIn(house, 'sibling', 'ORG_ADMIN', units.otherCommittee);
    expect((await confirm(other, name, about)).refusal.code).toBe('NOT_FOUND');
    expect((await confirm(actorNamed('admin'), name, randomUUID())).refusal.code).toBe('NOT_FOUND');
    expect((await confirm(actorNamed('admin'), name, ids.position('admin'))).refusal.code).toBe('OWN_CASE');
    const { capacity } = actorNamed('admin');
    expect((await confirm(actorNamed('member', { capacity }), name, about)).refusal.code).toBe('NOT_FOUND');
  });
  test('keeps who looked and when, and takes the office off what is due', async () => {
    expect((await confirm(actorNamed('admin'), name, ids.position('deputy'))).refusal).toBeNull();
    expect(of(await review(actorNamed('admin')), ids.position('deputy'))).toMatchObject({
      confirmedOn: '2026-07-06',
      reviewedOn: '2026-07-06',
      reviewerName: 'Chu Văn Nam',
      reviewDue: false,
    });
    const due = await review(actorNamed('admin'), { dueOnly: true });
    expect(of(due, ids.position('deputy'))).toBeUndefined();
    expect(of(due, ids.position('secretary'))).toBeDefined();
  });
});
