import { type ActionOf, defineWorkflow, type StateOf, SYSTEM } from '@dang/workflow/workflow';

/** Relations of an actor to one member's item; see `relationsTo` for who holds them. */
const workplaceLeader = 'WORKPLACE_LEADER';
const workplaceDelegate = 'WORKPLACE_DELEGATE';
const residenceBranchLeader = 'RESIDENCE_BRANCH_LEADER';
const residenceCommitteeLeader = 'RESIDENCE_COMMITTEE_LEADER';
const residenceCommitteeDelegate = 'RESIDENCE_COMMITTEE_DELEGATE';

/**
 * What happens to the request for comments on one member, from the list that was sent to the sheet that has come back.
 * The item follows a member who completes an official transfer without changing its state. A delivered sheet is corrected by a new
 * one: the item is drafted, submitted and sent again, and the old sheet stays in force until then.
 */
export const commentItemWorkflow = defineWorkflow({
  name: 'comment item',
  initial: 'SENT',
  states: {
    SENT: { label: 'Đã gửi tổ chức đảng nơi cư trú' },
    AT_BRANCH: { label: 'Đã chuyển chi bộ nơi cư trú' },
    RETURNED: { label: 'Trả lại nơi công tác' },
    INTRODUCED: { label: 'Đã tiếp nhận giới thiệu', final: true },
    DRAFTING: { label: 'Đang lập phiếu nhận xét' },
    SUBMITTED: { label: 'Chờ phê duyệt phiếu' },
    APPROVED: { label: 'Đã phê duyệt phiếu' },
    DELIVERED: { label: 'Đã gửi phiếu nhận xét' },
    RECEIVED: { label: 'Đã nhận phiếu nhận xét' },
    CANCELLED: { label: 'Đã hủy', final: true },
  },
  transitions: [
    {
      action: 'FORWARD_TO_BRANCH',
      label: 'Chuyển chi bộ nơi cư trú',
      from: ['SENT'],
      // an introduction stays SENT: the branch accepts it from there
      to: ['AT_BRANCH', 'SENT'],
      by: [residenceCommitteeLeader, residenceCommitteeDelegate, SYSTEM],
    },
    {
      action: 'FORWARD_TO_BRANCH',
      label: 'Chuyển chi bộ nơi cư trú',
      from: ['AT_BRANCH'],
      to: ['AT_BRANCH'],
      by: [residenceCommitteeLeader, residenceCommitteeDelegate],
    },
    {
      action: 'RETURN_TO_WORKPLACE',
      label: 'Trả lại nơi công tác',
      from: ['SENT', 'AT_BRANCH'],
      to: ['RETURNED'],
      by: [residenceCommitteeLeader, residenceBranchLeader],
      guards: ['notOwnCase'],
      reasonRequired: true,
    },
    {
      action: 'ACCEPT_INTRODUCTION',
      label: 'Tiếp nhận giới thiệu',
      from: ['SENT'],
      to: ['INTRODUCED'],
      by: [residenceBranchLeader],
      guards: ['notOwnCase', 'introducesOnly'],
    },
    {
      action: 'START_SHEET',
      label: 'Lập phiếu nhận xét',
      from: ['AT_BRANCH'],
      to: ['DRAFTING'],
      by: [residenceBranchLeader],
      guards: ['notOwnCase', 'asksForComment'],
    },
    {
      action: 'SAVE_SHEET',
      label: 'Lưu phiếu nhận xét',
      from: ['DRAFTING'],
      to: ['DRAFTING'],
      by: [residenceBranchLeader],
      guards: ['notOwnCase'],
    },
    {
      action: 'ENTER_PAPER_SHEET',
      label: 'Nhập phiếu nhận xét giấy',
      from: ['AT_BRANCH', 'DRAFTING'],
      to: ['SUBMITTED'],
      by: [residenceBranchLeader, residenceCommitteeLeader, residenceCommitteeDelegate],
      guards: ['notOwnCase'],
    },
    {
      action: 'SUBMIT_SHEET',
      label: 'Trình phê duyệt',
      from: ['DRAFTING'],
      to: ['SUBMITTED'],
      by: [residenceBranchLeader],
      guards: ['notOwnCase', 'sheetComplete'],
    },
    {
      action: 'APPROVE_SHEET',
      label: 'Phê duyệt phiếu',
      from: ['SUBMITTED'],
      to: ['APPROVED'],
      by: [residenceCommitteeLeader],
      stepUp: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'RETURN_SHEET',
      label: 'Trả lại phiếu',
      from: ['SUBMITTED'],
      to: ['DRAFTING'],
      by: [residenceCommitteeLeader],
      guards: ['notOwnCase'],
      reasonRequired: true,
    },
    {
      action: 'SIGN_AND_SEND',
      label: 'Ký số và gửi',
      from: ['APPROVED'],
      to: ['DELIVERED'],
      by: [residenceCommitteeLeader, residenceCommitteeDelegate],
      stepUp: true,
      guards: ['notOwnCase'],
    },
    {
      action: 'START_CORRECTION',
      label: 'Lập phiếu thay thế',
      from: ['DELIVERED', 'RECEIVED'],
      to: ['DRAFTING'],
      by: [residenceBranchLeader, residenceCommitteeLeader],
      guards: ['notOwnCase'],
      reasonRequired: true,
    },
    {
      action: 'DROP_CORRECTION',
      label: 'Bỏ phiếu thay thế',
      from: ['DRAFTING'],
      to: ['DELIVERED', 'RECEIVED'],
      by: [residenceBranchLeader, residenceCommitteeLeader],
      guards: ['notOwnCase', 'correcting'],
    },
    {
      action: 'RECEIVE',
      label: 'Nhận phiếu nhận xét',
      from: ['DELIVERED'],
      to: ['RECEIVED'],
      by: [workplaceLeader, workplaceDelegate],
    },
    {
      action: 'CORRECT_AND_RESEND',
      label: 'Sửa nơi cư trú và gửi lại',
      from: ['RETURNED'],
      to: ['SENT'],
      by: [workplaceLeader, workplaceDelegate],
    },
    {
      action: 'CANCEL',
      label: 'Hủy yêu cầu',
      from: ['SENT', 'AT_BRANCH', 'RETURNED', 'DRAFTING', 'SUBMITTED', 'APPROVED'],
      to: ['CANCELLED'],
      by: [workplaceLeader],
      guards: ['notOwnCase', 'nothingDelivered'],
      reasonRequired: true,
    },
    {
      action: 'FOLLOW_MEMBER',
      label: 'Chuyển theo đảng viên',
      from: ['SENT', 'AT_BRANCH', 'RETURNED', 'DRAFTING', 'SUBMITTED', 'APPROVED'],
      to: ['SENT', 'AT_BRANCH', 'RETURNED', 'DRAFTING', 'SUBMITTED', 'APPROVED'],
      by: [SYSTEM],
    },
  ],
});

export type CommentItemState = StateOf<typeof commentItemWorkflow>;
export type CommentItemAction = ActionOf<typeof commentItemWorkflow>;

/** The states in which an item is closed: it has a day of closing and waits for nobody. */
export const closedStates: readonly CommentItemState[] = ['INTRODUCED', 'RECEIVED', 'CANCELLED'];

/** The states before `DELIVERED`: the sheet is still to come, its term runs, and the item follows a member who moves. */
export const awaitedStates: readonly CommentItemState[] = commentItemWorkflow.transitions.flatMap((row) =>
  row.action === 'FOLLOW_MEMBER' ? row.from : [],
);
