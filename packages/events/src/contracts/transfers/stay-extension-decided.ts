import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { transferStep } from '../../transfer-step.ts';
import { day } from '../../values.ts';

/** The longer term was granted or refused; `through` is the last day that holds now. */
export const StayExtensionDecided = defineEvent({
  name: 'StayExtensionDecided',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: transferStep.omit({ kind: true }).extend({ granted: z.boolean(), through: day }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    number: 'G22.99.05-260706-0001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    destinationBranchId: '01980000-0000-7000-8000-000000000021',
    reason: null,
    granted: true,
    through: '2027-05-31',
  },
});
