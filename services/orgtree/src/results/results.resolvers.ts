import { scopeUnitOf } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { figuresOf } from '../figures/figures.loaders.ts';
import { viewOf } from '../figures/figures.view.ts';
import type { Resolvers } from '../generated/graph.ts';
import { isVisible } from '../membership/membership.loaders.ts';
import { ratingsOf } from '../rating/rating.resolvers.ts';
import { signedIn } from '../report/report.acts.ts';
import { isUnitWithin, pathNow } from '../unit/scope.rows.ts';
import { unitOnOrLast } from '../unit/unit.loaders.ts';
import {
  findMemberResults,
  findUnitResults,
  type MemberResultRow,
  type ResultYear,
  type UnitResultRow,
  yearOf,
} from './results.rows.ts';

/** Where to look and at which year; null when the unit is not in the actor's scope. */
async function placeOf(
  context: GraphContext,
  unitId: string | null | undefined,
  year: number,
): Promise<{ path: string; year: ResultYear } | null> {
  const today = context.clock.today();
  const stretch = yearOf(year, today);
  if (stretch === null)
    throw new GraphQLError('year is one that has begun', { extensions: { code: 'BAD_USER_INPUT' } });
  const scope = scopeUnitOf(signedIn(context), 'RESULTS_EXPORT');
  const wanted = unitId ?? scope;
  if (wanted === null || !(await isUnitWithin(context.em, wanted, scope, today))) return null;
  const path = await pathNow(context.em, wanted, today);
  return path === null ? null : { path, year: stretch };
}

/** `isSeen`: they are in scope today; the list of a past year also names who has left since, and tells no more of them. */
type MemberResultView = MemberResultRow & { isSeen: boolean };

const unitShape = z.tuple([z.string(), z.guid()]);
const memberShape = z.tuple([z.string(), z.string(), z.guid()]);

const ratingsIn = async ({ unitId, year }: UnitResultRow, context: GraphContext) => {
  const unit = await unitOnOrLast(context, unitId, year.day);
  if (unit === null) throw new Error(`${unitId} has results and is no unit`);
  return ratingsOf(context, { path: unit.path, from: year.from, through: year.through });
};

/** The results of a year (domain 10.5: one of the criteria of the yearly ranking), by unit with its head, and by member. */
export const resultsResolvers: Resolvers = {
  Query: {
    async unitResults(_, { unitId, year, ...args }, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const cursor = after === null ? null : decodeCursor(after, unitShape);
      const place = await placeOf(context, unitId, year);
      if (place === null) return null;
      const rows = await findUnitResults(context.em, {
        ...place,
        limit,
        after: cursor && { code: cursor[0], id: cursor[1] },
      });
      return connection(rows, first, (row) => [row.code, row.unitId]);
    },

    async memberResults(_, { unitId, year, ...args }, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const cursor = after === null ? null : decodeCursor(after, memberShape);
      const place = await placeOf(context, unitId, year);
      if (place === null) return null;
      const rows = await findMemberResults(context.em, {
        ...place,
        limit,
        after: cursor && { code: cursor[0], nameKey: cursor[1], memberId: cursor[2] },
      });
      const isSeen = place.year.day === context.clock.today();
      const views = rows.map((row): MemberResultView => ({ ...row, isSeen }));
      return connection(views, first, ({ code, nameKey, memberId }) => [code, nameKey, memberId]);
    },
  },

  UnitResult: {
    unit: ({ unitId, year }: UnitResultRow, _, context) => unitOnOrLast(context, unitId, year.day),
    figures: async ({ unitId, year }: UnitResultRow, _, context) =>
      viewOf(await figuresOf(context, { unitId, from: year.from, through: year.through })),
    ratings: async (row: UnitResultRow, _, context) => (await ratingsIn(row, context)).count,
    ratingAverage: async (row: UnitResultRow, _, context) => (await ratingsIn(row, context)).average,
  },

  ResultHead: {
    member: ({ memberId }: { memberId: string }) => ({ id: memberId }),
  },

  MemberResult: {
    member: ({ memberId, unitId, isSeen }: MemberResultView) => ({
      id: memberId,
      isSeen,
      ...(isSeen ? { branchId: unitId } : {}),
    }),
    exclusion: async ({ memberId, exclusion, isSeen }: MemberResultView, _, context) =>
      exclusion !== null && (isSeen || (await isVisible(context, memberId))) ? exclusion : null,
    branch: ({ unitId }: MemberResultView, _, context) =>
      unitOnOrLast(context, unitId, context.clock.today()),
  },
};
