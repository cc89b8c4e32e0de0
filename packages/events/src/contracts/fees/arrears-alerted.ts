import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { month, uuid } from '../../values.ts';

/** A member has left three months of a calendar year unpaid: the secretary and the direct superior look into it; nothing happens by itself. */
export const ArrearsAlerted = defineEvent({
  name: 'ArrearsAlerted',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    alertId: uuid,
    memberId: uuid,
    branchId: uuid,
    year: z.int().min(2011).max(2100),
    months: z.array(month).min(3).max(12),
  }),
  example: {
    alertId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    branchId: '01980000-0000-7000-8000-000000000044',
    year: 2026,
    months: ['2026-02', '2026-05', '2026-06'],
  },
});
