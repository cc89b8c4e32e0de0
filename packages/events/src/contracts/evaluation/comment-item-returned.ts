import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { text, uuid } from '../../values.ts';

/** A request came back to the workplace: wrong residence, or not residing there. */
export const CommentItemReturned = defineEvent({
  name: 'CommentItemReturned',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    itemId: uuid,
    number: text,
    memberId: uuid,
    workplaceUnitId: uuid,
    reason: z.string().min(1).max(2000),
  }),
  example: {
    itemId: '01980000-0000-7000-8000-0000000000c2',
    number: '05.200.044.000.001-P2-260701-0002',
    memberId: '01980000-0000-7000-8000-0000000000a1',
    workplaceUnitId: '01980000-0000-7000-8000-000000000044',
    reason: 'Không cư trú tại địa bàn',
  },
});
