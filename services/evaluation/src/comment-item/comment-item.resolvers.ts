import { signInIsFresh } from '@dang/access/actor';
import { historyOf } from '@dang/service/history';
import { refusalMessage } from '@dang/service/refusal';
import { labelsOf } from '@dang/workflow/workflow';
import { commentListOf } from '../comment-list/comment-list.loaders.ts';
import type { Resolvers } from '../generated/graph.ts';
import { itemHistory } from '../history.ts';
import { pathInScope, seatOf } from '../seat.ts';
import { itemById, itemsOf, itemsOfOwner, readPage, visibleMember } from './comment-item.pages.ts';
import type { CommentItemRow } from './comment-item.rows.ts';
import { actionsOn, isOverdue, mayReadReason, standpointOn } from './comment-item.rules.ts';
import { awaitedStates, commentItemWorkflow } from './comment-item.workflow.ts';
import { orderingOf } from './item-order.ts';

const historyLabels = labelsOf(
  commentItemWorkflow,
  ['SEND', 'Gửi tổ chức đảng nơi cư trú'],
  ['FOLLOW_REORGANISATION', 'Chuyển theo sắp xếp tổ chức đảng'],
  ['FOLLOW_CORRECTION', 'Chuyển theo đính chính chi bộ'],
);

export const commentItemResolvers: Resolvers = {
  Query: {
    me: (_, __, { actor }) => (actor?.memberId ? { id: actor.memberId } : null),
    commentItem: (_, { id }, context) => itemById(context, id),
  },
  Member: {
    __resolveReference: ({ id }, context) => visibleMember(context, id),
    commentItems: (member, wish, context) => itemsOfOwner(context, 'memberId', member.id, wish),
  },
  OrgUnit: {
    __resolveReference: ({ id }) => ({ id }),
    async commentItems(unit, { side, statuses, overdueOnly, order, ...wish }, context) {
      const today = context.clock.today();
      readPage(wish, orderingOf(order, today));
      const path = await pathInScope(context, unit.id);
      if (path === null) return null;
      const where = [`${side === 'RESIDENCE' ? 'residence' : 'workplace'}.path <@ ?::ltree`];
      const values: unknown[] = [path];
      if (statuses) {
        where.push('item.status = any(array[?]::text[])');
        values.push(statuses);
      }
      if (overdueOnly) {
        where.push('item.due_on < ?::date and item.status = any(array[?]::text[])');
        values.push(today, awaitedStates);
      }
      return itemsOf(context, { where: where.join(' and '), values }, wish, order);
    },
  },
  CommentItem: {
    list: (row: CommentItemRow, _, context) => commentListOf(context, row.listId),
    member: (row: CommentItemRow) => ({ id: row.memberId }),
    workplaceUnit: (row: CommentItemRow) => ({ id: row.workplaceUnitId }),
    workplaceBranch: (row: CommentItemRow) => ({ id: row.workplaceBranchId }),
    residenceUnit: (row: CommentItemRow) => ({ id: row.residenceUnitId }),
    residenceBranch: (row: CommentItemRow) => (row.residenceBranchId ? { id: row.residenceBranchId } : null),
    sentAt: (row: CommentItemRow) => new Date(row.sentAt),
    overdue: (row: CommentItemRow, _, { clock }) => isOverdue(row, clock.today()),
    async availableActions(row: CommentItemRow, _, context) {
      const { actor, language } = context;
      const fresh = actor !== null && signInIsFresh(actor, new Date());
      return actionsOn(row, standpointOn(row, await seatOf(context)), fresh).map((one) => ({
        ...one,
        reason: one.code && refusalMessage(one.code, language),
      }));
    },
    async history(row: CommentItemRow, _, context) {
      const lines = await historyOf(context, itemHistory, row.id, historyLabels);
      const standpoint = standpointOn(row, await seatOf(context));
      return lines.map((line) => ({
        ...line,
        reason: mayReadReason(line.action, row, standpoint) ? line.reason : null,
      }));
    },
  },
};
