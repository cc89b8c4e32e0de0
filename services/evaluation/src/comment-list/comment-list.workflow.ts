import { defineWorkflow, type StateOf, SYSTEM } from '@dang/workflow/workflow';

/** Relations of an actor to a list; see `relationsToList` for who holds them. */
const preparer = 'PREPARER';
const approver = 'APPROVER';
const sender = 'SENDER';

/**
 * The list of members to introduce or to ask comments on, from the first row until every comment is there (domain 7.5). The buttons with
 * a signature are actions of their own: signing needs a fresh sign-in where the plain one does not.
 */
export const commentListWorkflow = defineWorkflow({
  name: 'comment list',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: 'Đang lập' },
    PENDING_APPROVAL: { label: 'Chờ phê duyệt' },
    APPROVED: { label: 'Đã phê duyệt' },
    REJECTED: { label: 'Từ chối' },
    SENT: { label: 'Đã gửi tổ chức đảng nơi cư trú' },
    COMPLETED: { label: 'Hoàn thành', final: true },
    DISCARDED: { label: 'Đã hủy', final: true },
  },
  transitions: [
    { action: 'EDIT', label: 'Sửa danh sách', from: ['DRAFT', 'REJECTED'], to: ['DRAFT'], by: [preparer] },
    {
      action: 'SUBMIT',
      label: 'Trình phê duyệt',
      from: ['DRAFT'],
      to: ['PENDING_APPROVAL'],
      by: [preparer],
      guards: ['hasRows', 'residencesKnown'],
    },
    {
      action: 'APPROVE',
      label: 'Phê duyệt',
      from: ['PENDING_APPROVAL'],
      to: ['APPROVED'],
      by: [approver],
      stepUp: true,
      guards: ['secondPerson'],
    },
    {
      action: 'SIGN_AND_APPROVE',
      label: 'Ký số phê duyệt',
      from: ['PENDING_APPROVAL'],
      to: ['APPROVED'],
      by: [approver],
      stepUp: true,
      guards: ['secondPerson'],
    },
    {
      action: 'REJECT',
      label: 'Từ chối',
      from: ['PENDING_APPROVAL'],
      to: ['REJECTED'],
      by: [approver],
      reasonRequired: true,
    },
    {
      action: 'WITHDRAW',
      label: 'Thu hồi để sửa',
      from: ['APPROVED'],
      to: ['DRAFT'],
      by: [approver],
      reasonRequired: true,
    },
    {
      action: 'SEND',
      label: 'Gửi tổ chức Đảng nơi cư trú',
      from: ['DRAFT', 'PENDING_APPROVAL', 'REJECTED', 'APPROVED'],
      to: ['SENT'],
      by: [sender],
      guards: ['isApproved'],
    },
    {
      action: 'SIGN_AND_SEND',
      label: 'Ký số và gửi tổ chức Đảng nơi cư trú',
      from: ['DRAFT', 'PENDING_APPROVAL', 'REJECTED', 'APPROVED'],
      to: ['SENT'],
      by: [sender],
      stepUp: true,
      guards: ['isApproved'],
    },
    {
      action: 'DISCARD',
      label: 'Hủy danh sách',
      from: ['DRAFT', 'REJECTED'],
      to: ['DISCARDED'],
      by: [preparer],
    },
    { action: 'COMPLETE', label: 'Hoàn thành', from: ['SENT'], to: ['COMPLETED'], by: [SYSTEM] },
  ],
});

export type CommentListState = StateOf<typeof commentListWorkflow>;
export type CommentListAction = (typeof commentListWorkflow)['transitions'][number]['action'];
