import { recordAudit } from '@dang/audit/record';
import { isWithin } from '@dang/reference/units';
import { signUrl } from '@dang/service/doors/signed-url';
import { GraphQLError } from 'graphql';
import { feesEnvironment } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import { totalsReaderOf, wishOf } from '../totals/totals.resolvers.ts';

/** How long a link to a table is good: it may be fetched by a program later in the hour. */
const LINK_MS = 60 * 60_000;

/** Links to tables of dues. Who asked for which is in the audit trail; the link itself opens to whoever holds it. */
export const exportResolvers: Resolvers = {
  Query: {
    async duesExport(_, { unitId, from, to, rows, format }, context) {
      wishOf({ from, to, groupBy: [], axis: 'PERIOD' });
      const reader = totalsReaderOf(context);
      if (reader === null || !(await isWithin(context.em, unitId, reader.scopeUnitId))) return null;
      if (reader.isAnalyst && rows === 'CHARGES')
        throw new GraphQLError('charges are not for analysts', { extensions: { code: 'FORBIDDEN' } });
      const line = { action: 'duesExport', subjectKind: 'unit', subjectId: unitId, unitId };
      await recordAudit(context.em, [{ ...line, after: { from, to, rows, format } }], context);
      const expiresAt = new Date(Date.now() + LINK_MS);
      const depth = reader.isAnalyst ? 'grassroots' : 'all';
      const path = `/exports/${rows}/${unitId}/${from}/${to}/${depth}/dues.${format.toLowerCase()}`;
      return { url: signUrl(feesEnvironment(context.environment), path, { expiresAt }), expiresAt };
    },
  },
};
