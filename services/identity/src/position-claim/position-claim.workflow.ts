import { defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/**
 * A claim to hold a position (phê duyệt chức vụ, domain 5.6): decided by the secretary or deputy of the direct superior, at
 * the top of the chain by the operator; never by the claimant. A rejected claim leaves the account of a plain member.
 */
export const positionClaimWorkflow = defineWorkflow({
  name: 'POSITION_CLAIM',
  initial: 'PENDING',
  states: {
    PENDING: { label: 'Chờ cấp trên trực tiếp phê duyệt' },
    APPROVED: { label: 'Đã phê duyệt' },
    REJECTED: { label: 'Không được công nhận', final: true },
    WITHDRAWN: { label: 'Đã rút', final: true },
    ENDED: { label: 'Đã kết thúc', final: true },
  },
  transitions: [
    {
      action: 'APPROVE',
      label: 'Duyệt',
      from: ['PENDING'],
      to: ['APPROVED'],
      by: ['SUPERIOR_LEADER', 'OPERATOR'],
      stepUp: true,
      guards: ['notOwnCase', 'accountActive', 'termOpen'],
    },
    {
      action: 'REJECT',
      label: 'Từ chối',
      from: ['PENDING'],
      to: ['REJECTED'],
      by: ['SUPERIOR_LEADER', 'OPERATOR'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase', 'accountActive'],
    },
    {
      action: 'WITHDRAW',
      label: 'Rút đề nghị',
      from: ['PENDING'],
      to: ['WITHDRAWN'],
      by: ['CLAIMANT', 'SYSTEM'],
    },
    {
      action: 'END',
      label: 'Cho thôi giữ chức vụ',
      from: ['APPROVED'],
      to: ['ENDED'],
      by: ['SUPERIOR_LEADER', 'OPERATOR'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'END',
      label: 'Cho thôi giữ chức vụ',
      from: ['APPROVED'],
      to: ['ENDED'],
      by: ['SYSTEM'],
    },
  ],
});

export type PositionClaimState = StateOf<typeof positionClaimWorkflow>;
export type PositionClaimWorkflow = typeof positionClaimWorkflow;
