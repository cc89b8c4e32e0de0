import { defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/**
 * What is paid out to a unit (domain 6.8). The system calculates, instructs and asks; an officer of finance holds, releases and tries
 * again. A payout without an approved account is held, and released by the approval of one; a refused one is tried five times and
 * then left to the officer; when refunds have eaten it up before it left, it is netted.
 */
export const payoutWorkflow = defineWorkflow({
  name: 'PAYOUT',
  initial: 'CALCULATED',
  states: {
    CALCULATED: { label: 'Đã tính, chờ chuyển' },
    HELD: { label: 'Tạm giữ' },
    INSTRUCTED: { label: 'Đã gửi lệnh chuyển' },
    FAILED: { label: 'Chuyển không thành công, chờ chuyển lại' },
    MANUAL: { label: 'Chờ xử lý thủ công' },
    SETTLED: { label: 'Đã chuyển', final: true },
    NETTED: { label: 'Đã bù trừ hết', final: true },
  },
  transitions: [
    {
      action: 'INSTRUCT',
      label: 'Gửi lệnh chuyển tiền',
      from: ['CALCULATED', 'FAILED'],
      to: ['INSTRUCTED', 'HELD', 'NETTED'],
      by: ['SYSTEM'],
    },
    { action: 'SETTLE', label: 'Ngân hàng đã chuyển', from: ['INSTRUCTED'], to: ['SETTLED'], by: ['SYSTEM'] },
    {
      action: 'FAIL',
      label: 'Ngân hàng từ chối',
      from: ['INSTRUCTED'],
      to: ['FAILED', 'MANUAL', 'HELD'],
      by: ['SYSTEM'],
    },
    {
      action: 'WITHDRAW',
      label: 'Rút lại lệnh chưa gửi',
      from: ['INSTRUCTED'],
      to: ['CALCULATED', 'HELD'],
      by: ['SYSTEM'],
    },
    {
      action: 'HOLD',
      label: 'Tạm giữ',
      from: ['CALCULATED', 'FAILED', 'MANUAL'],
      to: ['HELD'],
      by: ['OFFICER', 'SYSTEM'],
      stepUp: true,
      reasonRequired: true,
    },
    {
      action: 'RELEASE',
      label: 'Thôi tạm giữ',
      from: ['HELD'],
      to: ['CALCULATED'],
      by: ['OFFICER', 'SYSTEM'],
      stepUp: true,
      guards: ['notOwnCase', 'hasAccount'],
    },
    {
      action: 'RETRY',
      label: 'Chuyển lại',
      from: ['FAILED', 'MANUAL'],
      to: ['CALCULATED'],
      by: ['OFFICER'],
      stepUp: true,
      guards: ['notOwnCase', 'hasAccount'],
    },
  ],
});

export type PayoutWorkflow = typeof payoutWorkflow;
export type PayoutState = StateOf<PayoutWorkflow>;
