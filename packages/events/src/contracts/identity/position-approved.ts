import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { code, day, decider, text, uuid } from '../../values.ts';

/** A claimed position is recognised: the member may act in `positionId` from `fromOn` on. */
export const PositionApproved = defineEvent({
  name: 'PositionApproved',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    claimId: uuid,
    positionId: uuid,
    memberId: uuid,
    unitId: uuid,
    role: code,
    title: text,
    fromOn: day,
    approvedBy: decider,
  }),
  example: {
    claimId: '01980000-0000-7000-8000-0000000000f1',
    positionId: '01980000-0000-7000-8000-0000000000f1',
    memberId: '01980000-0000-7000-8000-00000000a001',
    unitId: '01980000-0000-7000-8000-000000000044',
    role: 'BRANCH_SECRETARY',
    title: 'Bí thư chi bộ',
    fromOn: '2026-07-06',
    approvedBy: {
      memberId: '01980000-0000-7000-8000-00000000a002',
      name: 'Trần Văn Bình',
      title: 'Bí thư đảng ủy',
      unitId: '01980000-0000-7000-8000-000000000004',
    },
  },
});
