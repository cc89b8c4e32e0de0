import { defineWorkflow, labelsOf, type StateOf, SYSTEM } from '@dang/workflow/workflow';

/**
 * An order to pay dues (domain 6.8). `PAYER` may pay an order over the platform: the member who placed it, or whoever collects for
 * the branch it pays for. `COLLECTOR` acts on dues taken in notes: recorded by one, confirmed by another. A success that comes after
 * the end is taken as long as its charges are unpaid (`SUCCEEDED`), and goes back by a refund otherwise (`SUCCEEDED_DUPLICATE`).
 */
export const orderWorkflow = defineWorkflow({
  name: 'DUES_PAYMENT',
  initial: 'INITIATED',
  states: {
    INITIATED: { label: 'Đã khởi tạo giao dịch' },
    PROCESSING: { label: 'Đang thanh toán' },
    SUCCEEDED: { label: 'Thanh toán thành công' },
    SUCCEEDED_DUPLICATE: { label: 'Thanh toán trùng', final: true },
    FAILED: { label: 'Thanh toán thất bại' },
    EXPIRED: { label: 'Hết hạn' },
    CANCELLED: { label: 'Đã hủy' },
    REFUNDED: { label: 'Đã hoàn tiền', final: true },
  },
  transitions: [
    {
      action: 'PAY',
      label: 'Thanh toán',
      from: ['INITIATED', 'PROCESSING'],
      to: ['PROCESSING'],
      by: ['PAYER'],
    },
    { action: 'CANCEL', label: 'Hủy giao dịch', from: ['INITIATED'], to: ['CANCELLED'], by: ['PAYER'] },
    {
      action: 'CANCEL',
      label: 'Hủy giao dịch',
      from: ['PROCESSING'],
      to: ['CANCELLED'],
      by: ['PAYER'],
      guards: ['notStarted'],
    },
    {
      action: 'CONFIRM_CASH',
      label: 'Xác nhận đã thu tiền mặt',
      from: ['INITIATED'],
      to: ['SUCCEEDED'],
      by: ['COLLECTOR'],
      stepUp: true,
      guards: ['secondPerson', 'notOwnCase'],
    },
    {
      action: 'WITHDRAW_CASH',
      label: 'Rút ghi nhận tiền mặt',
      from: ['INITIATED'],
      to: ['CANCELLED'],
      by: ['COLLECTOR'],
      reasonRequired: true,
    },
    {
      action: 'SUCCEED',
      label: 'Hệ thống thanh toán báo thành công',
      from: ['INITIATED', 'PROCESSING', 'FAILED', 'EXPIRED', 'CANCELLED'],
      to: ['SUCCEEDED', 'SUCCEEDED_DUPLICATE'],
      by: [SYSTEM],
    },
    {
      action: 'FAIL',
      label: 'Hệ thống thanh toán báo thất bại',
      from: ['INITIATED', 'PROCESSING'],
      to: ['FAILED'],
      by: [SYSTEM],
    },
    { action: 'EXPIRE', label: 'Hết hạn', from: ['INITIATED', 'PROCESSING'], to: ['EXPIRED'], by: [SYSTEM] },
    { action: 'REFUND', label: 'Hoàn tiền', from: ['SUCCEEDED'], to: ['REFUNDED'], by: [SYSTEM] },
  ],
});

export type OrderWorkflow = typeof orderWorkflow;
export type OrderStatus = StateOf<OrderWorkflow>;

/** The words for each action in the history of an order. */
export const orderActionLabels = labelsOf(
  orderWorkflow,
  ['INITIATE', 'Khởi tạo giao dịch'],
  ['RECORD_CASH', 'Ghi nhận tiền mặt'],
  ['CONFIRM_PAYMENT', 'Xác nhận đã thanh toán'],
  ['RECEIVE_DUPLICATE', 'Nhận khoản thanh toán trùng'],
);
