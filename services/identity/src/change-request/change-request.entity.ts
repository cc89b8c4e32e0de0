import { defineEntity, p } from '@mikro-orm/core';
import type { ChangeRequestState } from './change-request.workflow.ts';

const schema = defineEntity({
  name: 'AccountChangeRequest',
  tableName: 'account_change_request',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().version(),
    status: p.string().$type<ChangeRequestState>(),
    accountId: p.uuid(),
    memberId: p.uuid(),
    number: p.string(),
    branchId: p.uuid(),
    approverUnitId: p.uuid(),
    /** What is to change, by name; the values lie sealed beside it. */
    fields: p.array().$type<string[]>(),
    changesSealed: p.string(),
    important: p.boolean(),
    note: p.string().nullable(),
    submittedOn: p.date(),
    decidedOn: p.date().nullable(),
    rejectionReason: p.string().nullable(),
  },
});

/** What a member asks to have changed, with the old and the new values, until somebody decides. */
export class AccountChangeRequest extends schema.class {}
schema.setClass(AccountChangeRequest);
