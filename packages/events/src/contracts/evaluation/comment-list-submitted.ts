import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { text, uuid } from '../../values.ts';

/** A list of members to introduce or to ask comments on waits for approval in its unit. */
export const CommentListSubmitted = defineEvent({
  name: 'CommentListSubmitted',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    listId: uuid,
    number: text,
    unitId: uuid,
    members: z.int().positive(),
  }),
  example: {
    listId: '01980000-0000-7000-8000-0000000000c1',
    number: '05.200.044.000.001-P2-260701-0001',
    unitId: '01980000-0000-7000-8000-000000000044',
    members: 12,
  },
});
