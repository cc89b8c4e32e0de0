import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { dong, text, uuid } from '../../values.ts';

/** Somebody asks to give a payment back; another person approves. */
export const RefundRequested = defineEvent({
  name: 'RefundRequested',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    refundId: uuid,
    orderId: uuid,
    number: text,
    unitId: uuid,
    amount: dong,
  }),
  example: {
    refundId: '01980000-0000-7000-8000-0000000000f1',
    orderId: '01980000-0000-7000-8000-0000000000f1',
    number: 'G22.99.DP-05200044002-260706-0001',
    unitId: '01980000-0000-7000-8000-000000000044',
    amount: '116532',
  },
});
