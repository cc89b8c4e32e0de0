import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import type { ChildrenPage, PeriodRow, UnitOnDay, UnitRow } from './unit.rows.ts';
import { findChildren, findPeriods, findUnitsOn } from './unit.rows.ts';

const cacheOnText = <Key>(
  context: GraphContext,
  name: string,
  find: (keys: readonly Key[]) => Promise<unknown[]>,
) => loaderOf<string, unknown>(context, name, (keys) => find(keys.map((key) => JSON.parse(key) as Key)));

const unitsOn = (context: GraphContext) =>
  cacheOnText<UnitOnDay>(context, 'units', (keys) => findUnitsOn(context.em, keys));

const keyOf = ({ id, day, orLast }: UnitOnDay): string => JSON.stringify({ id, day, orLast });

/** The unit on a day; null when it does not exist on that day. Everything asked for in one tick is one statement. */
export const unitOn = (context: GraphContext, id: string, day: string): Promise<UnitRow | null> =>
  unitsOn(context).load(keyOf({ id, day, orLast: false })) as Promise<UnitRow | null>;

/** The unit on a day, or as it last was when it ended earlier: what others refer to keeps its name. */
export const unitOnOrLast = (context: GraphContext, id: string, day: string): Promise<UnitRow | null> =>
  unitsOn(context).load(keyOf({ id, day, orLast: true })) as Promise<UnitRow | null>;

/** Remembers a unit that was just read, so that its children need not ask for their parent again. */
export function rememberUnit(context: GraphContext, unit: UnitRow): void {
  unitsOn(context).prime(keyOf({ id: unit.id, day: unit.asOf, orLast: false }), unit);
}

/** A page of the units directly below one. */
export const childrenOf = (context: GraphContext, page: ChildrenPage): Promise<UnitRow[]> =>
  cacheOnText<ChildrenPage>(context, 'children', (pages) => findChildren(context.em, pages)).load(
    JSON.stringify(page),
  ) as Promise<UnitRow[]>;

/** Every period of a unit, the earliest first. */
export const periodsOf = (context: GraphContext, unitId: string): Promise<PeriodRow[]> =>
  loaderOf<string, PeriodRow[]>(context, 'periods', (ids) => findPeriods(context.em, ids)).load(unitId);
