import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { transferStep } from '../../transfer-step.ts';
import { day } from '../../values.ts';

/**
 * The term of a temporary stay comes near (30 and 7 days before its last day), is there, or has passed without the destination's comment (then
 * again every 7 days, which is also told to both committees). Once a stage; a longer term begins anew.
 */
export const TemporaryStayDue = defineEvent({
  name: 'TemporaryStayDue',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: transferStep.omit({ kind: true, reason: true }).extend({
    stage: z.enum(['DAYS_30', 'DAYS_7', 'LAST_DAY', 'OVERDUE']),
    through: day,
    /** Days since the last day of the term; 0 until it has passed. */
    daysOver: z.int().nonnegative(),
  }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    number: 'G22.99.05-260706-0001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    destinationBranchId: '01980000-0000-7000-8000-000000000021',
    stage: 'DAYS_30',
    through: '2027-01-14',
    daysOver: 0,
  },
});
