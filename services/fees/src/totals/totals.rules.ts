import { addMonths, monthRange } from '@dang/vietnam/month';
import type { Month } from '../charging/charging.rules.ts';
import { ALL_MONTHS } from './hidden.query.ts';
import { asksHowPaid, type TotalsWish } from './totals.query.ts';

/** A row of the statement: a cell of a unit, or with `isTotal` a correction of the payers of the whole unit. */
export interface CellRow {
  readonly unitId: string;
  readonly childId: string | null;
  readonly month: Month | null;
  readonly category?: string | null;
  readonly channel?: string | null;
  readonly method?: string | null;
  readonly isTotal: boolean;
  /** Null, as all figures: there is nothing to tell of the unit. */
  readonly due: string | null;
  readonly members: number | null;
  readonly paid: string | null;
  readonly payers: number | null;
  readonly retained: string | null;
  /** How many of the payers were counted in another branch as well. */
  readonly surplus: number | null;
}

/** What was due and paid: whole đồng. Figures that make no sense on an axis are null; all of them in a hidden cell. */
export interface TotalsFigures {
  readonly due: bigint | null;
  readonly paid: bigint | null;
  readonly outstanding: bigint | null;
  readonly retained: bigint | null;
  readonly remitted: bigint | null;
  readonly members: number | null;
  readonly payers: number | null;
  readonly hidden: boolean;
}

/** One cell of a breakdown; `month` is the first one of its month, quarter or year. */
export interface TotalsCell extends TotalsFigures {
  readonly unitId: string;
  readonly month: Month | null;
  readonly category: string | null;
  readonly channel: string | null;
  readonly method: string | null;
}

/** The totals of a unit: the cells in the order of time and unit, and all of them together. */
export interface UnitTotals {
  readonly unitId: string;
  readonly cells: readonly TotalsCell[];
  readonly total: TotalsFigures;
}

interface Sum {
  due: bigint;
  members: number;
  paid: bigint;
  payers: number;
  retained: bigint;
}

const nothing = (): Sum => ({ due: 0n, members: 0, paid: 0n, payers: 0, retained: 0n });

function add(sum: Sum, { due, members, paid, payers, retained }: CellRow): void {
  sum.due += BigInt(due ?? 0);
  sum.members += members ?? 0;
  sum.paid += BigInt(paid ?? 0);
  sum.payers += payers ?? 0;
  sum.retained += BigInt(retained ?? 0);
}

const allHidden: TotalsFigures = {
  due: null,
  paid: null,
  outstanding: null,
  retained: null,
  remitted: null,
  members: null,
  payers: null,
  hidden: true,
};

/** What is due has not come: by the month of payment, or by how it came, there is only what was paid. */
function figures({ due, members, paid, payers, retained }: Sum, hasDue: boolean): TotalsFigures {
  return {
    due: hasDue ? due : null,
    paid,
    outstanding: hasDue ? due - paid : null,
    retained,
    remitted: paid - retained,
    members: hasDue ? members : null,
    payers,
    hidden: false,
  };
}

/** The months that a cell adds up, within those asked for. */
function monthsOf(cell: Month | null, { from, to, groups }: TotalsWish): string[] {
  const last = addMonths(to, -1);
  if (cell === null) return monthRange(from, last);
  const length = groups.includes('MONTH') ? 1 : groups.includes('QUARTER') ? 3 : 12;
  const through = addMonths(cell, length - 1);
  return monthRange(cell < from ? from : cell, through < last ? through : last);
}

/**
 * Makes the totals of each unit out of the rows. `hidden`: for every unit below the grassroots the months of which
 * nothing may be told; a cell that holds one of them is hidden, and so is the total of such a unit.
 */
export function unitTotals(
  rows: readonly CellRow[],
  wish: TotalsWish,
  hidden: ReadonlyMap<string, ReadonlySet<Month>>,
): Map<string, UnitTotals> {
  const hasDue = wish.axis === 'PERIOD' && !asksHowPaid(wish);
  const isHidden = (unitId: string, month: Month | null) => {
    const months = hidden.get(unitId);
    return months !== undefined && [ALL_MONTHS, ...monthsOf(month, wish)].some((each) => months.has(each));
  };
  const units = new Map<string, { sum: Sum; cells: Map<string, { key: CellRow; sum: Sum }> }>();
  for (const row of rows) {
    const unit = units.get(row.unitId) ?? { sum: nothing(), cells: new Map() };
    units.set(row.unitId, unit);
    if (row.paid === null) continue;
    const surplus = row.surplus ?? 0;
    add(unit.sum, row);
    if (row.isTotal) {
      unit.sum.payers -= surplus;
      continue;
    }
    const key = [row.month, row.childId, row.category, row.channel, row.method].join(' ');
    const cell = unit.cells.get(key) ?? { key: row, sum: nothing() };
    unit.cells.set(key, cell);
    add(cell.sum, row);
    cell.sum.payers -= surplus;
  }
  return new Map(
    [...units].map(([unitId, { sum, cells }]): [string, UnitTotals] => {
      const told = [...cells]
        .filter(
          ([
            ,
            {
              sum: { due, members, paid, payers, retained },
            },
          ]) => [due, paid, retained].some((amount) => amount !== 0n) || members !== 0 || payers !== 0,
        )
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { key, sum: cell }]): TotalsCell => {
          const ofUnit = key.childId ?? unitId;
          const shown = isHidden(ofUnit, key.month) ? allHidden : figures(cell, hasDue);
          return {
            unitId: ofUnit,
            month: key.month,
            category: key.category ?? null,
            channel: key.channel || null,
            method: key.method || null,
            ...shown,
          };
        });
      return [
        unitId,
        { unitId, cells: told, total: isHidden(unitId, null) ? allHidden : figures(sum, hasDue) },
      ];
    }),
  );
}
