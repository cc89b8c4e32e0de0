import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { text, uuid } from '../../values.ts';

/** A report of a quarter is accepted by the unit it was sent to. */
export const ReportAccepted = defineEvent({
  name: 'ReportAccepted',
  service: 'orgtree',
  kind: 'fact',
  version: 1,
  data: z.object({
    reportId: uuid,
    unitId: uuid,
    toUnitId: uuid,
    quarter: text,
  }),
  example: {
    reportId: '01980000-0000-7000-8000-0000000000f1',
    unitId: '01980000-0000-7000-8000-000000000044',
    toUnitId: '01980000-0000-7000-8000-0000000000f1',
    quarter: '2026-Q2',
  },
});
