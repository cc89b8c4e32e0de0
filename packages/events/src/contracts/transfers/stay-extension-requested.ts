import { defineEvent } from '../../contract.ts';
import { transferStep } from '../../transfer-step.ts';
import { day } from '../../values.ts';

/** The member asks the committee at the place of the stay for a longer term, and so tells the origin. */
export const StayExtensionRequested = defineEvent({
  name: 'StayExtensionRequested',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: transferStep.omit({ kind: true }).extend({ through: day, newThrough: day }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    number: 'G22.99.05-260706-0001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    destinationBranchId: '01980000-0000-7000-8000-000000000021',
    reason: 'Khóa học kéo dài thêm một học kỳ',
    through: '2027-01-14',
    newThrough: '2027-05-31',
  },
});
