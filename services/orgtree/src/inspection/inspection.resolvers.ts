import { scopeUnitOf } from '@dang/access/actor';
import { recordAudit } from '@dang/audit/record';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import type { Resolvers } from '../generated/graph.ts';
import { signedIn } from '../report/report.acts.ts';
import { isUnitWithin, pathNow } from '../unit/scope.rows.ts';
import { unitOnOrLast } from '../unit/unit.loaders.ts';
import { type FindingRow, findFindings } from './inspection.rows.ts';

const placeShape = z.tuple([z.iso.date(), z.guid()]);
const DAY_MS = 86_400_000;

/** What inspectors read: never a dossier itself, and never unseen. */
export const inspectionResolvers: Resolvers = {
  Query: {
    async inspection(_, { unitId, theme, ...args }, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = after === null ? null : decodeCursor(after, placeShape);
      const today = context.clock.today();
      const scope = scopeUnitOf(signedIn(context), 'AUDIT_READ');
      const wanted = unitId ?? scope;
      if (wanted === null || !(await isUnitWithin(context.em, wanted, scope, today))) return null;
      const path = await pathNow(context.em, wanted, today);
      if (path === null) return null;
      const line = {
        action: 'inspection',
        subjectKind: 'unit',
        subjectId: wanted,
        unitId: wanted,
        after: { theme },
      };
      await recordAudit(context.em.fork(), [line], context);
      const rows = await findFindings(context.em, theme, {
        path,
        today,
        limit,
        after: place && { since: place[0], id: place[1] },
      });
      return connection(rows, first, ({ since, id }) => [since, id]);
    },
  },

  InspectionFinding: {
    unit: ({ unitId }: FindingRow, _, context) => unitOnOrLast(context, unitId, context.clock.today()),
    days: ({ since }: FindingRow, _, { clock }) =>
      Math.round((Date.parse(clock.today()) - Date.parse(since)) / DAY_MS),
  },
};
