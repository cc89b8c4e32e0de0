import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, uuid } from '../../values.ts';

/** An applicant has sent a registration; `unitId` is the branch that must look at it. `memberId` is null when the registry does not know the person. */
export const AccountSubmitted = defineEvent({
  name: 'AccountSubmitted',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    accountId: uuid,
    memberId: uuid.nullable(),
    unitId: uuid,
    submittedOn: day,
    reason: z.string().max(2000).nullable(),
  }),
  example: {
    accountId: '01980000-0000-7000-8000-00000000c001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    unitId: '01980000-0000-7000-8000-000000000044',
    submittedOn: '2026-07-06',
    reason: null,
  },
});
