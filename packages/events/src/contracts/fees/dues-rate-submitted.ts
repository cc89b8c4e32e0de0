import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { dong, month, uuid } from '../../values.ts';

/** A member has declared other monthly dues; `approverUnitId` decides (the branch, or its superior for the branch’s own leaders). */
export const DuesRateSubmitted = defineEvent({
  name: 'DuesRateSubmitted',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    duesRateId: uuid,
    memberId: uuid,
    branchId: uuid,
    approverUnitId: uuid,
    monthlyAmount: dong,
    fromMonth: month,
  }),
  example: {
    duesRateId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    branchId: '01980000-0000-7000-8000-000000000044',
    approverUnitId: '01980000-0000-7000-8000-000000000044',
    monthlyAmount: '116532',
    fromMonth: '2026-07',
  },
});
