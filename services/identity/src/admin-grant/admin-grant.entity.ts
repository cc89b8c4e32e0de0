import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'AdminGrant',
  tableName: 'admin_grant',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().version(),
    memberId: p.uuid(),
    unitId: p.uuid(),
    role: p.string().$type<'ORG_ADMIN' | 'SYSTEM_ADMIN' | 'SUPPORT_AGENT'>(),
    title: p.string(),
    fromDate: p.date(),
    grantedBy: p.uuid().nullable(),
    reason: p.string(),
    endedOn: p.date().nullable(),
    endedReason: p.string().nullable(),
  },
});

/** A right on the system, given by an administrator above (quản trị); no position in the Party. */
export class AdminGrant extends schema.class {}
schema.setClass(AdminGrant);
