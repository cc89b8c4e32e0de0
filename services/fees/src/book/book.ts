import { addMonths, monthRange } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';
import { findPeriodFigures } from '../period-figures/period-figures.ts';
import { countUnpaid } from './book.rows.ts';
import { type BookPeriod, bookMonth, withTotals } from './book.rules.ts';

/** Part II of the book of a unit: the months of the year up to this one, with quarters and the year added up; two statements. */
export async function findBookPeriods(
  em: SqlEntityManager,
  unitId: string,
  month: Month,
): Promise<BookPeriod[]> {
  const january = `${month.slice(0, 4)}-01`;
  const months = monthRange(january, month);
  const figures = await findPeriodFigures(
    em,
    months.map((each) => ({ unitId, from: each, through: each })),
  );
  const unpaid = await countUnpaid(em, unitId, january, month);
  const rows = months.flatMap((each, index) => {
    const one = figures[index];
    return one ? [bookMonth(each, one, unpaid.get(each) ?? 0)] : [];
  });
  return withTotals(rows);
}

/** Whether these months can be reported on: in one year, in their order, none of them yet to come. */
export const isReportable = (from: Month, through: Month, thisMonth: Month): boolean =>
  from <= through && from.slice(0, 4) === through.slice(0, 4) && through < addMonths(thisMonth, 1);
