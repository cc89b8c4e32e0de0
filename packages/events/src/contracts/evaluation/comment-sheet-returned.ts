import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { text, uuid } from '../../values.ts';

/** A sheet went back to the residence branch with a reason. */
export const CommentSheetReturned = defineEvent({
  name: 'CommentSheetReturned',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    itemId: uuid,
    number: text,
    residenceBranchId: uuid,
    reason: z.string().min(1).max(2000),
  }),
  example: {
    itemId: '01980000-0000-7000-8000-0000000000c2',
    number: '05.200.044.000.001-P2-260701-0002',
    residenceBranchId: '01980000-0000-7000-8000-000000000046',
    reason: 'Chưa rõ nhận xét',
  },
});
