import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { deliverSheet, fileRow } from '../../test/delivered.ts';
import {
  actors,
  demoData,
  id,
  item,
  items,
  lists,
  members,
  openTestProvince,
  units,
} from '../../test/small-province.ts';
import { loadDemoData } from '../demo-data.ts';

const second = id('2030');
const data = {
  ...demoData,
  items: [...demoData.items, item({ id: second, number: 'item of a9', memberId: id('a9') })],
};

let province: Awaited<ReturnType<typeof openTestProvince>>;
beforeAll(async () => {
  province = await openTestProvince(data);
});
afterAll(() => province?.close());

beforeEach(async () => {
  await province.em().execute(
    `truncate comment_campaign, comment_list, comment_item, comment_item_history, comment_sheet, year_end_comment,
       self_report, stored_file, demo_load cascade`,
  );
  await loadDemoData(province.em(), data);
  await province.drainOutbox();
});

async function deliver(itemId: string, more: { replaces?: string; deliveredAt?: string } = {}) {
  const scanId = await fileRow(province.em(), 'CommentSheet', itemId);
  return deliverSheet(province.em(), { itemId, scanId, ...more });
}

async function receive(itemIds: string[], actor: Actor = actors.secretary, idempotencyKey = randomUUID()) {
  const { data, errors } = await province.execute(
    `mutation ($input: ReceiveCommentSheetsInput!) { receiveCommentSheets(input: $input) {
       items { id item { status version list { status } history { action byName unitName } } refusal { code } } refusal { code field } } }`,
    { input: { idempotencyKey, itemIds } },
    actor,
  );
  expect(errors).toBeUndefined();
  return data?.receiveCommentSheets;
}

describe('receiving sheets', () => {
  test('finishes each request, tells where it stands, and leaves one line of history and one of audit', async () => {
    await deliver(items.atBranch);
    const {
      items: [outcome],
    } = await receive([items.atBranch]);
    expect(outcome).toMatchObject({ id: items.atBranch, refusal: null, item: { status: 'RECEIVED' } });
    expect(outcome.item.history.at(-1)).toMatchObject({ action: 'RECEIVE', unitName: 'branch1' });
    const [event, ...others] = await province.drainOutbox();
    expect(others).toEqual([]);
    expect(event?.data).toMatchObject({ state: 'RECEIVED', closedOn: '2026-07-06', unitId: units.branch1 });
    const [{ n }] = (await province
      .em()
      .execute(
        `select count(*)::int as n from audit_entry where action = 'receiveCommentSheets' and subject_id = ?`,
        [items.atBranch],
      )) as [{ n: number }];
    expect(n).toBe(1);
  });

  test('does what can be done and says of each why not: one that has not come, one that was received', async () => {
    await deliver(items.atBranch);
    await receive([items.atBranch]);
    await deliver(second);
    const { items: outcomes, refusal } = await receive([items.atBranch, second, items.neighbours]);
    expect(refusal).toBeNull();
    expect(outcomes.map((one: { refusal: { code: string } | null }) => one.refusal?.code ?? null)).toEqual([
      'WRONG_STATE',
      null,
      'WRONG_STATE',
    ]);
  });

  test('the same call again answers the same and changes nothing', async () => {
    await deliver(items.atBranch);
    const key = randomUUID();
    const first = await receive([items.atBranch], actors.secretary, key);
    await province.drainOutbox();
    expect(await receive([items.atBranch], actors.secretary, key)).toEqual(first);
    expect(await province.drainOutbox()).toEqual([]);
  });

  test('the last one completes the list', async () => {
    await province
      .em()
      .execute(`update comment_item set status = 'CANCELLED', closed_on = '2026-07-05' where id in (?)`, [
        [items.neighbours, second],
      ]);
    await deliver(items.atBranch);
    const {
      items: [outcome],
    } = await receive([items.atBranch]);
    expect(outcome.item.list.status).toBe('COMPLETED');
  });

  test('a delegate of the unit may; a delegate of another unit, and whoever only looks on, may not', async () => {
    await deliver(items.atBranch);
    const {
      items: [refused],
    } = await receive([items.atBranch], actors.committee);
    expect(refused.refusal.code).toBe('ACTION_NOT_ALLOWED');
    const {
      items: [done],
    } = await receive([items.atBranch], actors.collector);
    expect(done.item.status).toBe('RECEIVED');
  });

  test('nobody, one twice, or more than a hundred are refused as a whole', async () => {
    for (const itemIds of [[], [second, second], Array.from({ length: 101 }, () => randomUUID())])
      expect(await receive(itemIds)).toMatchObject({
        items: null,
        refusal: { code: 'INVALID_INPUT', field: 'itemIds' },
      });
  });
});

const yearEndOf = async (actor: Actor, unitId: string, year = 2026) => {
  const { data, errors } = await province.execute(
    `query ($of: [_Any!]!, $year: Int!) { _entities(representations: $of) { ... on OrgUnit { yearEndComments(year: $year) {
       year requested delivered received
       rows(first: 1) { edges { cursor node { year deliveredAt receivedAt item { id memberName status } } } pageInfo { hasNextPage } } } } } }`,
    { of: [{ __typename: 'OrgUnit', id: unitId }], year },
    actor,
  );
  expect(errors).toBeUndefined();
  return data?._entities[0].yearEndComments;
};

describe('the year-end', () => {
  test('counts who was asked for, whose sheet came and whose was filed, and has a row for each', async () => {
    await deliver(second);
    await deliver(items.atBranch);
    await receive([items.atBranch]);
    const found = await yearEndOf(actors.committee, units.committee);
    expect(found).toMatchObject({ year: 2026, requested: 2, delivered: 2, received: 1 });
    const rows = found.rows.edges.map(({ node }: { node: { item: { id: string } } }) => node);
    expect(found.rows.pageInfo.hasNextPage).toBe(true);
    expect(rows).toMatchObject([{ year: 2026, item: { id: second, memberName: null }, receivedAt: null }]);
  });

  test('an introduction asks for no comment, and a cancelled request for none any more', async () => {
    await province
      .em()
      .execute(`update comment_item set status = 'CANCELLED', closed_on = '2026-07-05' where id = ?`, [
        second,
      ]);
    expect(await yearEndOf(actors.secretary, units.branch1)).toMatchObject({ requested: 1, delivered: 0 });
  });

  test('a correction is received anew', async () => {
    const replaces = await deliver(items.atBranch);
    await receive([items.atBranch]);
    await deliver(items.atBranch, { replaces, deliveredAt: '2026-07-05T10:00:00+07:00' });
    expect(await yearEndOf(actors.secretary, units.branch1)).toMatchObject({ delivered: 1, received: 0 });
    await receive([items.atBranch]);
    expect(await yearEndOf(actors.secretary, units.branch1)).toMatchObject({ delivered: 1, received: 1 });
  });

  test('pages go on by name, and a year without lists is empty', async () => {
    const page = (after: string | null) =>
      province.execute(
        `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on OrgUnit { yearEndComments(year: 2026) {
           rows(first: 1, after: $after) { edges { cursor node { item { id } } } } } } } }`,
        { of: [{ __typename: 'OrgUnit', id: units.branch1 }], after },
        actors.secretary,
      );
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const [edge]: { cursor: string; node: { item: { id: string } } }[] =
        (await page(after)).data?._entities[0].yearEndComments.rows.edges ?? [];
      if (!edge) break;
      seen.push(edge.node.item.id);
      after = edge.cursor;
    }
    expect(seen).toEqual([second, items.atBranch]);
    expect(await yearEndOf(actors.secretary, units.branch1, 2030)).toMatchObject({
      requested: 0,
      rows: { edges: [] },
    });
  });

  test('many members of a page are asked for in one statement each', async () => {
    const { data, errors } = await province.execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { yearEndComment(year: 2026) { item { id } } } } }`,
      { of: [members.member, members.neighbour].map((one) => ({ __typename: 'Member', id: one })) },
      actors.secretary,
    );
    expect(errors).toBeUndefined();
    expect(data?._entities).toEqual([
      { yearEndComment: { item: { id: items.atBranch } } },
      { yearEndComment: null },
    ]);
  });

  test('a year of another century is bad input', async () => {
    const { errors } = await province.execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { yearEndComments(year: 1) { year } } } }`,
      { of: [{ __typename: 'OrgUnit', id: units.branch1 }] },
      actors.secretary,
    );
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

const deliveriesOf = async (actor: Actor, unitId: string, waitingOnly = false) => {
  const { data, errors } = await province.execute(
    `query ($of: [_Any!]!, $waitingOnly: Boolean!) { _entities(representations: $of) { ... on OrgUnit {
       commentDeliveries(waitingOnly: $waitingOnly) { edges { node { listNumber year purpose list { id }
         requested outstanding waiting received reportsRequested reportsSent items { edges { node { id } } } } } } } } }`,
    { of: [{ __typename: 'OrgUnit', id: unitId }], waitingOnly },
    actor,
  );
  expect(errors).toBeUndefined();
  return data?._entities[0].commentDeliveries?.edges.map(({ node }: { node: object }) => node);
};

describe('what has come', () => {
  test('is counted list by list, the list sent last first', async () => {
    await deliver(items.atBranch);
    await province.em().execute(
      `insert into self_report (item_id, member_id, status, requested_at, general_comment, sent_at)
       select id, member_id, 'SENT', sent_at, 'Đã họp đủ', sent_at from comment_item where id = ?`,
      [items.atBranch],
    );
    const [open, closed] = await deliveriesOf(actors.secretary, units.branch1);
    expect(open).toMatchObject({
      list: { id: lists.open },
      requested: 2,
      outstanding: 1,
      waiting: 1,
      received: 0,
      reportsRequested: 3,
      reportsSent: 1,
    });
    expect(open.items.edges).toHaveLength(3);
    expect(closed).toMatchObject({ year: 2025, requested: 1, received: 1, waiting: 0, outstanding: 0 });
  });

  test('may be asked for only where something waits', async () => {
    expect(await deliveriesOf(actors.secretary, units.branch1, true)).toEqual([]);
    await deliver(items.atBranch);
    expect(await deliveriesOf(actors.committee, units.committee, true)).toMatchObject([{ waiting: 1 }]);
  });

  test('of a member who has moved in comes to the new branch, under the list that stays hidden from it', async () => {
    await province.deliver(province.completedTransfer(units.branch1, units.branch2, '2026-07-05', '1'));
    await deliver(items.atBranch);
    expect(await deliveriesOf(actors.secretary2, units.branch2, true)).toMatchObject([
      { list: null, requested: 1, waiting: 1, items: { edges: [{ node: { id: items.atBranch } }] } },
    ]);
    expect(await deliveriesOf(actors.secretary, units.branch1, true)).toEqual([]);
    const {
      items: [outcome],
    } = await receive([items.atBranch], actors.secretary2);
    expect(outcome.item.status).toBe('RECEIVED');
  });

  test('stands at the list as well', async () => {
    const { data } = await province.execute(
      'query ($id: UUID!) { commentList(id: $id) { delivery { requested } } }',
      { id: lists.open },
      actors.secretary,
    );
    expect(data?.commentList).toEqual({ delivery: { requested: 2 } });
  });
});
