import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { uuid } from '../../values.ts';

/** A proposed correction of a member’s branch was declined. */
export const MemberCorrectionRejected = defineEvent({
  name: 'MemberCorrectionRejected',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    correctionId: uuid,
    memberId: uuid,
    deciderUnitId: uuid,
    reason: z.string().min(1).max(2000),
  }),
  example: {
    correctionId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    deciderUnitId: '01980000-0000-7000-8000-0000000000f1',
    reason: 'Chưa đúng chi bộ',
  },
});
