import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, uuid } from '../../values.ts';

/** A member asks for changed data; `unitId` is the unit that must decide. The old data stay in force until then. */
export const ChangeRequestSubmitted = defineEvent({
  name: 'ChangeRequestSubmitted',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    requestId: uuid,
    accountId: uuid,
    memberId: uuid,
    unitId: uuid,
    submittedOn: day,
  }),
  example: {
    requestId: '01980000-0000-7000-8000-0000000000f1',
    accountId: '01980000-0000-7000-8000-00000000c001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    unitId: '01980000-0000-7000-8000-000000000044',
    submittedOn: '2026-07-06',
  },
});
