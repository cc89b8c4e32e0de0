import { defineEntity, p } from '@mikro-orm/core';
import type { ClaimableRole } from './position-claim.rules.ts';
import type { PositionClaimState } from './position-claim.workflow.ts';

const schema = defineEntity({
  name: 'PositionClaim',
  tableName: 'position_claim',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().version(),
    /** Dossier number. */
    number: p.string(),
    status: p.string().$type<PositionClaimState>(),
    accountId: p.uuid(),
    /** Null until the account of the claimant is approved. */
    memberId: p.uuid().nullable(),
    unitId: p.uuid(),
    /** The direct superior when the claim was made; null at the top of the chain. */
    approverUnitId: p.uuid().nullable(),
    role: p.string().$type<ClaimableRole>(),
    title: p.string(),
    fromOn: p.date(),
    throughOn: p.date().nullable(),
    submittedOn: p.date(),
    decidedOn: p.date().nullable(),
    reason: p.string().nullable(),
    /** The position that the approval gave. */
    positionId: p.uuid().nullable(),
  },
});

/** What a member says they are in a unit, until its direct superior says whether it is so. */
export class PositionClaim extends schema.class {}
schema.setClass(PositionClaim);
