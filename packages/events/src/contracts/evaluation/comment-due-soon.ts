import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, text, uuid } from '../../values.ts';

/** A sheet is awaited soon: the unit whose turn it is gets a reminder, once a request. */
export const CommentDueSoon = defineEvent({
  name: 'CommentDueSoon',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    itemId: uuid,
    number: text,
    unitId: uuid,
    dueOn: day,
  }),
  example: {
    itemId: '01980000-0000-7000-8000-0000000000c2',
    number: '05.200.044.000.001-P2-260701-0002',
    unitId: '01980000-0000-7000-8000-000000000046',
    dueOn: '2026-07-09',
  },
});
