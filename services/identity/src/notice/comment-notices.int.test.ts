import { randomUUID } from 'node:crypto';
import { CommentDueSoon } from '@dang/events/contracts/evaluation/comment-due-soon';
import { CommentIntroductionAccepted } from '@dang/events/contracts/evaluation/comment-introduction-accepted';
import { CommentItemReturned } from '@dang/events/contracts/evaluation/comment-item-returned';
import { CommentItemsForwarded } from '@dang/events/contracts/evaluation/comment-items-forwarded';
import { CommentListApproved } from '@dang/events/contracts/evaluation/comment-list-approved';
import { CommentListRejected } from '@dang/events/contracts/evaluation/comment-list-rejected';
import { CommentListSent } from '@dang/events/contracts/evaluation/comment-list-sent';
import { CommentListSubmitted } from '@dang/events/contracts/evaluation/comment-list-submitted';
import { CommentOverdue } from '@dang/events/contracts/evaluation/comment-overdue';
import { CommentSheetDelivered } from '@dang/events/contracts/evaluation/comment-sheet-delivered';
import { CommentSheetsSubmitted } from '@dang/events/contracts/evaluation/comment-sheets-submitted';
import { CommentsRequested } from '@dang/events/contracts/evaluation/comments-requested';
import { SelfReportRequested } from '@dang/events/contracts/evaluation/self-report-requested';
import { SelfReportSent } from '@dang/events/contracts/evaluation/self-report-sent';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { noticeStage } from '../../test/notice-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());
beforeEach(() => house.em().execute('delete from notice'));
const { happens, told, bodies } = noticeStage(() => house);

/** A member of branch 1 who lives where the sibling leads a branch; the committee stands for the ward of the residence. */
const memberId = ids.member('member');
const list = { listId: randomUUID(), number: '05.200.044.000.001-P2-260706-0001', unitId: units.branch1 };
const item = { itemId: randomUUID(), number: '05.200.044.000.001-P2-260706-0002' };
const workplace = { workplaceUnitId: units.branch1, workplaceBranchId: units.branch1 };
const residence = { residenceUnitId: units.committee, residenceBranchId: units.otherBranch };

describe('the workplace', () => {
  test('a submitted list is told to whoever approves, but not to who submitted it', async () => {
    await happens(CommentListSubmitted, list, { actor: actorNamed('deputy') });
    expect(await told()).toEqual(['COMMENT_LIST_WAITING → secretary']);
    expect(await bodies('COMMENT_LIST_WAITING')).toEqual([
      `Danh sách ${list.number} giới thiệu, xin nhận xét đảng viên nơi cư trú đang chờ Chi bộ 1 phê duyệt.`,
    ]);
  });

  test('approved and rejected it is told to who made it; the reason stays where it is', async () => {
    const made = { ...list, createdByMemberId: ids.member('collector') };
    await happens(CommentListApproved, made);
    await happens(CommentListRejected, { ...made, reason: 'Thiếu nơi cư trú của bà Hà' });
    expect(await told()).toEqual(['COMMENT_LIST_APPROVED → collector', 'COMMENT_LIST_REJECTED → collector']);
    expect((await bodies('COMMENT_LIST_REJECTED')).join()).not.toContain('Hà');
    expect(await mandatory()).toEqual(['COMMENT_LIST_REJECTED']);
  });

  test('a list that nobody made any more tells nobody', async () => {
    await happens(CommentListApproved, { ...list, createdByMemberId: null });
    expect(await told()).toEqual([]);
  });

  test('a request that comes back is told to who sends lists, that of the secretary to the superior as well', async () => {
    await happens(CommentItemReturned, { ...item, ...workplace, memberId });
    expect(await told()).toEqual(
      ['collector', 'deputy', 'secretary'].map((who) => `COMMENT_ITEM_RETURNED → ${who}`),
    );
    await house.em().execute('delete from notice');
    await happens(CommentItemReturned, { ...item, ...workplace, memberId: ids.member('secretary') });
    expect(await told()).toEqual(
      ['collector', 'committee', 'deputy'].map((who) => `COMMENT_ITEM_RETURNED → ${who}`),
    );
  });

  test('a delivered sheet is told to the member and to the workplace, whatever it says', async () => {
    await happens(CommentSheetDelivered, { ...item, ...workplace, ...residence, memberId });
    expect(await told()).toEqual(
      ['collector', 'deputy', 'member', 'secretary'].map((who) => `COMMENT_SHEET_DELIVERED → ${who}`),
    );
    expect(new Set(await bodies('COMMENT_SHEET_DELIVERED'))).toEqual(
      new Set([`Phiếu nhận xét nơi cư trú của N.T.H (hồ sơ ${item.number}) đã được gửi đến nơi công tác.`]),
    );
    expect(await mandatory()).toEqual(['COMMENT_SHEET_DELIVERED']);
  });

  test('the list of a committee is told to the committee and to the branch of the member', async () => {
    await happens(CommentSheetDelivered, {
      ...item,
      ...workplace,
      memberId,
      workplaceUnitId: units.committee,
    });
    expect(await told()).toContain('COMMENT_SHEET_DELIVERED → committee');
    expect(await told()).toContain('COMMENT_SHEET_DELIVERED → secretary');
  });
});

describe('the residence', () => {
  test('a sent list is told to every commune or ward in it, once a person', async () => {
    await happens(CommentListSent, {
      ...list,
      residences: [
        { residenceUnitId: units.committee, items: 3 },
        { residenceUnitId: units.otherBranch, items: 1 },
      ],
    });
    expect(await told()).toEqual(['COMMENT_LIST_RECEIVED → committee', 'COMMENT_LIST_RECEIVED → sibling']);
  });

  test('requests at a branch are one notice however many, and so are sheets at the committee', async () => {
    const items = ['0002', '0003', '0004'].map((end) => ({
      itemId: randomUUID(),
      number: `05-P2-${end}`,
      dueOn: null,
    }));
    await happens(CommentItemsForwarded, { ...residence, items });
    await happens(CommentSheetsSubmitted, { ...residence, items });
    expect(await told()).toEqual(['COMMENT_ITEMS_WAITING → sibling', 'COMMENT_SHEETS_WAITING → committee']);
    expect(await bodies('COMMENT_ITEMS_WAITING')).toEqual([
      'Hồ sơ 05-P2-0002 và 2 hồ sơ khác đang chờ Chi bộ Đào tạo họp, nhận xét.',
    ]);
  });

  test('an accepted introduction is told to the member and the workplace', async () => {
    await happens(CommentIntroductionAccepted, { ...item, ...workplace, ...residence, memberId });
    expect(await told()).toEqual(
      ['collector', 'deputy', 'member', 'secretary'].map((who) => `COMMENT_INTRODUCTION_ACCEPTED → ${who}`),
    );
  });

  test('a term that nears is told to the unit that is awaited, one that passed to everybody concerned', async () => {
    await happens(CommentDueSoon, { ...item, unitId: units.otherBranch });
    expect(await told()).toEqual(['COMMENT_DUE_SOON → sibling']);
    await happens(CommentOverdue, { ...item, ...workplace, ...residence, unitId: units.otherBranch });
    expect((await told()).filter((each) => each.startsWith('COMMENT_OVERDUE'))).toEqual(
      ['collector', 'committee', 'deputy', 'secretary', 'sibling'].map((who) => `COMMENT_OVERDUE → ${who}`),
    );
    expect(await mandatory()).toEqual(['COMMENT_OVERDUE']);
  });
});

const asked = (names: string[]) =>
  names.map((name, index) => ({
    itemId: randomUUID(),
    number: `05-P2-${index}`,
    memberId: ids.member(name),
    unitId: units.branch1,
    dueOn: null,
  }));

const askedAbout = (names: string[], toReport: string[] = []) =>
  asked([...names, ...toReport]).map(({ dueOn: _, ...each }, index) => ({
    ...each,
    type: 'REQUEST_COMMENT' as const,
    reportRequired: index >= names.length,
  }));

describe('the members on a list', () => {
  test('each is told of their own request once, in words that may be muted; whoever is to report hears of that', async () => {
    const requests = askedAbout(['member', 'neighbour'], ['police']);
    const event = await happens(CommentsRequested, { requests });
    await house.deliver(event);
    const rows = await house
      .em()
      .execute<object[]>(
        `select member_id as "memberId", subject_kind as "subject", subject_id as "itemId", number from notice order by number`,
      );
    expect(rows).toEqual(
      requests
        .slice(0, 2)
        .map(({ memberId, itemId, number }) => ({ memberId, subject: 'COMMENT_ITEM', itemId, number })),
    );
    expect((await bodies('COMMENT_REQUESTED')).sort()[0]).toBe(
      'Chi bộ 1 đã gửi hồ sơ 05-P2-0 giới thiệu, xin nhận xét về bạn đến tổ chức đảng nơi cư trú.',
    );
    expect(await mandatory()).toEqual([]);
  });

  test('where all are to report, where it is long ago, or where nobody is known, nobody is told', async () => {
    const long = new Date(Date.now() - 31 * 86_400_000);
    await happens(CommentsRequested, { requests: askedAbout([], ['member', 'neighbour']) });
    await happens(CommentsRequested, { requests: askedAbout(['member']) }, { time: long });
    await happens(CommentsRequested, { requests: askedAbout(['nobody here']) });
    expect(await told()).toEqual([]);
  });
});

describe('reports', () => {
  test('each member is asked for the report of their own request, in one statement', async () => {
    const requests = asked(['member', 'neighbour', 'police']);
    const event = await happens(SelfReportRequested, { requests });
    await house.deliver(event);
    const rows = await house
      .em()
      .execute<object[]>(
        'select member_id as "memberId", subject_id as "itemId", number from notice order by number',
      );
    expect(rows).toEqual(requests.map(({ memberId, itemId, number }) => ({ memberId, itemId, number })));
    expect((await bodies('SELF_REPORT_REQUESTED')).sort()[0]).toBe(
      'Chi bộ 1 đề nghị bạn báo cáo kết quả thực hiện nhiệm vụ nơi cư trú cho hồ sơ 05-P2-0.',
    );
  });

  test('what is asked too long ago, or of a stranger, is told to nobody', async () => {
    const long = new Date(Date.now() - 31 * 86_400_000);
    await happens(SelfReportRequested, { requests: asked(['member']) }, { time: long });
    await happens(SelfReportRequested, { requests: asked(['nobody here']) });
    expect(await told()).toEqual([]);
  });

  test('a report is told to the workplace and to the branch that writes, once it is known', async () => {
    await happens(SelfReportSent, { ...item, ...workplace, memberId, residenceBranchId: null });
    expect(await told()).toEqual(
      ['collector', 'deputy', 'secretary'].map((who) => `SELF_REPORT_SENT → ${who}`),
    );
    await happens(SelfReportSent, { ...item, ...workplace, ...residence, memberId });
    expect(await told()).toContain('SELF_REPORT_SENT → sibling');
  });
});

async function mandatory(): Promise<string[]> {
  const rows = await house
    .em()
    .execute<{ kind: string }[]>('select distinct kind from notice where mandatory');
  return rows.map(({ kind }) => kind);
}
