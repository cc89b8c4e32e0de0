import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  actors,
  campaigns,
  demoData,
  id,
  item,
  items,
  lists,
  members,
  openTestProvince,
  units,
} from '../test/small-province.ts';

/** 30 more items of branch 2, all sent in the same moment, so that the cursor must tell them apart by id. */
const crowd = Array.from({ length: 30 }, (_, index) =>
  item({
    id: id(`5${String(index).padStart(3, '0')}`),
    number: `crowd ${index}`,
    memberId: id(`b${index}`),
    workplaceUnitId: units.branch2,
    workplaceBranchId: units.branch2,
    sentAt: '2026-07-02T09:00:00.123456+07:00',
  }),
);

let province: Awaited<ReturnType<typeof openTestProvince>>;
beforeAll(async () => {
  province = await openTestProvince({ ...demoData, items: [...demoData.items, ...crowd] });
});
afterAll(() => province?.close());

test('an item is read whole: state, term, sides, history and what may be done', async () => {
  const { data, errors } = await province.execute(
    `query ($id: UUID!) { commentItem(id: $id) {
      id number status type purpose year memberName member { id } workplaceUnit { id } workplaceBranch { id }
      residenceUnit { id } residenceBranch { id } selfReportRequired returnReason sentAt dueOn overdue version
      list { id unit { id } campaign { id status } }
      availableActions { action label allowed code reason }
      history { at action label fromState toState byName byTitle unitId unitName reason }
    } }`,
    { id: items.atBranch },
    actors.secretary,
  );
  expect(errors).toBeUndefined();
  expect(data?.commentItem).toMatchObject({
    id: items.atBranch,
    number: '05.200.044.000.001-P2-260701-0002',
    status: 'AT_BRANCH',
    type: 'REQUEST_COMMENT',
    purpose: 'YEARLY',
    year: 2026,
    memberName: 'member',
    member: { id: members.member },
    workplaceUnit: { id: units.branch1 },
    residenceBranch: { id: units.residenceBranch },
    sentAt: '2026-07-01T02:00:00.000Z',
    dueOn: '2026-07-06',
    overdue: false,
    version: 1,
    list: { id: lists.open, unit: { id: units.branch1 }, campaign: { id: campaigns.open, status: 'OPEN' } },
  });
  expect(data?.commentItem.availableActions).toEqual([
    expect.objectContaining({ action: 'FORWARD_TO_BRANCH', allowed: false }),
    expect.objectContaining({
      action: 'RETURN_TO_WORKPLACE',
      allowed: false,
      code: 'ACTION_NOT_ALLOWED',
      reason: 'Bạn không được thực hiện việc này trên hồ sơ này.',
    }),
    expect.objectContaining({ action: 'START_SHEET', allowed: false }),
    expect.objectContaining({ action: 'ENTER_PAPER_SHEET', allowed: false }),
    { action: 'CANCEL', label: 'Hủy yêu cầu', allowed: true, code: null, reason: null },
  ]);
  expect(
    data?.commentItem.history.map((line: { action: string; label: string; unitName: string }) => [
      line.action,
      line.label,
      line.unitName,
    ]),
  ).toEqual([
    ['SEND', 'Gửi tổ chức đảng nơi cư trú', 'branch1'],
    ['FORWARD_TO_BRANCH', 'Chuyển chi bộ nơi cư trú', 'residenceWard'],
  ]);
});

test('the residence branch may start the sheet; approving needs a fresh sign-in and says so', async () => {
  const ask = `query ($id: UUID!) { commentItem(id: $id) { availableActions { action allowed code } } }`;
  const { data } = await province.execute(ask, { id: items.atBranch }, actors.residenceSecretary);
  const allowed = data?.commentItem.availableActions.filter((one: { allowed: boolean }) => one.allowed);
  expect(allowed.map((one: { action: string }) => one.action)).toEqual([
    'RETURN_TO_WORKPLACE',
    'START_SHEET',
    'ENTER_PAPER_SHEET',
  ]);
});

describe('lists and campaigns', () => {
  test('two campaigns, one closed and one open', async () => {
    const { data } = await province.execute('{ commentCampaigns { year status } }', {}, actors.secretary);
    expect(data?.commentCampaigns).toEqual([
      { year: 2026, status: 'OPEN' },
      { year: 2025, status: 'CLOSED' },
    ]);
  });

  test('a list shows who made and approved it, and its items', async () => {
    const { data, errors } = await province.execute(
      `query ($id: UUID!) { commentList(id: $id) { number scope purpose status createdAt createdByName approvedByTitle sentAt version
        items(first: 1) { edges { node { id list { id } } } pageInfo { hasNextPage } } } }`,
      { id: lists.closed },
      actors.committee,
    );
    expect(errors).toBeUndefined();
    expect(data?.commentList).toEqual({
      number: '05.200.044.000.001-P2-251105-0001',
      scope: 'BRANCH',
      purpose: 'YEARLY',
      status: 'COMPLETED',
      createdAt: '2025-11-03T02:00:00.000Z',
      createdByName: 'Lê Quang Minh',
      approvedByTitle: 'Bí thư chi bộ',
      sentAt: '2025-11-05T02:00:00.000Z',
      version: 1,
      items: {
        edges: [{ node: { id: items.received, list: { id: lists.closed } } }],
        pageInfo: { hasNextPage: false },
      },
    });
  });

  test('the lists of a committee and its branches come page by page, latest first', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer = await desk(
        'commentLists(first: 1, after: $after) { edges { node { id } cursor } pageInfo { hasNextPage endCursor } }',
        units.committee,
        after,
      );
      seen.push(...answer.edges.map((edge) => edge.node.id));
      after = answer.pageInfo.hasNextPage ? answer.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([lists.waiting, lists.open, lists.closed]);
  });
});

interface Page {
  edges: { node: { id: string; status: string }; cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function desk(field: string, unitId: string, after: string | null = null): Promise<Page> {
  const { data, errors } = await province.execute(
    `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on OrgUnit { page: ${field} } } }`,
    { of: [{ __typename: 'OrgUnit', id: unitId }], after },
    actors.committee,
  );
  expect(errors).toBeUndefined();
  return data?._entities[0].page;
}

describe('the desk', () => {
  const fields = '{ edges { node { id status } cursor } pageInfo { hasNextPage endCursor } }';

  test('pages hold every item once, in one order, also where many were sent in one moment', async () => {
    const whole = await desk(`commentItems(first: 100, after: $after) ${fields}`, units.committee);
    const ids = whole.edges.map((edge) => edge.node.id);
    expect(new Set(ids).size).toBe(33);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page = await desk(`commentItems(first: 7, after: $after) ${fields}`, units.committee, after);
      paged.push(...page.edges.map((edge) => edge.node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(paged).toEqual(ids);
  });

  test('may be narrowed to states', async () => {
    const page = await desk(
      `commentItems(statuses: [RECEIVED, SENT], after: $after) ${fields}`,
      units.committee,
    );
    expect(page.edges.map((edge) => edge.node.status)).toEqual(['SENT', 'RECEIVED']);
    expect(
      (await desk(`commentItems(statuses: [], after: $after) ${fields}`, units.committee)).edges,
    ).toEqual([]);
  });

  test.each([
    ['first: 0', 'BAD_USER_INPUT'],
    ['first: 101', 'BAD_USER_INPUT'],
    ['after: "nonsense"', 'BAD_USER_INPUT'],
    ['after: "WyJ4IiwieSJd"', 'BAD_USER_INPUT'],
  ])('refuses %s', async (argument, code) => {
    const { errors } = await province.execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { commentItems(${argument}) { pageInfo { hasNextPage } } } } }`,
      { of: [{ __typename: 'OrgUnit', id: units.branch1 }] },
      actors.secretary,
    );
    expect(errors?.[0]?.extensions?.code).toBe(code);
  });
});

test('the items of many members are one query, each with its own page', async () => {
  const { data, errors } = await province.execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { id commentItems(first: 1) { edges { node { id } } pageInfo { hasNextPage } } } } }`,
    { of: [members.member, members.neighbour].map((memberId) => ({ __typename: 'Member', id: memberId })) },
    actors.secretary,
  );
  expect(errors).toBeUndefined();
  const answers = data?._entities.map((one: { commentItems: Page }) => [
    one.commentItems.edges.map((edge) => edge.node.id),
    one.commentItems.pageInfo.hasNextPage,
  ]);
  expect(answers).toEqual([
    [[items.atBranch], true],
    [[items.neighbours], false],
  ]);
});
