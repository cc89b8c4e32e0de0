import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, sha256, text, uuid } from '../../values.ts';

/** A unit of the chain has signed its box of the letter. `index` counts the boxes from 1; `registerNumber` is the unit's own, where it keeps one. */
export const BoxSigned = defineEvent({
  name: 'BoxSigned',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: z.object({
    transferId: uuid,
    letterId: uuid,
    index: z.int().min(1).max(20),
    unitId: uuid,
    registerNumber: text.nullable(),
    signedOn: day,
    /** SHA-256 of the PDF of the letter with this signature, in hexadecimal; left out where the level signs by hand or by name. */
    documentSha256: sha256.optional(),
  }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    letterId: '01980000-0000-7000-8000-00000000f001',
    index: 2,
    unitId: '01980000-0000-7000-8000-000000000004',
    registerNumber: '15/2026',
    signedOn: '2026-07-07',
  },
});
