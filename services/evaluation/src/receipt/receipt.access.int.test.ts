import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { deliverSheet, fileRow } from '../../test/delivered.ts';
import { actors, demoData, items, members, openTestProvince, units } from '../../test/small-province.ts';
import { loadDemoData } from '../demo-data.ts';

let province: Awaited<ReturnType<typeof openTestProvince>>;
beforeAll(async () => {
  province = await openTestProvince();
});
afterAll(() => province?.close());

const withoutRight = [
  actors.member,
  actors.neighbour,
  actors.wardAdmin,
  actors.support,
  actors.locked,
  actors.applicant,
];
const elsewhere = [actors.secretary2, actors.companySecretary, actors.companyWard];
const residence = [actors.residenceSecretary, actors.residenceCommittee, actors.residenceWard];

describe('Mutation.receiveCommentSheets', () => {
  beforeEach(async () => {
    await province.em().execute(
      `truncate comment_campaign, comment_list, comment_item, comment_item_history, comment_sheet, year_end_comment,
         stored_file, demo_load cascade`,
    );
    await loadDemoData(province.em(), demoData);
    const scanId = await fileRow(province.em(), 'CommentSheet', items.atBranch);
    await deliverSheet(province.em(), { itemId: items.atBranch, scanId });
  });
  const receive = async (actor: Actor | null, itemId: string = items.atBranch) => {
    const { data, errors } = await province.execute(
      `mutation ($input: ReceiveCommentSheetsInput!) { receiveCommentSheets(input: $input) { items { item { id } refusal { code } } refusal { code } } }`,
      { input: { idempotencyKey: randomUUID(), itemIds: [itemId] } },
      actor,
    );
    if (errors) return errors[0]?.extensions?.code;
    const { items: outcomes, refusal } = data?.receiveCommentSheets ?? {};
    return refusal?.code ?? outcomes[0].refusal?.code ?? outcomes[0].item.id;
  };
  const stateNow = async () => {
    const [row] = await province
      .em()
      .execute('select status from comment_item where id = ?', [items.atBranch]);
    return row?.status;
  };

  test('is closed to nobody, members, applicants, administrators, staff and inspectors', async () => {
    expect(await receive(null)).toBe('UNAUTHENTICATED');
    for (const actor of [...withoutRight, actors.wardBuilding, actors.inspector])
      expect(await receive(actor)).toBe('FORBIDDEN');
    expect(await stateNow()).toBe('DELIVERED');
  });
  test('reads as not there for the sibling branch, other wards, and made-up ids', async () => {
    for (const actor of elsewhere) expect(await receive(actor)).toBe('NOT_FOUND');
    expect(await receive(actors.secretary, randomUUID())).toBe('NOT_FOUND');
    expect(await stateNow()).toBe('DELIVERED');
  });
  test('is not for the residence side, nor for the committee above', async () => {
    for (const actor of [...residence, actors.committee])
      expect(await receive(actor)).toBe('ACTION_NOT_ALLOWED');
    expect(await stateNow()).toBe('DELIVERED');
  });
  test('is for the branch that asked, once', async () => {
    expect(await receive(actors.secretary)).toBe(items.atBranch);
    expect(await receive(actors.secretary)).toBe('WRONG_STATE');
  });
});

const fieldOf = async (type: string, id: string, field: string, actor: Actor | null) => {
  const { data, errors } = await province.execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${field} } } }`,
    { of: [{ __typename: type, id }] },
    actor,
  );
  if (errors?.[0]?.extensions?.code === 'FORBIDDEN') return 'FORBIDDEN';
  return Object.values(data?._entities[0] ?? {})[0] ?? null;
};

const unitFields = {
  'OrgUnit.commentDeliveries': 'commentDeliveries { edges { node { listNumber } } }',
  'OrgUnit.yearEndComments': 'yearEndComments(year: 2026) { requested }',
};
describe.each(Object.entries(unitFields))('%s', (_, field) => {
  const of = (actor: Actor | null, unitId: string = units.branch1) =>
    fieldOf('OrgUnit', unitId, field, actor);
  test('is closed to nobody and to whoever reads no comments', async () => {
    expect(await of(null)).toBeNull();
    for (const actor of withoutRight) expect(await of(actor)).toBe('FORBIDDEN');
  });
  test('reads as not there for the sibling branch, other wards, the residence side, and made-up units', async () => {
    for (const actor of [...elsewhere, ...residence]) expect(await of(actor)).toBeNull();
    expect(await of(actors.secretary, units.committee)).toBeNull();
    expect(await of(actors.secretary, randomUUID())).toBeNull();
  });
  test('is open to the branch and everybody above who reads comments', async () => {
    for (const actor of [
      actors.secretary,
      actors.collector,
      actors.committee,
      actors.wardBuilding,
      actors.inspector,
    ])
      expect(await of(actor)).not.toBeNull();
  });
});

describe('Member.yearEndComment', () => {
  const of = (actor: Actor | null, memberId: string = members.member) =>
    fieldOf('Member', memberId, 'yearEndComment(year: 2026) { year }', actor);
  test('is for the member, their branch and everybody above who reads comments', async () => {
    for (const actor of [
      actors.member,
      actors.secretary,
      actors.committee,
      actors.wardBuilding,
      actors.inspector,
    ])
      expect(await of(actor)).toEqual({ year: 2026 });
  });
  test('is nobody’s else: not a neighbour’s, another branch’s, an administrator’s, nor that of those who write it', async () => {
    for (const actor of [
      null,
      actors.neighbour,
      ...elsewhere,
      actors.wardAdmin,
      actors.support,
      actors.locked,
      actors.applicant,
    ])
      expect([null, 'FORBIDDEN']).toContain(await of(actor));
    for (const actor of residence) expect(await of(actor)).toBeNull();
  });
  test('of a made-up member there is none', async () => {
    expect(await of(actors.secretary, randomUUID())).toBeNull();
  });
});
