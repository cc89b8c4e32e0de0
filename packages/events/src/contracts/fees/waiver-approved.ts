import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, month, uuid } from '../../values.ts';

/** A waiver is decided for these months; what was charged in them has changed. */
export const WaiverApproved = defineEvent({
  name: 'WaiverApproved',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    waiverId: uuid,
    memberId: uuid,
    branchId: uuid,
    waiverKind: z.enum(['EXEMPT', 'REDUCE_30', 'REDUCE_50', 'REDUCE_70', 'DEFER', 'ADVANCE']),
    fromMonth: month,
    throughMonth: month.nullable(),
    approvedOn: day,
  }),
  example: {
    waiverId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    branchId: '01980000-0000-7000-8000-000000000044',
    waiverKind: 'REDUCE_50',
    fromMonth: '2026-07',
    throughMonth: '2026-12',
    approvedOn: '2026-07-06',
  },
});
