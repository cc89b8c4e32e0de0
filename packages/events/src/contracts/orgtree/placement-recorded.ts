import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, day, uuid, version } from '../../values.ts';

/**
 * Where members belong now: the branch of the official membership, that of a temporary one, and the branch of the place
 * of residence. `branchId` null: no membership today. orgtree alone decides this; everybody else copies it.
 */
export const PlacementRecorded = defineEvent({
  name: 'PlacementRecorded',
  service: 'orgtree',
  kind: 'state',
  version: 1,
  data: z.object({
    placements: bulk(
      z.object({
        memberId: uuid,
        version,
        branchId: uuid.nullable(),
        since: day.nullable(),
        temporaryBranchId: uuid.nullable(),
        temporarySince: day.nullable(),
        residenceBranchId: uuid.nullable(),
        /** The reorganisation that caused this, closed by `ReorganisationApplied`. */
        reorganisationId: uuid.optional(),
      }),
    ),
  }),
  example: {
    placements: [
      {
        memberId: '01980000-0000-7000-8000-00000000a001',
        version: 2,
        branchId: '01980000-0000-7000-8000-000000000044',
        since: '2021-03-01',
        temporaryBranchId: null,
        temporarySince: null,
        residenceBranchId: '01980000-0000-7000-8000-000000000044',
      },
    ],
  },
});
