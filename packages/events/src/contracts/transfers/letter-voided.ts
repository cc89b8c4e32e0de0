import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { transferKind } from '../../transfer-step.ts';
import { day, month, uuid } from '../../values.ts';

/** A letter counts no more (the transfer was refused, returned or withdrawn after it): the origin charges again from `duesPaidThrough` + 1. */
export const LetterVoided = defineEvent({
  name: 'LetterVoided',
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
    voidedOn: day,
    reason: z.string().max(2000).nullish(),
  }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    letterId: '01980000-0000-7000-8000-00000000f001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    duesPaidThrough: '2026-06',
    voidedOn: '2026-07-08',
    reason: 'Sai chi bộ nhận',
  },
});
