// Made from the schema files by `npm run generate`; do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GraphContext } from '@dang/service/context';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Đồng: a whole number, a JSON number on the wire, refused beyond 2^53. */
  Dong: { input: bigint; output: bigint; }
  /** A calendar month, `2026-05`. */
  Month: { input: string; output: string; }
  /** A day of the calendar (Asia/Ho_Chi_Minh), `2026-07-06`. */
  Date: { input: string; output: string; }
  /** A moment with its offset (RFC 3339). */
  DateTime: { input: Date; output: Date; }
  /** An id. */
  UUID: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** Where a page of a list ends. */
export type PageInfo = {
  /** Are there rows after this page? */
  hasNextPage: Scalars['Boolean']['output'];
  /** What to give as `after` for the next page; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** Why an act was declined. A refusal is data: nothing has changed. */
export type Refusal = {
  /** The reason, for programs. */
  code: RefusalCode;
  /** The reason, for people: Vietnamese, or English when the request asks for it. */
  message: Scalars['String']['output'];
  /** The input at fault, where there is one. */
  field?: Maybe<Scalars['String']['output']>;
  /** The mutation that would be possible instead, where there is one: `requestTemporaryTransfer` for a member under inspection. */
  suggestion?: Maybe<Scalars['String']['output']>;
};

/** One step in the life of a dossier: who, in which capacity, for which unit, when, why. */
export type HistoryEntry = {
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The code of what was done. */
  action: Scalars['String']['output'];
  /** What was done, in the words of its button (Vietnamese). */
  label: Scalars['String']['output'];
  /** The `status` before; null for the first step. */
  fromState?: Maybe<Scalars['String']['output']>;
  /** The `status` after. */
  toState?: Maybe<Scalars['String']['output']>;
  /** Who did it; null for timers. */
  byName?: Maybe<Scalars['String']['output']>;
  /** The title in which they acted, such as `Bí thư chi bộ`. */
  byTitle?: Maybe<Scalars['String']['output']>;
  /** The unit for which they acted. */
  unitId?: Maybe<Scalars['UUID']['output']>;
  /** The name of that unit. */
  unitName?: Maybe<Scalars['String']['output']>;
  /** The reason that was given. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** Something that can be done to a dossier in its present state, and whether you may do it now. */
export type AvailableAction = {
  /** The code of the action. */
  action: Scalars['String']['output'];
  /** What to write on the button (Vietnamese). */
  label: Scalars['String']['output'];
  /** May you do it now? */
  allowed: Scalars['Boolean']['output'];
  /** Why not, for programs; null when allowed. */
  code?: Maybe<RefusalCode>;
  /** Why not, for people; null when allowed. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** A line of the audit trail: who, in which capacity, did or read what, about whom, and from where. It is only ever added to. */
export type AuditEntry = {
  /** The id of the line; later lines have higher ids. */
  id: Scalars['UUID']['output'];
  /** When it was written, in real time. */
  at: Scalars['DateTime']['output'];
  /** The code of what was done: the name of a mutation, of a job, or of a reading such as `readMemberFile`. */
  action: Scalars['String']['output'];
  /** What kind of thing it was done to: `account`, `transfer`, `unit` and the like. */
  subjectKind: Scalars['String']['output'];
  /** The id of that thing. */
  subjectId: Scalars['String']['output'];
  /** The unit in which the line can be read; null for what belongs to none. */
  unitId?: Maybe<Scalars['UUID']['output']>;
  /** The member whom it is about. */
  memberId?: Maybe<Scalars['UUID']['output']>;
  /** The member who did it; null for the system itself. */
  byMemberId?: Maybe<Scalars['UUID']['output']>;
  /** The name of who did it. */
  byName?: Maybe<Scalars['String']['output']>;
  /** The title in which they acted. */
  byTitle?: Maybe<Scalars['String']['output']>;
  /** The code of the role in which they acted. */
  byRole?: Maybe<Scalars['String']['output']>;
  /** The unit for which they acted. */
  byUnitId?: Maybe<Scalars['UUID']['output']>;
  /** What it was before, as JSON, personal numbers covered. */
  before?: Maybe<Scalars['String']['output']>;
  /** What it became, as JSON, personal numbers covered; for a reading, what was asked for. */
  after?: Maybe<Scalars['String']['output']>;
  /** The reason that was given. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The network address from which it was asked. */
  ip?: Maybe<Scalars['String']['output']>;
  /** The device, as it calls itself. */
  device?: Maybe<Scalars['String']['output']>;
  /** The id of the request, as it stands in the logs. */
  requestId?: Maybe<Scalars['String']['output']>;
};

/** A line of the audit trail in a list. */
export type AuditEntryEdge = {
  /** The line. */
  node: AuditEntry;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A page of the audit trail, newest first. */
export type AuditEntryConnection = {
  /** The rows of this page. */
  edges: Array<AuditEntryEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** Every reason for which an act is declined. */
export type RefusalCode =
  /** Không tìm thấy — it is not there, or not in your scope, which reads the same. */
  | 'NOT_FOUND'
  /** Thông tin chưa hợp lệ — `field` names what to correct. */
  | 'INVALID_INPUT'
  /** Dữ liệu đã thay đổi — somebody else changed it since you read it: load it again. */
  | 'VERSION_CONFLICT'
  /** Mã chống trùng đã dùng — this idempotency key was used for another request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** Không được thực hiện — you see this dossier, but this act belongs to somebody else. */
  | 'ACTION_NOT_ALLOWED'
  /** Sai trạng thái — not possible in the present state. */
  | 'WRONG_STATE'
  /** Cần đăng nhập lại — approving and signing need a sign-in not older than 10 minutes. */
  | 'STEP_UP_REQUIRED'
  /** Cần nêu lý do — a reason is required. */
  | 'REASON_REQUIRED'
  /** Hồ sơ của chính mình — nobody decides on their own case. */
  | 'OWN_CASE'
  /** Công an, Quân đội — not applied to members serving in the Public Security or the Army. */
  | 'EXCLUDED_FORCE'
  /** Đình chỉ sinh hoạt đảng — not applied to members suspended because of detention. */
  | 'EXCLUDED_SUSPENDED'
  /** Bị kết án — not applied to members sentenced to non-custodial reform or heavier. */
  | 'EXCLUDED_CONVICTED'
  /** Trường hợp khác — not applied to members in this case under current rules. */
  | 'EXCLUDED_OTHER'
  /** Tổ chức đã kết thúc — the unit has ended. */
  | 'UNIT_ENDED'
  /** Định danh chưa đủ mức độ — VNeID vouches for assurance level 1 only; level 2 is needed. */
  | 'VNEID_LEVEL_TOO_LOW'
  /** VNeID không được xác nhận — what came back from VNeID does not hold; sign in again. */
  | 'VNEID_REJECTED'
  /** VNeID không phản hồi — VNeID does not answer now; try again later. */
  | 'VNEID_UNAVAILABLE'
  /** Tài khoản bị khóa — an administrator has locked this account. */
  | 'ACCOUNT_LOCKED'
  /** Tài khoản đã đóng — this account is closed for good. */
  | 'ACCOUNT_CLOSED'
  /** Phiên đã kết thúc — the session has ended, or the refresh token is not good; sign in again. */
  | 'SESSION_ENDED'
  /** Phiên quá lâu không dùng — a session that acts in an office was not used for 15 minutes; sign in again. */
  | 'SESSION_IDLE'
  /** Không giữ chức vụ — you do not hold this position today. */
  | 'POSITION_NOT_HELD'
  /** Phải chuyển sinh hoạt đảng — the person is a member of another branch; moving takes a transfer. */
  | 'BRANCH_CHANGE_NEEDS_TRANSFER'
  /** Đã có bí thư — a unit has one secretary at a time. */
  | 'UNIT_HAS_SECRETARY'
  /** Đã có đề nghị — a claim to this position is waiting already. */
  | 'CLAIM_ALREADY_OPEN'
  /** Tài khoản chưa hoạt động — the account of the person is not approved yet, or is locked or closed. */
  | 'ACCOUNT_NOT_ACTIVE'
  /** Đã được giao — the person holds this in that unit already. */
  | 'ALREADY_HELD'
  /** Đã hết nhiệm kỳ — the last day of the term has passed. */
  | 'TERM_OVER'
  /** Số đã được dùng — this number belongs to somebody else. */
  | 'IDENTIFIER_TAKEN'
  /** Đã có đề nghị thay đổi — one change of information is decided at a time. */
  | 'CHANGE_ALREADY_OPEN'
  /** Không có gì thay đổi — what is asked for is what holds already. */
  | 'NOTHING_TO_CHANGE'
  /** Đề nghị đã cũ — what holds is no longer what the change started from; ask for it anew. */
  | 'CHANGE_OUTDATED'
  /** Đã có tài khoản — this person has an account that waits or is in use. */
  | 'ACCOUNT_EXISTS'
  /** Không còn sinh hoạt đảng — left, expelled, struck off, missing, deceased or suspended. */
  | 'MEMBER_NOT_ACTIVE'
  /** Đang kiểm tra — no official transfer while an inspection or complaint is open; a temporary transfer to the residence is possible. */
  | 'TRANSFER_BLOCKED_INSPECTION'
  /** Đã có hồ sơ — another transfer of the member is still open. */
  | 'TRANSFER_ALREADY_OPEN'
  /** Chưa có chi bộ — the member belongs to no branch yet. */
  | 'MEMBER_HAS_NO_BRANCH'
  /** Không có tổ chức này — the named unit does not exist. */
  | 'UNIT_NOT_FOUND'
  /** Nơi đến không phải chi bộ — members belong to branches and grassroots branches only. */
  | 'DESTINATION_NOT_A_BRANCH'
  /** Nơi đến trùng nơi đi — the member already belongs to this branch. */
  | 'DESTINATION_IS_ORIGIN'
  /** Chưa đóng đủ đảng phí — dues must be paid to the end of the letter’s month. */
  | 'DUES_NOT_PAID'
  /** Chưa rõ đảng phí — nothing is known of the member’s dues yet. */
  | 'DUES_UNKNOWN'
  /** Không có ô trước — box 1 cannot be returned further. */
  | 'NO_BOX_BEFORE'
  /** Giấy không ở chi bộ — a letter is voided only when it has come back to box 1. */
  | 'LETTER_NOT_WITH_BRANCH'
  /** Chưa niêm phong hồ sơ — the origin has not recorded the sealed file yet. */
  | 'FILE_NOT_SEALED'
  /** Đã nhận hồ sơ — the destination branch has already received the file. */
  | 'FILE_ALREADY_RECEIVED'
  /** Chưa xuất trình — the member has not presented letter and file yet. */
  | 'FILE_NOT_PRESENTED'
  /** Không có ô nào đã ký của đơn vị còn được đính chính — there is no signed box of the unit that could still be corrected. */
  | 'NO_BOX_TO_CORRECT'
  /** Ô này đã được đính chính một lần; mỗi ô chỉ được đính chính một lần — this box was corrected before; a box is corrected once. */
  | 'BOX_ALREADY_CORRECTED'
  /** Đảng ủy cơ sở phải nhận xét vào bản tự kiểm điểm trước khi ký ô này — the grassroots committee must comment on the self-criticism before it signs this box. */
  | 'BOX_COMMENT_REQUIRED'
  /** Hồ sơ không có thời hạn nào đã quá mà chưa giải trình — no term of this dossier has passed without an explanation. */
  | 'NO_DELAY_TO_EXPLAIN'
  /** Hồ sơ đã quá hạn: phải giải trình lý do trước khi thực hiện tiếp — a term has passed: its reason must be given before going on. */
  | 'DELAY_NOT_EXPLAINED'
  /** Hồ sơ thiếu giấy tờ bắt buộc — a document that the dossier must contain is missing. */
  | 'DOCUMENT_MISSING'
  /** Thời gian dưới 3 tháng thì không phải chuyển sinh hoạt đảng — a stay of less than 3 months needs no transfer. */
  | 'STAY_TOO_SHORT'
  /** Thời gian vượt quá giới hạn của chuyển sinh hoạt đảng tạm thời; hãy đề nghị chuyển sinh hoạt đảng chính thức — the stay is longer than a temporary transfer allows: ask for an official one. */
  | 'STAY_TOO_LONG'
  /** Chi bộ nơi sinh hoạt tạm thời phải nhận xét đảng viên — the branch of the stay must comment on the member. */
  | 'STAY_COMMENT_REQUIRED'
  /** Đảng viên đã đề nghị chuyển thành chính thức, đang chờ chi bộ nơi đi trả lời — the member has asked already; the origin branch has not answered yet. */
  | 'CONVERSION_ALREADY_ASKED'
  /** Đảng viên chưa đề nghị chuyển thành chính thức — the member has not asked for the stay to become permanent. */
  | 'CONVERSION_NOT_ASKED'
  /** Đảng viên đang được kiểm tra, giám sát hoặc xem xét đơn thư: chỉ được chuyển sinh hoạt đảng tạm thời về nơi cư trú — the member is under inspection or a complaint is being settled: only a temporary transfer to the residence is possible. */
  | 'INSPECTION_RESIDENCE_ONLY'
  /** Người biểu quyết không có quyền biểu quyết tại chi bộ này (đảng viên sinh hoạt tạm thời, đảng viên dự bị hoặc không thuộc chi bộ) — somebody who voted has no vote in this branch: a temporary or probationary member, or a member of another branch. */
  | 'NO_VOTE_RIGHT'
  /** Nơi đi ở ngoài hệ thống nên không thực hiện được việc này — the origin lies outside of the system, so this cannot be done here. */
  | 'ORIGIN_OUTSIDE'
  /** Nơi đi ở trong hệ thống: hãy trả lại hồ sơ trên hệ thống — the origin lies within the system: return the dossier there. */
  | 'ORIGIN_INSIDE'
  /** Nơi đến ở ngoài hệ thống nên không thực hiện được việc này — the destination lies outside of the system, so this cannot be done here. */
  | 'DESTINATION_OUTSIDE'
  /** Nơi đến ở trong hệ thống và tự thực hiện việc này — the destination lies within the system and does this itself. */
  | 'DESTINATION_INSIDE'
  /** Đảng viên này đang sinh hoạt tại một chi bộ trong hệ thống: hãy chuyển sinh hoạt trên hệ thống — this member belongs to a branch of this system: the transfer is made within it. */
  | 'MEMBER_HAS_BRANCH'
  /** Sổ giới thiệu sinh hoạt đảng đang được nhiều người ghi cùng lúc. Hãy thử lại — the introduction register is being written to by several people at once. Try again. */
  | 'REGISTER_BUSY'
  /** Chỉ giới thiệu — this item only introduces the member; no comment is asked for. */
  | 'INTRODUCTION_ONLY'
  /** Có xin nhận xét — a comment is asked for, so accepting the introduction does not end it. */
  | 'COMMENT_REQUESTED'
  /** Thủ tục chưa triển khai — the procedure has not started in this unit yet. */
  | 'PROCEDURE_NOT_STARTED'
  /** Chức vụ đã kết thúc — the position in which somebody acts has ended. */
  | 'POSITION_ENDED'
  /** Phiếu chưa đủ — not every criterion of the comment sheet has been chosen. */
  | 'SHEET_INCOMPLETE'
  /** CSDL đảng viên không phản hồi — the member database does not answer at the moment. */
  | 'REGISTRY_UNAVAILABLE'
  /** Quá nhiều lần — too many attempts; try again later. */
  | 'RATE_LIMITED'
  /** Thông báo bắt buộc — this kind of notice cannot be muted. */
  | 'NOTICE_MANDATORY'
  /** Chưa có báo cáo để tổng hợp — no accepted report from below waits to be added up. */
  | 'NO_ACCEPTED_REPORT'
  /** Chưa tổng hợp — the reports from below must be added up first. */
  | 'REPORT_NOT_AGGREGATED'
  /** Kỳ báo cáo chưa kết thúc — the period of this report is not over. */
  | 'REPORT_PERIOD_RUNS'
  /** Hồ sơ chưa kết thúc — only a finished dossier can be rated. */
  | 'DOSSIER_NOT_FINISHED'
  /** Quá hạn sửa đánh giá — a rating can be changed for 7 days. */
  | 'RATING_PERIOD_OVER'
  /** Quá hạn mở lại — a ticket can be opened again within 7 days of its end. */
  | 'REOPENING_PERIOD_OVER'
  /** Không còn cấp trên — no unit stands above this one. */
  | 'NO_SUPERIOR'
  /** Sẽ thay đổi sau ngày này — the unit changes again after this day, so that the day has passed for this act. */
  | 'UNIT_CHANGED_LATER'
  /** Không được đặt ở đây — a unit of this type may not stand below one of that type. */
  | 'UNIT_TYPE_MISPLACED'
  /** Mã không phù hợp — the code is malformed, does not continue the code above, or none is free. */
  | 'UNIT_CODE_MISFIT'
  /** Mã đã dùng — another unit carries this code on that day. */
  | 'UNIT_CODE_TAKEN'
  /** Tổ chức chưa trống — members or units would be left behind in it: name a successor. */
  | 'UNIT_NOT_EMPTY'
  /** Không có đảng viên trực thuộc — members belong to branches only, and this is none. */
  | 'UNIT_TAKES_NO_MEMBERS'
  /** Nằm trong chính nó — a unit cannot stand below itself or be its own successor. */
  | 'UNIT_BELOW_ITSELF'
  /** Không thuộc tổ chức này — one of the members does not belong to the unit that is split. */
  | 'MEMBER_NOT_IN_UNIT'
  /** Không có gì thay đổi — this is how it already is. */
  | 'NOTHING_CHANGES'
  /** Đang chờ đính chính — a correction of this member’s branch already waits for a decision. */
  | 'CORRECTION_ALREADY_OPEN'
  /** Chi bộ đã thay đổi — the member’s branch has changed since this was proposed. */
  | 'PLACEMENT_CHANGED'
  /** Phải đính chính chi bộ — another branch takes a correction; it is not accepted as a difference. */
  | 'BRANCH_NEEDS_CORRECTION'
  /** Tài khoản của người khác — the account entered from paper under this personal id is, by name and date of birth, another person’s. */
  | 'ACCOUNT_OF_ANOTHER_PERSON'
  /** Chưa có quy định trích nộp — no policy divides what this organisation collects in that month. */
  | 'NO_ALLOCATION_POLICY'
  /** Không có gì cần nộp — nothing announced is still open. */
  | 'NOTHING_TO_PAY'
  /** Không nộp được — the charge is paid, waived, in another order, or not announced. */
  | 'CHARGE_NOT_PAYABLE'
  /** Số tháng chưa hợp lệ — at least 1, at most what may be paid. */
  | 'MONTHS_INVALID'
  /** Không được nộp trước — no decision allows months after the present one. */
  | 'ADVANCE_NOT_ALLOWED'
  /** Không thuộc chi bộ — no charge of this member is due to this branch. */
  | 'MEMBER_NOT_IN_BRANCH'
  /** Quá nhiều khoản — split the order. */
  | 'TOO_MANY_LINES'
  /** Chưa kết nối được hệ thống thanh toán — the order stays; open the payment page again. */
  | 'PLATFORM_UNAVAILABLE'
  /** Số tiền chưa hợp lệ — whole đồng, more than 0, within what the rule allows. */
  | 'AMOUNT_INVALID'
  /** Tổng tỷ lệ khác 100 % — the shares must add up to 10,000 basis points. */
  | 'SHARES_NOT_WHOLE'
  /** Tỷ lệ ngoài mức — the rule leaves a range, and this lies outside. */
  | 'SHARE_OUT_OF_RANGE'
  /** Trùng thời gian — rows of one kind must not overlap; only future ones can be entered. */
  | 'POLICY_OVERLAPS'
  /** Đang chờ duyệt — one open request at a time. */
  | 'RATE_PENDING'
  /** Thiếu thu nhập tính đóng — this category computes from an income. */
  | 'BASE_REQUIRED'
  /** Ngoài khung mức đóng — the rule gives a band. */
  | 'AMOUNT_OUT_OF_BAND'
  /** Thấp hơn mức quy định — an approver must give a reason. */
  | 'BELOW_RATE'
  /** Quá thời hạn — at most 12 months, and no longer than the exemption from activity. */
  | 'WAIVER_TOO_LONG'
  /** Trùng thời gian — another decision covers these months. */
  | 'WAIVER_OVERLAPS'
  /** Chưa đủ điều kiện — what the rule asks for is not there. */
  | 'WAIVER_NOT_ENTITLED'
  /** Thiếu đơn đề nghị — a written request is required. */
  | 'REQUEST_REQUIRED'
  /** Cần người thứ hai — who recorded or asked cannot confirm. */
  | 'SECOND_PERSON_REQUIRED'
  /** Đã thông báo — announced once a branch and month. */
  | 'ALREADY_ANNOUNCED'
  /** Chưa đến thời điểm — possible from a later day. */
  | 'NOT_YET'
  /** Tài khoản ngân hàng chưa hợp lệ — bank code and 6 to 19 digits. */
  | 'BANK_ACCOUNT_INVALID'
  /** Đang chờ duyệt — one declared account a unit at a time. */
  | 'BENEFICIARY_PENDING'
  /** Chưa có tài khoản được duyệt — nothing can be paid out to it. */
  | 'NO_BENEFICIARY_ACCOUNT'
  /** Không hoàn được — not paid, already refunded, or a refund is under way. */
  | 'REFUND_NOT_POSSIBLE'
  /** Sao kê đã nhập — the same statement is read once. */
  | 'STATEMENT_KNOWN'
  /** Thiếu chênh lệch — the figure, the amount and the reason. */
  | 'DIFFERENCE_REQUIRED'
  /** Khoảng thời gian chưa hợp lệ — `from` is before `to`, not too many months. */
  | 'RANGE_INVALID'
  /** Tên tệp chưa hợp lệ — no path, no control characters, at most 150 characters. */
  | 'FILE_NAME_INVALID'
  /** Loại tệp không được nhận — PDF, JPG, PNG and DOCX only. */
  | 'FILE_TYPE_NOT_ALLOWED'
  /** Tệp quá lớn — 20 MB at most. */
  | 'FILE_TOO_LARGE'
  /** Tài liệu có độ mật — classified documents do not belong here. */
  | 'FILE_CLASSIFIED'
  /** Chưa tải tệp lên — no bytes of yours under this id. */
  | 'FILE_NOT_UPLOADED'
  /** Tệp đã được dùng — a file belongs to one dossier. */
  | 'FILE_IN_USE'
  /** Cần bản chụp — a case on paper or by post brings its scan. */
  | 'SCAN_REQUIRED'
  /** Chưa có chứng thư số — register a certificate first. */
  | 'CERTIFICATE_REQUIRED'
  /** Chứng thư số hết hạn — outside its time. */
  | 'CERTIFICATE_EXPIRED'
  /** Chứng thư số bị thu hồi — by its issuer, or ended here. */
  | 'CERTIFICATE_REVOKED'
  /** Chứng thư số không được công nhận — not issued by a trusted authority, or not for signing. */
  | 'CERTIFICATE_NOT_TRUSTED'
  /** Chứng thư số không phải của bạn — another name, or another key. */
  | 'CERTIFICATE_NOT_YOURS'
  /** Chứng thư số đã được đăng ký — once only. */
  | 'CERTIFICATE_TAKEN'
  /** Dịch vụ ký số không phản hồi — nothing was signed. */
  | 'SIGNING_UNAVAILABLE'
  /** Cần ký số — a sheet leaves only with a digital signature. */
  | 'SIGNATURE_REQUIRED'
  /** Chữ ký số không hợp lệ — it does not fit the document. */
  | 'SIGNATURE_INVALID'
  /** Danh sách trống — nobody on it. */
  | 'LIST_EMPTY'
  /** Danh sách chưa được phê duyệt — approve before sending. */
  | 'LIST_NOT_APPROVED'
  /** Danh sách quá dài — more members than a list holds. */
  | 'LIST_TOO_LONG'
  /** Đảng viên đã có trong danh sách — once a list. */
  | 'MEMBER_TWICE'
  /** Không thuộc diện lấy nhận xét — exempt by the rules on residence contact. */
  | 'MEMBER_EXEMPT'
  /** Đã có yêu cầu nhận xét năm này — one yearly item a member and year. */
  | 'YEARLY_ITEM_OPEN'
  /** Chưa rõ nơi cư trú — choose the residence organisation. */
  | 'RESIDENCE_UNKNOWN'
  /** Nơi cư trú chưa phù hợp — a commune or ward, and a branch below it. */
  | 'RESIDENCE_MISFIT'
  /** Đợt lấy nhận xét không mở — not yet, or over. */
  | 'CAMPAIGN_NOT_OPEN'
  /** Đợt lấy nhận xét đã có — one a year. */
  | 'CAMPAIGN_EXISTS'
  /** Thiếu nội dung nhận xét — `field` names the criterion without a choice. */
  | 'CRITERION_MISSING'
  /** Thiếu nhận xét khác — required with “Xem xét xử lý”. */
  | 'OTHER_COMMENT_REQUIRED'
  /** Phiếu đã ký — a correction is a new sheet. */
  | 'SHEET_SIGNED'
  /** Không yêu cầu báo cáo — nobody asked for one. */
  | 'REPORT_NOT_REQUESTED'
  /** Báo cáo đã gửi — it stays as it is. */
  | 'REPORT_SENT';

/** A file of a dossier: PDF, JPG, PNG or DOCX, kept encrypted. Whoever sees the dossier may open it. */
export type Attachment = {
  /** The id of the file. */
  id: Scalars['UUID']['output'];
  /** What it was called when it came. */
  fileName: Scalars['String']['output'];
  /** Its media type, such as `application/pdf`. */
  contentType: Scalars['String']['output'];
  /** How large it is, in bytes. */
  size: Scalars['Int']['output'];
  /** The SHA-256 of its bytes, in hexadecimal. */
  sha256: Scalars['String']['output'];
  /** When it was stored. */
  storedAt: Scalars['DateTime']['output'];
  /** Where it can be fetched for the next 15 minutes, by whoever holds the address. */
  url: Scalars['String']['output'];
};

/** Where to bring the bytes of a file: one `PUT` of exactly this type and size, before `expiresAt`. */
export type Upload = {
  /** The id of the file, to be named by the act that uses it once the bytes are there. */
  id: Scalars['UUID']['output'];
  /** The signed address to which the bytes are put. */
  url: Scalars['String']['output'];
  /** The media type to send as `Content-Type`. */
  contentType: Scalars['String']['output'];
  /** How many bytes must come. */
  size: Scalars['Int']['output'];
  /** When the address ends. */
  expiresAt: Scalars['DateTime']['output'];
};

/** What preparing an upload answered. */
export type PrepareUploadResult = {
  /** Where to bring the bytes; null when refused. */
  upload?: Maybe<Upload>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A file that somebody wants to bring. */
export type PrepareUploadInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** What it is called: a name without a path, with its ending. */
  fileName: Scalars['String']['input'];
  /** Its media type: `application/pdf`, `image/jpeg`, `image/png`, or that of DOCX. */
  contentType: Scalars['String']['input'];
  /** How large it is, in bytes; 20 MB at most. */
  size: Scalars['Int']['input'];
  /** The SHA-256 of its bytes in hexadecimal, where the client knows it; other bytes are then refused. */
  sha256?: InputMaybe<Scalars['String']['input']>;
  /** How secret the document is; anything but ordinary is refused. */
  classification?: FileClassification;
};

/** How secret a document is (độ mật). */
export type FileClassification =
  /** Thường — not secret; the only kind that this system takes. */
  | 'ORDINARY'
  /** Mật — refused. */
  | 'SECRET'
  /** Tối mật — refused. */
  | 'TOP_SECRET'
  /** Tuyệt mật — refused. */
  | 'UTMOST_SECRET';

/** How a document was signed digitally, and whether the signature holds now. */
export type DocumentSignature = {
  /** The id of the signature. */
  id: Scalars['UUID']['output'];
  /** Which signature of the document it is: 1 for the first level, then upwards. */
  step: Scalars['Int']['output'];
  /** The name of whoever signed. */
  signerName: Scalars['String']['output'];
  /** The title in which they signed. */
  signerTitle: Scalars['String']['output'];
  /** The organisation for which they signed. */
  signerUnitName: Scalars['String']['output'];
  /** When it was signed. */
  signedAt: Scalars['DateTime']['output'];
  /** The serial number of the certificate, in hexadecimal. */
  certificateSerial: Scalars['String']['output'];
  /** The SHA-256 of the signed PDF, in hexadecimal. */
  sha256: Scalars['String']['output'];
  /** The SHA-256 of the PDF that the level before signed; null for the first. */
  previousSha256?: Maybe<Scalars['String']['output']>;
  /** The signed PDF. */
  document: Attachment;
  /** Where everybody can check it (the address of the QR code). */
  verifyUrl: Scalars['String']['output'];
  /** Whether it holds, checked now over the stored bytes. */
  verdict: SignatureVerdict;
};

/** Whether a digital signature holds. */
export type SignatureVerdict =
  /** Hợp lệ — the bytes are those that were signed, by a trusted certificate that was in force. */
  | 'VALID'
  /** Nội dung đã thay đổi — the bytes are not those that were signed, or not all of them. */
  | 'TAMPERED'
  /** Chứng thư số không được công nhận — its issuer is not trusted here. */
  | 'NOT_TRUSTED'
  /** Chứng thư số hết hạn khi ký — signed outside its time. */
  | 'EXPIRED'
  /** Chứng thư số đã bị thu hồi khi ký — signed after it was revoked. */
  | 'REVOKED'
  /** Chưa kiểm tra được — the issuer’s list of revoked certificates is not to be had now. */
  | 'UNKNOWN';

export type Query = {
  /** Residence comments: who did or read what, in a unit of your scope and below it, newest first. Null for another unit. Reading it leaves a line in it. */
  commentAudit?: Maybe<AuditEntryConnection>;
  /** The member who is signed in; null as long as the account is not active. */
  me?: Maybe<Member>;
  /**
   * The request for comments on one member; null when there is none, or when you are none of: the member, the workplace branch
   * and what it belongs to, the residence branch and its committee.
   */
  commentItem?: Maybe<CommentItem>;
  /**
   * The desk of the unit in whose capacity you act: what waits for it now on either side, overdue first, then oldest first. Null for a unit
   * that is not known here.
   */
  commentDesk?: Maybe<CommentDesk>;
  /** The yearly campaigns, latest first. */
  commentCampaigns?: Maybe<Array<CommentCampaign>>;
  /** One list of members for whom comments are asked; null when there is none or when it is not yours to see. */
  commentList?: Maybe<CommentList>;
  /** Who is asked for and who is exempt from residence comments, by today's rules (Guidance 33-HD/BTCTW). */
  commentExemptionRules?: Maybe<Array<CommentExemptionRule>>;
  /**
   * Whether somebody signed the document with this SHA-256 here (a comment sheet or list), and whether the signature holds now. Like the
   * page behind the QR code it names no person; null for a document that was not signed here.
   */
  verifyCommentDocument?: Maybe<CommentDocumentVerification>;
};


export type QueryCommentAuditArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  memberId?: InputMaybe<Scalars['UUID']['input']>;
  action?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCommentItemArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryCommentListArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryVerifyCommentDocumentArgs = {
  sha256: Scalars['String']['input'];
};

/** A member of the Party (đảng viên). What you may not see of them, and what a service that is away would say, is null. */
export type Member = {
  /** The id of the member. */
  id: Scalars['UUID']['output'];
  /** The requests for comments on this member that you may see, latest first. */
  commentItems?: Maybe<CommentItemConnection>;
  /**
   * The comment of the residence branch on this member for the review of a year; null when none was asked for, or when it is not yours to
   * see: it is for the member, and for the workplace branch and what it belongs to.
   */
  yearEndComment?: Maybe<YearEndComment>;
  /** The reports that were asked of this member, latest first, for the member and the workplace. */
  selfReports?: Maybe<SelfReportConnection>;
};


/** A member of the Party (đảng viên). What you may not see of them, and what a service that is away would say, is null. */
export type MemberCommentItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A member of the Party (đảng viên). What you may not see of them, and what a service that is away would say, is null. */
export type MemberYearEndCommentArgs = {
  year: Scalars['Int']['input'];
};


/** A member of the Party (đảng viên). What you may not see of them, and what a service that is away would say, is null. */
export type MemberSelfReportsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnit = {
  /** The id of the unit. */
  id: Scalars['UUID']['output'];
  /**
   * The requests for comments of this unit and everything below it: of the workplace, or of the residence. Null when the unit is not in
   * the scope of your capacity. What waits for your own unit now is on the `commentDesk`.
   */
  commentItems?: Maybe<CommentItemConnection>;
  /** How far the comments of a year are, for this unit and each part of it. Figures only. Null when the unit is not in the scope of your capacity. */
  commentProgress?: Maybe<CommentProgress>;
  /**
   * The members of this unit and everything below it, for the list that is being made: where they live by what is known, and who cannot be
   * asked for, with the reason. By name. Null when the unit is not in the scope of your capacity.
   */
  commentCandidates?: Maybe<CommentCandidateConnection>;
  /** The lists of this unit and everything below it, latest first. Null when the unit is not in the scope of your capacity. */
  commentLists?: Maybe<CommentListConnection>;
  /**
   * What the residence organisations have sent to this unit and everything below it, by the list that it was asked with, latest first (nhận
   * phiếu nhận xét và báo cáo). Members who have come since they were asked for are here with the list of the unit that asked. Null when the unit
   * is not in the scope of your capacity.
   */
  commentDeliveries?: Maybe<CommentDeliveryConnection>;
  /**
   * The comments on the members of this unit and everything below it for the review of a year. Null when the unit is not in the scope of
   * your capacity.
   */
  yearEndComments?: Maybe<YearEndComments>;
  /**
   * The members who keep contact with this unit, or with a branch below it, where they live, and belong to another branch (đảng viên 213):
   * those whose introduction was accepted, latest first. Null when the unit is not in the scope of your capacity.
   */
  residenceMembers?: Maybe<ResidenceMemberConnection>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitCommentItemsArgs = {
  side?: CommentSide;
  statuses?: InputMaybe<Array<CommentItemStatus>>;
  overdueOnly?: Scalars['Boolean']['input'];
  order?: CommentItemOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitCommentProgressArgs = {
  year: Scalars['Int']['input'];
  side?: CommentSide;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitCommentCandidatesArgs = {
  year: Scalars['Int']['input'];
  purpose?: CommentPurpose;
  type?: CommentItemType;
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitCommentListsArgs = {
  statuses?: InputMaybe<Array<CommentListStatus>>;
  year?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitCommentDeliveriesArgs = {
  waitingOnly?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitYearEndCommentsArgs = {
  year: Scalars['Int']['input'];
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitResidenceMembersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** The two sides of a residence comment. */
export type CommentSide =
  /** Nơi công tác — members of this unit, commented on elsewhere. */
  | 'WORKPLACE'
  /** Nơi cư trú — members of other units who live here. */
  | 'RESIDENCE';

/** In which order requests come. */
export type CommentItemOrder =
  /** Mới nhất trước — the one sent last comes first. */
  | 'LATEST_FIRST'
  /** Cũ nhất trước — the one sent first comes first. */
  | 'OLDEST_FIRST'
  /** Quá hạn trước — what is overdue first, among them and after them the one sent first. */
  | 'OVERDUE_FIRST';

/** The request to introduce one member to the residence branch, to comment on them, or both. */
export type CommentItem = {
  /** The id of the item. */
  id: Scalars['UUID']['output'];
  /** The dossier number (hồ sơ số). */
  number: Scalars['String']['output'];
  /** The list by which it was asked for; null when that is not yours to see. */
  list?: Maybe<CommentList>;
  /** What the comment is for. */
  purpose: CommentPurpose;
  /** The year that is commented on. */
  year: Scalars['Int']['output'];
  /** The member; what you may read of them is for each service to say. */
  member?: Maybe<Member>;
  /** The member's name; null when nothing is known of them yet. */
  memberName?: Maybe<Scalars['String']['output']>;
  /** What is asked for. */
  type: CommentItemType;
  /** How far it is. */
  status: CommentItemStatus;
  /** Who asks and receives the sheet; it follows a member who moves. */
  workplaceUnit: OrgUnit;
  /** The member's branch. */
  workplaceBranch: OrgUnit;
  /** The commune or ward that approves and sends the sheet. */
  residenceUnit: OrgUnit;
  /** The residence branch that writes the sheet; null as long as it is not known. */
  residenceBranch?: Maybe<OrgUnit>;
  /** Is the member asked for a report of their own? */
  selfReportRequired: Scalars['Boolean']['output'];
  /** Why it was returned to the workplace. */
  returnReason?: Maybe<Scalars['String']['output']>;
  /** When it was sent. */
  sentAt: Scalars['DateTime']['output'];
  /** The last day of the term; null where nothing is awaited. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** Has the term passed without a delivered sheet? */
  overdue: Scalars['Boolean']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /**
   * What can be done in the present state, and whether you may do it now. The codes, and the mutation that does each: `FORWARD_TO_BRANCH`
   * forwardCommentItem, `RETURN_TO_WORKPLACE` returnCommentItem, `ACCEPT_INTRODUCTION` acceptIntroduction, `START_SHEET`
   * startCommentSheets, `SAVE_SHEET` saveCommentSheets, `ENTER_PAPER_SHEET` enterPaperCommentSheet, `SUBMIT_SHEET`
   * submitCommentSheets, `APPROVE_SHEET` approveCommentSheets, `RETURN_SHEET` returnCommentSheet, `SIGN_AND_SEND`
   * signAndSendCommentSheets, `START_CORRECTION` correctCommentSheet, `DROP_CORRECTION` dropCommentSheetCorrection, `RECEIVE`
   * receiveCommentSheets, `CORRECT_AND_RESEND` resendCommentItem, `CANCEL` cancelCommentItem.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
  /**
   * The member's own report; null where none was asked for, or where it is not yours to know of: the workplace sees that it was asked for
   * and reads what was sent, the residence branch reads what was sent while it writes.
   */
  selfReport?: Maybe<SelfReport>;
  /** Was a report asked for that has not been sent? It holds nothing up. */
  selfReportMissing: Scalars['Boolean']['output'];
  /**
   * The sheet: the one in the making, else the one in force. The residence side sees it from the start, the workplace and the member
   * once it is delivered; null before that. Reading somebody else's sheet leaves a line in the audit trail.
   */
  sheet?: Maybe<CommentSheet>;
  /** Every sheet that you may read, in the order in which they were begun: a correction stands after the one that it replaces. */
  sheets: Array<CommentSheet>;
};

/** What is asked of the residence organisation (loại đề nghị). */
export type CommentItemType =
  /** Xin nhận xét — a comment sheet on the member. */
  | 'REQUEST_COMMENT'
  /** Giới thiệu — the member is introduced; accepting ends it. */
  | 'INTRODUCE'
  /** Giới thiệu và xin nhận xét — both. */
  | 'INTRODUCE_AND_REQUEST';

/** How far the request for comments on one member is (trạng thái). */
export type CommentItemStatus =
  /** Đã gửi tổ chức đảng nơi cư trú — lies with the residence committee; the term runs. */
  | 'SENT'
  /** Đã chuyển chi bộ nơi cư trú — lies with the residence branch, which meets and comments. */
  | 'AT_BRANCH'
  /** Trả lại nơi công tác — wrong residence, or not residing there; to be corrected and sent again. */
  | 'RETURNED'
  /** Đã tiếp nhận giới thiệu — the residence branch has accepted the member. */
  | 'INTRODUCED'
  /** Đang lập phiếu nhận xét — the residence branch is writing the sheet. */
  | 'DRAFTING'
  /** Chờ phê duyệt phiếu — the sheet lies with the commune or ward committee. */
  | 'SUBMITTED'
  /** Đã phê duyệt phiếu — the sheet waits to be signed and sent. */
  | 'APPROVED'
  /** Đã gửi phiếu nhận xét — the signed sheet is with the workplace. */
  | 'DELIVERED'
  /** Đã nhận phiếu nhận xét — opened and filed by the workplace. */
  | 'RECEIVED'
  /** Đã hủy — no longer needed. */
  | 'CANCELLED';

/** A page of requests. */
export type CommentItemConnection = {
  /** The rows of this page. */
  edges: Array<CommentItemEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A request and its place. */
export type CommentItemEdge = {
  /** The request. */
  node: CommentItem;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What became of one request in an act on many of them: it was done, or it was refused. */
export type CommentItemOutcome = {
  /** The id of the request, as it was named. */
  id: Scalars['UUID']['output'];
  /** The request after the act; null when it was refused. */
  item?: Maybe<CommentItem>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What waits for one unit: to be forwarded, written, approved, signed, corrected, received. */
export type CommentDesk = {
  /** The unit whose turn it is. */
  unit: OrgUnit;
  /** How many requests wait in each state; states without any are left out. */
  counts: Array<CommentDeskCount>;
  /** How many of them are overdue. */
  overdue: Scalars['Int']['output'];
  /** The requests, overdue first, then oldest first; only those that you may see. */
  items: CommentItemConnection;
};


/** What waits for one unit: to be forwarded, written, approved, signed, corrected, received. */
export type CommentDeskItemsArgs = {
  statuses?: InputMaybe<Array<CommentItemStatus>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** How many requests wait in one state. */
export type CommentDeskCount = {
  /** The state. */
  status: CommentItemStatus;
  /** How many. */
  items: Scalars['Int']['output'];
  /** How many of them are overdue. */
  overdue: Scalars['Int']['output'];
};

export type Mutation = {
  /**
   * The commune or ward committee gives a request to one of its branches (chuyển chi bộ nơi cư trú), or to another one as long as
   * the sheet is not begun; for its secretary, deputy or delegate.
   */
  forwardCommentItem: ForwardCommentItemResult;
  /** The same for up to 100 requests at once, to one branch: what is refused for one leaves the others done. */
  forwardCommentItems: ForwardCommentItemsResult;
  /**
   * The commune or ward, or the residence branch, sends a request back to the workplace: wrong residence, or not residing there;
   * for its secretary or deputy.
   */
  returnCommentItem: ReturnCommentItemResult;
  /**
   * The residence branch accepts a member who is introduced only (tiếp nhận giới thiệu), who then stands among its
   * `residenceMembers`; for its secretary or deputy.
   */
  acceptIntroduction: AcceptIntroductionResult;
  /**
   * The workplace corrects where a returned member lives and sends the request again; its term starts anew. For the secretary,
   * deputy or delegate of the unit that asked.
   */
  resendCommentItem: ResendCommentItemResult;
  /**
   * The workplace no longer needs what it asked for (hủy yêu cầu); until the sheet is delivered, for the secretary or deputy of
   * the unit that asked.
   */
  cancelCommentItem: CancelCommentItemResult;
  /** Opens the campaign of a year for the whole province: its lists share one deadline. For the organisation board of the province. Refused `CAMPAIGN_EXISTS`, `RANGE_INVALID` for days that are not in order or more than a year apart. */
  openCommentCampaign: OpenCommentCampaignResult;
  /** Changes the name or the days of a campaign. What was sent before keeps its term. The first day stays once it has come. */
  changeCommentCampaign: ChangeCommentCampaignResult;
  /** Makes a list of your own unit as a draft. A branch makes one of its members, a committee one of everybody below it. Refused `PROCEDURE_NOT_STARTED`, `MEMBER_EXEMPT`, `YEARLY_ITEM_OPEN` (one yearly comment a member and year), `MEMBER_NOT_IN_UNIT`, `MEMBER_TWICE`, `LIST_TOO_LONG` beyond 2,000 members. */
  createCommentList: CreateCommentListResult;
  /** Takes the draft to the secretary or deputy of the unit. Refused `LIST_EMPTY`, `RESIDENCE_UNKNOWN`, and for each member who may no longer be on it. */
  submitCommentList: SubmitCommentListResult;
  /** Approves the list, with a digital signature where you want one. Needs a sign-in not older than 10 minutes. Refused `SECOND_PERSON_REQUIRED` to who prepared it as a delegate, `CERTIFICATE_REQUIRED` and the like where it cannot be signed. */
  approveCommentList: ApproveCommentListResult;
  /** Rejects the list with the reason that its preparer reads (lý do từ chối). */
  rejectCommentList: RejectCommentListResult;
  /** Takes an approved list back before it is sent: it is a draft again. */
  withdrawCommentList: WithdrawCommentListResult;
  /** Sends the approved list: an item for each member goes to where they live, the reports are asked for, the term of three working days (or that of the campaign) begins. Signing needs a sign-in not older than 10 minutes. Refused `LIST_NOT_APPROVED`, `CAMPAIGN_NOT_OPEN`, and for each member who may no longer be on it. */
  sendCommentList: SendCommentListResult;
  /** Gives up a draft or a rejected list. */
  discardCommentList: DiscardCommentListResult;
  /** Puts members onto a draft, or onto a rejected list, which is a draft again then. Refused for the same reasons as `createCommentList`. */
  addToCommentList: AddToCommentListResult;
  /** Takes members off a draft or a rejected list (xóa dòng). Refused `NOT_FOUND` for each who is not on it. */
  removeFromCommentList: RemoveFromCommentListResult;
  /** Changes what is asked for members on a draft or a rejected list, or where they live. Refused `RESIDENCE_MISFIT` for a place that is no branch below a commune or ward, nor such a commune itself, or that is their own branch. */
  changeCommentListRows: ChangeCommentListRowsResult;
  /** Announces a file for a residence comment: a scan of a paper case, or the file of a self report. Refused: FILE_NAME_INVALID, FILE_TYPE_NOT_ALLOWED, FILE_TOO_LARGE, FILE_CLASSIFIED, RATE_LIMITED. */
  prepareCommentUpload: PrepareUploadResult;
  /**
   * Opens and files sheets that have come to your unit (nhận phiếu nhận xét): each request is finished, and a list with its last one. What is
   * refused for one leaves the others done.
   */
  receiveCommentSheets: ReceiveCommentSheetsResult;
  /**
   * Keeps a draft of your report on your duties where you live (lưu báo cáo); nobody else sees what is in it. What is not given is not in the
   * draft any more.
   */
  saveSelfReport: SaveSelfReportResult;
  /**
   * Sends your report to the workplace (gửi báo cáo), which then holds what is given here: a comment of your own, a file, or both. The
   * residence branch has it before it while it writes. It cannot be changed afterwards.
   */
  sendSelfReport: SendSelfReportResult;
  /**
   * Enters a report that the member handed in on paper or by post, with its scan; for the secretary, deputy or delegate of the unit that
   * asked, never about themselves.
   */
  enterSelfReport: EnterSelfReportResult;
  /**
   * Begins the sheet of each of these items (action `START_SHEET`), for several members at once; each is done by itself. A member who is
   * introduced as well is accepted with it.
   */
  startCommentSheets: StartCommentSheetsResult;
  /**
   * Keeps what was filled in so far, any part of each sheet (action `SAVE_SHEET`); each is done by itself. It is no step: the version
   * grows, the history does not.
   */
  saveCommentSheets: SaveCommentSheetsResult;
  /**
   * Submits complete sheets to the commune or ward (action `SUBMIT_SHEET`), each by itself; who submits confirms them for the branch.
   * Refuses `CRITERION_MISSING` and `OTHER_COMMENT_REQUIRED`; `field` names what is missing.
   */
  submitCommentSheets: SubmitCommentSheetsResult;
  /** Sends a submitted sheet back to the residence branch (action `RETURN_SHEET`), with a reason. */
  returnCommentSheet: ReturnCommentSheetResult;
  /** Approves submitted sheets (action `APPROVE_SHEET`), each by itself. Needs a sign-in not older than 10 minutes. */
  approveCommentSheets: ApproveCommentSheetsResult;
  /**
   * Approves everything that waits for the approval of your commune or ward, up to 100 sheets a call, the most urgent first; what is about
   * yourself is left out. Needs a sign-in not older than 10 minutes; refuses `NOT_FOUND` for another unit than your own.
   */
  approveAllCommentSheets: ApproveAllCommentSheetsResult;
  /**
   * Signs approved sheets with your certificate and sends them to the workplace (action `SIGN_AND_SEND`), each by itself; a sheet on
   * paper goes with its scan. Needs a sign-in not older than 10 minutes and a registered certificate. Refuses `CERTIFICATE_REQUIRED`,
   * `CERTIFICATE_EXPIRED`, `CERTIFICATE_REVOKED`, `SIGNING_UNAVAILABLE` and `SIGNATURE_INVALID`: then nothing was sent.
   */
  signAndSendCommentSheets: SignAndSendCommentSheetsResult;
  /**
   * Enters a sheet that exists on paper, signed by hand, with its scan (action `ENTER_PAPER_SHEET`); for the residence branch, or the
   * commune or ward in its place. It lies with the commune or ward then, and is sent with its scan in place of a digital signature.
   */
  enterPaperCommentSheet: EnterPaperCommentSheetResult;
  /**
   * Begins a sheet that shall replace the delivered one (action `START_CORRECTION`), with a reason. It starts with what the old one says;
   * the old one stays in force until the new one is delivered.
   */
  correctCommentSheet: CorrectCommentSheetResult;
  /** Drops a correction that is being written (action `DROP_CORRECTION`); the sheet in force stays. */
  dropCommentSheetCorrection: DropCommentSheetCorrectionResult;
};


export type MutationForwardCommentItemArgs = {
  input: ForwardCommentItemInput;
};


export type MutationForwardCommentItemsArgs = {
  input: ForwardCommentItemsInput;
};


export type MutationReturnCommentItemArgs = {
  input: ReturnCommentItemInput;
};


export type MutationAcceptIntroductionArgs = {
  input: AcceptIntroductionInput;
};


export type MutationResendCommentItemArgs = {
  input: ResendCommentItemInput;
};


export type MutationCancelCommentItemArgs = {
  input: CancelCommentItemInput;
};


export type MutationOpenCommentCampaignArgs = {
  input: OpenCommentCampaignInput;
};


export type MutationChangeCommentCampaignArgs = {
  input: ChangeCommentCampaignInput;
};


export type MutationCreateCommentListArgs = {
  input: CreateCommentListInput;
};


export type MutationSubmitCommentListArgs = {
  input: SubmitCommentListInput;
};


export type MutationApproveCommentListArgs = {
  input: ApproveCommentListInput;
};


export type MutationRejectCommentListArgs = {
  input: RejectCommentListInput;
};


export type MutationWithdrawCommentListArgs = {
  input: WithdrawCommentListInput;
};


export type MutationSendCommentListArgs = {
  input: SendCommentListInput;
};


export type MutationDiscardCommentListArgs = {
  input: DiscardCommentListInput;
};


export type MutationAddToCommentListArgs = {
  input: AddToCommentListInput;
};


export type MutationRemoveFromCommentListArgs = {
  input: RemoveFromCommentListInput;
};


export type MutationChangeCommentListRowsArgs = {
  input: ChangeCommentListRowsInput;
};


export type MutationPrepareCommentUploadArgs = {
  input: PrepareUploadInput;
};


export type MutationReceiveCommentSheetsArgs = {
  input: ReceiveCommentSheetsInput;
};


export type MutationSaveSelfReportArgs = {
  input: SaveSelfReportInput;
};


export type MutationSendSelfReportArgs = {
  input: SendSelfReportInput;
};


export type MutationEnterSelfReportArgs = {
  input: EnterSelfReportInput;
};


export type MutationStartCommentSheetsArgs = {
  input: StartCommentSheetsInput;
};


export type MutationSaveCommentSheetsArgs = {
  input: SaveCommentSheetsInput;
};


export type MutationSubmitCommentSheetsArgs = {
  input: SubmitCommentSheetsInput;
};


export type MutationReturnCommentSheetArgs = {
  input: ReturnCommentSheetInput;
};


export type MutationApproveCommentSheetsArgs = {
  input: ApproveCommentSheetsInput;
};


export type MutationApproveAllCommentSheetsArgs = {
  input: ApproveAllCommentSheetsInput;
};


export type MutationSignAndSendCommentSheetsArgs = {
  input: SignAndSendCommentSheetsInput;
};


export type MutationEnterPaperCommentSheetArgs = {
  input: EnterPaperCommentSheetInput;
};


export type MutationCorrectCommentSheetArgs = {
  input: CorrectCommentSheetInput;
};


export type MutationDropCommentSheetCorrectionArgs = {
  input: DropCommentSheetCorrectionInput;
};

/** Which request, as you read it, and to which branch. */
export type ForwardCommentItemInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The request. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The branch; it lies below the commune or ward, and is not where the member works. */
  branchId: Scalars['UUID']['input'];
};

/** What forwarding it led to: one of the two is null. */
export type ForwardCommentItemResult = {
  /** The request as it is now. */
  item?: Maybe<CommentItem>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which requests, and to which branch. */
export type ForwardCommentItemsInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The requests, 1 to 100, each once. */
  itemIds: Array<Scalars['UUID']['input']>;
  /** The branch; it lies below the commune or ward, and is not where the member works. */
  branchId: Scalars['UUID']['input'];
};

/** What forwarding them led to: one of the two is null. */
export type ForwardCommentItemsResult = {
  /** What became of each, in the order in which they were named. */
  items?: Maybe<Array<CommentItemOutcome>>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which request, as you read it, and why it goes back. */
export type ReturnCommentItemInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The request. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, up to 2,000 characters; the workplace reads it. */
  reason: Scalars['String']['input'];
};

/** What returning it led to: one of the two is null. */
export type ReturnCommentItemResult = {
  /** The request as it is now. */
  item?: Maybe<CommentItem>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which request, as you read it. */
export type AcceptIntroductionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The request. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What accepting it led to: one of the two is null. */
export type AcceptIntroductionResult = {
  /** The request as it is now. */
  item?: Maybe<CommentItem>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which request, as you read it, and where the member lives. */
export type ResendCommentItemInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The request. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The residence branch, or the commune or ward where the branch is not known. */
  residenceId: Scalars['UUID']['input'];
};

/** What sending it again led to: one of the two is null. */
export type ResendCommentItemResult = {
  /** The request as it is now. */
  item?: Maybe<CommentItem>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which request, as you read it, and why it is not needed. */
export type CancelCommentItemInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The request. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, up to 2,000 characters. */
  reason: Scalars['String']['input'];
};

/** What cancelling it led to: one of the two is null. */
export type CancelCommentItemResult = {
  /** The request as it is now. */
  item?: Maybe<CommentItem>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** How far the comments of a year are in a unit. */
export type CommentProgress = {
  /** Everything in the unit. */
  whole: CommentFigures;
  /** The same by the units directly below, and for what lies with the unit itself; units without any are left out. */
  parts: Array<CommentProgressPart>;
};

/** How far the comments of a year are in a part of a unit. */
export type CommentProgressPart = {
  /** The part. */
  unit: OrgUnit;
  /** Its figures. */
  figures: CommentFigures;
};

/** How many lists and requests there are, and how far they are. */
export type CommentFigures = {
  /** Lists that were made and not given up; as the residence: that asked for somebody here. */
  lists: Scalars['Int']['output'];
  /** How many of them were sent. */
  listsSent: Scalars['Int']['output'];
  /** Members who were asked for, cancelled requests left out. */
  items: Scalars['Int']['output'];
  /** The same by how far each is; states without any are left out. */
  byStatus: Array<CommentStatusCount>;
  /** Sheets that have come back: delivered or received. */
  delivered: Scalars['Int']['output'];
  /** Requests whose term has passed without a sheet. */
  overdue: Scalars['Int']['output'];
  /** Reports that members were asked for and have not sent. */
  reportsMissing: Scalars['Int']['output'];
};

/** How many requests are in one state. */
export type CommentStatusCount = {
  /** The state. */
  status: CommentItemStatus;
  /** How many. */
  count: Scalars['Int']['output'];
};

/** Which campaign. */
export type OpenCommentCampaignInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The year that is commented on: this one, the one before, or the next. */
  year: Scalars['Int']['input'];
  /** The name, for people; 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** The first day on which lists may be sent. */
  from: Scalars['Date']['input'];
  /** The last day: by then the sheets are awaited. */
  through: Scalars['Date']['input'];
};

/** What opening it came to: one of campaign and refusal is null. */
export type OpenCommentCampaignResult = {
  /** The campaign as it is now. */
  commentCampaign?: Maybe<CommentCampaign>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which campaign, as you read it, and how it is to be. */
export type ChangeCommentCampaignInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The campaign. */
  campaignId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The name, for people; 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** The first day on which lists may be sent. */
  from: Scalars['Date']['input'];
  /** The last day: by then the sheets are awaited. */
  through: Scalars['Date']['input'];
};

/** What changing it came to: one of campaign and refusal is null. */
export type ChangeCommentCampaignResult = {
  /** The campaign as it is now. */
  commentCampaign?: Maybe<CommentCampaign>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A yearly round of residence comments: its lists share one deadline. */
export type CommentCampaign = {
  /** The id of the campaign. */
  id: Scalars['UUID']['output'];
  /** The year that is commented on. */
  year: Scalars['Int']['output'];
  /** The name, for people. */
  name: Scalars['String']['output'];
  /** The first day on which lists may be sent. */
  from: Scalars['Date']['output'];
  /** The last day. */
  through: Scalars['Date']['output'];
  /** Whether it runs today. */
  status: CommentCampaignStatus;
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

/** Whether a campaign runs. */
export type CommentCampaignStatus =
  /** Chưa bắt đầu — its first day is still to come. */
  | 'PLANNED'
  /** Đang thực hiện — lists are sent and sheets come back. */
  | 'OPEN'
  /** Đã kết thúc — its last day has passed. */
  | 'CLOSED';

/** A member who may be put onto a list, or why not. */
export type CommentCandidate = {
  /** The member; what you may read of them is for each service to say. */
  member: Member;
  /** The member's name. */
  memberName: Scalars['String']['output'];
  /** The member's branch (chi bộ sinh hoạt). */
  branch?: Maybe<OrgUnit>;
  /** The commune or ward where the member lives; null when it is not known, or when they belong where they live. */
  residenceUnit?: Maybe<OrgUnit>;
  /** The branch where the member lives; null when it is not known, or when they belong where they live. */
  residenceBranch?: Maybe<OrgUnit>;
  /** The rule that frees the member from the yearly comment; null for most. */
  exemption?: Maybe<CommentExemptionRule>;
  /** Must a reason be given for asking all the same? */
  needsReason: Scalars['Boolean']['output'];
  /** Why the member cannot be asked for in this way, for programs; null when they can. */
  code?: Maybe<RefusalCode>;
  /** Why not, for people; null when they can. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** A page of members who may be put onto a list. */
export type CommentCandidateConnection = {
  /** The rows of this page. */
  edges: Array<CommentCandidateEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A member who may be put onto a list, and their place. */
export type CommentCandidateEdge = {
  /** The member. */
  node: CommentCandidate;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** Which list, and who is on it. */
export type CreateCommentListInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The unit: your own. */
  unitId: Scalars['UUID']['input'];
  /** The year that is commented on: this one, the one before, or the next. */
  year: Scalars['Int']['input'];
  /** What the comments are for. */
  purpose: CommentPurpose;
  /** What they are for in words, up to 500 characters; required for another need. */
  purposeNote?: InputMaybe<Scalars['String']['input']>;
  /** Units of which everybody comes onto the list who may: the list's own unit (chọn cả Đảng bộ, chọn cả Chi bộ), or some below it. Who is barred, or belongs to the branch where they live, is left out. */
  unitIds?: InputMaybe<Array<Scalars['UUID']['input']>>;
  /** Members one by one (thêm Đảng viên), at most 500 a call; each must be allowed. */
  memberIds?: InputMaybe<Array<Scalars['UUID']['input']>>;
  /** What is asked for all of them (loại). */
  type?: CommentItemType;
  /** Are they asked for a report of their own? */
  selfReportRequired?: Scalars['Boolean']['input'];
  /** Why members are asked for whom a rule frees from the yearly comment (“khi cần thiết”), 1 to 500 characters; not for a yearly list. */
  inclusionReason?: InputMaybe<Scalars['String']['input']>;
  /** By which way the list came. */
  channel?: CommentChannel;
  /** How the paper is called, 1 to 100 characters; of a list on paper or by post. */
  paperReference?: InputMaybe<Scalars['String']['input']>;
  /** The scans of the paper (prepareCommentUpload), 1 to 20; of a list on paper or by post, else `SCAN_REQUIRED`. */
  scanIds?: InputMaybe<Array<Scalars['UUID']['input']>>;
};

/** What making it came to: one of list and refusal is null. */
export type CreateCommentListResult = {
  /** The list as it is now. */
  commentList?: Maybe<CommentList>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
  /** Why single members were refused, one entry for each; nothing was done then. */
  rowRefusals?: Maybe<Array<CommentRowRefusal>>;
};

/** Which list, as you read it. */
export type SubmitCommentListInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The list. */
  listId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What submitting it came to: one of list and refusal is null. */
export type SubmitCommentListResult = {
  /** The list as it is now. */
  commentList?: Maybe<CommentList>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
  /** Why single members were refused, one entry for each; nothing was done then. */
  rowRefusals?: Maybe<Array<CommentRowRefusal>>;
};

/** Which list, as you read it. */
export type ApproveCommentListInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The list. */
  listId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Sign it digitally, with your registered certificate? */
  sign?: Scalars['Boolean']['input'];
};

/** What approving it came to: one of list and refusal is null. */
export type ApproveCommentListResult = {
  /** The list as it is now. */
  commentList?: Maybe<CommentList>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which list, as you read it. */
export type RejectCommentListInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The list. */
  listId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The reason, up to 2,000 characters. */
  reason: Scalars['String']['input'];
};

/** What rejecting it came to: one of list and refusal is null. */
export type RejectCommentListResult = {
  /** The list as it is now. */
  commentList?: Maybe<CommentList>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which list, as you read it. */
export type WithdrawCommentListInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The list. */
  listId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The reason, up to 2,000 characters. */
  reason: Scalars['String']['input'];
};

/** What taking it back came to: one of list and refusal is null. */
export type WithdrawCommentListResult = {
  /** The list as it is now. */
  commentList?: Maybe<CommentList>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which list, as you read it. */
export type SendCommentListInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The list. */
  listId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Sign it digitally, with your registered certificate? */
  sign?: Scalars['Boolean']['input'];
};

/** What sending it came to: one of list and refusal is null. */
export type SendCommentListResult = {
  /** The list as it is now. */
  commentList?: Maybe<CommentList>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
  /** Why single members were refused, one entry for each; nothing was done then. */
  rowRefusals?: Maybe<Array<CommentRowRefusal>>;
};

/** Which list, as you read it. */
export type DiscardCommentListInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The list. */
  listId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What giving it up came to: one of list and refusal is null. */
export type DiscardCommentListResult = {
  /** The list as it is now. */
  commentList?: Maybe<CommentList>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A list by which a branch or committee asks the residence organisations for comments on its members. */
export type CommentList = {
  /** The id of the list. */
  id: Scalars['UUID']['output'];
  /** The number of the list. */
  number: Scalars['String']['output'];
  /** The branch or committee whose list it is. */
  unit: OrgUnit;
  /** Whose members are on it. */
  scope: CommentListScope;
  /** The year that is commented on. */
  year: Scalars['Int']['output'];
  /** What the comments are for. */
  purpose: CommentPurpose;
  /** What they are for in words; of another need always. */
  purposeNote?: Maybe<Scalars['String']['output']>;
  /** By which way the list came. */
  channel: CommentChannel;
  /** How the paper is called: its number and day. */
  paperReference?: Maybe<Scalars['String']['output']>;
  /** The campaign, for a yearly list of one. */
  campaign?: Maybe<CommentCampaign>;
  /** How far the list is. */
  status: CommentListStatus;
  /** When the list was made (ngày tạo). */
  createdAt: Scalars['DateTime']['output'];
  /** The name of whoever made it (người tạo). */
  createdByName: Scalars['String']['output'];
  /** The title in which they made it. */
  createdByTitle: Scalars['String']['output'];
  /** When it was submitted for approval. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was approved or rejected (ngày duyệt). */
  approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The name of whoever approved or rejected it (người duyệt). */
  approvedByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they did. */
  approvedByTitle?: Maybe<Scalars['String']['output']>;
  /** Why it was rejected (lý do từ chối). */
  rejectionReason?: Maybe<Scalars['String']['output']>;
  /** When it went to the residence organisations. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** The name of whoever sent it. */
  sentByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they sent it. */
  sentByTitle?: Maybe<Scalars['String']['output']>;
  /** When the last of its items was finished. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The scans of a list on paper. */
  scans: Array<Attachment>;
  /** The signature with which it was approved; null when it was approved without one. */
  approvalSignature?: Maybe<DocumentSignature>;
  /** The signature with which it was sent; null when it was sent without one. Its document carries the hash of the one approved with. */
  sendSignature?: Maybe<DocumentSignature>;
  /** The list as the official form, unsigned, for whoever holds the address, for 15 minutes (kết xuất). */
  pdfUrl: Scalars['String']['output'];
  /** The list as a workbook (XLSX), for whoever holds the address, for 15 minutes (kết xuất). */
  xlsxUrl: Scalars['String']['output'];
  /** How many members are on it. */
  memberCount: Scalars['Int']['output'];
  /** The members on the list with what is asked for each, in the order in which they were put there. */
  rows: CommentListRowConnection;
  /** The members by the commune or ward where they live, the largest group first: who gets how many of them. */
  residences: Array<CommentResidenceGroup>;
  /**
   * What can be done in the present state, and whether you may do it now. The codes, and the mutation that does each: `EDIT`
   * addToCommentList, removeFromCommentList, changeCommentListRows; `SUBMIT` submitCommentList; `APPROVE` and `SIGN_AND_APPROVE`
   * approveCommentList; `REJECT` rejectCommentList; `WITHDRAW` withdrawCommentList; `SEND` and `SIGN_AND_SEND` sendCommentList; `DISCARD`
   * discardCommentList.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
  /** The members on the list, once it was sent; those who have moved out of your scope since are left out. */
  items: CommentItemConnection;
  /** What has come of it so far, for those of its members who are in your scope; null before it was sent. */
  delivery?: Maybe<CommentDelivery>;
};


/** A list by which a branch or committee asks the residence organisations for comments on its members. */
export type CommentListRowsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A list by which a branch or committee asks the residence organisations for comments on its members. */
export type CommentListItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Whose members a list holds (phạm vi). */
export type CommentListScope =
  /** Chi bộ — members of one branch, approved by its secretary or deputy. */
  | 'BRANCH'
  /** Đảng bộ — members of a whole committee, approved by its secretary or deputy. */
  | 'COMMITTEE';

/** What comments are asked for (mục đích). */
export type CommentPurpose =
  /** Hằng năm — for the year-end review and ranking. */
  | 'YEARLY'
  /** Công tác cán bộ — for a decision on personnel. */
  | 'PERSONNEL'
  /** Khen thưởng — for a reward. */
  | 'REWARD'
  /** Kỷ luật — for discipline. */
  | 'DISCIPLINE'
  /** Khác — for another need. */
  | 'OTHER';

/** How far a list is (trạng thái). */
export type CommentListStatus =
  /** Đang lập — rows may still change. */
  | 'DRAFT'
  /** Chờ phê duyệt — lies with the secretary or deputy. */
  | 'PENDING_APPROVAL'
  /** Đã phê duyệt — may be sent. */
  | 'APPROVED'
  /** Từ chối — with a reason; may be edited again. */
  | 'REJECTED'
  /** Đã gửi tổ chức đảng nơi cư trú — the items are with the residence organisations. */
  | 'SENT'
  /** Hoàn thành — every item is finished. */
  | 'COMPLETED'
  /** Đã hủy — given up before it was sent. */
  | 'DISCARDED';

/** By which way a case came (kênh tiếp nhận). */
export type CommentChannel =
  /** Trực tuyến — done by the people themselves on the system. */
  | 'ONLINE'
  /** Bản giấy — entered by an officer from paper, with its scan. */
  | 'PAPER'
  /** Bưu chính — entered by an officer from post, with its scan. */
  | 'POST';

/** One member on a list, and what is asked for them. */
export type CommentListRow = {
  /** Their place on the list (TT), from 1; places of rows that were taken off stay empty. */
  place: Scalars['Int']['output'];
  /** The member; what you may read of them is for each service to say. */
  member?: Maybe<Member>;
  /** The member's name. */
  memberName?: Maybe<Scalars['String']['output']>;
  /** The member's branch (chi bộ sinh hoạt). */
  branch?: Maybe<OrgUnit>;
  /** What is asked for. */
  type: CommentItemType;
  /** Is the member asked for a report of their own? */
  selfReportRequired: Scalars['Boolean']['output'];
  /** The commune or ward where the member lives; null as long as it is not known. */
  residenceUnit?: Maybe<OrgUnit>;
  /** The branch where the member lives; null as long as it is not known. */
  residenceBranch?: Maybe<OrgUnit>;
  /** Was the residence corrected by hand? */
  residenceAdjusted: Scalars['Boolean']['output'];
  /** The rule that frees the member from the yearly comment; null for most. */
  exemption?: Maybe<CommentExemptionRule>;
  /** Why the member is asked for all the same. */
  inclusionReason?: Maybe<Scalars['String']['output']>;
};

/** A page of rows of a list. */
export type CommentListRowConnection = {
  /** The rows of this page. */
  edges: Array<CommentListRowEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A row of a list and its place. */
export type CommentListRowEdge = {
  /** The row. */
  node: CommentListRow;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** The members of a list who live in one commune or ward. */
export type CommentResidenceGroup = {
  /** The commune or ward. */
  unit: OrgUnit;
  /** How many members of the list live there. */
  members: Scalars['Int']['output'];
  /** How many of them are asked for a report of their own. */
  selfReports: Scalars['Int']['output'];
};

/** Whom the rules on residence contact ask for, and how (Guidance 33-HD/BTCTW). */
export type CommentExemptionRule = {
  /** The code of the rule. */
  code: Scalars['String']['output'];
  /** The mode of contact of the members whom it is about, as `Member.residenceContactMode` says it. */
  contactMode: Scalars['String']['output'];
  /** The case in words (Vietnamese): the reason that is shown. */
  label: Scalars['String']['output'];
  /** Are they introduced to where they live? */
  isIntroduced: Scalars['Boolean']['output'];
  /** Are they commented on every year? */
  yearlyComment: Scalars['Boolean']['output'];
  /** May a comment be asked for when it is needed, with a reason? */
  commentOnRequest: Scalars['Boolean']['output'];
  /** The document that says so. */
  source: Scalars['String']['output'];
  /** The first day on which it holds. */
  from: Scalars['Date']['output'];
  /** The first day on which it holds no more; null until further notice. */
  to?: Maybe<Scalars['Date']['output']>;
};

/** A page of lists. */
export type CommentListConnection = {
  /** The rows of this page. */
  edges: Array<CommentListEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A list and its place. */
export type CommentListEdge = {
  /** The list. */
  node: CommentList;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** Which list, and whom. */
export type AddToCommentListInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The list. */
  listId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Units of which everybody comes onto the list who may: the list's own unit (chọn cả Đảng bộ, chọn cả Chi bộ), or some below it. Who is barred, or belongs to the branch where they live, is left out. */
  unitIds?: InputMaybe<Array<Scalars['UUID']['input']>>;
  /** Members one by one (thêm Đảng viên), at most 500 a call; each must be allowed. */
  memberIds?: InputMaybe<Array<Scalars['UUID']['input']>>;
  /** What is asked for all of them (loại). */
  type?: CommentItemType;
  /** Are they asked for a report of their own? */
  selfReportRequired?: Scalars['Boolean']['input'];
  /** Why members are asked for whom a rule frees from the yearly comment (“khi cần thiết”), 1 to 500 characters; not for a yearly list. */
  inclusionReason?: InputMaybe<Scalars['String']['input']>;
};

/** What adding to it came to: one of list and refusal is null. */
export type AddToCommentListResult = {
  /** The list as it is now. */
  commentList?: Maybe<CommentList>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
  /** Why single members were refused, one entry for each; nothing was done then. */
  rowRefusals?: Maybe<Array<CommentRowRefusal>>;
};

/** Which list, and whom. */
export type RemoveFromCommentListInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The list. */
  listId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Who is taken off, 1 to 500. */
  memberIds: Array<Scalars['UUID']['input']>;
};

/** What taking members off came to: one of list and refusal is null. */
export type RemoveFromCommentListResult = {
  /** The list as it is now. */
  commentList?: Maybe<CommentList>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
  /** Why single members were refused, one entry for each; nothing was done then. */
  rowRefusals?: Maybe<Array<CommentRowRefusal>>;
};

/** Which list, and what of it. */
export type ChangeCommentListRowsInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The list. */
  listId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What changes, 1 to 500 rows, each member once. */
  rows: Array<CommentListRowChange>;
};

/** What changing it came to: one of list and refusal is null. */
export type ChangeCommentListRowsResult = {
  /** The list as it is now. */
  commentList?: Maybe<CommentList>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
  /** Why single members were refused, one entry for each; nothing was done then. */
  rowRefusals?: Maybe<Array<CommentRowRefusal>>;
};

/** What changes of one row; what is left out stays. */
export type CommentListRowChange = {
  /** The member. */
  memberId: Scalars['UUID']['input'];
  /** What is asked for. */
  type?: InputMaybe<CommentItemType>;
  /** Is the member asked for a report of their own? */
  selfReportRequired?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where the member lives: the branch, or the commune or ward as long as the branch is not known. */
  residenceId?: InputMaybe<Scalars['UUID']['input']>;
  /** Why the member is asked for although a rule frees them from the yearly comment; 1 to 500 characters. */
  inclusionReason?: InputMaybe<Scalars['String']['input']>;
};

/** Why one member cannot be on a list as it was asked. */
export type CommentRowRefusal = {
  /** The member, as they were named. */
  memberId: Scalars['UUID']['output'];
  /** The member's name; null for whom you cannot see. */
  memberName?: Maybe<Scalars['String']['output']>;
  /** Why it was declined; null when it was done. */
  refusal: Refusal;
};

/** What has come to the workplace of one list: sheets, and the reports of members themselves. */
export type CommentDelivery = {
  /** The list that it was asked with; null when that is not yours to see. */
  list?: Maybe<CommentList>;
  /** The number of that list. */
  listNumber: Scalars['String']['output'];
  /** What the comments are for. */
  purpose: CommentPurpose;
  /** The year that is commented on. */
  year: Scalars['Int']['output'];
  /** When the list went to the residence organisations. */
  sentAt: Scalars['DateTime']['output'];
  /** For how many members a sheet was asked for; cancelled requests are not counted. */
  requested: Scalars['Int']['output'];
  /** Of how many the sheet is still to come. */
  outstanding: Scalars['Int']['output'];
  /** Of how many the sheet has come and waits to be received. */
  waiting: Scalars['Int']['output'];
  /** Of how many it was received and filed. */
  received: Scalars['Int']['output'];
  /** How many members were asked for a report of their own. */
  reportsRequested: Scalars['Int']['output'];
  /** How many of them have sent it. */
  reportsSent: Scalars['Int']['output'];
  /** The requests of this list, latest first. */
  items: CommentItemConnection;
  /**
   * All sheets in force and all reports that were sent, as one ZIP with a table of what is in it: an address that is good for 15 minutes, for
   * whoever holds it. Null as long as there is nothing.
   */
  archiveUrl?: Maybe<Scalars['String']['output']>;
};


/** What has come to the workplace of one list: sheets, and the reports of members themselves. */
export type CommentDeliveryItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of what has come. */
export type CommentDeliveryConnection = {
  /** The rows of this page. */
  edges: Array<CommentDeliveryEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** What has come of one list, and its place. */
export type CommentDeliveryEdge = {
  /** What has come. */
  node: CommentDelivery;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** Which sheets to receive. */
export type ReceiveCommentSheetsInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The requests whose sheets have come, 1 to 100, each once. */
  itemIds: Array<Scalars['UUID']['input']>;
};

/** What receiving sheets came to. */
export type ReceiveCommentSheetsResult = {
  /** What became of each, in the order in which they were named; null when the whole was refused. */
  items?: Maybe<Array<CommentItemOutcome>>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What the residence organisations said of the members of a unit for the review of a year (kiểm điểm, đánh giá xếp loại cuối năm). */
export type YearEndComments = {
  /** The year that is reviewed. */
  year: Scalars['Int']['output'];
  /** On how many members a comment was asked for; cancelled requests are not counted. */
  requested: Scalars['Int']['output'];
  /** Of how many the sheet has been sent. */
  delivered: Scalars['Int']['output'];
  /** Of how many the workplace has opened and filed it. */
  received: Scalars['Int']['output'];
  /** One row a member, by name; also of those whose sheet is still to come. */
  rows: YearEndCommentConnection;
  /** The whole as XLSX, with what each sheet says: an address that is good for 15 minutes, for whoever holds it. */
  xlsxUrl: Scalars['String']['output'];
};


/** What the residence organisations said of the members of a unit for the review of a year (kiểm điểm, đánh giá xếp loại cuối năm). */
export type YearEndCommentsRowsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** The comment on one member for the review of a year. */
export type YearEndComment = {
  /** The year that is reviewed. */
  year: Scalars['Int']['output'];
  /** The request by which it was asked for; its sheet is the comment. */
  item: CommentItem;
  /** When the sheet in force was sent; null as long as there is none. */
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the workplace opened and filed it. */
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of comments for the review of a year. */
export type YearEndCommentConnection = {
  /** The rows of this page. */
  edges: Array<YearEndCommentEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A comment and its place. */
export type YearEndCommentEdge = {
  /** The comment. */
  node: YearEndComment;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A member who keeps contact with the branch where they live (Quy định 213-QĐ/TW). */
export type ResidenceMember = {
  /** The member; what you may read of them is for each service to say. */
  member: Member;
  /** The member's name; null when nothing is known of them yet. */
  memberName?: Maybe<Scalars['String']['output']>;
  /** The residence branch. */
  branch: OrgUnit;
  /** Since when. */
  since: Scalars['Date']['output'];
  /** The request by which they were introduced; null when that is not yours to see. */
  item?: Maybe<CommentItem>;
};

/** A page of members who live here. */
export type ResidenceMemberConnection = {
  /** The rows of this page. */
  edges: Array<ResidenceMemberEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A member who lives here, and their place. */
export type ResidenceMemberEdge = {
  /** The member with the branch. */
  node: ResidenceMember;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** The report of a member on how they fulfil their duties where they live (báo cáo tình hình thực hiện nhiệm vụ tại nơi cư trú). */
export type SelfReport = {
  /** The request for comments with which it was asked for; its number is the dossier number of the report. */
  item: CommentItem;
  /** How far it is. */
  status: SelfReportStatus;
  /** When it was asked for (ngày yêu cầu). */
  requestedAt: Scalars['DateTime']['output'];
  /** What the member says (nhận xét chung); null before it is sent, for everybody but the member. */
  generalComment?: Maybe<Scalars['String']['output']>;
  /** The file of the report (file báo cáo), or the scan of the paper; null before it is sent, for everybody but the member. */
  file?: Maybe<Attachment>;
  /** When it was sent. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** By which way it came. */
  channel: CommentChannel;
  /** The name of the officer who entered it from paper. */
  enteredByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they entered it. */
  enteredByTitle?: Maybe<Scalars['String']['output']>;
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /**
   * What can be done in the present state, and whether you may do it now. The codes, and the mutation that does each:
   * `SAVE` saveSelfReport, `SEND` sendSelfReport, `ENTER` enterSelfReport.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** How far the report of a member is (trạng thái báo cáo). */
export type SelfReportStatus =
  /** Chờ báo cáo — asked for, nothing written yet. */
  | 'REQUESTED'
  /** Đang soạn — the member keeps a draft. */
  | 'DRAFT'
  /** Đã gửi báo cáo — with the workplace; it does not change any more. */
  | 'SENT';

/** A page of reports. */
export type SelfReportConnection = {
  /** The rows of this page. */
  edges: Array<SelfReportEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A report and its place. */
export type SelfReportEdge = {
  /** The report. */
  node: SelfReport;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What the draft is to say. */
export type SaveSelfReportInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The request with which the report was asked for. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What you say yourself, up to 10,000 characters. */
  generalComment?: InputMaybe<Scalars['String']['input']>;
  /** A file that you have uploaded by `prepareCommentUpload`. */
  fileId?: InputMaybe<Scalars['UUID']['input']>;
};

/** What keeping it led to: one of the two is null. */
export type SaveSelfReportResult = {
  /** The report as it is now. */
  selfReport?: Maybe<SelfReport>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What the report says. */
export type SendSelfReportInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The request with which the report was asked for. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What you say yourself, up to 10,000 characters. */
  generalComment?: InputMaybe<Scalars['String']['input']>;
  /** A file that you have uploaded by `prepareCommentUpload`. */
  fileId?: InputMaybe<Scalars['UUID']['input']>;
};

/** What sending it led to: one of the two is null. */
export type SendSelfReportResult = {
  /** The report as it is now. */
  selfReport?: Maybe<SelfReport>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What the paper says, and its scan. */
export type EnterSelfReportInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The request with which the report was asked for. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** By which way the paper came: `PAPER` or `POST`. */
  channel: CommentChannel;
  /** What the paper says, up to 10,000 characters, where it is short enough to be typed. */
  generalComment?: InputMaybe<Scalars['String']['input']>;
  /** The scan, uploaded by `prepareCommentUpload`; without one it is refused. */
  scanId?: InputMaybe<Scalars['UUID']['input']>;
};

/** What entering it led to: one of the two is null. */
export type EnterSelfReportResult = {
  /** The report as it is now. */
  selfReport?: Maybe<SelfReport>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** An item to act on, as you read it. */
export type CommentItemChoice = {
  /** The item. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What was filled in of one sheet. */
export type CommentSheetWriting = {
  /** The item that it is written on. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What was filled in; what is left out stays as it is, null empties. */
  content: CommentSheetContentInput;
};

/** What a sheet says: any part of it. */
export type CommentSheetContentInput = {
  /** Criterion 1: exemplary in conduct and vanguard role. */
  exemplaryConduct?: InputMaybe<ExemplaryConduct>;
  /** Criterion 2: duties of a citizen, and moving family and people to do theirs. */
  civicDuty?: InputMaybe<CivicDuty>;
  /** Criterion 3: meetings of the residence committee and of the people. */
  meetingAttendance?: InputMaybe<MeetingAttendance>;
  /** Criterion 4: contact with branch, hamlet head and front committee, opinions on local affairs. */
  contactKeeping?: InputMaybe<ContactKeeping>;
  /** Criterion 5: moving the people to build Party, government and cultural life. */
  mobilisation?: InputMaybe<Mobilisation>;
  /** Criterion 6: what the residence proposes to the workplace. */
  proposal?: InputMaybe<CommentProposal>;
  /** Other comment (nhận xét khác), at most 5,000 characters. */
  otherComment?: InputMaybe<Scalars['String']['input']>;
  /** The day on which the branch met, today at the latest. */
  meetingOn?: InputMaybe<Scalars['Date']['input']>;
  /** Did the branch meet with the front committee of the hamlet or residential group before it commented? */
  frontCommitteeMet?: InputMaybe<Scalars['Boolean']['input']>;
};

/** On which members to begin the sheet. */
export type StartCommentSheetsInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The items, 1 to 100, each once. */
  itemIds: Array<Scalars['UUID']['input']>;
};

/** What became of each item, or why nothing was done: one of the two is null. */
export type StartCommentSheetsResult = {
  /** What became of each, in the order given. */
  items?: Maybe<Array<CommentItemOutcome>>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What was filled in of which sheets. */
export type SaveCommentSheetsInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The sheets, 1 to 100, each once. */
  sheets: Array<CommentSheetWriting>;
};

/** What became of each item, or why nothing was done: one of the two is null. */
export type SaveCommentSheetsResult = {
  /** What became of each, in the order given. */
  items?: Maybe<Array<CommentItemOutcome>>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which sheets to submit. */
export type SubmitCommentSheetsInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The items, 1 to 100, each once. */
  items: Array<CommentItemChoice>;
};

/** What became of each item, or why nothing was done: one of the two is null. */
export type SubmitCommentSheetsResult = {
  /** What became of each, in the order given. */
  items?: Maybe<Array<CommentItemOutcome>>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which sheet to send back, and why. */
export type ReturnCommentSheetInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The item. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, 1 to 2,000 characters. */
  reason: Scalars['String']['input'];
};

/** What the act led to: one of the two is null. */
export type ReturnCommentSheetResult = {
  /** The item after the act. */
  item?: Maybe<CommentItem>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which sheets to approve. */
export type ApproveCommentSheetsInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The items, 1 to 100, each once. */
  items: Array<CommentItemChoice>;
};

/** What became of each item, or why nothing was done: one of the two is null. */
export type ApproveCommentSheetsResult = {
  /** What became of each, in the order given. */
  items?: Maybe<Array<CommentItemOutcome>>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Of which commune or ward to approve all sheets. */
export type ApproveAllCommentSheetsInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The commune or ward; the unit of your capacity. */
  unitId: Scalars['UUID']['input'];
};

/** What became of each item, or why nothing was done: one of the two is null. */
export type ApproveAllCommentSheetsResult = {
  /** What became of each, in the order given. */
  items?: Maybe<Array<CommentItemOutcome>>;
  /** How many sheets still wait after this call; call again with another key for those. */
  left?: Maybe<Scalars['Int']['output']>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which sheets to sign and send. */
export type SignAndSendCommentSheetsInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The items, 1 to 30, each once. */
  items: Array<CommentItemChoice>;
};

/** What became of each item, or why nothing was done: one of the two is null. */
export type SignAndSendCommentSheetsResult = {
  /** What became of each, in the order given. */
  items?: Maybe<Array<CommentItemOutcome>>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A sheet as it stands on paper. */
export type EnterPaperCommentSheetInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The item. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** How it came: on paper or by post. */
  channel: CommentChannel;
  /** The number or other mark of the paper, 1 to 100 characters. */
  paperReference: Scalars['String']['input'];
  /** The scan, uploaded by you; it is refused without one. */
  scanId?: InputMaybe<Scalars['UUID']['input']>;
  /** What the sheet says: all six criteria. */
  content: CommentSheetContentInput;
};

/** What the act led to: one of the two is null. */
export type EnterPaperCommentSheetResult = {
  /** The item after the act. */
  item?: Maybe<CommentItem>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which sheet to correct, and why. */
export type CorrectCommentSheetInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The item. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, 1 to 2,000 characters. */
  reason: Scalars['String']['input'];
};

/** What the act led to: one of the two is null. */
export type CorrectCommentSheetResult = {
  /** The item after the act. */
  item?: Maybe<CommentItem>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which correction to drop. */
export type DropCommentSheetCorrectionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The item. */
  itemId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What the act led to: one of the two is null. */
export type DropCommentSheetCorrectionResult = {
  /** The item after the act. */
  item?: Maybe<CommentItem>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A comment sheet (phiếu nhận xét) of the residence branch on one member. It never changes once it is delivered: a correction is a new one. */
export type CommentSheet = {
  /** The id of the sheet. */
  id: Scalars['UUID']['output'];
  /** How far it is. */
  status: CommentSheetStatus;
  /** Criterion 1: exemplary in conduct and vanguard role; null as long as nothing is chosen. */
  exemplaryConduct?: Maybe<ExemplaryConduct>;
  /** Criterion 2: duties of a citizen, and moving family and people to do theirs; null as long as nothing is chosen. */
  civicDuty?: Maybe<CivicDuty>;
  /** Criterion 3: meetings of the residence committee and of the people; null as long as nothing is chosen. */
  meetingAttendance?: Maybe<MeetingAttendance>;
  /** Criterion 4: contact with branch, hamlet head and front committee, opinions on local affairs; null as long as nothing is chosen. */
  contactKeeping?: Maybe<ContactKeeping>;
  /** Criterion 5: moving the people to build Party, government and cultural life; null as long as nothing is chosen. */
  mobilisation?: Maybe<Mobilisation>;
  /** Criterion 6: what the residence proposes to the workplace; null as long as nothing is chosen. */
  proposal?: Maybe<CommentProposal>;
  /** Other comment (nhận xét khác). */
  otherComment?: Maybe<Scalars['String']['output']>;
  /** The day on which the branch met. */
  meetingOn?: Maybe<Scalars['Date']['output']>;
  /** Did the branch meet with the front committee of the hamlet or residential group before it commented? */
  frontCommitteeMet: Scalars['Boolean']['output'];
  /** The name of whoever wrote it last. */
  draftedByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they wrote it. */
  draftedByTitle?: Maybe<Scalars['String']['output']>;
  /** When it was begun. */
  draftedAt: Scalars['DateTime']['output'];
  /** The name of whoever confirmed it for the branch (đã xác nhận). */
  confirmedByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they confirmed it. */
  confirmedByTitle?: Maybe<Scalars['String']['output']>;
  /** When it was confirmed and submitted. */
  confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The name of whoever approved it for the commune or ward. */
  approvedByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they approved it. */
  approvedByTitle?: Maybe<Scalars['String']['output']>;
  /** When it was approved. */
  approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The name of whoever signed and sent it. */
  sentByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they did. */
  sentByTitle?: Maybe<Scalars['String']['output']>;
  /** When it came to the workplace. */
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** How it came to be: signed electronically, or on paper with its scan. */
  channel: CommentChannel;
  /** The number or other mark of the paper. */
  paperReference?: Maybe<Scalars['String']['output']>;
  /** The digital signature of the commune or ward, and whether it holds now; null before delivery, and on paper. */
  signature?: Maybe<DocumentSignature>;
  /** The document: the signed PDF, or the scan of the paper; null before delivery for the one, before it was entered for the other. */
  document?: Maybe<Attachment>;
  /** The id of the delivered sheet that this one corrects; null for a first one. */
  replacesId?: Maybe<Scalars['UUID']['output']>;
  /** Why it is corrected. */
  correctionReason?: Maybe<Scalars['String']['output']>;
};

/** How far a comment sheet is (trạng thái phiếu). */
export type CommentSheetStatus =
  /** Đang lập — the residence branch is writing it. */
  | 'DRAFT'
  /** Chờ phê duyệt — confirmed by the branch, lies with the commune or ward. */
  | 'SUBMITTED'
  /** Đã phê duyệt — waits to be signed and sent. */
  | 'APPROVED'
  /** Đã gửi — signed and with the workplace; it never changes any more. */
  | 'DELIVERED'
  /** Đã bỏ — put aside before it was sent. */
  | 'DISCARDED';

/** Criterion 1: exemplary in conduct and vanguard role. */
export type ExemplaryConduct =
  /** Nêu gương tốt — sets a very good example. */
  | 'EXEMPLARY_GOOD'
  /** Nêu gương — sets an example. */
  | 'EXEMPLARY'
  /** Chưa nêu gương — does not set an example yet. */
  | 'NOT_EXEMPLARY';

/** Criterion 2: duties of a citizen, and moving family and people to do theirs. */
export type CivicDuty =
  /** Gương mẫu đi đầu — goes ahead of others. */
  | 'LEADING'
  /** Gương mẫu — is a model. */
  | 'MODEL'
  /** Chưa gương mẫu — is no model yet. */
  | 'NOT_MODEL';

/** Criterion 3: meetings of the residence committee and of the people. */
export type MeetingAttendance =
  /** Tham gia đầy đủ — attends all. */
  | 'FULL'
  /** Tham gia chưa đầy đủ — attends some. */
  | 'PARTIAL'
  /** Không tham gia — attends none. */
  | 'NONE';

/** Criterion 4: contact with branch, hamlet head and front committee, opinions on local affairs. */
export type ContactKeeping =
  /** Thường xuyên, tích cực — regular and active. */
  | 'REGULAR_ACTIVE'
  /** Thường xuyên — regular. */
  | 'REGULAR'
  /** Chưa thường xuyên — not regular yet. */
  | 'IRREGULAR';

/** Criterion 5: moving the people to build Party, government and cultural life. */
export type Mobilisation =
  /** Rất tích cực — very active. */
  | 'VERY_ACTIVE'
  /** Tích cực — active. */
  | 'ACTIVE'
  /** Chưa tích cực — not active yet. */
  | 'NOT_ACTIVE';

/** Criterion 6: what the residence proposes to the workplace. */
export type CommentProposal =
  /** Biểu dương — commend the member. */
  | 'COMMEND'
  /** Không đề nghị — nothing. */
  | 'NO_PROPOSAL'
  /** Xem xét xử lý — consider action; needs another comment. */
  | 'CONSIDER_ACTION';

/** A signed document of residence comments, without anybody's name. */
export type CommentDocumentVerification = {
  /** What it is, in words (Vietnamese). */
  kind: Scalars['String']['output'];
  /** The number of the dossier that it belongs to. */
  number: Scalars['String']['output'];
  /** Which signature of the document it is: 1 for the first level, then upwards. */
  step: Scalars['Int']['output'];
  /** The title in which it was signed. */
  signerTitle: Scalars['String']['output'];
  /** The organisation for which it was signed. */
  signerUnitName: Scalars['String']['output'];
  /** When it was signed. */
  signedAt: Scalars['DateTime']['output'];
  /** Where everybody can check it (the address of the QR code). */
  verifyUrl: Scalars['String']['output'];
  /** Whether it holds, checked now over the stored bytes. */
  verdict: SignatureVerdict;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Member: Member;
  OrgUnit: OrgUnit;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  OrgUnit:
    ( { __typename: 'OrgUnit' }
    & GraphQLRecursivePick<FederationTypes['OrgUnit'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Dong: ResolverTypeWrapper<any>;
  Month: ResolverTypeWrapper<any>;
  Date: ResolverTypeWrapper<any>;
  DateTime: ResolverTypeWrapper<any>;
  UUID: ResolverTypeWrapper<any>;
  PageInfo: ResolverTypeWrapper<any>;
  Boolean: ResolverTypeWrapper<any>;
  Refusal: ResolverTypeWrapper<any>;
  HistoryEntry: ResolverTypeWrapper<any>;
  AvailableAction: ResolverTypeWrapper<any>;
  AuditEntry: ResolverTypeWrapper<any>;
  AuditEntryEdge: ResolverTypeWrapper<any>;
  AuditEntryConnection: ResolverTypeWrapper<any>;
  RefusalCode: ResolverTypeWrapper<any>;
  Attachment: ResolverTypeWrapper<any>;
  Int: ResolverTypeWrapper<any>;
  Upload: ResolverTypeWrapper<any>;
  PrepareUploadResult: ResolverTypeWrapper<any>;
  PrepareUploadInput: ResolverTypeWrapper<any>;
  FileClassification: ResolverTypeWrapper<any>;
  DocumentSignature: ResolverTypeWrapper<any>;
  SignatureVerdict: ResolverTypeWrapper<any>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Member: ResolverTypeWrapper<any>;
  OrgUnit: ResolverTypeWrapper<any>;
  CommentSide: ResolverTypeWrapper<any>;
  CommentItemOrder: ResolverTypeWrapper<any>;
  CommentItem: ResolverTypeWrapper<any>;
  CommentItemType: ResolverTypeWrapper<any>;
  CommentItemStatus: ResolverTypeWrapper<any>;
  CommentItemConnection: ResolverTypeWrapper<any>;
  CommentItemEdge: ResolverTypeWrapper<any>;
  CommentItemOutcome: ResolverTypeWrapper<any>;
  CommentDesk: ResolverTypeWrapper<any>;
  CommentDeskCount: ResolverTypeWrapper<any>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ForwardCommentItemInput: ResolverTypeWrapper<any>;
  ForwardCommentItemResult: ResolverTypeWrapper<any>;
  ForwardCommentItemsInput: ResolverTypeWrapper<any>;
  ForwardCommentItemsResult: ResolverTypeWrapper<any>;
  ReturnCommentItemInput: ResolverTypeWrapper<any>;
  ReturnCommentItemResult: ResolverTypeWrapper<any>;
  AcceptIntroductionInput: ResolverTypeWrapper<any>;
  AcceptIntroductionResult: ResolverTypeWrapper<any>;
  ResendCommentItemInput: ResolverTypeWrapper<any>;
  ResendCommentItemResult: ResolverTypeWrapper<any>;
  CancelCommentItemInput: ResolverTypeWrapper<any>;
  CancelCommentItemResult: ResolverTypeWrapper<any>;
  CommentProgress: ResolverTypeWrapper<any>;
  CommentProgressPart: ResolverTypeWrapper<any>;
  CommentFigures: ResolverTypeWrapper<any>;
  CommentStatusCount: ResolverTypeWrapper<any>;
  OpenCommentCampaignInput: ResolverTypeWrapper<any>;
  OpenCommentCampaignResult: ResolverTypeWrapper<any>;
  ChangeCommentCampaignInput: ResolverTypeWrapper<any>;
  ChangeCommentCampaignResult: ResolverTypeWrapper<any>;
  CommentCampaign: ResolverTypeWrapper<any>;
  CommentCampaignStatus: ResolverTypeWrapper<any>;
  CommentCandidate: ResolverTypeWrapper<any>;
  CommentCandidateConnection: ResolverTypeWrapper<any>;
  CommentCandidateEdge: ResolverTypeWrapper<any>;
  CreateCommentListInput: ResolverTypeWrapper<any>;
  CreateCommentListResult: ResolverTypeWrapper<any>;
  SubmitCommentListInput: ResolverTypeWrapper<any>;
  SubmitCommentListResult: ResolverTypeWrapper<any>;
  ApproveCommentListInput: ResolverTypeWrapper<any>;
  ApproveCommentListResult: ResolverTypeWrapper<any>;
  RejectCommentListInput: ResolverTypeWrapper<any>;
  RejectCommentListResult: ResolverTypeWrapper<any>;
  WithdrawCommentListInput: ResolverTypeWrapper<any>;
  WithdrawCommentListResult: ResolverTypeWrapper<any>;
  SendCommentListInput: ResolverTypeWrapper<any>;
  SendCommentListResult: ResolverTypeWrapper<any>;
  DiscardCommentListInput: ResolverTypeWrapper<any>;
  DiscardCommentListResult: ResolverTypeWrapper<any>;
  CommentList: ResolverTypeWrapper<any>;
  CommentListScope: ResolverTypeWrapper<any>;
  CommentPurpose: ResolverTypeWrapper<any>;
  CommentListStatus: ResolverTypeWrapper<any>;
  CommentChannel: ResolverTypeWrapper<any>;
  CommentListRow: ResolverTypeWrapper<any>;
  CommentListRowConnection: ResolverTypeWrapper<any>;
  CommentListRowEdge: ResolverTypeWrapper<any>;
  CommentResidenceGroup: ResolverTypeWrapper<any>;
  CommentExemptionRule: ResolverTypeWrapper<any>;
  CommentListConnection: ResolverTypeWrapper<any>;
  CommentListEdge: ResolverTypeWrapper<any>;
  AddToCommentListInput: ResolverTypeWrapper<any>;
  AddToCommentListResult: ResolverTypeWrapper<any>;
  RemoveFromCommentListInput: ResolverTypeWrapper<any>;
  RemoveFromCommentListResult: ResolverTypeWrapper<any>;
  ChangeCommentListRowsInput: ResolverTypeWrapper<any>;
  ChangeCommentListRowsResult: ResolverTypeWrapper<any>;
  CommentListRowChange: ResolverTypeWrapper<any>;
  CommentRowRefusal: ResolverTypeWrapper<any>;
  CommentDelivery: ResolverTypeWrapper<any>;
  CommentDeliveryConnection: ResolverTypeWrapper<any>;
  CommentDeliveryEdge: ResolverTypeWrapper<any>;
  ReceiveCommentSheetsInput: ResolverTypeWrapper<any>;
  ReceiveCommentSheetsResult: ResolverTypeWrapper<any>;
  YearEndComments: ResolverTypeWrapper<any>;
  YearEndComment: ResolverTypeWrapper<any>;
  YearEndCommentConnection: ResolverTypeWrapper<any>;
  YearEndCommentEdge: ResolverTypeWrapper<any>;
  ResidenceMember: ResolverTypeWrapper<any>;
  ResidenceMemberConnection: ResolverTypeWrapper<any>;
  ResidenceMemberEdge: ResolverTypeWrapper<any>;
  SelfReport: ResolverTypeWrapper<any>;
  SelfReportStatus: ResolverTypeWrapper<any>;
  SelfReportConnection: ResolverTypeWrapper<any>;
  SelfReportEdge: ResolverTypeWrapper<any>;
  SaveSelfReportInput: ResolverTypeWrapper<any>;
  SaveSelfReportResult: ResolverTypeWrapper<any>;
  SendSelfReportInput: ResolverTypeWrapper<any>;
  SendSelfReportResult: ResolverTypeWrapper<any>;
  EnterSelfReportInput: ResolverTypeWrapper<any>;
  EnterSelfReportResult: ResolverTypeWrapper<any>;
  CommentItemChoice: ResolverTypeWrapper<any>;
  CommentSheetWriting: ResolverTypeWrapper<any>;
  CommentSheetContentInput: ResolverTypeWrapper<any>;
  StartCommentSheetsInput: ResolverTypeWrapper<any>;
  StartCommentSheetsResult: ResolverTypeWrapper<any>;
  SaveCommentSheetsInput: ResolverTypeWrapper<any>;
  SaveCommentSheetsResult: ResolverTypeWrapper<any>;
  SubmitCommentSheetsInput: ResolverTypeWrapper<any>;
  SubmitCommentSheetsResult: ResolverTypeWrapper<any>;
  ReturnCommentSheetInput: ResolverTypeWrapper<any>;
  ReturnCommentSheetResult: ResolverTypeWrapper<any>;
  ApproveCommentSheetsInput: ResolverTypeWrapper<any>;
  ApproveCommentSheetsResult: ResolverTypeWrapper<any>;
  ApproveAllCommentSheetsInput: ResolverTypeWrapper<any>;
  ApproveAllCommentSheetsResult: ResolverTypeWrapper<any>;
  SignAndSendCommentSheetsInput: ResolverTypeWrapper<any>;
  SignAndSendCommentSheetsResult: ResolverTypeWrapper<any>;
  EnterPaperCommentSheetInput: ResolverTypeWrapper<any>;
  EnterPaperCommentSheetResult: ResolverTypeWrapper<any>;
  CorrectCommentSheetInput: ResolverTypeWrapper<any>;
  CorrectCommentSheetResult: ResolverTypeWrapper<any>;
  DropCommentSheetCorrectionInput: ResolverTypeWrapper<any>;
  DropCommentSheetCorrectionResult: ResolverTypeWrapper<any>;
  CommentSheet: ResolverTypeWrapper<any>;
  CommentSheetStatus: ResolverTypeWrapper<any>;
  ExemplaryConduct: ResolverTypeWrapper<any>;
  CivicDuty: ResolverTypeWrapper<any>;
  MeetingAttendance: ResolverTypeWrapper<any>;
  ContactKeeping: ResolverTypeWrapper<any>;
  Mobilisation: ResolverTypeWrapper<any>;
  CommentProposal: ResolverTypeWrapper<any>;
  CommentDocumentVerification: ResolverTypeWrapper<any>;
  String: ResolverTypeWrapper<any>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Dong: any;
  Month: any;
  Date: any;
  DateTime: any;
  UUID: any;
  PageInfo: any;
  Boolean: any;
  Refusal: any;
  HistoryEntry: any;
  AvailableAction: any;
  AuditEntry: any;
  AuditEntryEdge: any;
  AuditEntryConnection: any;
  Attachment: any;
  Int: any;
  Upload: any;
  PrepareUploadResult: any;
  PrepareUploadInput: any;
  DocumentSignature: any;
  Query: Record<PropertyKey, never>;
  Member: any;
  OrgUnit: any;
  CommentItem: any;
  CommentItemConnection: any;
  CommentItemEdge: any;
  CommentItemOutcome: any;
  CommentDesk: any;
  CommentDeskCount: any;
  Mutation: Record<PropertyKey, never>;
  ForwardCommentItemInput: any;
  ForwardCommentItemResult: any;
  ForwardCommentItemsInput: any;
  ForwardCommentItemsResult: any;
  ReturnCommentItemInput: any;
  ReturnCommentItemResult: any;
  AcceptIntroductionInput: any;
  AcceptIntroductionResult: any;
  ResendCommentItemInput: any;
  ResendCommentItemResult: any;
  CancelCommentItemInput: any;
  CancelCommentItemResult: any;
  CommentProgress: any;
  CommentProgressPart: any;
  CommentFigures: any;
  CommentStatusCount: any;
  OpenCommentCampaignInput: any;
  OpenCommentCampaignResult: any;
  ChangeCommentCampaignInput: any;
  ChangeCommentCampaignResult: any;
  CommentCampaign: any;
  CommentCandidate: any;
  CommentCandidateConnection: any;
  CommentCandidateEdge: any;
  CreateCommentListInput: any;
  CreateCommentListResult: any;
  SubmitCommentListInput: any;
  SubmitCommentListResult: any;
  ApproveCommentListInput: any;
  ApproveCommentListResult: any;
  RejectCommentListInput: any;
  RejectCommentListResult: any;
  WithdrawCommentListInput: any;
  WithdrawCommentListResult: any;
  SendCommentListInput: any;
  SendCommentListResult: any;
  DiscardCommentListInput: any;
  DiscardCommentListResult: any;
  CommentList: any;
  CommentListRow: any;
  CommentListRowConnection: any;
  CommentListRowEdge: any;
  CommentResidenceGroup: any;
  CommentExemptionRule: any;
  CommentListConnection: any;
  CommentListEdge: any;
  AddToCommentListInput: any;
  AddToCommentListResult: any;
  RemoveFromCommentListInput: any;
  RemoveFromCommentListResult: any;
  ChangeCommentListRowsInput: any;
  ChangeCommentListRowsResult: any;
  CommentListRowChange: any;
  CommentRowRefusal: any;
  CommentDelivery: any;
  CommentDeliveryConnection: any;
  CommentDeliveryEdge: any;
  ReceiveCommentSheetsInput: any;
  ReceiveCommentSheetsResult: any;
  YearEndComments: any;
  YearEndComment: any;
  YearEndCommentConnection: any;
  YearEndCommentEdge: any;
  ResidenceMember: any;
  ResidenceMemberConnection: any;
  ResidenceMemberEdge: any;
  SelfReport: any;
  SelfReportConnection: any;
  SelfReportEdge: any;
  SaveSelfReportInput: any;
  SaveSelfReportResult: any;
  SendSelfReportInput: any;
  SendSelfReportResult: any;
  EnterSelfReportInput: any;
  EnterSelfReportResult: any;
  CommentItemChoice: any;
  CommentSheetWriting: any;
  CommentSheetContentInput: any;
  StartCommentSheetsInput: any;
  StartCommentSheetsResult: any;
  SaveCommentSheetsInput: any;
  SaveCommentSheetsResult: any;
  SubmitCommentSheetsInput: any;
  SubmitCommentSheetsResult: any;
  ReturnCommentSheetInput: any;
  ReturnCommentSheetResult: any;
  ApproveCommentSheetsInput: any;
  ApproveCommentSheetsResult: any;
  ApproveAllCommentSheetsInput: any;
  ApproveAllCommentSheetsResult: any;
  SignAndSendCommentSheetsInput: any;
  SignAndSendCommentSheetsResult: any;
  EnterPaperCommentSheetInput: any;
  EnterPaperCommentSheetResult: any;
  CorrectCommentSheetInput: any;
  CorrectCommentSheetResult: any;
  DropCommentSheetCorrectionInput: any;
  DropCommentSheetCorrectionResult: any;
  CommentSheet: any;
  CommentDocumentVerification: any;
  String: any;
};

export type AccessDirectiveArgs = {
  permission: Scalars['String']['input'];
  or?: Maybe<Scalars['String']['input']>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DongScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Dong'], any> {
  name: 'Dong';
}

export interface MonthScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Month'], any> {
  name: 'Month';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface UuidScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['UUID'], any> {
  name: 'UUID';
}

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suggestion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HistoryEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['HistoryEntry'] = ResolversParentTypes['HistoryEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fromState?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  toState?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  byName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  byTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitId?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  unitName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AvailableActionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AvailableAction'] = ResolversParentTypes['AvailableAction']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  allowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['RefusalCode']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subjectKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitId?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  memberId?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  byMemberId?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  byName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  byTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  byRole?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  byUnitId?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AttachmentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Attachment'] = ResolversParentTypes['Attachment']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  storedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UploadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Upload'] = ResolversParentTypes['Upload']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PrepareUploadResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PrepareUploadResult'] = ResolversParentTypes['PrepareUploadResult']> = {
  upload?: Resolver<Maybe<ResolversTypes['Upload']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type DocumentSignatureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DocumentSignature'] = ResolversParentTypes['DocumentSignature']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  signerName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signerTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signerUnitName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  certificateSerial?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previousSha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  document?: Resolver<ResolversTypes['Attachment'], ParentType, ContextType>;
  verifyUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['SignatureVerdict'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  commentAudit?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, RequireFields<QueryCommentAuditArgs, 'first'>>;
  me?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  commentItem?: Resolver<Maybe<ResolversTypes['CommentItem']>, ParentType, ContextType, RequireFields<QueryCommentItemArgs, 'id'>>;
  commentDesk?: Resolver<Maybe<ResolversTypes['CommentDesk']>, ParentType, ContextType>;
  commentCampaigns?: Resolver<Maybe<Array<ResolversTypes['CommentCampaign']>>, ParentType, ContextType>;
  commentList?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType, RequireFields<QueryCommentListArgs, 'id'>>;
  commentExemptionRules?: Resolver<Maybe<Array<ResolversTypes['CommentExemptionRule']>>, ParentType, ContextType>;
  verifyCommentDocument?: Resolver<Maybe<ResolversTypes['CommentDocumentVerification']>, ParentType, ContextType, RequireFields<QueryVerifyCommentDocumentArgs, 'sha256'>>;
};

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  commentItems?: Resolver<Maybe<ResolversTypes['CommentItemConnection']>, ParentType, ContextType, RequireFields<MemberCommentItemsArgs, 'first'>>;
  yearEndComment?: Resolver<Maybe<ResolversTypes['YearEndComment']>, ParentType, ContextType, RequireFields<MemberYearEndCommentArgs, 'year'>>;
  selfReports?: Resolver<Maybe<ResolversTypes['SelfReportConnection']>, ParentType, ContextType, RequireFields<MemberSelfReportsArgs, 'first'>>;
};

export type OrgUnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnit'] = ResolversParentTypes['OrgUnit'], FederationReferenceType extends FederationReferenceTypes['OrgUnit'] = FederationReferenceTypes['OrgUnit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrgUnit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  commentItems?: Resolver<Maybe<ResolversTypes['CommentItemConnection']>, ParentType, ContextType, RequireFields<OrgUnitCommentItemsArgs, 'side' | 'overdueOnly' | 'order' | 'first'>>;
  commentProgress?: Resolver<Maybe<ResolversTypes['CommentProgress']>, ParentType, ContextType, RequireFields<OrgUnitCommentProgressArgs, 'year' | 'side'>>;
  commentCandidates?: Resolver<Maybe<ResolversTypes['CommentCandidateConnection']>, ParentType, ContextType, RequireFields<OrgUnitCommentCandidatesArgs, 'year' | 'purpose' | 'type' | 'first'>>;
  commentLists?: Resolver<Maybe<ResolversTypes['CommentListConnection']>, ParentType, ContextType, RequireFields<OrgUnitCommentListsArgs, 'first'>>;
  commentDeliveries?: Resolver<Maybe<ResolversTypes['CommentDeliveryConnection']>, ParentType, ContextType, RequireFields<OrgUnitCommentDeliveriesArgs, 'waitingOnly' | 'first'>>;
  yearEndComments?: Resolver<Maybe<ResolversTypes['YearEndComments']>, ParentType, ContextType, RequireFields<OrgUnitYearEndCommentsArgs, 'year'>>;
  residenceMembers?: Resolver<Maybe<ResolversTypes['ResidenceMemberConnection']>, ParentType, ContextType, RequireFields<OrgUnitResidenceMembersArgs, 'first'>>;
};

export type CommentItemResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentItem'] = ResolversParentTypes['CommentItem']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  list?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['CommentPurpose'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  memberName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['CommentItemType'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CommentItemStatus'], ParentType, ContextType>;
  workplaceUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  workplaceBranch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  residenceUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  residenceBranch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  selfReportRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  returnReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  selfReport?: Resolver<Maybe<ResolversTypes['SelfReport']>, ParentType, ContextType>;
  selfReportMissing?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sheet?: Resolver<Maybe<ResolversTypes['CommentSheet']>, ParentType, ContextType>;
  sheets?: Resolver<Array<ResolversTypes['CommentSheet']>, ParentType, ContextType>;
};

export type CommentItemConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentItemConnection'] = ResolversParentTypes['CommentItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommentItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CommentItemEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentItemEdge'] = ResolversParentTypes['CommentItemEdge']> = {
  node?: Resolver<ResolversTypes['CommentItem'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CommentItemOutcomeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentItemOutcome'] = ResolversParentTypes['CommentItemOutcome']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['CommentItem']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CommentDeskResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentDesk'] = ResolversParentTypes['CommentDesk']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  counts?: Resolver<Array<ResolversTypes['CommentDeskCount']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  items?: Resolver<ResolversTypes['CommentItemConnection'], ParentType, ContextType, RequireFields<CommentDeskItemsArgs, 'first'>>;
};

export type CommentDeskCountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentDeskCount'] = ResolversParentTypes['CommentDeskCount']> = {
  status?: Resolver<ResolversTypes['CommentItemStatus'], ParentType, ContextType>;
  items?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  forwardCommentItem?: Resolver<ResolversTypes['ForwardCommentItemResult'], ParentType, ContextType, RequireFields<MutationForwardCommentItemArgs, 'input'>>;
  forwardCommentItems?: Resolver<ResolversTypes['ForwardCommentItemsResult'], ParentType, ContextType, RequireFields<MutationForwardCommentItemsArgs, 'input'>>;
  returnCommentItem?: Resolver<ResolversTypes['ReturnCommentItemResult'], ParentType, ContextType, RequireFields<MutationReturnCommentItemArgs, 'input'>>;
  acceptIntroduction?: Resolver<ResolversTypes['AcceptIntroductionResult'], ParentType, ContextType, RequireFields<MutationAcceptIntroductionArgs, 'input'>>;
  resendCommentItem?: Resolver<ResolversTypes['ResendCommentItemResult'], ParentType, ContextType, RequireFields<MutationResendCommentItemArgs, 'input'>>;
  cancelCommentItem?: Resolver<ResolversTypes['CancelCommentItemResult'], ParentType, ContextType, RequireFields<MutationCancelCommentItemArgs, 'input'>>;
  openCommentCampaign?: Resolver<ResolversTypes['OpenCommentCampaignResult'], ParentType, ContextType, RequireFields<MutationOpenCommentCampaignArgs, 'input'>>;
  changeCommentCampaign?: Resolver<ResolversTypes['ChangeCommentCampaignResult'], ParentType, ContextType, RequireFields<MutationChangeCommentCampaignArgs, 'input'>>;
  createCommentList?: Resolver<ResolversTypes['CreateCommentListResult'], ParentType, ContextType, RequireFields<MutationCreateCommentListArgs, 'input'>>;
  submitCommentList?: Resolver<ResolversTypes['SubmitCommentListResult'], ParentType, ContextType, RequireFields<MutationSubmitCommentListArgs, 'input'>>;
  approveCommentList?: Resolver<ResolversTypes['ApproveCommentListResult'], ParentType, ContextType, RequireFields<MutationApproveCommentListArgs, 'input'>>;
  rejectCommentList?: Resolver<ResolversTypes['RejectCommentListResult'], ParentType, ContextType, RequireFields<MutationRejectCommentListArgs, 'input'>>;
  withdrawCommentList?: Resolver<ResolversTypes['WithdrawCommentListResult'], ParentType, ContextType, RequireFields<MutationWithdrawCommentListArgs, 'input'>>;
  sendCommentList?: Resolver<ResolversTypes['SendCommentListResult'], ParentType, ContextType, RequireFields<MutationSendCommentListArgs, 'input'>>;
  discardCommentList?: Resolver<ResolversTypes['DiscardCommentListResult'], ParentType, ContextType, RequireFields<MutationDiscardCommentListArgs, 'input'>>;
  addToCommentList?: Resolver<ResolversTypes['AddToCommentListResult'], ParentType, ContextType, RequireFields<MutationAddToCommentListArgs, 'input'>>;
  removeFromCommentList?: Resolver<ResolversTypes['RemoveFromCommentListResult'], ParentType, ContextType, RequireFields<MutationRemoveFromCommentListArgs, 'input'>>;
  changeCommentListRows?: Resolver<ResolversTypes['ChangeCommentListRowsResult'], ParentType, ContextType, RequireFields<MutationChangeCommentListRowsArgs, 'input'>>;
  prepareCommentUpload?: Resolver<ResolversTypes['PrepareUploadResult'], ParentType, ContextType, RequireFields<MutationPrepareCommentUploadArgs, 'input'>>;
  receiveCommentSheets?: Resolver<ResolversTypes['ReceiveCommentSheetsResult'], ParentType, ContextType, RequireFields<MutationReceiveCommentSheetsArgs, 'input'>>;
  saveSelfReport?: Resolver<ResolversTypes['SaveSelfReportResult'], ParentType, ContextType, RequireFields<MutationSaveSelfReportArgs, 'input'>>;
  sendSelfReport?: Resolver<ResolversTypes['SendSelfReportResult'], ParentType, ContextType, RequireFields<MutationSendSelfReportArgs, 'input'>>;
  enterSelfReport?: Resolver<ResolversTypes['EnterSelfReportResult'], ParentType, ContextType, RequireFields<MutationEnterSelfReportArgs, 'input'>>;
  startCommentSheets?: Resolver<ResolversTypes['StartCommentSheetsResult'], ParentType, ContextType, RequireFields<MutationStartCommentSheetsArgs, 'input'>>;
  saveCommentSheets?: Resolver<ResolversTypes['SaveCommentSheetsResult'], ParentType, ContextType, RequireFields<MutationSaveCommentSheetsArgs, 'input'>>;
  submitCommentSheets?: Resolver<ResolversTypes['SubmitCommentSheetsResult'], ParentType, ContextType, RequireFields<MutationSubmitCommentSheetsArgs, 'input'>>;
  returnCommentSheet?: Resolver<ResolversTypes['ReturnCommentSheetResult'], ParentType, ContextType, RequireFields<MutationReturnCommentSheetArgs, 'input'>>;
  approveCommentSheets?: Resolver<ResolversTypes['ApproveCommentSheetsResult'], ParentType, ContextType, RequireFields<MutationApproveCommentSheetsArgs, 'input'>>;
  approveAllCommentSheets?: Resolver<ResolversTypes['ApproveAllCommentSheetsResult'], ParentType, ContextType, RequireFields<MutationApproveAllCommentSheetsArgs, 'input'>>;
  signAndSendCommentSheets?: Resolver<ResolversTypes['SignAndSendCommentSheetsResult'], ParentType, ContextType, RequireFields<MutationSignAndSendCommentSheetsArgs, 'input'>>;
  enterPaperCommentSheet?: Resolver<ResolversTypes['EnterPaperCommentSheetResult'], ParentType, ContextType, RequireFields<MutationEnterPaperCommentSheetArgs, 'input'>>;
  correctCommentSheet?: Resolver<ResolversTypes['CorrectCommentSheetResult'], ParentType, ContextType, RequireFields<MutationCorrectCommentSheetArgs, 'input'>>;
  dropCommentSheetCorrection?: Resolver<ResolversTypes['DropCommentSheetCorrectionResult'], ParentType, ContextType, RequireFields<MutationDropCommentSheetCorrectionArgs, 'input'>>;
};

export type ForwardCommentItemResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ForwardCommentItemResult'] = ResolversParentTypes['ForwardCommentItemResult']> = {
  item?: Resolver<Maybe<ResolversTypes['CommentItem']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ForwardCommentItemsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ForwardCommentItemsResult'] = ResolversParentTypes['ForwardCommentItemsResult']> = {
  items?: Resolver<Maybe<Array<ResolversTypes['CommentItemOutcome']>>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReturnCommentItemResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReturnCommentItemResult'] = ResolversParentTypes['ReturnCommentItemResult']> = {
  item?: Resolver<Maybe<ResolversTypes['CommentItem']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AcceptIntroductionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AcceptIntroductionResult'] = ResolversParentTypes['AcceptIntroductionResult']> = {
  item?: Resolver<Maybe<ResolversTypes['CommentItem']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ResendCommentItemResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ResendCommentItemResult'] = ResolversParentTypes['ResendCommentItemResult']> = {
  item?: Resolver<Maybe<ResolversTypes['CommentItem']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CancelCommentItemResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CancelCommentItemResult'] = ResolversParentTypes['CancelCommentItemResult']> = {
  item?: Resolver<Maybe<ResolversTypes['CommentItem']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CommentProgressResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentProgress'] = ResolversParentTypes['CommentProgress']> = {
  whole?: Resolver<ResolversTypes['CommentFigures'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['CommentProgressPart']>, ParentType, ContextType>;
};

export type CommentProgressPartResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentProgressPart'] = ResolversParentTypes['CommentProgressPart']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['CommentFigures'], ParentType, ContextType>;
};

export type CommentFiguresResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentFigures'] = ResolversParentTypes['CommentFigures']> = {
  lists?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  listsSent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  items?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byStatus?: Resolver<Array<ResolversTypes['CommentStatusCount']>, ParentType, ContextType>;
  delivered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reportsMissing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommentStatusCountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentStatusCount'] = ResolversParentTypes['CommentStatusCount']> = {
  status?: Resolver<ResolversTypes['CommentItemStatus'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OpenCommentCampaignResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OpenCommentCampaignResult'] = ResolversParentTypes['OpenCommentCampaignResult']> = {
  commentCampaign?: Resolver<Maybe<ResolversTypes['CommentCampaign']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ChangeCommentCampaignResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChangeCommentCampaignResult'] = ResolversParentTypes['ChangeCommentCampaignResult']> = {
  commentCampaign?: Resolver<Maybe<ResolversTypes['CommentCampaign']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CommentCampaignResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentCampaign'] = ResolversParentTypes['CommentCampaign']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  through?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CommentCampaignStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommentCandidateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentCandidate'] = ResolversParentTypes['CommentCandidate']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  memberName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  branch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  residenceUnit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  residenceBranch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  exemption?: Resolver<Maybe<ResolversTypes['CommentExemptionRule']>, ParentType, ContextType>;
  needsReason?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['RefusalCode']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CommentCandidateConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentCandidateConnection'] = ResolversParentTypes['CommentCandidateConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommentCandidateEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CommentCandidateEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentCandidateEdge'] = ResolversParentTypes['CommentCandidateEdge']> = {
  node?: Resolver<ResolversTypes['CommentCandidate'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateCommentListResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CreateCommentListResult'] = ResolversParentTypes['CreateCommentListResult']> = {
  commentList?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  rowRefusals?: Resolver<Maybe<Array<ResolversTypes['CommentRowRefusal']>>, ParentType, ContextType>;
};

export type SubmitCommentListResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubmitCommentListResult'] = ResolversParentTypes['SubmitCommentListResult']> = {
  commentList?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  rowRefusals?: Resolver<Maybe<Array<ResolversTypes['CommentRowRefusal']>>, ParentType, ContextType>;
};

export type ApproveCommentListResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApproveCommentListResult'] = ResolversParentTypes['ApproveCommentListResult']> = {
  commentList?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectCommentListResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectCommentListResult'] = ResolversParentTypes['RejectCommentListResult']> = {
  commentList?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WithdrawCommentListResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WithdrawCommentListResult'] = ResolversParentTypes['WithdrawCommentListResult']> = {
  commentList?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SendCommentListResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SendCommentListResult'] = ResolversParentTypes['SendCommentListResult']> = {
  commentList?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  rowRefusals?: Resolver<Maybe<Array<ResolversTypes['CommentRowRefusal']>>, ParentType, ContextType>;
};

export type DiscardCommentListResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DiscardCommentListResult'] = ResolversParentTypes['DiscardCommentListResult']> = {
  commentList?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CommentListResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentList'] = ResolversParentTypes['CommentList']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['CommentListScope'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['CommentPurpose'], ParentType, ContextType>;
  purposeNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['CommentChannel'], ParentType, ContextType>;
  paperReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  campaign?: Resolver<Maybe<ResolversTypes['CommentCampaign']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CommentListStatus'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdByTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  approvedByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scans?: Resolver<Array<ResolversTypes['Attachment']>, ParentType, ContextType>;
  approvalSignature?: Resolver<Maybe<ResolversTypes['DocumentSignature']>, ParentType, ContextType>;
  sendSignature?: Resolver<Maybe<ResolversTypes['DocumentSignature']>, ParentType, ContextType>;
  pdfUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  xlsxUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['CommentListRowConnection'], ParentType, ContextType, RequireFields<CommentListRowsArgs, 'first'>>;
  residences?: Resolver<Array<ResolversTypes['CommentResidenceGroup']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  items?: Resolver<ResolversTypes['CommentItemConnection'], ParentType, ContextType, RequireFields<CommentListItemsArgs, 'first'>>;
  delivery?: Resolver<Maybe<ResolversTypes['CommentDelivery']>, ParentType, ContextType>;
};

export type CommentListRowResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentListRow'] = ResolversParentTypes['CommentListRow']> = {
  place?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  memberName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  branch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['CommentItemType'], ParentType, ContextType>;
  selfReportRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  residenceUnit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  residenceBranch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  residenceAdjusted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  exemption?: Resolver<Maybe<ResolversTypes['CommentExemptionRule']>, ParentType, ContextType>;
  inclusionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CommentListRowConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentListRowConnection'] = ResolversParentTypes['CommentListRowConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommentListRowEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CommentListRowEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentListRowEdge'] = ResolversParentTypes['CommentListRowEdge']> = {
  node?: Resolver<ResolversTypes['CommentListRow'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CommentResidenceGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentResidenceGroup'] = ResolversParentTypes['CommentResidenceGroup']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  selfReports?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommentExemptionRuleResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentExemptionRule'] = ResolversParentTypes['CommentExemptionRule']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contactMode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isIntroduced?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  yearlyComment?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  commentOnRequest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CommentListConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentListConnection'] = ResolversParentTypes['CommentListConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommentListEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CommentListEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentListEdge'] = ResolversParentTypes['CommentListEdge']> = {
  node?: Resolver<ResolversTypes['CommentList'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AddToCommentListResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AddToCommentListResult'] = ResolversParentTypes['AddToCommentListResult']> = {
  commentList?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  rowRefusals?: Resolver<Maybe<Array<ResolversTypes['CommentRowRefusal']>>, ParentType, ContextType>;
};

export type RemoveFromCommentListResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RemoveFromCommentListResult'] = ResolversParentTypes['RemoveFromCommentListResult']> = {
  commentList?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  rowRefusals?: Resolver<Maybe<Array<ResolversTypes['CommentRowRefusal']>>, ParentType, ContextType>;
};

export type ChangeCommentListRowsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChangeCommentListRowsResult'] = ResolversParentTypes['ChangeCommentListRowsResult']> = {
  commentList?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  rowRefusals?: Resolver<Maybe<Array<ResolversTypes['CommentRowRefusal']>>, ParentType, ContextType>;
};

export type CommentRowRefusalResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentRowRefusal'] = ResolversParentTypes['CommentRowRefusal']> = {
  memberId?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  memberName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusal?: Resolver<ResolversTypes['Refusal'], ParentType, ContextType>;
};

export type CommentDeliveryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentDelivery'] = ResolversParentTypes['CommentDelivery']> = {
  list?: Resolver<Maybe<ResolversTypes['CommentList']>, ParentType, ContextType>;
  listNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['CommentPurpose'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outstanding?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reportsRequested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reportsSent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  items?: Resolver<ResolversTypes['CommentItemConnection'], ParentType, ContextType, RequireFields<CommentDeliveryItemsArgs, 'first'>>;
  archiveUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CommentDeliveryConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentDeliveryConnection'] = ResolversParentTypes['CommentDeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommentDeliveryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CommentDeliveryEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentDeliveryEdge'] = ResolversParentTypes['CommentDeliveryEdge']> = {
  node?: Resolver<ResolversTypes['CommentDelivery'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReceiveCommentSheetsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReceiveCommentSheetsResult'] = ResolversParentTypes['ReceiveCommentSheetsResult']> = {
  items?: Resolver<Maybe<Array<ResolversTypes['CommentItemOutcome']>>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type YearEndCommentsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['YearEndComments'] = ResolversParentTypes['YearEndComments']> = {
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  delivered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['YearEndCommentConnection'], ParentType, ContextType, RequireFields<YearEndCommentsRowsArgs, 'first'>>;
  xlsxUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type YearEndCommentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['YearEndComment'] = ResolversParentTypes['YearEndComment']> = {
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['CommentItem'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type YearEndCommentConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['YearEndCommentConnection'] = ResolversParentTypes['YearEndCommentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['YearEndCommentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type YearEndCommentEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['YearEndCommentEdge'] = ResolversParentTypes['YearEndCommentEdge']> = {
  node?: Resolver<ResolversTypes['YearEndComment'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResidenceMemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ResidenceMember'] = ResolversParentTypes['ResidenceMember']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  memberName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  branch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['CommentItem']>, ParentType, ContextType>;
};

export type ResidenceMemberConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ResidenceMemberConnection'] = ResolversParentTypes['ResidenceMemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ResidenceMemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ResidenceMemberEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ResidenceMemberEdge'] = ResolversParentTypes['ResidenceMemberEdge']> = {
  node?: Resolver<ResolversTypes['ResidenceMember'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SelfReportResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SelfReport'] = ResolversParentTypes['SelfReport']> = {
  item?: Resolver<ResolversTypes['CommentItem'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SelfReportStatus'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  generalComment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  file?: Resolver<Maybe<ResolversTypes['Attachment']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['CommentChannel'], ParentType, ContextType>;
  enteredByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enteredByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type SelfReportConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SelfReportConnection'] = ResolversParentTypes['SelfReportConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SelfReportEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SelfReportEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SelfReportEdge'] = ResolversParentTypes['SelfReportEdge']> = {
  node?: Resolver<ResolversTypes['SelfReport'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SaveSelfReportResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SaveSelfReportResult'] = ResolversParentTypes['SaveSelfReportResult']> = {
  selfReport?: Resolver<Maybe<ResolversTypes['SelfReport']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SendSelfReportResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SendSelfReportResult'] = ResolversParentTypes['SendSelfReportResult']> = {
  selfReport?: Resolver<Maybe<ResolversTypes['SelfReport']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EnterSelfReportResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EnterSelfReportResult'] = ResolversParentTypes['EnterSelfReportResult']> = {
  selfReport?: Resolver<Maybe<ResolversTypes['SelfReport']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type StartCommentSheetsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StartCommentSheetsResult'] = ResolversParentTypes['StartCommentSheetsResult']> = {
  items?: Resolver<Maybe<Array<ResolversTypes['CommentItemOutcome']>>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SaveCommentSheetsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SaveCommentSheetsResult'] = ResolversParentTypes['SaveCommentSheetsResult']> = {
  items?: Resolver<Maybe<Array<ResolversTypes['CommentItemOutcome']>>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SubmitCommentSheetsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubmitCommentSheetsResult'] = ResolversParentTypes['SubmitCommentSheetsResult']> = {
  items?: Resolver<Maybe<Array<ResolversTypes['CommentItemOutcome']>>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReturnCommentSheetResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReturnCommentSheetResult'] = ResolversParentTypes['ReturnCommentSheetResult']> = {
  item?: Resolver<Maybe<ResolversTypes['CommentItem']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApproveCommentSheetsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApproveCommentSheetsResult'] = ResolversParentTypes['ApproveCommentSheetsResult']> = {
  items?: Resolver<Maybe<Array<ResolversTypes['CommentItemOutcome']>>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApproveAllCommentSheetsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApproveAllCommentSheetsResult'] = ResolversParentTypes['ApproveAllCommentSheetsResult']> = {
  items?: Resolver<Maybe<Array<ResolversTypes['CommentItemOutcome']>>, ParentType, ContextType>;
  left?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SignAndSendCommentSheetsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SignAndSendCommentSheetsResult'] = ResolversParentTypes['SignAndSendCommentSheetsResult']> = {
  items?: Resolver<Maybe<Array<ResolversTypes['CommentItemOutcome']>>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EnterPaperCommentSheetResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EnterPaperCommentSheetResult'] = ResolversParentTypes['EnterPaperCommentSheetResult']> = {
  item?: Resolver<Maybe<ResolversTypes['CommentItem']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CorrectCommentSheetResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CorrectCommentSheetResult'] = ResolversParentTypes['CorrectCommentSheetResult']> = {
  item?: Resolver<Maybe<ResolversTypes['CommentItem']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type DropCommentSheetCorrectionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DropCommentSheetCorrectionResult'] = ResolversParentTypes['DropCommentSheetCorrectionResult']> = {
  item?: Resolver<Maybe<ResolversTypes['CommentItem']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CommentSheetResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentSheet'] = ResolversParentTypes['CommentSheet']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CommentSheetStatus'], ParentType, ContextType>;
  exemplaryConduct?: Resolver<Maybe<ResolversTypes['ExemplaryConduct']>, ParentType, ContextType>;
  civicDuty?: Resolver<Maybe<ResolversTypes['CivicDuty']>, ParentType, ContextType>;
  meetingAttendance?: Resolver<Maybe<ResolversTypes['MeetingAttendance']>, ParentType, ContextType>;
  contactKeeping?: Resolver<Maybe<ResolversTypes['ContactKeeping']>, ParentType, ContextType>;
  mobilisation?: Resolver<Maybe<ResolversTypes['Mobilisation']>, ParentType, ContextType>;
  proposal?: Resolver<Maybe<ResolversTypes['CommentProposal']>, ParentType, ContextType>;
  otherComment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  meetingOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  frontCommitteeMet?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  draftedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  draftedByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  draftedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  confirmedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  confirmedByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  approvedByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  approvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['CommentChannel'], ParentType, ContextType>;
  paperReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signature?: Resolver<Maybe<ResolversTypes['DocumentSignature']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['Attachment']>, ParentType, ContextType>;
  replacesId?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  correctionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CommentDocumentVerificationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommentDocumentVerification'] = ResolversParentTypes['CommentDocumentVerification']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  signerTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signerUnitName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  verifyUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['SignatureVerdict'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphContext> = {
  Dong?: GraphQLScalarType;
  Month?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  UUID?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  HistoryEntry?: HistoryEntryResolvers<ContextType>;
  AvailableAction?: AvailableActionResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  Attachment?: AttachmentResolvers<ContextType>;
  Upload?: UploadResolvers<ContextType>;
  PrepareUploadResult?: PrepareUploadResultResolvers<ContextType>;
  DocumentSignature?: DocumentSignatureResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  OrgUnit?: OrgUnitResolvers<ContextType>;
  CommentItem?: CommentItemResolvers<ContextType>;
  CommentItemConnection?: CommentItemConnectionResolvers<ContextType>;
  CommentItemEdge?: CommentItemEdgeResolvers<ContextType>;
  CommentItemOutcome?: CommentItemOutcomeResolvers<ContextType>;
  CommentDesk?: CommentDeskResolvers<ContextType>;
  CommentDeskCount?: CommentDeskCountResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  ForwardCommentItemResult?: ForwardCommentItemResultResolvers<ContextType>;
  ForwardCommentItemsResult?: ForwardCommentItemsResultResolvers<ContextType>;
  ReturnCommentItemResult?: ReturnCommentItemResultResolvers<ContextType>;
  AcceptIntroductionResult?: AcceptIntroductionResultResolvers<ContextType>;
  ResendCommentItemResult?: ResendCommentItemResultResolvers<ContextType>;
  CancelCommentItemResult?: CancelCommentItemResultResolvers<ContextType>;
  CommentProgress?: CommentProgressResolvers<ContextType>;
  CommentProgressPart?: CommentProgressPartResolvers<ContextType>;
  CommentFigures?: CommentFiguresResolvers<ContextType>;
  CommentStatusCount?: CommentStatusCountResolvers<ContextType>;
  OpenCommentCampaignResult?: OpenCommentCampaignResultResolvers<ContextType>;
  ChangeCommentCampaignResult?: ChangeCommentCampaignResultResolvers<ContextType>;
  CommentCampaign?: CommentCampaignResolvers<ContextType>;
  CommentCandidate?: CommentCandidateResolvers<ContextType>;
  CommentCandidateConnection?: CommentCandidateConnectionResolvers<ContextType>;
  CommentCandidateEdge?: CommentCandidateEdgeResolvers<ContextType>;
  CreateCommentListResult?: CreateCommentListResultResolvers<ContextType>;
  SubmitCommentListResult?: SubmitCommentListResultResolvers<ContextType>;
  ApproveCommentListResult?: ApproveCommentListResultResolvers<ContextType>;
  RejectCommentListResult?: RejectCommentListResultResolvers<ContextType>;
  WithdrawCommentListResult?: WithdrawCommentListResultResolvers<ContextType>;
  SendCommentListResult?: SendCommentListResultResolvers<ContextType>;
  DiscardCommentListResult?: DiscardCommentListResultResolvers<ContextType>;
  CommentList?: CommentListResolvers<ContextType>;
  CommentListRow?: CommentListRowResolvers<ContextType>;
  CommentListRowConnection?: CommentListRowConnectionResolvers<ContextType>;
  CommentListRowEdge?: CommentListRowEdgeResolvers<ContextType>;
  CommentResidenceGroup?: CommentResidenceGroupResolvers<ContextType>;
  CommentExemptionRule?: CommentExemptionRuleResolvers<ContextType>;
  CommentListConnection?: CommentListConnectionResolvers<ContextType>;
  CommentListEdge?: CommentListEdgeResolvers<ContextType>;
  AddToCommentListResult?: AddToCommentListResultResolvers<ContextType>;
  RemoveFromCommentListResult?: RemoveFromCommentListResultResolvers<ContextType>;
  ChangeCommentListRowsResult?: ChangeCommentListRowsResultResolvers<ContextType>;
  CommentRowRefusal?: CommentRowRefusalResolvers<ContextType>;
  CommentDelivery?: CommentDeliveryResolvers<ContextType>;
  CommentDeliveryConnection?: CommentDeliveryConnectionResolvers<ContextType>;
  CommentDeliveryEdge?: CommentDeliveryEdgeResolvers<ContextType>;
  ReceiveCommentSheetsResult?: ReceiveCommentSheetsResultResolvers<ContextType>;
  YearEndComments?: YearEndCommentsResolvers<ContextType>;
  YearEndComment?: YearEndCommentResolvers<ContextType>;
  YearEndCommentConnection?: YearEndCommentConnectionResolvers<ContextType>;
  YearEndCommentEdge?: YearEndCommentEdgeResolvers<ContextType>;
  ResidenceMember?: ResidenceMemberResolvers<ContextType>;
  ResidenceMemberConnection?: ResidenceMemberConnectionResolvers<ContextType>;
  ResidenceMemberEdge?: ResidenceMemberEdgeResolvers<ContextType>;
  SelfReport?: SelfReportResolvers<ContextType>;
  SelfReportConnection?: SelfReportConnectionResolvers<ContextType>;
  SelfReportEdge?: SelfReportEdgeResolvers<ContextType>;
  SaveSelfReportResult?: SaveSelfReportResultResolvers<ContextType>;
  SendSelfReportResult?: SendSelfReportResultResolvers<ContextType>;
  EnterSelfReportResult?: EnterSelfReportResultResolvers<ContextType>;
  StartCommentSheetsResult?: StartCommentSheetsResultResolvers<ContextType>;
  SaveCommentSheetsResult?: SaveCommentSheetsResultResolvers<ContextType>;
  SubmitCommentSheetsResult?: SubmitCommentSheetsResultResolvers<ContextType>;
  ReturnCommentSheetResult?: ReturnCommentSheetResultResolvers<ContextType>;
  ApproveCommentSheetsResult?: ApproveCommentSheetsResultResolvers<ContextType>;
  ApproveAllCommentSheetsResult?: ApproveAllCommentSheetsResultResolvers<ContextType>;
  SignAndSendCommentSheetsResult?: SignAndSendCommentSheetsResultResolvers<ContextType>;
  EnterPaperCommentSheetResult?: EnterPaperCommentSheetResultResolvers<ContextType>;
  CorrectCommentSheetResult?: CorrectCommentSheetResultResolvers<ContextType>;
  DropCommentSheetCorrectionResult?: DropCommentSheetCorrectionResultResolvers<ContextType>;
  CommentSheet?: CommentSheetResolvers<ContextType>;
  CommentDocumentVerification?: CommentDocumentVerificationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
