import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { code, text, uuid } from '../../values.ts';

/** Somebody asks for support; `unitId` is the unit whose support team has the ticket. The text never travels. */
export const TicketOpened = defineEvent({
  name: 'TicketOpened',
  service: 'orgtree',
  kind: 'fact',
  version: 1,
  data: z.object({
    ticketId: uuid,
    number: text,
    unitId: uuid,
    accountId: uuid,
    memberId: uuid.nullable(),
    category: code,
  }),
  example: {
    ticketId: '01980000-0000-7000-8000-0000000000f1',
    number: '05.200-TICKET-260706-0001',
    unitId: '01980000-0000-7000-8000-000000000044',
    accountId: '01980000-0000-7000-8000-00000000c001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    category: 'OTHER',
  },
});
