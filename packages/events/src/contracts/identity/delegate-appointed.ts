import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { code, day, text, uuid } from '../../values.ts';

/** A secretary has delegated tasks to a member, for a time; a delegate never approves. */
export const DelegateAppointed = defineEvent({
  name: 'DelegateAppointed',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    delegationId: uuid,
    memberId: uuid,
    unitId: uuid,
    role: code,
    title: text,
    fromOn: day,
    throughOn: day,
  }),
  example: {
    delegationId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    unitId: '01980000-0000-7000-8000-000000000044',
    role: 'BRANCH_SECRETARY',
    title: 'Bí thư chi bộ',
    fromOn: '2026-07-06',
    throughOn: '2026-07-06',
  },
});
