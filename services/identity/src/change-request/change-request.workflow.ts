import { defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/**
 * A change of information (domain 5.5): what holds stays in force until the change is approved. Important data of who leads
 * the branch or holds its account for retained dues are decided by the direct superior (A10), everything else by the leaders
 * of the branch; nobody decides on their own. `NEW` is the form before it is sent: no stored request is in it.
 */
export const changeRequestWorkflow = defineWorkflow({
  name: 'ACCOUNT_CHANGE',
  initial: 'NEW',
  states: {
    NEW: { label: 'Chưa gửi' },
    PENDING_BRANCH: { label: 'Chờ chi bộ phê duyệt' },
    PENDING_SUPERIOR: { label: 'Chờ cấp trên trực tiếp phê duyệt' },
    APPROVED: { label: 'Đã duyệt', final: true },
    REJECTED: { label: 'Bị từ chối', final: true },
    WITHDRAWN: { label: 'Đã rút', final: true },
  },
  transitions: [
    {
      action: 'REQUEST',
      label: 'Cập nhật',
      from: ['NEW'],
      to: ['PENDING_BRANCH', 'PENDING_SUPERIOR'],
      by: ['APPLICANT'],
    },
    {
      action: 'APPROVE',
      label: 'Duyệt',
      from: ['PENDING_BRANCH'],
      to: ['APPROVED'],
      by: ['BRANCH_LEADER'],
      stepUp: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'APPROVE',
      label: 'Duyệt',
      from: ['PENDING_SUPERIOR'],
      to: ['APPROVED'],
      by: ['SUPERIOR_LEADER'],
      stepUp: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'REJECT',
      label: 'Từ chối',
      from: ['PENDING_BRANCH'],
      to: ['REJECTED'],
      by: ['BRANCH_LEADER'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'REJECT',
      label: 'Từ chối',
      from: ['PENDING_SUPERIOR'],
      to: ['REJECTED'],
      by: ['SUPERIOR_LEADER'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'WITHDRAW',
      label: 'Rút đề nghị',
      from: ['PENDING_BRANCH', 'PENDING_SUPERIOR'],
      to: ['WITHDRAWN'],
      by: ['APPLICANT', 'SYSTEM'],
    },
  ],
});

export type ChangeRequestState = StateOf<typeof changeRequestWorkflow>;
export type ChangeRequestWorkflow = typeof changeRequestWorkflow;
