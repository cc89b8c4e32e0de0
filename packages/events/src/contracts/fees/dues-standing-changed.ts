import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, month, uuid, version } from '../../values.ts';

/**
 * How members stand with their dues: paid without a gap up to `paidThrough` (null: never), the announced months still
 * open, and the branch that charges now. A letter of introduction is only issued on this.
 */
export const DuesStandingChanged = defineEvent({
  name: 'DuesStandingChanged',
  service: 'fees',
  kind: 'state',
  version: 1,
  data: z.object({
    standings: bulk(
      z.object({
        memberId: uuid,
        version,
        paidThrough: month.nullable(),
        openMonths: z.array(month).max(600),
        chargedBy: uuid.nullable(),
      }),
    ),
  }),
  example: {
    standings: [
      {
        memberId: '01980000-0000-7000-8000-00000000a001',
        version: 7,
        paidThrough: '2026-05',
        openMonths: ['2026-06'],
        chargedBy: '01980000-0000-7000-8000-000000000044',
      },
    ],
  },
});
