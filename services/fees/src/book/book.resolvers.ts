import { scopeUnitOf } from '@dang/access/actor';
import { findUnits } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { signUrl } from '@dang/service/doors/signed-url';
import { monthOf } from '@dang/vietnam/month';
import { isInDuesScope } from '../charge/dues-scope.ts';
import type { Month } from '../charging/charging.rules.ts';
import { signedIn } from '../decision/signed-in.ts';
import { feesEnvironment } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import { isInScope } from '../order/order.access.ts';
import { type BookRow, findBookRows } from './book.rows.ts';
import { type ReportLine, reportLines } from './book.rules.ts';
import { findBookPeriods, isReportable } from './book.ts';
import { findReportSums } from './report.rows.ts';

/** How long a link to a book or report is good. */
const LINK_MS = 15 * 60_000;

const branchTypes = new Set(['BRANCH', 'GRASSROOTS_BRANCH']);

const linkTo = ({ environment }: GraphContext, path: string): string =>
  signUrl(feesEnvironment(environment), path, { expiresAt: new Date(Date.now() + LINK_MS) });

type Book = { unitId: string; month: Month; showsMembers: boolean };
type Report = { unitId: string; from: Month; through: Month };

/** The book of dues and the report of dues. */
export const bookResolvers: Resolvers = {
  Query: {
    async duesBook(_, { unitId, month }, context): Promise<Book | null> {
      if (!isReportable(month, month, monthOf(context.clock.today()))) return null;
      if (!(await isInScope(context, 'RECONCILIATION_READ', unitId))) return null;
      const [unit] = await findUnits(context.em, [unitId]);
      if (!unit) return null;
      const showsMembers = branchTypes.has(unit.type) && (await isInDuesScope(context, unitId));
      return { unitId, month, showsMembers };
    },
    async duesReport(_, { unitId, from, through }, context): Promise<Report | null> {
      const wanted = unitId ?? scopeUnitOf(signedIn(context), 'RECONCILIATION_READ');
      if (wanted === null || !isReportable(from, through, monthOf(context.clock.today()))) return null;
      return (await isInScope(context, 'RECONCILIATION_READ', wanted))
        ? { unitId: wanted, from, through }
        : null;
    },
  },
  DuesBook: {
    unit: ({ unitId }: Book) => ({ id: unitId }),
    async rows({ unitId, month, showsMembers }: Book, _, context) {
      if (!showsMembers) return null;
      const rows = await findBookRows(context.em, unitId, month);
      return rows.map((row, index) => ({ ...row, number: index + 1 }));
    },
    periods: ({ unitId, month }: Book, _, context) => findBookPeriods(context.em, unitId, month),
    xlsxUrl: ({ unitId, month, showsMembers }: Book, _, context) =>
      linkTo(context, `/files/books/${unitId}/${month}${showsMembers ? '/members' : ''}`),
  },
  DuesBookRow: {
    member: ({ memberId }: BookRow) => ({ id: memberId }),
  },
  DuesReport: {
    unit: ({ unitId }: Report) => ({ id: unitId }),
    lines: async ({ unitId, from, through }: Report, _, context) =>
      reportLines(await findReportSums(context.em, unitId, from, through)),
    xlsxUrl: ({ unitId, from, through }: Report, _, context) =>
      linkTo(context, `/files/reports/${unitId}/${from}/${through}`),
  },
  DuesReportLine: {
    commune: ({ byColumn }: ReportLine) => byColumn.COMMUNE,
    enterprise: ({ byColumn }: ReportLine) => byColumn.ENTERPRISE,
    other: ({ byColumn }: ReportLine) => byColumn.OTHER,
  },
};
