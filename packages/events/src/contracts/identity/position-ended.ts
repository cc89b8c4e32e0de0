import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { code, day, text, uuid } from '../../values.ts';

/**
 * A member no longer holds a position, so nobody may act in it any more. `successorNeeded`: the unit has nobody left in
 * this role and must appoint one.
 */
export const PositionEnded = defineEvent({
  name: 'PositionEnded',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    positionId: uuid,
    memberId: uuid,
    unitId: uuid,
    role: code,
    endedOn: day,
    reason: text,
    successorNeeded: z.boolean(),
  }),
  example: {
    positionId: '01980000-0000-7000-8000-00000000b001',
    memberId: '01980000-0000-7000-8000-00000000a002',
    unitId: '01980000-0000-7000-8000-000000000044',
    role: 'BRANCH_SECRETARY',
    endedOn: '2026-07-06',
    reason: 'TRANSFER_COMPLETED',
    successorNeeded: true,
  },
});
