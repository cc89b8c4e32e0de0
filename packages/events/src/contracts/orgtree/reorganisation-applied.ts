import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, text, uuid } from '../../values.ts';

/**
 * A reorganisation is whole: every unit and placement it touched has been recorded before this. Open dossiers of an ended
 * unit follow to `successorId`; `movedUnitIds` stand elsewhere in the tree now, so that chains through them are computed
 * anew. Issued numbers never change.
 */
export const ReorganisationApplied = defineEvent({
  name: 'ReorganisationApplied',
  service: 'orgtree',
  kind: 'fact',
  version: 1,
  data: z.object({
    reorganisationId: uuid,
    decisionNumber: text,
    effectiveOn: day,
    successions: z.array(z.object({ unitId: uuid, successorId: uuid })).max(5000),
    movedUnitIds: z.array(uuid).max(5000),
  }),
  example: {
    reorganisationId: '01980000-0000-7000-8000-00000000f001',
    decisionNumber: '12-QĐ/TU',
    effectiveOn: '2026-08-01',
    successions: [
      {
        unitId: '01980000-0000-7000-8000-000000000044',
        successorId: '01980000-0000-7000-8000-000000000045',
      },
    ],
    movedUnitIds: [],
  },
});
