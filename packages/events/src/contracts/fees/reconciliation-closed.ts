import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, month, uuid } from '../../values.ts';

/** Both sides agree on the figures of a period. */
export const ReconciliationClosed = defineEvent({
  name: 'ReconciliationClosed',
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
    closedOn: day,
  }),
  example: {
    reconciliationId: '01980000-0000-7000-8000-0000000000f1',
    unitId: '01980000-0000-7000-8000-000000000044',
    superiorId: '01980000-0000-7000-8000-000000000044',
    reconciliationKind: 'QUARTER',
    fromMonth: '2026-07',
    throughMonth: '2026-07',
    closedOn: '2026-07-06',
  },
});
