import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, text, uuid } from '../../values.ts';

/** A residence branch has submitted sheets to its commune or ward committee; up to 500 in one event. */
export const CommentSheetsSubmitted = defineEvent({
  name: 'CommentSheetsSubmitted',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    residenceUnitId: uuid,
    residenceBranchId: uuid,
    items: bulk(z.object({ itemId: uuid, number: text })),
  }),
  example: {
    residenceUnitId: '01980000-0000-7000-8000-000000000045',
    residenceBranchId: '01980000-0000-7000-8000-000000000046',
    items: [{ itemId: '01980000-0000-7000-8000-0000000000c2', number: '05.200.044.000.001-P2-260701-0002' }],
  },
});
