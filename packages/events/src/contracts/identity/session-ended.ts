import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { code, uuid } from '../../values.ts';

/** A session is over before its access token ran out: `SIGNED_OUT`, `REFRESH_REUSED`, … The gateway refuses it from now on. */
export const SessionEnded = defineEvent({
  name: 'SessionEnded',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({ sessionId: uuid, accountId: uuid, reason: code }),
  example: {
    sessionId: '01980000-0000-7000-8000-00000000d001',
    accountId: '01980000-0000-7000-8000-00000000c001',
    reason: 'SIGNED_OUT',
  },
});
