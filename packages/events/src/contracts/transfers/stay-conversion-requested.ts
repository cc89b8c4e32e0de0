import { defineEvent } from '../../contract.ts';
import { transferStep } from '../../transfer-step.ts';

/** A member on a temporary stay asks the origin to let them go for good. */
export const StayConversionRequested = defineEvent({
  name: 'StayConversionRequested',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: transferStep.omit({ kind: true }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    number: 'G22.99.05-260706-0001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    destinationBranchId: '01980000-0000-7000-8000-000000000021',
    reason: 'Được tuyển dụng chính thức tại nơi làm việc',
  },
});
