import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, sha256, text, uuid } from '../../values.ts';

/**
 * What became of a letter that came from another province's deployment by `LetterSentOut`: the member was received (for good, or for the
 * stay), the letter was sent back with a reason, or a stay ended and its letter goes home with the comment. Told once each by the side that
 * received it; the province that sent the letter (`toProvinceCode`) goes on with its dossier `transferId`.
 */
export const LetterAnswered = defineEvent({
  name: 'LetterAnswered',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: z.object({
    transferId: uuid,
    letterId: uuid,
    /** Which sending of the letter is answered, as `LetterSentOut` counted it. */
    sending: z.int().positive(),
    toProvinceCode: text,
    answer: z.enum(['RECEIVED', 'RETURNED', 'STAY_ENDED']),
    on: day,
    by: z.object({ unitName: text, name: text, title: text }),
    reason: z.string().max(2000).nullable(),
    /** The comment on a stay that ended. */
    comment: z.string().max(5000).nullable(),
    /** The letter as it was signed last on the other side. */
    document: z.object({ fileId: uuid, sha256 }).nullable(),
  }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    letterId: '01980000-0000-7000-8000-00000000f001',
    sending: 6,
    toProvinceCode: '05',
    answer: 'RECEIVED',
    on: '2026-07-20',
    by: { unitName: 'Chi bộ Thôn Đoài', name: 'Lê Văn Sơn', title: 'Bí thư chi bộ' },
    reason: null,
    comment: null,
    document: null,
  },
});
