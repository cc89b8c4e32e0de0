import { defineEvent } from '../../contract.ts';
import { transferStep } from '../../transfer-step.ts';
import { day } from '../../values.ts';

/** The member has lost the sealed paper file (`reason` says how): the letter is void, and the origin begins the introduction again. */
export const SealedFileLost = defineEvent({
  name: 'SealedFileLost',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: transferStep.extend({ lostOn: day }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    number: 'G22.99.05-260706-0001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    destinationBranchId: '01980000-0000-7000-8000-000000000021',
    reason: 'Mất túi xách tại bến xe Mỹ Đình',
    lostOn: '2026-07-20',
  },
});
