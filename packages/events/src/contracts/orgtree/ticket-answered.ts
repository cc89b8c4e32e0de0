import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { text, uuid } from '../../values.ts';

/** The support team has answered; `accountId` is who asked. */
export const TicketAnswered = defineEvent({
  name: 'TicketAnswered',
  service: 'orgtree',
  kind: 'fact',
  version: 1,
  data: z.object({
    ticketId: uuid,
    number: text,
    unitId: uuid,
    accountId: uuid,
    memberId: uuid.nullable(),
  }),
  example: {
    ticketId: '01980000-0000-7000-8000-0000000000f1',
    number: '05.200-TICKET-260706-0001',
    unitId: '01980000-0000-7000-8000-000000000044',
    accountId: '01980000-0000-7000-8000-00000000c001',
    memberId: '01980000-0000-7000-8000-00000000a001',
  },
});
