import { defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/**
 * A report on the procedures (domain 10.5): quarterly, or asked for by a superior. Branches report from data, committees add
 * up what the units below them reported. `WRITER` acts for the unit that reports, `DECIDER` for its direct superior; who
 * submitted a report does not decide on it. A report without a superior is accepted as soon as it is submitted. When the tree
 * changes, an open report goes to the new superior, and that of a unit which is no more lapses: its members are reported on
 * where they are now.
 */
export const reportWorkflow = defineWorkflow({
  name: 'QUARTERLY_REPORT',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: 'Đang lập' },
    SUBMITTED: { label: 'Đã gửi, chờ tiếp nhận' },
    RETURNED: { label: 'Bị trả lại' },
    ACCEPTED: { label: 'Đã tiếp nhận' },
    AGGREGATED: { label: 'Đã tổng hợp', final: true },
    LAPSED: { label: 'Hết hiệu lực', final: true },
  },
  transitions: [
    { action: 'SAVE', label: 'Lưu', from: ['DRAFT'], to: ['DRAFT'], by: ['WRITER'] },
    { action: 'SAVE', label: 'Lưu', from: ['RETURNED'], to: ['RETURNED'], by: ['WRITER'] },
    {
      action: 'AGGREGATE',
      label: 'Tổng hợp báo cáo cấp dưới',
      from: ['DRAFT'],
      to: ['DRAFT'],
      by: ['WRITER'],
      guards: ['partsAccepted'],
    },
    {
      action: 'AGGREGATE',
      label: 'Tổng hợp báo cáo cấp dưới',
      from: ['RETURNED'],
      to: ['RETURNED'],
      by: ['WRITER'],
      guards: ['partsAccepted'],
    },
    {
      action: 'SUBMIT',
      label: 'Gửi báo cáo',
      from: ['DRAFT', 'RETURNED'],
      to: ['SUBMITTED', 'ACCEPTED'],
      by: ['WRITER'],
      guards: ['periodOver', 'figuresReady'],
    },
    {
      action: 'RETURN',
      label: 'Trả lại',
      from: ['SUBMITTED'],
      to: ['RETURNED'],
      by: ['DECIDER'],
      reasonRequired: true,
    },
    {
      action: 'ACCEPT',
      label: 'Tiếp nhận',
      from: ['SUBMITTED'],
      to: ['ACCEPTED'],
      by: ['DECIDER'],
      stepUp: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'INCLUDE',
      label: 'Đưa vào báo cáo tổng hợp',
      from: ['ACCEPTED'],
      to: ['AGGREGATED'],
      by: ['SYSTEM'],
    },
    {
      action: 'LAPSE',
      label: 'Hết hiệu lực do tổ chức kết thúc',
      from: ['DRAFT', 'SUBMITTED', 'RETURNED'],
      to: ['LAPSED'],
      by: ['SYSTEM'],
    },
    {
      action: 'FOLLOW',
      label: 'Chuyển theo sắp xếp tổ chức',
      from: ['SUBMITTED'],
      to: ['SUBMITTED'],
      by: ['SYSTEM'],
    },
  ],
});

export type ReportWorkflow = typeof reportWorkflow;
export type ReportState = StateOf<ReportWorkflow>;
