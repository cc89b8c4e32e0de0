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
  /**
   * Accounts of the branches of a unit and of everything below it (Quản lý tài khoản đảng viên), by name. Drafts that nobody
   * has sent are not in it. Empty for a unit that is not in your scope.
   */
  accounts?: Maybe<AccountConnection>;
  /** An account by its id, for who may read the accounts of its branch; null for everybody else. */
  accountById?: Maybe<Account>;
  /**
   * Accounts below a unit for its administrator, by name, to lock and unlock them: whose they are and how they stand, and
   * nothing of what was declared. Empty for a unit that is not in your scope.
   */
  administeredAccounts?: Maybe<AccountConnection>;
  /** Your own account: its status, what the branch said to it, and the positions that you may act in. Null when you are not signed in with one. */
  account?: Maybe<Account>;
  /**
   * Registrations that wait for a decision of this unit, longest waiting first. A branch sees those of its own members, a
   * committee those of whom a branch directly below it may not decide: who claims to lead it, leads it, or holds its account
   * for retained dues. Where nobody is in office in the unit that should decide, the nearest unit above that has somebody sees
   * it, and where there is nobody up to the root, the operator of the system. Empty for a unit that is not in your scope.
   */
  pendingAccounts?: Maybe<AccountConnection>;
  /**
   * Who administers units in your scope (Quản trị): of this unit and everything below it, by unit code. Empty for a unit
   * that is not in your scope.
   */
  adminGrants?: Maybe<OfficeHolderConnection>;
  /** Accounts, positions and files of members: who did or read what, in a unit of your scope and below it, newest first. Null for another unit. Reading it leaves a line in it. */
  accountAudit?: Maybe<AuditEntryConnection>;
  /** A change of information by its id: your own, or one of a unit whose accounts you may read. Null for everybody else. */
  accountChange?: Maybe<AccountChangeRequest>;
  /** The changes of information that you have asked for, newest first. */
  myAccountChanges?: Maybe<AccountChangeConnection>;
  /**
   * Changes of information that wait for a decision of this unit, longest waiting first. A branch sees those of its own
   * members, a committee those that a branch directly below it may not decide. Empty for a unit that is not in your scope.
   */
  pendingAccountChanges?: Maybe<AccountChangeConnection>;
  /** Corrections of branches that wait for the unit in which you act, as the common superior of both branches; longest waiting first. */
  memberCorrections?: Maybe<MemberCorrectionConnection>;
  /** What you have proposed, decided ones included, the newest first. */
  proposedCorrections?: Maybe<MemberCorrectionConnection>;
  /**
   * Delegations (Phân công) of the unit and below that are in force or begin later, by unit code. Empty for a unit that is not
   * in your scope.
   */
  delegations?: Maybe<OfficeHolderConnection>;
  /** The devices on which this account gets notices (push), newest first. */
  devices?: Maybe<Array<Device>>;
  /** To whom the procedures are not applied (không áp dụng), and by what it is known, as in force today. Such members are left out of the shares in reports. */
  exclusionReasons?: Maybe<Array<ExclusionReason>>;
  /**
   * Members of a unit in your scope and below it, official and temporary, whose name holds every word of the text, whatever its
   * marks and case; or who have exactly this number, when the text is one: card, old card, profile number or personal id.
   */
  searchMembers?: Maybe<MemberConnection>;
  /** The member who is signed in; null as long as the account is not active. */
  me?: Maybe<Member>;
  /** A member of a unit in your scope; null for everybody else. */
  member?: Maybe<Member>;
  /** Your own notices, newest first: what is waiting for you in office, and what became of your own affairs. An applicant has those of the registration. */
  notices?: Maybe<NoticeConnection>;
  /** Which kinds of notice you want to get outside of the system, by which way; every kind, in the order of `NoticeKind`. */
  noticePreferences?: Maybe<Array<NoticePreference>>;
  /**
   * Everybody who holds an office or a right in the unit and below it (Rà soát tài khoản, vai trò cán bộ), by unit code: what they
   * hold, when they last acted in it, whether they have confirmed it and whether an administrator has looked at it. Empty for a
   * unit that is not in your scope.
   */
  officersReview?: Maybe<OfficeHolderConnection>;
  /**
   * Claims to positions that wait (Phê duyệt chức vụ trong tổ chức Đảng), longest waiting first: those of the unit and
   * everything below it. Empty for a unit that is not in your scope.
   */
  positionClaims?: Maybe<PositionClaimConnection>;
  /** Your own claims, decided ones included, the newest first; at most 100. */
  myPositionClaims?: Maybe<Array<PositionClaim>>;
  /**
   * What the member database says differently than we do (đối chiếu dữ liệu đảng viên), about members of the unit and below it,
   * longest waiting first; row by row to be accepted or rejected. Empty for a unit that is not in your scope.
   */
  registryDifferences?: Maybe<RegistryDifferenceConnection>;
  /**
   * Who works for units in your scope (chuyên viên, cán bộ được phân công): of this unit and everything below it, by unit code.
   * Empty for a unit that is not in your scope.
   */
  staff?: Maybe<OfficeHolderConnection>;
};


export type QueryAccountsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  status?: InputMaybe<Array<AccountStatus>>;
  role?: InputMaybe<RoleCode>;
  text?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAccountByIdArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryAdministeredAccountsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  status?: InputMaybe<Array<AccountStatus>>;
  text?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPendingAccountsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAdminGrantsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAccountAuditArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  memberId?: InputMaybe<Scalars['UUID']['input']>;
  action?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAccountChangeArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryMyAccountChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPendingAccountChangesArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMemberCorrectionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProposedCorrectionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDelegationsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySearchMembersArgs = {
  text: Scalars['String']['input'];
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMemberArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryNoticesArgs = {
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOfficersReviewArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  dueOnly?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPositionClaimsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  waitingForMe?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRegistryDifferencesArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  field?: InputMaybe<RegistryDifferenceField>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryStaffArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /**
   * Approves a registration (Duyệt): the account becomes usable, the first dues rate holds, and a membership starts where
   * there is none yet. A claimed position is decided apart (`approvePositionClaim`). For the secretary or deputy of the
   * branch, or of the direct superior where the state says so, or for who stands in where nobody is in office (see
   * `pendingAccounts`); never for one's own account. Needs a sign-in not older than 10 minutes.
   */
  approveAccount: ApproveAccountResult;
  /** Declines a registration (Từ chối) with the reason that the applicant reads. For the same people as `approveAccount`, with the same fresh sign-in. */
  rejectAccount: RejectAccountResult;
  /**
   * Locks an account (Khóa tài khoản), for misuse, a lent account or a lost phone: every session of it ends at once. For an
   * administrator of a unit above the branch of the account, with a reason and a sign-in not older than 10 minutes; never
   * one's own.
   */
  lockAccount: LockAccountResult;
  /** Lets a locked account be used again (Mở khóa tài khoản). For the same people as `lockAccount`, with a reason and a fresh sign-in. */
  unlockAccount: UnlockAccountResult;
  /**
   * Closes an account for good (Đóng tài khoản): what its owner held ends, its sessions end, and it stays readable for ten years.
   * For the same people as `lockAccount`, with a reason and a fresh sign-in.
   */
  closeAccount: CloseAccountResult;
  /**
   * Enters a registration that came on paper or by post, for a branch in your scope (domain 10.3). It is checked and decided
   * like any other, by the branch or its superior, never by who enters it. When the person signs in with VNeID later, the
   * account is theirs, and VNeID's word on the citizen takes the place of what was typed. Refused `SCAN_REQUIRED`
   * without a scan of the paper, `ACCOUNT_EXISTS` for a person whose account waits or is in use.
   */
  enterRegistration: EnterRegistrationResult;
  /**
   * Announces a scan for a registration that came on paper or by post. Refused: FILE_NAME_INVALID, FILE_TYPE_NOT_ALLOWED,
   * FILE_TOO_LARGE, FILE_CLASSIFIED, RATE_LIMITED.
   */
  prepareAccountUpload: PrepareUploadResult;
  /**
   * Keeps your form as far as you have come, without sending it (Lưu nháp). What is there must be readable; nothing has to be
   * there. Possible from a draft and after a rejection.
   */
  saveRegistrationDraft: SaveRegistrationDraftResult;
  /**
   * Sends your registration form (Lưu) to the secretary of your branch; or to the direct superior, when you claim to be
   * secretary or deputy, are one, or hold or ask to hold the account for retained dues. A claimed position becomes a claim of
   * its own. Possible from a draft and after a rejection. What you leave out is taken from the member database where it knows
   * you. Another branch than the one you are a member of is refused `BRANCH_CHANGE_NEEDS_TRANSFER`, a branch where
   * registration has not begun `PROCEDURE_NOT_STARTED`.
   */
  submitRegistration: SubmitRegistrationResult;
  /**
   * Grants the administration of a unit (cấp quyền quản trị) that lies strictly below the one which you administer, to the
   * owner of an active account in your unit; never to yourself. The operator of the system grants anywhere. An administrator
   * decides on no dossier. Needs a reason and a sign-in not older than 10 minutes.
   */
  grantAdmin: GrantAdminResult;
  /** Takes an administration back (thu hồi quyền quản trị). For the same people as `grantAdmin`, with a reason and a fresh sign-in. */
  revokeAdmin: RevokeAdminResult;
  /**
   * Registers the certificate with which you sign digitally. It must come from an issuer that is trusted here, be made for signing, be in
   * force and not revoked, and be in your name; the signing service is asked for a signature with it at once, which you may have to confirm
   * on your device, so that nobody registers somebody else's. Registered once; one that is already there goes on until it ends. The sign-in
   * must be fresh.
   */
  registerCertificate: RegisterCertificateResult;
  /**
   * Ends a certificate here and now: yours, or, for administrators, that of somebody who has or had an office in their scope and whose key is
   * lost or in wrong hands. It never signs here again; what it signed stays as it is. Its issuer is not told: have it revoked there as well.
   * The sign-in must be fresh.
   */
  endCertificate: EndCertificateResult;
  /**
   * Asks for a change of your information (Cập nhật): what you leave out stays, what you give as null is cleared. The old data
   * hold until the change is approved, by your branch; important data (name, card number, account for retained dues) of who
   * leads the branch or holds that account by the direct superior. One change waits at a time. A position is claimed with
   * `claimPosition`, dues are declared to the dues service, and another branch is refused `BRANCH_CHANGE_NEEDS_TRANSFER`.
   */
  requestAccountChange: RequestAccountChangeResult;
  /**
   * Approves a change (Duyệt): it holds from now on. For the secretary or deputy of the branch, or of the direct superior where
   * the state says so; never for one's own. Refused `CHANGE_OUTDATED` when what it started from holds no more. Needs a sign-in
   * not older than 10 minutes.
   */
  approveAccountChange: ApproveAccountChangeResult;
  /** Declines a change (Từ chối) with the reason that the member reads; the old data stay in force. For the same people as `approveAccountChange`, with the same fresh sign-in. */
  rejectAccountChange: RejectAccountChangeResult;
  /** Takes back a change of your own that still waits (Rút đề nghị). */
  withdrawAccountChange: WithdrawAccountChangeResult;
  /**
   * Proposes to correct the branch on record of a member in your scope (đính chính chi bộ), with a reason: for a record that is
   * wrong, not for somebody who moves, which takes a transfer. The leaders of the lowest common superior of both branches decide.
   */
  proposeMemberCorrection: ProposeMemberCorrectionResult;
  /**
   * Approves a correction (Duyệt): the membership of the wrong branch ends and one in the right branch begins, without a
   * transfer, and what the member held in the wrong branch ends. Never for who proposed it, never for the member. Refused
   * `PLACEMENT_CHANGED` when the member has moved since. Needs a sign-in not older than 10 minutes.
   */
  approveMemberCorrection: ApproveMemberCorrectionResult;
  /** Declines a correction (Không đồng ý), with a reason. For the same people as `approveMemberCorrection`, with the same fresh sign-in. */
  rejectMemberCorrection: RejectMemberCorrectionResult;
  /** Takes your own proposal back (Rút đề nghị) while it waits. */
  withdrawMemberCorrection: WithdrawMemberCorrectionResult;
  /**
   * Assigns a member to work for your unit for a time (Phân công): as secretary or deputy, for exactly the unit in which you
   * act, a member of it other than yourself. A delegate prepares, collects and sends, and never approves. Ends by itself on
   * the last day, or when the secretary changes.
   */
  appointDelegate: AppointDelegateResult;
  /** Ends a delegation before its last day (thôi phân công), with a reason. For the secretary or deputy of exactly that unit. */
  endDelegation: EndDelegationResult;
  /**
   * Has notices sent to a device of yours. The same token again renews the entry; a token that another account had registered is
   * yours from now on. An account has at most 10 devices; the oldest give way.
   */
  registerDevice: RegisterDeviceResult;
  /** Sends nothing to a device of yours any more; front ends call it when you sign out there. */
  removeDevice: RemoveDeviceResult;
  /** Marks notices of your own as read: those named, or all up to and including one. One that is not yours is refused `NOT_FOUND`, and nothing is marked. */
  markNoticesRead: MarkNoticesReadResult;
  /** Mutes a kind of notice on one way out of the system, or wants it again. What is mandatory is refused `NOTICE_MANDATORY`; the list above always shows everything. */
  setNoticePreference: SetNoticePreferenceResult;
  /** Confirms that you still hold this position, task or right, and that nobody else uses your account. */
  confirmMyPosition: ConfirmMyPositionResult;
  /** Notes that you have looked at somebody's office and that role and unit are right. In your own unit and below, never your own. */
  confirmOfficer: ConfirmOfficerResult;
  /**
   * Says that you hold a position (đề nghị phê duyệt chức vụ): in your own branch as secretary, deputy or committee member, in a
   * committee above it as secretary or deputy. It counts when the direct superior of that unit has approved it.
   */
  claimPosition: ClaimPositionResult;
  /**
   * Approves a claim (Duyệt): from now on the member may act in the position. For the secretary or deputy of the direct
   * superior; for a unit without a superior, the operator of the system; never for oneself. A unit has one secretary:
   * while one is in office it is refused `UNIT_HAS_SECRETARY`, unless the input says to replace that person. Needs a sign-in
   * not older than 10 minutes.
   */
  approvePositionClaim: ApprovePositionClaimResult;
  /**
   * Does not recognise a claim (Từ chối), with a reason; the account stays usable as that of a plain member. For the same
   * people as `approvePositionClaim`, with the same fresh sign-in.
   */
  rejectPositionClaim: RejectPositionClaimResult;
  /** Takes your own claim back (Rút đề nghị) while it waits. */
  withdrawPositionClaim: WithdrawPositionClaimResult;
  /**
   * Relieves the holder of an approved position (cho thôi giữ chức vụ), with a reason: today is the last day. With a
   * secretary the delegations of the unit end. For the same people as `approvePositionClaim`, with the same fresh sign-in.
   */
  endPosition: EndPositionResult;
  /**
   * Takes over what the member database says (Chấp nhận), up to 100 rows at once, each decided for itself: the answer says for
   * every row whether it was. Another branch is refused `BRANCH_NEEDS_CORRECTION`; a status that ends the membership closes the
   * account. Never about oneself. Needs a sign-in not older than 10 minutes.
   */
  acceptRegistryDifferences: AcceptRegistryDifferencesResult;
  /** Keeps what we have (Không chấp nhận), with a reason; the same word of the member database is not asked about again. As `acceptRegistryDifferences`. */
  rejectRegistryDifferences: RejectRegistryDifferencesResult;
  /**
   * Looks the person of an account up in the member database 4.0 by card or profile number (domain P0, step 4), at most ten
   * times an hour for one account. Only the account's own person is ever found: a number of somebody else is as unknown as
   * one of nobody. Not found means that the form is filled in by hand, and that the branch checks it. Office staff may look
   * up an account that they entered on paper for a branch in their scope.
   */
  lookUpRegistry: LookUpRegistryResult;
  /**
   * Opens a session with what VNeID sent back to your redirect address. Checks the ID token (issuer, audience, nonce,
   * signature, algorithm, expiry) and asks for assurance level 2. A citizen without an account gets one in `DRAFT` and may then
   * read the tree and send the registration form, nothing else. Takes no idempotency key: a code works once.
   */
  signIn: SignInResult;
  /**
   * Trades a refresh token for a new pair. A refresh token works once: using one a second time ends the session for everybody
   * who holds a token of it. A session that acts in an office and was not used for 15 minutes has ended (`SESSION_IDLE`). Takes no idempotency key for the same reason. The time of sign-in stays what it was.
   */
  refreshSession: RefreshSessionResult;
  /**
   * From now on this session acts in that position, delegation or system right, or, with null, as the plain member. Only in
   * what you hold today. Answers a new access token; tokens in another capacity stay good until they expire. Asking again
   * changes nothing, so there is no idempotency key.
   */
  actAs: ActAsResult;
  /** Ends this session: its tokens are refused at once. Doing it again changes nothing. */
  signOut: SignOutResult;
  /** Ends every session of this account, on every device, this one included. */
  signOutEverywhere: SignOutEverywhereResult;
  /**
   * Appoints somebody to work for a unit (phân công chuyên viên): your own unit or one below it, the owner of an active account
   * in your unit, never yourself. Needs a reason and a sign-in not older than 10 minutes.
   */
  appointStaff: AppointStaffResult;
  /** Relieves somebody of such an office (thôi phân công). For the same people as `appointStaff`, with a reason and a fresh sign-in. */
  relieveStaff: RelieveStaffResult;
};


export type MutationApproveAccountArgs = {
  input: ApproveAccountInput;
};


export type MutationRejectAccountArgs = {
  input: RejectAccountInput;
};


export type MutationLockAccountArgs = {
  input: LockAccountInput;
};


export type MutationUnlockAccountArgs = {
  input: UnlockAccountInput;
};


export type MutationCloseAccountArgs = {
  input: CloseAccountInput;
};


export type MutationEnterRegistrationArgs = {
  input: EnterRegistrationInput;
};


export type MutationPrepareAccountUploadArgs = {
  input: PrepareUploadInput;
};


export type MutationSaveRegistrationDraftArgs = {
  input: SaveRegistrationDraftInput;
};


export type MutationSubmitRegistrationArgs = {
  input: SubmitRegistrationInput;
};


export type MutationGrantAdminArgs = {
  input: GrantAdminInput;
};


export type MutationRevokeAdminArgs = {
  input: RevokeAdminInput;
};


export type MutationRegisterCertificateArgs = {
  input: RegisterCertificateInput;
};


export type MutationEndCertificateArgs = {
  input: EndCertificateInput;
};


export type MutationRequestAccountChangeArgs = {
  input: RequestAccountChangeInput;
};


export type MutationApproveAccountChangeArgs = {
  input: ApproveAccountChangeInput;
};


export type MutationRejectAccountChangeArgs = {
  input: RejectAccountChangeInput;
};


export type MutationWithdrawAccountChangeArgs = {
  input: WithdrawAccountChangeInput;
};


export type MutationProposeMemberCorrectionArgs = {
  input: ProposeMemberCorrectionInput;
};


export type MutationApproveMemberCorrectionArgs = {
  input: ApproveMemberCorrectionInput;
};


export type MutationRejectMemberCorrectionArgs = {
  input: RejectMemberCorrectionInput;
};


export type MutationWithdrawMemberCorrectionArgs = {
  input: WithdrawMemberCorrectionInput;
};


export type MutationAppointDelegateArgs = {
  input: AppointDelegateInput;
};


export type MutationEndDelegationArgs = {
  input: EndDelegationInput;
};


export type MutationRegisterDeviceArgs = {
  input: RegisterDeviceInput;
};


export type MutationRemoveDeviceArgs = {
  input: RemoveDeviceInput;
};


export type MutationMarkNoticesReadArgs = {
  input: MarkNoticesReadInput;
};


export type MutationSetNoticePreferenceArgs = {
  input: SetNoticePreferenceInput;
};


export type MutationConfirmMyPositionArgs = {
  input: ConfirmMyPositionInput;
};


export type MutationConfirmOfficerArgs = {
  input: ConfirmOfficerInput;
};


export type MutationClaimPositionArgs = {
  input: ClaimPositionInput;
};


export type MutationApprovePositionClaimArgs = {
  input: ApprovePositionClaimInput;
};


export type MutationRejectPositionClaimArgs = {
  input: RejectPositionClaimInput;
};


export type MutationWithdrawPositionClaimArgs = {
  input: WithdrawPositionClaimInput;
};


export type MutationEndPositionArgs = {
  input: EndPositionInput;
};


export type MutationAcceptRegistryDifferencesArgs = {
  input: AcceptRegistryDifferencesInput;
};


export type MutationRejectRegistryDifferencesArgs = {
  input: RejectRegistryDifferencesInput;
};


export type MutationLookUpRegistryArgs = {
  input: LookUpRegistryInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationActAsArgs = {
  input: ActAsInput;
};


export type MutationAppointStaffArgs = {
  input: AppointStaffInput;
};


export type MutationRelieveStaffArgs = {
  input: RelieveStaffInput;
};

/** A person's account with this system: one a person, opened by the first sign-in with VNeID. */
export type Account = {
  /** The id of the account. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Where the account stands. */
  status: AccountStatus;
  /** The dossier number of the registration; null before the form is sent. */
  number?: Maybe<Scalars['String']['output']>;
  /** The member behind the account; null before approval, and when you may not see that member. */
  member?: Maybe<Member>;
  /** The name as VNeID vouches for it. */
  fullName: Scalars['String']['output'];
  /** The day of birth as VNeID vouches for it. */
  dateOfBirth: Scalars['Date']['output'];
  /** The gender; null when VNeID has no word on it (Chưa có thông tin). */
  gender?: Maybe<Gender>;
  /** The nationality as VNeID gives it. */
  nationality?: Maybe<Scalars['String']['output']>;
  /** The place of permanent residence as VNeID gives it. */
  permanentAddress?: Maybe<Scalars['String']['output']>;
  /** The personal id with all but its last three digits covered. */
  personalIdMasked: Scalars['String']['output'];
  /** The declared card number with all but its last three digits covered. */
  cardNumberMasked?: Maybe<Scalars['String']['output']>;
  /** The declared profile number (số lý lịch). */
  profileNumber?: Maybe<Scalars['String']['output']>;
  /** The declared day of joining the Party. */
  joinDate?: Maybe<Scalars['Date']['output']>;
  /** The declared day of becoming an official member; null for a probationary member. */
  officialDate?: Maybe<Scalars['Date']['output']>;
  /** The branch in which the person's Party activity is, as declared. */
  branch?: Maybe<OrgUnit>;
  /** The branch where the person lives, as declared. */
  residenceBranch?: Maybe<OrgUnit>;
  /** The monthly dues that the person declares, in đồng. */
  monthlyDues?: Maybe<Scalars['Dong']['output']>;
  /** The first month for which these dues hold. */
  monthlyDuesFrom?: Maybe<Scalars['Month']['output']>;
  /** What the person claims to be in the branch. */
  claimedPosition: ClaimedPosition;
  /** Is the person in our copy of the member registry, found by personal id or card number? */
  inRegistry: Scalars['Boolean']['output'];
  /** Where the data of the form come from; null before it is sent. Self-declared data are to be looked at with care. */
  registrySource?: Maybe<RegistrySource>;
  /** Where the form says something else than the member database, for the approver to weigh. Empty when it was never asked or knows nobody. */
  registryDifferences: Array<RegistryFieldDifference>;
  /** What in the personal id does not fit the person: something to look at, no bar. */
  personalIdDoubts: Array<PersonalIdDoubt>;
  /** How the registration came in. */
  channel: AccountChannel;
  /** The reference of the paper file, for a registration on paper or by post. */
  paperReference?: Maybe<Scalars['String']['output']>;
  /** Scans of the paper, for the owner and for who decides; null to others. */
  scans?: Maybe<Array<Attachment>>;
  /** Does the person ask to hold the account that receives the retained dues of the branch? */
  receivesRetainedDues: Scalars['Boolean']['output'];
  /** The whole form, as last saved: to the owner everything, to who decides what the decision needs, covered; null to others. */
  form?: Maybe<RegistrationForm>;
  /** The unit whose decision is waited for, or that has decided. */
  approverUnit?: Maybe<OrgUnit>;
  /** The day on which the form was last sent. */
  submittedOn?: Maybe<Scalars['Date']['output']>;
  /** The day of the last decision. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Why the registration was declined; shown at the next sign-in. */
  rejectionReason?: Maybe<Scalars['String']['output']>;
  /** The positions, delegations and system rights in which the owner may act today (see `actAs`). Empty in anybody else's eyes. */
  positions: Array<HeldPosition>;
  /**
   * What can be done in the present state, and whether you may do it now. The codes, and the mutation that does each:
   * `SAVE_DRAFT` saveRegistrationDraft, `SUBMIT` submitRegistration, `APPROVE` approveAccount, `REJECT` rejectAccount; `LOCK` lockAccount, `UNLOCK` unlockAccount, `CLOSE` closeAccount.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
  /**
   * The certificates of this person, those in use first. Your own, and those of whoever has or had an office in your scope, where you may
   * read certificates; null for others.
   */
  certificates?: Maybe<Array<SigningCertificate>>;
};

/** Where an account stands. */
export type AccountStatus =
  /** Đang kê khai — opened by the first sign-in, the form is not sent yet. */
  | 'DRAFT'
  /** Chờ chi bộ phê duyệt — the secretary or deputy of the branch decides. */
  | 'PENDING_BRANCH'
  /** Chờ cấp trên trực tiếp phê duyệt — the applicant leads the branch or holds its account for retained dues, or asks to: its direct superior decides. */
  | 'PENDING_SUPERIOR'
  /** Đang hoạt động — approved and usable. */
  | 'ACTIVE'
  /** Bị từ chối — declined with a reason; the form can be sent again. */
  | 'REJECTED'
  /** Bị khóa — locked by an administrator. */
  | 'LOCKED'
  /** Đã đóng — closed for good. */
  | 'CLOSED';

/** What in a personal id may not fit its person. */
export type PersonalIdDoubt =
  /** Giới tính — the digit of gender says otherwise. */
  | 'GENDER'
  /** Năm sinh — the digits of the year of birth say otherwise. */
  | 'BIRTH_YEAR';

/** What an applicant claims to be in the branch (Chức vụ). */
export type ClaimedPosition =
  /** Đảng viên — a member without a position. */
  | 'MEMBER'
  /** Bí thư — secretary of the branch. */
  | 'SECRETARY'
  /** Phó bí thư — deputy secretary of the branch. */
  | 'DEPUTY_SECRETARY';

/** A page of accounts. */
export type AccountConnection = {
  /** The rows of this page. */
  edges: Array<AccountEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** One row of a page of accounts. */
export type AccountEdge = {
  /** The account. */
  node: Account;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** Which registration to approve. */
export type ApproveAccountInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The account. */
  accountId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What the approval led to: one of the two is null. */
export type ApproveAccountResult = {
  /** The account, now active. */
  account?: Maybe<Account>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which registration to decline, and why. */
export type RejectAccountInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The account. */
  accountId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The reason that the applicant reads at the next sign-in. */
  reason: Scalars['String']['input'];
};

/** What the rejection led to: one of the two is null. */
export type RejectAccountResult = {
  /** The account, now rejected. */
  account?: Maybe<Account>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which account to lock, and why. */
export type LockAccountInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The account. */
  accountId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why; stays in the history. */
  reason: Scalars['String']['input'];
};

/** What locking led to: one of the two is null. */
export type LockAccountResult = {
  /** The account, now locked. */
  account?: Maybe<Account>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which account to unlock, and why. */
export type UnlockAccountInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The account. */
  accountId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why; stays in the history. */
  reason: Scalars['String']['input'];
};

/** What unlocking led to: one of the two is null. */
export type UnlockAccountResult = {
  /** The account, usable again. */
  account?: Maybe<Account>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which account to close, and why. */
export type CloseAccountInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The account. */
  accountId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** On what ground. */
  ground: AccountClosingGround;
  /** Why; stays in the history. */
  reason: Scalars['String']['input'];
};

/** What closing led to: one of the two is null. */
export type CloseAccountResult = {
  /** The account, now closed. */
  account?: Maybe<Account>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** On what ground an account is closed. */
export type AccountClosingGround =
  /** Từ trần — the member has died. */
  | 'DECEASED'
  /** Khai trừ — expelled from the Party. */
  | 'EXPELLED'
  /** Xóa tên — struck off the list of members. */
  | 'STRUCK_OFF'
  /** Ra khỏi Đảng — left the Party. */
  | 'LEFT'
  /** Lý do khác — another ground; the reason says which. */
  | 'OTHER';

/** A registration from paper. */
export type EnterRegistrationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** How it came in: `PAPER` or `POST`. */
  channel: AccountChannel;
  /** Where the paper file is found, such as its number in the office's register. */
  paperReference: Scalars['String']['input'];
  /** Scans of the paper that you have brought (`prepareAccountUpload`), 1 to 20. Refused: SCAN_REQUIRED, FILE_NOT_UPLOADED, FILE_IN_USE. */
  scanIds: Array<Scalars['UUID']['input']>;
  /** Personal identification number (số định danh cá nhân), 12 digits. */
  personalId: Scalars['String']['input'];
  /** Full name (họ và tên), as on the identity card. */
  fullName: Scalars['String']['input'];
  /** Day of birth (ngày sinh). */
  dateOfBirth: Scalars['Date']['input'];
  /** Gender (giới tính). */
  gender?: InputMaybe<Gender>;
  /** Nationality (quốc tịch); left out: Việt Nam. */
  nationality?: InputMaybe<Scalars['String']['input']>;
  /** The rest of the form. */
  form: RegistrationFormInput;
};

/** What entering it led to: one of the two is null. */
export type EnterRegistrationResult = {
  /** The account, now waiting. */
  account?: Maybe<Account>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** How a registration came in. */
export type AccountChannel =
  /** Trực tuyến — sent by the person. */
  | 'ONLINE'
  /** Bản giấy — handed in on paper and entered by the office. */
  | 'PAPER'
  /** Bưu chính — sent by post and entered by the office. */
  | 'POST';

/** Where the data of a registration come from. */
export type RegistrySource =
  /** Cơ sở dữ liệu đảng viên — the member database knows the person. */
  | 'REGISTRY'
  /** Tự khai — the member database was not asked or does not know the person. */
  | 'SELF_DECLARED';

/** Something that the form says otherwise than the member database. */
export type RegistryFieldDifference = {
  /** The field of the form. */
  field: Scalars['String']['output'];
  /** What the form says; card numbers are covered but for their last three digits. */
  declared?: Maybe<Scalars['String']['output']>;
  /** What the member database says. */
  registry?: Maybe<Scalars['String']['output']>;
};

/** The registration form (Cập nhật thông tin đảng viên), section by section. */
export type RegistrationForm = {
  /** The name in the Party's files, where it is not the name in VNeID. */
  partyFullName?: Maybe<Scalars['String']['output']>;
  /** The place of permanent residence (Nơi thường trú) as typed; null when VNeID's word was left standing. */
  permanentAddress?: Maybe<PermanentAddress>;
  /** Number of the membership card (số thẻ đảng viên): whole to its owner, covered but for the last three digits to others. */
  cardNumber?: Maybe<Scalars['String']['output']>;
  /** Profile number (số lý lịch). */
  profileNumber?: Maybe<Scalars['String']['output']>;
  /** Day of admission to the Party (ngày vào đảng). */
  joinDate?: Maybe<Scalars['Date']['output']>;
  /** Day of becoming an official member (ngày chính thức); null for probationary members. */
  officialDate?: Maybe<Scalars['Date']['output']>;
  /** Position in the branch (chức vụ). */
  position: ClaimedPosition;
  /** Là tài khoản tiếp nhận đảng phí trích giữ lại của tổ chức đảng. */
  receivesRetainedDues: Scalars['Boolean']['output'];
  /** The branch of activity (Chi bộ nơi đang sinh hoạt). */
  branch?: Maybe<OrgUnit>;
  /** The branch of residence (Chi bộ nơi cư trú). */
  residenceBranch?: Maybe<OrgUnit>;
  /** Monthly dues (số đảng phí phải đóng một tháng), in đồng. */
  monthlyDues?: Maybe<Scalars['Dong']['output']>;
  /** The first month for which these dues hold (bắt đầu áp dụng từ tháng). */
  monthlyDuesFrom?: Maybe<Scalars['Month']['output']>;
  /** Where the person works (Đơn vị công tác). */
  employer?: Maybe<Employer>;
  /** Extended information (Thông tin mở rộng). Others than the owner see of it what reaches the person, covered, and nothing else. */
  extended?: Maybe<ExtendedInformation>;
};

/** A place of permanent residence (Nơi thường trú). */
export type PermanentAddress = {
  /** Tỉnh/thành phố. */
  province?: Maybe<Scalars['String']['output']>;
  /** Quận/huyện, in addresses from before 01/07/2025. */
  district?: Maybe<Scalars['String']['output']>;
  /** Phường/xã. */
  ward?: Maybe<Scalars['String']['output']>;
  /** Địa chỉ cụ thể. */
  detail?: Maybe<Scalars['String']['output']>;
};

/** Where somebody works (Đơn vị công tác). */
export type Employer = {
  /** Tên đơn vị công tác. */
  name?: Maybe<Scalars['String']['output']>;
  /** Bộ, ngành. */
  ministry?: Maybe<Scalars['String']['output']>;
  /** Tỉnh/thành phố. */
  province?: Maybe<Scalars['String']['output']>;
  /** Quận/huyện, in addresses from before 01/07/2025. */
  district?: Maybe<Scalars['String']['output']>;
  /** Phường/xã. */
  ward?: Maybe<Scalars['String']['output']>;
};

/** Extended information (Thông tin mở rộng), all of it stored sealed. */
export type ExtendedInformation = {
  /** Mã số thuế; null to others. */
  taxCode?: Maybe<Scalars['String']['output']>;
  /** Mã bảo hiểm xã hội; null to others. */
  socialInsuranceNumber?: Maybe<Scalars['String']['output']>;
  /** Nơi ở hiện nay; null to others. */
  currentResidence?: Maybe<Scalars['String']['output']>;
  /** Họ và tên vợ hoặc chồng; null to others. */
  spouseName?: Maybe<Scalars['String']['output']>;
  /** Mối quan hệ; null to others. */
  spouseRelation?: Maybe<SpouseRelation>;
  /** Nơi đăng ký khai sinh; null to others. */
  birthRegistration?: Maybe<Scalars['String']['output']>;
  /** Thư điện tử; to others its first letter and its domain. */
  email?: Maybe<Scalars['String']['output']>;
  /** Số điện thoại; to others its last three digits. */
  phone?: Maybe<Scalars['String']['output']>;
  /** Nguyên quán; null to others. */
  nativePlace?: Maybe<Scalars['String']['output']>;
  /** Trạng thái, a note in words; null to others. */
  statusNote?: Maybe<Scalars['String']['output']>;
};

/** What a spouse is to the person. */
export type SpouseRelation =
  /** Vợ — wife. */
  | 'WIFE'
  /** Chồng — husband. */
  | 'HUSBAND';

/** A place of permanent residence (Nơi thường trú). */
export type PermanentAddressInput = {
  /** Tỉnh/thành phố; required before the form is sent. */
  province?: InputMaybe<Scalars['String']['input']>;
  /** Quận/huyện, in addresses from before 01/07/2025. */
  district?: InputMaybe<Scalars['String']['input']>;
  /** Phường/xã. */
  ward?: InputMaybe<Scalars['String']['input']>;
  /** Địa chỉ cụ thể. */
  detail?: InputMaybe<Scalars['String']['input']>;
};

/** Where somebody works (Đơn vị công tác). */
export type EmployerInput = {
  /** Tên đơn vị công tác. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Bộ, ngành. */
  ministry?: InputMaybe<Scalars['String']['input']>;
  /** Tỉnh/thành phố. */
  province?: InputMaybe<Scalars['String']['input']>;
  /** Quận/huyện, in addresses from before 01/07/2025. */
  district?: InputMaybe<Scalars['String']['input']>;
  /** Phường/xã. */
  ward?: InputMaybe<Scalars['String']['input']>;
};

/** Extended information (Thông tin mở rộng); every part of it is optional. */
export type ExtendedInformationInput = {
  /** Mã số thuế: 10, 12 or 13 digits. */
  taxCode?: InputMaybe<Scalars['String']['input']>;
  /** Mã bảo hiểm xã hội: 10 or 12 digits. */
  socialInsuranceNumber?: InputMaybe<Scalars['String']['input']>;
  /** Nơi ở hiện nay. */
  currentResidence?: InputMaybe<Scalars['String']['input']>;
  /** Họ và tên vợ hoặc chồng. */
  spouseName?: InputMaybe<Scalars['String']['input']>;
  /** Mối quan hệ. */
  spouseRelation?: InputMaybe<SpouseRelation>;
  /** Nơi đăng ký khai sinh. */
  birthRegistration?: InputMaybe<Scalars['String']['input']>;
  /** Thư điện tử. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Số điện thoại: ten or eleven digits, or with +84. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Nguyên quán. */
  nativePlace?: InputMaybe<Scalars['String']['input']>;
  /** Trạng thái, a note in words. */
  statusNote?: InputMaybe<Scalars['String']['input']>;
};

/** The form as far as one has come. */
export type RegistrationFormInput = {
  /** The branch in which the person's Party activity is (Chi bộ nơi đang sinh hoạt). */
  branchId?: InputMaybe<Scalars['UUID']['input']>;
  /** The branch where the person lives (Chi bộ nơi cư trú). */
  residenceBranchId?: InputMaybe<Scalars['UUID']['input']>;
  /** The name in the Party's files, where it is not the name in VNeID. */
  partyFullName?: InputMaybe<Scalars['String']['input']>;
  /** Nơi thường trú. */
  permanentAddress?: InputMaybe<PermanentAddressInput>;
  /** Number of the membership card (số thẻ đảng viên), 8 or 12 digits, dots allowed. */
  cardNumber?: InputMaybe<Scalars['String']['input']>;
  /** Profile number (số lý lịch), up to 8 digits, leading zeros count. */
  profileNumber?: InputMaybe<Scalars['String']['input']>;
  /** Day of admission to the Party (ngày vào đảng). */
  joinDate?: InputMaybe<Scalars['Date']['input']>;
  /** Day of becoming an official member (ngày chính thức); left out by probationary members. */
  officialDate?: InputMaybe<Scalars['Date']['input']>;
  /** Monthly dues (số đảng phí phải đóng một tháng), in đồng. */
  monthlyDues?: InputMaybe<Scalars['Dong']['input']>;
  /** The first month for which these dues hold (bắt đầu áp dụng từ tháng). */
  monthlyDuesFrom?: InputMaybe<Scalars['Month']['input']>;
  /** Position in the branch (chức vụ). */
  position?: ClaimedPosition;
  /** Là tài khoản tiếp nhận đảng phí trích giữ lại của tổ chức đảng. */
  receivesRetainedDues?: Scalars['Boolean']['input'];
  /** Đơn vị công tác. */
  employer?: InputMaybe<EmployerInput>;
  /** Thông tin mở rộng. */
  extended?: InputMaybe<ExtendedInformationInput>;
};

/** What to keep of an unfinished form. */
export type SaveRegistrationDraftInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The form, in place of what was kept before. */
  form: RegistrationFormInput;
};

/** What keeping the form led to: one of the two is null. */
export type SaveRegistrationDraftResult = {
  /** Your account, with the form in it. */
  account?: Maybe<Account>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** The registration form (Cập nhật thông tin đảng viên). What VNeID vouches for is not typed. */
export type SubmitRegistrationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The branch in which your Party activity is (Chi bộ nơi đang sinh hoạt). */
  branchId: Scalars['UUID']['input'];
  /** The branch where you live (Chi bộ nơi cư trú). */
  residenceBranchId?: InputMaybe<Scalars['UUID']['input']>;
  /** Your name in the Party's files, where it is not your name in VNeID. */
  partyFullName?: InputMaybe<Scalars['String']['input']>;
  /** Nơi thường trú; required when VNeID says nothing of it. */
  permanentAddress?: InputMaybe<PermanentAddressInput>;
  /** Number of the membership card (số thẻ đảng viên), 8 or 12 digits, dots allowed. This or the profile number is required. */
  cardNumber?: InputMaybe<Scalars['String']['input']>;
  /** Profile number (số lý lịch), up to 8 digits, leading zeros count. */
  profileNumber?: InputMaybe<Scalars['String']['input']>;
  /** Day of admission to the Party (ngày vào đảng); required where the member database does not say it. */
  joinDate?: InputMaybe<Scalars['Date']['input']>;
  /** Day of becoming an official member (ngày chính thức); left out by probationary members. */
  officialDate?: InputMaybe<Scalars['Date']['input']>;
  /** Monthly dues (số đảng phí phải đóng một tháng), in đồng. */
  monthlyDues: Scalars['Dong']['input'];
  /** The first month for which these dues hold (bắt đầu áp dụng từ tháng). */
  monthlyDuesFrom: Scalars['Month']['input'];
  /** Position in the branch (chức vụ). */
  position?: ClaimedPosition;
  /** Là tài khoản tiếp nhận đảng phí trích giữ lại của tổ chức đảng. The bank account itself is declared to the dues service. */
  receivesRetainedDues?: Scalars['Boolean']['input'];
  /** Đơn vị công tác. */
  employer?: InputMaybe<EmployerInput>;
  /** Thông tin mở rộng. */
  extended?: InputMaybe<ExtendedInformationInput>;
};

/** What sending the form led to: one of the two is null. */
export type SubmitRegistrationResult = {
  /** Your account, now waiting. */
  account?: Maybe<Account>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** An administration to grant. */
export type GrantAdminInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The account of whom to grant it to. */
  accountId: Scalars['UUID']['input'];
  /** The unit to administer, strictly below yours. */
  unitId: Scalars['UUID']['input'];
  /** What people call it; left out: `Quản trị`. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  reason: Scalars['String']['input'];
};

/** What the grant led to: one of the two is null. */
export type GrantAdminResult = {
  /** The right that was granted. */
  grant?: Maybe<HeldPosition>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** An administration to take back. */
export type RevokeAdminInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The grant, an id of `adminGrants`. */
  grantId: Scalars['UUID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
};

/** What taking it back led to: one of the two is null. */
export type RevokeAdminResult = {
  /** The right that is over. */
  grant?: Maybe<HeldPosition>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnit = {
  /**
   * The certificates of those who hold a position or delegation in this unit today, those in use first, also of those that are in use no
   * more. Null for units outside of your scope.
   */
  certificates?: Maybe<Array<SigningCertificate>>;
  /** The id of the unit. */
  id: Scalars['UUID']['output'];
  /**
   * Who holds an approved position or delegation in this unit today, secretaries first. For units above you: your own branch and
   * what it belongs to; and, with the right to read officers, for the units in your scope. Null for other units.
   */
  officers?: Maybe<Array<Officer>>;
};

/** A certificate with which an officer signs digitally (chứng thư số). */
export type SigningCertificate = {
  /** The id of the entry. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Whether it is in use here. */
  status: CertificateStatus;
  /** Does it sign now: in use, and within its time? */
  inForce: Scalars['Boolean']['output'];
  /** Whose it is; null when you may not see that member. */
  member?: Maybe<Member>;
  /** In whose name it is, as its issuer wrote it. */
  holderName: Scalars['String']['output'];
  /** Who issued it. */
  issuerName: Scalars['String']['output'];
  /** Its serial number, in hexadecimal. */
  serial: Scalars['String']['output'];
  /** The SHA-256 of its bytes, in hexadecimal. */
  fingerprint: Scalars['String']['output'];
  /** From when it signs. */
  startsAt: Scalars['DateTime']['output'];
  /** Until when it signs. */
  expiresAt: Scalars['DateTime']['output'];
  /** When it was registered here. */
  registeredAt: Scalars['DateTime']['output'];
  /** When it was ended or revoked; null while it is in use. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was ended; null while it is in use, and where its issuer revoked it. */
  endReason?: Maybe<Scalars['String']['output']>;
  /** What can be done in the present state, and whether you may do it now: `END`. */
  availableActions: Array<AvailableAction>;
};

/** Whether a certificate is in use. */
export type CertificateStatus =
  /** Đang sử dụng — registered, and not ended. */
  | 'ACTIVE'
  /** Đã chấm dứt — ended here by its holder or an administrator. */
  | 'ENDED'
  /** Đã bị thu hồi — revoked by its issuer. */
  | 'REVOKED';

/** A certificate to register. */
export type RegisterCertificateInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The certificate alone in PEM, without its key and without those of its issuers. */
  certificate: Scalars['String']['input'];
  /** What the signing service calls its key, 1 to 200 characters. */
  reference: Scalars['String']['input'];
};

/** What the registration led to: one of the two is null. */
export type RegisterCertificateResult = {
  /** The certificate. */
  certificate?: Maybe<SigningCertificate>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A certificate to end. */
export type EndCertificateInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The id of the certificate. */
  certificateId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 500 characters; required for somebody else's. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What the end led to: one of the two is null. */
export type EndCertificateResult = {
  /** The certificate, as it is now. */
  certificate?: Maybe<SigningCertificate>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A change of a member's information: the old and the new values, and where the decision stands. */
export type AccountChangeRequest = {
  /** The id of the change. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The dossier number. */
  number: Scalars['String']['output'];
  /** Where the change stands. */
  status: AccountChangeStatus;
  /** Whose information it is; null when you may not see that member. */
  member?: Maybe<Member>;
  /** The branch of the member. */
  branch: OrgUnit;
  /** The unit whose decision is waited for, or that has decided. */
  approverUnit: OrgUnit;
  /** What is to change, field by field. */
  changes: Array<InformationChange>;
  /** Does it touch important data: name, card number, or the account for retained dues? */
  important: Scalars['Boolean']['output'];
  /** What the member says to it. */
  note?: Maybe<Scalars['String']['output']>;
  /** The day on which it was asked for. */
  submittedOn: Scalars['Date']['output'];
  /** The day of the decision, or of the withdrawal. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Why it was declined. */
  rejectionReason?: Maybe<Scalars['String']['output']>;
  /**
   * What can be done in the present state, and whether you may do it now. The codes, and the mutation that does each:
   * `APPROVE` approveAccountChange, `REJECT` rejectAccountChange, `WITHDRAW` withdrawAccountChange.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** One value that is to change. Identifiers and contacts are whole to their owner and covered to everybody else. */
export type InformationChange = {
  /** The field, such as `profileNumber` or `extended.phone`. */
  field: Scalars['String']['output'];
  /** What holds, or held; null for nothing. */
  old?: Maybe<Scalars['String']['output']>;
  /** What shall hold; null for nothing. */
  new?: Maybe<Scalars['String']['output']>;
  /** The unit that holds, where the field names one. */
  oldUnit?: Maybe<OrgUnit>;
  /** The unit that shall hold, where the field names one. */
  newUnit?: Maybe<OrgUnit>;
};

/** Where a change of information stands. */
export type AccountChangeStatus =
  /** Chờ chi bộ phê duyệt — the secretary or deputy of the branch decides. */
  | 'PENDING_BRANCH'
  /** Chờ cấp trên trực tiếp phê duyệt — the direct superior of the branch decides. */
  | 'PENDING_SUPERIOR'
  /** Đã duyệt — the new data hold. */
  | 'APPROVED'
  /** Bị từ chối — declined with a reason; the old data hold. */
  | 'REJECTED'
  /** Đã rút — taken back by the member; the old data hold. */
  | 'WITHDRAWN';

/** A page of changes of information. */
export type AccountChangeConnection = {
  /** The rows of this page. */
  edges: Array<AccountChangeEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** One row of a page of changes of information. */
export type AccountChangeEdge = {
  /** The change. */
  node: AccountChangeRequest;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What is to change: what is left out stays, what is null is cleared; a group is replaced whole. */
export type RequestAccountChangeInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The name in the Party's files. */
  fullName?: InputMaybe<Scalars['String']['input']>;
  /** Number of the membership card (số thẻ đảng viên), 8 or 12 digits, dots allowed. */
  cardNumber?: InputMaybe<Scalars['String']['input']>;
  /** Profile number (số lý lịch), up to 8 digits, leading zeros count. */
  profileNumber?: InputMaybe<Scalars['String']['input']>;
  /** Day of admission to the Party (ngày vào đảng). */
  joinDate?: InputMaybe<Scalars['Date']['input']>;
  /** Day of becoming an official member (ngày chính thức). */
  officialDate?: InputMaybe<Scalars['Date']['input']>;
  /** The branch of activity. Only your own is accepted: moving takes a transfer. */
  branchId?: InputMaybe<Scalars['UUID']['input']>;
  /** The branch where you live (Chi bộ nơi cư trú). */
  residenceBranchId?: InputMaybe<Scalars['UUID']['input']>;
  /** Là tài khoản tiếp nhận đảng phí trích giữ lại của tổ chức đảng. */
  receivesRetainedDues?: InputMaybe<Scalars['Boolean']['input']>;
  /** Nơi thường trú. */
  permanentAddress?: InputMaybe<PermanentAddressInput>;
  /** Đơn vị công tác. */
  employer?: InputMaybe<EmployerInput>;
  /** Thông tin mở rộng. */
  extended?: InputMaybe<ExtendedInformationInput>;
  /** What you want to say to it. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What asking for a change led to: one of the two is null. */
export type RequestAccountChangeResult = {
  /** The change, now waiting. */
  change?: Maybe<AccountChangeRequest>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which change to approve. */
export type ApproveAccountChangeInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The change. */
  changeId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What the approval led to: one of the two is null. */
export type ApproveAccountChangeResult = {
  /** The change, now in force. */
  change?: Maybe<AccountChangeRequest>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which change to decline, and why. */
export type RejectAccountChangeInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The change. */
  changeId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The reason that the member reads. */
  reason: Scalars['String']['input'];
};

/** What the rejection led to: one of the two is null. */
export type RejectAccountChangeResult = {
  /** The change, now declined. */
  change?: Maybe<AccountChangeRequest>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which change to take back. */
export type WithdrawAccountChangeInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The change. */
  changeId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What taking it back led to: one of the two is null. */
export type WithdrawAccountChangeResult = {
  /** The change, now withdrawn. */
  change?: Maybe<AccountChangeRequest>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A proposed correction of the branch on record of a member, and what the common superior says to it. */
export type MemberCorrection = {
  /** The id of the correction. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The dossier number. */
  number: Scalars['String']['output'];
  /** Where the correction stands. */
  status: MemberCorrectionStatus;
  /** The name of the member. */
  memberName: Scalars['String']['output'];
  /** The member; null when you may not see that member. */
  member?: Maybe<Member>;
  /** The branch on record when it was proposed; null for who had none. */
  fromBranch?: Maybe<OrgUnit>;
  /** The branch that should be on record. */
  toBranch: OrgUnit;
  /** The lowest common superior of both branches, whose leaders decide. */
  deciderUnit: OrgUnit;
  /** Why the record is wrong. */
  reason: Scalars['String']['output'];
  /** From which day on the right branch counts. */
  effectiveOn: Scalars['Date']['output'];
  /** The day of the proposal. */
  proposedOn: Scalars['Date']['output'];
  /** The day of the decision. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Why it was declined. */
  rejectionReason?: Maybe<Scalars['String']['output']>;
  /** What can be done in the present state, and whether you may do it now: `APPROVE`, `REJECT`, `WITHDRAW`. */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** Where a correction stands. */
export type MemberCorrectionStatus =
  /** Chờ cấp trên chung phê duyệt — waits for the common superior. */
  | 'PROPOSED'
  /** Đã đính chính — the branch on record is corrected. */
  | 'APPROVED'
  /** Không đồng ý — declined with a reason. */
  | 'REJECTED'
  /** Đã rút — taken back, or overtaken by a reorganisation. */
  | 'WITHDRAWN';

/** A page of corrections. */
export type MemberCorrectionConnection = {
  /** The rows of this page. */
  edges: Array<MemberCorrectionEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** One row of a page of corrections. */
export type MemberCorrectionEdge = {
  /** The correction. */
  node: MemberCorrection;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** Whose branch on record is wrong, which is right, and why. */
export type ProposeMemberCorrectionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The member. */
  memberId: Scalars['UUID']['input'];
  /** The branch that should be on record. */
  toBranchId: Scalars['UUID']['input'];
  /** From which day on it counts, not in the future; left out: today. */
  effectiveOn?: InputMaybe<Scalars['Date']['input']>;
  /** Why the record is wrong. */
  reason: Scalars['String']['input'];
};

/** What the proposal led to: one of the two is null. */
export type ProposeMemberCorrectionResult = {
  /** The correction, waiting. */
  correction?: Maybe<MemberCorrection>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which correction to approve. */
export type ApproveMemberCorrectionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The correction. */
  correctionId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What it led to: one of the two is null. */
export type ApproveMemberCorrectionResult = {
  /** The correction, carried out. */
  correction?: Maybe<MemberCorrection>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which correction to decline, and why. */
export type RejectMemberCorrectionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The correction. */
  correctionId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
};

/** What it led to: one of the two is null. */
export type RejectMemberCorrectionResult = {
  /** The correction, declined. */
  correction?: Maybe<MemberCorrection>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which proposal to take back. */
export type WithdrawMemberCorrectionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The correction. */
  correctionId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What it led to: one of the two is null. */
export type WithdrawMemberCorrectionResult = {
  /** The correction, taken back. */
  correction?: Maybe<MemberCorrection>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A member to assign. */
export type AppointDelegateInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The member, whose branch is or lies below the unit. */
  memberId: Scalars['UUID']['input'];
  /** The unit in which you act. */
  unitId: Scalars['UUID']['input'];
  /** What people call the task, such as `Người được phân công thu đảng phí`. */
  title: Scalars['String']['input'];
  /** The first day, today or later. */
  from: Scalars['Date']['input'];
  /** The last day, at most a year after the first. */
  through: Scalars['Date']['input'];
};

/** What the appointment led to: one of the two is null. */
export type AppointDelegateResult = {
  /** The delegation. */
  delegation?: Maybe<HeldPosition>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A delegation to end. */
export type EndDelegationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The delegation. */
  delegationId: Scalars['UUID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
};

/** What ending it led to: one of the two is null. */
export type EndDelegationResult = {
  /** The delegation, now over. */
  delegation?: Maybe<HeldPosition>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A device that gets notices. Its token is never shown. */
export type Device = {
  /** The id of the entry. */
  id: Scalars['UUID']['output'];
  /** What runs on it. */
  platform: DevicePlatform;
  /** What its owner calls it. */
  name: Scalars['String']['output'];
  /** When it was last registered. */
  registeredAt: Scalars['DateTime']['output'];
};

/** What runs on a device. */
export type DevicePlatform =
  /** Thiết bị Android — an Android telephone or tablet. */
  | 'ANDROID'
  /** Thiết bị iOS — an iPhone or iPad. */
  | 'IOS'
  /** Trình duyệt — a web browser. */
  | 'WEB';

/** A device to register. */
export type RegisterDeviceInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** What runs on it. */
  platform: DevicePlatform;
  /** What to call it, 1 to 100 characters, such as `Điện thoại của Hà`. */
  name: Scalars['String']['input'];
  /** The token by which the push service reaches it, 16 to 4096 characters. */
  token: Scalars['String']['input'];
};

/** What the registration led to: one of the two is null. */
export type RegisterDeviceResult = {
  /** The device. */
  device?: Maybe<Device>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A device to remove. */
export type RemoveDeviceInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The id of the entry. */
  deviceId: Scalars['UUID']['input'];
};

/** What the removal led to: one of the two is null. */
export type RemoveDeviceResult = {
  /** The id of the entry that is gone. */
  deviceId?: Maybe<Scalars['UUID']['output']>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** One reason for which the procedures are not applied to a member. */
export type ExclusionReason = {
  /** With which code every procedure refuses. */
  code: RefusalCode;
  /** The reason in words. */
  label: Scalars['String']['output'];
  /** The status by which it is known; null when it is known by the force. */
  memberStatus?: Maybe<MemberStatus>;
  /** The force by which it is known; null when it is known by the status. */
  forceCategory?: Maybe<ForceCategory>;
  /** From which day on it holds. */
  from: Scalars['Date']['output'];
  /** The day from which on it holds no more. */
  to?: Maybe<Scalars['Date']['output']>;
};

/** A page of members, by name. */
export type MemberConnection = {
  /** The rows of this page. */
  edges: Array<MemberEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** One row of a page of members. */
export type MemberEdge = {
  /** The member. */
  node: Member;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A member of the Party (đảng viên). What you may not see of them, and what a service that is away would say, is null. */
export type Member = {
  /** The id of the member. */
  id: Scalars['UUID']['output'];
  /** Full name (họ và tên). */
  fullName?: Maybe<Scalars['String']['output']>;
  /** Other name (tên gọi khác). */
  otherName?: Maybe<Scalars['String']['output']>;
  /** Gender (giới tính); null when nobody knows it (Chưa có thông tin). */
  gender?: Maybe<Gender>;
  /** Day of birth (ngày sinh). */
  dateOfBirth?: Maybe<Scalars['Date']['output']>;
  /** Day of admission to the Party (ngày vào đảng). */
  joinDate?: Maybe<Scalars['Date']['output']>;
  /** Day of becoming an official member (ngày chính thức); null for a probationary member. */
  officialDate?: Maybe<Scalars['Date']['output']>;
  /** Official or probationary today. */
  kind?: Maybe<MemberKind>;
  /** How the membership stands. */
  status?: Maybe<MemberStatus>;
  /** Is the member under inspection? Then no official transfer can be requested. */
  underInspection?: Maybe<Scalars['Boolean']['output']>;
  /** The force in which the member serves; the procedures are not applied to members of a force. */
  forceCategory?: Maybe<ForceCategory>;
  /** Number of the membership card (số thẻ đảng viên), all but the last three digits covered. */
  cardNumberMasked?: Maybe<Scalars['String']['output']>;
  /** Profile number (số lý lịch). */
  profileNumber?: Maybe<Scalars['String']['output']>;
  /** Personal identification number (số định danh cá nhân), all but the last three digits covered. */
  personalIdMasked?: Maybe<Scalars['String']['output']>;
  /** Every position and delegation, ended ones included, newest first. */
  positions?: Maybe<Array<HeldPosition>>;
};

/** Gender (giới tính). */
export type Gender =
  /** Nam — male. */
  | 'MALE'
  /** Nữ — female. */
  | 'FEMALE';

/** Official or probationary. */
export type MemberKind =
  /** Đảng viên chính thức — may vote and be elected. */
  | 'OFFICIAL'
  /** Đảng viên dự bị — in the probationary year. */
  | 'PROBATIONARY';

/** How a membership stands. */
export type MemberStatus =
  /** Đang sinh hoạt — active in the branch. */
  | 'ACTIVE'
  /** Đang sinh hoạt tạm thời nơi khác — active, for a time in another branch. */
  | 'ACTIVE_TEMP_AWAY'
  /** Miễn sinh hoạt — exempted from activity. */
  | 'EXEMPT_ACTIVITY'
  /** Tạm miễn sinh hoạt — exempted for a time. */
  | 'TEMP_EXEMPT_ACTIVITY'
  /** Đình chỉ sinh hoạt — suspended. */
  | 'SUSPENDED'
  /** Đình chỉ sinh hoạt do bị tạm giam — suspended because of detention; the procedures are not applied. */
  | 'SUSPENDED_DETENTION'
  /** Bị kết án — sentenced to non-custodial reform or heavier; the procedures are not applied. */
  | 'CONVICTED'
  /** Đang chuyển sinh hoạt — between two branches. */
  | 'TRANSFERRING'
  /** Xóa tên — struck off. */
  | 'STRUCK_OFF'
  /** Khai trừ — expelled. */
  | 'EXPELLED'
  /** Xin ra khỏi Đảng — left. */
  | 'LEFT'
  /** Đã chuyển ra ngoài đảng bộ tỉnh, thành phố — received for good by a branch outside of the province. */
  | 'TRANSFERRED_OUT'
  /** Từ trần — deceased. */
  | 'DECEASED'
  /** Mất tích — missing. */
  | 'MISSING';

/** The armed force in which a member serves. */
export type ForceCategory =
  /** Không — none. */
  | 'NONE'
  /** Công an nhân dân — the People's Public Security. */
  | 'POLICE'
  /** Quân đội nhân dân — the People's Army. */
  | 'ARMY';

/** Something that happened and concerns you, in words that name nobody: initials and the number of the dossier at most. */
export type Notice = {
  /** The id of the notice. */
  id: Scalars['UUID']['output'];
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** What kind of thing happened. */
  kind: NoticeKind;
  /** Is it one that nobody can mute? */
  mandatory: Scalars['Boolean']['output'];
  /** The headline (Vietnamese). */
  title: Scalars['String']['output'];
  /** What happened, in a sentence (Vietnamese). */
  body: Scalars['String']['output'];
  /** What sort of thing to open from here. */
  subjectKind: NoticeSubjectKind;
  /** The id of that thing. */
  subjectId: Scalars['UUID']['output'];
  /** The number of the dossier, ticket or report, where it has one. */
  number?: Maybe<Scalars['String']['output']>;
  /** When you marked it as read; null while you have not. */
  readAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of notices. */
export type NoticeConnection = {
  /** The rows of this page. */
  edges: Array<NoticeEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many of all your notices are unread. */
  unreadCount: Scalars['Int']['output'];
};

/** One row of a page of notices. */
export type NoticeEdge = {
  /** The notice. */
  node: Notice;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What you want to hear of a kind of notice outside of the system. */
export type NoticePreference = {
  /** The kind. */
  kind: NoticeKind;
  /** Can it not be muted? */
  mandatory: Scalars['Boolean']['output'];
  /** The ways on which it does not come. To begin with, a text message comes for mandatory kinds only. */
  mutedChannels: Array<NoticeChannel>;
};

/** How your notices stand. */
export type NoticeInbox = {
  /** How many of all your notices are unread. */
  unreadCount: Scalars['Int']['output'];
};

/** Notices to mark as read: either `ids` or `through`. */
export type MarkNoticesReadInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** These, 1 to 100. */
  ids?: InputMaybe<Array<Scalars['UUID']['input']>>;
  /** All up to and including this one. */
  through?: InputMaybe<Scalars['UUID']['input']>;
};

/** What marking led to: one of the two is null. */
export type MarkNoticesReadResult = {
  /** How your notices stand now. */
  inbox?: Maybe<NoticeInbox>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A wish about one kind of notice. */
export type SetNoticePreferenceInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The kind. */
  kind: NoticeKind;
  /** The way out of the system. */
  channel: NoticeChannel;
  /** True: it does not come on this way. */
  muted: Scalars['Boolean']['input'];
};

/** What the wish led to: one of the two is null. */
export type SetNoticePreferenceResult = {
  /** What holds for this kind now. */
  preference?: Maybe<NoticePreference>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A way on which notices leave the system. */
export type NoticeChannel =
  /** Thư điện tử — e-mail. */
  | 'EMAIL'
  /** Tin nhắn — text message. */
  | 'SMS'
  /** Thông báo trên thiết bị — push to the devices of the account. */
  | 'PUSH';

/** What a notice is about. */
export type NoticeSubjectKind =
  /** Tài khoản — an account or its registration. */
  | 'ACCOUNT'
  /** Yêu cầu thay đổi thông tin — a change of information. */
  | 'CHANGE_REQUEST'
  /** Đề nghị công nhận chức vụ — a claimed position. */
  | 'POSITION_CLAIM'
  /** Chức vụ — a position or delegation that was held. */
  | 'POSITION'
  /** Phân công — a delegation. */
  | 'DELEGATION'
  /** Giao quyền — a right on the system. */
  | 'ADMIN_GRANT'
  /** Điều chỉnh nơi sinh hoạt — the correction of a branch. */
  | 'MEMBER_CORRECTION'
  /** Tài khoản nhận đảng phí — an account for retained dues. */
  | 'BENEFICIARY_ACCOUNT'
  /** Hồ sơ chuyển sinh hoạt đảng — a transfer dossier. */
  | 'TRANSFER'
  /** Báo cáo — a report. */
  | 'REPORT'
  /** Yêu cầu hỗ trợ — a support ticket. */
  | 'TICKET'
  /** Sắp xếp tổ chức — a reorganisation. */
  | 'REORGANISATION'
  /** Mức đóng đảng phí — declared monthly dues. */
  | 'DUES_RATE'
  /** Miễn, giảm đảng phí — a waiver of dues. */
  | 'DUES_WAIVER'
  /** Phần tự nguyện đóng thêm — what a member gives beyond the rate. */
  | 'VOLUNTARY_DUES'
  /** Thông báo đảng phí — the announcement of a month, or a reminder of it. */
  | 'DUES_ANNOUNCEMENT'
  /** Tình hình đảng phí — how a member stands with the dues. */
  | 'MEMBER_DUES'
  /** Giao dịch nộp đảng phí — an order. */
  | 'DUES_ORDER'
  /** Chi trả phần được trích — a payout. */
  | 'PAYOUT'
  /** Đối chiếu đảng phí — a reconciliation. */
  | 'RECONCILIATION'
  /** Danh sách giới thiệu, xin nhận xét — a list of members for whom residence organisations are asked. */
  | 'COMMENT_LIST'
  /** Hồ sơ nhận xét nơi cư trú — the request for one member, with its report and its sheet. */
  | 'COMMENT_ITEM'
  /** Việc nhận xét chờ xử lý — the unit where requests or sheets wait. */
  | 'COMMENT_DESK'
  /** Chứng thư số — a certificate with which you sign. */
  | 'CERTIFICATE';

/** The kinds of notice; the words of each are data of the system. */
export type NoticeKind =
  /** Đăng ký chờ phê duyệt — a registration waits for your unit. */
  | 'ACCOUNT_WAITING'
  /** Tài khoản được phê duyệt — your registration is approved. */
  | 'ACCOUNT_APPROVED'
  /** Đăng ký bị từ chối — your registration is declined; the reason stands in your account. */
  | 'ACCOUNT_REJECTED'
  /** Tài khoản bị khóa — an administrator has locked your account. */
  | 'ACCOUNT_LOCKED'
  /** Tài khoản được mở khóa — your account may be used again. */
  | 'ACCOUNT_UNLOCKED'
  /** Thay đổi thông tin chờ phê duyệt — a change of information waits for your unit. */
  | 'CHANGE_WAITING'
  /** Thay đổi thông tin được phê duyệt — your changed information holds. */
  | 'CHANGE_APPROVED'
  /** Thay đổi thông tin bị từ chối — your change is declined; the old information holds. */
  | 'CHANGE_REJECTED'
  /** Đề nghị công nhận chức vụ chờ phê duyệt — a claimed position waits for your unit. */
  | 'POSITION_WAITING'
  /** Chức vụ được công nhận — your position is recognised. */
  | 'POSITION_APPROVED'
  /** Chức vụ không được công nhận — your claim of a position is declined. */
  | 'POSITION_REJECTED'
  /** Thôi giữ chức vụ — a position or task of yours has ended. */
  | 'POSITION_ENDED'
  /** Cần kiện toàn bí thư — a unit directly below yours has no secretary. */
  | 'SUCCESSOR_NEEDED'
  /** Được phân công — a secretary has assigned a task to you. */
  | 'DELEGATE_APPOINTED'
  /** Được giao quyền — you may administer, or process dossiers, for a unit. */
  | 'ADMIN_GRANTED'
  /** Điều chỉnh nơi sinh hoạt chờ phê duyệt — the correction of a member’s branch waits for your unit. */
  | 'CORRECTION_WAITING'
  /** Nơi sinh hoạt được điều chỉnh — the branch on record of a member was corrected. */
  | 'BRANCH_CORRECTED'
  /** Điều chỉnh nơi sinh hoạt bị từ chối — a proposed correction of a branch is declined. */
  | 'CORRECTION_REJECTED'
  /** Tài khoản nhận đảng phí chờ phê duyệt — an account for retained dues waits for your unit. */
  | 'BENEFICIARY_ACCOUNT_WAITING'
  /** Tài khoản nhận đảng phí được phê duyệt — an account for retained dues may be used. */
  | 'BENEFICIARY_ACCOUNT_APPROVED'
  /** Tài khoản nhận đảng phí bị từ chối — an account for retained dues is declined. */
  | 'BENEFICIARY_ACCOUNT_REJECTED'
  /** Tài khoản nhận đảng phí hết hiệu lực — an account for retained dues is used no more. */
  | 'BENEFICIARY_ACCOUNT_ENDED'
  /** Hồ sơ chuyển sinh hoạt chờ tiếp nhận — a member asks your branch for a transfer. */
  | 'TRANSFER_WAITING'
  /** Cần bổ sung hồ sơ — your branch asks you to complete your transfer dossier. */
  | 'TRANSFER_SUPPLEMENT'
  /** Hồ sơ bị từ chối — a transfer is declined. */
  | 'TRANSFER_REJECTED'
  /** Hồ sơ bị trả lại — the receiving side has sent a transfer back. */
  | 'TRANSFER_RETURNED'
  /** Hồ sơ được rút — a member has taken a transfer back. */
  | 'TRANSFER_WITHDRAWN'
  /** Hoàn thành chuyển sinh hoạt — the receiving branch has admitted the member. */
  | 'TRANSFER_COMPLETED'
  /** Giấy giới thiệu đã cấp — your letter of introduction is signed and on its way. */
  | 'LETTER_ISSUED'
  /** Giấy giới thiệu bị hủy — your letter of introduction counts no more. */
  | 'LETTER_VOIDED'
  /** Giấy giới thiệu chờ xử lý — a letter of introduction has come to your unit. */
  | 'LETTER_WAITING'
  /** Báo cáo chờ tiếp nhận — a unit below has submitted its report. */
  | 'REPORT_WAITING'
  /** Báo cáo bị trả lại — the report of your unit came back. */
  | 'REPORT_RETURNED'
  /** Báo cáo được tiếp nhận — the report of your unit is accepted. */
  | 'REPORT_ACCEPTED'
  /** Yêu cầu hỗ trợ chờ xử lý — somebody asks your support team for help. */
  | 'TICKET_WAITING'
  /** Yêu cầu hỗ trợ có trả lời — your request for support is answered. */
  | 'TICKET_ANSWERED'
  /** Yêu cầu hỗ trợ chuyển lên cấp trên — your request for support went up. */
  | 'TICKET_ESCALATED'
  /** Yêu cầu hỗ trợ đã đóng — your request for support is closed. */
  | 'TICKET_CLOSED'
  /** Thay đổi tổ chức — a reorganisation touches a unit for which you work. */
  | 'REORGANISATION_APPLIED'
  /** Mức đóng chờ duyệt — declared monthly dues wait for your unit. */
  | 'DUES_RATE_WAITING'
  /** Mức đóng được duyệt — your monthly dues are approved. */
  | 'DUES_RATE_APPROVED'
  /** Mức đóng bị từ chối — your declared monthly dues are declined. */
  | 'DUES_RATE_REJECTED'
  /** Đề nghị miễn, giảm chờ quyết định — a request concerning dues waits for your unit. */
  | 'DUES_WAIVER_WAITING'
  /** Miễn, giảm được chấp thuận — a waiver of your dues is decided. */
  | 'DUES_WAIVER_APPROVED'
  /** Miễn, giảm không được chấp thuận — a waiver of your dues is declined. */
  | 'DUES_WAIVER_REJECTED'
  /** Thông báo đóng đảng phí — your branch has announced the month’s dues. */
  | 'DUES_ANNOUNCED'
  /** Nhắc đóng đảng phí — the month’s dues are still open. */
  | 'DUES_REMINDER'
  /** Đảng phí quá hạn — the month’s dues are overdue. */
  | 'DUES_OVERDUE'
  /** Nợ đảng phí — you owe two months or more. */
  | 'DUES_ARREARS'
  /** Cảnh báo ba tháng chưa đóng — a member owes three months of a year; nothing happens by itself. */
  | 'ARREARS_ALERT'
  /** Nộp đảng phí thành công — your order is paid. */
  | 'PAYMENT_SUCCEEDED'
  /** Nộp đảng phí không thành công — your order ended without being paid. */
  | 'PAYMENT_FAILED'
  /** Hoàn tiền — money of an order goes back to you. */
  | 'PAYMENT_REFUNDED'
  /** Hoàn tiền chờ duyệt — a refund waits for a second person. */
  | 'REFUND_WAITING'
  /** Đã chuyển phần được trích — the bank has paid your unit its share. */
  | 'PAYOUT_SETTLED'
  /** Tạm giữ phần được trích — your unit’s share waits. */
  | 'PAYOUT_HELD'
  /** Chuyển tiền không thành công — the bank refused a payout for the last time. */
  | 'PAYOUT_FAILED'
  /** Mở kỳ đối chiếu — the figures of a period stand ready for your unit. */
  | 'RECONCILIATION_OPENED'
  /** Đối chiếu chờ xác nhận — a unit below has confirmed its figures. */
  | 'RECONCILIATION_WAITING'
  /** Đối chiếu có chênh lệch — a unit below reports a difference. */
  | 'RECONCILIATION_DISPUTED'
  /** Đóng kỳ đối chiếu — both sides agree. */
  | 'RECONCILIATION_CLOSED'
  /** Phần tự nguyện đóng thêm chờ quyết định — what a member of a unit below would give beyond the rate waits for your unit. */
  | 'VOLUNTARY_DUES_WAITING'
  /** Phần tự nguyện đóng thêm đã có quyết định — what you would give beyond the rate is decided. */
  | 'VOLUNTARY_DUES_DECIDED'
  /** Danh sách chờ phê duyệt — a list of members to introduce or to ask comments on waits for your unit. */
  | 'COMMENT_LIST_WAITING'
  /** Danh sách được phê duyệt — your list may be sent to where its members live. */
  | 'COMMENT_LIST_APPROVED'
  /** Danh sách bị từ chối — your list is declined; the reason stands in it. */
  | 'COMMENT_LIST_REJECTED'
  /** Có đảng viên cư trú tại địa bàn — a workplace introduces members who live in your commune or ward, or asks comments on them. */
  | 'COMMENT_LIST_RECEIVED'
  /** Yêu cầu nhận xét chờ xử lý — requests wait for your residence branch. */
  | 'COMMENT_ITEMS_WAITING'
  /** Yêu cầu nhận xét bị trả lại — the residence side has sent a request back. */
  | 'COMMENT_ITEM_RETURNED'
  /** Giới thiệu được tiếp nhận — a residence branch has accepted the introduction of a member. */
  | 'COMMENT_INTRODUCTION_ACCEPTED'
  /** Đề nghị báo cáo — you are asked to report how you fulfil your duties where you live. */
  | 'SELF_REPORT_REQUESTED'
  /** Đảng viên đã gửi báo cáo — a member has sent the report that was asked for. */
  | 'SELF_REPORT_SENT'
  /** Phiếu nhận xét chờ phê duyệt — a residence branch has submitted sheets to your committee. */
  | 'COMMENT_SHEETS_WAITING'
  /** Phiếu nhận xét bị trả lại — a sheet came back to your residence branch. */
  | 'COMMENT_SHEET_RETURNED'
  /** Phiếu nhận xét đã gửi — a sheet on you, or on a member of your unit, has come to the workplace. */
  | 'COMMENT_SHEET_DELIVERED'
  /** Phiếu nhận xét sắp đến hạn — a sheet for which your unit is awaited is due soon. */
  | 'COMMENT_DUE_SOON'
  /** Phiếu nhận xét quá hạn — the term of a sheet has passed. */
  | 'COMMENT_OVERDUE'
  /** Bạn được giới thiệu, xin nhận xét — your workplace introduces you where you live, or asks a comment on you there. */
  | 'COMMENT_REQUESTED'
  /** Chứng thư số không còn dùng được — a certificate of yours was revoked, or ended by an administrator. */
  | 'CERTIFICATE_ENDED'
  /** Chứng thư số sắp hết hạn — a certificate of yours runs out within 30 days. */
  | 'CERTIFICATE_EXPIRING'
  /** Hồ sơ chuyển sinh hoạt quá hạn — a term of a transfer has passed; it goes on only with a reason. */
  | 'TRANSFER_OVERDUE'
  /** Đã chuyển ra ngoài đảng bộ tỉnh, thành phố — a branch outside of the province has received the member for good. */
  | 'TRANSFER_LEFT'
  /** Giấy giới thiệu chuyển ra ngoài hệ thống — a letter has left the system; its receipt is to be written down. */
  | 'LETTER_SENT_OUT'
  /** Mất hồ sơ niêm phong — the sealed paper file of a transfer was lost; its letter is void. */
  | 'SEALED_FILE_LOST'
  /** Bắt đầu sinh hoạt tạm thời — a temporary stay has begun. */
  | 'STAY_STARTED'
  /** Sinh hoạt tạm thời sắp hết hạn — the term of a temporary stay ends within 30 or 7 days, or today. */
  | 'STAY_DUE'
  /** Sinh hoạt tạm thời quá hạn — the term of a temporary stay has passed without the comment; told to both committees too, every 7 days. */
  | 'STAY_OVERDUE'
  /** Đề nghị gia hạn — a member of your branch asks the place of their stay for a longer term. */
  | 'STAY_EXTENSION_REQUESTED'
  /** Đã quyết định gia hạn — a longer term of a temporary stay was granted or refused. */
  | 'STAY_EXTENSION_DECIDED'
  /** Đề nghị chuyển chính thức — a member on a temporary stay asks your branch to let them go for good. */
  | 'STAY_CONVERSION_WAITING'
  /** Đã xem xét chuyển chính thức — the origin has agreed, or not, that a stay becomes permanent. */
  | 'STAY_CONVERSION_DECIDED'
  /** Kết thúc sinh hoạt tạm thời — a temporary stay is over. */
  | 'STAY_ENDED';

/** Somebody in office, as whoever reviews officers sees them. */
export type OfficeHolder = {
  /** What is held. */
  position: HeldPosition;
  /** The name of the holder. */
  name: Scalars['String']['output'];
  /** The holder; null when you may not see that member. */
  member?: Maybe<Member>;
  /** Where the account of the holder stands; null when there is none. */
  accountStatus?: Maybe<AccountStatus>;
  /** Who gave it, where an administrator or a secretary did. */
  grantedByName?: Maybe<Scalars['String']['output']>;
  /** When somebody last signed in to it or worked in it; null when never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The day on which the holder confirmed it. */
  confirmedOn?: Maybe<Scalars['Date']['output']>;
  /** The day on which an administrator last looked at it. */
  reviewedOn?: Maybe<Scalars['Date']['output']>;
  /** Who that was. */
  reviewerName?: Maybe<Scalars['String']['output']>;
  /** Is it more than ninety days since it began or was looked at? */
  reviewDue: Scalars['Boolean']['output'];
  /** Is it more than ninety days since it began or was last used? */
  unused: Scalars['Boolean']['output'];
};

/** A page of office holders. */
export type OfficeHolderConnection = {
  /** The rows of this page. */
  edges: Array<OfficeHolderEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** One row of a page of office holders. */
export type OfficeHolderEdge = {
  /** The holder. */
  node: OfficeHolder;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What of yours to confirm. */
export type ConfirmMyPositionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** An id of `account.positions`. */
  positionId: Scalars['UUID']['input'];
};

/** What the confirmation led to: one of the two is null. */
export type ConfirmMyPositionResult = {
  /** What was confirmed. */
  position?: Maybe<HeldPosition>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which office you have looked at. */
export type ConfirmOfficerInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** An id of `officersReview`. */
  positionId: Scalars['UUID']['input'];
};

/** What the review led to: one of the two is null. */
export type ConfirmOfficerResult = {
  /** What was looked at. */
  position?: Maybe<HeldPosition>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What somebody says they are in a unit, and what the direct superior says to it. */
export type PositionClaim = {
  /** The id of the claim. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The dossier number. */
  number: Scalars['String']['output'];
  /** Where the claim stands. */
  status: PositionClaimStatus;
  /** The name of the claimant. */
  claimantName: Scalars['String']['output'];
  /** The claimant; null before their account is approved, and when you may not see that member. */
  member?: Maybe<Member>;
  /** The unit in which the position is. */
  unit: OrgUnit;
  /** The unit that decides; null at the top of the chain, where the operator of the system does. */
  approverUnit?: Maybe<OrgUnit>;
  /** What the position gives. */
  role: RoleCode;
  /** What people call it, such as `Bí thư chi bộ`. */
  title: Scalars['String']['output'];
  /** The day from which it is held. */
  from: Scalars['Date']['output'];
  /** The last day of the term, where one is known. */
  through?: Maybe<Scalars['Date']['output']>;
  /** The day on which the claim was made. */
  submittedOn: Scalars['Date']['output'];
  /** The day of the decision, or on which it was taken back. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Why it was not recognised, was taken back, or ended. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The position that came of it. */
  position?: Maybe<HeldPosition>;
  /** The secretary who would have to be replaced: approving needs `replaceIncumbent` while this is not null. */
  incumbent?: Maybe<Officer>;
  /**
   * What can be done in the present state, and whether you may do it now. The codes, and the mutation that does each: `APPROVE`
   * approvePositionClaim, `REJECT` rejectPositionClaim, `WITHDRAW` withdrawPositionClaim, `END` endPosition.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** Where a claim to a position stands. */
export type PositionClaimStatus =
  /** Chờ cấp trên trực tiếp phê duyệt — the direct superior decides. */
  | 'PENDING'
  /** Đã phê duyệt — the position is held. */
  | 'APPROVED'
  /** Không được công nhận — declined with a reason. */
  | 'REJECTED'
  /** Đã rút — taken back before it was decided. */
  | 'WITHDRAWN'
  /** Đã kết thúc — the position is over. */
  | 'ENDED';

/** Positions that are claimed and approved; staff are appointed instead. */
export type ClaimableRole =
  /** Bí thư chi bộ — secretary of a branch. */
  | 'BRANCH_SECRETARY'
  /** Phó bí thư chi bộ — deputy secretary of a branch. */
  | 'BRANCH_DEPUTY_SECRETARY'
  /** Chi ủy viên — member of a branch committee. */
  | 'BRANCH_COMMITTEE_MEMBER'
  /** Bí thư đảng ủy — secretary of a committee. */
  | 'COMMITTEE_SECRETARY'
  /** Phó bí thư đảng ủy — deputy secretary of a committee. */
  | 'COMMITTEE_DEPUTY_SECRETARY';

/** A page of claims. */
export type PositionClaimConnection = {
  /** The rows of this page. */
  edges: Array<PositionClaimEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** One row of a page of claims. */
export type PositionClaimEdge = {
  /** The claim. */
  node: PositionClaim;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A position that you hold. */
export type ClaimPositionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** Your branch, or a committee above it. */
  unitId: Scalars['UUID']['input'];
  /** Which position. */
  role: ClaimableRole;
  /** What people call it; left out: the usual title. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** The day from which you hold it, today or earlier. */
  from: Scalars['Date']['input'];
  /** The last day of the term, where one is known; at most ten years after the first. */
  through?: InputMaybe<Scalars['Date']['input']>;
};

/** What the claim led to: one of the two is null. */
export type ClaimPositionResult = {
  /** The claim, now waiting. */
  claim?: Maybe<PositionClaim>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which claim to approve. */
export type ApprovePositionClaimInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The claim. */
  claimId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** End the position of the secretary who is in office now, and the delegations of the unit with it. */
  replaceIncumbent?: Scalars['Boolean']['input'];
};

/** What the approval led to: one of the two is null. */
export type ApprovePositionClaimResult = {
  /** The claim, now approved. */
  claim?: Maybe<PositionClaim>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which claim not to recognise, and why. */
export type RejectPositionClaimInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The claim. */
  claimId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The reason that the claimant reads. */
  reason: Scalars['String']['input'];
};

/** What the rejection led to: one of the two is null. */
export type RejectPositionClaimResult = {
  /** The claim, now rejected. */
  claim?: Maybe<PositionClaim>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which claim to take back. */
export type WithdrawPositionClaimInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The claim. */
  claimId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What taking it back led to: one of the two is null. */
export type WithdrawPositionClaimResult = {
  /** The claim, now withdrawn. */
  claim?: Maybe<PositionClaim>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which position to end, and why. */
export type EndPositionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The position, one of those that are claimed and approved. */
  positionId: Scalars['UUID']['input'];
  /** Why it ends. */
  reason: Scalars['String']['input'];
};

/** What ending the position led to: one of the two is null. */
export type EndPositionResult = {
  /** The position, now over. */
  position?: Maybe<HeldPosition>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Somebody who holds a position in a unit today. */
export type Officer = {
  /** The id of the position or delegation. */
  positionId: Scalars['UUID']['output'];
  /** What the position gives. */
  role: RoleCode;
  /** What people call it, such as `Bí thư chi bộ`. */
  title: Scalars['String']['output'];
  /** The name of the holder. */
  name: Scalars['String']['output'];
  /** The holder; null when you may not see that member. */
  member?: Maybe<Member>;
};

/** A position, delegation or system right that somebody holds or has held. */
export type HeldPosition = {
  /** What `actAs` takes. */
  id: Scalars['UUID']['output'];
  /** Where the right comes from. */
  kind: HeldPositionKind;
  /** What it gives. */
  role: RoleCode;
  /** What people call it, such as `Bí thư chi bộ`. */
  title: Scalars['String']['output'];
  /** The unit on which it holds, and everything below. */
  unit: OrgUnit;
  /** The first day. */
  from: Scalars['Date']['output'];
  /** The last day, where one was set in advance; null when none was. */
  through?: Maybe<Scalars['Date']['output']>;
  /** The day on which it ended early; null while it has not. */
  endedOn?: Maybe<Scalars['Date']['output']>;
  /** Why it ended early. */
  endedReason?: Maybe<PositionEndReason>;
  /** Can it be acted in today? */
  current: Scalars['Boolean']['output'];
};

/** Where a right to act comes from. */
export type HeldPositionKind =
  /** Chức vụ — a position approved by the superior organisation, or an office given by an administrator. */
  | 'POSITION'
  /** Phân công — a delegation by the secretary, for a time. */
  | 'DELEGATION'
  /** Quản trị — a right on the system, granted by an administrator above. */
  | 'ADMIN_GRANT';

/** Why a position ended before its time. */
export type PositionEndReason =
  /** Chuyển sinh hoạt đảng — the holder has moved to another branch. */
  | 'TRANSFER_COMPLETED'
  /** Đính chính chi bộ — the branch on record of the holder was wrong. */
  | 'MEMBER_CORRECTED'
  /** Thay đổi bí thư — another secretary is in office, or the secretary who delegated no longer is. */
  | 'SECRETARY_CHANGED'
  /** Giữ chức vụ khác — the holder has another position in the same unit now. */
  | 'SUPERSEDED'
  /** Hết nhiệm kỳ — the term has ended. */
  | 'TERM_ENDED'
  /** Thôi giữ chức vụ — relieved of it. */
  | 'RELIEVED'
  /** Tổ chức kết thúc — the unit has ended. */
  | 'UNIT_ENDED'
  /** Đóng tài khoản — the account of the holder is closed. */
  | 'ACCOUNT_CLOSED';

/** What a position gives; the rights behind each stand in one table of the system. */
export type RoleCode =
  /** Đảng viên — a member without a position. */
  | 'MEMBER'
  /** Bí thư chi bộ — secretary of a branch. */
  | 'BRANCH_SECRETARY'
  /** Phó bí thư chi bộ — deputy secretary of a branch. */
  | 'BRANCH_DEPUTY_SECRETARY'
  /** Chi ủy viên — member of a branch committee. */
  | 'BRANCH_COMMITTEE_MEMBER'
  /** Người được phân công của chi bộ — delegate of a branch; never approves. */
  | 'BRANCH_DELEGATE'
  /** Bí thư đảng ủy — secretary of a committee. */
  | 'COMMITTEE_SECRETARY'
  /** Phó bí thư đảng ủy — deputy secretary of a committee. */
  | 'COMMITTEE_DEPUTY_SECRETARY'
  /** Người được phân công của đảng ủy — delegate of a committee. */
  | 'COMMITTEE_DELEGATE'
  /** Chuyên viên Văn phòng Đảng ủy — staff of the committee's office. */
  | 'OFFICE_STAFF'
  /** Chuyên viên Ban Xây dựng Đảng — staff of the Party-building board. */
  | 'PARTY_BUILDING_STAFF'
  /** Chuyên viên Ban Tổ chức — staff of the organisation board of a province. */
  | 'ORG_BOARD_STAFF'
  /** Kế toán, tài chính đảng — finance officer. */
  | 'FINANCE_OFFICER'
  /** Cán bộ Ủy ban Kiểm tra — inspection officer, read only. */
  | 'INSPECTION_OFFICER'
  /** Quản trị tổ chức — administrator of a unit; decides on no dossier. */
  | 'ORG_ADMIN'
  /** Quản trị hệ thống — operator of the whole system. */
  | 'SYSTEM_ADMIN'
  /** Tổ hỗ trợ — support team; sees no dossier. */
  | 'SUPPORT_AGENT'
  /** Chuyên viên phân tích — totals only, no personal data. */
  | 'ANALYST';

/** One field of one member that the member database has otherwise. */
export type RegistryDifference = {
  /** The id of the difference. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The name of the member. */
  memberName: Scalars['String']['output'];
  /** The member; null when you may not see that member. */
  member?: Maybe<Member>;
  /** Which field. */
  field: RegistryDifferenceField;
  /** What we have, numbers covered; null: nothing. */
  ours?: Maybe<Scalars['String']['output']>;
  /** What the member database has, numbers covered; a branch by its name. */
  theirs?: Maybe<Scalars['String']['output']>;
  /** The day on which it was found. */
  foundOn: Scalars['Date']['output'];
  /** Is it open, or what became of it? */
  status: RegistryDifferenceStatus;
  /** The day of the decision. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Why it was rejected. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Does this take a correction of the branch (`proposeMemberCorrection`) instead of a yes here? */
  needsCorrection: Scalars['Boolean']['output'];
};

/** A field that the member database can have otherwise. */
export type RegistryDifferenceField =
  /** Họ và tên — full name. */
  | 'FULL_NAME'
  /** Tên gọi khác — other name. */
  | 'OTHER_NAME'
  /** Giới tính — gender. */
  | 'GENDER'
  /** Ngày sinh — day of birth. */
  | 'DATE_OF_BIRTH'
  /** Nơi thường trú — place of permanent residence. */
  | 'PERMANENT_ADDRESS'
  /** Số thẻ Đảng — number of the membership card. */
  | 'CARD_NUMBER'
  /** Số thẻ Đảng cũ — number of the old membership card. */
  | 'LEGACY_CARD_NUMBER'
  /** Số lý lịch — profile number. */
  | 'PROFILE_NUMBER'
  /** Ngày vào Đảng — day of admission. */
  | 'JOIN_DATE'
  /** Ngày chính thức — day of becoming official. */
  | 'OFFICIAL_DATE'
  /** Trạng thái — how the membership stands; one that ends it closes the account. */
  | 'STATUS'
  /** Lực lượng vũ trang — service in a force. */
  | 'FORCE_CATEGORY'
  /** Chi bộ đang sinh hoạt — the branch; takes a correction, not a yes here. */
  | 'BRANCH';

/** What became of a difference. */
export type RegistryDifferenceStatus =
  /** Chờ xử lý — waits for a decision. */
  | 'OPEN'
  /** Đã chấp nhận — what the member database says was taken over. */
  | 'ACCEPTED'
  /** Không chấp nhận — what we have stays. */
  | 'REJECTED'
  /** Đã khớp — both say the same by now. */
  | 'SETTLED';

/** A page of differences. */
export type RegistryDifferenceConnection = {
  /** The rows of this page. */
  edges: Array<RegistryDifferenceEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** One row of a page of differences. */
export type RegistryDifferenceEdge = {
  /** The difference. */
  node: RegistryDifference;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** One row to be decided. */
export type RegistryDifferenceItemInput = {
  /** The difference. */
  differenceId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** A decision on several rows, and what became of each. */
export type RegistryDecision = {
  /** The rows, in the order given. */
  items: Array<RegistryDecisionItem>;
};

/** What became of one row. */
export type RegistryDecisionItem = {
  /** Which row. */
  differenceId: Scalars['UUID']['output'];
  /** The row as it is now; null when you may not see it. */
  difference?: Maybe<RegistryDifference>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which rows to take over. */
export type AcceptRegistryDifferencesInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The rows, 1 to 100, each once. */
  items: Array<RegistryDifferenceItemInput>;
};

/** What the decision led to: one of the two is null. */
export type AcceptRegistryDifferencesResult = {
  /** What became of each row. */
  decision?: Maybe<RegistryDecision>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which rows to turn down, and why. */
export type RejectRegistryDifferencesInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The rows, 1 to 100, each once. */
  items: Array<RegistryDifferenceItemInput>;
  /** Why what we have is right. */
  reason: Scalars['String']['input'];
};

/** What the decision led to: one of the two is null. */
export type RejectRegistryDifferencesResult = {
  /** What became of each row. */
  decision?: Maybe<RegistryDecision>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What to look an account up by. */
export type LookUpRegistryInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The account; left out: your own. */
  accountId?: InputMaybe<Scalars['UUID']['input']>;
  /** Number of the membership card (số thẻ đảng viên), 8 or 12 digits, dots allowed. This or the profile number is required. */
  cardNumber?: InputMaybe<Scalars['String']['input']>;
  /** Profile number (số lý lịch), up to 8 digits, leading zeros count. */
  profileNumber?: InputMaybe<Scalars['String']['input']>;
};

/** What the look-up led to: one of the two is null. */
export type LookUpRegistryResult = {
  /** What the member database answered. */
  match?: Maybe<RegistryMatch>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What the member database answered for an account. Everything but `found` and `lookedUpAt` is null when it knows nobody. */
export type RegistryMatch = {
  /** Does the member database know this person? If not, the form is filled in by hand and the branch checks it. */
  found: Scalars['Boolean']['output'];
  /** When it was asked. */
  lookedUpAt: Scalars['DateTime']['output'];
  /** Full name (họ và tên). */
  fullName?: Maybe<Scalars['String']['output']>;
  /** Other name (tên gọi khác). */
  otherName?: Maybe<Scalars['String']['output']>;
  /** Gender (giới tính). */
  gender?: Maybe<Gender>;
  /** Day of birth (ngày sinh). */
  dateOfBirth?: Maybe<Scalars['Date']['output']>;
  /** Place of permanent residence (thường trú). */
  permanentAddress?: Maybe<Scalars['String']['output']>;
  /** Number of the membership card, all but the last three digits covered. */
  cardNumberMasked?: Maybe<Scalars['String']['output']>;
  /** Profile number (số lý lịch). */
  profileNumber?: Maybe<Scalars['String']['output']>;
  /** Day of admission to the Party (ngày vào đảng). */
  joinDate?: Maybe<Scalars['Date']['output']>;
  /** Day of becoming an official member (ngày chính thức). */
  officialDate?: Maybe<Scalars['Date']['output']>;
  /** How the membership stands there. */
  status?: Maybe<MemberStatus>;
  /** The branch that the member database names, where the tree knows it. */
  branch?: Maybe<OrgUnit>;
};

/** What VNeID sent back, and what you kept to prove that you asked. */
export type SignInInput = {
  /** The authorisation code. */
  code: Scalars['String']['input'];
  /** The PKCE verifier whose S256 challenge you sent. */
  codeVerifier: Scalars['String']['input'];
  /** The redirect address to which the code was sent; one of those registered. */
  redirectUri: Scalars['String']['input'];
  /** The nonce that you sent. */
  nonce: Scalars['String']['input'];
  /** Act in this position from the start; left out: as the plain member. */
  positionId?: InputMaybe<Scalars['UUID']['input']>;
};

/** What the sign-in led to: one of the two is null. */
export type SignInResult = {
  /** The session with its tokens. */
  session?: Maybe<Session>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A session that has just got new tokens. They are shown once and kept nowhere in readable form. */
export type Session = {
  /** The id of the session. */
  id: Scalars['UUID']['output'];
  /** What to send as `Authorization: Bearer`, for 10 minutes. */
  accessToken: Scalars['String']['output'];
  /** When the access token runs out. */
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** What `refreshSession` takes, once. */
  refreshToken: Scalars['String']['output'];
  /** When the refresh token runs out unless it is used. */
  refreshTokenExpiresAt: Scalars['DateTime']['output'];
  /** When the person signed in with VNeID; approving and signing need this to be not older than 10 minutes. */
  signedInAt: Scalars['DateTime']['output'];
  /** What the session acts in now; null for the plain member, and when the position has ended since. */
  actingAs?: Maybe<HeldPosition>;
  /** The account. */
  account: Account;
};

/** A refresh token. */
export type RefreshSessionInput = {
  /** The refresh token, never used before. */
  refreshToken: Scalars['String']['input'];
};

/** What the refresh led to: one of the two is null. */
export type RefreshSessionResult = {
  /** The session with its new tokens. */
  session?: Maybe<Session>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** In what to act. */
export type ActAsInput = {
  /** An id of `account.positions`; null or left out: the plain member. */
  positionId?: InputMaybe<Scalars['UUID']['input']>;
};

/** What the change of capacity led to: one of `accessToken` and `refusal` is null. */
export type ActAsResult = {
  /** The access token in the new capacity. */
  accessToken?: Maybe<Scalars['String']['output']>;
  /** When that token runs out. */
  accessTokenExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the session acts in now; null for the plain member. */
  actingAs?: Maybe<HeldPosition>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What signing out led to. */
export type SignOutResult = {
  /** How many sessions this ended; 0 when they had ended before. */
  endedSessions?: Maybe<Scalars['Int']['output']>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What signing out everywhere led to. */
export type SignOutEverywhereResult = {
  /** How many sessions this ended. */
  endedSessions?: Maybe<Scalars['Int']['output']>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Offices that an administrator gives. */
export type StaffRole =
  /** Chuyên viên Văn phòng Đảng ủy — staff of the committee's office. */
  | 'OFFICE_STAFF'
  /** Chuyên viên Ban Xây dựng Đảng — staff of the Party-building board. */
  | 'PARTY_BUILDING_STAFF'
  /** Chuyên viên Ban Tổ chức — staff of the organisation board; of a province only. */
  | 'ORG_BOARD_STAFF'
  /** Kế toán, tài chính đảng — finance officer. */
  | 'FINANCE_OFFICER'
  /** Cán bộ Ủy ban Kiểm tra — inspection officer, read only. */
  | 'INSPECTION_OFFICER'
  /** Tổ hỗ trợ — support team; sees no dossier. */
  | 'SUPPORT_AGENT'
  /** Chuyên viên phân tích — totals only, no personal data. */
  | 'ANALYST';

/** An office to give. */
export type AppointStaffInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The account of whom to appoint. */
  accountId: Scalars['UUID']['input'];
  /** The unit to work for, yours or below it. */
  unitId: Scalars['UUID']['input'];
  /** Which office. */
  role: StaffRole;
  /** What people call it; left out: the usual title. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** The last day, where one is set in advance. */
  through?: InputMaybe<Scalars['Date']['input']>;
  /** Why. */
  reason: Scalars['String']['input'];
};

/** What the appointment led to: one of the two is null. */
export type AppointStaffResult = {
  /** The office that was given. */
  office?: Maybe<HeldPosition>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** An office to end. */
export type RelieveStaffInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The office, an id of `staff`. */
  officeId: Scalars['UUID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
};

/** What relieving led to: one of the two is null. */
export type RelieveStaffResult = {
  /** The office that is over. */
  office?: Maybe<HeldPosition>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
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
  Member: Member;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  OrgUnit:
    ( { __typename: 'OrgUnit' }
    & GraphQLRecursivePick<FederationTypes['OrgUnit'], {"id":true}> );
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
  Account: ResolverTypeWrapper<any>;
  AccountStatus: ResolverTypeWrapper<any>;
  PersonalIdDoubt: ResolverTypeWrapper<any>;
  ClaimedPosition: ResolverTypeWrapper<any>;
  AccountConnection: ResolverTypeWrapper<any>;
  AccountEdge: ResolverTypeWrapper<any>;
  ApproveAccountInput: ResolverTypeWrapper<any>;
  ApproveAccountResult: ResolverTypeWrapper<any>;
  RejectAccountInput: ResolverTypeWrapper<any>;
  RejectAccountResult: ResolverTypeWrapper<any>;
  LockAccountInput: ResolverTypeWrapper<any>;
  LockAccountResult: ResolverTypeWrapper<any>;
  UnlockAccountInput: ResolverTypeWrapper<any>;
  UnlockAccountResult: ResolverTypeWrapper<any>;
  CloseAccountInput: ResolverTypeWrapper<any>;
  CloseAccountResult: ResolverTypeWrapper<any>;
  AccountClosingGround: ResolverTypeWrapper<any>;
  EnterRegistrationInput: ResolverTypeWrapper<any>;
  EnterRegistrationResult: ResolverTypeWrapper<any>;
  AccountChannel: ResolverTypeWrapper<any>;
  RegistrySource: ResolverTypeWrapper<any>;
  RegistryFieldDifference: ResolverTypeWrapper<any>;
  RegistrationForm: ResolverTypeWrapper<any>;
  PermanentAddress: ResolverTypeWrapper<any>;
  Employer: ResolverTypeWrapper<any>;
  ExtendedInformation: ResolverTypeWrapper<any>;
  SpouseRelation: ResolverTypeWrapper<any>;
  PermanentAddressInput: ResolverTypeWrapper<any>;
  EmployerInput: ResolverTypeWrapper<any>;
  ExtendedInformationInput: ResolverTypeWrapper<any>;
  RegistrationFormInput: ResolverTypeWrapper<any>;
  SaveRegistrationDraftInput: ResolverTypeWrapper<any>;
  SaveRegistrationDraftResult: ResolverTypeWrapper<any>;
  SubmitRegistrationInput: ResolverTypeWrapper<any>;
  SubmitRegistrationResult: ResolverTypeWrapper<any>;
  GrantAdminInput: ResolverTypeWrapper<any>;
  GrantAdminResult: ResolverTypeWrapper<any>;
  RevokeAdminInput: ResolverTypeWrapper<any>;
  RevokeAdminResult: ResolverTypeWrapper<any>;
  OrgUnit: ResolverTypeWrapper<any>;
  SigningCertificate: ResolverTypeWrapper<any>;
  CertificateStatus: ResolverTypeWrapper<any>;
  RegisterCertificateInput: ResolverTypeWrapper<any>;
  RegisterCertificateResult: ResolverTypeWrapper<any>;
  EndCertificateInput: ResolverTypeWrapper<any>;
  EndCertificateResult: ResolverTypeWrapper<any>;
  AccountChangeRequest: ResolverTypeWrapper<any>;
  InformationChange: ResolverTypeWrapper<any>;
  AccountChangeStatus: ResolverTypeWrapper<any>;
  AccountChangeConnection: ResolverTypeWrapper<any>;
  AccountChangeEdge: ResolverTypeWrapper<any>;
  RequestAccountChangeInput: ResolverTypeWrapper<any>;
  RequestAccountChangeResult: ResolverTypeWrapper<any>;
  ApproveAccountChangeInput: ResolverTypeWrapper<any>;
  ApproveAccountChangeResult: ResolverTypeWrapper<any>;
  RejectAccountChangeInput: ResolverTypeWrapper<any>;
  RejectAccountChangeResult: ResolverTypeWrapper<any>;
  WithdrawAccountChangeInput: ResolverTypeWrapper<any>;
  WithdrawAccountChangeResult: ResolverTypeWrapper<any>;
  MemberCorrection: ResolverTypeWrapper<any>;
  MemberCorrectionStatus: ResolverTypeWrapper<any>;
  MemberCorrectionConnection: ResolverTypeWrapper<any>;
  MemberCorrectionEdge: ResolverTypeWrapper<any>;
  ProposeMemberCorrectionInput: ResolverTypeWrapper<any>;
  ProposeMemberCorrectionResult: ResolverTypeWrapper<any>;
  ApproveMemberCorrectionInput: ResolverTypeWrapper<any>;
  ApproveMemberCorrectionResult: ResolverTypeWrapper<any>;
  RejectMemberCorrectionInput: ResolverTypeWrapper<any>;
  RejectMemberCorrectionResult: ResolverTypeWrapper<any>;
  WithdrawMemberCorrectionInput: ResolverTypeWrapper<any>;
  WithdrawMemberCorrectionResult: ResolverTypeWrapper<any>;
  AppointDelegateInput: ResolverTypeWrapper<any>;
  AppointDelegateResult: ResolverTypeWrapper<any>;
  EndDelegationInput: ResolverTypeWrapper<any>;
  EndDelegationResult: ResolverTypeWrapper<any>;
  Device: ResolverTypeWrapper<any>;
  DevicePlatform: ResolverTypeWrapper<any>;
  RegisterDeviceInput: ResolverTypeWrapper<any>;
  RegisterDeviceResult: ResolverTypeWrapper<any>;
  RemoveDeviceInput: ResolverTypeWrapper<any>;
  RemoveDeviceResult: ResolverTypeWrapper<any>;
  ExclusionReason: ResolverTypeWrapper<any>;
  MemberConnection: ResolverTypeWrapper<any>;
  MemberEdge: ResolverTypeWrapper<any>;
  Member: ResolverTypeWrapper<any>;
  Gender: ResolverTypeWrapper<any>;
  MemberKind: ResolverTypeWrapper<any>;
  MemberStatus: ResolverTypeWrapper<any>;
  ForceCategory: ResolverTypeWrapper<any>;
  Notice: ResolverTypeWrapper<any>;
  NoticeConnection: ResolverTypeWrapper<any>;
  NoticeEdge: ResolverTypeWrapper<any>;
  NoticePreference: ResolverTypeWrapper<any>;
  NoticeInbox: ResolverTypeWrapper<any>;
  MarkNoticesReadInput: ResolverTypeWrapper<any>;
  MarkNoticesReadResult: ResolverTypeWrapper<any>;
  SetNoticePreferenceInput: ResolverTypeWrapper<any>;
  SetNoticePreferenceResult: ResolverTypeWrapper<any>;
  NoticeChannel: ResolverTypeWrapper<any>;
  NoticeSubjectKind: ResolverTypeWrapper<any>;
  NoticeKind: ResolverTypeWrapper<any>;
  OfficeHolder: ResolverTypeWrapper<any>;
  OfficeHolderConnection: ResolverTypeWrapper<any>;
  OfficeHolderEdge: ResolverTypeWrapper<any>;
  ConfirmMyPositionInput: ResolverTypeWrapper<any>;
  ConfirmMyPositionResult: ResolverTypeWrapper<any>;
  ConfirmOfficerInput: ResolverTypeWrapper<any>;
  ConfirmOfficerResult: ResolverTypeWrapper<any>;
  PositionClaim: ResolverTypeWrapper<any>;
  PositionClaimStatus: ResolverTypeWrapper<any>;
  ClaimableRole: ResolverTypeWrapper<any>;
  PositionClaimConnection: ResolverTypeWrapper<any>;
  PositionClaimEdge: ResolverTypeWrapper<any>;
  ClaimPositionInput: ResolverTypeWrapper<any>;
  ClaimPositionResult: ResolverTypeWrapper<any>;
  ApprovePositionClaimInput: ResolverTypeWrapper<any>;
  ApprovePositionClaimResult: ResolverTypeWrapper<any>;
  RejectPositionClaimInput: ResolverTypeWrapper<any>;
  RejectPositionClaimResult: ResolverTypeWrapper<any>;
  WithdrawPositionClaimInput: ResolverTypeWrapper<any>;
  WithdrawPositionClaimResult: ResolverTypeWrapper<any>;
  EndPositionInput: ResolverTypeWrapper<any>;
  EndPositionResult: ResolverTypeWrapper<any>;
  Officer: ResolverTypeWrapper<any>;
  HeldPosition: ResolverTypeWrapper<any>;
  HeldPositionKind: ResolverTypeWrapper<any>;
  PositionEndReason: ResolverTypeWrapper<any>;
  RoleCode: ResolverTypeWrapper<any>;
  RegistryDifference: ResolverTypeWrapper<any>;
  RegistryDifferenceField: ResolverTypeWrapper<any>;
  RegistryDifferenceStatus: ResolverTypeWrapper<any>;
  RegistryDifferenceConnection: ResolverTypeWrapper<any>;
  RegistryDifferenceEdge: ResolverTypeWrapper<any>;
  RegistryDifferenceItemInput: ResolverTypeWrapper<any>;
  RegistryDecision: ResolverTypeWrapper<any>;
  RegistryDecisionItem: ResolverTypeWrapper<any>;
  AcceptRegistryDifferencesInput: ResolverTypeWrapper<any>;
  AcceptRegistryDifferencesResult: ResolverTypeWrapper<any>;
  RejectRegistryDifferencesInput: ResolverTypeWrapper<any>;
  RejectRegistryDifferencesResult: ResolverTypeWrapper<any>;
  LookUpRegistryInput: ResolverTypeWrapper<any>;
  LookUpRegistryResult: ResolverTypeWrapper<any>;
  RegistryMatch: ResolverTypeWrapper<any>;
  SignInInput: ResolverTypeWrapper<any>;
  SignInResult: ResolverTypeWrapper<any>;
  Session: ResolverTypeWrapper<any>;
  RefreshSessionInput: ResolverTypeWrapper<any>;
  RefreshSessionResult: ResolverTypeWrapper<any>;
  ActAsInput: ResolverTypeWrapper<any>;
  ActAsResult: ResolverTypeWrapper<any>;
  SignOutResult: ResolverTypeWrapper<any>;
  SignOutEverywhereResult: ResolverTypeWrapper<any>;
  StaffRole: ResolverTypeWrapper<any>;
  AppointStaffInput: ResolverTypeWrapper<any>;
  AppointStaffResult: ResolverTypeWrapper<any>;
  RelieveStaffInput: ResolverTypeWrapper<any>;
  RelieveStaffResult: ResolverTypeWrapper<any>;
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
  Account: any;
  AccountConnection: any;
  AccountEdge: any;
  ApproveAccountInput: any;
  ApproveAccountResult: any;
  RejectAccountInput: any;
  RejectAccountResult: any;
  LockAccountInput: any;
  LockAccountResult: any;
  UnlockAccountInput: any;
  UnlockAccountResult: any;
  CloseAccountInput: any;
  CloseAccountResult: any;
  EnterRegistrationInput: any;
  EnterRegistrationResult: any;
  RegistryFieldDifference: any;
  RegistrationForm: any;
  PermanentAddress: any;
  Employer: any;
  ExtendedInformation: any;
  PermanentAddressInput: any;
  EmployerInput: any;
  ExtendedInformationInput: any;
  RegistrationFormInput: any;
  SaveRegistrationDraftInput: any;
  SaveRegistrationDraftResult: any;
  SubmitRegistrationInput: any;
  SubmitRegistrationResult: any;
  GrantAdminInput: any;
  GrantAdminResult: any;
  RevokeAdminInput: any;
  RevokeAdminResult: any;
  OrgUnit: any;
  SigningCertificate: any;
  RegisterCertificateInput: any;
  RegisterCertificateResult: any;
  EndCertificateInput: any;
  EndCertificateResult: any;
  AccountChangeRequest: any;
  InformationChange: any;
  AccountChangeConnection: any;
  AccountChangeEdge: any;
  RequestAccountChangeInput: any;
  RequestAccountChangeResult: any;
  ApproveAccountChangeInput: any;
  ApproveAccountChangeResult: any;
  RejectAccountChangeInput: any;
  RejectAccountChangeResult: any;
  WithdrawAccountChangeInput: any;
  WithdrawAccountChangeResult: any;
  MemberCorrection: any;
  MemberCorrectionConnection: any;
  MemberCorrectionEdge: any;
  ProposeMemberCorrectionInput: any;
  ProposeMemberCorrectionResult: any;
  ApproveMemberCorrectionInput: any;
  ApproveMemberCorrectionResult: any;
  RejectMemberCorrectionInput: any;
  RejectMemberCorrectionResult: any;
  WithdrawMemberCorrectionInput: any;
  WithdrawMemberCorrectionResult: any;
  AppointDelegateInput: any;
  AppointDelegateResult: any;
  EndDelegationInput: any;
  EndDelegationResult: any;
  Device: any;
  RegisterDeviceInput: any;
  RegisterDeviceResult: any;
  RemoveDeviceInput: any;
  RemoveDeviceResult: any;
  ExclusionReason: any;
  MemberConnection: any;
  MemberEdge: any;
  Member: any;
  Notice: any;
  NoticeConnection: any;
  NoticeEdge: any;
  NoticePreference: any;
  NoticeInbox: any;
  MarkNoticesReadInput: any;
  MarkNoticesReadResult: any;
  SetNoticePreferenceInput: any;
  SetNoticePreferenceResult: any;
  OfficeHolder: any;
  OfficeHolderConnection: any;
  OfficeHolderEdge: any;
  ConfirmMyPositionInput: any;
  ConfirmMyPositionResult: any;
  ConfirmOfficerInput: any;
  ConfirmOfficerResult: any;
  PositionClaim: any;
  PositionClaimConnection: any;
  PositionClaimEdge: any;
  ClaimPositionInput: any;
  ClaimPositionResult: any;
  ApprovePositionClaimInput: any;
  ApprovePositionClaimResult: any;
  RejectPositionClaimInput: any;
  RejectPositionClaimResult: any;
  WithdrawPositionClaimInput: any;
  WithdrawPositionClaimResult: any;
  EndPositionInput: any;
  EndPositionResult: any;
  Officer: any;
  HeldPosition: any;
  RegistryDifference: any;
  RegistryDifferenceConnection: any;
  RegistryDifferenceEdge: any;
  RegistryDifferenceItemInput: any;
  RegistryDecision: any;
  RegistryDecisionItem: any;
  AcceptRegistryDifferencesInput: any;
  AcceptRegistryDifferencesResult: any;
  RejectRegistryDifferencesInput: any;
  RejectRegistryDifferencesResult: any;
  LookUpRegistryInput: any;
  LookUpRegistryResult: any;
  RegistryMatch: any;
  SignInInput: any;
  SignInResult: any;
  Session: any;
  RefreshSessionInput: any;
  RefreshSessionResult: any;
  ActAsInput: any;
  ActAsResult: any;
  SignOutResult: any;
  SignOutEverywhereResult: any;
  AppointStaffInput: any;
  AppointStaffResult: any;
  RelieveStaffInput: any;
  RelieveStaffResult: any;
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
  accounts?: Resolver<Maybe<ResolversTypes['AccountConnection']>, ParentType, ContextType, RequireFields<QueryAccountsArgs, 'first'>>;
  accountById?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryAccountByIdArgs, 'id'>>;
  administeredAccounts?: Resolver<Maybe<ResolversTypes['AccountConnection']>, ParentType, ContextType, RequireFields<QueryAdministeredAccountsArgs, 'first'>>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  pendingAccounts?: Resolver<Maybe<ResolversTypes['AccountConnection']>, ParentType, ContextType, RequireFields<QueryPendingAccountsArgs, 'first'>>;
  adminGrants?: Resolver<Maybe<ResolversTypes['OfficeHolderConnection']>, ParentType, ContextType, RequireFields<QueryAdminGrantsArgs, 'first'>>;
  accountAudit?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, RequireFields<QueryAccountAuditArgs, 'first'>>;
  accountChange?: Resolver<Maybe<ResolversTypes['AccountChangeRequest']>, ParentType, ContextType, RequireFields<QueryAccountChangeArgs, 'id'>>;
  myAccountChanges?: Resolver<Maybe<ResolversTypes['AccountChangeConnection']>, ParentType, ContextType, RequireFields<QueryMyAccountChangesArgs, 'first'>>;
  pendingAccountChanges?: Resolver<Maybe<ResolversTypes['AccountChangeConnection']>, ParentType, ContextType, RequireFields<QueryPendingAccountChangesArgs, 'first'>>;
  memberCorrections?: Resolver<Maybe<ResolversTypes['MemberCorrectionConnection']>, ParentType, ContextType, RequireFields<QueryMemberCorrectionsArgs, 'first'>>;
  proposedCorrections?: Resolver<Maybe<ResolversTypes['MemberCorrectionConnection']>, ParentType, ContextType, RequireFields<QueryProposedCorrectionsArgs, 'first'>>;
  delegations?: Resolver<Maybe<ResolversTypes['OfficeHolderConnection']>, ParentType, ContextType, RequireFields<QueryDelegationsArgs, 'first'>>;
  devices?: Resolver<Maybe<Array<ResolversTypes['Device']>>, ParentType, ContextType>;
  exclusionReasons?: Resolver<Maybe<Array<ResolversTypes['ExclusionReason']>>, ParentType, ContextType>;
  searchMembers?: Resolver<Maybe<ResolversTypes['MemberConnection']>, ParentType, ContextType, RequireFields<QuerySearchMembersArgs, 'text' | 'first'>>;
  me?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType, RequireFields<QueryMemberArgs, 'id'>>;
  notices?: Resolver<Maybe<ResolversTypes['NoticeConnection']>, ParentType, ContextType, RequireFields<QueryNoticesArgs, 'unreadOnly' | 'first'>>;
  noticePreferences?: Resolver<Maybe<Array<ResolversTypes['NoticePreference']>>, ParentType, ContextType>;
  officersReview?: Resolver<Maybe<ResolversTypes['OfficeHolderConnection']>, ParentType, ContextType, RequireFields<QueryOfficersReviewArgs, 'dueOnly' | 'first'>>;
  positionClaims?: Resolver<Maybe<ResolversTypes['PositionClaimConnection']>, ParentType, ContextType, RequireFields<QueryPositionClaimsArgs, 'waitingForMe' | 'first'>>;
  myPositionClaims?: Resolver<Maybe<Array<ResolversTypes['PositionClaim']>>, ParentType, ContextType>;
  registryDifferences?: Resolver<Maybe<ResolversTypes['RegistryDifferenceConnection']>, ParentType, ContextType, RequireFields<QueryRegistryDifferencesArgs, 'first'>>;
  staff?: Resolver<Maybe<ResolversTypes['OfficeHolderConnection']>, ParentType, ContextType, RequireFields<QueryStaffArgs, 'first'>>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  approveAccount?: Resolver<ResolversTypes['ApproveAccountResult'], ParentType, ContextType, RequireFields<MutationApproveAccountArgs, 'input'>>;
  rejectAccount?: Resolver<ResolversTypes['RejectAccountResult'], ParentType, ContextType, RequireFields<MutationRejectAccountArgs, 'input'>>;
  lockAccount?: Resolver<ResolversTypes['LockAccountResult'], ParentType, ContextType, RequireFields<MutationLockAccountArgs, 'input'>>;
  unlockAccount?: Resolver<ResolversTypes['UnlockAccountResult'], ParentType, ContextType, RequireFields<MutationUnlockAccountArgs, 'input'>>;
  closeAccount?: Resolver<ResolversTypes['CloseAccountResult'], ParentType, ContextType, RequireFields<MutationCloseAccountArgs, 'input'>>;
  enterRegistration?: Resolver<ResolversTypes['EnterRegistrationResult'], ParentType, ContextType, RequireFields<MutationEnterRegistrationArgs, 'input'>>;
  prepareAccountUpload?: Resolver<ResolversTypes['PrepareUploadResult'], ParentType, ContextType, RequireFields<MutationPrepareAccountUploadArgs, 'input'>>;
  saveRegistrationDraft?: Resolver<ResolversTypes['SaveRegistrationDraftResult'], ParentType, ContextType, RequireFields<MutationSaveRegistrationDraftArgs, 'input'>>;
  submitRegistration?: Resolver<ResolversTypes['SubmitRegistrationResult'], ParentType, ContextType, RequireFields<MutationSubmitRegistrationArgs, 'input'>>;
  grantAdmin?: Resolver<ResolversTypes['GrantAdminResult'], ParentType, ContextType, RequireFields<MutationGrantAdminArgs, 'input'>>;
  revokeAdmin?: Resolver<ResolversTypes['RevokeAdminResult'], ParentType, ContextType, RequireFields<MutationRevokeAdminArgs, 'input'>>;
  registerCertificate?: Resolver<ResolversTypes['RegisterCertificateResult'], ParentType, ContextType, RequireFields<MutationRegisterCertificateArgs, 'input'>>;
  endCertificate?: Resolver<ResolversTypes['EndCertificateResult'], ParentType, ContextType, RequireFields<MutationEndCertificateArgs, 'input'>>;
  requestAccountChange?: Resolver<ResolversTypes['RequestAccountChangeResult'], ParentType, ContextType, RequireFields<MutationRequestAccountChangeArgs, 'input'>>;
  approveAccountChange?: Resolver<ResolversTypes['ApproveAccountChangeResult'], ParentType, ContextType, RequireFields<MutationApproveAccountChangeArgs, 'input'>>;
  rejectAccountChange?: Resolver<ResolversTypes['RejectAccountChangeResult'], ParentType, ContextType, RequireFields<MutationRejectAccountChangeArgs, 'input'>>;
  withdrawAccountChange?: Resolver<ResolversTypes['WithdrawAccountChangeResult'], ParentType, ContextType, RequireFields<MutationWithdrawAccountChangeArgs, 'input'>>;
  proposeMemberCorrection?: Resolver<ResolversTypes['ProposeMemberCorrectionResult'], ParentType, ContextType, RequireFields<MutationProposeMemberCorrectionArgs, 'input'>>;
  approveMemberCorrection?: Resolver<ResolversTypes['ApproveMemberCorrectionResult'], ParentType, ContextType, RequireFields<MutationApproveMemberCorrectionArgs, 'input'>>;
  rejectMemberCorrection?: Resolver<ResolversTypes['RejectMemberCorrectionResult'], ParentType, ContextType, RequireFields<MutationRejectMemberCorrectionArgs, 'input'>>;
  withdrawMemberCorrection?: Resolver<ResolversTypes['WithdrawMemberCorrectionResult'], ParentType, ContextType, RequireFields<MutationWithdrawMemberCorrectionArgs, 'input'>>;
  appointDelegate?: Resolver<ResolversTypes['AppointDelegateResult'], ParentType, ContextType, RequireFields<MutationAppointDelegateArgs, 'input'>>;
  endDelegation?: Resolver<ResolversTypes['EndDelegationResult'], ParentType, ContextType, RequireFields<MutationEndDelegationArgs, 'input'>>;
  registerDevice?: Resolver<ResolversTypes['RegisterDeviceResult'], ParentType, ContextType, RequireFields<MutationRegisterDeviceArgs, 'input'>>;
  removeDevice?: Resolver<ResolversTypes['RemoveDeviceResult'], ParentType, ContextType, RequireFields<MutationRemoveDeviceArgs, 'input'>>;
  markNoticesRead?: Resolver<ResolversTypes['MarkNoticesReadResult'], ParentType, ContextType, RequireFields<MutationMarkNoticesReadArgs, 'input'>>;
  setNoticePreference?: Resolver<ResolversTypes['SetNoticePreferenceResult'], ParentType, ContextType, RequireFields<MutationSetNoticePreferenceArgs, 'input'>>;
  confirmMyPosition?: Resolver<ResolversTypes['ConfirmMyPositionResult'], ParentType, ContextType, RequireFields<MutationConfirmMyPositionArgs, 'input'>>;
  confirmOfficer?: Resolver<ResolversTypes['ConfirmOfficerResult'], ParentType, ContextType, RequireFields<MutationConfirmOfficerArgs, 'input'>>;
  claimPosition?: Resolver<ResolversTypes['ClaimPositionResult'], ParentType, ContextType, RequireFields<MutationClaimPositionArgs, 'input'>>;
  approvePositionClaim?: Resolver<ResolversTypes['ApprovePositionClaimResult'], ParentType, ContextType, RequireFields<MutationApprovePositionClaimArgs, 'input'>>;
  rejectPositionClaim?: Resolver<ResolversTypes['RejectPositionClaimResult'], ParentType, ContextType, RequireFields<MutationRejectPositionClaimArgs, 'input'>>;
  withdrawPositionClaim?: Resolver<ResolversTypes['WithdrawPositionClaimResult'], ParentType, ContextType, RequireFields<MutationWithdrawPositionClaimArgs, 'input'>>;
  endPosition?: Resolver<ResolversTypes['EndPositionResult'], ParentType, ContextType, RequireFields<MutationEndPositionArgs, 'input'>>;
  acceptRegistryDifferences?: Resolver<ResolversTypes['AcceptRegistryDifferencesResult'], ParentType, ContextType, RequireFields<MutationAcceptRegistryDifferencesArgs, 'input'>>;
  rejectRegistryDifferences?: Resolver<ResolversTypes['RejectRegistryDifferencesResult'], ParentType, ContextType, RequireFields<MutationRejectRegistryDifferencesArgs, 'input'>>;
  lookUpRegistry?: Resolver<ResolversTypes['LookUpRegistryResult'], ParentType, ContextType, RequireFields<MutationLookUpRegistryArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SignInResult'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionResult'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  actAs?: Resolver<ResolversTypes['ActAsResult'], ParentType, ContextType, RequireFields<MutationActAsArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['SignOutResult'], ParentType, ContextType>;
  signOutEverywhere?: Resolver<ResolversTypes['SignOutEverywhereResult'], ParentType, ContextType>;
  appointStaff?: Resolver<ResolversTypes['AppointStaffResult'], ParentType, ContextType, RequireFields<MutationAppointStaffArgs, 'input'>>;
  relieveStaff?: Resolver<ResolversTypes['RelieveStaffResult'], ParentType, ContextType, RequireFields<MutationRelieveStaffArgs, 'input'>>;
};

export type AccountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AccountStatus'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dateOfBirth?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  nationality?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  permanentAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personalIdMasked?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cardNumberMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  profileNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  joinDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  officialDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  branch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  residenceBranch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  monthlyDues?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  monthlyDuesFrom?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  claimedPosition?: Resolver<ResolversTypes['ClaimedPosition'], ParentType, ContextType>;
  inRegistry?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  registrySource?: Resolver<Maybe<ResolversTypes['RegistrySource']>, ParentType, ContextType>;
  registryDifferences?: Resolver<Array<ResolversTypes['RegistryFieldDifference']>, ParentType, ContextType>;
  personalIdDoubts?: Resolver<Array<ResolversTypes['PersonalIdDoubt']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['AccountChannel'], ParentType, ContextType>;
  paperReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scans?: Resolver<Maybe<Array<ResolversTypes['Attachment']>>, ParentType, ContextType>;
  receivesRetainedDues?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['RegistrationForm']>, ParentType, ContextType>;
  approverUnit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  submittedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  positions?: Resolver<Array<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  certificates?: Resolver<Maybe<Array<ResolversTypes['SigningCertificate']>>, ParentType, ContextType>;
};

export type AccountConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AccountConnection'] = ResolversParentTypes['AccountConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccountEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccountEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AccountEdge'] = ResolversParentTypes['AccountEdge']> = {
  node?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApproveAccountResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApproveAccountResult'] = ResolversParentTypes['ApproveAccountResult']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectAccountResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectAccountResult'] = ResolversParentTypes['RejectAccountResult']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type LockAccountResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LockAccountResult'] = ResolversParentTypes['LockAccountResult']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type UnlockAccountResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnlockAccountResult'] = ResolversParentTypes['UnlockAccountResult']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CloseAccountResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CloseAccountResult'] = ResolversParentTypes['CloseAccountResult']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EnterRegistrationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EnterRegistrationResult'] = ResolversParentTypes['EnterRegistrationResult']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RegistryFieldDifferenceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegistryFieldDifference'] = ResolversParentTypes['RegistryFieldDifference']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  declared?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RegistrationFormResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegistrationForm'] = ResolversParentTypes['RegistrationForm']> = {
  partyFullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  permanentAddress?: Resolver<Maybe<ResolversTypes['PermanentAddress']>, ParentType, ContextType>;
  cardNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  profileNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  joinDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  officialDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['ClaimedPosition'], ParentType, ContextType>;
  receivesRetainedDues?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  branch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  residenceBranch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  monthlyDues?: Resolver<Maybe<ResolversTypes['Dong']>, ParentType, ContextType>;
  monthlyDuesFrom?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  extended?: Resolver<Maybe<ResolversTypes['ExtendedInformation']>, ParentType, ContextType>;
};

export type PermanentAddressResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PermanentAddress'] = ResolversParentTypes['PermanentAddress']> = {
  province?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  district?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ward?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmployerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Employer'] = ResolversParentTypes['Employer']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ministry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  province?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  district?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ward?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ExtendedInformationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ExtendedInformation'] = ResolversParentTypes['ExtendedInformation']> = {
  taxCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  socialInsuranceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currentResidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spouseName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spouseRelation?: Resolver<Maybe<ResolversTypes['SpouseRelation']>, ParentType, ContextType>;
  birthRegistration?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nativePlace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statusNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SaveRegistrationDraftResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SaveRegistrationDraftResult'] = ResolversParentTypes['SaveRegistrationDraftResult']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SubmitRegistrationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubmitRegistrationResult'] = ResolversParentTypes['SubmitRegistrationResult']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type GrantAdminResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['GrantAdminResult'] = ResolversParentTypes['GrantAdminResult']> = {
  grant?: Resolver<Maybe<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RevokeAdminResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RevokeAdminResult'] = ResolversParentTypes['RevokeAdminResult']> = {
  grant?: Resolver<Maybe<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type OrgUnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnit'] = ResolversParentTypes['OrgUnit'], FederationReferenceType extends FederationReferenceTypes['OrgUnit'] = FederationReferenceTypes['OrgUnit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrgUnit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  certificates?: Resolver<Maybe<Array<ResolversTypes['SigningCertificate']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  officers?: Resolver<Maybe<Array<ResolversTypes['Officer']>>, ParentType, ContextType>;
};

export type SigningCertificateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SigningCertificate'] = ResolversParentTypes['SigningCertificate']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CertificateStatus'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  holderName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuerName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serial?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fingerprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
};

export type RegisterCertificateResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegisterCertificateResult'] = ResolversParentTypes['RegisterCertificateResult']> = {
  certificate?: Resolver<Maybe<ResolversTypes['SigningCertificate']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EndCertificateResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EndCertificateResult'] = ResolversParentTypes['EndCertificateResult']> = {
  certificate?: Resolver<Maybe<ResolversTypes['SigningCertificate']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AccountChangeRequestResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AccountChangeRequest'] = ResolversParentTypes['AccountChangeRequest']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AccountChangeStatus'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  branch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  approverUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['InformationChange']>, ParentType, ContextType>;
  important?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  submittedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type InformationChangeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['InformationChange'] = ResolversParentTypes['InformationChange']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  old?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  new?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  oldUnit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  newUnit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
};

export type AccountChangeConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AccountChangeConnection'] = ResolversParentTypes['AccountChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccountChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccountChangeEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AccountChangeEdge'] = ResolversParentTypes['AccountChangeEdge']> = {
  node?: Resolver<ResolversTypes['AccountChangeRequest'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RequestAccountChangeResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestAccountChangeResult'] = ResolversParentTypes['RequestAccountChangeResult']> = {
  change?: Resolver<Maybe<ResolversTypes['AccountChangeRequest']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApproveAccountChangeResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApproveAccountChangeResult'] = ResolversParentTypes['ApproveAccountChangeResult']> = {
  change?: Resolver<Maybe<ResolversTypes['AccountChangeRequest']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectAccountChangeResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectAccountChangeResult'] = ResolversParentTypes['RejectAccountChangeResult']> = {
  change?: Resolver<Maybe<ResolversTypes['AccountChangeRequest']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WithdrawAccountChangeResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WithdrawAccountChangeResult'] = ResolversParentTypes['WithdrawAccountChangeResult']> = {
  change?: Resolver<Maybe<ResolversTypes['AccountChangeRequest']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type MemberCorrectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberCorrection'] = ResolversParentTypes['MemberCorrection']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MemberCorrectionStatus'], ParentType, ContextType>;
  memberName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  fromBranch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  toBranch?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  deciderUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  proposedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type MemberCorrectionConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberCorrectionConnection'] = ResolversParentTypes['MemberCorrectionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MemberCorrectionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MemberCorrectionEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberCorrectionEdge'] = ResolversParentTypes['MemberCorrectionEdge']> = {
  node?: Resolver<ResolversTypes['MemberCorrection'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProposeMemberCorrectionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProposeMemberCorrectionResult'] = ResolversParentTypes['ProposeMemberCorrectionResult']> = {
  correction?: Resolver<Maybe<ResolversTypes['MemberCorrection']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApproveMemberCorrectionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApproveMemberCorrectionResult'] = ResolversParentTypes['ApproveMemberCorrectionResult']> = {
  correction?: Resolver<Maybe<ResolversTypes['MemberCorrection']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectMemberCorrectionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectMemberCorrectionResult'] = ResolversParentTypes['RejectMemberCorrectionResult']> = {
  correction?: Resolver<Maybe<ResolversTypes['MemberCorrection']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WithdrawMemberCorrectionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WithdrawMemberCorrectionResult'] = ResolversParentTypes['WithdrawMemberCorrectionResult']> = {
  correction?: Resolver<Maybe<ResolversTypes['MemberCorrection']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AppointDelegateResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AppointDelegateResult'] = ResolversParentTypes['AppointDelegateResult']> = {
  delegation?: Resolver<Maybe<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EndDelegationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EndDelegationResult'] = ResolversParentTypes['EndDelegationResult']> = {
  delegation?: Resolver<Maybe<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type DeviceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Device'] = ResolversParentTypes['Device']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes['DevicePlatform'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RegisterDeviceResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegisterDeviceResult'] = ResolversParentTypes['RegisterDeviceResult']> = {
  device?: Resolver<Maybe<ResolversTypes['Device']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RemoveDeviceResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RemoveDeviceResult'] = ResolversParentTypes['RemoveDeviceResult']> = {
  deviceId?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ExclusionReasonResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ExclusionReason'] = ResolversParentTypes['ExclusionReason']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  memberStatus?: Resolver<Maybe<ResolversTypes['MemberStatus']>, ParentType, ContextType>;
  forceCategory?: Resolver<Maybe<ResolversTypes['ForceCategory']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type MemberConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberConnection'] = ResolversParentTypes['MemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MemberEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberEdge'] = ResolversParentTypes['MemberEdge']> = {
  node?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  otherName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  dateOfBirth?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  joinDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  officialDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['MemberKind']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['MemberStatus']>, ParentType, ContextType>;
  underInspection?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  forceCategory?: Resolver<Maybe<ResolversTypes['ForceCategory']>, ParentType, ContextType>;
  cardNumberMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  profileNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personalIdMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  positions?: Resolver<Maybe<Array<ResolversTypes['HeldPosition']>>, ParentType, ContextType>;
};

export type NoticeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Notice'] = ResolversParentTypes['Notice']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  mandatory?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subjectKind?: Resolver<ResolversTypes['NoticeSubjectKind'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type NoticeConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NoticeConnection'] = ResolversParentTypes['NoticeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NoticeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NoticeEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NoticeEdge'] = ResolversParentTypes['NoticeEdge']> = {
  node?: Resolver<ResolversTypes['Notice'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NoticePreferenceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NoticePreference'] = ResolversParentTypes['NoticePreference']> = {
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  mandatory?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mutedChannels?: Resolver<Array<ResolversTypes['NoticeChannel']>, ParentType, ContextType>;
};

export type NoticeInboxResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NoticeInbox'] = ResolversParentTypes['NoticeInbox']> = {
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MarkNoticesReadResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MarkNoticesReadResult'] = ResolversParentTypes['MarkNoticesReadResult']> = {
  inbox?: Resolver<Maybe<ResolversTypes['NoticeInbox']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SetNoticePreferenceResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SetNoticePreferenceResult'] = ResolversParentTypes['SetNoticePreferenceResult']> = {
  preference?: Resolver<Maybe<ResolversTypes['NoticePreference']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type OfficeHolderResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OfficeHolder'] = ResolversParentTypes['OfficeHolder']> = {
  position?: Resolver<ResolversTypes['HeldPosition'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  accountStatus?: Resolver<Maybe<ResolversTypes['AccountStatus']>, ParentType, ContextType>;
  grantedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reviewedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reviewerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewDue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OfficeHolderConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OfficeHolderConnection'] = ResolversParentTypes['OfficeHolderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OfficeHolderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OfficeHolderEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OfficeHolderEdge'] = ResolversParentTypes['OfficeHolderEdge']> = {
  node?: Resolver<ResolversTypes['OfficeHolder'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConfirmMyPositionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConfirmMyPositionResult'] = ResolversParentTypes['ConfirmMyPositionResult']> = {
  position?: Resolver<Maybe<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ConfirmOfficerResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConfirmOfficerResult'] = ResolversParentTypes['ConfirmOfficerResult']> = {
  position?: Resolver<Maybe<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type PositionClaimResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PositionClaim'] = ResolversParentTypes['PositionClaim']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PositionClaimStatus'], ParentType, ContextType>;
  claimantName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  approverUnit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['RoleCode'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  submittedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  incumbent?: Resolver<Maybe<ResolversTypes['Officer']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type PositionClaimConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PositionClaimConnection'] = ResolversParentTypes['PositionClaimConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PositionClaimEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PositionClaimEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PositionClaimEdge'] = ResolversParentTypes['PositionClaimEdge']> = {
  node?: Resolver<ResolversTypes['PositionClaim'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClaimPositionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ClaimPositionResult'] = ResolversParentTypes['ClaimPositionResult']> = {
  claim?: Resolver<Maybe<ResolversTypes['PositionClaim']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApprovePositionClaimResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApprovePositionClaimResult'] = ResolversParentTypes['ApprovePositionClaimResult']> = {
  claim?: Resolver<Maybe<ResolversTypes['PositionClaim']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectPositionClaimResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectPositionClaimResult'] = ResolversParentTypes['RejectPositionClaimResult']> = {
  claim?: Resolver<Maybe<ResolversTypes['PositionClaim']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WithdrawPositionClaimResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WithdrawPositionClaimResult'] = ResolversParentTypes['WithdrawPositionClaimResult']> = {
  claim?: Resolver<Maybe<ResolversTypes['PositionClaim']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EndPositionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EndPositionResult'] = ResolversParentTypes['EndPositionResult']> = {
  position?: Resolver<Maybe<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type OfficerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Officer'] = ResolversParentTypes['Officer']> = {
  positionId?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['RoleCode'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
};

export type HeldPositionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['HeldPosition'] = ResolversParentTypes['HeldPosition']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['HeldPositionKind'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['RoleCode'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedReason?: Resolver<Maybe<ResolversTypes['PositionEndReason']>, ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RegistryDifferenceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegistryDifference'] = ResolversParentTypes['RegistryDifference']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  memberName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['RegistryDifferenceField'], ParentType, ContextType>;
  ours?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  theirs?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  foundOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RegistryDifferenceStatus'], ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  needsCorrection?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RegistryDifferenceConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegistryDifferenceConnection'] = ResolversParentTypes['RegistryDifferenceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RegistryDifferenceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RegistryDifferenceEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegistryDifferenceEdge'] = ResolversParentTypes['RegistryDifferenceEdge']> = {
  node?: Resolver<ResolversTypes['RegistryDifference'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RegistryDecisionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegistryDecision'] = ResolversParentTypes['RegistryDecision']> = {
  items?: Resolver<Array<ResolversTypes['RegistryDecisionItem']>, ParentType, ContextType>;
};

export type RegistryDecisionItemResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegistryDecisionItem'] = ResolversParentTypes['RegistryDecisionItem']> = {
  differenceId?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['RegistryDifference']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AcceptRegistryDifferencesResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AcceptRegistryDifferencesResult'] = ResolversParentTypes['AcceptRegistryDifferencesResult']> = {
  decision?: Resolver<Maybe<ResolversTypes['RegistryDecision']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectRegistryDifferencesResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectRegistryDifferencesResult'] = ResolversParentTypes['RejectRegistryDifferencesResult']> = {
  decision?: Resolver<Maybe<ResolversTypes['RegistryDecision']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type LookUpRegistryResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LookUpRegistryResult'] = ResolversParentTypes['LookUpRegistryResult']> = {
  match?: Resolver<Maybe<ResolversTypes['RegistryMatch']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RegistryMatchResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegistryMatch'] = ResolversParentTypes['RegistryMatch']> = {
  found?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lookedUpAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  otherName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  dateOfBirth?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  permanentAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cardNumberMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  profileNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  joinDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  officialDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['MemberStatus']>, ParentType, ContextType>;
  branch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
};

export type SignInResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SignInResult'] = ResolversParentTypes['SignInResult']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refreshTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  signedInAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actingAs?: Resolver<Maybe<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
};

export type RefreshSessionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RefreshSessionResult'] = ResolversParentTypes['RefreshSessionResult']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ActAsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ActAsResult'] = ResolversParentTypes['ActAsResult']> = {
  accessToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actingAs?: Resolver<Maybe<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SignOutResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SignOutResult'] = ResolversParentTypes['SignOutResult']> = {
  endedSessions?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SignOutEverywhereResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SignOutEverywhereResult'] = ResolversParentTypes['SignOutEverywhereResult']> = {
  endedSessions?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AppointStaffResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AppointStaffResult'] = ResolversParentTypes['AppointStaffResult']> = {
  office?: Resolver<Maybe<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RelieveStaffResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RelieveStaffResult'] = ResolversParentTypes['RelieveStaffResult']> = {
  office?: Resolver<Maybe<ResolversTypes['HeldPosition']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
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
  Account?: AccountResolvers<ContextType>;
  AccountConnection?: AccountConnectionResolvers<ContextType>;
  AccountEdge?: AccountEdgeResolvers<ContextType>;
  ApproveAccountResult?: ApproveAccountResultResolvers<ContextType>;
  RejectAccountResult?: RejectAccountResultResolvers<ContextType>;
  LockAccountResult?: LockAccountResultResolvers<ContextType>;
  UnlockAccountResult?: UnlockAccountResultResolvers<ContextType>;
  CloseAccountResult?: CloseAccountResultResolvers<ContextType>;
  EnterRegistrationResult?: EnterRegistrationResultResolvers<ContextType>;
  RegistryFieldDifference?: RegistryFieldDifferenceResolvers<ContextType>;
  RegistrationForm?: RegistrationFormResolvers<ContextType>;
  PermanentAddress?: PermanentAddressResolvers<ContextType>;
  Employer?: EmployerResolvers<ContextType>;
  ExtendedInformation?: ExtendedInformationResolvers<ContextType>;
  SaveRegistrationDraftResult?: SaveRegistrationDraftResultResolvers<ContextType>;
  SubmitRegistrationResult?: SubmitRegistrationResultResolvers<ContextType>;
  GrantAdminResult?: GrantAdminResultResolvers<ContextType>;
  RevokeAdminResult?: RevokeAdminResultResolvers<ContextType>;
  OrgUnit?: OrgUnitResolvers<ContextType>;
  SigningCertificate?: SigningCertificateResolvers<ContextType>;
  RegisterCertificateResult?: RegisterCertificateResultResolvers<ContextType>;
  EndCertificateResult?: EndCertificateResultResolvers<ContextType>;
  AccountChangeRequest?: AccountChangeRequestResolvers<ContextType>;
  InformationChange?: InformationChangeResolvers<ContextType>;
  AccountChangeConnection?: AccountChangeConnectionResolvers<ContextType>;
  AccountChangeEdge?: AccountChangeEdgeResolvers<ContextType>;
  RequestAccountChangeResult?: RequestAccountChangeResultResolvers<ContextType>;
  ApproveAccountChangeResult?: ApproveAccountChangeResultResolvers<ContextType>;
  RejectAccountChangeResult?: RejectAccountChangeResultResolvers<ContextType>;
  WithdrawAccountChangeResult?: WithdrawAccountChangeResultResolvers<ContextType>;
  MemberCorrection?: MemberCorrectionResolvers<ContextType>;
  MemberCorrectionConnection?: MemberCorrectionConnectionResolvers<ContextType>;
  MemberCorrectionEdge?: MemberCorrectionEdgeResolvers<ContextType>;
  ProposeMemberCorrectionResult?: ProposeMemberCorrectionResultResolvers<ContextType>;
  ApproveMemberCorrectionResult?: ApproveMemberCorrectionResultResolvers<ContextType>;
  RejectMemberCorrectionResult?: RejectMemberCorrectionResultResolvers<ContextType>;
  WithdrawMemberCorrectionResult?: WithdrawMemberCorrectionResultResolvers<ContextType>;
  AppointDelegateResult?: AppointDelegateResultResolvers<ContextType>;
  EndDelegationResult?: EndDelegationResultResolvers<ContextType>;
  Device?: DeviceResolvers<ContextType>;
  RegisterDeviceResult?: RegisterDeviceResultResolvers<ContextType>;
  RemoveDeviceResult?: RemoveDeviceResultResolvers<ContextType>;
  ExclusionReason?: ExclusionReasonResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Notice?: NoticeResolvers<ContextType>;
  NoticeConnection?: NoticeConnectionResolvers<ContextType>;
  NoticeEdge?: NoticeEdgeResolvers<ContextType>;
  NoticePreference?: NoticePreferenceResolvers<ContextType>;
  NoticeInbox?: NoticeInboxResolvers<ContextType>;
  MarkNoticesReadResult?: MarkNoticesReadResultResolvers<ContextType>;
  SetNoticePreferenceResult?: SetNoticePreferenceResultResolvers<ContextType>;
  OfficeHolder?: OfficeHolderResolvers<ContextType>;
  OfficeHolderConnection?: OfficeHolderConnectionResolvers<ContextType>;
  OfficeHolderEdge?: OfficeHolderEdgeResolvers<ContextType>;
  ConfirmMyPositionResult?: ConfirmMyPositionResultResolvers<ContextType>;
  ConfirmOfficerResult?: ConfirmOfficerResultResolvers<ContextType>;
  PositionClaim?: PositionClaimResolvers<ContextType>;
  PositionClaimConnection?: PositionClaimConnectionResolvers<ContextType>;
  PositionClaimEdge?: PositionClaimEdgeResolvers<ContextType>;
  ClaimPositionResult?: ClaimPositionResultResolvers<ContextType>;
  ApprovePositionClaimResult?: ApprovePositionClaimResultResolvers<ContextType>;
  RejectPositionClaimResult?: RejectPositionClaimResultResolvers<ContextType>;
  WithdrawPositionClaimResult?: WithdrawPositionClaimResultResolvers<ContextType>;
  EndPositionResult?: EndPositionResultResolvers<ContextType>;
  Officer?: OfficerResolvers<ContextType>;
  HeldPosition?: HeldPositionResolvers<ContextType>;
  RegistryDifference?: RegistryDifferenceResolvers<ContextType>;
  RegistryDifferenceConnection?: RegistryDifferenceConnectionResolvers<ContextType>;
  RegistryDifferenceEdge?: RegistryDifferenceEdgeResolvers<ContextType>;
  RegistryDecision?: RegistryDecisionResolvers<ContextType>;
  RegistryDecisionItem?: RegistryDecisionItemResolvers<ContextType>;
  AcceptRegistryDifferencesResult?: AcceptRegistryDifferencesResultResolvers<ContextType>;
  RejectRegistryDifferencesResult?: RejectRegistryDifferencesResultResolvers<ContextType>;
  LookUpRegistryResult?: LookUpRegistryResultResolvers<ContextType>;
  RegistryMatch?: RegistryMatchResolvers<ContextType>;
  SignInResult?: SignInResultResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  RefreshSessionResult?: RefreshSessionResultResolvers<ContextType>;
  ActAsResult?: ActAsResultResolvers<ContextType>;
  SignOutResult?: SignOutResultResolvers<ContextType>;
  SignOutEverywhereResult?: SignOutEverywhereResultResolvers<ContextType>;
  AppointStaffResult?: AppointStaffResultResolvers<ContextType>;
  RelieveStaffResult?: RelieveStaffResultResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
