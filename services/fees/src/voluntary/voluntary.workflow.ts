import { defineWorkflow, SYSTEM } from '@dang/workflow/workflow';

/**
 * What a member gives a month beyond the rate (R5): the branch reports it with the approved rate, the direct superior decides. It is
 * never owed: the member ends it at any time, and another rate ends it with the month before.
 */
export const voluntaryWorkflow = defineWorkflow({
  name: 'DUES_VOLUNTARY',
  initial: 'PENDING',
  states: {
    PENDING: { label: 'Chờ cấp trên trực tiếp quyết định' },
    APPROVED: { label: 'Đã đồng ý' },
    REJECTED: { label: 'Không đồng ý', final: true },
    ENDED: { label: 'Đã kết thúc', final: true },
  },
  transitions: [
    {
      action: 'APPROVE',
      label: 'Đồng ý',
      from: ['PENDING'],
      to: ['APPROVED'],
      by: ['DECIDER'],
      stepUp: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'REJECT',
      label: 'Không đồng ý',
      from: ['PENDING'],
      to: ['REJECTED'],
      by: ['DECIDER'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'FOLLOW',
      label: 'Chuyển theo đảng viên, theo sắp xếp tổ chức',
      from: ['PENDING'],
      to: ['PENDING'],
      by: [SYSTEM],
    },
    {
      action: 'END',
      label: 'Kết thúc',
      from: ['PENDING', 'APPROVED'],
      to: ['ENDED'],
      by: ['OWNER', SYSTEM],
    },
  ],
});
