import { DuesStandingChanged } from '@dang/events/contracts/fees/dues-standing-changed';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { OfficersChanged } from '@dang/events/contracts/identity/officers-changed';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import { memberShape, officersShape, placementShape, standingShape, unitShape } from './shapes.ts';
import { upsertNewer } from './upsert.ts';

/** The tree of units. Every service that asks "is this within my unit" lists it. */
export const unitCopies = defineProjection({
  name: 'unitCopies',
  tables: ['unit_copy'],
  reactions: [
    defineReaction({
      name: 'copyUnits',
      event: UnitRecorded,
      handle: ({ em }, { data }) => upsertNewer(em, unitShape, data.units),
    }),
  ],
});

/** Who the members are. */
export const memberCopies = defineProjection({
  name: 'memberCopies',
  tables: ['member_copy'],
  reactions: [
    defineReaction({
      name: 'copyMembers',
      event: MemberRecorded,
      handle: ({ em }, { data }) => upsertNewer(em, memberShape, data.members),
    }),
  ],
});

/** Where each member's activity is. */
export const placementCopies = defineProjection({
  name: 'placementCopies',
  tables: ['placement_copy'],
  reactions: [
    defineReaction({
      name: 'copyPlacements',
      event: PlacementRecorded,
      handle: ({ em }, { data }) => upsertNewer(em, placementShape, data.placements),
    }),
  ],
});

/** How each member stands with the dues. */
export const standingCopies = defineProjection({
  name: 'standingCopies',
  tables: ['standing_copy'],
  reactions: [
    defineReaction({
      name: 'copyStandings',
      event: DuesStandingChanged,
      handle: ({ em }, { data }) => upsertNewer(em, standingShape, data.standings),
    }),
  ],
});

/** Who holds which position in each unit. */
export const officerCopies = defineProjection({
  name: 'officerCopies',
  tables: ['officers_copy'],
  reactions: [
    defineReaction({
      name: 'copyOfficers',
      event: OfficersChanged,
      handle: ({ em }, { data }) => upsertNewer(em, officersShape, data.units),
    }),
  ],
});
