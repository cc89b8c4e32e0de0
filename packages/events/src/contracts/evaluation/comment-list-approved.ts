import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { text, uuid } from '../../values.ts';

/** A list is approved and may be sent. */
export const CommentListApproved = defineEvent({
  name: 'CommentListApproved',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    listId: uuid,
    number: text,
    unitId: uuid,
    createdByMemberId: uuid.nullable(),
    isSigned: z.boolean(),
  }),
  example: {
    listId: '01980000-0000-7000-8000-0000000000c1',
    number: '05.200.044.000.001-P2-260701-0001',
    unitId: '01980000-0000-7000-8000-000000000044',
    createdByMemberId: '01980000-0000-7000-8000-0000000000a1',
    isSigned: true,
  },
});
