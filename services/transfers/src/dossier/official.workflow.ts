import { defineWorkflow, SAME_STATE, SYSTEM } from '@dang/workflow/workflow';
import {
  cancelReturned,
  recordOutsideReturn,
  requestSupplement,
  returnByBranch,
  returnByLevel,
  sendBack,
  supplement,
  takeOver,
} from './rows-of-both.ts';

/**
 * The official transfer as a table (domain: official transfer, state table; QĐ 24-QĐ/TW, HD 12-HD/BTCTW).
 *
 * A draft is the member's alone. A request on paper starts as `SUBMITTED`, a letter that came on paper from outside of the system as
 * `INCOMING_PAPER`. Some rows go beyond the source: the destination branch may return a dossier that lies with it (`AT_DEST_BRANCH`), since a
 * letter between two branches of one committee has no destination level that could; a letter returned to box 1, or by the destination, may be
 * voided and issued anew, since box 1 is never corrected, and the branch then meets anew if it wants to; who loses the sealed file begins again at `ORIGIN_MET`, as the rule on
 * files wants it.
 *
 * Who may not be transferred (excluded, no longer a member, under inspection) goes no step further: no signature and no
 * admission, also when it happened after the letter. Returning, cancelling and refusing stay open.
 *
 * Relations: `APPLICANT` the member; `PAPER_CLERK` the origin branch on a paper or postal case; `ORIGIN_BRANCH`,
 * `DESTINATION_BRANCH` their secretary or deputy, never the applicant (then the direct superior); `BOX_SIGNER` the unit
 * whose box is next; `BOX_OWNER` a unit that signed a box after the first; `LAST_ORIGIN_SIGNER` the unit that signed the last box of the
 * origin side; `ORIGIN_CHAIN` any unit of the origin side; `READER` whoever may read the dossier; `SYSTEM` a timer, or what another
 * province's system told.
 */
export const officialTransfer = defineWorkflow({
  name: 'official transfer',
  initial: 'DRAFT',
  alsoInitial: ['SUBMITTED', 'INCOMING_PAPER'],
  states: {
    DRAFT: { label: 'Đang soạn' },
    SUBMITTED: { label: 'Chờ tiếp nhận' },
    SUPPLEMENT_REQUESTED: { label: 'Chờ bổ sung' },
    ORIGIN_MET: { label: 'Đã họp kiểm điểm' },
    REJECTED: { label: 'Từ chối', final: true },
    IN_ORIGIN_CHAIN: { label: 'Đang giới thiệu tại nơi đi' },
    SENT: { label: 'Đã chuyển nơi đến' },
    SENT_OUT: { label: 'Đã chuyển ra ngoài hệ thống' },
    IN_DEST_CHAIN: { label: 'Đang giới thiệu tại nơi đến' },
    RETURNED_BY_DEST: { label: 'Nơi đến trả lại' },
    INCOMING_PAPER: { label: 'Nhận giấy giới thiệu bằng văn bản' },
    AT_DEST_BRANCH: { label: 'Chờ chi bộ nơi đến tiếp nhận' },
    COMPLETED: { label: 'Hoàn thành', final: true },
    CANCELLED: { label: 'Đã hủy', final: true },
  },
  transitions: [
    { action: 'CHANGE_DRAFT', label: 'Sửa bản nháp', from: ['DRAFT'], to: SAME_STATE, by: ['APPLICANT'] },
    { action: 'SUBMIT', label: 'Gửi đề nghị', from: ['DRAFT'], to: ['SUBMITTED'], by: ['APPLICANT'] },
    requestSupplement,
    supplement,
    {
      action: 'RECORD_REVIEW_MEETING',
      label: 'Ghi kết quả họp kiểm điểm',
      from: ['SUBMITTED', 'ORIGIN_MET'],
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
      to: ['IN_ORIGIN_CHAIN', 'SENT', 'AT_DEST_BRANCH', 'SENT_OUT'],
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
      guards: ['memberEligible', 'boxUnitsOpen', 'delaysExplained'],
    },
    {
      action: 'RETURN_BOX',
      label: 'Trả lại ô trước',
      from: ['IN_ORIGIN_CHAIN'],
      to: SAME_STATE,
      by: ['BOX_SIGNER'],
      reasonRequired: true,
      guards: ['boxCanGoBack'],
    },
    {
      action: 'CORRECT_BOX',
      label: 'Đính chính ô đã ký',
      from: ['IN_ORIGIN_CHAIN', 'SENT', 'IN_DEST_CHAIN', 'RETURNED_BY_DEST', 'AT_DEST_BRANCH'],
      to: SAME_STATE,
      by: ['BOX_OWNER'],
      stepUp: true,
      guards: ['boxToCorrect'],
    },
    {
      action: 'VOID_LETTER',
      label: 'Hủy giấy giới thiệu để cấp lại',
      from: ['IN_ORIGIN_CHAIN', 'RETURNED_BY_DEST'],
      to: ['ORIGIN_MET'],
      by: ['ORIGIN_BRANCH'],
      stepUp: true,
      reasonRequired: true,
      guards: ['letterWithBranch'],
    },
    {
      action: 'RECORD_SEALED_FILE',
      label: 'Niêm phong, giao hồ sơ cho đảng viên',
      from: ['SENT', 'SENT_OUT', 'IN_DEST_CHAIN', 'AT_DEST_BRANCH'],
      to: SAME_STATE,
      by: ['ORIGIN_BRANCH', 'ORIGIN_CHAIN'],
      guards: ['fileNotReceived'],
    },
    {
      action: 'REPORT_FILE_LOSS',
      label: 'Báo mất hồ sơ niêm phong',
      from: ['SENT', 'SENT_OUT', 'IN_DEST_CHAIN', 'AT_DEST_BRANCH', 'RETURNED_BY_DEST'],
      to: ['ORIGIN_MET'],
      by: ['APPLICANT', 'ORIGIN_BRANCH', 'DESTINATION_BRANCH'],
      reasonRequired: true,
      guards: ['originInside', 'fileSealed', 'fileNotReceived'],
    },
    {
      action: 'EXPLAIN_DELAY',
      label: 'Giải trình quá hạn',
      from: [
        'SUBMITTED',
        'SUPPLEMENT_REQUESTED',
        'ORIGIN_MET',
        'IN_ORIGIN_CHAIN',
        'SENT',
        'SENT_OUT',
        'IN_DEST_CHAIN',
        'RETURNED_BY_DEST',
        'INCOMING_PAPER',
        'AT_DEST_BRANCH',
      ],
      to: SAME_STATE,
      by: ['APPLICANT', 'ORIGIN_BRANCH', 'BOX_SIGNER', 'DESTINATION_BRANCH'],
      reasonRequired: true,
      guards: ['delayToExplain'],
    },
    returnByLevel,
    returnByBranch,
    {
      action: 'CORRECT_AND_RESEND',
      label: 'Sửa và gửi lại',
      from: ['RETURNED_BY_DEST'],
      to: ['SENT', 'AT_DEST_BRANCH', 'SENT_OUT'],
      by: ['LAST_ORIGIN_SIGNER'],
      stepUp: true,
      guards: ['memberEligible', 'boxUnitsOpen'],
    },
    cancelReturned,
    {
      action: 'RECORD_OUTSIDE_RECEIPT',
      label: 'Ghi nhận nơi đến ngoài hệ thống đã tiếp nhận',
      from: ['SENT_OUT'],
      to: ['COMPLETED'],
      by: ['ORIGIN_BRANCH', 'ORIGIN_CHAIN', SYSTEM],
      stepUp: true,
      guards: ['originOpen'],
    },
    recordOutsideReturn,
    takeOver,
    sendBack,
    {
      action: 'RECORD_PRESENTATION',
      label: 'Ghi nhận đảng viên xuất trình giấy, hồ sơ',
      from: ['AT_DEST_BRANCH'],
      to: SAME_STATE,
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
      guards: ['memberEligible', 'originOpen', 'destinationOpen', 'filePresented', 'delaysExplained'],
    },
    {
      action: 'WITHDRAW',
      label: 'Rút hồ sơ',
      from: ['DRAFT', 'SUBMITTED', 'SUPPLEMENT_REQUESTED', 'ORIGIN_MET', 'IN_ORIGIN_CHAIN'],
      to: ['CANCELLED'],
      by: ['APPLICANT', 'PAPER_CLERK'],
    },
  ],
});
