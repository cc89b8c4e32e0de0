import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, text, uuid } from '../../values.ts';

/**
 * Members are introduced to the party organisation where they live, or comments on them are asked there (`type`); up to 500 in one
 * event. Whoever is to report as well (`reportRequired`) is asked for it by `SelfReportRequested`.
 */
export const CommentsRequested = defineEvent({
  name: 'CommentsRequested',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    requests: bulk(
      z.object({
        itemId: uuid,
        number: text,
        memberId: uuid,
        unitId: uuid,
        type: z.enum(['REQUEST_COMMENT', 'INTRODUCE', 'INTRODUCE_AND_REQUEST']),
        reportRequired: z.boolean(),
      }),
    ),
  }),
  example: {
    requests: [
      {
        itemId: '01980000-0000-7000-8000-0000000000c2',
        number: '05.200.044.000.001-P2-260701-0002',
        memberId: '01980000-0000-7000-8000-0000000000a1',
        unitId: '01980000-0000-7000-8000-000000000044',
        type: 'REQUEST_COMMENT',
        reportRequired: false,
      },
    ],
  },
});
