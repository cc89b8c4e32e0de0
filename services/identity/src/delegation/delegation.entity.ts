import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Delegation',
  tableName: 'delegation',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().version(),
    memberId: p.uuid(),
    unitId: p.uuid(),
    role: p.string().$type<'BRANCH_DELEGATE' | 'COMMITTEE_DELEGATE'>(),
    title: p.string(),
    fromDate: p.date(),
    toDate: p.date(),
    appointedBy: p.uuid().nullable(),
    endedOn: p.date().nullable(),
    endedReason: p.string().nullable(),
  },
});

/** A task given to a member by the secretary for a time (phân công). */
export class Delegation extends schema.class {}
schema.setClass(Delegation);
