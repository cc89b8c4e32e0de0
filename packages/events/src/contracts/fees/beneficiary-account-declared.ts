import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, uuid } from '../../values.ts';

/** An account for retained dues is declared and waits for the direct superior. Unit and holder only, never a number; `holderMemberId` is null when the organisation itself holds it. */
export const BeneficiaryAccountDeclared = defineEvent({
  name: 'BeneficiaryAccountDeclared',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    beneficiaryAccountId: uuid,
    unitId: uuid,
    holderMemberId: uuid.nullable(),
    declaredOn: day,
  }),
  example: {
    beneficiaryAccountId: '01980000-0000-7000-8000-0000000000f1',
    unitId: '01980000-0000-7000-8000-000000000044',
    holderMemberId: '01980000-0000-7000-8000-0000000000f1',
    declaredOn: '2026-07-06',
  },
});
