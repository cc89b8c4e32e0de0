import type { GraphContext } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import type { Resolvers } from '../generated/graph.ts';
import { childrenOf, periodsOf, rememberUnit, unitOn, unitOnOrLast } from './unit.loaders.ts';
import type { PeriodRow, UnitPlace, UnitRow } from './unit.rows.ts';
import { findUnitByCode, findUnitsOfType } from './unit.rows.ts';

const place = z.tuple([z.string(), z.guid()]);

/** Where a cursor of a list of units points; null at its beginning. */
export const placeAfter = (after: string | null): UnitPlace | null => {
  if (after === null) return null;
  const [code, id] = decodeCursor(after, place);
  return { code, id };
};

/** A page of units in the order of their codes. */
export const page = (rows: readonly UnitRow[], first: number) =>
  connection(rows, first, ({ code, id }) => [code, id]);

/** The unit on another day than the one on which it was read; the same row when no other day is asked for. */
export function onDay(
  context: GraphContext,
  unit: UnitRow,
  asOf: string | null | undefined,
): Promise<UnitRow | null> {
  return asOf == null || asOf === unit.asOf ? Promise.resolve(unit) : unitOn(context, unit.id, asOf);
}

type PageArgs = { first?: number | null; after?: string | null };

async function childrenPage(context: GraphContext, parentId: string, day: string, args: PageArgs) {
  const { first, limit, after } = pageArgs(args.first, args.after);
  return page(await childrenOf(context, { parentId, day, limit, after: placeAfter(after) }), first);
}

/** The tree, as plain rows: every field is one statement for all units of a request. */
export const unitResolvers: Resolvers = {
  Query: {
    unit: (_, { id, asOf }, context) => unitOn(context, id, asOf ?? context.clock.today()),

    unitByCode: (_, { code, asOf }, context) =>
      findUnitByCode(context.em, code, asOf ?? context.clock.today()),

    async units(_, { parentId, type, asOf, ...args }, context) {
      const day = asOf ?? context.clock.today();
      if (parentId == null) {
        const { first, limit, after } = pageArgs(args.first, args.after);
        const wanted = { type: type ?? null, day, limit, after: placeAfter(after) };
        return page(await findUnitsOfType(context.em, wanted), first);
      }
      return childrenPage(context, parentId, day, args);
    },
  },

  OrgUnit: {
    __resolveReference: ({ id }: { id: string }, context: GraphContext) =>
      unitOnOrLast(context, id, context.clock.today()),

    async parent(unit: UnitRow, { asOf }, context) {
      const then = await onDay(context, unit, asOf);
      return then?.parentId == null ? null : unitOn(context, then.parentId, then.asOf);
    },

    async ancestors(unit: UnitRow, { asOf }, context) {
      const then = await onDay(context, unit, asOf);
      const above = then?.path.slice(0, -1).map((id) => unitOn(context, id, then.asOf)) ?? [];
      return (await Promise.all(above)).filter((ancestor) => ancestor !== null);
    },

    async children(unit: UnitRow, { asOf, ...args }, context) {
      const then = await onDay(context, unit, asOf);
      if (then === null) return page([], pageArgs(args.first, args.after).first);
      rememberUnit(context, then);
      return childrenPage(context, then.id, then.asOf, args);
    },

    periods: (unit: UnitRow, _, context) => periodsOf(context, unit.id),
  },

  UnitPeriod: {
    parent: (period: PeriodRow, _, context) =>
      period.parentId === null ? null : unitOn(context, period.parentId, period.from),
  },
};
