import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, day, text, uuid } from '../../values.ts';

/** A list has gone to the residence organisations of its members: how many requests each of them got. */
export const CommentListSent = defineEvent({
  name: 'CommentListSent',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    listId: uuid,
    number: text,
    unitId: uuid,
    isSigned: z.boolean(),
    dueOn: day.nullable(),
    residences: bulk(z.object({ residenceUnitId: uuid, items: z.int().positive() })),
  }),
  example: {
    listId: '01980000-0000-7000-8000-0000000000c1',
    number: '05.200.044.000.001-P2-260701-0001',
    unitId: '01980000-0000-7000-8000-000000000044',
    isSigned: false,
    dueOn: '2026-07-09',
    residences: [{ residenceUnitId: '01980000-0000-7000-8000-000000000045', items: 3 }],
  },
});
