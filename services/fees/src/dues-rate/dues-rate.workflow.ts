import { defineWorkflow, SYSTEM } from '@dang/workflow/workflow';

/**
 * What a member declares to pay a month (domain 6.8). One waits at a time; what was approved holds until another is. Approving one
 * ends the one before with the month before (`SUPERSEDED`), or takes its place altogether (`REPLACED`).
 */
export const duesRateWorkflow = defineWorkflow({
  name: 'DUES_RATE',
  initial: 'PENDING',
  states: {
    PENDING: { label: 'Chờ duyệt' },
    APPROVED: { label: 'Đã duyệt' },
    REJECTED: { label: 'Bị từ chối', final: true },
    WITHDRAWN: { label: 'Đã rút', final: true },
    SUPERSEDED: { label: 'Hết hiệu lực' },
    REPLACED: { label: 'Đã được thay thế', final: true },
  },
  transitions: [
    {
      action: 'APPROVE',
      label: 'Duyệt',
      from: ['PENDING'],
      to: ['APPROVED'],
      by: ['DECIDER'],
      stepUp: true,
      guards: ['notOwnCase'],
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
      action: 'SUPERSEDE',
      label: 'Hết hiệu lực do có mức đóng mới',
      from: ['APPROVED', 'SUPERSEDED'],
      to: ['SUPERSEDED', 'REPLACED'],
      by: [SYSTEM],
    },
  ],
});
