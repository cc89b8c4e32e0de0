import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, uuid } from '../../values.ts';

/** A registration was refused by `unitId`, with the reason that the applicant reads. */
export const AccountRejected = defineEvent({
  name: 'AccountRejected',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    accountId: uuid,
    memberId: uuid.nullable(),
    unitId: uuid,
    rejectedOn: day,
    reason: z.string().min(1).max(2000),
  }),
  example: {
    accountId: '01980000-0000-7000-8000-00000000c001',
    memberId: null,
    unitId: '01980000-0000-7000-8000-000000000044',
    rejectedOn: '2026-07-06',
    reason: 'Không thuộc chi bộ',
  },
});
