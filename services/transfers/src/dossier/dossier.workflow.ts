import type { ActionOf, GuardOf, RelationOf, StateOf } from '@dang/workflow/workflow';
import { defineWorkflow } from '@dang/workflow/workflow';

/**
 * The official transfer as a table (domain: official transfer, state table; QĐ 24-QĐ/TW, HD 12-HD/BTCTW).
 *
 * A draft lives in the front end only, so a dossier starts as `SUBMITTED`. Two rows go beyond the source: the
 * destination branch may return a dossier that lies with it (`AT_DEST_BRANCH`), since a letter between two branches of
 * one committee has no destination level that could, and a letter returned to box 1 may be voided, since box 1 is
 * never corrected.
 *
 * Who may not be transferred (excluded, no longer a member, under inspection) goes no step further: no signature and no
 * admission, also when it happened after the letter. Returning, cancelling and refusing stay open.
 *
 * Relations: `APPLICANT` the member; `PAPER_CLERK` the origin branch on a paper or postal case; `ORIGIN_BRANCH`,
 * `DESTINATION_BRANCH` their secretary or deputy, never the applicant (then the direct superior); `BOX_SIGNER` the unit
 * whose box is next; `LAST_ORIGIN_SIGNER` the unit that signed the last box of the origin side; `ORIGIN_CHAIN` any unit
 * of the origin side; `READER` whoever may read the dossier.
 */
export const officialTransfer = defineWorkflow({
  name: 'official transfer',
  initial: 'SUBMITTED',
  states: {
    SUBMITTED: { label: 'Chờ tiếp nhận' },
    SUPPLEMENT_REQUESTED: { label: 'Chờ bổ sung' },
    ORIGIN_MET: { label: 'Đã họp kiểm điểm' },
    REJECTED: { label: 'Từ chối', final: true },
    IN_ORIGIN_CHAIN: { label: 'Đang giới thiệu tại nơi đi' },
    SENT: { label: 'Đã chuyển nơi đến' },
    IN_DEST_CHAIN: { label: 'Đang giới thiệu tại nơi đến' },
    RETURNED_BY_DEST: { label: 'Nơi đến trả lại' },
    AT_DEST_BRANCH: { label: 'Chờ chi bộ nơi đến tiếp nhận' },
    COMPLETED: { label: 'Hoàn thành', final: true },
    CANCELLED: { label: 'Đã hủy', final: true },
  },
  transitions: [
    {
      action: 'REQUEST_SUPPLEMENT',
      label: 'Yêu cầu bổ sung',
      from: ['SUBMITTED'],
      to: ['SUPPLEMENT_REQUESTED'],
      by: ['ORIGIN_BRANCH'],
      reasonRequired: true,
    },
    {
      action: 'SUPPLEMENT',
      label: 'Bổ sung hồ sơ',
      from: ['SUPPLEMENT_REQUESTED'],
      to: ['SUBMITTED'],
      by: ['APPLICANT', 'PAPER_CLERK'],
    },
    {
      action: 'RECORD_REVIEW_MEETING',
      label: 'Ghi kết quả họp kiểm điểm',
      from: ['SUBMITTED'],
      to: ['ORIGIN_MET'],
      by: ['ORIGIN_BRANCH'],
    },
    {
      action: 'REJECT',
      label: 'Từ chối',
      from: ['SUBMITTED', 'ORIGIN_MET'],
      to: ['REJECTED'],
      by: ['ORIGIN_BRANCH'],
      reasonRequired: true,
    },
    {
      action: 'ISSUE_LETTER',
      label: 'Ký ô 1, cấp giấy giới thiệu',
      from: ['ORIGIN_MET'],
      to: ['IN_ORIGIN_CHAIN'],
      by: ['ORIGIN_BRANCH'],
      stepUp: true,
      guards: ['memberEligible', 'destinationOpen', 'duesPaid'],
    },
    {
      action: 'SIGN_BOX',
      label: 'Ký và chuyển tiếp',
      from: ['IN_ORIGIN_CHAIN'],
      to: ['IN_ORIGIN_CHAIN', 'SENT', 'AT_DEST_BRANCH'],
      by: ['BOX_SIGNER'],
      stepUp: true,
      guards: ['memberEligible', 'boxUnitsOpen'],
    },
    {
      action: 'SIGN_BOX',
      label: 'Ký và chuyển tiếp',
      from: ['SENT', 'IN_DEST_CHAIN'],
      to: ['IN_DEST_CHAIN', 'AT_DEST_BRANCH'],
      by: ['BOX_SIGNER'],
      stepUp: true,
      guards: ['memberEligible', 'boxUnitsOpen'],
    },
    {
      action: 'RETURN_BOX',
      label: 'Trả lại ô trước',
      from: ['IN_ORIGIN_CHAIN'],
      to: ['IN_ORIGIN_CHAIN'],
      by: ['BOX_SIGNER'],
      reasonRequired: true,
      guards: ['boxCanGoBack'],
    },
    {
      action: 'VOID_LETTER',
      label: 'Hủy giấy giới thiệu để cấp lại',
      from: ['IN_ORIGIN_CHAIN'],
      to: ['ORIGIN_MET'],
      by: ['ORIGIN_BRANCH'],
      stepUp: true,
      reasonRequired: true,
      guards: ['letterWithBranch'],
    },
    {
      action: 'RECORD_SEALED_FILE',
      label: 'Niêm phong, giao hồ sơ cho đảng viên',
      from: ['SENT'],
      to: ['SENT'],
      by: ['ORIGIN_BRANCH', 'ORIGIN_CHAIN'],
      guards: ['fileNotReceived'],
    },
    {
      action: 'RECORD_SEALED_FILE',
      label: 'Niêm phong, giao hồ sơ cho đảng viên',
      from: ['IN_DEST_CHAIN'],
      to: ['IN_DEST_CHAIN'],
      by: ['ORIGIN_BRANCH', 'ORIGIN_CHAIN'],
      guards: ['fileNotReceived'],
    },
    {
      action: 'RECORD_SEALED_FILE',
      label: 'Niêm phong, giao hồ sơ cho đảng viên',
      from: ['AT_DEST_BRANCH'],
      to: ['AT_DEST_BRANCH'],
      by: ['ORIGIN_BRANCH', 'ORIGIN_CHAIN'],
      guards: ['fileNotReceived'],
    },
    {
      action: 'RETURN_TRANSFER',
      label: 'Trả lại nơi đi',
      from: ['SENT', 'IN_DEST_CHAIN'],
      to: ['RETURNED_BY_DEST'],
      by: ['BOX_SIGNER'],
      reasonRequired: true,
    },
    {
      action: 'RETURN_TRANSFER',
      label: 'Trả lại nơi đi',
      from: ['AT_DEST_BRANCH'],
      to: ['RETURNED_BY_DEST'],
      by: ['DESTINATION_BRANCH'],
      reasonRequired: true,
    },
    {
      action: 'CORRECT_AND_RESEND',
      label: 'Sửa và gửi lại',
      from: ['RETURNED_BY_DEST'],
      to: ['SENT', 'AT_DEST_BRANCH'],
      by: ['LAST_ORIGIN_SIGNER'],
      stepUp: true,
      guards: ['memberEligible', 'boxUnitsOpen'],
    },
    {
      action: 'CANCEL',
      label: 'Hủy hồ sơ bị trả lại',
      from: ['RETURNED_BY_DEST'],
      to: ['CANCELLED'],
      by: ['ORIGIN_BRANCH'],
      reasonRequired: true,
    },
    {
      action: 'RECORD_PRESENTATION',
      label: 'Ghi nhận đảng viên xuất trình giấy, hồ sơ',
      from: ['AT_DEST_BRANCH'],
      to: ['AT_DEST_BRANCH'],
      by: ['DESTINATION_BRANCH'],
      guards: ['fileSealed', 'fileNotReceived'],
    },
    {
      action: 'ADMIT',
      label: 'Họp và tiếp nhận đảng viên',
      from: ['AT_DEST_BRANCH'],
      to: ['COMPLETED'],
      by: ['DESTINATION_BRANCH'],
      stepUp: true,
      guards: ['memberEligible', 'originOpen', 'destinationOpen', 'filePresented'],
    },
    {
      action: 'WITHDRAW',
      label: 'Rút hồ sơ',
      from: ['SUBMITTED', 'SUPPLEMENT_REQUESTED', 'ORIGIN_MET', 'IN_ORIGIN_CHAIN'],
      to: ['CANCELLED'],
      by: ['APPLICANT', 'PAPER_CLERK'],
    },
  ],
});

export type TransferState = StateOf<typeof officialTransfer>;
export type TransferAction = ActionOf<typeof officialTransfer>;
export type TransferGuard = GuardOf<typeof officialTransfer>;
export type TransferRelation = RelationOf<typeof officialTransfer> | 'READER';
