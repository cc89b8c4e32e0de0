import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { code, day, uuid } from '../../values.ts';

/** An account is closed for good: the holder died, was struck off, expelled or has left. Its sessions end with it. */
export const AccountClosed = defineEvent({
  name: 'AccountClosed',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    accountId: uuid,
    memberId: uuid.nullable(),
    reason: code,
    closedOn: day,
  }),
  example: {
    accountId: '01980000-0000-7000-8000-00000000c001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    reason: 'OTHER',
    closedOn: '2026-07-06',
  },
});
