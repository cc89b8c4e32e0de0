import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, dong, text, uuid } from '../../values.ts';

/** An order is paid: its charges are settled and divided. `paidOn` is the day at the provider, in Việt Nam. */
export const PaymentSucceeded = defineEvent({
  name: 'PaymentSucceeded',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    orderId: uuid,
    number: text,
    mode: z.enum(['SELF', 'BRANCH', 'CASH']),
    unitId: uuid,
    payerMemberId: uuid,
    total: dong,
    paidOn: day,
  }),
  example: {
    orderId: '01980000-0000-7000-8000-0000000000f1',
    number: 'G22.99.DP-05200044002-260706-0001',
    mode: 'SELF',
    unitId: '01980000-0000-7000-8000-000000000044',
    payerMemberId: '01980000-0000-7000-8000-00000000a001',
    total: '116532',
    paidOn: '2026-07-06',
  },
});
