import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { text, uuid } from '../../values.ts';

/** A unit has submitted its report of a quarter (`2026-Q2`) to `toUnitId`. */
export const ReportSubmitted = defineEvent({
  name: 'ReportSubmitted',
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
