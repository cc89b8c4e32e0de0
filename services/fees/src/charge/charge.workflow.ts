import { type ActionOf, defineWorkflow, type StateOf, SYSTEM } from '@dang/workflow/workflow';

/**
 * A month's charge of a member (domain.md 6.8). A charge is made in `DRAFT` with the approved rate of its month; when it is
 * `PAID` or `WAIVED` nothing more is owed; once its payment is given back (`REFUNDED`) it is owed again.
 */
export const chargeWorkflow = defineWorkflow({
  name: 'DUES_CHARGE',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: 'Chưa thông báo' },
    ANNOUNCED: { label: 'Chờ nộp' },
    OVERDUE: { label: 'Quá hạn' },
    DEFERRED: { label: 'Được nộp chậm' },
    IN_PAYMENT: { label: 'Đang thanh toán' },
    PAID: { label: 'Đã nộp' },
    WAIVED: { label: 'Được miễn', final: true },
    REFUNDED: { label: 'Đã hoàn tiền' },
  },
  transitions: [
    {
      action: 'ANNOUNCE',
      label: 'Thông báo mức đóng',
      from: ['DRAFT'],
      // deferred at once when a decision lets the member pay later
      to: ['ANNOUNCED', 'DEFERRED'],
      by: ['BRANCH_LEADER', 'COLLECTOR', SYSTEM],
    },
    { action: 'FALL_OVERDUE', label: 'Quá hạn nộp', from: ['ANNOUNCED'], to: ['OVERDUE'], by: [SYSTEM] },
    {
      action: 'LOCK',
      label: 'Đưa vào giao dịch nộp đảng phí',
      // a draft only by a decision that lets the member pay in advance
      from: ['DRAFT', 'ANNOUNCED', 'OVERDUE', 'DEFERRED', 'REFUNDED'],
      to: ['IN_PAYMENT'],
      by: ['PAYER', 'COLLECTOR'],
    },
    {
      action: 'UNLOCK',
      label: 'Giao dịch không thành công',
      from: ['IN_PAYMENT'],
      to: ['DRAFT', 'ANNOUNCED', 'OVERDUE', 'DEFERRED', 'REFUNDED'],
      by: [SYSTEM],
    },
    {
      action: 'CONFIRM_PAYMENT',
      label: 'Xác nhận đã nộp',
      // without a lock: an order that had expired was paid after all
      from: ['IN_PAYMENT', 'ANNOUNCED', 'OVERDUE', 'DEFERRED', 'REFUNDED'],
      to: ['PAID'],
      by: [SYSTEM],
    },
    {
      action: 'REFUND',
      label: 'Hoàn tiền',
      from: ['PAID'],
      to: ['REFUNDED'],
      by: ['FINANCE'],
      stepUp: true,
      reasonRequired: true,
    },
    {
      action: 'WAIVE',
      label: 'Miễn đảng phí',
      from: ['DRAFT', 'ANNOUNCED', 'OVERDUE', 'DEFERRED', 'REFUNDED'],
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
export const openStatuses = chargeStatuses.filter((status) => status !== 'PAID' && status !== 'WAIVED');

/** The open statuses as they stand in an SQL list. */
export const openStatusList = openStatuses.map((status) => `'${status}'`).join(', ');

/** The statuses from which the table allows this action, as they stand in an SQL list: sets are changed by the table too. */
export function statusListFor(action: ActionOf<typeof chargeWorkflow>): string {
  const rows = chargeWorkflow.transitions.filter((row) => row.action === action);
  return rows
    .flatMap(({ from }) => from)
    .map((status) => `'${status}'`)
    .join(', ');
}
