import { defineEntity, p } from '@mikro-orm/core';
import type { CorrectionState } from './correction.workflow.ts';

const schema = defineEntity({
  name: 'MemberCorrection',
  tableName: 'member_correction',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().version(),
    number: p.string(),
    status: p.string().$type<CorrectionState>(),
    memberId: p.uuid(),
    fromBranchId: p.uuid().nullable(),
    toBranchId: p.uuid(),
    deciderUnitId: p.uuid(),
    reason: p.string(),
    effectiveOn: p.date(),
    proposedOn: p.date(),
    proposerAccountId: p.uuid(),
    proposerMemberId: p.uuid().nullable(),
    decidedOn: p.date().nullable(),
    rejectionReason: p.string().nullable(),
  },
});

/** A proposed correction of the branch on record of a member. */
export class MemberCorrection extends schema.class {}
schema.setClass(MemberCorrection);
