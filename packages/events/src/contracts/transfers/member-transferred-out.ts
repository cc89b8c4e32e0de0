import { defineEvent } from '../../contract.ts';
import { transferStep } from '../../transfer-step.ts';
import { day, month, text } from '../../values.ts';

/**
 * A branch outside of this province's system has received the member for good: the membership at the origin ends on `leftOn`, and nobody here
 * charges a month after `duesPaidThrough`. `destinationBranchId` names a branch of another province that our directory knows.
 */
export const MemberTransferredOut = defineEvent({
  name: 'MemberTransferredOut',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: transferStep
    .omit({ kind: true, reason: true })
    .extend({ destination: text, duesPaidThrough: month, leftOn: day }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    number: 'G22.99.05-260706-0001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    destinationBranchId: null,
    destination: 'Chi bộ 3, Đảng bộ Quân sự tỉnh Lào Cai',
    duesPaidThrough: '2026-07',
    leftOn: '2026-08-03',
  },
});
