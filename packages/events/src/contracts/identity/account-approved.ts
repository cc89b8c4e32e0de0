import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, decider, dong, month, uuid } from '../../values.ts';

/**
 * A registration is approved. The first dues rate is recorded by fees as approved by this approver from
 * `monthlyDuesFrom`; a membership starts in orgtree only when `startsMembership` and where there is none yet.
 */
export const AccountApproved = defineEvent({
  name: 'AccountApproved',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    accountId: uuid,
    memberId: uuid,
    branchId: uuid,
    residenceBranchId: uuid.nullable(),
    approvedBy: decider,
    approvedOn: day,
    monthlyDues: dong.nullable(),
    monthlyDuesFrom: month.nullable(),
    startsMembership: z.boolean(),
  }),
  example: {
    accountId: '01980000-0000-7000-8000-00000000c001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    branchId: '01980000-0000-7000-8000-000000000044',
    residenceBranchId: null,
    approvedBy: {
      memberId: '01980000-0000-7000-8000-00000000a002',
      name: 'Trần Văn Bình',
      title: 'Bí thư chi bộ',
      unitId: '01980000-0000-7000-8000-000000000044',
    },
    approvedOn: '2026-07-06',
    monthlyDues: '120000',
    monthlyDuesFrom: '2026-07',
    startsMembership: true,
  },
});
