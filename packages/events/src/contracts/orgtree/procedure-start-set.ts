import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, code, day, uuid, version } from '../../values.ts';

/**
 * From which day a procedure runs in a unit and everything below it that has no day of its own. `startsOn` null: the unit
 * follows the one above again. Before that day, and without any day, the procedure refuses with `PROCEDURE_NOT_STARTED`.
 */
export const ProcedureStartSet = defineEvent({
  name: 'ProcedureStartSet',
  service: 'orgtree',
  kind: 'state',
  version: 1,
  data: z.object({
    starts: bulk(z.object({ unitId: uuid, procedure: code, version, startsOn: day.nullable() })),
  }),
  example: {
    starts: [
      {
        unitId: '01980000-0000-7000-8000-000000000004',
        procedure: 'OFFICIAL_TRANSFER',
        version: 1,
        startsOn: '2026-06-01',
      },
    ],
  },
});
