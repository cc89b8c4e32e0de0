import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { text, uuid } from '../../values.ts';

/** A report of a quarter goes back to the unit that wrote it, with the reason. */
export const ReportReturned = defineEvent({
  name: 'ReportReturned',
  service: 'orgtree',
  kind: 'fact',
  version: 1,
  data: z.object({
    reportId: uuid,
    unitId: uuid,
    toUnitId: uuid,
    quarter: text,
    reason: z.string().min(1).max(2000),
  }),
  example: {
    reportId: '01980000-0000-7000-8000-0000000000f1',
    unitId: '01980000-0000-7000-8000-000000000044',
    toUnitId: '01980000-0000-7000-8000-0000000000f1',
    quarter: '2026-Q2',
    reason: 'Chưa đúng chi bộ',
  },
});
