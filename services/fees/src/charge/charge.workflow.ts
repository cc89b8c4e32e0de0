import { defineWorkflow, type StateOf, SYSTEM } from '@dang/workflow/workflow';

/**
 * A month's charge of a member (domain.md 6.8). A charge is made in `DRAFT` with the approved rate of its month; from
 * `PAID` and `WAIVED` nothing more is owed.
 */
export const chargeWorkflow = defineWorkflow({
  name: 'DUES_CHARGE',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: 'Chưa thông báo' },
    ANNOUNCED: { label: 'Chờ nộp' },
    OVERDUE: { label: 'Quá hạn' },
    DEFERRED: { label: 'Được nộp chậm' },
    PAID: { label: 'Đã nộp', final: true },
    WAIVED: { label: 'Được miễn', final: true },
  },
  transitions: [
    {
      action: 'ANNOUNCE',
      label: 'Thông báo mức đóng',
      from: ['DRAFT'],
      to: ['ANNOUNCED'],
      by: ['BRANCH_LEADER', 'COLLECTOR'],
    },
    { action: 'FALL_OVERDUE', label: 'Quá hạn nộp', from: ['ANNOUNCED'], to: ['OVERDUE'], by: [SYSTEM] },
    {
      action: 'CONFIRM_PAYMENT',
      label: 'Xác nhận đã nộp',
      from: ['ANNOUNCED', 'OVERDUE', 'DEFERRED'],
      to: ['PAID'],
      by: [SYSTEM],
    },
    {
      action: 'WAIVE',
      label: 'Miễn đảng phí',
      from: ['DRAFT', 'ANNOUNCED', 'OVERDUE'],
      to: ['WAIVED'],
      by: ['WAIVER_AUTHORITY'],
      stepUp: true,
      reasonRequired: true,
    },
    {
      action: 'DEFER',
      label: 'Cho nộp chậm',
      from: ['ANNOUNCED', 'OVERDUE'],
      to: ['DEFERRED'],
      by: ['WAIVER_AUTHORITY'],
      stepUp: true,
      reasonRequired: true,
    },
    { action: 'END_DEFERRAL', label: 'Hết hạn nộp chậm', from: ['DEFERRED'], to: ['OVERDUE'], by: [SYSTEM] },
  ],
});

export type ChargeStatus = StateOf<typeof chargeWorkflow>;

/** Every status, in the order of the table. */
export const chargeStatuses = Object.keys(chargeWorkflow.states) as ChargeStatus[];

/** The statuses in which the month is still owed, also when it is not announced yet or may be paid late. */
export const openStatuses = chargeStatuses.filter((status) => !('final' in chargeWorkflow.states[status]));

/** The open statuses as they stand in an SQL list. */
export const openStatusList = openStatuses.map((status) => `'${status}'`).join(', ');
