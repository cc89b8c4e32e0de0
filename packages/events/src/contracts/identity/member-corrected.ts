import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, decider, uuid } from '../../values.ts';

/** The branch on record of a member was wrong and is corrected from `effectiveOn` on, without a transfer, by the approval of the common superior. */
export const MemberCorrected = defineEvent({
  name: 'MemberCorrected',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    correctionId: uuid,
    memberId: uuid,
    fromBranchId: uuid.nullable(),
    toBranchId: uuid,
    effectiveOn: day,
    reason: z.string().min(1).max(2000),
    approvedBy: decider,
  }),
  example: {
    correctionId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    fromBranchId: '01980000-0000-7000-8000-0000000000f1',
    toBranchId: '01980000-0000-7000-8000-0000000000f1',
    effectiveOn: '2026-07-06',
    reason: 'Chưa đúng chi bộ',
    approvedBy: {
      memberId: '01980000-0000-7000-8000-00000000a002',
      name: 'Trần Văn Bình',
      title: 'Bí thư đảng ủy',
      unitId: '01980000-0000-7000-8000-000000000004',
    },
  },
});
