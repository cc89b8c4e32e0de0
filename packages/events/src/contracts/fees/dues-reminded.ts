import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, dong, month, uuid } from '../../values.ts';

/** Members are reminded of dues that are still open; at most 500 members an event. `occasion` says when. */
export const DuesReminded = defineEvent({
  name: 'DuesReminded',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    reminderId: uuid,
    branchId: uuid,
    month: month,
    occasion: z.enum(['DAY_8', 'DAY_10', 'OVERDUE', 'MONTH_END', 'TWO_MONTHS']),
    members: bulk(z.object({ memberId: uuid, amount: dong })),
  }),
  example: {
    reminderId: '01980000-0000-7000-8000-0000000000f1',
    branchId: '01980000-0000-7000-8000-000000000044',
    month: '2026-07',
    occasion: 'DAY_8',
    members: [{ memberId: '01980000-0000-7000-8000-00000000a001', amount: '116532' }],
  },
});
