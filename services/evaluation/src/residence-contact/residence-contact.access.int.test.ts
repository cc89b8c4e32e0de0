import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ItemStage, openItems } from '../../test/item-stage.ts';
import { actors, units } from '../../test/small-province.ts';

let stage: ItemStage;
beforeAll(async () => {
  stage = await openItems();
});
afterAll(() => stage?.close());
beforeEach(async () => {
  await stage.em().execute('truncate residence_contact');
});

/** A member who was introduced to a branch of the residence ward and accepted there. */
async function accepted(memberId: string = randomUUID()) {
  const item = await stage.item({ status: 'SENT', type: 'INTRODUCE', memberId });
  expect(await stage.act(actors.residenceSecretary, 'acceptIntroduction', item.id)).toBe('INTRODUCED');
  return item;
}

async function list(actor: Actor | null, unitId: string = units.residenceBranch, more = '') {
  const { data, errors } = await stage.execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { residenceMembers${more} {
       edges { node { member { id } branch { id } since item { id } } } pageInfo { endCursor } } } } }`,
    { of: [{ __typename: 'OrgUnit', id: unitId }] },
    actor,
  );
  return errors ? errors[0]?.extensions?.code : (data?._entities[0]?.residenceMembers ?? null);
}
const idsOf = (page: { edges: { node: { member: { id: string } } }[] }) =>
  page.edges.map(({ node }) => node.member.id);

const reorganised = (from: string, to: string) => {
  const data = {
    ...ReorganisationApplied.example,
    successions: [{ unitId: from, successorId: to }],
    movedUnitIds: [],
  };
  return makeEnvelope(ReorganisationApplied, { aggregateId: randomUUID(), data }, { province: 't' });
};

describe('OrgUnit.residenceMembers', () => {
  test('shows those who were accepted, to the branch and what it belongs to', async () => {
    const { id, memberId } = await accepted();
    const node = {
      member: { id: memberId },
      branch: { id: units.residenceBranch },
      since: '2026-07-06',
      item: { id },
    };
    for (const who of ['residenceSecretary', 'residenceCommittee', 'residenceWard'] as const) {
      const page = await list(actors[who]);
      expect(page.edges).toEqual([{ node }]);
    }
    expect(idsOf(await list(actors.residenceWard, units.residenceWard))).toEqual([memberId]);
    // the city above has no part in the request itself, but through the workplace
    expect(idsOf(await list(actors.inspector))).toEqual([memberId]);
  });

  test('is closed to members, administrators, and every unit beside', async () => {
    await accepted();
    for (const who of ['member', 'wardAdmin', 'support', 'locked', 'applicant'] as const)
      expect([who, await list(actors[who])]).toEqual([who, 'FORBIDDEN']);
    for (const who of ['secretary', 'committee', 'secretary2', 'companySecretary', 'companyWard'] as const)
      expect([who, await list(actors[who])]).toEqual([who, null]);
    expect(await list(actors.residenceSecretary, units.residenceWard)).toBeNull();
    expect(await list(actors.inspector, randomUUID())).toBeNull();
    const elsewhere = await list(actors.companyWard, units.companyWard);
    expect(elsewhere.edges).toEqual([]);
  });

  test('comes page by page, each member once', async () => {
    const all = [await accepted(), await accepted(), await accepted()].map(({ memberId }) => memberId);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const args: string = after ? `(first: 1, after: "${after}")` : '(first: 1)';
      const page = await list(actors.residenceWard, units.residenceWard, args);
      seen.push(...idsOf(page));
      after = page.pageInfo.endCursor;
    } while (after);
    expect(seen.toSorted()).toEqual(all.toSorted());
    expect(await list(actors.residenceWard, units.residenceWard, '(after: "nonsense")')).toBe(
      'BAD_USER_INPUT',
    );
  });

  test('of many units is one query', async () => {
    await accepted();
    const ids = [units.residenceWard, units.residenceCommittee, units.residenceBranch];
    const { answer, statements } = await stage.counting(() =>
      stage.execute(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { residenceMembers { edges { node { member { id } item { id } } } } } } }`,
        { of: ids.map((id) => ({ __typename: 'OrgUnit', id })) },
        actors.residenceWard,
      ),
    );
    expect(answer.errors).toBeUndefined();
    // the seat, the units, the contacts, their items
    expect(statements).toBe(4);
  });
});

describe('a contact', () => {
  const branches = async () => {
    const rows = await stage
      .em()
      .execute<{ branch: string }[]>('select branch_id as branch from residence_contact');
    return rows.map(({ branch }) => branch);
  };

  test('stays since the first day when accepted again, and moves with an introduction elsewhere', async () => {
    const { memberId } = await accepted();
    await stage.em().execute(`update residence_contact set since = '2026-01-05'`);
    await accepted(memberId);
    const [row] = await stage.em().execute('select since from residence_contact');
    expect(row?.since).toBe('2026-01-05');
    const { companyWard: residenceUnitId, companyBranch: residenceBranchId } = units;
    const wish = { status: 'SENT', type: 'INTRODUCE', memberId, residenceUnitId, residenceBranchId } as const;
    await stage.act(actors.companySecretary, 'acceptIntroduction', (await stage.item(wish)).id);
    expect(await branches()).toEqual([units.companyBranch]);
  });

  test('ends when the member comes to belong to the branch itself', async () => {
    const { memberId } = await accepted();
    await stage.place(memberId, units.branch1);
    expect(await branches()).toEqual([units.residenceBranch]);
    await stage.place(memberId, units.residenceBranch);
    expect(await branches()).toEqual([]);
  });

  test('is none where a member belongs by now, though the introduction was still open', async () => {
    const memberId = randomUUID();
    await stage.place(memberId, units.residenceBranch);
    const { id } = await stage.item({ status: 'SENT', type: 'INTRODUCE', memberId });
    expect(await stage.act(actors.residenceSecretary, 'acceptIntroduction', id)).toBe('INTRODUCED');
    expect(await branches()).toEqual([]);
  });

  test('goes on with the branch that stands in the place of an ended one', async () => {
    await accepted();
    await stage.deliver(reorganised(units.residenceBranch, units.residenceBranch2));
    expect(await branches()).toEqual([units.residenceBranch2]);
    await stage.em().execute('truncate unit_succession');
  });

  test('of whoever is in the Party no more is not shown', async () => {
    const { memberId } = await accepted();
    const [example] = MemberRecorded.example.members;
    if (!example) throw new Error('the contract lacks an example');
    const data = { members: [{ ...example, id: memberId, status: 'DECEASED' }] };
    await stage.deliver(makeEnvelope(MemberRecorded, { aggregateId: memberId, data }, { province: 't' }));
    expect((await list(actors.residenceSecretary)).edges).toEqual([]);
  });
});
