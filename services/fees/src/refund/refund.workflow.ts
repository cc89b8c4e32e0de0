import { defineWorkflow, labelsOf, type StateOf, SYSTEM } from '@dang/workflow/workflow';

/**
 * Money that goes back (A29): of a payment in error, which a finance officer asks for, or of one that came twice, which waits by
 * itself. `APPROVER` decides, never on what they asked for or paid themselves. Over the platform the money is then ordered back and
 * asked after; notes are handed back by the branch. Money that came twice is owed whatever is decided: a rejection can be reopened.
 */
export const refundWorkflow = defineWorkflow({
  name: 'DUES_REFUND',
  initial: 'REQUESTED',
  states: {
    REQUESTED: { label: 'Chờ duyệt hoàn tiền' },
    REJECTED: { label: 'Không hoàn tiền' },
    APPROVED: { label: 'Đã duyệt, chờ hoàn tiền' },
    INSTRUCTED: { label: 'Đã gửi lệnh hoàn tiền' },
    FAILED: { label: 'Hoàn tiền không thành công' },
    PAID: { label: 'Đã hoàn tiền', final: true },
  },
  transitions: [
    {
      action: 'APPROVE',
      label: 'Duyệt hoàn tiền',
      from: ['REQUESTED'],
      to: ['APPROVED'],
      by: ['APPROVER'],
      stepUp: true,
      guards: ['secondPerson', 'notOwnCase'],
    },
    {
      action: 'REJECT',
      label: 'Từ chối hoàn tiền',
      from: ['REQUESTED'],
      to: ['REJECTED'],
      by: ['APPROVER'],
      stepUp: true,
      reasonRequired: true,
      guards: ['secondPerson', 'notOwnCase'],
    },
    {
      action: 'REOPEN',
      label: 'Đề nghị lại',
      from: ['REJECTED'],
      to: ['REQUESTED'],
      by: ['REQUESTER'],
      reasonRequired: true,
      guards: ['cameTwice'],
    },
    {
      action: 'SEND',
      label: 'Gửi lệnh hoàn tiền',
      from: ['APPROVED'],
      to: ['INSTRUCTED'],
      by: [SYSTEM],
    },
    {
      action: 'SETTLE',
      label: 'Hệ thống thanh toán báo đã hoàn tiền',
      from: ['APPROVED', 'INSTRUCTED', 'FAILED'],
      to: ['PAID'],
      by: [SYSTEM],
    },
    {
      action: 'FAIL',
      label: 'Hệ thống thanh toán báo không hoàn được',
      from: ['APPROVED', 'INSTRUCTED'],
      to: ['FAILED'],
      by: [SYSTEM],
    },
    {
      action: 'RETRY',
      label: 'Gửi lại lệnh hoàn tiền',
      from: ['FAILED'],
      to: ['APPROVED'],
      by: ['REQUESTER'],
      stepUp: true,
    },
    {
      action: 'HAND_BACK',
      label: 'Xác nhận đã trả lại tiền mặt',
      from: ['APPROVED'],
      to: ['PAID'],
      by: ['COLLECTOR'],
      stepUp: true,
    },
  ],
});

export type RefundWorkflow = typeof refundWorkflow;
export type RefundStatus = StateOf<RefundWorkflow>;

/** The words for each action in the history of a refund. */
export const refundActionLabels = labelsOf(refundWorkflow, ['REQUEST', 'Đề nghị hoàn tiền']);
