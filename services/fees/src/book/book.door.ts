import { findUnits } from '@dang/reference/units';
import type { Door } from '@dang/service/doors/door';
import { sendFile, signedGet } from '@dang/service/doors/signed-door';
import { streamBook } from '@dang/tabular/stream-rows';
import type { Month } from '../charging/charging.rules.ts';
import { findBookRows } from './book.rows.ts';
import { reportLines } from './book.rules.ts';
import { findBookPeriods } from './book.ts';
import { bookSheets, reportSheet } from './book-sheets.ts';
import { findReportSums } from './report.rows.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * `/files/books/<unit>/<month>[/members]` and `/files/reports/<unit>/<from>/<through>` as XLSX, to whoever holds a signed link. Rows of members
 * are only in the book whose link says so.
 */
export const bookDoor: Door = (app, { orm, environment }) => {
  const book = (path: string, withMembers: boolean) =>
    signedGet<{ unitId: string; month: Month }>(app, path, environment, async ({ unitId, month }, reply) => {
      const em = orm.em.fork();
      const [unit] = await findUnits(em, [unitId]);
      if (!unit) return undefined;
      const rows = withMembers ? await findBookRows(em, unitId, month) : null;
      const sheets = bookSheets(unit, month, rows, await findBookPeriods(em, unitId, month));
      return sendFile(reply, { name: `S01-${unit.code}-${month}.xlsx`, type, body: streamBook(sheets) });
    });
  book('/files/books/:unitId/:month', false);
  book('/files/books/:unitId/:month/members', true);

  const path = '/files/reports/:unitId/:from/:through';
  signedGet<{ unitId: string; from: Month; through: Month }>(app, path, environment, async (given, reply) => {
    const em = orm.em.fork();
    const { unitId, from, through } = given;
    const [unit] = await findUnits(em, [unitId]);
    if (!unit) return undefined;
    const lines = reportLines(await findReportSums(em, unitId, from, through));
    const sheet = reportSheet(unit, from, through, lines);
    const name = `bao-cao-dang-phi-${unit.code}-${from}-${through}.xlsx`;
    return sendFile(reply, { name, type, body: streamBook([sheet]) });
  });
};
