import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import type { Resolvers } from '../generated/graph.ts';
import { provinceInScope } from '../unit/province-in-scope.ts';
import { findUntold, type UntoldRow } from './portal-sync.rows.ts';

const placeShape = z.tuple([z.iso.datetime({ offset: true }), z.guid()]);

/** What the national portal has still to be told, for whoever runs the system. */
export const portalResolvers: Resolvers = {
  Query: {
    async portalBacklog(_, args, context) {
      const { em } = context;
      const { first, limit, after } = pageArgs(args.first, args.after);
      if ((await provinceInScope(em, context, 'SYSTEM_OPERATE')) === null) return null;
      const place = after === null ? null : decodeCursor(after, placeShape);
      const rows = await findUntold(em, {
        limit,
        after: place && { firstDueAt: place[0], dossierId: place[1] },
      });
      return connection(rows, first, ({ firstDueAt, dossierId }) => [firstDueAt, dossierId]);
    },
  },

  PortalBacklogEntry: {
    firstDueAt: ({ firstDueAt }: UntoldRow) => new Date(firstDueAt),
    nextAttemptAt: ({ nextAttemptAt }: UntoldRow) => new Date(nextAttemptAt),
  },
};
