import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { code, day, text, uuid } from '../../values.ts';

/** An administrator or officer of processing was appointed by an administrator above. */
export const AdminGranted = defineEvent({
  name: 'AdminGranted',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    grantId: uuid,
    memberId: uuid,
    unitId: uuid,
    role: code,
    title: text,
    grantedOn: day,
    reason: z.string().min(1).max(2000),
  }),
  example: {
    grantId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    unitId: '01980000-0000-7000-8000-000000000044',
    role: 'BRANCH_SECRETARY',
    title: 'Bí thư chi bộ',
    grantedOn: '2026-07-06',
    reason: 'Chưa đúng chi bộ',
  },
});
