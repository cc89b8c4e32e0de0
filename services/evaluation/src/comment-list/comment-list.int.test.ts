import { contractBreaches } from '@dang/events/contract';
import { CommentItemsForwarded } from '@dang/events/contracts/evaluation/comment-items-forwarded';
import { CommentListSent } from '@dang/events/contracts/evaluation/comment-list-sent';
import { CommentsRequested } from '@dang/events/contracts/evaluation/comments-requested';
import { SelfReportRequested } from '@dang/events/contracts/evaluation/self-report-requested';
import { makeClock } from '@dang/service/clock';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { countStatements } from '../../test/counting.ts';
import { act, bring, enrol, made, opened, type Province, settle } from '../../test/list-stage.ts';
import { actors, openTestProvince, units } from '../../test/small-province.ts';
import { completeLists } from './complete-lists.ts';

let province: Province;
beforeAll(async () => {
  province = await openTestProvince();
});
afterAll(() => province?.close());
beforeEach(() => province.drainOutbox());

async function listOf(listId: string, fields: string, actor = actors.secretary) {
  const { data, errors } = await province.execute(
    `query ($id: UUID!) { commentList(id: $id) { ${fields} } }`,
    { id: listId },
    actor,
  );
  expect(errors).toBeUndefined();
  return data?.commentList;
}

const eventNames = async () => (await province.drainOutbox()).map(({ type }) => type.split('.')[2]);

describe('T57: a list of 12 members over 5 residence wards, 4 of them to report', () => {
  test('after sending there are 5 groups, 12 items and 4 report requests', async () => {
    const wards = await settle(province, 5);
    const homes = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4].map((ward) => wards[ward] as (typeof wards)[number]);
    const memberIds = await enrol(province, ...homes.map(({ branchId }) => ({ residenceId: branchId })));
    let list = await made(province, { memberIds, purpose: 'REWARD' });
    const rows = memberIds.slice(0, 4).map((memberId) => ({ memberId, selfReportRequired: true }));
    list = opened(await act(province, 'change', { ...list, rows }));
    await province.drainOutbox();
    await bring(province, list, 'send');

    const seen = await listOf(
      list.listId,
      `status memberCount sentAt residences { unit { id } members selfReports }
       items(first: 100) { edges { node { status selfReportRequired dueOn residenceUnit { id } history { action label toState } } } }
       history { action label fromState toState byTitle }`,
    );
    expect(seen).toMatchObject({ status: 'SENT', memberCount: 12 });
    const groups = seen.residences.map((group: Record<string, number>) => [group.members, group.selfReports]);
    expect(groups).toEqual([
      [4, 4],
      [3, 0],
      [2, 0],
      [2, 0],
      [1, 0],
    ]);
    expect(seen.items.edges).toHaveLength(12);
    expect(seen.items.edges[0].node).toMatchObject({
      status: 'AT_BRANCH',
      dueOn: '2026-07-09',
      history: [
        { action: 'SEND', toState: 'SENT' },
        { action: 'FORWARD_TO_BRANCH', toState: 'AT_BRANCH' },
      ],
    });
    expect(seen.history.map((line: { action: string }) => line.action)).toEqual([
      'CREATE',
      'EDIT',
      'SUBMIT',
      'APPROVE',
      'SEND',
    ]);
    const reports = await province
      .em()
      .execute(
        `select r.status from self_report r join comment_item i on i.id = r.item_id where i.list_id = ?`,
        [list.listId],
      );
    expect(reports).toEqual(Array.from({ length: 4 }, () => ({ status: 'REQUESTED' })));

    const events = await province.drainOutbox();
    const of = (name: string) => events.filter(({ type }) => type.includes(`.${name}.`));
    // biome-ignore lint/suspicious/noExplicitAny: each event says what shape it has
    const dataOf = (name: string): any => of(name)[0]?.data;
    expect(of('CommentListSubmitted')).toHaveLength(1);
    expect(of('CommentListApproved')).toHaveLength(1);
    expect(contractBreaches(CommentListSent, dataOf('CommentListSent'))).toEqual([]);
    expect(dataOf('CommentListSent')).toMatchObject({ isSigned: false, dueOn: '2026-07-09' });
    expect(dataOf('CommentListSent').residences).toHaveLength(5);
    expect(of('CommentsRequested')).toHaveLength(1);
    expect(contractBreaches(CommentsRequested, dataOf('CommentsRequested'))).toEqual([]);
    const { requests } = CommentsRequested.data.parse(dataOf('CommentsRequested'));
    const toReport = (required: boolean) =>
      requests.filter(({ reportRequired }) => reportRequired === required);
    expect(toReport(true).map(({ memberId }) => memberId)).toEqual(memberIds.slice(0, 4));
    expect(toReport(false).map(({ memberId }) => memberId)).toEqual(memberIds.slice(4));
    expect(contractBreaches(SelfReportRequested, dataOf('SelfReportRequested'))).toEqual([]);
    expect(dataOf('SelfReportRequested').requests).toHaveLength(4);
    expect(of('CommentItemsForwarded')).toHaveLength(5);
    expect(contractBreaches(CommentItemsForwarded, dataOf('CommentItemsForwarded'))).toEqual([]);
    expect(of('DossierStateChanged')).toHaveLength(12);
  });
});

test('T58: a list is not rejected without a reason; with one, its preparer reads it and may edit again', async () => {
  const memberIds = await enrol(province, {}, {});
  const list = await bring(province, await made(province, { memberIds }), 'submit');
  expect((await act(province, 'reject', { ...list, reason: '   ' })).refusal).toMatchObject({
    code: 'REASON_REQUIRED',
    field: 'reason',
  });
  const rejected = await act(province, 'reject', { ...list, reason: 'Thiếu nơi cư trú' });
  expect(rejected.commentList).toMatchObject({ status: 'REJECTED', rejectionReason: 'Thiếu nơi cư trú' });
  expect(await eventNames()).toContain('CommentListRejected');
  const edited = await act(province, 'removeFrom', { ...opened(rejected), memberIds: memberIds.slice(1) });
  expect(edited.commentList).toMatchObject({ status: 'DRAFT', memberCount: 1 });
});

test('T59: a list that is not approved is not sent, in whatever state before', async () => {
  const memberIds = await enrol(province, {});
  const draft = await made(province, { memberIds });
  expect((await act(province, 'send', { ...draft })).refusal.code).toBe('LIST_NOT_APPROVED');
  const pending = await bring(province, draft, 'submit');
  expect((await act(province, 'send', { ...pending })).refusal.code).toBe('LIST_NOT_APPROVED');
  const approved = opened(await act(province, 'approve', { ...pending }));
  const withdrawn = await act(province, 'withdraw', { ...approved, reason: 'Bổ sung đảng viên' });
  expect(withdrawn.commentList).toMatchObject({ status: 'DRAFT', approvedByName: null });
  expect((await act(province, 'send', { ...opened(withdrawn) })).refusal.code).toBe('LIST_NOT_APPROVED');
  expect(await province.em().execute('select from comment_item where list_id = ?', [draft.listId])).toEqual(
    [],
  );
});

test('T64: a list sent on Thursday 26/11/2026 is due on Tuesday 01/12/2026', async () => {
  const november = await openTestProvince(undefined, makeClock('2026-11-26'));
  try {
    const memberIds = await enrol(november, {});
    await bring(november, await made(november, { memberIds, purpose: 'PERSONNEL' }), 'send');
    const rows = await november
      .em()
      .execute(`select due_on::text as due from comment_item where member_id = ?`, [memberIds[0]]);
    expect(rows).toEqual([{ due: '2026-12-01' }]);
  } finally {
    await november.close();
  }
});

describe('what is sent', () => {
  test('a comment without a known branch stays with the commune, an introduction waits and has no term', async () => {
    const [known = '', unknown = '', introduced = ''] = await enrol(
      province,
      {},
      { residenceId: units.residenceWard },
      {},
    );
    let list = await made(province, { memberIds: [known, unknown, introduced], purpose: 'REWARD' });
    list = opened(
      await act(province, 'change', { ...list, rows: [{ memberId: introduced, type: 'INTRODUCE' }] }),
    );
    await bring(province, list, 'send');
    const rows = await province.em().execute(
      `select member_id as id, status, residence_unit_id as unit, residence_branch_id as branch, due_on::text as due
       from comment_item where list_id = ? order by number`,
      [list.listId],
    );
    const ward = units.residenceWard;
    expect(rows).toEqual([
      { id: known, status: 'AT_BRANCH', unit: ward, branch: units.residenceBranch, due: '2026-07-09' },
      { id: unknown, status: 'SENT', unit: ward, branch: null, due: '2026-07-09' },
      { id: introduced, status: 'SENT', unit: ward, branch: units.residenceBranch, due: null },
    ]);
  });

  test('the same sending again answers the same and makes nothing twice', async () => {
    const memberIds = await enrol(province, {});
    const approved = await bring(province, await made(province, { memberIds }), 'approve');
    const input = { ...approved, idempotencyKey: 'send once' };
    const first = await act(province, 'send', input);
    expect(await act(province, 'send', input)).toEqual(first);
    expect(
      await province.em().execute('select from comment_item where list_id = ?', [approved.listId]),
    ).toHaveLength(1);
  });
});

test('a list is complete when its last item has ended', async () => {
  const memberIds = await enrol(province, {}, {});
  const list = await bring(province, await made(province, { memberIds }), 'send');
  const items: { id: string }[] = await province
    .em()
    .execute('select id from comment_item where list_id = ? order by number', [list.listId]);
  const end = (id: string) =>
    province.em().transactional(async (em) => {
      await em.execute(
        `update comment_item set status = 'CANCELLED', closed_on = '2026-07-06' where id = ?`,
        [id],
      );
      await em.execute(
        `insert into comment_item_history (item_id, at, action, from_state, to_state) values (?, now(), 'CANCEL', 'AT_BRANCH', 'CANCELLED')`,
        [id],
      );
      await completeLists(em, [id]);
    });
  await end(items[0]?.id ?? '');
  expect(await listOf(list.listId, 'status completedAt')).toEqual({ status: 'SENT', completedAt: null });
  await end(items[1]?.id ?? '');
  const done = await listOf(list.listId, 'status completedAt version history { action byName }');
  expect(done).toMatchObject({ status: 'COMPLETED', version: list.expectedVersion + 1 });
  expect(done.completedAt).not.toBeNull();
  expect(done.history.at(-1)).toEqual({ action: 'COMPLETE', byName: null });
});

test('a page of lists is read in a fixed number of statements, whatever is asked of each', async () => {
  const memberIds = await enrol(province, {}, {});
  for (let count = 0; count < 3; count += 1) await made(province, { memberIds, purpose: 'REWARD' });
  const page = async (first: number) => {
    const { answer, statements } = await countStatements(province.orm, () =>
      province.execute(
        `query ($of: [_Any!]!, $first: Int) { _entities(representations: $of) { ... on OrgUnit {
          commentLists(first: $first) { edges { node {
            id memberCount campaign { id } scans { id } approvalSignature { id } sendSignature { id } pdfUrl
            rows(first: 5) { edges { node { memberName exemption { code } } } }
            items(first: 3) { edges { node { id } } } residences { members } availableActions { action } history { action } } } } } } }`,
        { of: [{ __typename: 'OrgUnit', id: units.branch1 }], first },
        actors.secretary,
      ),
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data?._entities[0].commentLists.edges).toHaveLength(first);
    return statements;
  };
  const few = await page(1);
  expect(await page(8)).toBe(few);
  // the seat, the path, the page, campaigns, scans, rows, items, rules, residences, figures, histories
  expect(few).toBeLessThanOrEqual(12);
});

test('sending takes the same statements for 3 members and for 60', async () => {
  const send = async (count: number) => {
    const memberIds = await enrol(province, ...Array.from({ length: count }, () => ({})));
    const list = await made(province, { memberIds, selfReportRequired: true });
    const approved = await bring(province, list, 'approve');
    const { answer, statements } = await countStatements(province.orm, () =>
      act(province, 'send', { ...approved }),
    );
    expect(answer.commentList.status).toBe('SENT');
    return statements;
  };
  const few = await send(3);
  expect(await send(60)).toBe(few);
});
