import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, uuid } from '../../values.ts';

/** Changed data were declined; the old data stay in force. */
export const ChangeRequestRejected = defineEvent({
  name: 'ChangeRequestRejected',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    requestId: uuid,
    accountId: uuid,
    memberId: uuid,
    unitId: uuid,
    decidedOn: day,
    reason: z.string().min(1).max(2000),
  }),
  example: {
    requestId: '01980000-0000-7000-8000-0000000000f1',
    accountId: '01980000-0000-7000-8000-00000000c001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    unitId: '01980000-0000-7000-8000-000000000044',
    decidedOn: '2026-07-06',
    reason: 'Chưa đúng chi bộ',
  },
});
