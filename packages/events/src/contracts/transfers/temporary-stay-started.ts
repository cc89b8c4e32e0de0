import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { transferStep } from '../../transfer-step.ts';
import { day, decider, month } from '../../values.ts';

/**
 * The member takes part at another branch for a time, from `startedOn` on (`through`: the last day of the term). They stay a member of the
 * origin, with every right; at the destination they neither vote nor stand nor elect, and do not count. `destinationBranchId` is null for a
 * stay outside of every system. `duesAt`: who charges the months after `duesPaidThrough`, M of the letter.
 */
export const TemporaryStayStarted = defineEvent({
  name: 'TemporaryStayStarted',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: transferStep.omit({ kind: true, reason: true }).extend({
    startedOn: day,
    through: day,
    duesPaidThrough: month,
    duesAt: z.enum(['TEMPORARY', 'OFFICIAL']),
    startedBy: decider,
  }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    number: 'G22.99.05-260706-0001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    destinationBranchId: '01980000-0000-7000-8000-000000000021',
    startedOn: '2026-07-15',
    through: '2027-01-14',
    duesPaidThrough: '2026-07',
    duesAt: 'TEMPORARY',
    startedBy: {
      memberId: '01980000-0000-7000-8000-00000000a003',
      name: 'Lê Thị Hạnh',
      title: 'Bí thư chi bộ',
      unitId: '01980000-0000-7000-8000-000000000021',
    },
  },
});
