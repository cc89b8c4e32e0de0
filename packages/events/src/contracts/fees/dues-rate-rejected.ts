import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { uuid } from '../../values.ts';

/** The monthly dues that a member declared are rejected; what was approved before holds. */
export const DuesRateRejected = defineEvent({
  name: 'DuesRateRejected',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    duesRateId: uuid,
    memberId: uuid,
    branchId: uuid,
    reason: z.string().min(1).max(2000),
  }),
  example: {
    duesRateId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    branchId: '01980000-0000-7000-8000-000000000044',
    reason: 'Chưa đúng mức đóng',
  },
});
