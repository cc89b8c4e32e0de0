import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { uuid } from '../../values.ts';

/** An account is locked: every session of it is refused at once, by the gateway too. */
export const AccountLocked = defineEvent({
  name: 'AccountLocked',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({ accountId: uuid }),
  example: { accountId: '01980000-0000-7000-8000-00000000c001' },
});
