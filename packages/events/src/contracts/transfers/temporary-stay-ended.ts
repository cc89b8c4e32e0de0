import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { transferStep } from '../../transfer-step.ts';
import { day, month } from '../../values.ts';

/**
 * A temporary stay is over since `endedOn`: the origin received the member back (`RETURNED`), or the member was admitted at the destination for
 * good (`CONVERTED`). It says everything that its beginning said, so that it may be heard first. Where dues were charged at the destination,
 * the origin charges the months after `duesPaidThrough`; after `CONVERTED` the completed transfer says who does.
 */
export const TemporaryStayEnded = defineEvent({
  name: 'TemporaryStayEnded',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: transferStep.omit({ kind: true, reason: true }).extend({
    startedOn: day,
    endedOn: day,
    outcome: z.enum(['RETURNED', 'CONVERTED']),
    duesPaidThrough: month,
    duesAt: z.enum(['TEMPORARY', 'OFFICIAL']),
  }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    number: 'G22.99.05-260706-0001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    destinationBranchId: '01980000-0000-7000-8000-000000000021',
    startedOn: '2026-07-15',
    endedOn: '2027-01-12',
    outcome: 'RETURNED',
    duesPaidThrough: '2027-01',
    duesAt: 'TEMPORARY',
  },
});
