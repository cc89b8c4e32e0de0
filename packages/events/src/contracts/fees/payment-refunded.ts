import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { dong, text, uuid } from '../../values.ts';

/** Money of an order goes back to the payer: of a payment in error, or one that came twice. */
export const PaymentRefunded = defineEvent({
  name: 'PaymentRefunded',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    refundId: uuid,
    orderId: uuid,
    number: text,
    unitId: uuid,
    payerMemberId: uuid,
    amount: dong,
  }),
  example: {
    refundId: '01980000-0000-7000-8000-0000000000f1',
    orderId: '01980000-0000-7000-8000-0000000000f1',
    number: 'G22.99.DP-05200044002-260706-0001',
    unitId: '01980000-0000-7000-8000-000000000044',
    payerMemberId: '01980000-0000-7000-8000-00000000a001',
    amount: '116532',
  },
});
