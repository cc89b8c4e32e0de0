import { type ActionOf, defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/**
 * The report of a member on their duties where they live (domain 7.5): asked for with the item, kept as a draft, sent once. On paper
 * an officer of the workplace enters it with its scan. It never holds the sheet up.
 */
export const selfReportWorkflow = defineWorkflow({
  name: 'self report',
  initial: 'REQUESTED',
  states: {
    REQUESTED: { label: 'Chờ báo cáo' },
    DRAFT: { label: 'Đang soạn' },
    SENT: { label: 'Đã gửi báo cáo', final: true },
  },
  transitions: [
    {
      action: 'SAVE',
      label: 'Lưu',
      from: ['REQUESTED', 'DRAFT'],
      to: ['DRAFT'],
      by: ['MEMBER'],
      guards: ['itemOpen'],
    },
    {
      action: 'SEND',
      label: 'Gửi báo cáo',
      from: ['REQUESTED', 'DRAFT'],
      to: ['SENT'],
      by: ['MEMBER'],
      guards: ['itemOpen'],
    },
    {
      action: 'ENTER',
      label: 'Nhập báo cáo giấy',
      from: ['REQUESTED', 'DRAFT'],
      to: ['SENT'],
      by: ['WORKPLACE_LEADER', 'WORKPLACE_DELEGATE'],
      guards: ['notOwnCase', 'itemOpen'],
    },
  ],
});

export type SelfReportState = StateOf<typeof selfReportWorkflow>;
export type SelfReportAction = ActionOf<typeof selfReportWorkflow>;
