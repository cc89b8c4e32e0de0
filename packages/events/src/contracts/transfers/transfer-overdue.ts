import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { transferStep } from '../../transfer-step.ts';
import { day } from '../../values.ts';

/**
 * A term of a transfer has passed: 60 working days from the day the decision takes effect, or 30 from the introduction without the
 * letter having been presented. Told once a term to both sides; nothing moves, but the dossier goes on only with a reason.
 */
export const TransferOverdue = defineEvent({
  name: 'TransferOverdue',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: transferStep.extend({ flag: z.enum(['OVERDUE_60', 'OVERDUE_PRESENT']), dueOn: day }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    number: 'G22.99.05-260706-0001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    destinationBranchId: '01980000-0000-7000-8000-000000000021',
    flag: 'OVERDUE_PRESENT',
    dueOn: '2026-08-14',
  },
});
