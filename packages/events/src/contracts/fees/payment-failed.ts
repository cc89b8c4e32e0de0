import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { text, uuid } from '../../values.ts';

/** An order ended without being paid: its charges are free again. */
export const PaymentFailed = defineEvent({
  name: 'PaymentFailed',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    orderId: uuid,
    number: text,
    mode: z.enum(['SELF', 'BRANCH', 'CASH']),
    unitId: uuid,
    payerMemberId: uuid,
    outcome: z.enum(['FAILED', 'EXPIRED', 'CANCELLED']),
  }),
  example: {
    orderId: '01980000-0000-7000-8000-0000000000f1',
    number: 'G22.99.DP-05200044002-260706-0001',
    mode: 'SELF',
    unitId: '01980000-0000-7000-8000-000000000044',
    payerMemberId: '01980000-0000-7000-8000-00000000a001',
    outcome: 'FAILED',
  },
});
