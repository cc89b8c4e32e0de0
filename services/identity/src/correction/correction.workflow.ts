import { defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/**
 * The correction of a member's branch (domain 2.3, 4.1): an administrator proposes it with a reason, the leaders of the lowest
 * common superior of both branches decide; never who proposed it, never the member. No transfer, because nobody moves.
 */
export const correctionWorkflow = defineWorkflow({
  name: 'MEMBER_CORRECTION',
  initial: 'PROPOSED',
  states: {
    PROPOSED: { label: 'Chờ cấp trên chung phê duyệt' },
    APPROVED: { label: 'Đã đính chính', final: true },
    REJECTED: { label: 'Không đồng ý', final: true },
    WITHDRAWN: { label: 'Đã rút', final: true },
  },
  transitions: [
    {
      action: 'APPROVE',
      label: 'Duyệt đính chính',
      from: ['PROPOSED'],
      to: ['APPROVED'],
      by: ['COMMON_SUPERIOR'],
      stepUp: true,
      guards: ['notOwnCase', 'placementHolds'],
    },
    {
      action: 'REJECT',
      label: 'Không đồng ý',
      from: ['PROPOSED'],
      to: ['REJECTED'],
      by: ['COMMON_SUPERIOR'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'WITHDRAW',
      label: 'Rút đề nghị',
      from: ['PROPOSED'],
      to: ['WITHDRAWN'],
      by: ['PROPOSER', 'SYSTEM'],
    },
  ],
});

export type CorrectionState = StateOf<typeof correctionWorkflow>;
export type CorrectionWorkflow = typeof correctionWorkflow;
