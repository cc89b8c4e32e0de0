import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { uuid } from '../../values.ts';

/** A locked account may be used again. */
export const AccountUnlocked = defineEvent({
  name: 'AccountUnlocked',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    accountId: uuid,
    memberId: uuid,
  }),
  example: {
    accountId: '01980000-0000-7000-8000-00000000c001',
    memberId: '01980000-0000-7000-8000-00000000a001',
  },
});
