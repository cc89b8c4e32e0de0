import { defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/**
 * A member's account from the first sign-in to its end (domain 5.6). Who leads the branch or holds its account for
 * retained dues, or asks to, is decided by the direct superior, everybody else by the leaders of the branch; nobody decides
 * on their own account. Where nobody is in office, the nearest unit above stands in, and at last the operator.
 */
export const accountWorkflow = defineWorkflow({
  name: 'ACCOUNT',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: 'Đang kê khai' },
    PENDING_BRANCH: { label: 'Chờ chi bộ phê duyệt' },
    PENDING_SUPERIOR: { label: 'Chờ cấp trên trực tiếp phê duyệt' },
    ACTIVE: { label: 'Đang hoạt động' },
    REJECTED: { label: 'Bị từ chối' },
    LOCKED: { label: 'Bị khóa' },
    CLOSED: { label: 'Đã đóng', final: true },
  },
  transitions: [
    {
      action: 'SAVE_DRAFT',
      label: 'Lưu nháp',
      from: ['DRAFT'],
      to: ['DRAFT'],
      by: ['APPLICANT'],
    },
    {
      action: 'SAVE_DRAFT',
      label: 'Lưu nháp',
      from: ['REJECTED'],
      to: ['REJECTED'],
      by: ['APPLICANT'],
    },
    {
      action: 'SUBMIT',
      label: 'Lưu',
      from: ['DRAFT', 'REJECTED'],
      to: ['PENDING_BRANCH', 'PENDING_SUPERIOR'],
      // a clerk enters what came on paper or by post
      by: ['APPLICANT', 'CLERK'],
    },
    {
      action: 'APPROVE',
      label: 'Duyệt',
      from: ['PENDING_BRANCH'],
      to: ['ACTIVE'],
      by: ['BRANCH_LEADER', 'STAND_IN'],
      stepUp: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'APPROVE',
      label: 'Duyệt',
      from: ['PENDING_SUPERIOR'],
      to: ['ACTIVE'],
      by: ['SUPERIOR_LEADER', 'STAND_IN'],
      stepUp: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'REJECT',
      label: 'Từ chối',
      from: ['PENDING_BRANCH'],
      to: ['REJECTED'],
      by: ['BRANCH_LEADER', 'STAND_IN'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'REJECT',
      label: 'Từ chối',
      from: ['PENDING_SUPERIOR'],
      to: ['REJECTED'],
      by: ['SUPERIOR_LEADER', 'STAND_IN'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'LOCK',
      label: 'Khóa tài khoản',
      from: ['ACTIVE'],
      to: ['LOCKED'],
      by: ['ADMIN_ABOVE'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'UNLOCK',
      label: 'Mở khóa tài khoản',
      from: ['LOCKED'],
      to: ['ACTIVE'],
      by: ['ADMIN_ABOVE'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'CLOSE',
      label: 'Đóng tài khoản',
      from: ['DRAFT', 'PENDING_BRANCH', 'PENDING_SUPERIOR', 'ACTIVE', 'REJECTED', 'LOCKED'],
      to: ['CLOSED'],
      by: ['SYSTEM'],
    },
    {
      action: 'CLOSE',
      label: 'Đóng tài khoản',
      from: ['ACTIVE', 'LOCKED'],
      to: ['CLOSED'],
      by: ['ADMIN_ABOVE'],
      stepUp: true,
      reasonRequired: true,
      guards: ['notOwnCase'],
    },
  ],
});

export type AccountState = StateOf<typeof accountWorkflow>;
export type AccountWorkflow = typeof accountWorkflow;
