import { recordAudit } from '@dang/audit/record';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { checkYear } from '@dang/service/year-argument';
import { z } from 'zod';
import { itemById } from '../comment-item/comment-item.pages.ts';
import { findItems } from '../comment-item/comment-item.rows.ts';
import type { Resolvers } from '../generated/graph.ts';
import { pathInScope, seatOf } from '../seat.ts';
import { linkTo, withoutSheetOf } from './link.ts';
import {
  countYearEnd,
  findYearEndOf,
  findYearEndRows,
  type YearEndCounts,
  type YearEndRow,
} from './year-end.rows.ts';

const cursorShape = z.tuple([z.string(), z.guid()]);
const moment = (text: string | null) => (text === null ? null : new Date(text));

type YearOfUnit = { unitId: string; path: string; year: number };

/** How many of a unit and year, counted once a request whichever of the three is asked for. */
function countsOf(context: GraphContext, { path, year }: YearOfUnit): Promise<YearEndCounts> {
  return loaderOf(context, `year-end counts ${year}`, (paths: readonly string[]) =>
    Promise.all(paths.map((one) => countYearEnd(context.em, one, year))),
  ).load(path);
}

/** The comment of a year on one member, for themselves and their workplace; batched. */
function commentOnMember(context: GraphContext, memberId: string, year: number): Promise<YearEndRow | null> {
  return loaderOf(context, `year-end comments ${year}`, async (memberIds: readonly string[]) => {
    const seat = await seatOf(context);
    const choice = {
      where: `item.member_id in (?) and item.yearly_year = ? and item.status <> 'CANCELLED'`,
      values: [memberIds, year],
    };
    const items = await findItems(context.em, seat, choice, { limit: memberIds.length, after: null });
    const open = items.filter((item) => item.workplaceInScope || item.memberId === seat.memberId);
    const rows =
      open.length > 0
        ? await findYearEndOf(
            context.em,
            year,
            open.map(({ id }) => id),
          )
        : new Map<string, YearEndRow>();
    const byMember = new Map(open.map(({ memberId: of, id }) => [of, rows.get(id) ?? null]));
    return memberIds.map((id) => byMember.get(id) ?? null);
  }).load(memberId);
}

/** What the comments of a year come to, for the review at its end. */
export const yearEndResolvers: Resolvers = {
  Member: {
    yearEndComment({ id }, { year }, context) {
      checkYear(year);
      return commentOnMember(context, id, year);
    },
  },
  OrgUnit: {
    async yearEndComments({ id: unitId }, { year }, context): Promise<YearOfUnit | null> {
      checkYear(year);
      const path = await pathInScope(context, unitId);
      return path === null ? null : { unitId, path, year };
    },
  },
  YearEndComments: {
    requested: async (of: YearOfUnit, _, context) => (await countsOf(context, of)).requested,
    delivered: async (of: YearOfUnit, _, context) => (await countsOf(context, of)).delivered,
    received: async (of: YearOfUnit, _, context) => (await countsOf(context, of)).received,
    async rows({ path, year }: YearOfUnit, wish, context) {
      const { first, limit, after } = pageArgs(wish.first, wish.after);
      const place = after === null ? null : decodeCursor(after, cursorShape);
      const rows = await findYearEndRows(context.em, path, year, { limit, after: place });
      return connection(rows, first, ({ memberName, itemId }) => [memberName, itemId]);
    },
    async xlsxUrl({ unitId, year }: YearOfUnit, _, context) {
      const line = { action: 'exportYearEndComments', subjectKind: 'unit', subjectId: unitId, unitId };
      await recordAudit(context.em, [{ ...line, after: { year } }], context);
      return linkTo(context, `/files/evaluation/year-end/${unitId}/${year}/${withoutSheetOf(context)}`);
    },
  },
  YearEndComment: {
    item: (row: YearEndRow, _, context) => itemById(context, row.itemId),
    deliveredAt: ({ deliveredAt }: YearEndRow) => moment(deliveredAt),
    receivedAt: ({ receivedAt }: YearEndRow) => moment(receivedAt),
  },
};
