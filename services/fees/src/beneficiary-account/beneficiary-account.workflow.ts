import { defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/**
 * An account for retained dues (domain 6.2, 6.8). It is declared for a unit and approved by the leaders of the direct superior only,
 * never by who holds or declared it. One account of a unit is in use: approving another ends it. It ends as well when its holder
 * leaves the unit, the office or the Party.
 */
export const beneficiaryWorkflow = defineWorkflow({
  name: 'BENEFICIARY_ACCOUNT',
  initial: 'PENDING',
  states: {
    PENDING: { label: 'Chờ phê duyệt' },
    APPROVED: { label: 'Đã phê duyệt' },
    REJECTED: { label: 'Từ chối', final: true },
    ENDED: { label: 'Đã kết thúc', final: true },
  },
  transitions: [
    {
      action: 'APPROVE',
      label: 'Duyệt',
      from: ['PENDING'],
      to: ['APPROVED'],
      by: ['SUPERIOR'],
      stepUp: true,
      guards: ['notOwnCase', 'unitRuns', 'holderBelongs'],
    },
    {
      action: 'REJECT',
      label: 'Từ chối',
      from: ['PENDING'],
      to: ['REJECTED'],
      by: ['SUPERIOR'],
      stepUp: true,
      guards: ['notOwnCase'],
      reasonRequired: true,
    },
    {
      action: 'END',
      label: 'Kết thúc sử dụng',
      from: ['PENDING'],
      to: ['ENDED'],
      by: ['DECLARER', 'HOLDER', 'LEADER'],
      reasonRequired: true,
    },
    {
      action: 'END',
      label: 'Kết thúc sử dụng',
      from: ['APPROVED'],
      to: ['ENDED'],
      by: ['HOLDER', 'LEADER', 'SUPERIOR'],
      stepUp: true,
      reasonRequired: true,
    },
    {
      action: 'REPLACE',
      label: 'Thay bằng tài khoản mới',
      from: ['APPROVED'],
      to: ['ENDED'],
      by: ['SYSTEM'],
    },
    {
      action: 'LAPSE',
      label: 'Hết hiệu lực do thay đổi người nhận',
      from: ['PENDING', 'APPROVED'],
      to: ['ENDED'],
      by: ['SYSTEM'],
    },
  ],
});

export type BeneficiaryWorkflow = typeof beneficiaryWorkflow;
export type BeneficiaryState = StateOf<BeneficiaryWorkflow>;
