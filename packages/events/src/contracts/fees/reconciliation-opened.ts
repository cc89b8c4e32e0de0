import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, month, uuid } from '../../values.ts';

/** The figures of a period stand ready to be compared between a unit and its superior. */
export const ReconciliationOpened = defineEvent({
  name: 'ReconciliationOpened',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    reconciliationId: uuid,
    unitId: uuid,
    superiorId: uuid.nullable(),
    reconciliationKind: z.enum(['QUARTER', 'HALF', 'YEAR']),
    fromMonth: month,
    throughMonth: month,
    dueOn: day,
  }),
  example: {
    reconciliationId: '01980000-0000-7000-8000-0000000000f1',
    unitId: '01980000-0000-7000-8000-000000000044',
    superiorId: '01980000-0000-7000-8000-000000000044',
    reconciliationKind: 'QUARTER',
    fromMonth: '2026-07',
    throughMonth: '2026-07',
    dueOn: '2026-07-06',
  },
});
