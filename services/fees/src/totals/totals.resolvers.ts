import { scopeUnitOf } from '@dang/access/actor';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { monthsBetween } from '@dang/vietnam/month';
import { GraphQLError } from 'graphql';
import type { Resolvers } from '../generated/graph.ts';
import type { TotalsWish } from './totals.query.ts';
import { readTotals, type TotalsReader } from './totals.rows.ts';
import type { UnitTotals } from './totals.rules.ts';

const UNITS_LIMIT = 100;
const MONTHS_LIMIT = 120;

const bad = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

type Asked = Pick<TotalsWish, 'from' | 'to' | 'axis'> & {
  readonly groupBy: TotalsWish['groups'];
  readonly asOf?: string | null;
};
/** Totals with what was asked. */
type TotalsView = UnitTotals & { readonly wish: TotalsWish };

/** The wish behind the arguments. @throws BAD_USER_INPUT for a stretch without a month, or of too many. */
export function wishOf({ from, to, groupBy, axis, asOf }: Asked): TotalsWish {
  const length = monthsBetween(from, to);
  if (length < 1 || length > MONTHS_LIMIT) throw bad(`to is 1 to ${MONTHS_LIMIT} months after from`);
  return { from, to, groups: groupBy, axis, asOf: asOf ?? null };
}

/** On which unit the actor's right to totals holds, and whether they are an analyst; null: nowhere. */
export function totalsReaderOf({ actor }: Pick<GraphContext, 'actor'>): TotalsReader | null {
  const scopeUnitId = actor && scopeUnitOf(actor, 'DUES_TOTALS_READ');
  return scopeUnitId ? { scopeUnitId, isAnalyst: actor.capacity?.role === 'ANALYST' } : null;
}

/** Asked for any number of units in one request, all that want the same are read by one statement. */
function totalsOf(context: GraphContext, unitId: string, wish: TotalsWish): Promise<TotalsView | null> {
  return loaderOf(context, `dues totals ${JSON.stringify(wish)}`, async (unitIds: readonly string[]) => {
    const reader = totalsReaderOf(context);
    const known = reader
      ? await readTotals(context.em, unitIds, reader, wish)
      : new Map<string, UnitTotals>();
    return unitIds.map((id) => {
      const totals = known.get(id);
      return totals ? { ...totals, wish } : null;
    });
  }).load(unitId.toLowerCase());
}

export const totalsResolvers: Resolvers = {
  Query: {
    async duesTotals(_, { units, ...asked }, context) {
      const unitIds = new Set(units);
      if (unitIds.size < 1 || unitIds.size > UNITS_LIMIT) throw bad(`units are 1 to ${UNITS_LIMIT}`);
      const wish = wishOf(asked);
      const totals = await Promise.all([...unitIds].map((id) => totalsOf(context, id, wish)));
      return totals.filter((each) => each !== null);
    },
  },
  OrgUnit: {
    duesTotals: ({ id }, asked, context) => totalsOf(context, id, wishOf(asked)),
  },
  DuesTotals: {
    unit: ({ unitId }: TotalsView) => ({ id: unitId }),
    from: ({ wish }: TotalsView) => wish.from,
    to: ({ wish }: TotalsView) => wish.to,
    axis: ({ wish }: TotalsView) => wish.axis,
    asOf: ({ wish }: TotalsView) => wish.asOf,
    total: ({ unitId, total }: TotalsView) => ({ ...total, unitId }),
  },
  DuesTotalsCell: {
    unit: ({ unitId }: { unitId: string }) => ({ id: unitId }),
  },
};
