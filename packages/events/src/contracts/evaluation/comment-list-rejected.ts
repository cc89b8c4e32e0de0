import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { text, uuid } from '../../values.ts';

/** A list is rejected with its reason; whoever made it may edit it again. */
export const CommentListRejected = defineEvent({
  name: 'CommentListRejected',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    listId: uuid,
    number: text,
    unitId: uuid,
    createdByMemberId: uuid.nullable(),
    reason: z.string().min(1).max(2000),
  }),
  example: {
    listId: '01980000-0000-7000-8000-0000000000c1',
    number: '05.200.044.000.001-P2-260701-0001',
    unitId: '01980000-0000-7000-8000-000000000044',
    createdByMemberId: '01980000-0000-7000-8000-0000000000a1',
    reason: 'Thiếu nơi cư trú',
  },
});
