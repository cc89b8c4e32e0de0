import { defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/**
 * A reconciliation of dues between a unit and its superior for a quarter, half or year (domain 6.8). `UNIT` acts for the very unit,
 * `SUPERIOR` for the very unit above, `ADJUSTER` is a finance officer above both. Nobody settles alone: who closes is not who
 * confirmed, who posts an adjustment is not who proposed it. When figures change under a dossier that is not closed
 * (a payment told late, an adjustment), it goes back to be confirmed anew.
 */
export const reconciliationWorkflow = defineWorkflow({
  name: 'RECONCILIATION',
  initial: 'OPEN',
  states: {
    OPEN: { label: 'Đang đối chiếu' },
    CONFIRMED_BY_SUB: { label: 'Cấp dưới đã xác nhận' },
    DISPUTED: { label: 'Có chênh lệch' },
    CLOSED: { label: 'Đã chốt số liệu', final: true },
  },
  transitions: [
    {
      action: 'CONFIRM',
      label: 'Xác nhận khớp số liệu',
      from: ['OPEN'],
      to: ['CONFIRMED_BY_SUB'],
      by: ['UNIT'],
      stepUp: true,
    },
    {
      action: 'DISPUTE',
      label: 'Báo chênh lệch',
      from: ['OPEN'],
      to: ['DISPUTED'],
      by: ['UNIT'],
      reasonRequired: true,
    },
    {
      action: 'DISPUTE',
      label: 'Báo chênh lệch',
      from: ['CONFIRMED_BY_SUB'],
      to: ['DISPUTED'],
      by: ['SUPERIOR'],
      reasonRequired: true,
    },
    {
      action: 'CLOSE',
      label: 'Chốt số liệu',
      from: ['CONFIRMED_BY_SUB'],
      to: ['CLOSED'],
      by: ['SUPERIOR'],
      stepUp: true,
      guards: ['otherPersonConfirmed'],
    },
    {
      action: 'PROPOSE_ADJUSTMENT',
      label: 'Lập điều chỉnh',
      from: ['DISPUTED'],
      to: ['DISPUTED'],
      by: ['ADJUSTER'],
      guards: ['noAdjustmentWaits'],
      reasonRequired: true,
    },
    {
      action: 'APPROVE_ADJUSTMENT',
      label: 'Duyệt điều chỉnh',
      from: ['DISPUTED'],
      to: ['OPEN'],
      by: ['ADJUSTER'],
      stepUp: true,
      guards: ['adjustmentWaits', 'otherPersonProposed'],
    },
    {
      action: 'REJECT_ADJUSTMENT',
      label: 'Không duyệt điều chỉnh',
      from: ['DISPUTED'],
      to: ['DISPUTED'],
      by: ['ADJUSTER'],
      guards: ['adjustmentWaits'],
      reasonRequired: true,
    },
    {
      action: 'UPHOLD',
      label: 'Giữ nguyên số liệu',
      from: ['DISPUTED'],
      to: ['OPEN'],
      by: ['ADJUSTER'],
      stepUp: true,
      guards: ['noAdjustmentWaits'],
      reasonRequired: true,
    },
    {
      action: 'REFRESH',
      label: 'Cập nhật số liệu',
      from: ['OPEN', 'CONFIRMED_BY_SUB'],
      to: ['OPEN'],
      by: ['SYSTEM'],
    },
  ],
});

export type ReconciliationWorkflow = typeof reconciliationWorkflow;
export type ReconciliationState = StateOf<ReconciliationWorkflow>;
