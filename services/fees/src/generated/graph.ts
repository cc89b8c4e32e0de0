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
  /** By which policies dues of a month are divided (trích giữ lại, trích nộp), one a path of unit types and basis. */
  allocationPolicies?: Maybe<Array<AllocationPolicy>>;
  /**
   * Members who left three months of a calendar year unpaid, the latest first: for the branch and its superior to look into, nothing
   * happens by itself. Null when the unit is not in the scope of your capacity.
   */
  arrearsAlerts?: Maybe<ArrearsAlertConnection>;
  /** Dues: who did or read what, in a unit of your scope and below it, newest first. Null for another unit. Reading it leaves a line in it. */
  duesAudit?: Maybe<AuditEntryConnection>;
  /**
   * Lines of the bank's statements of the central account, the latest read first: in one state, or (left out) all that wait for somebody. For
   * officers of finance of the province; null for everybody else.
   */
  bankStatementLines?: Maybe<BankStatementLineConnection>;
  /** One account for retained dues. Null when it is not there, or not yours to see. */
  beneficiaryAccount?: Maybe<BeneficiaryAccount>;
  /** The accounts for retained dues that you declared or that are in your name, the latest first. */
  myBeneficiaryAccounts?: Maybe<BeneficiaryAccountConnection>;
  /**
   * The accounts that wait for your decision: those of the units directly below the one in which you act, the latest first. For
   * who operates the system, those of units with nobody above them.
   */
  waitingBeneficiaryAccounts?: Maybe<BeneficiaryAccountConnection>;
  /**
   * The book of dues (Sổ thu, nộp đảng phí, mẫu S01/ĐP) of a unit up to a month. Null for a unit that is not in your scope, and for a month
   * that is yet to come.
   */
  duesBook?: Maybe<DuesBook>;
  /**
   * The report of dues (Báo cáo thu, nộp đảng phí) of a unit and everything below it, for months of one year. Null for a unit that is not in
   * your scope, for months of two years or out of order, and for what is yet to come.
   */
  duesReport?: Maybe<DuesReport>;
  /** What somebody declared to pay, by its id: your own, one that you decide on, or one of a branch in your scope. Null for everybody else. */
  duesRate?: Maybe<DuesRate>;
  /** Declared rates that wait for the decision of a unit, the longest waiting first. Null for a unit that is not in your scope. */
  waitingDuesRates?: Maybe<DuesRateConnection>;
  /**
   * What the rules say that somebody pays a month, and why: for yourself, or with `memberId` for a member of a branch in your
   * scope. Null when that member is not yours to see.
   */
  proposeDues?: Maybe<ProposeDuesResult>;
  /** How dues of each category are computed in a month; without a month, every rule that was ever entered, also coming ones. */
  duesRateRules?: Maybe<Array<DuesRateRule>>;
  /** The regional minimum wages of a month, by region; without a month, all of them. */
  minimumWages?: Maybe<Array<MinimumWage>>;
  /** The salary above which dues rise no more, in a month; without a month, all of them. */
  contributionCaps?: Maybe<Array<ContributionCap>>;
  /** The normal retirement age in a month, of women and of men; without a month, all of them. */
  retirementAges?: Maybe<Array<RetirementAge>>;
  /**
   * A link to a table of dues of a unit and everything below it, as large as it is: without any person, made row by row while it is
   * downloaded. Analysts get the grassroots organisations and what is above them; charges are not for them. Null when the unit is not in the
   * scope of your capacity.
   */
  duesExport?: Maybe<DuesExport>;
  /**
   * What was posted for a unit and everything below it, the latest day of booking first. Null when the unit is not in the scope of
   * your capacity. What an inspection reads is noted.
   */
  ledgerTransactions?: Maybe<LedgerTransactionConnection>;
  /**
   * The orders that you placed for yourself (Danh sách giao dịch nộp đảng phí), newest first. Those that you placed for a branch
   * belong to the branch: see `duesOrders`.
   */
  myDuesOrders?: Maybe<DuesOrderConnection>;
  /**
   * The orders that a branch placed for its members, over the platform or in notes, newest first. Null when the unit is not in the
   * scope of your capacity.
   */
  duesOrders?: Maybe<DuesOrderConnection>;
  /** An order by its id or by its number: your own, or one of a unit whose dues you may read. Null for everybody else. */
  duesOrder?: Maybe<DuesOrder>;
  /**
   * What was, or will be, paid out to a unit and to everything below it, the latest first. Null for a unit that is not in your
   * scope.
   */
  payouts?: Maybe<PayoutConnection>;
  /** One payout. Null when it is not there, or not in your scope. */
  payout?: Maybe<Payout>;
  /**
   * Reconciliations of a unit and of everything below it, the latest months first. Null for a unit that is not in your scope. They
   * open by themselves in the night after a quarter, half or year has ended.
   */
  reconciliations?: Maybe<ReconciliationConnection>;
  /** One reconciliation. Null when it is not there, or not in your scope. */
  reconciliation?: Maybe<Reconciliation>;
  /**
   * Refunds that wait for people in a unit and everything below it, longest waiting first: to be decided, failed at the platform, or
   * notes that the branch has yet to hand back. Null when the unit is not in the scope of your capacity.
   */
  waitingRefunds?: Maybe<DuesRefundConnection>;
  /** One remittance of cash. Null when it is not there, or not in your scope. */
  remittance?: Maybe<Remittance>;
  /** The member who is signed in; null as long as the account is not active. */
  me?: Maybe<Member>;
  /**
   * Totals of dues of several units at once, in one exact reading: what was paid a moment ago is in them. In the order of the units
   * asked for; a unit that is not in the scope of your capacity is left out.
   */
  duesTotals?: Maybe<Array<DuesTotals>>;
  /** What members want to give beyond the rate and waits for the decision of a unit, the longest waiting first. Null for a unit that is not in your scope. */
  waitingVoluntaryContributions?: Maybe<VoluntaryContributionConnection>;
  /** An exemption, reduction, late or advance payment by its id: your own, one that you decide on, or one of a branch in your scope. Null for everybody else. */
  waiver?: Maybe<Waiver>;
  /** What waits for the decision of a unit, the longest waiting first. Null for a unit that is not in your scope. */
  waitingWaivers?: Maybe<WaiverConnection>;
};


export type QueryAllocationPoliciesArgs = {
  on?: InputMaybe<Scalars['Month']['input']>;
};


export type QueryArrearsAlertsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  year?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDuesAuditArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  memberId?: InputMaybe<Scalars['UUID']['input']>;
  action?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryBankStatementLinesArgs = {
  status?: InputMaybe<StatementLineStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryBeneficiaryAccountArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryMyBeneficiaryAccountsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryWaitingBeneficiaryAccountsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDuesBookArgs = {
  unitId: Scalars['UUID']['input'];
  month: Scalars['Month']['input'];
};


export type QueryDuesReportArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  from: Scalars['Month']['input'];
  through: Scalars['Month']['input'];
};


export type QueryDuesRateArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryWaitingDuesRatesArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProposeDuesArgs = {
  category: DuesCategory;
  month: Scalars['Month']['input'];
  base?: InputMaybe<Scalars['Dong']['input']>;
  baseMonth?: InputMaybe<Scalars['Month']['input']>;
  memberId?: InputMaybe<Scalars['UUID']['input']>;
};


export type QueryDuesRateRulesArgs = {
  on?: InputMaybe<Scalars['Month']['input']>;
};


export type QueryMinimumWagesArgs = {
  on?: InputMaybe<Scalars['Month']['input']>;
};


export type QueryContributionCapsArgs = {
  on?: InputMaybe<Scalars['Month']['input']>;
};


export type QueryRetirementAgesArgs = {
  on?: InputMaybe<Scalars['Month']['input']>;
};


export type QueryDuesExportArgs = {
  unitId: Scalars['UUID']['input'];
  from: Scalars['Month']['input'];
  to: Scalars['Month']['input'];
  rows?: DuesExportRows;
  format?: DuesExportFormat;
};


export type QueryLedgerTransactionsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  kind?: InputMaybe<LedgerKind>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyDuesOrdersArgs = {
  text?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<DuesOrderStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDuesOrdersArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  mode?: InputMaybe<DuesOrderMode>;
  text?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<DuesOrderStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDuesOrderArgs = {
  id?: InputMaybe<Scalars['UUID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPayoutsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  status?: InputMaybe<PayoutStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPayoutArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryReconciliationsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  kind?: InputMaybe<ReconciliationKind>;
  status?: InputMaybe<ReconciliationStatus>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryReconciliationArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryWaitingRefundsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRemittanceArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryDuesTotalsArgs = {
  units: Array<Scalars['UUID']['input']>;
  from: Scalars['Month']['input'];
  to: Scalars['Month']['input'];
  groupBy?: Array<DuesTotalsGroup>;
  axis?: DuesTotalsAxis;
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryWaitingVoluntaryContributionsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryWaiverArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryWaitingWaiversArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /**
   * Enters by which shares dues are divided for one path of unit types, from a coming month on; the policy of the same path and basis
   * before it ends with the month before. For the administrator of the system at the top of the province, with a sign-in not older than
   * 10 minutes. Refused `SHARES_NOT_WHOLE`, and `POLICY_OVERLAPS` for a month that has begun, an id that is taken, or when a later policy
   * is entered already.
   */
  enterAllocationPolicy: EnterAllocationPolicyResult;
  /**
   * Chooses for a unit and everything below it what the rules leave open: on which basis shares are reckoned, and what a branch keeps
   * within the range of the policy. The nearest unit that has chosen counts, the last choice of a unit first; what was divided already
   * stays as it is. With a sign-in not older than 10 minutes. Refused `SHARE_OUT_OF_RANGE` where the policies of these months leave no
   * such choice.
   */
  chooseAllocation: ChooseAllocationResult;
  /**
   * Announces to the members of a branch what they have to pay for a month, arrears of earlier months included: what was only known
   * can be paid from now on, and counts as owed. Once a branch and month; done again it takes in whose dues were made since, and is
   * refused `ALREADY_ANNOUNCED` when there is nobody. After the 10th it is late but counts. Your own branch or one below you.
   */
  announceDues: AnnounceDuesResult;
  /**
   * Reads a statement of the central account in. Each line is compared with orders, payouts, refunds and remittances by the numbers in its
   * reference and content; what does not fit is flagged. Statements come every night by themselves. Needs a sign-in not older than 10 minutes.
   */
  importBankStatement: ImportBankStatementResult;
  /** Settles a flagged line (Xử lý), with the reason. Needs a sign-in not older than 10 minutes. */
  resolveStatementLine: ResolveStatementLineResult;
  /**
   * Declares the account to which the retained dues of a unit shall go (khai báo tài khoản nhận phần trích giữ lại). By leaders for units in
   * their scope, by an administrator for those below the own one, by a member for the own branch and by an applicant for the branch
   * they ask to join, both in their own name. It waits for the leaders of the direct superior.
   */
  declareBeneficiaryAccount: DeclareBeneficiaryAccountResult;
  /**
   * Lets retained dues go to this account (Duyệt); the one in use until now ends, and what waited for an account is released. Only by the
   * direct superior, never by who declared or holds it or holds an office in the unit, and with a sign-in not older than 10 minutes.
   */
  approveBeneficiaryAccount: ApproveBeneficiaryAccountResult;
  /** Declines an account (Từ chối), with the reason. */
  rejectBeneficiaryAccount: RejectBeneficiaryAccountResult;
  /**
   * Ends an account (Kết thúc sử dụng): one that waits, by who declared it, its holder or a leader of the unit; one in use, also by the
   * direct superior. What is not yet instructed to the bank waits for another account.
   */
  endBeneficiaryAccount: EndBeneficiaryAccountResult;
  /**
   * Records notes that members handed to the branch (Nộp tiền mặt qua chi bộ): their oldest months, as many as each of them paid. The
   * charges are locked until somebody else confirms. For whoever collects for the branch.
   */
  recordCash: RecordCashResult;
  /**
   * Confirms that the notes of an order are there (Xác nhận đã thu tiền mặt): its charges are paid, and what the levels above
   * receive waits to be remitted. For somebody who collects for the branch and has not recorded them, nor owes any of it, with a sign-in
   * not older than 10 minutes.
   */
  confirmCash: ConfirmCashResult;
  /** Takes back a record of notes that is not confirmed yet, with a reason (Rút ghi nhận tiền mặt): its charges are free again. */
  withdrawCash: WithdrawCashResult;
  /**
   * Declares what you want to pay a month from a month on. It waits for the leaders of your branch, or for those of the direct superior when
   * you lead it; what was approved before holds meanwhile. What lies above the prescribed rate is kept as a voluntary part, on which the
   * direct superior decides. Refused `RATE_PENDING` while another waits, `BASE_REQUIRED` without an income, `AMOUNT_OUT_OF_BAND`.
   */
  declareDuesRate: DeclareDuesRateResult;
  /**
   * Approves a declared rate (Duyệt): it holds from its month on. Charges of months gone by follow: open ones get the new amount, of paid ones
   * the difference is charged beside them or set against what comes next. Refused `BELOW_RATE` without a reason for less than is prescribed,
   * `OWN_CASE` for one's own. Needs a sign-in not older than 10 minutes.
   */
  approveDuesRate: ApproveDuesRateResult;
  /** Declines a declared rate (Từ chối) with the reason that the member reads; what held before holds. For the same people as `approveDuesRate`. */
  rejectDuesRate: RejectDuesRateResult;
  /** Takes back what you have declared, while it waits (Rút đề nghị). */
  withdrawDuesRate: WithdrawDuesRateResult;
  /**
   * Enters how dues of a category are computed from a coming month on; the rule before ends with the month before. For the
   * administrator of the system at the top of the province, with a sign-in not older than 10 minutes. Refused `POLICY_OVERLAPS` for a
   * month that has begun, or when a later rule is entered already.
   */
  setRateRule: SetRateRuleResult;
  /** Enters the minimum wage of a region from a coming month on. For the same people, and refused for the same reasons, as `setRateRule`. */
  setMinimumWage: SetMinimumWageResult;
  /** Enters the ceiling of the social-insurance salary from a coming month on. For the same people, and refused for the same reasons, as `setRateRule`. */
  setContributionCap: SetContributionCapResult;
  /**
   * Announces a file for a matter of dues: the scan of a request on paper, or what proves its ground. Refused: FILE_NAME_INVALID,
   * FILE_TYPE_NOT_ALLOWED, FILE_TOO_LARGE, FILE_CLASSIFIED, RATE_LIMITED.
   */
  prepareDuesUpload: PrepareUploadResult;
  /**
   * Places an order for your own dues (Đảng viên nộp đảng phí): the oldest months first, as `MemberDues.bill` shows them. Nobody else
   * can pay these charges until the order ends; it waits 24 hours for its money. Go on with `openCheckout`. The idempotency key is
   * kept as long as the order.
   */
  payDues: PayDuesResult;
  /**
   * Places one order for members of a branch (Nộp đảng phí cho chi bộ), arrears included, as `OrgUnit.branchBill` shows them: for the
   * whole branch or for some. Go on with `openCheckout`. For whoever collects for the branch.
   */
  payForBranch: PayForBranchResult;
  /**
   * Opens the payment page of an order (Thanh toán): send the payer to its `checkoutUrl`. Called again, the same page. Refused
   * `PLATFORM_UNAVAILABLE` while the platform does not answer: the order stays, and you may try again. For who may pay the order.
   */
  openCheckout: OpenCheckoutResult;
  /**
   * Gives an order up (Hủy giao dịch): its charges are free again. Once the payment page is open, only as long as the platform says
   * that nobody has begun to pay. For who may pay the order.
   */
  cancelDuesOrder: CancelDuesOrderResult;
  /** Keeps a payout back that the bank was not told of (Tạm giữ), with the reason. Needs a sign-in not older than 10 minutes. */
  holdPayout: HoldPayoutResult;
  /**
   * Lets a held payout go (Thôi tạm giữ); it leaves within minutes. What is held because the unit has no account is released by the
   * approval of one. Needs a sign-in not older than 10 minutes.
   */
  releasePayout: ReleasePayoutResult;
  /** Sends a payout again that the bank refused (Chuyển lại). Needs a sign-in not older than 10 minutes. */
  retryPayout: RetryPayoutResult;
  /**
   * Sets every how many days a unit is paid; it holds for everything below that has none of its own. Without any, every day. Needs a
   * sign-in not older than 10 minutes.
   */
  setPayoutInterval: SetPayoutIntervalResult;
  /**
   * Signs the minutes of a closed reconciliation digitally (Ký số biên bản): an officer of the unit first, then one of its superior, who is
   * somebody else and whose document carries the hash of the first. With a sign-in not older than 10 minutes and a registered certificate.
   */
  signReconciliation: SignReconciliationResult;
  /**
   * Opens the reconciliation of a period that is over for a unit directly below the one in which you act: before the night does it, or for
   * months of long ago. Answers the one that is there already.
   */
  openReconciliation: OpenReconciliationResult;
  /**
   * The unit agrees with the figures (Xác nhận khớp số liệu), acting for that very unit with a sign-in not older than 10 minutes. They are
   * computed anew first: when they changed since you read them, `VERSION_CONFLICT`, and the new ones stand there.
   */
  confirmReconciliation: ConfirmReconciliationResult;
  /**
   * Reports another figure (Báo chênh lệch), the amount that it should be, and why: the unit before it has confirmed, its superior
   * afterwards. A finance officer above the unit adjusts or upholds the figures.
   */
  disputeReconciliation: DisputeReconciliationResult;
  /**
   * The superior agrees as well (Chốt số liệu), acting for the very unit above, not the person who confirmed, with a sign-in not older
   * than 10 minutes. The figures stand for good, and there are minutes.
   */
  closeReconciliation: CloseReconciliationResult;
  /**
   * Proposes to move shares between units (Lập điều chỉnh), only the superior and units below it, at most 20 moves. Nothing is posted
   * before a second officer has approved.
   */
  adjustReconciliation: AdjustReconciliationResult;
  /**
   * Posts the adjustment that waits (Duyệt điều chỉnh): not the person who proposed it, with a sign-in not older than 10 minutes. The
   * figures are computed anew, and the unit confirms again.
   */
  approveReconciliationAdjustment: ApproveReconciliationAdjustmentResult;
  /** Does not post the adjustment that waits (Không duyệt điều chỉnh), with the reason. */
  rejectReconciliationAdjustment: RejectReconciliationAdjustmentResult;
  /**
   * The figures stand as they are (Giữ nguyên số liệu), with the reason; the unit confirms again. With a sign-in not older than 10
   * minutes.
   */
  upholdReconciliation: UpholdReconciliationResult;
  /**
   * Asks that a payment in error be given back (Đề nghị hoàn tiền), with a reason: somebody else decides. Once approved, its charges are
   * owed again.
   */
  requestRefund: RequestRefundResult;
  /**
   * Approves a refund (Duyệt hoàn tiền): the payment is reversed at once, and the platform is told to give the money back. For somebody
   * else than who asked for it or paid, with a sign-in not older than 10 minutes. Money that came twice needs this as well.
   */
  approveRefund: ApproveRefundResult;
  /** Declines a refund (Từ chối hoàn tiền) with a reason. For the same people as `approveRefund`, with the same fresh sign-in. */
  rejectRefund: RejectRefundResult;
  /** Asks again for a refund of money that came twice and was declined (Đề nghị lại): it is owed back whatever was decided. */
  reopenRefund: ReopenRefundResult;
  /** Tells the platform once more to give money back that it could not (Gửi lại lệnh hoàn tiền). Needs a sign-in not older than 10 minutes. */
  retryRefund: RetryRefundResult;
  /**
   * Confirms that notes were handed back to who had paid them (Xác nhận đã trả lại tiền mặt). For whoever collects for the branch, with a
   * sign-in not older than 10 minutes.
   */
  confirmCashReturned: ConfirmCashReturnedResult;
  /**
   * Declares that a branch carries all the cash it holds of dues to the central account (nộp tiền mặt về tài khoản tập trung). The amount is
   * exact; the number of the remittance goes into the content of the bank transfer, by which the bank's statement confirms it.
   */
  declareRemittance: DeclareRemittanceResult;
  /**
   * Confirms that the money of a remittance has arrived, where the bank's statement did not. Not by who declared it, and with a sign-in not
   * older than 10 minutes.
   */
  confirmRemittance: ConfirmRemittanceResult;
  /** Takes a declaration back (Rút khai báo), with the reason: the cash stays with the branch. */
  withdrawRemittance: WithdrawRemittanceResult;
  /**
   * Agrees to what a member gives beyond the rate (QĐ 01-QĐ/TW): it is charged from its month on, and never owed. For the leaders of the direct
   * superior of the branch, with a sign-in not older than 10 minutes; never for one's own.
   */
  approveVoluntaryContribution: ApproveVoluntaryContributionResult;
  /** Does not agree to it, with the reason that the member reads; the rate holds without it. For the same people. */
  rejectVoluntaryContribution: RejectVoluntaryContributionResult;
  /** Ends what you give beyond the rate: what is not paid of it yet is asked for no more. */
  endVoluntaryContribution: EndVoluntaryContributionResult;
  /**
   * Asks for exemption, reduction, late or advance payment of your dues. The committee above your branch decides, a grassroots branch itself.
   * Refused `WAIVER_TOO_LONG` for hardship of more than 12 months and beyond the exemption from activity, `REQUEST_REQUIRED` without the
   * written request, `WAIVER_NOT_ENTITLED` before 50 full years in the Party, `RATE_PENDING` while the same waits, `WAIVER_OVERLAPS`.
   */
  requestWaiver: RequestWaiverResult;
  /**
   * Enters what a member of your branch asked for on paper, with its scans; somebody else decides on it. Refused for the same reasons as
   * `requestWaiver`, and `SCAN_REQUIRED` without a scan.
   */
  enterWaiver: EnterWaiverResult;
  /**
   * Grants it: what is charged and not paid in its months is waived, reduced or may be paid late at once; what is charged later heeds it.
   * Never for one's own, nor by who entered it (`SECOND_PERSON_REQUIRED`). Needs a sign-in not older than 10 minutes.
   */
  approveWaiver: ApproveWaiverResult;
  /** Declines it with the reason that the member reads. For the same people, with the same fresh sign-in. */
  rejectWaiver: RejectWaiverResult;
  /** Takes back what you have asked for, while it waits. */
  withdrawWaiver: WithdrawWaiverResult;
  /** Ends it early: it holds no more from a coming month on. For who decided, with a reason and a fresh sign-in. Refused `NOT_YET` for a month that has begun: what was waived stays so. */
  endWaiver: EndWaiverResult;
};


export type MutationEnterAllocationPolicyArgs = {
  input: EnterAllocationPolicyInput;
};


export type MutationChooseAllocationArgs = {
  input: ChooseAllocationInput;
};


export type MutationAnnounceDuesArgs = {
  input: AnnounceDuesInput;
};


export type MutationImportBankStatementArgs = {
  input: ImportBankStatementInput;
};


export type MutationResolveStatementLineArgs = {
  input: ResolveStatementLineInput;
};


export type MutationDeclareBeneficiaryAccountArgs = {
  input: DeclareBeneficiaryAccountInput;
};


export type MutationApproveBeneficiaryAccountArgs = {
  input: ApproveBeneficiaryAccountInput;
};


export type MutationRejectBeneficiaryAccountArgs = {
  input: RejectBeneficiaryAccountInput;
};


export type MutationEndBeneficiaryAccountArgs = {
  input: EndBeneficiaryAccountInput;
};


export type MutationRecordCashArgs = {
  input: RecordCashInput;
};


export type MutationConfirmCashArgs = {
  input: ConfirmCashInput;
};


export type MutationWithdrawCashArgs = {
  input: WithdrawCashInput;
};


export type MutationDeclareDuesRateArgs = {
  input: DeclareDuesRateInput;
};


export type MutationApproveDuesRateArgs = {
  input: ApproveDuesRateInput;
};


export type MutationRejectDuesRateArgs = {
  input: RejectDuesRateInput;
};


export type MutationWithdrawDuesRateArgs = {
  input: WithdrawDuesRateInput;
};


export type MutationSetRateRuleArgs = {
  input: SetRateRuleInput;
};


export type MutationSetMinimumWageArgs = {
  input: SetMinimumWageInput;
};


export type MutationSetContributionCapArgs = {
  input: SetContributionCapInput;
};


export type MutationPrepareDuesUploadArgs = {
  input: PrepareUploadInput;
};


export type MutationPayDuesArgs = {
  input: PayDuesInput;
};


export type MutationPayForBranchArgs = {
  input: PayForBranchInput;
};


export type MutationOpenCheckoutArgs = {
  input: OpenCheckoutInput;
};


export type MutationCancelDuesOrderArgs = {
  input: CancelDuesOrderInput;
};


export type MutationHoldPayoutArgs = {
  input: HoldPayoutInput;
};


export type MutationReleasePayoutArgs = {
  input: ReleasePayoutInput;
};


export type MutationRetryPayoutArgs = {
  input: RetryPayoutInput;
};


export type MutationSetPayoutIntervalArgs = {
  input: SetPayoutIntervalInput;
};


export type MutationSignReconciliationArgs = {
  input: SignReconciliationInput;
};


export type MutationOpenReconciliationArgs = {
  input: OpenReconciliationInput;
};


export type MutationConfirmReconciliationArgs = {
  input: ConfirmReconciliationInput;
};


export type MutationDisputeReconciliationArgs = {
  input: DisputeReconciliationInput;
};


export type MutationCloseReconciliationArgs = {
  input: CloseReconciliationInput;
};


export type MutationAdjustReconciliationArgs = {
  input: AdjustReconciliationInput;
};


export type MutationApproveReconciliationAdjustmentArgs = {
  input: ApproveReconciliationAdjustmentInput;
};


export type MutationRejectReconciliationAdjustmentArgs = {
  input: RejectReconciliationAdjustmentInput;
};


export type MutationUpholdReconciliationArgs = {
  input: UpholdReconciliationInput;
};


export type MutationRequestRefundArgs = {
  input: RequestRefundInput;
};


export type MutationApproveRefundArgs = {
  input: ApproveRefundInput;
};


export type MutationRejectRefundArgs = {
  input: RejectRefundInput;
};


export type MutationReopenRefundArgs = {
  input: ReopenRefundInput;
};


export type MutationRetryRefundArgs = {
  input: RetryRefundInput;
};


export type MutationConfirmCashReturnedArgs = {
  input: ConfirmCashReturnedInput;
};


export type MutationDeclareRemittanceArgs = {
  input: DeclareRemittanceInput;
};


export type MutationConfirmRemittanceArgs = {
  input: ConfirmRemittanceInput;
};


export type MutationWithdrawRemittanceArgs = {
  input: WithdrawRemittanceInput;
};


export type MutationApproveVoluntaryContributionArgs = {
  input: ApproveVoluntaryContributionInput;
};


export type MutationRejectVoluntaryContributionArgs = {
  input: RejectVoluntaryContributionInput;
};


export type MutationEndVoluntaryContributionArgs = {
  input: EndVoluntaryContributionInput;
};


export type MutationRequestWaiverArgs = {
  input: RequestWaiverInput;
};


export type MutationEnterWaiverArgs = {
  input: EnterWaiverInput;
};


export type MutationApproveWaiverArgs = {
  input: ApproveWaiverInput;
};


export type MutationRejectWaiverArgs = {
  input: RejectWaiverInput;
};


export type MutationWithdrawWaiverArgs = {
  input: WithdrawWaiverInput;
};


export type MutationEndWaiverArgs = {
  input: EndWaiverInput;
};

/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnit = {
  /** What this unit has chosen for itself and everything below it, the last choice first. Null when the unit is not in your scope. */
  allocationChoices?: Maybe<Array<AllocationChoice>>;
  /**
   * What this branch has announced for a month, and what it would announce now to those who have not been told: the sheet to look at
   * before `announceDues`. Null when the unit is not in the scope of your capacity.
   */
  duesAnnouncement?: Maybe<DuesAnnouncement>;
  /**
   * The branches in this unit and below it in which members wait for the announcement of a month, in the order of their ids. Null when
   * the unit is not in the scope of your capacity.
   */
  unannouncedBranches?: Maybe<BranchToAnnounceConnection>;
  /**
   * Who has months overdue in this unit and below it, in the order of branches and members. What is deferred, waived or being paid is not
   * among them. Null when the unit is not in the scope of your capacity.
   */
  arrears?: Maybe<MemberArrearsConnection>;
  /**
   * The account to which the unit's retained dues go now; null when none is approved, or when the unit is not in the scope of your
   * capacity.
   */
  beneficiaryAccount?: Maybe<BeneficiaryAccount>;
  /** Every account for retained dues that was ever declared for the unit, the latest first. Null when it is not in the scope of your capacity. */
  beneficiaryAccounts?: Maybe<BeneficiaryAccountConnection>;
  /**
   * What the members of a branch can pay up to a month, arrears included (Nộp đảng phí cho chi bộ), and who cannot be chosen and why.
   * Null when the unit is not in the scope of your capacity.
   */
  branchBill?: Maybe<BranchDuesBill>;
  /** The id of the unit. */
  id: Scalars['UUID']['output'];
  /**
   * The charges of a month in this unit and everything below it, ordered by branch and member: the desk of the branch
   * secretary or the collector. Null when the unit is not in the scope of your capacity.
   */
  duesCharges?: Maybe<DuesChargeConnection>;
  /** What the unit retains of dues: what waits, what is under way, what has arrived. Null when it is not in the scope of your capacity. */
  retainedDues?: Maybe<RetainedDues>;
  /** What the branch holds of dues in notes and owes to the units above. Null when it is not in the scope of your capacity. */
  cashToRemit?: Maybe<CashToRemit>;
  /** The remittances of cash of the unit and of everything below it, the latest first. Null when it is not in the scope of your capacity. */
  remittances?: Maybe<RemittanceConnection>;
  /** Totals of dues of this unit and everything below it (see `Query.duesTotals`). Null when the unit is not in the scope of your capacity. */
  duesTotals?: Maybe<DuesTotals>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitDuesAnnouncementArgs = {
  month: Scalars['Month']['input'];
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitUnannouncedBranchesArgs = {
  month: Scalars['Month']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitArrearsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitBeneficiaryAccountsArgs = {
  status?: InputMaybe<BeneficiaryAccountStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitBranchBillArgs = {
  memberIds?: InputMaybe<Array<Scalars['UUID']['input']>>;
  throughMonth?: InputMaybe<Scalars['Month']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitDuesChargesArgs = {
  period: Scalars['Month']['input'];
  status?: InputMaybe<DuesChargeStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitRemittancesArgs = {
  status?: InputMaybe<RemittanceStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitDuesTotalsArgs = {
  from: Scalars['Month']['input'];
  to: Scalars['Month']['input'];
  groupBy?: Array<DuesTotalsGroup>;
  axis?: DuesTotalsAxis;
  asOf?: InputMaybe<Scalars['Date']['input']>;
};

/** An order to pay dues: a transaction (giao dịch nộp đảng phí) of one or many charges. */
export type DuesOrder = {
  /** Where the money of this order goes or went: what each unit gets of it, the nearest to the member first. */
  allocation: Array<UnitAmount>;
  /** The id of the order. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Số giao dịch, such as `G22.99.DP-05200044002-250528-0001`. */
  number: Scalars['String']['output'];
  /** The branch that pays, or that charges the payer. */
  unit: OrgUnit;
  /** Who pays for whom, and how. */
  mode: DuesOrderMode;
  /** Hình thức nộp, in words. */
  formLabel: Scalars['String']['output'];
  /** Where the order stands. */
  status: DuesOrderStatus;
  /** The member who placed it; null when you may not see them. */
  payer?: Maybe<Member>;
  /** What is to be paid. */
  total: Scalars['Dong']['output'];
  /** The same in words, such as `Sáu mươi nghìn đồng`. */
  totalInWords: Scalars['String']['output'];
  /** How many charges it pays. */
  lineCount: Scalars['Int']['output'];
  /** Of how many members. */
  memberCount: Scalars['Int']['output'];
  /** For which months, oldest first. */
  months: Array<Scalars['Month']['output']>;
  /** The charges, oldest month first. */
  lines: DuesOrderLineConnection;
  /** Ngày giao dịch: when it was placed. */
  initiatedAt: Scalars['DateTime']['output'];
  /** Until when its money is waited for. */
  dueAt: Scalars['DateTime']['output'];
  /** Is it still open after that? */
  overdue: Scalars['Boolean']['output'];
  /** The payment page that is open for it; null for who may not pay it, and when it is not under way. */
  checkoutUrl?: Maybe<Scalars['String']['output']>;
  /** With what it was paid; null as long as it is not. */
  method?: Maybe<DuesPaymentMethod>;
  /** When it was paid, by the clock of the platform; of notes, when they were confirmed. */
  paidAt?: Maybe<Scalars['DateTime']['output']>;
  /** The day on which it was paid, in Việt Nam. */
  paidOn?: Maybe<Scalars['Date']['output']>;
  /** The success came after the order had ended, and was taken because its charges were still unpaid. */
  paidLate: Scalars['Boolean']['output'];
  /** The clock of the platform was more than a day off ours: look at the day of payment. */
  clockDiffers: Scalars['Boolean']['output'];
  /** The reference of the payment at the platform; covered for inspection. */
  providerRef?: Maybe<Scalars['String']['output']>;
  /** Why it ended unpaid. */
  failure?: Maybe<Scalars['String']['output']>;
  /** Who recorded the notes; null for orders over the platform. */
  recordedBy?: Maybe<Scalars['String']['output']>;
  /** Who confirmed the notes; null for orders over the platform. */
  confirmedBy?: Maybe<Scalars['String']['output']>;
  /**
   * What can be done in the present state, and whether you may do it now. The codes, and the mutation that does each: `PAY` openCheckout,
   * `CANCEL` cancelDuesOrder, `CONFIRM_CASH` confirmCash, `WITHDRAW_CASH` withdrawCash.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
  /**
   * The receipts of a paid order: `Biên lai từ hệ thống DVC` and `Biên lai từ hệ thống thanh toán quốc gia`, or that of notes handed
   * to the branch. Empty as long as it is not paid; of a refunded order they stay, and verifying them says so.
   */
  receipts: Array<DuesReceipt>;
  /** Money of this order that goes back, the first one first. */
  refunds: Array<DuesRefund>;
};


/** An order to pay dues: a transaction (giao dịch nộp đảng phí) of one or many charges. */
export type DuesOrderLinesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One charge in an order. */
export type DuesOrderLine = {
  /** How this charge is divided, step by step. */
  allocation: ChargeAllocation;
  /** Its place in the order, from 1. */
  line: Scalars['Int']['output'];
  /** Whose charge it is; null when you may not see them. */
  member?: Maybe<Member>;
  /** The month that it is for. */
  month: Scalars['Month']['output'];
  /** What kind of charge it is. */
  origin: DuesChargeOrigin;
  /** The branch that charges it. */
  branch: OrgUnit;
  /** The amount. */
  amount: Scalars['Dong']['output'];
};

/** How a member stands with their dues, and who charges them. */
export type MemberDues = {
  /** Where your dues went: what each unit has got of the months that you paid, the nearest to you first. */
  whereItWent: Array<UnitAmount>;
  /**
   * What you would pay now (Đảng viên nộp đảng phí): the oldest months first, each charge with why it is owed. Without `months`:
   * everything that can be paid. A bill without lines: nothing can be paid.
   */
  bill: DuesBill;
  /** What was paid of your dues, by you or by the branch, newest first; what was given back stays and says so. */
  payments: DuesPaymentConnection;
  /** What is due for a month and why: the rule, the decision, what was paid too much, what comes beside it. For months to come, by what is known now. */
  calculation: DuesCalculation;
  /** Everything that was declared or approved to be paid a month, the latest month first. */
  rates: Array<DuesRate>;
  /** What is declared and waits for a decision; null when nothing does. */
  pendingRate?: Maybe<DuesRate>;
  /** What the member pays this month, or from the next month for which a rate is approved; null when none is. */
  monthlyAmount?: Maybe<Scalars['Dong']['output']>;
  /** The branch that charges until further notice; null while a letter of introduction is under way. */
  chargedBy?: Maybe<OrgUnit>;
  /** The month from which that branch charges. */
  chargedFrom?: Maybe<Scalars['Month']['output']>;
  /** Who has charged in which months, oldest first. */
  chargings: Array<DuesCharging>;
  /** The month up to which everything is settled; null when nothing ever was. */
  paidThrough?: Maybe<Scalars['Month']['output']>;
  /** The months that are announced and still owed, oldest first. */
  openMonths: Array<Scalars['Month']['output']>;
  /** The months whose amount is known but which the branch has not announced yet, oldest first. */
  draftMonths: Array<Scalars['Month']['output']>;
  /** What is owed for the announced months, a voluntary part included. */
  outstanding: Scalars['Dong']['output'];
  /** The charges, newest month first. */
  charges: DuesChargeConnection;
  /** What the member gives, gave or wants to give beyond the rate, the latest month first. */
  voluntaryContributions: Array<VoluntaryContribution>;
  /** What was asked for or granted of exemption, reduction, late and advance payment, the latest month first. */
  waivers: Array<Waiver>;
};


/** How a member stands with their dues, and who charges them. */
export type MemberDuesWhereItWentArgs = {
  from?: InputMaybe<Scalars['Month']['input']>;
  through?: InputMaybe<Scalars['Month']['input']>;
};


/** How a member stands with their dues, and who charges them. */
export type MemberDuesBillArgs = {
  months?: InputMaybe<Scalars['Int']['input']>;
};


/** How a member stands with their dues, and who charges them. */
export type MemberDuesPaymentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** How a member stands with their dues, and who charges them. */
export type MemberDuesCalculationArgs = {
  month: Scalars['Month']['input'];
};


/** How a member stands with their dues, and who charges them. */
export type MemberDuesChargesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A unit and what it gets. */
export type UnitAmount = {
  /** The unit. */
  unit: OrgUnit;
  /** The amount. */
  amount: Scalars['Dong']['output'];
};

/** On what a share was decided. */
export type AllocationBasis =
  /** Theo số nhận được — each level keeps a part of what reaches it. */
  | 'OF_RECEIVED'
  /** Theo tổng số thu — the parts are of the whole amount. */
  | 'OF_COLLECTED';

/** By which shares dues are divided, for one path of unit types, in some months. */
export type AllocationPolicy = {
  /** The id, which order lines name: `QD01_DEFAULT`. */
  id: Scalars['String']['output'];
  /** The first month in which it holds. */
  from: Scalars['Month']['output'];
  /** The last month; null until further notice. */
  through?: Maybe<Scalars['Month']['output']>;
  /** On what the shares were decided. */
  basis: AllocationBasis;
  /** The shares from the branch upwards, 10,000 in all. */
  levels: Array<AllocationLevel>;
  /** Of several policies for one path: is this the one that holds where nobody has chosen? */
  isUsual: Scalars['Boolean']['output'];
  /** Are the shares confirmed by the text of the rule? If not, they are to be confirmed. */
  isConfirmed: Scalars['Boolean']['output'];
  /** The least that a branch may keep by choice, in basis points; null: nothing is left to choose. */
  leastBranchBps?: Maybe<Scalars['Int']['output']>;
  /** The most that a branch may keep by choice, in basis points. */
  mostBranchBps?: Maybe<Scalars['Int']['output']>;
  /** The rule on which it rests. */
  source: Scalars['String']['output'];
  /** How the shares follow from the rule (Vietnamese). */
  derivation: Scalars['String']['output'];
};

/** One level of a policy. */
export type AllocationLevel = {
  /** The type of the unit, such as `BRANCH`. */
  unitType: Scalars['String']['output'];
  /** Its share in basis points of the whole amount: 7000 is 70 %. */
  bps: Scalars['Int']['output'];
};

/** What a unit has chosen of what the rules leave open. */
export type AllocationChoice = {
  /** The id of the choice. */
  id: Scalars['UUID']['output'];
  /** The unit for which, and below which, it holds. */
  unit: OrgUnit;
  /** The first month. */
  from: Scalars['Month']['output'];
  /** The last month; null until further notice. */
  through?: Maybe<Scalars['Month']['output']>;
  /** The basis; null: not chosen. */
  basis?: Maybe<AllocationBasis>;
  /** What a branch keeps, in basis points; null: not chosen. */
  branchBps?: Maybe<Scalars['Int']['output']>;
  /** On what decision it rests. */
  reason: Scalars['String']['output'];
  /** Who entered it. */
  chosenBy: Scalars['String']['output'];
  /** On which day. */
  chosenOn: Scalars['Date']['output'];
};

/** How a charge is divided. */
export type ChargeAllocation = {
  /** The policy of the month of the charge. */
  policy: AllocationPolicy;
  /** What the branch keeps by choice instead of the share of the policy, in basis points; null when nobody has chosen. */
  chosenBranchBps?: Maybe<Scalars['Int']['output']>;
  /** The amount that is divided. */
  amount: Scalars['Dong']['output'];
  /** How many đồng were left over after every share was rounded down. */
  leftOver: Scalars['Int']['output'];
  /** What each unit gets, the nearest to the member first; the amounts make the whole. */
  shares: Array<AllocationShare>;
};

/** What one unit gets of a charge, and how that comes about. */
export type AllocationShare = {
  /** The unit. */
  unit: OrgUnit;
  /** Its share in basis points of the whole amount. */
  bps: Scalars['Int']['output'];
  /** The exact share, such as `81572.4`. */
  exact: Scalars['String']['output'];
  /** The share rounded down. */
  floor: Scalars['Dong']['output'];
  /** How many of the đồng left over it gets: 0 or 1. */
  extra: Scalars['Int']['output'];
  /** What it gets. */
  amount: Scalars['Dong']['output'];
  /** Why it gets a đồng more, or does not (Vietnamese). */
  why: Scalars['String']['output'];
};

/** A policy to be entered. */
export type EnterAllocationPolicyInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** Its id: capital letters, digits and `_`, 3 to 40 characters. */
  id: Scalars['String']['input'];
  /** The first month in which it holds. */
  fromMonth: Scalars['Month']['input'];
  /** On what the shares were decided. */
  basis: AllocationBasis;
  /** The shares from the branch upwards; 2 to 8 levels, 10,000 in all. */
  levels: Array<AllocationLevelInput>;
  /** Are the shares confirmed by the text of the rule? */
  isConfirmed: Scalars['Boolean']['input'];
  /** The least that a branch may keep by choice, in basis points; null: nothing is left to choose. */
  leastBranchBps?: InputMaybe<Scalars['Int']['input']>;
  /** The most that a branch may keep by choice, in basis points. */
  mostBranchBps?: InputMaybe<Scalars['Int']['input']>;
  /** The rule on which it rests. */
  source: Scalars['String']['input'];
  /** How the shares follow from the rule. */
  derivation: Scalars['String']['input'];
};

/** One level of a policy to be entered. */
export type AllocationLevelInput = {
  /** The type of the unit, such as `BRANCH`; a `SUB_COMMITTEE` never has a share. */
  unitType: Scalars['String']['input'];
  /** Its share in basis points. */
  bps: Scalars['Int']['input'];
};

/** What came of it. */
export type EnterAllocationPolicyResult = {
  /** The policy; null when it was refused. */
  policy?: Maybe<AllocationPolicy>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A choice for a unit. */
export type ChooseAllocationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The unit for which, and below which, it shall hold. */
  unitId: Scalars['UUID']['input'];
  /** The first month of dues for which it shall hold; it may lie in the past, for arrears of that time. */
  fromMonth: Scalars['Month']['input'];
  /** The last month; null until further notice. */
  throughMonth?: InputMaybe<Scalars['Month']['input']>;
  /** The basis; null: not chosen. */
  basis?: InputMaybe<AllocationBasis>;
  /** What a branch keeps, in basis points; null: not chosen. */
  branchBps?: InputMaybe<Scalars['Int']['input']>;
  /** On what decision it rests. */
  reason: Scalars['String']['input'];
};

/** What came of it. */
export type ChooseAllocationResult = {
  /** The choice; null when it was refused. */
  choice?: Maybe<AllocationChoice>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which branch announces which month. */
export type AnnounceDuesInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The branch, your own or one below. */
  branchId: Scalars['UUID']['input'];
  /** The month; it must have begun. */
  month: Scalars['Month']['input'];
};

/** What announcing led to: one of the two is null. */
export type AnnounceDuesResult = {
  /** The announcement as it stands now. */
  announcement?: Maybe<DuesAnnouncement>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What a branch announces to its members for a month, or would announce now. */
export type DuesAnnouncement = {
  /** The id of the announcement; null as long as the month is not announced. */
  id?: Maybe<Scalars['UUID']['output']>;
  /** The branch. */
  branch: OrgUnit;
  /** The month. */
  month: Scalars['Month']['output'];
  /** Until when members are asked to pay: the 10th, or when announced later the last day of the month; of a month gone by, the day of the announcement. */
  dueOn: Scalars['Date']['output'];
  /** The day on which it was announced; null when it was not. */
  announcedOn?: Maybe<Scalars['Date']['output']>;
  /** Whether it was announced, or would be today, after the 10th of its month. */
  isLate: Scalars['Boolean']['output'];
  /** The name of who announced it; null when it was not announced. */
  announcedBy?: Maybe<Scalars['String']['output']>;
  /** In which position they did. */
  announcedByTitle?: Maybe<Scalars['String']['output']>;
  /** How many members have something to pay. */
  members: Scalars['Int']['output'];
  /** How many of them are not told yet: nobody when all is announced. */
  membersWaiting: Scalars['Int']['output'];
  /** What is to be paid for the month itself. */
  amount: Scalars['Dong']['output'];
  /** What was left of earlier months. */
  arrears: Scalars['Dong']['output'];
  /** Both together. */
  total: Scalars['Dong']['output'];
  /** Who has to pay what, by given name, then by the rest of the name. */
  lines: DuesAnnouncementLineConnection;
};


/** What a branch announces to its members for a month, or would announce now. */
export type DuesAnnouncementLinesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of what members have to pay. */
export type DuesAnnouncementLineConnection = {
  /** The rows of this page. */
  edges: Array<DuesAnnouncementLineEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A member's line and its place in the list. */
export type DuesAnnouncementLineEdge = {
  /** The line. */
  node: DuesAnnouncementLine;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What one member has to pay. What may be paid later by decision is not asked for. */
export type DuesAnnouncementLine = {
  /** The member; what you may read of them is for each service to say. */
  member?: Maybe<Member>;
  /** For the month itself. */
  amount: Scalars['Dong']['output'];
  /** For earlier months. */
  arrears: Scalars['Dong']['output'];
  /** Both together. */
  total: Scalars['Dong']['output'];
  /** Whether the member was told; of who was, the figures are those of that day. */
  isAnnounced: Scalars['Boolean']['output'];
};

/** A branch that has not announced the dues of a month. */
export type BranchToAnnounce = {
  /** The branch. */
  branch: OrgUnit;
  /** How many members wait for the announcement. */
  members: Scalars['Int']['output'];
  /** What they will have to pay for the month. */
  amount: Scalars['Dong']['output'];
};

/** A page of branches that have not announced. */
export type BranchToAnnounceConnection = {
  /** The rows of this page. */
  edges: Array<BranchToAnnounceEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A branch and its place in the list. */
export type BranchToAnnounceEdge = {
  /** The branch. */
  node: BranchToAnnounce;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What a member has overdue in a branch. */
export type MemberArrears = {
  /** The member; what you may read of them is for each service to say. */
  member?: Maybe<Member>;
  /** The branch that charges these months. */
  branch: OrgUnit;
  /** The months, oldest first. */
  months: Array<Scalars['Month']['output']>;
  /** What is overdue, adjustments and voluntary parts included. */
  amount: Scalars['Dong']['output'];
};

/** A page of arrears. */
export type MemberArrearsConnection = {
  /** The rows of this page. */
  edges: Array<MemberArrearsEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A member's arrears and their place in the list. */
export type MemberArrearsEdge = {
  /** The arrears. */
  node: MemberArrears;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A member who left three months of a calendar year unpaid, on the day on which that was found. */
export type ArrearsAlert = {
  /** The id of the alert. */
  id: Scalars['UUID']['output'];
  /** The member; what you may read of them is for each service to say. */
  member?: Maybe<Member>;
  /** The branch that charged the last of these months. */
  branch: OrgUnit;
  /** The calendar year. */
  year: Scalars['Int']['output'];
  /** The months that were overdue, oldest first. */
  months: Array<Scalars['Month']['output']>;
  /** The day on which it was found. */
  alertedOn: Scalars['Date']['output'];
};

/** A page of alerts. */
export type ArrearsAlertConnection = {
  /** The rows of this page. */
  edges: Array<ArrearsAlertEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** An alert and its place in the list. */
export type ArrearsAlertEdge = {
  /** The alert. */
  node: ArrearsAlert;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A statement of the central account. */
export type BankStatement = {
  /** The id of the statement. */
  id: Scalars['UUID']['output'];
  /** Its number at the bank. */
  number: Scalars['String']['output'];
  /** The day on which it was read. */
  readOn: Scalars['Date']['output'];
  /** How many lines it has. */
  lines: Scalars['Int']['output'];
  /** How many of them fit the books. */
  matched: Scalars['Int']['output'];
  /** How many of them do not. */
  flagged: Scalars['Int']['output'];
  /** How many lines are missing that the books account for; counted where the statement holds a whole day. */
  missing: Scalars['Int']['output'];
};

/** A line of a bank statement; or one that should be there and is not. */
export type BankStatementLine = {
  /** The id of the line. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The number of the statement. */
  statementNumber: Scalars['String']['output'];
  /** Its place in the statement, from 1 on; negative for what is missing. */
  line: Scalars['Int']['output'];
  /** The reference at the bank. */
  reference: Scalars['String']['output'];
  /** Who sent or received the money, as the bank says. */
  counterparty?: Maybe<Scalars['String']['output']>;
  /** How much: positive came in, negative went out. */
  amount: Scalars['Dong']['output'];
  /** The day on which the bank booked it. */
  bookedOn: Scalars['Date']['output'];
  /** The content of the transfer. */
  content: Scalars['String']['output'];
  /** What it was found to be. */
  status: StatementLineStatus;
  /** What kind of thing in the books it is about; null when nobody knows. */
  matchedKind?: Maybe<StatementMatch>;
  /** The id of that order, refund, remittance, try of a payout, or line that was sent back. */
  matchedId?: Maybe<Scalars['UUID']['output']>;
  /** What can be done in the present state, and whether you may do it now: `RESOLVE` resolveStatementLine. */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** What a line of a statement was found to be. */
export type StatementLineStatus =
  /** Khớp — it fits what the books account for. */
  | 'MATCHED'
  /** Sai số tiền — it names something of ours, with another amount. */
  | 'WRONG_AMOUNT'
  /** Trùng — the books account for it once, or another statement has told of it, and this is another time. */
  | 'REPEATED'
  /** Trái với sổ — the money moved although the books say that it did not: an order nobody confirmed, a refused payout. */
  | 'CONTRADICTED'
  /** Chưa rõ nội dung — it names nothing of ours. */
  | 'UNMATCHED'
  /** Thiếu trên sao kê — the books account for it, and it does not stand in the statement of its day. */
  | 'MISSING'
  /** Đã xử lý — an officer settled it, or it came with a later statement. */
  | 'RESOLVED';

/** What a line of a statement is about. */
export type StatementMatch =
  /** Giao dịch nộp đảng phí — an order for dues. */
  | 'ORDER'
  /** Chuyển phần trích giữ lại — a payout to a unit. */
  | 'PAYOUT'
  /** Hoàn tiền — a refund to a payer. */
  | 'REFUND'
  /** Nộp tiền mặt — a remittance of cash. */
  | 'REMITTANCE'
  /** Trả lại tiền chưa rõ nội dung — money of unknown content that this debit sent back. */
  | 'RECEIPT';

/** A page of lines. */
export type BankStatementLineConnection = {
  /** The rows of this page. */
  edges: Array<BankStatementLineEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A line in a page. */
export type BankStatementLineEdge = {
  /** The line. */
  node: BankStatementLine;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A statement to read in. */
export type ImportBankStatementInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The number of the statement, at most 100 characters; a statement is read once. */
  number: Scalars['String']['input'];
  /** Its lines, 1 to 1000. */
  lines: Array<BankStatementLineInput>;
};

/** A line to read in. */
export type BankStatementLineInput = {
  /** The reference at the bank, at most 500 characters. */
  reference: Scalars['String']['input'];
  /** Who sent or received the money, at most 500 characters. */
  counterparty?: InputMaybe<Scalars['String']['input']>;
  /** How much, not 0: positive came in, negative went out. */
  amount: Scalars['Dong']['input'];
  /** The day on which the bank booked it, today or earlier. */
  bookedOn: Scalars['Date']['input'];
  /** The content of the transfer, at most 500 characters. */
  content: Scalars['String']['input'];
};

/** What reading it in led to: one of the two is null. */
export type ImportBankStatementResult = {
  /** The statement. */
  statement?: Maybe<BankStatement>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A flagged line to settle. */
export type ResolveStatementLineInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The line. */
  lineId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What it was, and what was done about it, at most 2000 characters. */
  reason: Scalars['String']['input'];
  /** Only for money of unknown content: the number of the order or remittance that it turned out to be, with exactly this amount. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Only for a debit of unknown content: the line of the money of unknown content that it sent back, with exactly this amount. Both leave the unmatched receipts. */
  returnsLineId?: InputMaybe<Scalars['UUID']['input']>;
};

/** What settling it led to: one of the two is null. */
export type ResolveStatementLineResult = {
  /** The line. */
  line?: Maybe<BankStatementLine>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A bank account to which the retained dues of a unit go (tài khoản nhận phần trích giữ lại). */
export type BeneficiaryAccount = {
  /** The id of the account. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The dossier number. */
  number: Scalars['String']['output'];
  /** The unit whose dues go there. */
  unit?: Maybe<OrgUnit>;
  /** The member in whose name it is; null when it is the organisation's own, or an applicant's who is no member yet. */
  holder?: Maybe<Member>;
  /** The name in which the bank keeps the account. */
  holderName: Scalars['String']['output'];
  /** The code of the bank. */
  bankCode: Scalars['String']['output'];
  /** The number with all but its last three digits covered. */
  accountMask: Scalars['String']['output'];
  /** The whole number, for its holder, who declared it, and the direct superior who compares it; null for everybody else. */
  accountNumber?: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  status: BeneficiaryAccountStatus;
  /** The day on which it was declared. */
  declaredOn: Scalars['Date']['output'];
  /** Who declared it. */
  declaredByName: Scalars['String']['output'];
  /** The day on which the superior decided. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** The day on which it ended. */
  endedOn?: Maybe<Scalars['Date']['output']>;
  /** Why it was declined or ended. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Is the holder no longer, or not yet, one of the unit? Such an account is not approved. */
  holderIsStranger: Scalars['Boolean']['output'];
  /**
   * What can be done in the present state, and whether you may do it now: `APPROVE` approveBeneficiaryAccount, `REJECT`
   * rejectBeneficiaryAccount, `END` endBeneficiaryAccount.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** Where an account for retained dues stands. */
export type BeneficiaryAccountStatus =
  /** Chờ phê duyệt — declared; the direct superior decides. */
  | 'PENDING'
  /** Đã phê duyệt — retained dues go there. */
  | 'APPROVED'
  /** Từ chối — declined by the direct superior, with a reason. */
  | 'REJECTED'
  /** Đã kết thúc — replaced, taken back, or its holder has left. */
  | 'ENDED';

/** A page of accounts for retained dues. */
export type BeneficiaryAccountConnection = {
  /** The rows of this page. */
  edges: Array<BeneficiaryAccountEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** An account for retained dues in a page. */
export type BeneficiaryAccountEdge = {
  /** The account. */
  node: BeneficiaryAccount;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** An account to declare. */
export type DeclareBeneficiaryAccountInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The unit whose retained dues shall go there. */
  unitId: Scalars['UUID']['input'];
  /** The member in whose name it is; left out by officers for the organisation's own, by members and applicants for themselves. */
  holderMemberId?: InputMaybe<Scalars['UUID']['input']>;
  /** The name in which the bank keeps it, at most 200 characters. */
  holderName: Scalars['String']['input'];
  /** The code of the bank, such as `BIDV` or `970418`. */
  bankCode: Scalars['String']['input'];
  /** The number: 6 to 19 digits; blanks, dots and hyphens are left out. */
  accountNumber: Scalars['String']['input'];
};

/** What declaring led to: one of the two is null. */
export type DeclareBeneficiaryAccountResult = {
  /** The account. */
  account?: Maybe<BeneficiaryAccount>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** An account to approve. */
export type ApproveBeneficiaryAccountInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The account. */
  accountId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What approving led to: one of the two is null. */
export type ApproveBeneficiaryAccountResult = {
  /** The account. */
  account?: Maybe<BeneficiaryAccount>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** An account to decline. */
export type RejectBeneficiaryAccountInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The account. */
  accountId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
};

/** What declining led to: one of the two is null. */
export type RejectBeneficiaryAccountResult = {
  /** The account. */
  account?: Maybe<BeneficiaryAccount>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** An account to end. */
export type EndBeneficiaryAccountInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The account. */
  accountId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
};

/** What ending led to: one of the two is null. */
export type EndBeneficiaryAccountResult = {
  /** The account. */
  account?: Maybe<BeneficiaryAccount>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What a member can pay, as the screen shows it. */
export type DuesBill = {
  /** How many months it covers. */
  months: Scalars['Int']['output'];
  /** How many months can be paid at most. */
  mostMonths: Scalars['Int']['output'];
  /** The charges, oldest month first. */
  lines: Array<DuesBillLine>;
  /** Số tiền đảng phí phải đóng. */
  total: Scalars['Dong']['output'];
  /** The same in words, such as `Sáu mươi nghìn đồng`. */
  totalInWords: Scalars['String']['output'];
  /** Which months, such as `Đóng cho tháng 05/2026`; null when nothing can be paid. */
  hint?: Maybe<Scalars['String']['output']>;
  /** The sentence above the button; null when nothing can be paid. */
  sentence?: Maybe<Scalars['String']['output']>;
};

/** A charge on a bill. */
export type DuesBillLine = {
  /** The month that it is for. */
  month: Scalars['Month']['output'];
  /** What kind of charge it is. */
  origin: DuesChargeOrigin;
  /** The amount. */
  amount: Scalars['Dong']['output'];
  /** Where it stands: announced, overdue, deferred, or owed again. */
  status: DuesChargeStatus;
  /** Why it is owed, in words (Vietnamese). */
  why: Scalars['String']['output'];
};

/** What a branch can be paid for its members. */
export type BranchDuesBill = {
  /** The members, by id. */
  members: Array<BranchBillMember>;
  /** How many of them can be chosen. */
  selectableCount: Scalars['Int']['output'];
  /** What those who can be chosen would pay together. */
  total: Scalars['Dong']['output'];
  /** The same in words. */
  totalInWords: Scalars['String']['output'];
};

/** A member on the bill of a branch. */
export type BranchBillMember = {
  /** The member. */
  member?: Maybe<Member>;
  /** What they can pay. */
  amount: Scalars['Dong']['output'];
  /** For which months, oldest first. */
  months: Array<Scalars['Month']['output']>;
  /** Can they be chosen? */
  selectable: Scalars['Boolean']['output'];
  /** Why not; null when they can. */
  notSelectable?: Maybe<BranchBillBar>;
};

/** Why a member cannot be chosen on the bill of a branch. */
export type BranchBillBar =
  /** Đang có giao dịch — an order with their dues is under way. */
  | 'IN_PAYMENT'
  /** Được miễn — nothing is owed for the month, by decision. */
  | 'EXEMPT'
  /** Chưa thông báo — the branch has not announced the month yet. */
  | 'NOT_ANNOUNCED'
  /** Đã nộp — everything up to the month is paid. */
  | 'PAID';

/** A charge that was paid. */
export type DuesPayment = {
  /** The month that it is for. */
  month: Scalars['Month']['output'];
  /** What kind of charge it is. */
  origin: DuesChargeOrigin;
  /** The amount. */
  amount: Scalars['Dong']['output'];
  /** The day on which it was paid, in Việt Nam. */
  paidOn: Scalars['Date']['output'];
  /** Hình thức nộp, in words. */
  formLabel: Scalars['String']['output'];
  /** With what it was paid. */
  method?: Maybe<DuesPaymentMethod>;
  /** Số giao dịch. */
  number: Scalars['String']['output'];
  /** The money went back. */
  refunded: Scalars['Boolean']['output'];
};

/** A page of payments. */
export type DuesPaymentConnection = {
  /** The rows of this page. */
  edges: Array<DuesPaymentEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A payment and its place in the list. */
export type DuesPaymentEdge = {
  /** The payment. */
  node: DuesPayment;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** The book of dues of a unit (Sổ thu, nộp đảng phí). */
export type DuesBook = {
  /** The unit. */
  unit: OrgUnit;
  /** The month up to which it is kept. */
  month: Scalars['Month']['output'];
  /**
   * Part I, a row a member, by name. Null for units other than branches, which keep none, and for who may not read the dues of the branch's
   * members.
   */
  rows?: Maybe<Array<DuesBookRow>>;
  /** Part II: the months of the year with each quarter and the year added up. */
  periods: Array<DuesBookPeriod>;
  /** The book as XLSX: a link that is good for 15 minutes. Part I is in it for whoever sees `rows`. */
  xlsxUrl: Scalars['String']['output'];
};

/** A member in part I of the book. */
export type DuesBookRow = {
  /** Stt. */
  number: Scalars['Int']['output'];
  /** The member; what you may read of them is for each service to say. */
  member?: Maybe<Member>;
  /** Họ và tên đảng viên. */
  name: Scalars['String']['output'];
  /** Được miễn: waived for this month. */
  exempt: Scalars['Boolean']['output'];
  /** Thu nhập tính đóng đảng phí; null when none was declared. */
  income?: Maybe<Scalars['Dong']['output']>;
  /** Số tiền phải đóng: tháng này. */
  thisMonth: Scalars['Dong']['output'];
  /** Truy thu các tháng trước: what was owed for earlier months when this one began. */
  arrears: Scalars['Dong']['output'];
  /** Cộng. */
  due: Scalars['Dong']['output'];
  /** Số tiền đảng phí đã thu: within the month, for whatever month. */
  collected: Scalars['Dong']['output'];
  /** Số tiền đảng phí chưa đóng đến cuối tháng. */
  unpaid: Scalars['Dong']['output'];
};

/** What a line of part II covers. */
export type DuesBookPeriodKind =
  /** Tháng — a month. */
  | 'MONTH'
  /** Cộng quý — a quarter, up to its last month in the book. */
  | 'QUARTER'
  /** Cộng năm — the year, up to the month of the book. */
  | 'YEAR';

/** A line of part II of the book. */
export type DuesBookPeriod = {
  /** Month, quarter or year. */
  kind: DuesBookPeriodKind;
  /** Its first month. */
  from: Scalars['Month']['output'];
  /** Its last month. */
  through: Scalars['Month']['output'];
  /** Tổng số đảng viên at the end. */
  members: Scalars['Int']['output'];
  /** Those whose last month is waived. */
  exempt: Scalars['Int']['output'];
  /** Those who had not paid the last month when it ended. */
  unpaidMembers: Scalars['Int']['output'];
  /** Đã thu. */
  collected: Scalars['Dong']['output'];
  /** Được trích giữ lại: by the unit and all below it. */
  retained: Scalars['Dong']['output'];
  /** Phải nộp cấp trên. */
  toRemit: Scalars['Dong']['output'];
  /** Đã nộp cấp trên. */
  remitted: Scalars['Dong']['output'];
  /** Chưa nộp cấp trên, at the end. */
  owed: Scalars['Dong']['output'];
};

/** The report of dues of a unit (Báo cáo thu, nộp đảng phí). */
export type DuesReport = {
  /** The unit. */
  unit: OrgUnit;
  /** The first month. */
  from: Scalars['Month']['output'];
  /** The last month. */
  through: Scalars['Month']['output'];
  /** The lines 01 to 14 in their order. */
  lines: Array<DuesReportLine>;
  /** The report as XLSX: a link that is good for 15 minutes. */
  xlsxUrl: Scalars['String']['output'];
};

/** A line of the report of dues: 01 is a number of members, the others are đồng. */
export type DuesReportLine = {
  /** Mã số, `01` to `14`. */
  code: Scalars['String']['output'];
  /** Chỉ tiêu. */
  label: Scalars['String']['output'];
  /** Đảng bộ xã, phường. */
  commune: Scalars['Dong']['output'];
  /** Đảng bộ doanh nghiệp. */
  enterprise: Scalars['Dong']['output'];
  /** Đảng bộ khác. */
  other: Scalars['Dong']['output'];
  /** Cộng. */
  total: Scalars['Dong']['output'];
};

/** What is due for a month, and why. */
export type DuesCalculation = {
  /** The month. */
  month: Scalars['Month']['output'];
  /** The approved rate of that month; null when there is none. */
  rate?: Maybe<DuesRate>;
  /** What the rate says; null without one. */
  rateAmount?: Maybe<Scalars['Dong']['output']>;
  /** The exemption, reduction or late payment that holds in that month; null when none does. */
  waiver?: Maybe<Waiver>;
  /** What is left of the rate after it; null without a rate. */
  reducedAmount?: Maybe<Scalars['Dong']['output']>;
  /** What was paid too much before and is set against it. */
  creditUsed: Scalars['Dong']['output'];
  /** The dues of the month: nothing when they are waived. */
  amount: Scalars['Dong']['output'];
  /** What is charged beside them because the rate was higher than what was paid. */
  adjustments: Scalars['Dong']['output'];
  /** What is given beyond the rate. */
  voluntary: Scalars['Dong']['output'];
  /** Everything for this month. */
  total: Scalars['Dong']['output'];
  /** Is the charge made already? Otherwise it is what would be charged. */
  isCharged: Scalars['Boolean']['output'];
  /** Why so much, as a sentence for people (Vietnamese). */
  sentence: Scalars['String']['output'];
};

/** Notes that were taken. */
export type RecordCashInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The branch. */
  branchId: Scalars['UUID']['input'];
  /** Who paid: each member once, at most 500. */
  members: Array<CashOfMember>;
  /** The sum of the notes as counted. Refused `AMOUNT_INVALID` when the months of these members make another amount. */
  total: Scalars['Dong']['input'];
};

/** What a member paid in notes. */
export type CashOfMember = {
  /** The member. */
  memberId: Scalars['UUID']['input'];
  /** How many months, the oldest ones first. */
  months: Scalars['Int']['input'];
};

/** What recording notes led to: one of the two is null. */
export type RecordCashResult = {
  /** The order. */
  order?: Maybe<DuesOrder>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which notes to confirm. */
export type ConfirmCashInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The order. */
  orderId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What confirming notes led to: one of the two is null. */
export type ConfirmCashResult = {
  /** The order. */
  order?: Maybe<DuesOrder>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which record to take back, and why. */
export type WithdrawCashInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The order. */
  orderId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 1000 characters. */
  reason: Scalars['String']['input'];
};

/** What taking back a record led to: one of the two is null. */
export type WithdrawCashResult = {
  /** The order. */
  order?: Maybe<DuesOrder>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** How far a month’s dues are. */
export type DuesChargeStatus =
  /** Chưa thông báo — the month's amount is known but the branch has not announced it yet. */
  | 'DRAFT'
  /** Chờ nộp — announced by the branch; it can be paid. */
  | 'ANNOUNCED'
  /** Quá hạn — the month has passed unpaid; it counts as arrears. */
  | 'OVERDUE'
  /** Được nộp chậm — may be paid later by decision; still owed, but no arrears. */
  | 'DEFERRED'
  /** Đang thanh toán — included in an order that is not decided yet; nobody else can pay it meanwhile. */
  | 'IN_PAYMENT'
  /** Đã nộp — paid in full. */
  | 'PAID'
  /** Được miễn — nothing is owed for this month, by decision. */
  | 'WAIVED'
  /** Đã hoàn tiền — its payment was given back because of an error; the month is owed again. */
  | 'REFUNDED';

/** What a member pays for one month: one regular charge a member and month, whoever charges it. */
export type DuesCharge = {
  /** The member who owes or has paid it; what you may read of them is for each service to say. */
  member?: Maybe<Member>;
  /** The month that it is for. */
  period: Scalars['Month']['output'];
  /** The branch that charges this month; a paid charge keeps the branch to which it was paid. */
  branch: OrgUnit;
  /** The amount: the approved rate of that month. */
  amount: Scalars['Dong']['output'];
  /** How much of it is paid; a month is paid whole or not at all. */
  paid: Scalars['Dong']['output'];
  /** How far it is. */
  status: DuesChargeStatus;
  /**
   * The receipt of this member for this charge as PDF, an extract where one order paid for several: a link that is good for 15 minutes. Null
   * as long as the charge is not paid.
   */
  receiptUrl?: Maybe<Scalars['String']['output']>;
};

/** A page of charges. */
export type DuesChargeConnection = {
  /** The rows of this page. */
  edges: Array<DuesChargeEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A charge and its place in the list. */
export type DuesChargeEdge = {
  /** The charge. */
  node: DuesCharge;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What a member declared to pay a month from a month on, and what was decided on it. */
export type DuesRate = {
  /** The id of the dossier. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The dossier number; null for the rate with which a registration was approved. */
  number?: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  status: DuesRateStatus;
  /** Whose dues; null when you may not see that member. */
  member?: Maybe<Member>;
  /** The branch of the member; null for the first rate. */
  branch?: Maybe<OrgUnit>;
  /** Whose leaders decide; null for the first rate. */
  approverUnit?: Maybe<OrgUnit>;
  /** By what it is computed. */
  category: DuesCategory;
  /** The monthly income that was declared. */
  declaredBase?: Maybe<Scalars['Dong']['output']>;
  /** The month of that income. */
  baseMonth?: Maybe<Scalars['Month']['output']>;
  /** What is paid a month by it, without the voluntary part. */
  monthlyAmount: Scalars['Dong']['output'];
  /** What the member wants to give a month beyond the rate; the direct superior decides on it. */
  voluntaryAmount: Scalars['Dong']['output'];
  /** What the rule prescribed when it was declared; null where no rule gives an amount. */
  proposedAmount?: Maybe<Scalars['Dong']['output']>;
  /** How that is computed, for people (Vietnamese). */
  explanation?: Maybe<Scalars['String']['output']>;
  /** What was declared, the voluntary part included, less what is prescribed; null where no rule gives an amount. */
  difference?: Maybe<Scalars['Dong']['output']>;
  /** Is that difference worth a look: more than 1,000 đồng? */
  differsNotably: Scalars['Boolean']['output'];
  /** The first month. */
  from: Scalars['Month']['output'];
  /** The last month; null until further notice. */
  through?: Maybe<Scalars['Month']['output']>;
  /** What the member says to it. */
  note?: Maybe<Scalars['String']['output']>;
  /** The day on which it was declared. */
  declaredOn?: Maybe<Scalars['Date']['output']>;
  /** The day of the decision, or of the withdrawal. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Who decided. */
  decidedByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they decided. */
  decidedByTitle?: Maybe<Scalars['String']['output']>;
  /** Why it was declined, or approved below the rate. */
  decisionReason?: Maybe<Scalars['String']['output']>;
  /**
   * What can be done in the present state, and whether you may do it now. The codes, and the mutation that does each: `APPROVE`
   * approveDuesRate, `REJECT` rejectDuesRate, `WITHDRAW` withdrawDuesRate.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** Where a declared rate stands. */
export type DuesRateStatus =
  /** Chờ duyệt — the leaders of the branch, or of its superior, decide. */
  | 'PENDING'
  /** Đã duyệt — it holds from its month on. */
  | 'APPROVED'
  /** Bị từ chối — declined with a reason; what held before holds. */
  | 'REJECTED'
  /** Đã rút — taken back by the member. */
  | 'WITHDRAWN'
  /** Hết hiệu lực — another one holds from a later month on. */
  | 'SUPERSEDED'
  /** Đã được thay thế — another one holds in all of its months. */
  | 'REPLACED';

/** A page of declared rates. */
export type DuesRateConnection = {
  /** The rows of this page. */
  edges: Array<DuesRateEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** One row of a page of declared rates. */
export type DuesRateEdge = {
  /** The row. */
  node: DuesRate;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What to pay a month. */
export type DeclareDuesRateInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** By what the dues are computed; `DECLARED`: by no rule. */
  category: DuesCategory;
  /** The monthly income, where the category computes from one. */
  base?: InputMaybe<Scalars['Dong']['input']>;
  /** The month of that income; left out, the month before the first. */
  baseMonth?: InputMaybe<Scalars['Month']['input']>;
  /** What you want to pay a month in all. */
  amount: Scalars['Dong']['input'];
  /** The first month: not before you were ever charged, at most 12 months ahead. */
  fromMonth: Scalars['Month']['input'];
  /** What you want to say to it, up to 1,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What declaring led to: one of the two is null. */
export type DeclareDuesRateResult = {
  /** The dossier as it is now. */
  duesRate?: Maybe<DuesRate>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which one, as you read it. */
export type ApproveDuesRateInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The declared rate. */
  duesRateId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why less than is prescribed is right; only needed then. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What the approval led to: one of the two is null. */
export type ApproveDuesRateResult = {
  /** The dossier as it is now. */
  duesRate?: Maybe<DuesRate>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which one, as you read it. */
export type RejectDuesRateInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The declared rate. */
  duesRateId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The reason that the member reads. */
  reason: Scalars['String']['input'];
};

/** What the rejection led to: one of the two is null. */
export type RejectDuesRateResult = {
  /** The dossier as it is now. */
  duesRate?: Maybe<DuesRate>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which one, as you read it. */
export type WithdrawDuesRateInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The declared rate. */
  duesRateId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What taking it back led to: one of the two is null. */
export type WithdrawDuesRateResult = {
  /** The dossier as it is now. */
  duesRate?: Maybe<DuesRate>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** By what somebody’s dues are computed. */
export type DuesCategory =
  /** Thuộc diện đóng BHXH bắt buộc — by the salary for compulsory social insurance of the month before. */
  | 'SI_COMPULSORY'
  /** Nghỉ ốm đau, thai sản — by the benefit that the social insurance pays. */
  | 'SI_SICK_MATERNITY'
  /** Nghỉ việc vì lý do khác, không đóng BHXH — as without social insurance, by age. */
  | 'SI_OTHER_LEAVE'
  /** Hưởng lương hưu — by the pension. */
  | 'PENSION'
  /** Hưởng lương hưu và có tiền công — by pension and pay together; not verified. */
  | 'PENSION_WITH_WORK'
  /** Người có công, mất sức lao động — by the monthly allowance; not verified. */
  | 'MERITORIOUS_OR_INCAPACITY'
  /** Học sinh, sinh viên — a fixed amount. */
  | 'STUDENT'
  /** Không đóng BHXH, chưa đến tuổi nghỉ hưu — by the regional minimum wage. */
  | 'NON_SI_BELOW_RETIREMENT'
  /** Không đóng BHXH, từ tuổi nghỉ hưu — by the regional minimum wage, a lower share. */
  | 'NON_SI_RETIREMENT_AGE'
  /** Ngoài nước, diện cơ quan đại diện, lưu học sinh ngân sách — by the living allowance. */
  | 'OVERSEAS_OFFICIAL'
  /** Ngoài nước, trường hợp khác — declared within a band. */
  | 'OVERSEAS_OTHER'
  /** Hưởng lương (trước 02/2026) — by salary and allowances, by the rule before 02/2026. */
  | 'SALARIED'
  /** Đối tượng khác trong nước (trước 02/2026) — declared within a band, by the rule before 02/2026. */
  | 'OTHER_DOMESTIC'
  /** Theo mức khai báo — declared and approved, by no rule. */
  | 'DECLARED';

/** How a rule computes. */
export type RateRuleKind =
  /** Tỷ lệ trên thu nhập — a share of a monthly income. */
  | 'PERCENT'
  /** Mức cố định — an amount. */
  | 'FIXED'
  /** Khung mức đóng — the member declares an amount within a band. */
  | 'BAND'
  /** Tỷ lệ trên lương tối thiểu vùng — a share of the minimum wage of the region where the Party activity is. */
  | 'PERCENT_OF_MIN_WAGE';

/** The income of which a share is paid. */
export type DuesBaseKind =
  /** Lương đóng BHXH bắt buộc — the salary for compulsory social insurance. */
  | 'SI_SALARY'
  /** Tiền lương và phụ cấp tính đóng BHXH — salary and the allowances that bear social insurance. */
  | 'SALARY'
  /** Trợ cấp ốm đau, thai sản — the benefit of the social insurance. */
  | 'SI_BENEFIT'
  /** Lương hưu — the pension. */
  | 'PENSION'
  /** Lương hưu và tiền công — pension and pay together. */
  | 'PENSION_AND_PAY'
  /** Trợ cấp hằng tháng — the monthly allowance. */
  | 'ALLOWANCE'
  /** Sinh hoạt phí — the living allowance abroad. */
  | 'LIVING_ALLOWANCE';

/** Which regulation a rule is from. */
export type DuesRegime =
  /** Quyết định 342-QĐ/TW — months from 04/2011 to 01/2026. */
  | 'A'
  /** Quy định 01-QĐ/TW — months from 02/2026. */
  | 'B';

/** How dues of a category are computed, from a month to another. */
export type DuesRateRule = {
  /** The id of the rule. */
  id: Scalars['ID']['output'];
  /** Which regulation it is from. */
  regime: DuesRegime;
  /** For whom. */
  category: DuesCategory;
  /** How it computes. */
  kind: RateRuleKind;
  /** The share in hundredths of a per cent: 100 is 1 %. */
  bps?: Maybe<Scalars['Int']['output']>;
  /** The income of which it is a share. */
  baseKind?: Maybe<DuesBaseKind>;
  /** Is the income counted up to the ceiling of its month only? */
  capped: Scalars['Boolean']['output'];
  /** The fixed amount. */
  amount?: Maybe<Scalars['Dong']['output']>;
  /** The least of the band. */
  least?: Maybe<Scalars['Dong']['output']>;
  /** The most of the band. */
  most?: Maybe<Scalars['Dong']['output']>;
  /** Is the band halved from the retirement age on? */
  halfAtRetirement: Scalars['Boolean']['output'];
  /** To how many đồng an amount is rounded, half-up: 1, 100 or 1,000. */
  rounding: Scalars['Int']['output'];
  /** The first month. */
  from: Scalars['Month']['output'];
  /** The last month; null until further notice. */
  through?: Maybe<Scalars['Month']['output']>;
  /** Where it is written. */
  source: Scalars['String']['output'];
  /** Does it still wait to be confirmed by an official text? */
  unverified: Scalars['Boolean']['output'];
};

/** The minimum wage of a region, from a month to another. */
export type MinimumWage = {
  /** The id of the row. */
  id: Scalars['UUID']['output'];
  /** The region, 1 to 4. */
  region: Scalars['Int']['output'];
  /** The wage of a month. */
  amount: Scalars['Dong']['output'];
  /** The first month. */
  from: Scalars['Month']['output'];
  /** The last month; null until further notice. */
  through?: Maybe<Scalars['Month']['output']>;
  /** Where it is written. */
  source: Scalars['String']['output'];
};

/** The salary above which dues rise no more, from a month to another. */
export type ContributionCap = {
  /** The id of the row. */
  id: Scalars['UUID']['output'];
  /** The salary of a month. */
  amount: Scalars['Dong']['output'];
  /** The first month of salaries. */
  from: Scalars['Month']['output'];
  /** The last month; null until further notice. */
  through?: Maybe<Scalars['Month']['output']>;
  /** Where it is written. */
  source: Scalars['String']['output'];
};

/** The normal retirement age, from a month to another. */
export type RetirementAge = {
  /** Of women (`FEMALE`) or of men (`MALE`). */
  gender: Scalars['String']['output'];
  /** The age in months of life. */
  months: Scalars['Int']['output'];
  /** The first month. */
  from: Scalars['Month']['output'];
  /** The last month; null until further notice. */
  through?: Maybe<Scalars['Month']['output']>;
  /** Where it is written. */
  source: Scalars['String']['output'];
};

/** What the rules say that somebody pays a month. */
export type DuesProposal = {
  /** The rule that applies; by age it may be of another category than was asked for. */
  rule: DuesRateRule;
  /** The prescribed amount; null where the rule leaves a band. */
  amount?: Maybe<Scalars['Dong']['output']>;
  /** The least that may be declared. */
  least: Scalars['Dong']['output'];
  /** The most that may be declared; null: no limit. */
  most?: Maybe<Scalars['Dong']['output']>;
  /** How it is computed, for people (Vietnamese). */
  explanation: Scalars['String']['output'];
};

/** What the calculator answers: one of the two is null. */
export type ProposeDuesResult = {
  /** What the rules say. */
  proposal?: Maybe<DuesProposal>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** How dues of a category are computed from a coming month on. */
export type SetRateRuleInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** For whom. */
  category: DuesCategory;
  /** How it computes. */
  kind: RateRuleKind;
  /** The share in hundredths of a per cent, for the two kinds of shares. */
  bps?: InputMaybe<Scalars['Int']['input']>;
  /** The income, for a share of an income. */
  baseKind?: InputMaybe<DuesBaseKind>;
  /** Is the income counted up to the ceiling only? */
  capped?: InputMaybe<Scalars['Boolean']['input']>;
  /** The amount, for a fixed one. */
  amount?: InputMaybe<Scalars['Dong']['input']>;
  /** The least, for a band. */
  least?: InputMaybe<Scalars['Dong']['input']>;
  /** The most, for a band. */
  most?: InputMaybe<Scalars['Dong']['input']>;
  /** Is the band halved from the retirement age on? */
  halfAtRetirement?: InputMaybe<Scalars['Boolean']['input']>;
  /** To how many đồng it is rounded: 1 (the standard), 100 or 1,000. */
  rounding?: InputMaybe<Scalars['Int']['input']>;
  /** The first month; it must not have begun. */
  fromMonth: Scalars['Month']['input'];
  /** Where it is written, 1 to 200 characters. */
  source: Scalars['String']['input'];
  /** Does it still wait to be confirmed by an official text? */
  unverified?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What entering a rule led to: one of the two is null. */
export type SetRateRuleResult = {
  /** The rule. */
  rule?: Maybe<DuesRateRule>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** The minimum wage of a region from a coming month on. */
export type SetMinimumWageInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The region, 1 to 4. */
  region: Scalars['Int']['input'];
  /** The wage of a month. */
  amount: Scalars['Dong']['input'];
  /** The first month; it must not have begun. */
  fromMonth: Scalars['Month']['input'];
  /** Where it is written, 1 to 200 characters. */
  source: Scalars['String']['input'];
};

/** What entering a wage led to: one of the two is null. */
export type SetMinimumWageResult = {
  /** The wage. */
  minimumWage?: Maybe<MinimumWage>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** The ceiling of the social-insurance salary from a coming month on. */
export type SetContributionCapInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The salary of a month above which dues rise no more. */
  amount: Scalars['Dong']['input'];
  /** The first month of salaries; it must not have begun. */
  fromMonth: Scalars['Month']['input'];
  /** Where it is written, 1 to 200 characters. */
  source: Scalars['String']['input'];
};

/** What entering a ceiling led to: one of the two is null. */
export type SetContributionCapResult = {
  /** The ceiling. */
  contributionCap?: Maybe<ContributionCap>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What a row of an exported table is. */
export type DuesExportRows =
  /** Theo tháng — the totals of a unit and a month. */
  | 'MONTHS'
  /** Theo nhóm và phương thức — the totals of a unit, a month, a category and a way of paying. */
  | 'CELLS'
  /** Khoản phải nộp — the charges of a branch and a month by category and status: how many, due and paid. */
  | 'CHARGES';

/** The kind of an exported file. */
export type DuesExportFormat =
  /** Excel — a workbook, with a new sheet each million rows. */
  | 'XLSX'
  /** CSV — text that spreadsheets open as it is meant. */
  | 'CSV';

/** A link to an exported table. */
export type DuesExport = {
  /** Where it is downloaded; good for whoever holds it. */
  url: Scalars['String']['output'];
  /** Until when the link is good. */
  expiresAt: Scalars['DateTime']['output'];
};

/** Why money moved between accounts. */
export type LedgerKind =
  /** Nộp đảng phí trực tuyến — a payment over the platform. */
  | 'PAYMENT'
  /** Nộp đảng phí bằng tiền mặt — notes that were collected in a branch. */
  | 'CASH_PAYMENT'
  /** Chuyển tiền mặt đã thu — a branch remitted what it had collected. */
  | 'REMITTANCE'
  /** Khoản thanh toán trùng — money that came a second time, owed back. */
  | 'DUPLICATE_RECEIPT'
  /** Hoàn đảng phí — a payment was taken back. */
  | 'REFUND'
  /** Đã trả lại tiền — the money went back to the payer. */
  | 'REFUND_PAID'
  /** Lệnh chuyển phần giữ lại — the bank was told to pay a unit its shares. */
  | 'PAYOUT_INSTRUCTED'
  /** Đã chuyển phần giữ lại — the bank did it. */
  | 'PAYOUT_SETTLED'
  /** Chuyển phần giữ lại không thành — the bank did not do it. */
  | 'PAYOUT_FAILED'
  /** Điều chỉnh — an adjustment between accounts, with its reason. */
  | 'ADJUSTMENT';

/** An account of the ledger. */
export type LedgerAccount =
  /** Tài khoản tập trung — the money on the central account of the province. */
  | 'CENTRAL_BANK'
  /** Tiền mặt tại chi bộ — notes that a branch holds and owes upward. */
  | 'BRANCH_CASH'
  /** Phần của tổ chức đảng — what is owed to a unit and lies on the central account. */
  | 'UNIT_SHARE'
  /** Phần của tổ chức đảng chưa nộp về — what is owed to a unit and is still cash in a branch. */
  | 'UNFUNDED_SHARE'
  /** Đang chuyển — instructed to the bank, not yet confirmed. */
  | 'PAYOUT_IN_TRANSIT'
  /** Phải hoàn trả — what is owed back to payers. */
  | 'REFUND_PAYABLE'
  /** Khoản thu chưa xác định — money that arrived, and nobody knows what for. */
  | 'UNMATCHED_RECEIPT';

/** A posting: entries that add up to 0. It is only ever added to. */
export type LedgerTransaction = {
  /** The id of the transaction. */
  id: Scalars['UUID']['output'];
  /** Why it was posted. */
  kind: LedgerKind;
  /** The day of business for which it is booked. */
  bookedOn: Scalars['Date']['output'];
  /** When it was written, in real time. */
  postedAt: Scalars['DateTime']['output'];
  /** The unit whose chain it is in: that of the order, of the payout, of the branch. */
  unit: OrgUnit;
  /** What it is about: the id of the order, refund, payout attempt, remittance or reconciliation. */
  subjectId: Scalars['UUID']['output'];
  /** The order that it pays; null for other kinds, and when you may not see it. */
  order?: Maybe<DuesOrder>;
  /** Why, where somebody had to say so. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The sum of its debits. */
  total: Scalars['Dong']['output'];
  /** The hash of everything that it says, in hexadecimal digits; receipts carry it. */
  contentHash: Scalars['String']['output'];
  /** Its number in the chain of the unit; null for the second until it is sealed. */
  sealNumber?: Maybe<Scalars['Int']['output']>;
  /** Its entries, in their order. */
  entries: LedgerEntryConnection;
};


/** A posting: entries that add up to 0. It is only ever added to. */
export type LedgerTransactionEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One side of a posting. */
export type LedgerEntry = {
  /** Its place in the transaction, from 1. */
  line: Scalars['Int']['output'];
  /** The account. */
  account: LedgerAccount;
  /** The unit whose account it is; null for accounts of no unit. */
  unit?: Maybe<OrgUnit>;
  /** The amount: debit positive, credit negative. */
  amount: Scalars['Dong']['output'];
  /** The month of the charge that it belongs to; null when it belongs to none. */
  month?: Maybe<Scalars['Month']['output']>;
  /** The member whose charge it is; null when it belongs to none. */
  member?: Maybe<Member>;
  /** What kind of charge it is; null when it belongs to none. */
  origin?: Maybe<DuesChargeOrigin>;
};

/** A page of the ledger. */
export type LedgerTransactionConnection = {
  /** The rows of this page. */
  edges: Array<LedgerTransactionEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A posting and its place in the list. */
export type LedgerTransactionEdge = {
  /** The posting. */
  node: LedgerTransaction;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A page of entries. */
export type LedgerEntryConnection = {
  /** The rows of this page. */
  edges: Array<LedgerEntryEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** An entry and its place in the posting. */
export type LedgerEntryEdge = {
  /** The entry. */
  node: LedgerEntry;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A page of the charges of an order. */
export type DuesOrderLineConnection = {
  /** The rows of this page. */
  edges: Array<DuesOrderLineEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A charge of an order and its place in the list. */
export type DuesOrderLineEdge = {
  /** The charge. */
  node: DuesOrderLine;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A page of orders. */
export type DuesOrderConnection = {
  /** The rows of this page. */
  edges: Array<DuesOrderEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** An order and its place in the list. */
export type DuesOrderEdge = {
  /** The order. */
  node: DuesOrder;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** Who pays for whom, and how (Hình thức nộp). */
export type DuesOrderMode =
  /** Nộp cho chính mình — a member, over the platform. */
  | 'SELF'
  /** Nộp cho chi bộ — whoever collects for the branch, over the platform, for some or all of its members. */
  | 'BRANCH'
  /** Nộp tiền mặt qua chi bộ — notes taken by the branch: recorded by one, confirmed by another. */
  | 'CASH';

/** Where an order stands (Trạng thái giao dịch). */
export type DuesOrderStatus =
  /** Đã khởi tạo giao dịch — the number is issued and the charges are locked. */
  | 'INITIATED'
  /** Đang thanh toán — the payer is, or was, on the payment page. */
  | 'PROCESSING'
  /** Thanh toán thành công — paid; the charges are settled. */
  | 'SUCCEEDED'
  /** Thanh toán trùng — the money came after its charges had been paid by another order: a refund gives it back. */
  | 'SUCCEEDED_DUPLICATE'
  /** Thanh toán thất bại — the platform said no; the charges are free again. */
  | 'FAILED'
  /** Hết hạn — no money came in time; the charges are free again. */
  | 'EXPIRED'
  /** Đã hủy — the payer gave it up; the charges are free again. */
  | 'CANCELLED'
  /** Đã hoàn tiền — the money went back; the charges are owed again. */
  | 'REFUNDED';

/** With what an order was paid. */
export type DuesPaymentMethod =
  /** Ngân hàng — a bank account or card. */
  | 'BANK'
  /** Ví điện tử — an e-wallet. */
  | 'E_WALLET'
  /** Mobile Money — an account with a telephone company. */
  | 'MOBILE_MONEY'
  /** Tiền mặt — notes handed to the branch. */
  | 'CASH';

/** What kind of charge something is. */
export type DuesChargeOrigin =
  /** Đảng phí hằng tháng — the regular charge of a month. */
  | 'REGULAR'
  /** Truy thu chênh lệch — a higher rate was approved for a month gone by. */
  | 'ARREARS_ADJUSTMENT'
  /** Tự nguyện đóng thêm — more than the rate, by the member’s own will. */
  | 'VOLUNTARY';

/** What to pay. */
export type PayDuesInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** Số tháng đóng đảng phí: how many months, the oldest ones first. */
  months: Scalars['Int']['input'];
  /** The amount that the screen showed. When what is owed has changed since, the order is refused `AMOUNT_INVALID`. */
  total?: InputMaybe<Scalars['Dong']['input']>;
};

/** What placing an order led to: one of the two is null. */
export type PayDuesResult = {
  /** The order. */
  order?: Maybe<DuesOrder>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** For whom to pay. */
export type PayForBranchInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The branch. */
  branchId: Scalars['UUID']['input'];
  /** Only for these members (Thêm đảng viên). Left out or null: the whole branch (nộp cả chi bộ), except who cannot be chosen. */
  memberIds?: InputMaybe<Array<Scalars['UUID']['input']>>;
  /** The last month that is paid. Left out: the present one. */
  throughMonth?: InputMaybe<Scalars['Month']['input']>;
  /** The amount that the screen showed. When what is owed has changed since, the order is refused `AMOUNT_INVALID`. */
  total?: InputMaybe<Scalars['Dong']['input']>;
};

/** What placing an order for a branch led to: one of the two is null. */
export type PayForBranchResult = {
  /** The order. */
  order?: Maybe<DuesOrder>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which order to pay. */
export type OpenCheckoutInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The order. */
  orderId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Where the payment page sends the payer back to: an address of your front end, at most 500 characters. */
  returnUrl: Scalars['String']['input'];
};

/** What opening the payment page led to: one of the two is null. */
export type OpenCheckoutResult = {
  /** The order; its `checkoutUrl` is the page. */
  order?: Maybe<DuesOrder>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which order to give up. */
export type CancelDuesOrderInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The order. */
  orderId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What giving an order up led to: one of the two is null. */
export type CancelDuesOrderResult = {
  /** The order. */
  order?: Maybe<DuesOrder>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What a unit retains of dues (phần trích giữ lại), as the ledger says at this moment. */
export type RetainedDues = {
  /** What is owed to the unit and lies on the central account; negative when a refund came after the payout, which the next one nets. */
  waiting: Scalars['Dong']['output'];
  /** What is owed to it, but is still cash in a branch that has not remitted it. */
  unfunded: Scalars['Dong']['output'];
  /** What the bank was told to pay and has not yet confirmed. */
  inTransit: Scalars['Dong']['output'];
  /** What was paid out to it on days from `from` to before `to`. */
  paidOut: Scalars['Dong']['output'];
  /** The payout that is not at its end; null when there is none. */
  openPayout?: Maybe<Payout>;
};


/** What a unit retains of dues (phần trích giữ lại), as the ledger says at this moment. */
export type RetainedDuesPaidOutArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};

/** What is paid out to a unit of what it retains: at most one a day, and one at a time. */
export type Payout = {
  /** The id of the payout. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The unit that is paid. */
  unit?: Maybe<OrgUnit>;
  /** The day for which it was made. */
  madeOn: Scalars['Date']['output'];
  /** How much: what is owed to the unit when the bank is instructed; until then, what was owed this day. */
  amount: Scalars['Dong']['output'];
  /** Where it stands. */
  status: PayoutStatus;
  /** Why it is held; null when it is not. */
  holdReason?: Maybe<PayoutHoldReason>;
  /** How often the bank refused it since somebody last released it or tried again. */
  failures: Scalars['Int']['output'];
  /** When it is tried again; null when it is not waiting for that. */
  nextTryAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the bank last said when it refused. */
  failure?: Maybe<Scalars['String']['output']>;
  /** The reference of the bank; covered for inspection. */
  bankRef?: Maybe<Scalars['String']['output']>;
  /** The day on which the bank paid it. */
  settledOn?: Maybe<Scalars['Date']['output']>;
  /** Every try at the bank, the first one first. */
  attempts: Array<PayoutAttempt>;
  /** What can be done in the present state, and whether you may do it now: `HOLD` holdPayout, `RELEASE` releasePayout, `RETRY` retryPayout. */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** Where a payout stands. */
export type PayoutStatus =
  /** Đã tính, chờ chuyển — leaves with the next instructions. */
  | 'CALCULATED'
  /** Tạm giữ — the unit has no approved account, or an officer keeps it back. */
  | 'HELD'
  /** Đã gửi lệnh chuyển — instructed; the bank has not confirmed it yet. */
  | 'INSTRUCTED'
  /** Chuyển không thành công, chờ chuyển lại — refused by the bank; tried again by itself. */
  | 'FAILED'
  /** Chờ xử lý thủ công — refused five times; an officer must act. */
  | 'MANUAL'
  /** Đã chuyển — the bank has paid it. */
  | 'SETTLED'
  /** Đã bù trừ hết — refunds took all of it before it left. */
  | 'NETTED';

/** Why a payout is held. */
export type PayoutHoldReason =
  /** Chưa có tài khoản được duyệt — released by the approval of one. */
  | 'NO_ACCOUNT'
  /** Cán bộ tài chính tạm giữ — released by an officer. */
  | 'OFFICER';

/** One try at the bank. */
export type PayoutAttempt = {
  /** Which try it was, from 1 on. */
  number: Scalars['Int']['output'];
  /** How much the bank was told to pay. */
  amount: Scalars['Dong']['output'];
  /** When it was instructed. */
  startedAt: Scalars['DateTime']['output'];
  /** How it ended; null while it is under way. */
  outcome?: Maybe<PayoutOutcome>;
  /** Why it did not succeed. */
  failure?: Maybe<Scalars['String']['output']>;
};

/** How a try at the bank ended. */
export type PayoutOutcome =
  /** Đã chuyển — the bank has paid it. */
  | 'SETTLED'
  /** Bị từ chối — the bank refused it. */
  | 'FAILED'
  /** Đã rút lại — the account ended before the bank was told. */
  | 'WITHDRAWN';

/** A page of payouts. */
export type PayoutConnection = {
  /** The rows of this page. */
  edges: Array<PayoutEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A payout in a page. */
export type PayoutEdge = {
  /** The payout. */
  node: Payout;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A payout to keep back. */
export type HoldPayoutInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The payout. */
  payoutId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
};

/** What holding led to: one of the two is null. */
export type HoldPayoutResult = {
  /** The payout. */
  payout?: Maybe<Payout>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A payout to let go. */
export type ReleasePayoutInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The payout. */
  payoutId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What releasing led to: one of the two is null. */
export type ReleasePayoutResult = {
  /** The payout. */
  payout?: Maybe<Payout>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A payout to send again. */
export type RetryPayoutInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The payout. */
  payoutId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What trying again led to: one of the two is null. */
export type RetryPayoutResult = {
  /** The payout. */
  payout?: Maybe<Payout>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** How often a unit is paid. */
export type SetPayoutIntervalInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The unit. */
  unitId: Scalars['UUID']['input'];
  /** Every how many days, 1 to 31. */
  days: Scalars['Int']['input'];
};

/** What setting it led to: one of the two is null. */
export type SetPayoutIntervalResult = {
  /** The unit. */
  unit?: Maybe<OrgUnit>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which receipt. */
export type DuesReceiptKind =
  /** Biên lai từ hệ thống DVC — made by this system, as PDF, as often as wanted. */
  | 'DVC'
  /** Biên lai từ hệ thống thanh toán quốc gia — shown by the payment platform itself. */
  | 'NATIONAL_PAYMENT'
  /** Biên lai thu tiền mặt — of notes handed to the branch, as PDF. */
  | 'CASH';

/** A receipt (biên lai). */
export type DuesReceipt = {
  /** Whose receipt it is. */
  kind: DuesReceiptKind;
  /** Số biên lai. */
  number: Scalars['String']['output'];
  /** The day of the payment, in Việt Nam. */
  issuedOn: Scalars['Date']['output'];
  /**
   * Where it is to be had: a PDF by a link that is good for 15 minutes, or the page of the platform. Null for inspection where it would
   * show the reference of the payment.
   */
  url?: Maybe<Scalars['String']['output']>;
  /** The public address that says whether the receipt is good, without showing anything personal: what its QR code holds. */
  verifyUrl: Scalars['String']['output'];
};

/** A unit and its superior compare the dues of some months (đối chiếu đảng phí). */
export type Reconciliation = {
  /**
   * The digital signatures over the minutes, the unit's first; each has its signed PDF. Who may sign next is told by `SIGN` (signReconciliation)
   * among `availableActions` of a closed reconciliation.
   */
  signatures: Array<DocumentSignature>;
  /** The id of the reconciliation. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The number of the dossier, such as `DC-2026Q2-05.200.044`. */
  number: Scalars['String']['output'];
  /** Quarter, half or year. */
  kind: ReconciliationKind;
  /** What it is called. */
  title: Scalars['String']['output'];
  /** The first month. */
  from: Scalars['Month']['output'];
  /** The last month; belongs to it. */
  through: Scalars['Month']['output'];
  /** The unit whose figures they are. */
  unit: OrgUnit;
  /** The unit above, with which they are compared. */
  superior: OrgUnit;
  /** Where it stands. */
  status: ReconciliationStatus;
  /** The day on which it was opened. */
  openedOn: Scalars['Date']['output'];
  /** The last day to close it: the 15th after the end of the months. */
  dueOn: Scalars['Date']['output'];
  /** Is it not closed although that day is over? */
  overdue: Scalars['Boolean']['output'];
  /** The figures that both look at; they no longer change once it is closed. */
  figures: ReconciliationFigures;
  /** When these figures were computed. */
  figuresAt: Scalars['DateTime']['output'];
  /** The same figures computed anew from the charges and the ledger, now. */
  figuresNow: ReconciliationFigures;
  /** The day on which the unit confirmed. */
  confirmedOn?: Maybe<Scalars['Date']['output']>;
  /** Who confirmed for the unit. */
  confirmedByName?: Maybe<Scalars['String']['output']>;
  /** The day on which the superior closed it. */
  closedOn?: Maybe<Scalars['Date']['output']>;
  /** Who closed it. */
  closedByName?: Maybe<Scalars['String']['output']>;
  /** The difference that was reported last; null when there was none. */
  dispute?: Maybe<ReconciliationDispute>;
  /** What was proposed to settle differences, the first one first. */
  adjustments: Array<ReconciliationAdjustment>;
  /** The minutes (biên bản đối chiếu) as PDF: a link that is good for 15 minutes. Null before it is closed. */
  minutesUrl?: Maybe<Scalars['String']['output']>;
  /**
   * What can be done in the present state, and whether you may do it now: `CONFIRM` confirmReconciliation, `DISPUTE`
   * disputeReconciliation, `CLOSE` closeReconciliation, `PROPOSE_ADJUSTMENT` adjustReconciliation, `APPROVE_ADJUSTMENT`
   * approveReconciliationAdjustment, `REJECT_ADJUSTMENT` rejectReconciliationAdjustment, `UPHOLD` upholdReconciliation.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** The minutes that are signed. */
export type SignReconciliationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The reconciliation. */
  reconciliationId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What it led to: one of the two is null. */
export type SignReconciliationResult = {
  /** The reconciliation. */
  reconciliation?: Maybe<Reconciliation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which months are compared. */
export type ReconciliationKind =
  /** Quý — three months. */
  | 'QUARTER'
  /** Sáu tháng — January to June, or July to December. */
  | 'HALF'
  /** Năm — twelve months. */
  | 'YEAR';

/** Where a reconciliation stands. */
export type ReconciliationStatus =
  /** Đang đối chiếu — the unit is to confirm or dispute its figures. */
  | 'OPEN'
  /** Cấp dưới đã xác nhận — the superior is to close it. */
  | 'CONFIRMED_BY_SUB'
  /** Có chênh lệch — a finance officer is to adjust or uphold the figures. */
  | 'DISPUTED'
  /** Đã chốt số liệu — both agree, for good. */
  | 'CLOSED';

/** A figure that the two compare. */
export type ReconciliationFigure =
  /** Phải nộp — charged for these months. */
  | 'DUE'
  /** Đã thu — collected in these months. */
  | 'PAID'
  /** Được trích giữ lại — kept by the unit and all below it. */
  | 'RETAINED'
  /** Đã nộp cấp trên — gone to the units above. */
  | 'REMITTED'
  /** Đã nhận — reached the unit's own account, or kept of cash. */
  | 'RECEIVED'
  /** Còn phải nộp cấp trên — cash for the units above that still lies below. */
  | 'OWED'
  /** Tiền mặt đang giữ — dues in notes in the branches below. */
  | 'CASH_HELD';

/** What an adjustment is. */
export type AdjustmentStatus =
  /** Chờ duyệt — a second person is to decide. */
  | 'PROPOSED'
  /** Đã ghi sổ — posted in the ledger. */
  | 'POSTED'
  /** Không duyệt — not posted. */
  | 'REJECTED';

/**
 * The dues of a unit and everything below it in some months. What is due goes by the month that it is for; what moved, by the day on which
 * the ledger booked it. The tree is that of the last day.
 */
export type ReconciliationFigures = {
  /** Members charged in the last month. */
  members: Scalars['Int']['output'];
  /** Those among them whose last month is waived. */
  exempt: Scalars['Int']['output'];
  /** Phải nộp: charged for these months, without what is waived. */
  due: Scalars['Dong']['output'];
  /** Đã thu: collected in these months, less what was given back. */
  paid: Scalars['Dong']['output'];
  /** Of it, online. */
  paidOnline: Scalars['Dong']['output'];
  /** Of it, in cash to the branch. */
  paidCash: Scalars['Dong']['output'];
  /** Given back because of an error, taken off above already. */
  refunded: Scalars['Dong']['output'];
  /** Due less collected; below 0 when more was collected than these months charge. */
  unpaid: Scalars['Dong']['output'];
  /** Được trích giữ lại: what the unit and all below it keep, adjustments included. */
  retained: Scalars['Dong']['output'];
  /** Of it, what the division gives to the unit itself. */
  ownShare: Scalars['Dong']['output'];
  /** Of `retained`, what adjustments gave or took. */
  adjusted: Scalars['Dong']['output'];
  /** Phải nộp cấp trên: collected less retained. */
  toRemit: Scalars['Dong']['output'];
  /** Đã nộp cấp trên: what of it has left, cash included that was owed before. */
  remitted: Scalars['Dong']['output'];
  /** Còn phải nộp cấp trên: cash for the units above that still lies below after the last day. */
  owed: Scalars['Dong']['output'];
  /** The same before the first day. */
  owedBefore: Scalars['Dong']['output'];
  /** Đã nhận: paid out to the unit's own account, or kept of cash at once. */
  received: Scalars['Dong']['output'];
  /** Tiền mặt đang giữ: dues in notes in the branches below after the last day. */
  cashHeld: Scalars['Dong']['output'];
};

/** A difference that was reported. */
export type ReconciliationDispute = {
  /** Which figure. */
  figure: ReconciliationFigure;
  /** What it should be. */
  amount: Scalars['Dong']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
};

/** Shares that are moved between units to settle a difference. */
export type ReconciliationAdjustment = {
  /** The id of the adjustment. */
  id: Scalars['UUID']['output'];
  /** Where it stands. */
  status: AdjustmentStatus;
  /** Why. */
  reason: Scalars['String']['output'];
  /** What is moved. */
  moves: Array<ShareMove>;
  /** Who proposed it. */
  proposedByName: Scalars['String']['output'];
  /** On which day. */
  proposedOn: Scalars['Date']['output'];
  /** Who decided. */
  decidedByName?: Maybe<Scalars['String']['output']>;
  /** On which day. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
};

/** A part of what is owed to one unit is owed to another instead. */
export type ShareMove = {
  /** From whom. */
  from: OrgUnit;
  /** To whom. */
  to: OrgUnit;
  /** How much. */
  amount: Scalars['Dong']['output'];
};

/** A part of what is owed to one unit, to be owed to another instead. */
export type ShareMoveInput = {
  /** From whom. */
  fromUnitId: Scalars['UUID']['input'];
  /** To whom. */
  toUnitId: Scalars['UUID']['input'];
  /** How much, more than 0. */
  amount: Scalars['Dong']['input'];
};

/** A page of reconciliations. */
export type ReconciliationConnection = {
  /** The rows of this page. */
  edges: Array<ReconciliationEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A reconciliation in a page. */
export type ReconciliationEdge = {
  /** The reconciliation. */
  node: Reconciliation;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** Which reconciliation to open. */
export type OpenReconciliationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The unit whose figures they are. */
  unitId: Scalars['UUID']['input'];
  /** Quarter, half or year. */
  kind: ReconciliationKind;
  /** Its first month, such as `2026-04` for the second quarter. */
  from: Scalars['Month']['input'];
};

/** What it led to: one of the two is null. */
export type OpenReconciliationResult = {
  /** The reconciliation. */
  reconciliation?: Maybe<Reconciliation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What the unit agrees with. */
export type ConfirmReconciliationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The reconciliation. */
  reconciliationId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What it led to: one of the two is null. */
export type ConfirmReconciliationResult = {
  /** The reconciliation. */
  reconciliation?: Maybe<Reconciliation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A difference. */
export type DisputeReconciliationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The reconciliation. */
  reconciliationId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Which figure. */
  figure: ReconciliationFigure;
  /** What it should be, in đồng. */
  amount: Scalars['Dong']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
};

/** What it led to: one of the two is null. */
export type DisputeReconciliationResult = {
  /** The reconciliation. */
  reconciliation?: Maybe<Reconciliation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What the superior agrees with. */
export type CloseReconciliationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The reconciliation. */
  reconciliationId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What it led to: one of the two is null. */
export type CloseReconciliationResult = {
  /** The reconciliation. */
  reconciliation?: Maybe<Reconciliation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** An adjustment. */
export type AdjustReconciliationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The reconciliation. */
  reconciliationId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What is moved, 1 to 20. */
  moves: Array<ShareMoveInput>;
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
};

/** What it led to: one of the two is null. */
export type AdjustReconciliationResult = {
  /** The reconciliation. */
  reconciliation?: Maybe<Reconciliation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** The reconciliation whose adjustment is approved. */
export type ApproveReconciliationAdjustmentInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The reconciliation. */
  reconciliationId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What it led to: one of the two is null. */
export type ApproveReconciliationAdjustmentResult = {
  /** The reconciliation. */
  reconciliation?: Maybe<Reconciliation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** The reconciliation whose adjustment is not approved. */
export type RejectReconciliationAdjustmentInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The reconciliation. */
  reconciliationId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
};

/** What it led to: one of the two is null. */
export type RejectReconciliationAdjustmentResult = {
  /** The reconciliation. */
  reconciliation?: Maybe<Reconciliation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** The reconciliation whose figures stand. */
export type UpholdReconciliationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The reconciliation. */
  reconciliationId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
};

/** What it led to: one of the two is null. */
export type UpholdReconciliationResult = {
  /** The reconciliation. */
  reconciliation?: Maybe<Reconciliation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Money that goes back: of a payment in error, or of one that came twice. */
export type DuesRefund = {
  /** The id of the refund. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The order that was paid. */
  order?: Maybe<DuesOrder>;
  /** Why there is money to give back. */
  kind: DuesRefundKind;
  /** Where the refund stands. */
  status: DuesRefundStatus;
  /** How much goes back. */
  amount: Scalars['Dong']['output'];
  /** Why it was asked for. */
  reason: Scalars['String']['output'];
  /** Who asked for it; null for money that came twice. */
  requestedBy?: Maybe<Scalars['String']['output']>;
  /** The day on which it was asked for. */
  requestedOn: Scalars['Date']['output'];
  /** Who decided. */
  decidedBy?: Maybe<Scalars['String']['output']>;
  /** The day of the decision. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** The day on which the money was back. */
  paidOn?: Maybe<Scalars['Date']['output']>;
  /** Why the platform could not give it back. */
  failure?: Maybe<Scalars['String']['output']>;
  /**
   * What can be done in the present state, and whether you may do it now. The codes, and the mutation that does each: `APPROVE`
   * approveRefund, `REJECT` rejectRefund, `REOPEN` reopenRefund, `RETRY` retryRefund, `HAND_BACK` confirmCashReturned.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** Why there is money to give back. */
export type DuesRefundKind =
  /** Hoàn khoản đã nộp — a payment in error; once approved, its charges are owed again. */
  | 'PAYMENT'
  /** Hoàn khoản nộp trùng — money that came twice, or after its charges had been paid otherwise. */
  | 'DUPLICATE';

/** Where a refund stands. */
export type DuesRefundStatus =
  /** Chờ duyệt hoàn tiền — somebody else has to decide. */
  | 'REQUESTED'
  /** Không hoàn tiền — declined with a reason. */
  | 'REJECTED'
  /** Đã duyệt, chờ hoàn tiền — reversed in the ledger; the money has yet to leave. */
  | 'APPROVED'
  /** Đã gửi lệnh hoàn tiền — the platform was told to give it back. */
  | 'INSTRUCTED'
  /** Hoàn tiền không thành công — the platform could not. */
  | 'FAILED'
  /** Đã hoàn tiền — the payer has it. */
  | 'PAID';

/** A page of refunds. */
export type DuesRefundConnection = {
  /** The rows of this page. */
  edges: Array<DuesRefundEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A refund and its place in the list. */
export type DuesRefundEdge = {
  /** The refund. */
  node: DuesRefund;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** Which payment to give back, and why. */
export type RequestRefundInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The order. */
  orderId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 1000 characters. */
  reason: Scalars['String']['input'];
};

/** What asking for a refund led to: one of the two is null. */
export type RequestRefundResult = {
  /** The refund. */
  refund?: Maybe<DuesRefund>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which refund to approve. */
export type ApproveRefundInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The refund. */
  refundId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What approving a refund led to: one of the two is null. */
export type ApproveRefundResult = {
  /** The refund. */
  refund?: Maybe<DuesRefund>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which refund to decline, and why. */
export type RejectRefundInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The refund. */
  refundId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 1000 characters. */
  reason: Scalars['String']['input'];
};

/** What declining a refund led to: one of the two is null. */
export type RejectRefundResult = {
  /** The refund. */
  refund?: Maybe<DuesRefund>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which refund to ask for again, and why. */
export type ReopenRefundInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The refund. */
  refundId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 1000 characters. */
  reason: Scalars['String']['input'];
};

/** What asking again led to: one of the two is null. */
export type ReopenRefundResult = {
  /** The refund. */
  refund?: Maybe<DuesRefund>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which refund to send again. */
export type RetryRefundInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The refund. */
  refundId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What sending a refund again led to: one of the two is null. */
export type RetryRefundResult = {
  /** The refund. */
  refund?: Maybe<DuesRefund>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which notes were handed back. */
export type ConfirmCashReturnedInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The refund. */
  refundId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What confirming notes handed back led to: one of the two is null. */
export type ConfirmCashReturnedResult = {
  /** The refund. */
  refund?: Maybe<DuesRefund>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What a branch holds of dues in notes beyond its own share. */
export type CashToRemit = {
  /** All of it; negative when more was handed back to payers than was collected since. */
  total: Scalars['Dong']['output'];
  /** How much of it is declared, and not confirmed to have arrived. */
  declared: Scalars['Dong']['output'];
  /** How much of it is not declared yet. */
  undeclared: Scalars['Dong']['output'];
};

/** What a branch carries to the central account of dues paid in notes. */
export type Remittance = {
  /** The id of the remittance. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The number that stands in the content of the bank transfer. */
  number: Scalars['String']['output'];
  /** The branch. */
  branch?: Maybe<OrgUnit>;
  /** How much: exactly what the branch held when it was declared. */
  amount: Scalars['Dong']['output'];
  /** Where it stands. */
  status: RemittanceStatus;
  /** The day on which it was declared. */
  declaredOn: Scalars['Date']['output'];
  /** Who declared it. */
  declaredByName: Scalars['String']['output'];
  /** The day on which the money arrived. */
  confirmedOn?: Maybe<Scalars['Date']['output']>;
  /** What can be done in the present state, and whether you may do it now: `CONFIRM` confirmRemittance, `WITHDRAW` withdrawRemittance. */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** Where a remittance stands. */
export type RemittanceStatus =
  /** Đã khai báo, chờ tiền về — the money is on its way. */
  | 'DECLARED'
  /** Đã nhận tiền — it lies on the central account. */
  | 'CONFIRMED'
  /** Đã rút khai báo — the cash stayed with the branch. */
  | 'WITHDRAWN';

/** A page of remittances. */
export type RemittanceConnection = {
  /** The rows of this page. */
  edges: Array<RemittanceEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A remittance in a page. */
export type RemittanceEdge = {
  /** The remittance. */
  node: Remittance;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** Cash to declare. */
export type DeclareRemittanceInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The branch that holds it. */
  branchId: Scalars['UUID']['input'];
};

/** What declaring led to: one of the two is null. */
export type DeclareRemittanceResult = {
  /** The remittance. */
  remittance?: Maybe<Remittance>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A remittance whose money has arrived. */
export type ConfirmRemittanceInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The remittance. */
  remittanceId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What confirming led to: one of the two is null. */
export type ConfirmRemittanceResult = {
  /** The remittance. */
  remittance?: Maybe<Remittance>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A declaration to take back. */
export type WithdrawRemittanceInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The remittance. */
  remittanceId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
};

/** What taking it back led to: one of the two is null. */
export type WithdrawRemittanceResult = {
  /** The remittance. */
  remittance?: Maybe<Remittance>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A member of the Party (đảng viên). What you may not see of them, and what a service that is away would say, is null. */
export type Member = {
  /** The id of the member. */
  id: Scalars['UUID']['output'];
  /** The member's dues; null when they are not yours and no branch in your scope has this member, or when nothing is known of them yet. */
  dues?: Maybe<MemberDues>;
};

/** A branch that charges a member, and the months in which it does. */
export type DuesCharging = {
  /** The branch. */
  branch: OrgUnit;
  /** The first month that it charges. */
  from: Scalars['Month']['output'];
  /** The last month that it charges; null until further notice. */
  through?: Maybe<Scalars['Month']['output']>;
  /** Why it charges. */
  cause: DuesChargingCause;
};

/** Why a branch charges a member. */
export type DuesChargingCause =
  /** Từ khi đăng ký — the registration, or the registry at the start of the system, names this branch. */
  | 'START'
  /** Chuyển sinh hoạt đảng — the branch admitted the member. */
  | 'TRANSFER';

/** By what totals are broken down. */
export type DuesTotalsGroup =
  /** Theo tháng — a cell a month. */
  | 'MONTH'
  /** Theo quý — a cell a quarter of the calendar year. */
  | 'QUARTER'
  /** Theo năm — a cell a calendar year. */
  | 'YEAR'
  /** Theo tổ chức trực thuộc — a cell for each unit directly below, and one for what is the unit's own. */
  | 'CHILD_UNIT'
  /** Theo nhóm đối tượng — by what the dues are computed. */
  | 'CATEGORY'
  /** Theo kênh nộp — online or in notes; only what was paid has one. */
  | 'CHANNEL'
  /** Theo phương thức thanh toán — bank, wallet and so on; only what was paid has one. */
  | 'METHOD';

/** Which month counts. */
export type DuesTotalsAxis =
  /** Theo kỳ đảng phí — the month that a charge is for, whenever it was paid. */
  | 'PERIOD'
  /** Theo tháng nộp — the month in which the money came, or went back; nothing is due by it. */
  | 'PAYMENT';

/** How dues reached the Party. */
export type DuesChannel =
  /** Trực tuyến — through the payment platform. */
  | 'ONLINE'
  /** Tiền mặt — in notes, to the branch. */
  | 'CASH';

/** Totals of dues of a unit and everything below it. */
export type DuesTotals = {
  /** The unit. */
  unit: OrgUnit;
  /** The first month. */
  from: Scalars['Month']['output'];
  /** The month after the last one. */
  to: Scalars['Month']['output'];
  /** Which month counts. */
  axis: DuesTotalsAxis;
  /** The day of the tree; null: each month in the tree of its own last day. */
  asOf?: Maybe<Scalars['Date']['output']>;
  /** The cells of the breakdown, by time, then by unit. A cell without anything due or paid is left out. */
  cells: Array<DuesTotalsCell>;
  /** All of it together. */
  total: DuesTotalsCell;
};

/**
 * A cell of a breakdown. Amounts are whole đồng. Who is charged, or pays, in a month is counted once in it, and over several months once
 * in each. Below the grassroots, analysts are not told of fewer than five payers, nor of what would give such a cell away (`hidden`).
 */
export type DuesTotalsCell = {
  /** The unit that it is about: the one asked for, or one directly below it. */
  unit: OrgUnit;
  /** The month, or the first month of the quarter or year; null when not broken down by time. */
  month?: Maybe<Scalars['Month']['output']>;
  /** By what the dues are computed; null when not broken down by it. */
  category?: Maybe<DuesCategory>;
  /** How they came; null when not broken down by it. */
  channel?: Maybe<DuesChannel>;
  /** With what they were paid; null when not broken down by it. */
  method?: Maybe<DuesPaymentMethod>;
  /** Charged and not waived. Null by month of payment, by channel and by method. */
  due?: Maybe<Scalars['Dong']['output']>;
  /** Paid, less what went back. */
  paid?: Maybe<Scalars['Dong']['output']>;
  /** Still owed: due less paid. Null where `due` is. */
  outstanding?: Maybe<Scalars['Dong']['output']>;
  /** What the unit and those below it keep of it. */
  retained?: Maybe<Scalars['Dong']['output']>;
  /** What goes further up: paid less retained. */
  remitted?: Maybe<Scalars['Dong']['output']>;
  /** Members charged. Null where `due` is. */
  members?: Maybe<Scalars['Int']['output']>;
  /**
   * Members who have paid: by period those who paid their monthly charge, by month of payment those who paid anything. Broken down by
   * category, channel or method, who paid in two branches in one month counts in both.
   */
  payers?: Maybe<Scalars['Int']['output']>;
  /** Nothing is told of this cell; its figures are null. */
  hidden: Scalars['Boolean']['output'];
};

/** What a member gives a month beyond the prescribed rate; it is charged beside the dues and never owed. */
export type VoluntaryContribution = {
  /** The id of the dossier. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The dossier number. */
  number: Scalars['String']['output'];
  /** Where it stands. */
  status: VoluntaryContributionStatus;
  /** Who gives it; null when you may not see that member. */
  member?: Maybe<Member>;
  /** The branch of the member. */
  branch: OrgUnit;
  /** Whose leaders decide: those of the direct superior of the branch. */
  approverUnit: OrgUnit;
  /** What is given a month. */
  amount: Scalars['Dong']['output'];
  /** The first month. */
  from: Scalars['Month']['output'];
  /** The last month; null until further notice. */
  through?: Maybe<Scalars['Month']['output']>;
  /** The day on which the branch reported it. */
  requestedOn: Scalars['Date']['output'];
  /** The day of the decision, or of the end. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Who decided. */
  decidedByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they decided. */
  decidedByTitle?: Maybe<Scalars['String']['output']>;
  /** Why it was declined. */
  decisionReason?: Maybe<Scalars['String']['output']>;
  /**
   * What can be done in the present state, and whether you may do it now. The codes, and the mutation that does each: `APPROVE`
   * approveVoluntaryContribution, `REJECT` rejectVoluntaryContribution, `END` endVoluntaryContribution.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** Where a voluntary part stands. */
export type VoluntaryContributionStatus =
  /** Chờ cấp trên trực tiếp quyết định — the leaders of the direct superior decide. */
  | 'PENDING'
  /** Đã đồng ý — it is charged from its month on. */
  | 'APPROVED'
  /** Không đồng ý — the rate holds without it. */
  | 'REJECTED'
  /** Đã kết thúc — by the member, or by another rate. */
  | 'ENDED';

/** A page of voluntary parts. */
export type VoluntaryContributionConnection = {
  /** The rows of this page. */
  edges: Array<VoluntaryContributionEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** One row of a page of voluntary parts. */
export type VoluntaryContributionEdge = {
  /** The row. */
  node: VoluntaryContribution;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** Which one, as you read it. */
export type ApproveVoluntaryContributionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The voluntary part. */
  contributionId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What the approval led to: one of the two is null. */
export type ApproveVoluntaryContributionResult = {
  /** The dossier as it is now. */
  contribution?: Maybe<VoluntaryContribution>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which one, as you read it. */
export type RejectVoluntaryContributionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The voluntary part. */
  contributionId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The reason that the member reads. */
  reason: Scalars['String']['input'];
};

/** What the rejection led to: one of the two is null. */
export type RejectVoluntaryContributionResult = {
  /** The dossier as it is now. */
  contribution?: Maybe<VoluntaryContribution>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which one, as you read it. */
export type EndVoluntaryContributionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The voluntary part. */
  contributionId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What ending it led to: one of the two is null. */
export type EndVoluntaryContributionResult = {
  /** The dossier as it is now. */
  contribution?: Maybe<VoluntaryContribution>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What is asked for. */
export type RequestWaiverInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** What is asked for. */
  kind: WaiverKind;
  /** On which ground. */
  ground: WaiverGround;
  /** The first month, within a year of today. */
  fromMonth: Scalars['Month']['input'];
  /** The last month; only an exemption for good has none. */
  throughMonth?: InputMaybe<Scalars['Month']['input']>;
  /** Until when what is announced in these months may be paid; for late payment. */
  deferredUntil?: InputMaybe<Scalars['Date']['input']>;
  /** The written request of the member, such as its day and number, 1 to 200 characters; for every ground but the years in the Party and the exemption from activity. */
  requestReference?: InputMaybe<Scalars['String']['input']>;
  /** Who exempted the member from Party activity, and by which decision; for late and advance payment. */
  exemptedBy?: InputMaybe<Scalars['String']['input']>;
  /** The first month of that exemption. */
  exemptedFrom?: InputMaybe<Scalars['Month']['input']>;
  /** The last month of that exemption. */
  exemptedThrough?: InputMaybe<Scalars['Month']['input']>;
  /** Why it is asked for, up to 2,000 characters. */
  reason: Scalars['String']['input'];
  /** What proves it: files that you have brought (`prepareDuesUpload`), at most 20. Refused: FILE_NOT_UPLOADED, FILE_IN_USE. */
  documentIds?: Array<Scalars['UUID']['input']>;
};

/** What asking for it led to: one of the two is null. */
export type RequestWaiverResult = {
  /** The dossier as it is now. */
  waiver?: Maybe<Waiver>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What is asked for, and by whom. */
export type EnterWaiverInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The member who asks. */
  memberId: Scalars['UUID']['input'];
  /** What is asked for. */
  kind: WaiverKind;
  /** On which ground. */
  ground: WaiverGround;
  /** The first month, within a year of today. */
  fromMonth: Scalars['Month']['input'];
  /** The last month; only an exemption for good has none. */
  throughMonth?: InputMaybe<Scalars['Month']['input']>;
  /** Until when what is announced in these months may be paid; for late payment. */
  deferredUntil?: InputMaybe<Scalars['Date']['input']>;
  /** The written request of the member, such as its day and number, 1 to 200 characters; for every ground but the years in the Party and the exemption from activity. */
  requestReference?: InputMaybe<Scalars['String']['input']>;
  /** Who exempted the member from Party activity, and by which decision; for late and advance payment. */
  exemptedBy?: InputMaybe<Scalars['String']['input']>;
  /** The first month of that exemption. */
  exemptedFrom?: InputMaybe<Scalars['Month']['input']>;
  /** The last month of that exemption. */
  exemptedThrough?: InputMaybe<Scalars['Month']['input']>;
  /** Why it is asked for, up to 2,000 characters. */
  reason: Scalars['String']['input'];
  /** Scans of the written request and of what proves it: files that you have brought (`prepareDuesUpload`), 1 to 20. Refused: SCAN_REQUIRED, FILE_NOT_UPLOADED, FILE_IN_USE. */
  scanIds: Array<Scalars['UUID']['input']>;
};

/** What entering it led to: one of the two is null. */
export type EnterWaiverResult = {
  /** The dossier as it is now. */
  waiver?: Maybe<Waiver>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which one, as you read it. */
export type ApproveWaiverInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The request. */
  waiverId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What granting it led to: one of the two is null. */
export type ApproveWaiverResult = {
  /** The dossier as it is now. */
  waiver?: Maybe<Waiver>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which one, as you read it. */
export type RejectWaiverInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The request. */
  waiverId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The reason that the member reads. */
  reason: Scalars['String']['input'];
};

/** What declining it led to: one of the two is null. */
export type RejectWaiverResult = {
  /** The dossier as it is now. */
  waiver?: Maybe<Waiver>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which one, as you read it. */
export type WithdrawWaiverInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The request. */
  waiverId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What taking it back led to: one of the two is null. */
export type WithdrawWaiverResult = {
  /** The dossier as it is now. */
  waiver?: Maybe<Waiver>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which one, as you read it. */
export type EndWaiverInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** What was granted. */
  waiverId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The first month in which it holds no more; it must not have begun. */
  fromMonth: Scalars['Month']['input'];
  /** The reason that the member reads. */
  reason: Scalars['String']['input'];
};

/** What ending it led to: one of the two is null. */
export type EndWaiverResult = {
  /** The dossier as it is now. */
  waiver?: Maybe<Waiver>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Exemption, reduction, late or advance payment of a member's dues, and what was decided on it. */
export type Waiver = {
  /** The id of the dossier. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The dossier number. */
  number: Scalars['String']['output'];
  /** Where it stands. */
  status: WaiverStatus;
  /** Whose dues; null when you may not see that member. */
  member?: Maybe<Member>;
  /** The branch of the member. */
  branch: OrgUnit;
  /** Whose leaders decide. */
  approverUnit: OrgUnit;
  /** What is asked for. */
  kind: WaiverKind;
  /** On which ground. */
  ground: WaiverGround;
  /** The first month. */
  from: Scalars['Month']['output'];
  /** The last month; null until further notice. */
  through?: Maybe<Scalars['Month']['output']>;
  /** Until when what is announced in these months may be paid; of late payment only. */
  deferredUntil?: Maybe<Scalars['Date']['output']>;
  /** By which way it came. */
  channel: WaiverChannel;
  /** The written request. */
  requestReference?: Maybe<Scalars['String']['output']>;
  /** Who exempted the member from Party activity. */
  exemptedBy?: Maybe<Scalars['String']['output']>;
  /** The first month of that exemption. */
  exemptedFrom?: Maybe<Scalars['Month']['output']>;
  /** The last month of that exemption. */
  exemptedThrough?: Maybe<Scalars['Month']['output']>;
  /** Why it is asked for. */
  reason: Scalars['String']['output'];
  /** The scan of the written request and what proves it, in the order in which it came. */
  documents: Array<Attachment>;
  /** The day on which it was asked for. */
  requestedOn: Scalars['Date']['output'];
  /** The day of the decision, or of the withdrawal. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Who decided. */
  decidedByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they decided. */
  decidedByTitle?: Maybe<Scalars['String']['output']>;
  /** Why it was declined, or ended early. */
  decisionReason?: Maybe<Scalars['String']['output']>;
  /** The day on which it was ended early. */
  endedOn?: Maybe<Scalars['Date']['output']>;
  /**
   * What can be done in the present state, and whether you may do it now. The codes, and the mutation that does each: `APPROVE`
   * approveWaiver, `REJECT` rejectWaiver, `WITHDRAW` withdrawWaiver, `END` endWaiver.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** What is granted. */
export type WaiverKind =
  /** Miễn đảng phí — nothing is owed. */
  | 'EXEMPT'
  /** Giảm 30 % — 70 % of the rate are owed. */
  | 'REDUCE_30'
  /** Giảm 50 % — half of the rate is owed. */
  | 'REDUCE_50'
  /** Giảm 70 % — 30 % of the rate are owed. */
  | 'REDUCE_70'
  /** Nộp chậm — the dues may be paid later. */
  | 'DEFER'
  /** Nộp trước — months to come may be paid. */
  | 'ADVANCE';

/** On which ground. */
export type WaiverGround =
  /** Đủ 50 năm tuổi đảng trở lên — 50 full years in the Party. */
  | 'PARTY_AGE'
  /** Hưởng trợ cấp hưu trí xã hội — receives the social retirement allowance. */
  | 'SOCIAL_PENSION'
  /** Hoàn cảnh đặc biệt khó khăn — poor or near-poor household, fatal disease. */
  | 'SPECIAL_HARDSHIP'
  /** Hoàn cảnh khó khăn — other hardship, at most 12 months a decision. */
  | 'HARDSHIP'
  /** Được miễn sinh hoạt đảng — exempt from Party activity: works far away or mobile, or where there is no organisation. */
  | 'EXEMPT_FROM_ACTIVITY';

/** By which way a request came. */
export type WaiverChannel =
  /** Trực tuyến — the member asked for it. */
  | 'ONLINE'
  /** Bản giấy — the branch entered it. */
  | 'PAPER'
  /** Hệ thống đề xuất — proposed by the system, by the day of admission. */
  | 'SYSTEM';

/** Where it stands. */
export type WaiverStatus =
  /** Chờ quyết định — the leaders of the deciding unit decide. */
  | 'PENDING'
  /** Đã duyệt — it holds in its months. */
  | 'APPROVED'
  /** Bị từ chối — declined with a reason. */
  | 'REJECTED'
  /** Đã rút — taken back by the member. */
  | 'WITHDRAWN'
  /** Đã hủy trước khi áp dụng — ended before its first month. */
  | 'REVOKED';

/** A page of waivers. */
export type WaiverConnection = {
  /** The rows of this page. */
  edges: Array<WaiverEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** One row of a page of waivers. */
export type WaiverEdge = {
  /** The row. */
  node: Waiver;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
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
  OrgUnit: OrgUnit;
  DuesOrder: DuesOrder;
  Member: Member;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  OrgUnit:
    ( { __typename: 'OrgUnit' }
    & GraphQLRecursivePick<FederationTypes['OrgUnit'], {"id":true}> );
  DuesOrder:
    ( { __typename: 'DuesOrder' }
    & GraphQLRecursivePick<FederationTypes['DuesOrder'], {"id":true}> );
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
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
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OrgUnit: ResolverTypeWrapper<any>;
  DuesOrder: ResolverTypeWrapper<any>;
  DuesOrderLine: ResolverTypeWrapper<any>;
  MemberDues: ResolverTypeWrapper<any>;
  UnitAmount: ResolverTypeWrapper<any>;
  AllocationBasis: ResolverTypeWrapper<any>;
  AllocationPolicy: ResolverTypeWrapper<any>;
  AllocationLevel: ResolverTypeWrapper<any>;
  AllocationChoice: ResolverTypeWrapper<any>;
  ChargeAllocation: ResolverTypeWrapper<any>;
  AllocationShare: ResolverTypeWrapper<any>;
  EnterAllocationPolicyInput: ResolverTypeWrapper<any>;
  AllocationLevelInput: ResolverTypeWrapper<any>;
  EnterAllocationPolicyResult: ResolverTypeWrapper<any>;
  ChooseAllocationInput: ResolverTypeWrapper<any>;
  ChooseAllocationResult: ResolverTypeWrapper<any>;
  AnnounceDuesInput: ResolverTypeWrapper<any>;
  AnnounceDuesResult: ResolverTypeWrapper<any>;
  DuesAnnouncement: ResolverTypeWrapper<any>;
  DuesAnnouncementLineConnection: ResolverTypeWrapper<any>;
  DuesAnnouncementLineEdge: ResolverTypeWrapper<any>;
  DuesAnnouncementLine: ResolverTypeWrapper<any>;
  BranchToAnnounce: ResolverTypeWrapper<any>;
  BranchToAnnounceConnection: ResolverTypeWrapper<any>;
  BranchToAnnounceEdge: ResolverTypeWrapper<any>;
  MemberArrears: ResolverTypeWrapper<any>;
  MemberArrearsConnection: ResolverTypeWrapper<any>;
  MemberArrearsEdge: ResolverTypeWrapper<any>;
  ArrearsAlert: ResolverTypeWrapper<any>;
  ArrearsAlertConnection: ResolverTypeWrapper<any>;
  ArrearsAlertEdge: ResolverTypeWrapper<any>;
  BankStatement: ResolverTypeWrapper<any>;
  BankStatementLine: ResolverTypeWrapper<any>;
  StatementLineStatus: ResolverTypeWrapper<any>;
  StatementMatch: ResolverTypeWrapper<any>;
  BankStatementLineConnection: ResolverTypeWrapper<any>;
  BankStatementLineEdge: ResolverTypeWrapper<any>;
  ImportBankStatementInput: ResolverTypeWrapper<any>;
  BankStatementLineInput: ResolverTypeWrapper<any>;
  ImportBankStatementResult: ResolverTypeWrapper<any>;
  ResolveStatementLineInput: ResolverTypeWrapper<any>;
  ResolveStatementLineResult: ResolverTypeWrapper<any>;
  BeneficiaryAccount: ResolverTypeWrapper<any>;
  BeneficiaryAccountStatus: ResolverTypeWrapper<any>;
  BeneficiaryAccountConnection: ResolverTypeWrapper<any>;
  BeneficiaryAccountEdge: ResolverTypeWrapper<any>;
  DeclareBeneficiaryAccountInput: ResolverTypeWrapper<any>;
  DeclareBeneficiaryAccountResult: ResolverTypeWrapper<any>;
  ApproveBeneficiaryAccountInput: ResolverTypeWrapper<any>;
  ApproveBeneficiaryAccountResult: ResolverTypeWrapper<any>;
  RejectBeneficiaryAccountInput: ResolverTypeWrapper<any>;
  RejectBeneficiaryAccountResult: ResolverTypeWrapper<any>;
  EndBeneficiaryAccountInput: ResolverTypeWrapper<any>;
  EndBeneficiaryAccountResult: ResolverTypeWrapper<any>;
  DuesBill: ResolverTypeWrapper<any>;
  DuesBillLine: ResolverTypeWrapper<any>;
  BranchDuesBill: ResolverTypeWrapper<any>;
  BranchBillMember: ResolverTypeWrapper<any>;
  BranchBillBar: ResolverTypeWrapper<any>;
  DuesPayment: ResolverTypeWrapper<any>;
  DuesPaymentConnection: ResolverTypeWrapper<any>;
  DuesPaymentEdge: ResolverTypeWrapper<any>;
  DuesBook: ResolverTypeWrapper<any>;
  DuesBookRow: ResolverTypeWrapper<any>;
  DuesBookPeriodKind: ResolverTypeWrapper<any>;
  DuesBookPeriod: ResolverTypeWrapper<any>;
  DuesReport: ResolverTypeWrapper<any>;
  DuesReportLine: ResolverTypeWrapper<any>;
  DuesCalculation: ResolverTypeWrapper<any>;
  RecordCashInput: ResolverTypeWrapper<any>;
  CashOfMember: ResolverTypeWrapper<any>;
  RecordCashResult: ResolverTypeWrapper<any>;
  ConfirmCashInput: ResolverTypeWrapper<any>;
  ConfirmCashResult: ResolverTypeWrapper<any>;
  WithdrawCashInput: ResolverTypeWrapper<any>;
  WithdrawCashResult: ResolverTypeWrapper<any>;
  DuesChargeStatus: ResolverTypeWrapper<any>;
  DuesCharge: ResolverTypeWrapper<any>;
  DuesChargeConnection: ResolverTypeWrapper<any>;
  DuesChargeEdge: ResolverTypeWrapper<any>;
  DuesRate: ResolverTypeWrapper<any>;
  DuesRateStatus: ResolverTypeWrapper<any>;
  DuesRateConnection: ResolverTypeWrapper<any>;
  DuesRateEdge: ResolverTypeWrapper<any>;
  DeclareDuesRateInput: ResolverTypeWrapper<any>;
  DeclareDuesRateResult: ResolverTypeWrapper<any>;
  ApproveDuesRateInput: ResolverTypeWrapper<any>;
  ApproveDuesRateResult: ResolverTypeWrapper<any>;
  RejectDuesRateInput: ResolverTypeWrapper<any>;
  RejectDuesRateResult: ResolverTypeWrapper<any>;
  WithdrawDuesRateInput: ResolverTypeWrapper<any>;
  WithdrawDuesRateResult: ResolverTypeWrapper<any>;
  DuesCategory: ResolverTypeWrapper<any>;
  RateRuleKind: ResolverTypeWrapper<any>;
  DuesBaseKind: ResolverTypeWrapper<any>;
  DuesRegime: ResolverTypeWrapper<any>;
  DuesRateRule: ResolverTypeWrapper<any>;
  ID: ResolverTypeWrapper<any>;
  MinimumWage: ResolverTypeWrapper<any>;
  ContributionCap: ResolverTypeWrapper<any>;
  RetirementAge: ResolverTypeWrapper<any>;
  DuesProposal: ResolverTypeWrapper<any>;
  ProposeDuesResult: ResolverTypeWrapper<any>;
  SetRateRuleInput: ResolverTypeWrapper<any>;
  SetRateRuleResult: ResolverTypeWrapper<any>;
  SetMinimumWageInput: ResolverTypeWrapper<any>;
  SetMinimumWageResult: ResolverTypeWrapper<any>;
  SetContributionCapInput: ResolverTypeWrapper<any>;
  SetContributionCapResult: ResolverTypeWrapper<any>;
  DuesExportRows: ResolverTypeWrapper<any>;
  DuesExportFormat: ResolverTypeWrapper<any>;
  DuesExport: ResolverTypeWrapper<any>;
  LedgerKind: ResolverTypeWrapper<any>;
  LedgerAccount: ResolverTypeWrapper<any>;
  LedgerTransaction: ResolverTypeWrapper<any>;
  LedgerEntry: ResolverTypeWrapper<any>;
  LedgerTransactionConnection: ResolverTypeWrapper<any>;
  LedgerTransactionEdge: ResolverTypeWrapper<any>;
  LedgerEntryConnection: ResolverTypeWrapper<any>;
  LedgerEntryEdge: ResolverTypeWrapper<any>;
  DuesOrderLineConnection: ResolverTypeWrapper<any>;
  DuesOrderLineEdge: ResolverTypeWrapper<any>;
  DuesOrderConnection: ResolverTypeWrapper<any>;
  DuesOrderEdge: ResolverTypeWrapper<any>;
  DuesOrderMode: ResolverTypeWrapper<any>;
  DuesOrderStatus: ResolverTypeWrapper<any>;
  DuesPaymentMethod: ResolverTypeWrapper<any>;
  DuesChargeOrigin: ResolverTypeWrapper<any>;
  PayDuesInput: ResolverTypeWrapper<any>;
  PayDuesResult: ResolverTypeWrapper<any>;
  PayForBranchInput: ResolverTypeWrapper<any>;
  PayForBranchResult: ResolverTypeWrapper<any>;
  OpenCheckoutInput: ResolverTypeWrapper<any>;
  OpenCheckoutResult: ResolverTypeWrapper<any>;
  CancelDuesOrderInput: ResolverTypeWrapper<any>;
  CancelDuesOrderResult: ResolverTypeWrapper<any>;
  RetainedDues: ResolverTypeWrapper<any>;
  Payout: ResolverTypeWrapper<any>;
  PayoutStatus: ResolverTypeWrapper<any>;
  PayoutHoldReason: ResolverTypeWrapper<any>;
  PayoutAttempt: ResolverTypeWrapper<any>;
  PayoutOutcome: ResolverTypeWrapper<any>;
  PayoutConnection: ResolverTypeWrapper<any>;
  PayoutEdge: ResolverTypeWrapper<any>;
  HoldPayoutInput: ResolverTypeWrapper<any>;
  HoldPayoutResult: ResolverTypeWrapper<any>;
  ReleasePayoutInput: ResolverTypeWrapper<any>;
  ReleasePayoutResult: ResolverTypeWrapper<any>;
  RetryPayoutInput: ResolverTypeWrapper<any>;
  RetryPayoutResult: ResolverTypeWrapper<any>;
  SetPayoutIntervalInput: ResolverTypeWrapper<any>;
  SetPayoutIntervalResult: ResolverTypeWrapper<any>;
  DuesReceiptKind: ResolverTypeWrapper<any>;
  DuesReceipt: ResolverTypeWrapper<any>;
  Reconciliation: ResolverTypeWrapper<any>;
  SignReconciliationInput: ResolverTypeWrapper<any>;
  SignReconciliationResult: ResolverTypeWrapper<any>;
  ReconciliationKind: ResolverTypeWrapper<any>;
  ReconciliationStatus: ResolverTypeWrapper<any>;
  ReconciliationFigure: ResolverTypeWrapper<any>;
  AdjustmentStatus: ResolverTypeWrapper<any>;
  ReconciliationFigures: ResolverTypeWrapper<any>;
  ReconciliationDispute: ResolverTypeWrapper<any>;
  ReconciliationAdjustment: ResolverTypeWrapper<any>;
  ShareMove: ResolverTypeWrapper<any>;
  ShareMoveInput: ResolverTypeWrapper<any>;
  ReconciliationConnection: ResolverTypeWrapper<any>;
  ReconciliationEdge: ResolverTypeWrapper<any>;
  OpenReconciliationInput: ResolverTypeWrapper<any>;
  OpenReconciliationResult: ResolverTypeWrapper<any>;
  ConfirmReconciliationInput: ResolverTypeWrapper<any>;
  ConfirmReconciliationResult: ResolverTypeWrapper<any>;
  DisputeReconciliationInput: ResolverTypeWrapper<any>;
  DisputeReconciliationResult: ResolverTypeWrapper<any>;
  CloseReconciliationInput: ResolverTypeWrapper<any>;
  CloseReconciliationResult: ResolverTypeWrapper<any>;
  AdjustReconciliationInput: ResolverTypeWrapper<any>;
  AdjustReconciliationResult: ResolverTypeWrapper<any>;
  ApproveReconciliationAdjustmentInput: ResolverTypeWrapper<any>;
  ApproveReconciliationAdjustmentResult: ResolverTypeWrapper<any>;
  RejectReconciliationAdjustmentInput: ResolverTypeWrapper<any>;
  RejectReconciliationAdjustmentResult: ResolverTypeWrapper<any>;
  UpholdReconciliationInput: ResolverTypeWrapper<any>;
  UpholdReconciliationResult: ResolverTypeWrapper<any>;
  DuesRefund: ResolverTypeWrapper<any>;
  DuesRefundKind: ResolverTypeWrapper<any>;
  DuesRefundStatus: ResolverTypeWrapper<any>;
  DuesRefundConnection: ResolverTypeWrapper<any>;
  DuesRefundEdge: ResolverTypeWrapper<any>;
  RequestRefundInput: ResolverTypeWrapper<any>;
  RequestRefundResult: ResolverTypeWrapper<any>;
  ApproveRefundInput: ResolverTypeWrapper<any>;
  ApproveRefundResult: ResolverTypeWrapper<any>;
  RejectRefundInput: ResolverTypeWrapper<any>;
  RejectRefundResult: ResolverTypeWrapper<any>;
  ReopenRefundInput: ResolverTypeWrapper<any>;
  ReopenRefundResult: ResolverTypeWrapper<any>;
  RetryRefundInput: ResolverTypeWrapper<any>;
  RetryRefundResult: ResolverTypeWrapper<any>;
  ConfirmCashReturnedInput: ResolverTypeWrapper<any>;
  ConfirmCashReturnedResult: ResolverTypeWrapper<any>;
  CashToRemit: ResolverTypeWrapper<any>;
  Remittance: ResolverTypeWrapper<any>;
  RemittanceStatus: ResolverTypeWrapper<any>;
  RemittanceConnection: ResolverTypeWrapper<any>;
  RemittanceEdge: ResolverTypeWrapper<any>;
  DeclareRemittanceInput: ResolverTypeWrapper<any>;
  DeclareRemittanceResult: ResolverTypeWrapper<any>;
  ConfirmRemittanceInput: ResolverTypeWrapper<any>;
  ConfirmRemittanceResult: ResolverTypeWrapper<any>;
  WithdrawRemittanceInput: ResolverTypeWrapper<any>;
  WithdrawRemittanceResult: ResolverTypeWrapper<any>;
  Member: ResolverTypeWrapper<any>;
  DuesCharging: ResolverTypeWrapper<any>;
  DuesChargingCause: ResolverTypeWrapper<any>;
  DuesTotalsGroup: ResolverTypeWrapper<any>;
  DuesTotalsAxis: ResolverTypeWrapper<any>;
  DuesChannel: ResolverTypeWrapper<any>;
  DuesTotals: ResolverTypeWrapper<any>;
  DuesTotalsCell: ResolverTypeWrapper<any>;
  VoluntaryContribution: ResolverTypeWrapper<any>;
  VoluntaryContributionStatus: ResolverTypeWrapper<any>;
  VoluntaryContributionConnection: ResolverTypeWrapper<any>;
  VoluntaryContributionEdge: ResolverTypeWrapper<any>;
  ApproveVoluntaryContributionInput: ResolverTypeWrapper<any>;
  ApproveVoluntaryContributionResult: ResolverTypeWrapper<any>;
  RejectVoluntaryContributionInput: ResolverTypeWrapper<any>;
  RejectVoluntaryContributionResult: ResolverTypeWrapper<any>;
  EndVoluntaryContributionInput: ResolverTypeWrapper<any>;
  EndVoluntaryContributionResult: ResolverTypeWrapper<any>;
  RequestWaiverInput: ResolverTypeWrapper<any>;
  RequestWaiverResult: ResolverTypeWrapper<any>;
  EnterWaiverInput: ResolverTypeWrapper<any>;
  EnterWaiverResult: ResolverTypeWrapper<any>;
  ApproveWaiverInput: ResolverTypeWrapper<any>;
  ApproveWaiverResult: ResolverTypeWrapper<any>;
  RejectWaiverInput: ResolverTypeWrapper<any>;
  RejectWaiverResult: ResolverTypeWrapper<any>;
  WithdrawWaiverInput: ResolverTypeWrapper<any>;
  WithdrawWaiverResult: ResolverTypeWrapper<any>;
  EndWaiverInput: ResolverTypeWrapper<any>;
  EndWaiverResult: ResolverTypeWrapper<any>;
  Waiver: ResolverTypeWrapper<any>;
  WaiverKind: ResolverTypeWrapper<any>;
  WaiverGround: ResolverTypeWrapper<any>;
  WaiverChannel: ResolverTypeWrapper<any>;
  WaiverStatus: ResolverTypeWrapper<any>;
  WaiverConnection: ResolverTypeWrapper<any>;
  WaiverEdge: ResolverTypeWrapper<any>;
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
  Mutation: Record<PropertyKey, never>;
  OrgUnit: any;
  DuesOrder: any;
  DuesOrderLine: any;
  MemberDues: any;
  UnitAmount: any;
  AllocationPolicy: any;
  AllocationLevel: any;
  AllocationChoice: any;
  ChargeAllocation: any;
  AllocationShare: any;
  EnterAllocationPolicyInput: any;
  AllocationLevelInput: any;
  EnterAllocationPolicyResult: any;
  ChooseAllocationInput: any;
  ChooseAllocationResult: any;
  AnnounceDuesInput: any;
  AnnounceDuesResult: any;
  DuesAnnouncement: any;
  DuesAnnouncementLineConnection: any;
  DuesAnnouncementLineEdge: any;
  DuesAnnouncementLine: any;
  BranchToAnnounce: any;
  BranchToAnnounceConnection: any;
  BranchToAnnounceEdge: any;
  MemberArrears: any;
  MemberArrearsConnection: any;
  MemberArrearsEdge: any;
  ArrearsAlert: any;
  ArrearsAlertConnection: any;
  ArrearsAlertEdge: any;
  BankStatement: any;
  BankStatementLine: any;
  BankStatementLineConnection: any;
  BankStatementLineEdge: any;
  ImportBankStatementInput: any;
  BankStatementLineInput: any;
  ImportBankStatementResult: any;
  ResolveStatementLineInput: any;
  ResolveStatementLineResult: any;
  BeneficiaryAccount: any;
  BeneficiaryAccountConnection: any;
  BeneficiaryAccountEdge: any;
  DeclareBeneficiaryAccountInput: any;
  DeclareBeneficiaryAccountResult: any;
  ApproveBeneficiaryAccountInput: any;
  ApproveBeneficiaryAccountResult: any;
  RejectBeneficiaryAccountInput: any;
  RejectBeneficiaryAccountResult: any;
  EndBeneficiaryAccountInput: any;
  EndBeneficiaryAccountResult: any;
  DuesBill: any;
  DuesBillLine: any;
  BranchDuesBill: any;
  BranchBillMember: any;
  DuesPayment: any;
  DuesPaymentConnection: any;
  DuesPaymentEdge: any;
  DuesBook: any;
  DuesBookRow: any;
  DuesBookPeriod: any;
  DuesReport: any;
  DuesReportLine: any;
  DuesCalculation: any;
  RecordCashInput: any;
  CashOfMember: any;
  RecordCashResult: any;
  ConfirmCashInput: any;
  ConfirmCashResult: any;
  WithdrawCashInput: any;
  WithdrawCashResult: any;
  DuesCharge: any;
  DuesChargeConnection: any;
  DuesChargeEdge: any;
  DuesRate: any;
  DuesRateConnection: any;
  DuesRateEdge: any;
  DeclareDuesRateInput: any;
  DeclareDuesRateResult: any;
  ApproveDuesRateInput: any;
  ApproveDuesRateResult: any;
  RejectDuesRateInput: any;
  RejectDuesRateResult: any;
  WithdrawDuesRateInput: any;
  WithdrawDuesRateResult: any;
  DuesRateRule: any;
  ID: any;
  MinimumWage: any;
  ContributionCap: any;
  RetirementAge: any;
  DuesProposal: any;
  ProposeDuesResult: any;
  SetRateRuleInput: any;
  SetRateRuleResult: any;
  SetMinimumWageInput: any;
  SetMinimumWageResult: any;
  SetContributionCapInput: any;
  SetContributionCapResult: any;
  DuesExport: any;
  LedgerTransaction: any;
  LedgerEntry: any;
  LedgerTransactionConnection: any;
  LedgerTransactionEdge: any;
  LedgerEntryConnection: any;
  LedgerEntryEdge: any;
  DuesOrderLineConnection: any;
  DuesOrderLineEdge: any;
  DuesOrderConnection: any;
  DuesOrderEdge: any;
  PayDuesInput: any;
  PayDuesResult: any;
  PayForBranchInput: any;
  PayForBranchResult: any;
  OpenCheckoutInput: any;
  OpenCheckoutResult: any;
  CancelDuesOrderInput: any;
  CancelDuesOrderResult: any;
  RetainedDues: any;
  Payout: any;
  PayoutAttempt: any;
  PayoutConnection: any;
  PayoutEdge: any;
  HoldPayoutInput: any;
  HoldPayoutResult: any;
  ReleasePayoutInput: any;
  ReleasePayoutResult: any;
  RetryPayoutInput: any;
  RetryPayoutResult: any;
  SetPayoutIntervalInput: any;
  SetPayoutIntervalResult: any;
  DuesReceipt: any;
  Reconciliation: any;
  SignReconciliationInput: any;
  SignReconciliationResult: any;
  ReconciliationFigures: any;
  ReconciliationDispute: any;
  ReconciliationAdjustment: any;
  ShareMove: any;
  ShareMoveInput: any;
  ReconciliationConnection: any;
  ReconciliationEdge: any;
  OpenReconciliationInput: any;
  OpenReconciliationResult: any;
  ConfirmReconciliationInput: any;
  ConfirmReconciliationResult: any;
  DisputeReconciliationInput: any;
  DisputeReconciliationResult: any;
  CloseReconciliationInput: any;
  CloseReconciliationResult: any;
  AdjustReconciliationInput: any;
  AdjustReconciliationResult: any;
  ApproveReconciliationAdjustmentInput: any;
  ApproveReconciliationAdjustmentResult: any;
  RejectReconciliationAdjustmentInput: any;
  RejectReconciliationAdjustmentResult: any;
  UpholdReconciliationInput: any;
  UpholdReconciliationResult: any;
  DuesRefund: any;
  DuesRefundConnection: any;
  DuesRefundEdge: any;
  RequestRefundInput: any;
  RequestRefundResult: any;
  ApproveRefundInput: any;
  ApproveRefundResult: any;
  RejectRefundInput: any;
  RejectRefundResult: any;
  ReopenRefundInput: any;
  ReopenRefundResult: any;
  RetryRefundInput: any;
  RetryRefundResult: any;
  ConfirmCashReturnedInput: any;
  ConfirmCashReturnedResult: any;
  CashToRemit: any;
  Remittance: any;
  RemittanceConnection: any;
  RemittanceEdge: any;
  DeclareRemittanceInput: any;
  DeclareRemittanceResult: any;
  ConfirmRemittanceInput: any;
  ConfirmRemittanceResult: any;
  WithdrawRemittanceInput: any;
  WithdrawRemittanceResult: any;
  Member: any;
  DuesCharging: any;
  DuesTotals: any;
  DuesTotalsCell: any;
  VoluntaryContribution: any;
  VoluntaryContributionConnection: any;
  VoluntaryContributionEdge: any;
  ApproveVoluntaryContributionInput: any;
  ApproveVoluntaryContributionResult: any;
  RejectVoluntaryContributionInput: any;
  RejectVoluntaryContributionResult: any;
  EndVoluntaryContributionInput: any;
  EndVoluntaryContributionResult: any;
  RequestWaiverInput: any;
  RequestWaiverResult: any;
  EnterWaiverInput: any;
  EnterWaiverResult: any;
  ApproveWaiverInput: any;
  ApproveWaiverResult: any;
  RejectWaiverInput: any;
  RejectWaiverResult: any;
  WithdrawWaiverInput: any;
  WithdrawWaiverResult: any;
  EndWaiverInput: any;
  EndWaiverResult: any;
  Waiver: any;
  WaiverConnection: any;
  WaiverEdge: any;
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
  allocationPolicies?: Resolver<Maybe<Array<ResolversTypes['AllocationPolicy']>>, ParentType, ContextType, Partial<QueryAllocationPoliciesArgs>>;
  arrearsAlerts?: Resolver<Maybe<ResolversTypes['ArrearsAlertConnection']>, ParentType, ContextType, RequireFields<QueryArrearsAlertsArgs, 'first'>>;
  duesAudit?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, RequireFields<QueryDuesAuditArgs, 'first'>>;
  bankStatementLines?: Resolver<Maybe<ResolversTypes['BankStatementLineConnection']>, ParentType, ContextType, RequireFields<QueryBankStatementLinesArgs, 'first'>>;
  beneficiaryAccount?: Resolver<Maybe<ResolversTypes['BeneficiaryAccount']>, ParentType, ContextType, RequireFields<QueryBeneficiaryAccountArgs, 'id'>>;
  myBeneficiaryAccounts?: Resolver<Maybe<ResolversTypes['BeneficiaryAccountConnection']>, ParentType, ContextType, RequireFields<QueryMyBeneficiaryAccountsArgs, 'first'>>;
  waitingBeneficiaryAccounts?: Resolver<Maybe<ResolversTypes['BeneficiaryAccountConnection']>, ParentType, ContextType, RequireFields<QueryWaitingBeneficiaryAccountsArgs, 'first'>>;
  duesBook?: Resolver<Maybe<ResolversTypes['DuesBook']>, ParentType, ContextType, RequireFields<QueryDuesBookArgs, 'unitId' | 'month'>>;
  duesReport?: Resolver<Maybe<ResolversTypes['DuesReport']>, ParentType, ContextType, RequireFields<QueryDuesReportArgs, 'from' | 'through'>>;
  duesRate?: Resolver<Maybe<ResolversTypes['DuesRate']>, ParentType, ContextType, RequireFields<QueryDuesRateArgs, 'id'>>;
  waitingDuesRates?: Resolver<Maybe<ResolversTypes['DuesRateConnection']>, ParentType, ContextType, RequireFields<QueryWaitingDuesRatesArgs, 'first'>>;
  proposeDues?: Resolver<Maybe<ResolversTypes['ProposeDuesResult']>, ParentType, ContextType, RequireFields<QueryProposeDuesArgs, 'category' | 'month'>>;
  duesRateRules?: Resolver<Maybe<Array<ResolversTypes['DuesRateRule']>>, ParentType, ContextType, Partial<QueryDuesRateRulesArgs>>;
  minimumWages?: Resolver<Maybe<Array<ResolversTypes['MinimumWage']>>, ParentType, ContextType, Partial<QueryMinimumWagesArgs>>;
  contributionCaps?: Resolver<Maybe<Array<ResolversTypes['ContributionCap']>>, ParentType, ContextType, Partial<QueryContributionCapsArgs>>;
  retirementAges?: Resolver<Maybe<Array<ResolversTypes['RetirementAge']>>, ParentType, ContextType, Partial<QueryRetirementAgesArgs>>;
  duesExport?: Resolver<Maybe<ResolversTypes['DuesExport']>, ParentType, ContextType, RequireFields<QueryDuesExportArgs, 'unitId' | 'from' | 'to' | 'rows' | 'format'>>;
  ledgerTransactions?: Resolver<Maybe<ResolversTypes['LedgerTransactionConnection']>, ParentType, ContextType, RequireFields<QueryLedgerTransactionsArgs, 'first'>>;
  myDuesOrders?: Resolver<Maybe<ResolversTypes['DuesOrderConnection']>, ParentType, ContextType, RequireFields<QueryMyDuesOrdersArgs, 'first'>>;
  duesOrders?: Resolver<Maybe<ResolversTypes['DuesOrderConnection']>, ParentType, ContextType, RequireFields<QueryDuesOrdersArgs, 'first'>>;
  duesOrder?: Resolver<Maybe<ResolversTypes['DuesOrder']>, ParentType, ContextType, Partial<QueryDuesOrderArgs>>;
  payouts?: Resolver<Maybe<ResolversTypes['PayoutConnection']>, ParentType, ContextType, RequireFields<QueryPayoutsArgs, 'first'>>;
  payout?: Resolver<Maybe<ResolversTypes['Payout']>, ParentType, ContextType, RequireFields<QueryPayoutArgs, 'id'>>;
  reconciliations?: Resolver<Maybe<ResolversTypes['ReconciliationConnection']>, ParentType, ContextType, RequireFields<QueryReconciliationsArgs, 'first'>>;
  reconciliation?: Resolver<Maybe<ResolversTypes['Reconciliation']>, ParentType, ContextType, RequireFields<QueryReconciliationArgs, 'id'>>;
  waitingRefunds?: Resolver<Maybe<ResolversTypes['DuesRefundConnection']>, ParentType, ContextType, RequireFields<QueryWaitingRefundsArgs, 'first'>>;
  remittance?: Resolver<Maybe<ResolversTypes['Remittance']>, ParentType, ContextType, RequireFields<QueryRemittanceArgs, 'id'>>;
  me?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  duesTotals?: Resolver<Maybe<Array<ResolversTypes['DuesTotals']>>, ParentType, ContextType, RequireFields<QueryDuesTotalsArgs, 'units' | 'from' | 'to' | 'groupBy' | 'axis'>>;
  waitingVoluntaryContributions?: Resolver<Maybe<ResolversTypes['VoluntaryContributionConnection']>, ParentType, ContextType, RequireFields<QueryWaitingVoluntaryContributionsArgs, 'first'>>;
  waiver?: Resolver<Maybe<ResolversTypes['Waiver']>, ParentType, ContextType, RequireFields<QueryWaiverArgs, 'id'>>;
  waitingWaivers?: Resolver<Maybe<ResolversTypes['WaiverConnection']>, ParentType, ContextType, RequireFields<QueryWaitingWaiversArgs, 'first'>>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  enterAllocationPolicy?: Resolver<ResolversTypes['EnterAllocationPolicyResult'], ParentType, ContextType, RequireFields<MutationEnterAllocationPolicyArgs, 'input'>>;
  chooseAllocation?: Resolver<ResolversTypes['ChooseAllocationResult'], ParentType, ContextType, RequireFields<MutationChooseAllocationArgs, 'input'>>;
  announceDues?: Resolver<ResolversTypes['AnnounceDuesResult'], ParentType, ContextType, RequireFields<MutationAnnounceDuesArgs, 'input'>>;
  importBankStatement?: Resolver<ResolversTypes['ImportBankStatementResult'], ParentType, ContextType, RequireFields<MutationImportBankStatementArgs, 'input'>>;
  resolveStatementLine?: Resolver<ResolversTypes['ResolveStatementLineResult'], ParentType, ContextType, RequireFields<MutationResolveStatementLineArgs, 'input'>>;
  declareBeneficiaryAccount?: Resolver<ResolversTypes['DeclareBeneficiaryAccountResult'], ParentType, ContextType, RequireFields<MutationDeclareBeneficiaryAccountArgs, 'input'>>;
  approveBeneficiaryAccount?: Resolver<ResolversTypes['ApproveBeneficiaryAccountResult'], ParentType, ContextType, RequireFields<MutationApproveBeneficiaryAccountArgs, 'input'>>;
  rejectBeneficiaryAccount?: Resolver<ResolversTypes['RejectBeneficiaryAccountResult'], ParentType, ContextType, RequireFields<MutationRejectBeneficiaryAccountArgs, 'input'>>;
  endBeneficiaryAccount?: Resolver<ResolversTypes['EndBeneficiaryAccountResult'], ParentType, ContextType, RequireFields<MutationEndBeneficiaryAccountArgs, 'input'>>;
  recordCash?: Resolver<ResolversTypes['RecordCashResult'], ParentType, ContextType, RequireFields<MutationRecordCashArgs, 'input'>>;
  confirmCash?: Resolver<ResolversTypes['ConfirmCashResult'], ParentType, ContextType, RequireFields<MutationConfirmCashArgs, 'input'>>;
  withdrawCash?: Resolver<ResolversTypes['WithdrawCashResult'], ParentType, ContextType, RequireFields<MutationWithdrawCashArgs, 'input'>>;
  declareDuesRate?: Resolver<ResolversTypes['DeclareDuesRateResult'], ParentType, ContextType, RequireFields<MutationDeclareDuesRateArgs, 'input'>>;
  approveDuesRate?: Resolver<ResolversTypes['ApproveDuesRateResult'], ParentType, ContextType, RequireFields<MutationApproveDuesRateArgs, 'input'>>;
  rejectDuesRate?: Resolver<ResolversTypes['RejectDuesRateResult'], ParentType, ContextType, RequireFields<MutationRejectDuesRateArgs, 'input'>>;
  withdrawDuesRate?: Resolver<ResolversTypes['WithdrawDuesRateResult'], ParentType, ContextType, RequireFields<MutationWithdrawDuesRateArgs, 'input'>>;
  setRateRule?: Resolver<ResolversTypes['SetRateRuleResult'], ParentType, ContextType, RequireFields<MutationSetRateRuleArgs, 'input'>>;
  setMinimumWage?: Resolver<ResolversTypes['SetMinimumWageResult'], ParentType, ContextType, RequireFields<MutationSetMinimumWageArgs, 'input'>>;
  setContributionCap?: Resolver<ResolversTypes['SetContributionCapResult'], ParentType, ContextType, RequireFields<MutationSetContributionCapArgs, 'input'>>;
  prepareDuesUpload?: Resolver<ResolversTypes['PrepareUploadResult'], ParentType, ContextType, RequireFields<MutationPrepareDuesUploadArgs, 'input'>>;
  payDues?: Resolver<ResolversTypes['PayDuesResult'], ParentType, ContextType, RequireFields<MutationPayDuesArgs, 'input'>>;
  payForBranch?: Resolver<ResolversTypes['PayForBranchResult'], ParentType, ContextType, RequireFields<MutationPayForBranchArgs, 'input'>>;
  openCheckout?: Resolver<ResolversTypes['OpenCheckoutResult'], ParentType, ContextType, RequireFields<MutationOpenCheckoutArgs, 'input'>>;
  cancelDuesOrder?: Resolver<ResolversTypes['CancelDuesOrderResult'], ParentType, ContextType, RequireFields<MutationCancelDuesOrderArgs, 'input'>>;
  holdPayout?: Resolver<ResolversTypes['HoldPayoutResult'], ParentType, ContextType, RequireFields<MutationHoldPayoutArgs, 'input'>>;
  releasePayout?: Resolver<ResolversTypes['ReleasePayoutResult'], ParentType, ContextType, RequireFields<MutationReleasePayoutArgs, 'input'>>;
  retryPayout?: Resolver<ResolversTypes['RetryPayoutResult'], ParentType, ContextType, RequireFields<MutationRetryPayoutArgs, 'input'>>;
  setPayoutInterval?: Resolver<ResolversTypes['SetPayoutIntervalResult'], ParentType, ContextType, RequireFields<MutationSetPayoutIntervalArgs, 'input'>>;
  signReconciliation?: Resolver<ResolversTypes['SignReconciliationResult'], ParentType, ContextType, RequireFields<MutationSignReconciliationArgs, 'input'>>;
  openReconciliation?: Resolver<ResolversTypes['OpenReconciliationResult'], ParentType, ContextType, RequireFields<MutationOpenReconciliationArgs, 'input'>>;
  confirmReconciliation?: Resolver<ResolversTypes['ConfirmReconciliationResult'], ParentType, ContextType, RequireFields<MutationConfirmReconciliationArgs, 'input'>>;
  disputeReconciliation?: Resolver<ResolversTypes['DisputeReconciliationResult'], ParentType, ContextType, RequireFields<MutationDisputeReconciliationArgs, 'input'>>;
  closeReconciliation?: Resolver<ResolversTypes['CloseReconciliationResult'], ParentType, ContextType, RequireFields<MutationCloseReconciliationArgs, 'input'>>;
  adjustReconciliation?: Resolver<ResolversTypes['AdjustReconciliationResult'], ParentType, ContextType, RequireFields<MutationAdjustReconciliationArgs, 'input'>>;
  approveReconciliationAdjustment?: Resolver<ResolversTypes['ApproveReconciliationAdjustmentResult'], ParentType, ContextType, RequireFields<MutationApproveReconciliationAdjustmentArgs, 'input'>>;
  rejectReconciliationAdjustment?: Resolver<ResolversTypes['RejectReconciliationAdjustmentResult'], ParentType, ContextType, RequireFields<MutationRejectReconciliationAdjustmentArgs, 'input'>>;
  upholdReconciliation?: Resolver<ResolversTypes['UpholdReconciliationResult'], ParentType, ContextType, RequireFields<MutationUpholdReconciliationArgs, 'input'>>;
  requestRefund?: Resolver<ResolversTypes['RequestRefundResult'], ParentType, ContextType, RequireFields<MutationRequestRefundArgs, 'input'>>;
  approveRefund?: Resolver<ResolversTypes['ApproveRefundResult'], ParentType, ContextType, RequireFields<MutationApproveRefundArgs, 'input'>>;
  rejectRefund?: Resolver<ResolversTypes['RejectRefundResult'], ParentType, ContextType, RequireFields<MutationRejectRefundArgs, 'input'>>;
  reopenRefund?: Resolver<ResolversTypes['ReopenRefundResult'], ParentType, ContextType, RequireFields<MutationReopenRefundArgs, 'input'>>;
  retryRefund?: Resolver<ResolversTypes['RetryRefundResult'], ParentType, ContextType, RequireFields<MutationRetryRefundArgs, 'input'>>;
  confirmCashReturned?: Resolver<ResolversTypes['ConfirmCashReturnedResult'], ParentType, ContextType, RequireFields<MutationConfirmCashReturnedArgs, 'input'>>;
  declareRemittance?: Resolver<ResolversTypes['DeclareRemittanceResult'], ParentType, ContextType, RequireFields<MutationDeclareRemittanceArgs, 'input'>>;
  confirmRemittance?: Resolver<ResolversTypes['ConfirmRemittanceResult'], ParentType, ContextType, RequireFields<MutationConfirmRemittanceArgs, 'input'>>;
  withdrawRemittance?: Resolver<ResolversTypes['WithdrawRemittanceResult'], ParentType, ContextType, RequireFields<MutationWithdrawRemittanceArgs, 'input'>>;
  approveVoluntaryContribution?: Resolver<ResolversTypes['ApproveVoluntaryContributionResult'], ParentType, ContextType, RequireFields<MutationApproveVoluntaryContributionArgs, 'input'>>;
  rejectVoluntaryContribution?: Resolver<ResolversTypes['RejectVoluntaryContributionResult'], ParentType, ContextType, RequireFields<MutationRejectVoluntaryContributionArgs, 'input'>>;
  endVoluntaryContribution?: Resolver<ResolversTypes['EndVoluntaryContributionResult'], ParentType, ContextType, RequireFields<MutationEndVoluntaryContributionArgs, 'input'>>;
  requestWaiver?: Resolver<ResolversTypes['RequestWaiverResult'], ParentType, ContextType, RequireFields<MutationRequestWaiverArgs, 'input'>>;
  enterWaiver?: Resolver<ResolversTypes['EnterWaiverResult'], ParentType, ContextType, RequireFields<MutationEnterWaiverArgs, 'input'>>;
  approveWaiver?: Resolver<ResolversTypes['ApproveWaiverResult'], ParentType, ContextType, RequireFields<MutationApproveWaiverArgs, 'input'>>;
  rejectWaiver?: Resolver<ResolversTypes['RejectWaiverResult'], ParentType, ContextType, RequireFields<MutationRejectWaiverArgs, 'input'>>;
  withdrawWaiver?: Resolver<ResolversTypes['WithdrawWaiverResult'], ParentType, ContextType, RequireFields<MutationWithdrawWaiverArgs, 'input'>>;
  endWaiver?: Resolver<ResolversTypes['EndWaiverResult'], ParentType, ContextType, RequireFields<MutationEndWaiverArgs, 'input'>>;
};

export type OrgUnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnit'] = ResolversParentTypes['OrgUnit'], FederationReferenceType extends FederationReferenceTypes['OrgUnit'] = FederationReferenceTypes['OrgUnit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrgUnit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  allocationChoices?: Resolver<Maybe<Array<ResolversTypes['AllocationChoice']>>, ParentType, ContextType>;
  duesAnnouncement?: Resolver<Maybe<ResolversTypes['DuesAnnouncement']>, ParentType, ContextType, RequireFields<OrgUnitDuesAnnouncementArgs, 'month'>>;
  unannouncedBranches?: Resolver<Maybe<ResolversTypes['BranchToAnnounceConnection']>, ParentType, ContextType, RequireFields<OrgUnitUnannouncedBranchesArgs, 'month' | 'first'>>;
  arrears?: Resolver<Maybe<ResolversTypes['MemberArrearsConnection']>, ParentType, ContextType, RequireFields<OrgUnitArrearsArgs, 'first'>>;
  beneficiaryAccount?: Resolver<Maybe<ResolversTypes['BeneficiaryAccount']>, ParentType, ContextType>;
  beneficiaryAccounts?: Resolver<Maybe<ResolversTypes['BeneficiaryAccountConnection']>, ParentType, ContextType, RequireFields<OrgUnitBeneficiaryAccountsArgs, 'first'>>;
  branchBill?: Resolver<Maybe<ResolversTypes['BranchDuesBill']>, ParentType, ContextType, Partial<OrgUnitBranchBillArgs>>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  duesCharges?: Resolver<Maybe<ResolversTypes['DuesChargeConnection']>, ParentType, ContextType, RequireFields<OrgUnitDuesChargesArgs, 'period' | 'first'>>;
  retainedDues?: Resolver<Maybe<ResolversTypes['RetainedDues']>, ParentType, ContextType>;
  cashToRemit?: Resolver<Maybe<ResolversTypes['CashToRemit']>, ParentType, ContextType>;
  remittances?: Resolver<Maybe<ResolversTypes['RemittanceConnection']>, ParentType, ContextType, RequireFields<OrgUnitRemittancesArgs, 'first'>>;
  duesTotals?: Resolver<Maybe<ResolversTypes['DuesTotals']>, ParentType, ContextType, RequireFields<OrgUnitDuesTotalsArgs, 'from' | 'to' | 'groupBy' | 'axis'>>;
};

export type DuesOrderResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesOrder'] = ResolversParentTypes['DuesOrder'], FederationReferenceType extends FederationReferenceTypes['DuesOrder'] = FederationReferenceTypes['DuesOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DuesOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  allocation?: Resolver<Array<ResolversTypes['UnitAmount']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['DuesOrderMode'], ParentType, ContextType>;
  formLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DuesOrderStatus'], ParentType, ContextType>;
  payer?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  totalInWords?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lineCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  months?: Resolver<Array<ResolversTypes['Month']>, ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['DuesOrderLineConnection'], ParentType, ContextType, RequireFields<DuesOrderLinesArgs, 'first'>>;
  initiatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  checkoutUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['DuesPaymentMethod']>, ParentType, ContextType>;
  paidAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  paidOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  paidLate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  clockDiffers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  providerRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  confirmedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  receipts?: Resolver<Array<ResolversTypes['DuesReceipt']>, ParentType, ContextType>;
  refunds?: Resolver<Array<ResolversTypes['DuesRefund']>, ParentType, ContextType>;
};

export type DuesOrderLineResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesOrderLine'] = ResolversParentTypes['DuesOrderLine']> = {
  allocation?: Resolver<ResolversTypes['ChargeAllocation'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['DuesChargeOrigin'], ParentType, ContextType>;
  branch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
};

export type MemberDuesResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberDues'] = ResolversParentTypes['MemberDues']> = {
  whereItWent?: Resolver<Array<ResolversTypes['UnitAmount']>, ParentType, ContextType, Partial<MemberDuesWhereItWentArgs>>;
  bill?: Resolver<ResolversTypes['DuesBill'], ParentType, ContextType, Partial<MemberDuesBillArgs>>;
  payments?: Resolver<ResolversTypes['DuesPaymentConnection'], ParentType, ContextType, RequireFields<MemberDuesPaymentsArgs, 'first'>>;
  calculation?: Resolver<ResolversTypes['DuesCalculation'], ParentType, ContextType, RequireFields<MemberDuesCalculationArgs, 'month'>>;
  rates?: Resolver<Array<ResolversTypes['DuesRate']>, ParentType, ContextType>;
  pendingRate?: Resolver<Maybe<ResolversTypes['DuesRate']>, ParentType, ContextType>;
  monthlyAmount?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  chargedBy?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  chargedFrom?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  chargings?: Resolver<Array<ResolversTypes['DuesCharging']>, ParentType, ContextType>;
  paidThrough?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  openMonths?: Resolver<Array<ResolversTypes['Month']>, ParentType, ContextType>;
  draftMonths?: Resolver<Array<ResolversTypes['Month']>, ParentType, ContextType>;
  outstanding?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  charges?: Resolver<ResolversTypes['DuesChargeConnection'], ParentType, ContextType, RequireFields<MemberDuesChargesArgs, 'first'>>;
  voluntaryContributions?: Resolver<Array<ResolversTypes['VoluntaryContribution']>, ParentType, ContextType>;
  waivers?: Resolver<Array<ResolversTypes['Waiver']>, ParentType, ContextType>;
};

export type UnitAmountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitAmount'] = ResolversParentTypes['UnitAmount']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
};

export type AllocationPolicyResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AllocationPolicy'] = ResolversParentTypes['AllocationPolicy']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['AllocationBasis'], ParentType, ContextType>;
  levels?: Resolver<Array<ResolversTypes['AllocationLevel']>, ParentType, ContextType>;
  isUsual?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isConfirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  leastBranchBps?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  mostBranchBps?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  derivation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AllocationLevelResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AllocationLevel'] = ResolversParentTypes['AllocationLevel']> = {
  unitType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AllocationChoiceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AllocationChoice'] = ResolversParentTypes['AllocationChoice']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['AllocationBasis']>, ParentType, ContextType>;
  branchBps?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  chosenBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  chosenOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type ChargeAllocationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChargeAllocation'] = ResolversParentTypes['ChargeAllocation']> = {
  policy?: Resolver<ResolversTypes['AllocationPolicy'], ParentType, ContextType>;
  chosenBranchBps?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  leftOver?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shares?: Resolver<Array<ResolversTypes['AllocationShare']>, ParentType, ContextType>;
};

export type AllocationShareResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AllocationShare'] = ResolversParentTypes['AllocationShare']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  bps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exact?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  floor?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  extra?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EnterAllocationPolicyResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EnterAllocationPolicyResult'] = ResolversParentTypes['EnterAllocationPolicyResult']> = {
  policy?: Resolver<Maybe<ResolversTypes['AllocationPolicy']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ChooseAllocationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChooseAllocationResult'] = ResolversParentTypes['ChooseAllocationResult']> = {
  choice?: Resolver<Maybe<ResolversTypes['AllocationChoice']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AnnounceDuesResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AnnounceDuesResult'] = ResolversParentTypes['AnnounceDuesResult']> = {
  announcement?: Resolver<Maybe<ResolversTypes['DuesAnnouncement']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type DuesAnnouncementResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesAnnouncement'] = ResolversParentTypes['DuesAnnouncement']> = {
  id?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  branch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  announcedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  isLate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  announcedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  announcedByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  members?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  membersWaiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  arrears?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['DuesAnnouncementLineConnection'], ParentType, ContextType, RequireFields<DuesAnnouncementLinesArgs, 'first'>>;
};

export type DuesAnnouncementLineConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesAnnouncementLineConnection'] = ResolversParentTypes['DuesAnnouncementLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DuesAnnouncementLineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DuesAnnouncementLineEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesAnnouncementLineEdge'] = ResolversParentTypes['DuesAnnouncementLineEdge']> = {
  node?: Resolver<ResolversTypes['DuesAnnouncementLine'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DuesAnnouncementLineResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesAnnouncementLine'] = ResolversParentTypes['DuesAnnouncementLine']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  arrears?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  isAnnounced?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type BranchToAnnounceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BranchToAnnounce'] = ResolversParentTypes['BranchToAnnounce']> = {
  branch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
};

export type BranchToAnnounceConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BranchToAnnounceConnection'] = ResolversParentTypes['BranchToAnnounceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BranchToAnnounceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BranchToAnnounceEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BranchToAnnounceEdge'] = ResolversParentTypes['BranchToAnnounceEdge']> = {
  node?: Resolver<ResolversTypes['BranchToAnnounce'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberArrearsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberArrears'] = ResolversParentTypes['MemberArrears']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  branch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  months?: Resolver<Array<ResolversTypes['Month']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
};

export type MemberArrearsConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberArrearsConnection'] = ResolversParentTypes['MemberArrearsConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MemberArrearsEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MemberArrearsEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberArrearsEdge'] = ResolversParentTypes['MemberArrearsEdge']> = {
  node?: Resolver<ResolversTypes['MemberArrears'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ArrearsAlertResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ArrearsAlert'] = ResolversParentTypes['ArrearsAlert']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  branch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  months?: Resolver<Array<ResolversTypes['Month']>, ParentType, ContextType>;
  alertedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type ArrearsAlertConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ArrearsAlertConnection'] = ResolversParentTypes['ArrearsAlertConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ArrearsAlertEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ArrearsAlertEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ArrearsAlertEdge'] = ResolversParentTypes['ArrearsAlertEdge']> = {
  node?: Resolver<ResolversTypes['ArrearsAlert'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BankStatementResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BankStatement'] = ResolversParentTypes['BankStatement']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  flagged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BankStatementLineResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BankStatementLine'] = ResolversParentTypes['BankStatementLine']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  statementNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  bookedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StatementLineStatus'], ParentType, ContextType>;
  matchedKind?: Resolver<Maybe<ResolversTypes['StatementMatch']>, ParentType, ContextType>;
  matchedId?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type BankStatementLineConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BankStatementLineConnection'] = ResolversParentTypes['BankStatementLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BankStatementLineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BankStatementLineEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BankStatementLineEdge'] = ResolversParentTypes['BankStatementLineEdge']> = {
  node?: Resolver<ResolversTypes['BankStatementLine'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportBankStatementResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportBankStatementResult'] = ResolversParentTypes['ImportBankStatementResult']> = {
  statement?: Resolver<Maybe<ResolversTypes['BankStatement']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ResolveStatementLineResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ResolveStatementLineResult'] = ResolversParentTypes['ResolveStatementLineResult']> = {
  line?: Resolver<Maybe<ResolversTypes['BankStatementLine']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type BeneficiaryAccountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BeneficiaryAccount'] = ResolversParentTypes['BeneficiaryAccount']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  holderName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bankCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accountMask?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accountNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BeneficiaryAccountStatus'], ParentType, ContextType>;
  declaredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  declaredByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holderIsStranger?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type BeneficiaryAccountConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BeneficiaryAccountConnection'] = ResolversParentTypes['BeneficiaryAccountConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BeneficiaryAccountEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BeneficiaryAccountEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BeneficiaryAccountEdge'] = ResolversParentTypes['BeneficiaryAccountEdge']> = {
  node?: Resolver<ResolversTypes['BeneficiaryAccount'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeclareBeneficiaryAccountResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeclareBeneficiaryAccountResult'] = ResolversParentTypes['DeclareBeneficiaryAccountResult']> = {
  account?: Resolver<Maybe<ResolversTypes['BeneficiaryAccount']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApproveBeneficiaryAccountResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApproveBeneficiaryAccountResult'] = ResolversParentTypes['ApproveBeneficiaryAccountResult']> = {
  account?: Resolver<Maybe<ResolversTypes['BeneficiaryAccount']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectBeneficiaryAccountResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectBeneficiaryAccountResult'] = ResolversParentTypes['RejectBeneficiaryAccountResult']> = {
  account?: Resolver<Maybe<ResolversTypes['BeneficiaryAccount']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EndBeneficiaryAccountResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EndBeneficiaryAccountResult'] = ResolversParentTypes['EndBeneficiaryAccountResult']> = {
  account?: Resolver<Maybe<ResolversTypes['BeneficiaryAccount']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type DuesBillResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesBill'] = ResolversParentTypes['DuesBill']> = {
  months?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mostMonths?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['DuesBillLine']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  totalInWords?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DuesBillLineResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesBillLine'] = ResolversParentTypes['DuesBillLine']> = {
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['DuesChargeOrigin'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DuesChargeStatus'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BranchDuesBillResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BranchDuesBill'] = ResolversParentTypes['BranchDuesBill']> = {
  members?: Resolver<Array<ResolversTypes['BranchBillMember']>, ParentType, ContextType>;
  selectableCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  totalInWords?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BranchBillMemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BranchBillMember'] = ResolversParentTypes['BranchBillMember']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  months?: Resolver<Array<ResolversTypes['Month']>, ParentType, ContextType>;
  selectable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notSelectable?: Resolver<Maybe<ResolversTypes['BranchBillBar']>, ParentType, ContextType>;
};

export type DuesPaymentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesPayment'] = ResolversParentTypes['DuesPayment']> = {
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['DuesChargeOrigin'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  paidOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  formLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['DuesPaymentMethod']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DuesPaymentConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesPaymentConnection'] = ResolversParentTypes['DuesPaymentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DuesPaymentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DuesPaymentEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesPaymentEdge'] = ResolversParentTypes['DuesPaymentEdge']> = {
  node?: Resolver<ResolversTypes['DuesPayment'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DuesBookResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesBook'] = ResolversParentTypes['DuesBook']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  rows?: Resolver<Maybe<Array<ResolversTypes['DuesBookRow']>>, ParentType, ContextType>;
  periods?: Resolver<Array<ResolversTypes['DuesBookPeriod']>, ParentType, ContextType>;
  xlsxUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DuesBookRowResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesBookRow'] = ResolversParentTypes['DuesBookRow']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  exempt?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  income?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  thisMonth?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  arrears?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  collected?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  unpaid?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
};

export type DuesBookPeriodResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesBookPeriod'] = ResolversParentTypes['DuesBookPeriod']> = {
  kind?: Resolver<ResolversTypes['DuesBookPeriodKind'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unpaidMembers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  collected?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  retained?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  toRemit?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  remitted?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  owed?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
};

export type DuesReportResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesReport'] = ResolversParentTypes['DuesReport']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['DuesReportLine']>, ParentType, ContextType>;
  xlsxUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DuesReportLineResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesReportLine'] = ResolversParentTypes['DuesReportLine']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  commune?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  enterprise?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  other?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
};

export type DuesCalculationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesCalculation'] = ResolversParentTypes['DuesCalculation']> = {
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['DuesRate']>, ParentType, ContextType>;
  rateAmount?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  waiver?: Resolver<Maybe<ResolversTypes['Waiver']>, ParentType, ContextType>;
  reducedAmount?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  creditUsed?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  adjustments?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  voluntary?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  isCharged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordCashResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RecordCashResult'] = ResolversParentTypes['RecordCashResult']> = {
  order?: Resolver<Maybe<ResolversTypes['DuesOrder']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ConfirmCashResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConfirmCashResult'] = ResolversParentTypes['ConfirmCashResult']> = {
  order?: Resolver<Maybe<ResolversTypes['DuesOrder']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WithdrawCashResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WithdrawCashResult'] = ResolversParentTypes['WithdrawCashResult']> = {
  order?: Resolver<Maybe<ResolversTypes['DuesOrder']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type DuesChargeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesCharge'] = ResolversParentTypes['DuesCharge']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  branch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  paid?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DuesChargeStatus'], ParentType, ContextType>;
  receiptUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DuesChargeConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesChargeConnection'] = ResolversParentTypes['DuesChargeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DuesChargeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DuesChargeEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesChargeEdge'] = ResolversParentTypes['DuesChargeEdge']> = {
  node?: Resolver<ResolversTypes['DuesCharge'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DuesRateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesRate'] = ResolversParentTypes['DuesRate']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DuesRateStatus'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  branch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  approverUnit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  category?: Resolver<ResolversTypes['DuesCategory'], ParentType, ContextType>;
  declaredBase?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  baseMonth?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  monthlyAmount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  voluntaryAmount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  proposedAmount?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  explanation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  differsNotably?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  declaredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decidedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decisionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type DuesRateConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesRateConnection'] = ResolversParentTypes['DuesRateConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DuesRateEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DuesRateEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesRateEdge'] = ResolversParentTypes['DuesRateEdge']> = {
  node?: Resolver<ResolversTypes['DuesRate'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeclareDuesRateResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeclareDuesRateResult'] = ResolversParentTypes['DeclareDuesRateResult']> = {
  duesRate?: Resolver<Maybe<ResolversTypes['DuesRate']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApproveDuesRateResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApproveDuesRateResult'] = ResolversParentTypes['ApproveDuesRateResult']> = {
  duesRate?: Resolver<Maybe<ResolversTypes['DuesRate']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectDuesRateResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectDuesRateResult'] = ResolversParentTypes['RejectDuesRateResult']> = {
  duesRate?: Resolver<Maybe<ResolversTypes['DuesRate']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WithdrawDuesRateResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WithdrawDuesRateResult'] = ResolversParentTypes['WithdrawDuesRateResult']> = {
  duesRate?: Resolver<Maybe<ResolversTypes['DuesRate']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type DuesRateRuleResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesRateRule'] = ResolversParentTypes['DuesRateRule']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  regime?: Resolver<ResolversTypes['DuesRegime'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['DuesCategory'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RateRuleKind'], ParentType, ContextType>;
  bps?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  baseKind?: Resolver<Maybe<ResolversTypes['DuesBaseKind']>, ParentType, ContextType>;
  capped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  least?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  most?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  halfAtRetirement?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rounding?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unverified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MinimumWageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MinimumWage'] = ResolversParentTypes['MinimumWage']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ContributionCapResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ContributionCap'] = ResolversParentTypes['ContributionCap']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RetirementAgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RetirementAge'] = ResolversParentTypes['RetirementAge']> = {
  gender?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  months?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DuesProposalResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesProposal'] = ResolversParentTypes['DuesProposal']> = {
  rule?: Resolver<ResolversTypes['DuesRateRule'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  least?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  most?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProposeDuesResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProposeDuesResult'] = ResolversParentTypes['ProposeDuesResult']> = {
  proposal?: Resolver<Maybe<ResolversTypes['DuesProposal']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SetRateRuleResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SetRateRuleResult'] = ResolversParentTypes['SetRateRuleResult']> = {
  rule?: Resolver<Maybe<ResolversTypes['DuesRateRule']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SetMinimumWageResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SetMinimumWageResult'] = ResolversParentTypes['SetMinimumWageResult']> = {
  minimumWage?: Resolver<Maybe<ResolversTypes['MinimumWage']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SetContributionCapResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SetContributionCapResult'] = ResolversParentTypes['SetContributionCapResult']> = {
  contributionCap?: Resolver<Maybe<ResolversTypes['ContributionCap']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type DuesExportResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesExport'] = ResolversParentTypes['DuesExport']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LedgerTransactionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LedgerTransaction'] = ResolversParentTypes['LedgerTransaction']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LedgerKind'], ParentType, ContextType>;
  bookedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  postedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['DuesOrder']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  contentHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sealNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['LedgerEntryConnection'], ParentType, ContextType, RequireFields<LedgerTransactionEntriesArgs, 'first'>>;
};

export type LedgerEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LedgerEntry'] = ResolversParentTypes['LedgerEntry']> = {
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  account?: Resolver<ResolversTypes['LedgerAccount'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  month?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['DuesChargeOrigin']>, ParentType, ContextType>;
};

export type LedgerTransactionConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LedgerTransactionConnection'] = ResolversParentTypes['LedgerTransactionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LedgerTransactionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LedgerTransactionEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LedgerTransactionEdge'] = ResolversParentTypes['LedgerTransactionEdge']> = {
  node?: Resolver<ResolversTypes['LedgerTransaction'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LedgerEntryConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LedgerEntryConnection'] = ResolversParentTypes['LedgerEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LedgerEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LedgerEntryEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LedgerEntryEdge'] = ResolversParentTypes['LedgerEntryEdge']> = {
  node?: Resolver<ResolversTypes['LedgerEntry'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DuesOrderLineConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesOrderLineConnection'] = ResolversParentTypes['DuesOrderLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DuesOrderLineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DuesOrderLineEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesOrderLineEdge'] = ResolversParentTypes['DuesOrderLineEdge']> = {
  node?: Resolver<ResolversTypes['DuesOrderLine'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DuesOrderConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesOrderConnection'] = ResolversParentTypes['DuesOrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DuesOrderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DuesOrderEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesOrderEdge'] = ResolversParentTypes['DuesOrderEdge']> = {
  node?: Resolver<ResolversTypes['DuesOrder'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PayDuesResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PayDuesResult'] = ResolversParentTypes['PayDuesResult']> = {
  order?: Resolver<Maybe<ResolversTypes['DuesOrder']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type PayForBranchResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PayForBranchResult'] = ResolversParentTypes['PayForBranchResult']> = {
  order?: Resolver<Maybe<ResolversTypes['DuesOrder']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type OpenCheckoutResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OpenCheckoutResult'] = ResolversParentTypes['OpenCheckoutResult']> = {
  order?: Resolver<Maybe<ResolversTypes['DuesOrder']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CancelDuesOrderResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CancelDuesOrderResult'] = ResolversParentTypes['CancelDuesOrderResult']> = {
  order?: Resolver<Maybe<ResolversTypes['DuesOrder']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RetainedDuesResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RetainedDues'] = ResolversParentTypes['RetainedDues']> = {
  waiting?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  unfunded?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  inTransit?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  paidOut?: Resolver<ResolversTypes['Dong'], ParentType, ContextType, RequireFields<RetainedDuesPaidOutArgs, 'from' | 'to'>>;
  openPayout?: Resolver<Maybe<ResolversTypes['Payout']>, ParentType, ContextType>;
};

export type PayoutResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Payout'] = ResolversParentTypes['Payout']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  madeOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PayoutStatus'], ParentType, ContextType>;
  holdReason?: Resolver<Maybe<ResolversTypes['PayoutHoldReason']>, ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nextTryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bankRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settledOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  attempts?: Resolver<Array<ResolversTypes['PayoutAttempt']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type PayoutAttemptResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PayoutAttempt'] = ResolversParentTypes['PayoutAttempt']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['PayoutOutcome']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayoutConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PayoutConnection'] = ResolversParentTypes['PayoutConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PayoutEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PayoutEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PayoutEdge'] = ResolversParentTypes['PayoutEdge']> = {
  node?: Resolver<ResolversTypes['Payout'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HoldPayoutResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['HoldPayoutResult'] = ResolversParentTypes['HoldPayoutResult']> = {
  payout?: Resolver<Maybe<ResolversTypes['Payout']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReleasePayoutResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReleasePayoutResult'] = ResolversParentTypes['ReleasePayoutResult']> = {
  payout?: Resolver<Maybe<ResolversTypes['Payout']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RetryPayoutResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RetryPayoutResult'] = ResolversParentTypes['RetryPayoutResult']> = {
  payout?: Resolver<Maybe<ResolversTypes['Payout']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SetPayoutIntervalResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SetPayoutIntervalResult'] = ResolversParentTypes['SetPayoutIntervalResult']> = {
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type DuesReceiptResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesReceipt'] = ResolversParentTypes['DuesReceipt']> = {
  kind?: Resolver<ResolversTypes['DuesReceiptKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  verifyUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReconciliationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Reconciliation'] = ResolversParentTypes['Reconciliation']> = {
  signatures?: Resolver<Array<ResolversTypes['DocumentSignature']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReconciliationKind'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  superior?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReconciliationStatus'], ParentType, ContextType>;
  openedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['ReconciliationFigures'], ParentType, ContextType>;
  figuresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  figuresNow?: Resolver<ResolversTypes['ReconciliationFigures'], ParentType, ContextType>;
  confirmedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  confirmedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dispute?: Resolver<Maybe<ResolversTypes['ReconciliationDispute']>, ParentType, ContextType>;
  adjustments?: Resolver<Array<ResolversTypes['ReconciliationAdjustment']>, ParentType, ContextType>;
  minutesUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type SignReconciliationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SignReconciliationResult'] = ResolversParentTypes['SignReconciliationResult']> = {
  reconciliation?: Resolver<Maybe<ResolversTypes['Reconciliation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReconciliationFiguresResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReconciliationFigures'] = ResolversParentTypes['ReconciliationFigures']> = {
  members?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  paid?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  paidOnline?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  paidCash?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  unpaid?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  retained?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  ownShare?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  adjusted?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  toRemit?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  remitted?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  owed?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  owedBefore?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  cashHeld?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
};

export type ReconciliationDisputeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReconciliationDispute'] = ResolversParentTypes['ReconciliationDispute']> = {
  figure?: Resolver<ResolversTypes['ReconciliationFigure'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReconciliationAdjustmentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReconciliationAdjustment'] = ResolversParentTypes['ReconciliationAdjustment']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AdjustmentStatus'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  moves?: Resolver<Array<ResolversTypes['ShareMove']>, ParentType, ContextType>;
  proposedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  proposedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  decidedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ShareMoveResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ShareMove'] = ResolversParentTypes['ShareMove']> = {
  from?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
};

export type ReconciliationConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReconciliationConnection'] = ResolversParentTypes['ReconciliationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReconciliationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReconciliationEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReconciliationEdge'] = ResolversParentTypes['ReconciliationEdge']> = {
  node?: Resolver<ResolversTypes['Reconciliation'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OpenReconciliationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OpenReconciliationResult'] = ResolversParentTypes['OpenReconciliationResult']> = {
  reconciliation?: Resolver<Maybe<ResolversTypes['Reconciliation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ConfirmReconciliationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConfirmReconciliationResult'] = ResolversParentTypes['ConfirmReconciliationResult']> = {
  reconciliation?: Resolver<Maybe<ResolversTypes['Reconciliation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type DisputeReconciliationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DisputeReconciliationResult'] = ResolversParentTypes['DisputeReconciliationResult']> = {
  reconciliation?: Resolver<Maybe<ResolversTypes['Reconciliation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CloseReconciliationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CloseReconciliationResult'] = ResolversParentTypes['CloseReconciliationResult']> = {
  reconciliation?: Resolver<Maybe<ResolversTypes['Reconciliation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AdjustReconciliationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AdjustReconciliationResult'] = ResolversParentTypes['AdjustReconciliationResult']> = {
  reconciliation?: Resolver<Maybe<ResolversTypes['Reconciliation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApproveReconciliationAdjustmentResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApproveReconciliationAdjustmentResult'] = ResolversParentTypes['ApproveReconciliationAdjustmentResult']> = {
  reconciliation?: Resolver<Maybe<ResolversTypes['Reconciliation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectReconciliationAdjustmentResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectReconciliationAdjustmentResult'] = ResolversParentTypes['RejectReconciliationAdjustmentResult']> = {
  reconciliation?: Resolver<Maybe<ResolversTypes['Reconciliation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type UpholdReconciliationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UpholdReconciliationResult'] = ResolversParentTypes['UpholdReconciliationResult']> = {
  reconciliation?: Resolver<Maybe<ResolversTypes['Reconciliation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type DuesRefundResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesRefund'] = ResolversParentTypes['DuesRefund']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['DuesOrder']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DuesRefundKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DuesRefundStatus'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  paidOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type DuesRefundConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesRefundConnection'] = ResolversParentTypes['DuesRefundConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DuesRefundEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DuesRefundEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesRefundEdge'] = ResolversParentTypes['DuesRefundEdge']> = {
  node?: Resolver<ResolversTypes['DuesRefund'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RequestRefundResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestRefundResult'] = ResolversParentTypes['RequestRefundResult']> = {
  refund?: Resolver<Maybe<ResolversTypes['DuesRefund']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApproveRefundResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApproveRefundResult'] = ResolversParentTypes['ApproveRefundResult']> = {
  refund?: Resolver<Maybe<ResolversTypes['DuesRefund']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectRefundResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectRefundResult'] = ResolversParentTypes['RejectRefundResult']> = {
  refund?: Resolver<Maybe<ResolversTypes['DuesRefund']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReopenRefundResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReopenRefundResult'] = ResolversParentTypes['ReopenRefundResult']> = {
  refund?: Resolver<Maybe<ResolversTypes['DuesRefund']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RetryRefundResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RetryRefundResult'] = ResolversParentTypes['RetryRefundResult']> = {
  refund?: Resolver<Maybe<ResolversTypes['DuesRefund']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ConfirmCashReturnedResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConfirmCashReturnedResult'] = ResolversParentTypes['ConfirmCashReturnedResult']> = {
  refund?: Resolver<Maybe<ResolversTypes['DuesRefund']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CashToRemitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CashToRemit'] = ResolversParentTypes['CashToRemit']> = {
  total?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  declared?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  undeclared?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
};

export type RemittanceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Remittance'] = ResolversParentTypes['Remittance']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  branch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RemittanceStatus'], ParentType, ContextType>;
  declaredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  declaredByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  confirmedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type RemittanceConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RemittanceConnection'] = ResolversParentTypes['RemittanceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RemittanceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RemittanceEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RemittanceEdge'] = ResolversParentTypes['RemittanceEdge']> = {
  node?: Resolver<ResolversTypes['Remittance'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeclareRemittanceResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeclareRemittanceResult'] = ResolversParentTypes['DeclareRemittanceResult']> = {
  remittance?: Resolver<Maybe<ResolversTypes['Remittance']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ConfirmRemittanceResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConfirmRemittanceResult'] = ResolversParentTypes['ConfirmRemittanceResult']> = {
  remittance?: Resolver<Maybe<ResolversTypes['Remittance']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WithdrawRemittanceResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WithdrawRemittanceResult'] = ResolversParentTypes['WithdrawRemittanceResult']> = {
  remittance?: Resolver<Maybe<ResolversTypes['Remittance']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  dues?: Resolver<Maybe<ResolversTypes['MemberDues']>, ParentType, ContextType>;
};

export type DuesChargingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesCharging'] = ResolversParentTypes['DuesCharging']> = {
  branch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['DuesChargingCause'], ParentType, ContextType>;
};

export type DuesTotalsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesTotals'] = ResolversParentTypes['DuesTotals']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  axis?: Resolver<ResolversTypes['DuesTotalsAxis'], ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  cells?: Resolver<Array<ResolversTypes['DuesTotalsCell']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['DuesTotalsCell'], ParentType, ContextType>;
};

export type DuesTotalsCellResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesTotalsCell'] = ResolversParentTypes['DuesTotalsCell']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  month?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['DuesCategory']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['DuesChannel']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['DuesPaymentMethod']>, ParentType, ContextType>;
  due?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  paid?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  outstanding?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  retained?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  remitted?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  members?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  payers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  hidden?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type VoluntaryContributionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['VoluntaryContribution'] = ResolversParentTypes['VoluntaryContribution']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['VoluntaryContributionStatus'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  branch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  approverUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  requestedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decidedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decisionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type VoluntaryContributionConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['VoluntaryContributionConnection'] = ResolversParentTypes['VoluntaryContributionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['VoluntaryContributionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type VoluntaryContributionEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['VoluntaryContributionEdge'] = ResolversParentTypes['VoluntaryContributionEdge']> = {
  node?: Resolver<ResolversTypes['VoluntaryContribution'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApproveVoluntaryContributionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApproveVoluntaryContributionResult'] = ResolversParentTypes['ApproveVoluntaryContributionResult']> = {
  contribution?: Resolver<Maybe<ResolversTypes['VoluntaryContribution']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectVoluntaryContributionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectVoluntaryContributionResult'] = ResolversParentTypes['RejectVoluntaryContributionResult']> = {
  contribution?: Resolver<Maybe<ResolversTypes['VoluntaryContribution']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EndVoluntaryContributionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EndVoluntaryContributionResult'] = ResolversParentTypes['EndVoluntaryContributionResult']> = {
  contribution?: Resolver<Maybe<ResolversTypes['VoluntaryContribution']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RequestWaiverResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestWaiverResult'] = ResolversParentTypes['RequestWaiverResult']> = {
  waiver?: Resolver<Maybe<ResolversTypes['Waiver']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EnterWaiverResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EnterWaiverResult'] = ResolversParentTypes['EnterWaiverResult']> = {
  waiver?: Resolver<Maybe<ResolversTypes['Waiver']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApproveWaiverResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApproveWaiverResult'] = ResolversParentTypes['ApproveWaiverResult']> = {
  waiver?: Resolver<Maybe<ResolversTypes['Waiver']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectWaiverResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectWaiverResult'] = ResolversParentTypes['RejectWaiverResult']> = {
  waiver?: Resolver<Maybe<ResolversTypes['Waiver']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WithdrawWaiverResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WithdrawWaiverResult'] = ResolversParentTypes['WithdrawWaiverResult']> = {
  waiver?: Resolver<Maybe<ResolversTypes['Waiver']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EndWaiverResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EndWaiverResult'] = ResolversParentTypes['EndWaiverResult']> = {
  waiver?: Resolver<Maybe<ResolversTypes['Waiver']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WaiverResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Waiver'] = ResolversParentTypes['Waiver']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WaiverStatus'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  branch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  approverUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WaiverKind'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['WaiverGround'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  deferredUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['WaiverChannel'], ParentType, ContextType>;
  requestReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exemptedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exemptedFrom?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  exemptedThrough?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  documents?: Resolver<Array<ResolversTypes['Attachment']>, ParentType, ContextType>;
  requestedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decidedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decisionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type WaiverConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WaiverConnection'] = ResolversParentTypes['WaiverConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WaiverEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WaiverEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WaiverEdge'] = ResolversParentTypes['WaiverEdge']> = {
  node?: Resolver<ResolversTypes['Waiver'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  Mutation?: MutationResolvers<ContextType>;
  OrgUnit?: OrgUnitResolvers<ContextType>;
  DuesOrder?: DuesOrderResolvers<ContextType>;
  DuesOrderLine?: DuesOrderLineResolvers<ContextType>;
  MemberDues?: MemberDuesResolvers<ContextType>;
  UnitAmount?: UnitAmountResolvers<ContextType>;
  AllocationPolicy?: AllocationPolicyResolvers<ContextType>;
  AllocationLevel?: AllocationLevelResolvers<ContextType>;
  AllocationChoice?: AllocationChoiceResolvers<ContextType>;
  ChargeAllocation?: ChargeAllocationResolvers<ContextType>;
  AllocationShare?: AllocationShareResolvers<ContextType>;
  EnterAllocationPolicyResult?: EnterAllocationPolicyResultResolvers<ContextType>;
  ChooseAllocationResult?: ChooseAllocationResultResolvers<ContextType>;
  AnnounceDuesResult?: AnnounceDuesResultResolvers<ContextType>;
  DuesAnnouncement?: DuesAnnouncementResolvers<ContextType>;
  DuesAnnouncementLineConnection?: DuesAnnouncementLineConnectionResolvers<ContextType>;
  DuesAnnouncementLineEdge?: DuesAnnouncementLineEdgeResolvers<ContextType>;
  DuesAnnouncementLine?: DuesAnnouncementLineResolvers<ContextType>;
  BranchToAnnounce?: BranchToAnnounceResolvers<ContextType>;
  BranchToAnnounceConnection?: BranchToAnnounceConnectionResolvers<ContextType>;
  BranchToAnnounceEdge?: BranchToAnnounceEdgeResolvers<ContextType>;
  MemberArrears?: MemberArrearsResolvers<ContextType>;
  MemberArrearsConnection?: MemberArrearsConnectionResolvers<ContextType>;
  MemberArrearsEdge?: MemberArrearsEdgeResolvers<ContextType>;
  ArrearsAlert?: ArrearsAlertResolvers<ContextType>;
  ArrearsAlertConnection?: ArrearsAlertConnectionResolvers<ContextType>;
  ArrearsAlertEdge?: ArrearsAlertEdgeResolvers<ContextType>;
  BankStatement?: BankStatementResolvers<ContextType>;
  BankStatementLine?: BankStatementLineResolvers<ContextType>;
  BankStatementLineConnection?: BankStatementLineConnectionResolvers<ContextType>;
  BankStatementLineEdge?: BankStatementLineEdgeResolvers<ContextType>;
  ImportBankStatementResult?: ImportBankStatementResultResolvers<ContextType>;
  ResolveStatementLineResult?: ResolveStatementLineResultResolvers<ContextType>;
  BeneficiaryAccount?: BeneficiaryAccountResolvers<ContextType>;
  BeneficiaryAccountConnection?: BeneficiaryAccountConnectionResolvers<ContextType>;
  BeneficiaryAccountEdge?: BeneficiaryAccountEdgeResolvers<ContextType>;
  DeclareBeneficiaryAccountResult?: DeclareBeneficiaryAccountResultResolvers<ContextType>;
  ApproveBeneficiaryAccountResult?: ApproveBeneficiaryAccountResultResolvers<ContextType>;
  RejectBeneficiaryAccountResult?: RejectBeneficiaryAccountResultResolvers<ContextType>;
  EndBeneficiaryAccountResult?: EndBeneficiaryAccountResultResolvers<ContextType>;
  DuesBill?: DuesBillResolvers<ContextType>;
  DuesBillLine?: DuesBillLineResolvers<ContextType>;
  BranchDuesBill?: BranchDuesBillResolvers<ContextType>;
  BranchBillMember?: BranchBillMemberResolvers<ContextType>;
  DuesPayment?: DuesPaymentResolvers<ContextType>;
  DuesPaymentConnection?: DuesPaymentConnectionResolvers<ContextType>;
  DuesPaymentEdge?: DuesPaymentEdgeResolvers<ContextType>;
  DuesBook?: DuesBookResolvers<ContextType>;
  DuesBookRow?: DuesBookRowResolvers<ContextType>;
  DuesBookPeriod?: DuesBookPeriodResolvers<ContextType>;
  DuesReport?: DuesReportResolvers<ContextType>;
  DuesReportLine?: DuesReportLineResolvers<ContextType>;
  DuesCalculation?: DuesCalculationResolvers<ContextType>;
  RecordCashResult?: RecordCashResultResolvers<ContextType>;
  ConfirmCashResult?: ConfirmCashResultResolvers<ContextType>;
  WithdrawCashResult?: WithdrawCashResultResolvers<ContextType>;
  DuesCharge?: DuesChargeResolvers<ContextType>;
  DuesChargeConnection?: DuesChargeConnectionResolvers<ContextType>;
  DuesChargeEdge?: DuesChargeEdgeResolvers<ContextType>;
  DuesRate?: DuesRateResolvers<ContextType>;
  DuesRateConnection?: DuesRateConnectionResolvers<ContextType>;
  DuesRateEdge?: DuesRateEdgeResolvers<ContextType>;
  DeclareDuesRateResult?: DeclareDuesRateResultResolvers<ContextType>;
  ApproveDuesRateResult?: ApproveDuesRateResultResolvers<ContextType>;
  RejectDuesRateResult?: RejectDuesRateResultResolvers<ContextType>;
  WithdrawDuesRateResult?: WithdrawDuesRateResultResolvers<ContextType>;
  DuesRateRule?: DuesRateRuleResolvers<ContextType>;
  MinimumWage?: MinimumWageResolvers<ContextType>;
  ContributionCap?: ContributionCapResolvers<ContextType>;
  RetirementAge?: RetirementAgeResolvers<ContextType>;
  DuesProposal?: DuesProposalResolvers<ContextType>;
  ProposeDuesResult?: ProposeDuesResultResolvers<ContextType>;
  SetRateRuleResult?: SetRateRuleResultResolvers<ContextType>;
  SetMinimumWageResult?: SetMinimumWageResultResolvers<ContextType>;
  SetContributionCapResult?: SetContributionCapResultResolvers<ContextType>;
  DuesExport?: DuesExportResolvers<ContextType>;
  LedgerTransaction?: LedgerTransactionResolvers<ContextType>;
  LedgerEntry?: LedgerEntryResolvers<ContextType>;
  LedgerTransactionConnection?: LedgerTransactionConnectionResolvers<ContextType>;
  LedgerTransactionEdge?: LedgerTransactionEdgeResolvers<ContextType>;
  LedgerEntryConnection?: LedgerEntryConnectionResolvers<ContextType>;
  LedgerEntryEdge?: LedgerEntryEdgeResolvers<ContextType>;
  DuesOrderLineConnection?: DuesOrderLineConnectionResolvers<ContextType>;
  DuesOrderLineEdge?: DuesOrderLineEdgeResolvers<ContextType>;
  DuesOrderConnection?: DuesOrderConnectionResolvers<ContextType>;
  DuesOrderEdge?: DuesOrderEdgeResolvers<ContextType>;
  PayDuesResult?: PayDuesResultResolvers<ContextType>;
  PayForBranchResult?: PayForBranchResultResolvers<ContextType>;
  OpenCheckoutResult?: OpenCheckoutResultResolvers<ContextType>;
  CancelDuesOrderResult?: CancelDuesOrderResultResolvers<ContextType>;
  RetainedDues?: RetainedDuesResolvers<ContextType>;
  Payout?: PayoutResolvers<ContextType>;
  PayoutAttempt?: PayoutAttemptResolvers<ContextType>;
  PayoutConnection?: PayoutConnectionResolvers<ContextType>;
  PayoutEdge?: PayoutEdgeResolvers<ContextType>;
  HoldPayoutResult?: HoldPayoutResultResolvers<ContextType>;
  ReleasePayoutResult?: ReleasePayoutResultResolvers<ContextType>;
  RetryPayoutResult?: RetryPayoutResultResolvers<ContextType>;
  SetPayoutIntervalResult?: SetPayoutIntervalResultResolvers<ContextType>;
  DuesReceipt?: DuesReceiptResolvers<ContextType>;
  Reconciliation?: ReconciliationResolvers<ContextType>;
  SignReconciliationResult?: SignReconciliationResultResolvers<ContextType>;
  ReconciliationFigures?: ReconciliationFiguresResolvers<ContextType>;
  ReconciliationDispute?: ReconciliationDisputeResolvers<ContextType>;
  ReconciliationAdjustment?: ReconciliationAdjustmentResolvers<ContextType>;
  ShareMove?: ShareMoveResolvers<ContextType>;
  ReconciliationConnection?: ReconciliationConnectionResolvers<ContextType>;
  ReconciliationEdge?: ReconciliationEdgeResolvers<ContextType>;
  OpenReconciliationResult?: OpenReconciliationResultResolvers<ContextType>;
  ConfirmReconciliationResult?: ConfirmReconciliationResultResolvers<ContextType>;
  DisputeReconciliationResult?: DisputeReconciliationResultResolvers<ContextType>;
  CloseReconciliationResult?: CloseReconciliationResultResolvers<ContextType>;
  AdjustReconciliationResult?: AdjustReconciliationResultResolvers<ContextType>;
  ApproveReconciliationAdjustmentResult?: ApproveReconciliationAdjustmentResultResolvers<ContextType>;
  RejectReconciliationAdjustmentResult?: RejectReconciliationAdjustmentResultResolvers<ContextType>;
  UpholdReconciliationResult?: UpholdReconciliationResultResolvers<ContextType>;
  DuesRefund?: DuesRefundResolvers<ContextType>;
  DuesRefundConnection?: DuesRefundConnectionResolvers<ContextType>;
  DuesRefundEdge?: DuesRefundEdgeResolvers<ContextType>;
  RequestRefundResult?: RequestRefundResultResolvers<ContextType>;
  ApproveRefundResult?: ApproveRefundResultResolvers<ContextType>;
  RejectRefundResult?: RejectRefundResultResolvers<ContextType>;
  ReopenRefundResult?: ReopenRefundResultResolvers<ContextType>;
  RetryRefundResult?: RetryRefundResultResolvers<ContextType>;
  ConfirmCashReturnedResult?: ConfirmCashReturnedResultResolvers<ContextType>;
  CashToRemit?: CashToRemitResolvers<ContextType>;
  Remittance?: RemittanceResolvers<ContextType>;
  RemittanceConnection?: RemittanceConnectionResolvers<ContextType>;
  RemittanceEdge?: RemittanceEdgeResolvers<ContextType>;
  DeclareRemittanceResult?: DeclareRemittanceResultResolvers<ContextType>;
  ConfirmRemittanceResult?: ConfirmRemittanceResultResolvers<ContextType>;
  WithdrawRemittanceResult?: WithdrawRemittanceResultResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  DuesCharging?: DuesChargingResolvers<ContextType>;
  DuesTotals?: DuesTotalsResolvers<ContextType>;
  DuesTotalsCell?: DuesTotalsCellResolvers<ContextType>;
  VoluntaryContribution?: VoluntaryContributionResolvers<ContextType>;
  VoluntaryContributionConnection?: VoluntaryContributionConnectionResolvers<ContextType>;
  VoluntaryContributionEdge?: VoluntaryContributionEdgeResolvers<ContextType>;
  ApproveVoluntaryContributionResult?: ApproveVoluntaryContributionResultResolvers<ContextType>;
  RejectVoluntaryContributionResult?: RejectVoluntaryContributionResultResolvers<ContextType>;
  EndVoluntaryContributionResult?: EndVoluntaryContributionResultResolvers<ContextType>;
  RequestWaiverResult?: RequestWaiverResultResolvers<ContextType>;
  EnterWaiverResult?: EnterWaiverResultResolvers<ContextType>;
  ApproveWaiverResult?: ApproveWaiverResultResolvers<ContextType>;
  RejectWaiverResult?: RejectWaiverResultResolvers<ContextType>;
  WithdrawWaiverResult?: WithdrawWaiverResultResolvers<ContextType>;
  EndWaiverResult?: EndWaiverResultResolvers<ContextType>;
  Waiver?: WaiverResolvers<ContextType>;
  WaiverConnection?: WaiverConnectionResolvers<ContextType>;
  WaiverEdge?: WaiverEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
