import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { GraphQLError } from 'graphql';
import type { Month } from '../charging/charging.rules.ts';
import { hiddenQuestion } from './hidden.query.ts';
import { type TotalsWish, totalsQuestion } from './totals.query.ts';
import { type CellRow, type UnitTotals, unitTotals } from './totals.rules.ts';

/** Who asks: the unit on which their right holds, and whether cells of few payers are hidden from them. */
export interface TotalsReader {
  readonly scopeUnitId: string;
  readonly isAnalyst: boolean;
}

/** Beyond, a table is exported: it would be made in memory here. */
const ROWS_LIMIT = 50_000;

/**
 * The totals of those of the units that lie in the reader's scope, by id, in one statement (for analysts, who do not see
 * small cells, a second one). Exact and fresh: what was paid a moment ago is in them. @throws BAD_USER_INPUT for more than
 * `most` cells.
 */
export async function readTotals(
  em: SqlEntityManager,
  unitIds: readonly string[],
  reader: TotalsReader,
  wish: TotalsWish,
  most = ROWS_LIMIT,
): Promise<Map<string, UnitTotals>> {
  const { sql, values } = totalsQuestion(unitIds, reader.scopeUnitId, wish);
  const rows: CellRow[] = await em.execute(`${sql} limit ${most + 1}`, [...values]);
  if (rows.length > most)
    throw new GraphQLError(
      `these are more than ${most} cells: ask for fewer units, months or groups, or export them`,
      {
        extensions: { code: 'BAD_USER_INPUT' },
      },
    );
  const hidden = reader.isAnalyst ? await readHidden(em, rows, wish) : new Map();
  return unitTotals(rows, wish, hidden);
}

async function readHidden(
  em: SqlEntityManager,
  rows: readonly CellRow[],
  wish: TotalsWish,
): Promise<Map<string, Set<Month>>> {
  const unitIds = new Set(
    rows.flatMap(({ unitId, childId }) => (childId === null ? [unitId] : [unitId, childId])),
  );
  const { sql, values } = hiddenQuestion([...unitIds], wish);
  const found: { unitId: string; month: Month | null }[] = await em.execute(sql, [...values]);
  const hidden = new Map<string, Set<Month>>();
  for (const { unitId, month } of found) {
    const months = hidden.get(unitId) ?? new Set();
    if (month !== null) months.add(month);
    hidden.set(unitId, months);
  }
  return hidden;
}
