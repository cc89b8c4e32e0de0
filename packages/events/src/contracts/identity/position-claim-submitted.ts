import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { code, day, text, uuid } from '../../values.ts';

/** A member claims a position in `unitId`; `approverUnitId` is the direct superior that decides. */
export const PositionClaimSubmitted = defineEvent({
  name: 'PositionClaimSubmitted',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    claimId: uuid,
    memberId: uuid,
    unitId: uuid,
    approverUnitId: uuid.nullable(),
    role: code,
    title: text,
    submittedOn: day,
  }),
  example: {
    claimId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    unitId: '01980000-0000-7000-8000-000000000044',
    approverUnitId: '01980000-0000-7000-8000-0000000000f1',
    role: 'BRANCH_SECRETARY',
    title: 'Bí thư chi bộ',
    submittedOn: '2026-07-06',
  },
});
