import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, dong, uuid } from '../../values.ts';

/** The bank has paid a unit its retained dues. */
export const PayoutSettled = defineEvent({
  name: 'PayoutSettled',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    payoutId: uuid,
    unitId: uuid,
    amount: dong,
    settledOn: day,
  }),
  example: {
    payoutId: '01980000-0000-7000-8000-0000000000f1',
    unitId: '01980000-0000-7000-8000-000000000044',
    amount: '116532',
    settledOn: '2026-07-06',
  },
});
