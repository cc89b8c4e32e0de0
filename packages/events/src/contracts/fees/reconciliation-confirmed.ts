import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { month, uuid } from '../../values.ts';

/** The unit has confirmed its figures; the superior closes. */
export const ReconciliationConfirmed = defineEvent({
  name: 'ReconciliationConfirmed',
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
  }),
  example: {
    reconciliationId: '01980000-0000-7000-8000-0000000000f1',
    unitId: '01980000-0000-7000-8000-000000000044',
    superiorId: '01980000-0000-7000-8000-000000000044',
    reconciliationKind: 'QUARTER',
    fromMonth: '2026-07',
    throughMonth: '2026-07',
  },
});
