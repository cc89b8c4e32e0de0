import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, uuid } from '../../values.ts';

/** An administrator proposes to correct the branch on record of a member; `deciderUnitId` is the common superior of both branches. */
export const MemberCorrectionProposed = defineEvent({
  name: 'MemberCorrectionProposed',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    correctionId: uuid,
    memberId: uuid,
    fromBranchId: uuid.nullable(),
    toBranchId: uuid,
    deciderUnitId: uuid,
    reason: z.string().min(1).max(2000),
    proposedOn: day,
  }),
  example: {
    correctionId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    fromBranchId: '01980000-0000-7000-8000-0000000000f1',
    toBranchId: '01980000-0000-7000-8000-0000000000f1',
    deciderUnitId: '01980000-0000-7000-8000-0000000000f1',
    reason: 'Chưa đúng chi bộ',
    proposedOn: '2026-07-06',
  },
});
