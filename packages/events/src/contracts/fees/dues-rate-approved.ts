import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, dong, month, uuid } from '../../values.ts';

/** The monthly dues of a member are approved from a month on. */
export const DuesRateApproved = defineEvent({
  name: 'DuesRateApproved',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    duesRateId: uuid,
    memberId: uuid,
    branchId: uuid,
    monthlyAmount: dong,
    fromMonth: month,
    approvedOn: day,
  }),
  example: {
    duesRateId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    branchId: '01980000-0000-7000-8000-000000000044',
    monthlyAmount: '116532',
    fromMonth: '2026-07',
    approvedOn: '2026-07-06',
  },
});
