import { copiedTree } from '@dang/reference/audit-tree';
import { auditTrail } from '@dang/service/audit-trail';
import type { Resolvers } from '../generated/graph.ts';

/** The audit trail of this service. */
export const auditResolvers: Resolvers = { Query: { transferAudit: auditTrail(copiedTree) } };
