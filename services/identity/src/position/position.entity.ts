import type { Role } from '@dang/access/role';
import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Position',
  tableName: 'position',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().version(),
    memberId: p.uuid(),
    unitId: p.uuid(),
    role: p.string().$type<Role>(),
    title: p.string(),
    fromDate: p.date(),
    toDate: p.date().nullable(),
    /** Who gave a staff office; null for what the superior approved. */
    appointedBy: p.uuid().nullable(),
    endedOn: p.date().nullable(),
    endedReason: p.string().nullable(),
  },
});

/** A position in the Party (chức vụ), approved by the superior organisation. */
export class Position extends schema.class {}
schema.setClass(Position);
