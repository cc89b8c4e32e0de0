import { auditTrail } from '@dang/service/audit-trail';
import type { Resolvers } from '../generated/graph.ts';
import { pathNow } from '../unit/scope.rows.ts';

/** The audit trail, by the tree that this service owns. */
export const auditResolvers: Resolvers = {
  Query: {
    treeAudit: auditTrail({
      pathOf: pathNow,
      // where a unit stands, or stood last: what has moved away is read where it is now
      unitsBelow: `select place.unit_id from unit_period place where place.path <@ ?::ltree and not exists
        (select from unit_period later where later.unit_id = place.unit_id and later.during >> place.during)`,
      isTop: `select from unit_period where unit_id = ? and type in ('PROVINCE', 'CENTRAL') limit 1`,
    }),
  },
};
