import type { Permission } from '@dang/access/permission';
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
import { CommentSheetReturned } from '@dang/events/contracts/evaluation/comment-sheet-returned';
import { CommentSheetsSubmitted } from '@dang/events/contracts/evaluation/comment-sheets-submitted';
import { CommentsRequested } from '@dang/events/contracts/evaluation/comments-requested';
import { SelfReportRequested } from '@dang/events/contracts/evaluation/self-report-requested';
import { SelfReportSent } from '@dang/events/contracts/evaluation/self-report-sent';
import { defineReaction } from '@dang/events/reaction';
import { tells } from './account-notices.reactions.ts';
import type { Desk, NoticeKind, Telling } from './notice.kinds.ts';
import { type OwnTelling, tellEach } from './tell-each.ts';

type List = { listId: string; number: string; unitId: string };

/** What is told of a list to whoever made it. */
const toMaker = (kind: NoticeKind, list: List & { createdByMemberId: string | null }): Telling => ({
  kind,
  subject: ['COMMENT_LIST', list.listId],
  number: list.number,
  unitId: list.unitId,
  to: { members: [list.createdByMemberId] },
});

const desk = (permission: Permission, ...unitIds: (string | null)[]): Desk => ({
  unitIds: [...new Set(unitIds.filter((id) => id !== null))],
  permission,
});

/** `…-0002`, or `…-0002 và 4 hồ sơ khác`. */
const numbersOf = ([first, ...others]: readonly { number: string }[]): string =>
  others.length === 0 ? (first?.number ?? '') : `${first?.number} và ${others.length} hồ sơ khác`;

type Item = { itemId: string; number: string; memberId?: string };

const aboutItem = (kind: NoticeKind, { itemId, number, memberId }: Item, to: Telling['to']): Telling => ({
  kind,
  subject: ['COMMENT_ITEM', itemId],
  number,
  ...(memberId && { about: { memberId } }),
  to,
});

const ownItem = ({ itemId, number, memberId, unitId }: Required<Item> & { unitId: string }): OwnTelling => ({
  memberId,
  subject: ['COMMENT_ITEM', itemId],
  number,
  unitId,
});

/** Up to 500 members are asked in one event, each for a report of their own. */
const tellOfReports = defineReaction({
  name: 'self-report-requested',
  event: SelfReportRequested,
  handle: (context, event) =>
    tellEach(context, event, 'SELF_REPORT_REQUESTED', event.data.requests.map(ownItem)),
});

/** Whoever is to report hears of the request with that; everybody else here. */
const tellOfRequests = defineReaction({
  name: 'comments-requested',
  event: CommentsRequested,
  handle: (context, event) =>
    tellEach(
      context,
      event,
      'COMMENT_REQUESTED',
      event.data.requests.filter(({ reportRequired }) => !reportRequired).map(ownItem),
    ),
});

/** What residence comments tell: lists and reports to the workplace, requests and terms to where members live, sheets to both. */
export const commentNotices = [
  tells('comment-list-submitted', CommentListSubmitted, ({ listId, number, unitId }) => [
    {
      kind: 'COMMENT_LIST_WAITING',
      subject: ['COMMENT_LIST', listId],
      number,
      to: { desks: [desk('COMMENT_LIST_APPROVE', unitId)] },
    },
  ]),
  tells('comment-list-approved', CommentListApproved, (data) => [toMaker('COMMENT_LIST_APPROVED', data)]),
  tells('comment-list-rejected', CommentListRejected, (data) => [toMaker('COMMENT_LIST_REJECTED', data)]),
  tells('comment-list-sent', CommentListSent, ({ listId, number, residences }) => [
    {
      kind: 'COMMENT_LIST_RECEIVED',
      subject: ['COMMENT_LIST', listId],
      number,
      to: { desks: [desk('COMMENT_ROUTE', ...residences.map(({ residenceUnitId }) => residenceUnitId))] },
    },
  ]),
  tells('comment-items-forwarded', CommentItemsForwarded, ({ residenceBranchId, items }) => [
    {
      kind: 'COMMENT_ITEMS_WAITING',
      subject: ['COMMENT_DESK', residenceBranchId],
      number: numbersOf(items),
      to: { desks: [desk('COMMENT_SHEET_WRITE', residenceBranchId)] },
    },
  ]),
  tells('comment-item-returned', CommentItemReturned, (data) => [
    aboutItem('COMMENT_ITEM_RETURNED', data, {
      desks: [{ ...desk('COMMENT_LIST_SEND', data.workplaceUnitId), inPlaceOf: data.memberId }],
    }),
  ]),
  tells('comment-introduction-accepted', CommentIntroductionAccepted, (data) => [
    aboutItem('COMMENT_INTRODUCTION_ACCEPTED', data, {
      members: [data.memberId],
      desks: [desk('COMMENT_RECEIVE', data.workplaceUnitId)],
    }),
  ]),
  tellOfRequests,
  tellOfReports,
  tells('self-report-sent', SelfReportSent, (data) => [
    aboutItem('SELF_REPORT_SENT', data, {
      desks: [
        desk('COMMENT_RECEIVE', data.workplaceUnitId),
        desk('COMMENT_SHEET_WRITE', data.residenceBranchId),
      ],
    }),
  ]),
  tells('comment-sheets-submitted', CommentSheetsSubmitted, ({ residenceUnitId, items }) => [
    {
      kind: 'COMMENT_SHEETS_WAITING',
      subject: ['COMMENT_DESK', residenceUnitId],
      number: numbersOf(items),
      to: { desks: [desk('COMMENT_SHEET_APPROVE', residenceUnitId)] },
    },
  ]),
  tells('comment-sheet-returned', CommentSheetReturned, (data) => [
    aboutItem('COMMENT_SHEET_RETURNED', data, {
      desks: [desk('COMMENT_SHEET_WRITE', data.residenceBranchId)],
    }),
  ]),
  tells('comment-sheet-delivered', CommentSheetDelivered, (data) => [
    aboutItem('COMMENT_SHEET_DELIVERED', data, {
      members: [data.memberId],
      desks: [desk('COMMENT_RECEIVE', data.workplaceUnitId, data.workplaceBranchId)],
    }),
  ]),
  tells('comment-due-soon', CommentDueSoon, (data) => [
    aboutItem('COMMENT_DUE_SOON', data, { desks: [desk('COMMENT_ROUTE', data.unitId)] }),
  ]),
  tells('comment-overdue', CommentOverdue, (data) => [
    aboutItem('COMMENT_OVERDUE', data, {
      desks: [
        desk('COMMENT_ROUTE', data.unitId, data.residenceUnitId),
        desk('COMMENT_LIST_SEND', data.workplaceUnitId),
      ],
    }),
  ]),
] as const;
