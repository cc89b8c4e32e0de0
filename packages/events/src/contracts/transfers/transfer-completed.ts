import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { code, day, decider, month, text, uuid } from '../../values.ts';

/**
 * The receiving branch has admitted the member for good, both ends lying in this province. orgtree ends one membership and starts another on `completedOn`,
 * identity ends the positions held in the origin branch, fees charges the new branch from `duesPaidThrough` + 1, evaluation re-homes
 * open items.
 */
export const TransferCompleted = defineEvent({
  name: 'TransferCompleted',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: z.object({
    transferId: uuid,
    kind: z.literal('OFFICIAL'),
    number: text,
    /** Why the member moved; a change of residence also moves where they live. */
    reason: code.optional(),
    memberId: uuid,
    originBranchId: uuid,
    destinationBranchId: uuid,
    duesPaidThrough: month,
    completedOn: day,
    completedBy: decider,
  }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    kind: 'OFFICIAL',
    number: 'G22.99.05-260706-0001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    destinationBranchId: '01980000-0000-7000-8000-000000000021',
    duesPaidThrough: '2026-06',
    completedOn: '2026-07-15',
    completedBy: {
      memberId: '01980000-0000-7000-8000-00000000a003',
      name: 'Lê Thị Hạnh',
      title: 'Bí thư chi bộ',
      unitId: '01980000-0000-7000-8000-000000000021',
    },
  },
});
