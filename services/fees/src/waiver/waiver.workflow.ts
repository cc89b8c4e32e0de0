import { defineWorkflow, SYSTEM } from '@dang/workflow/workflow';

/**
 * Exemption, reduction, late and advance payment (domain 6.9). Asked for by the member, entered from paper by the branch, or proposed
 * by the system (50 years in the Party); decided by the committee above, by a grassroots branch itself. One that is ended early still
 * holds in the months before; one that is ended before its first month never held (`REVOKED`).
 */
export const waiverWorkflow = defineWorkflow({
  name: 'DUES_WAIVER',
  initial: 'PENDING',
  states: {
    PENDING: { label: 'Chờ quyết định' },
    APPROVED: { label: 'Đã duyệt' },
    REJECTED: { label: 'Bị từ chối', final: true },
    WITHDRAWN: { label: 'Đã rút', final: true },
    REVOKED: { label: 'Đã hủy trước khi áp dụng', final: true },
  },
  transitions: [
    {
      action: 'APPROVE',
      label: 'Duyệt',
      from: ['PENDING'],
      to: ['APPROVED'],
      by: ['DECIDER'],
      stepUp: true,
      guards: ['notOwnCase', 'secondPerson'],
    },
    {
      action: 'REJECT',
      label: 'Từ chối',
      from: ['PENDING'],
      to: ['REJECTED'],
      by: ['DECIDER'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase'],
    },
    { action: 'WITHDRAW', label: 'Rút đề nghị', from: ['PENDING'], to: ['WITHDRAWN'], by: ['OWNER'] },
    {
      action: 'FOLLOW',
      label: 'Chuyển theo đảng viên, theo sắp xếp tổ chức',
      from: ['PENDING'],
      to: ['PENDING'],
      by: [SYSTEM],
    },
    {
      action: 'END',
      label: 'Chấm dứt sớm',
      from: ['APPROVED'],
      to: ['APPROVED', 'REVOKED'],
      by: ['DECIDER'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase'],
    },
  ],
});
