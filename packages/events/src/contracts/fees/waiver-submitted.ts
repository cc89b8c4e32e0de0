import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { uuid } from '../../values.ts';

/** Somebody asks for exemption, reduction, late or advance payment of a member’s dues; `approverUnitId` decides. */
export const WaiverSubmitted = defineEvent({
  name: 'WaiverSubmitted',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    waiverId: uuid,
    memberId: uuid,
    branchId: uuid,
    approverUnitId: uuid,
    waiverKind: z.enum(['EXEMPT', 'REDUCE_30', 'REDUCE_50', 'REDUCE_70', 'DEFER', 'ADVANCE']),
  }),
  example: {
    waiverId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    branchId: '01980000-0000-7000-8000-000000000044',
    approverUnitId: '01980000-0000-7000-8000-000000000044',
    waiverKind: 'REDUCE_50',
  },
});
