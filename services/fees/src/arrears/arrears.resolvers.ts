import { scopeUnitOf } from '@dang/access/actor';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import { isInDuesScope } from '../charge/dues-scope.ts';
import type { Resolvers } from '../generated/graph.ts';
import { type AlertRow, type ArrearsRow, findAlerts, findArrears } from './arrears.rows.ts';

const placeShape = z.tuple([z.guid(), z.guid()]);
const idShape = z.tuple([z.guid()]);

/** Who has not paid what is overdue, and whose case is to be looked into. */
export const arrearsResolvers: Resolvers = {
  Query: {
    async arrearsAlerts(_root, { unitId, year, ...args }, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = after === null ? null : decodeCursor(after, idShape)[0];
      const wanted = unitId ?? (context.actor && scopeUnitOf(context.actor, 'DUES_READ'));
      if (!wanted || !(await isInDuesScope(context, wanted))) return null;
      const rows = await findAlerts(context.em, wanted, { year: year ?? null, after: place, limit });
      return connection(rows, first, ({ id }) => [id]);
    },
  },
  OrgUnit: {
    async arrears({ id }, args, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = after === null ? null : decodeCursor(after, placeShape);
      if (!(await isInDuesScope(context, id))) return null;
      const rows = await findArrears(context.em, id, { after: place, limit });
      return connection(rows, first, ({ branchId, memberId }) => [branchId, memberId]);
    },
  },
  MemberArrears: {
    member: ({ memberId }: ArrearsRow) => ({ id: memberId }),
    branch: ({ branchId }: ArrearsRow) => ({ id: branchId }),
  },
  ArrearsAlert: {
    member: ({ memberId }: AlertRow) => ({ id: memberId }),
    branch: ({ branchId }: AlertRow) => ({ id: branchId }),
  },
};
