import { subtreePath } from './units.ts';

/** The copy of the tree as the audit trail of a service asks it (`auditTrail` of `@dang/service/audit-trail`). */
export const copiedTree = {
  pathOf: subtreePath,
  unitsBelow: 'select id from unit_copy where path <@ ?::ltree',
  isTop: `select from unit_copy where id = ? and type in ('PROVINCE', 'CENTRAL')`,
};
