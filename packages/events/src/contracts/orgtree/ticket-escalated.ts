import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { text, uuid } from '../../values.ts';

/** A ticket went up from `fromUnitId` to the support team of `unitId`. */
export const TicketEscalated = defineEvent({
  name: 'TicketEscalated',
  service: 'orgtree',
  kind: 'fact',
  version: 1,
  data: z.object({
    ticketId: uuid,
    number: text,
    fromUnitId: uuid,
    unitId: uuid,
    accountId: uuid,
    memberId: uuid.nullable(),
    reason: z.string().min(1).max(2000),
  }),
  example: {
    ticketId: '01980000-0000-7000-8000-0000000000f1',
    number: '05.200-TICKET-260706-0001',
    fromUnitId: '01980000-0000-7000-8000-0000000000f1',
    unitId: '01980000-0000-7000-8000-000000000044',
    accountId: '01980000-0000-7000-8000-00000000c001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    reason: 'Chưa đúng chi bộ',
  },
});
