import { defineEvent } from '../../contract.ts';
import { transferStep } from '../../transfer-step.ts';

/** The origin branch asks the member to complete the dossier; `reason` says what is missing. */
export const TransferSupplementRequested = defineEvent({
  name: 'TransferSupplementRequested',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: transferStep,
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    number: 'G22.99.05-260706-0001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    destinationBranchId: '01980000-0000-7000-8000-000000000021',
    reason: 'Thiếu quyết định điều động',
  },
});
