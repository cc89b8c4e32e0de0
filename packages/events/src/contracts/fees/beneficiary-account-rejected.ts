import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { uuid } from '../../values.ts';

/** An account for retained dues was declined. Unit and holder only, never a number; `holderMemberId` is null when the organisation itself holds it. */
export const BeneficiaryAccountRejected = defineEvent({
  name: 'BeneficiaryAccountRejected',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    beneficiaryAccountId: uuid,
    unitId: uuid,
    holderMemberId: uuid.nullable(),
    reason: z.string().min(1).max(2000),
  }),
  example: {
    beneficiaryAccountId: '01980000-0000-7000-8000-0000000000f1',
    unitId: '01980000-0000-7000-8000-000000000044',
    holderMemberId: '01980000-0000-7000-8000-0000000000f1',
    reason: 'Chưa đúng chi bộ',
  },
});
