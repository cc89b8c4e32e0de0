import { defineEntity, p } from '@mikro-orm/postgresql';

/**
 * Where a member's activity is now, in one row: what `PlacementRecorded` says to the other services, with the version that
 * orders what it says. Changed in the transaction of the memberships behind it.
 */
const PlacementSchema = defineEntity({
  name: 'Placement',
  properties: {
    memberId: p.uuid().primary(),
    version: p.integer(),
    branchId: p.uuid().nullable(),
    since: p.date().nullable(),
    temporaryBranchId: p.uuid().nullable(),
    temporarySince: p.date().nullable(),
    residenceBranchId: p.uuid().nullable(),
  },
});

export class Placement extends PlacementSchema.class {}
PlacementSchema.setClass(Placement);
