import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { transferKind } from '../../transfer-step.ts';
import { day, month, uuid } from '../../values.ts';

/**
 * The origin branch has issued the letter of introduction. Dues were paid through `duesPaidThrough` (M): the origin
 * stops charging from M+1 and the letter says so.
 */
export const LetterIssued = defineEvent({
  name: 'LetterIssued',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: z.object({
    transferId: uuid,
    letterId: uuid,
    memberId: uuid,
    originBranchId: uuid,
    /** For good or for a time; left out: for good. */
    kind: transferKind.optional(),
    /** Dues stay with the origin (a temporary transfer, by the province's choice): the letter stops and resumes nothing. */
    keepsDues: z.boolean().optional(),
    duesPaidThrough: month,
    issuedOn: day,
  }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    letterId: '01980000-0000-7000-8000-00000000f001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    duesPaidThrough: '2026-06',
    issuedOn: '2026-07-06',
  },
});
