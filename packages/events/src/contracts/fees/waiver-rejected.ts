import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { uuid } from '../../values.ts';

/** A waiver is declined. */
export const WaiverRejected = defineEvent({
  name: 'WaiverRejected',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    waiverId: uuid,
    memberId: uuid,
    branchId: uuid,
    waiverKind: z.enum(['EXEMPT', 'REDUCE_30', 'REDUCE_50', 'REDUCE_70', 'DEFER', 'ADVANCE']),
    reason: z.string().min(1).max(2000),
  }),
  example: {
    waiverId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    branchId: '01980000-0000-7000-8000-000000000044',
    waiverKind: 'REDUCE_50',
    reason: 'Chưa đúng mức đóng',
  },
});
