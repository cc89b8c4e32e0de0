import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { code, day, text, uuid } from '../../values.ts';

/** A claimed position is not recognised; the account stays usable as that of a plain member. */
export const PositionRejected = defineEvent({
  name: 'PositionRejected',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    claimId: uuid,
    memberId: uuid,
    unitId: uuid,
    role: code,
    title: text,
    rejectedOn: day,
    reason: z.string().min(1).max(2000),
  }),
  example: {
    claimId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    unitId: '01980000-0000-7000-8000-000000000044',
    role: 'BRANCH_SECRETARY',
    title: 'Bí thư chi bộ',
    rejectedOn: '2026-07-06',
    reason: 'Chưa đúng chi bộ',
  },
});
