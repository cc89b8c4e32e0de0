import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { dong, uuid } from '../../values.ts';

/** Retained dues of a unit wait: it has no approved account, or an officer held them. */
export const PayoutHeld = defineEvent({
  name: 'PayoutHeld',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    payoutId: uuid,
    unitId: uuid,
    amount: dong,
    reason: z.string().min(1).max(2000),
  }),
  example: {
    payoutId: '01980000-0000-7000-8000-0000000000f1',
    unitId: '01980000-0000-7000-8000-000000000044',
    amount: '116532',
    reason: 'Chưa đúng mức đóng',
  },
});
