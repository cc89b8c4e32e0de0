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
  /** The tree, memberships, reports and support: who did or read what, in a unit of your scope and below it, newest first. Null for another unit. Reading it leaves a line in it. */
  treeAudit?: Maybe<AuditEntryConnection>;
  /**
   * The days of a year that are not what their weekday says: days off, and weekend days that are worked in their place, in their order.
   * Terms in working days are counted by them. Of a year that the State has not announced, the days off with a fixed date only.
   */
  calendarDays?: Maybe<Array<CalendarDay>>;
  /**
   * What a portal shows of a unit, without a sign-in: support team, contacts, hotline, guide texts, questions and answers, menus.
   * A unit that has none of its own shows those of the nearest unit above: support team, contacts and hotline as a whole, texts,
   * answers and menus one by one. Null when there is no such unit.
   */
  guide?: Maybe<Array<GuideEntry>>;
  /**
   * One theme of the inspection programme in a unit and everything below it, longest waiting first: read-only, figures and numbers,
   * no content of any dossier. Every call is in the audit trail before it is answered. Null for a unit that is not in your scope.
   */
  inspection?: Maybe<InspectionConnection>;
  /** The member who is signed in; null as long as the account is not active. */
  me?: Maybe<Member>;
  /**
   * Dossiers of which the national portal has not been told where they stand: those that wait, because it does not answer, and those that it
   * refuses. What has waited longest comes first. Empty where the portal is not connected; null for who does not run the whole province.
   */
  portalBacklog?: Maybe<PortalBacklogConnection>;
  /** How you rated one of your dossiers. Null when you did not. */
  myRating?: Maybe<DossierRating>;
  /**
   * What a reorganisation would do, without doing it: the very act, carried out and taken back. Null when a unit that it names is
   * not in your scope.
   */
  previewReorganisation?: Maybe<ReorganisationPreview>;
  /** A reorganisation in your scope; null elsewhere. */
  reorganisation?: Maybe<Reorganisation>;
  /** The reorganisations in your scope, the latest decision first. Null when the unit does not lie in your scope. */
  reorganisations?: Maybe<ReorganisationConnection>;
  /**
   * Reports of a unit and of everything below it, the latest due day first, then by the codes of units. Null for a unit that
   * is not in your scope.
   */
  quarterlyReports?: Maybe<QuarterlyReportConnection>;
  /** One report. Null when it is not there, or not in your scope. */
  quarterlyReport?: Maybe<QuarterlyReport>;
  /**
   * Results of a year by unit, for the yearly ranking of branches and heads: a unit and everything below it, in the order of their
   * codes. Null for a unit that is not in your scope.
   */
  unitResults?: Maybe<UnitResultConnection>;
  /**
   * Results of a year by member, for the yearly ranking: official members of a unit and of everything below it on the last day, by
   * branch, then by name. Null for a unit that is not in your scope.
   */
  memberResults?: Maybe<MemberResultConnection>;
  /**
   * Tickets that lie with the support team of a unit or below it, or are about one of these, the latest first. Null for a unit that
   * is not in your scope.
   */
  tickets?: Maybe<TicketConnection>;
  /** The tickets that you have opened yourself, the latest first. */
  myTickets?: Maybe<TicketConnection>;
  /** One ticket: your own, or one that you handle. Null when it is neither. */
  ticket?: Maybe<Ticket>;
  /**
   * Types of units on a day: what they are called, whether members belong to them, and below which types they may stand. The
   * meaning of the levels keeps changing, so that every rule holds for a time.
   */
  unitTypes?: Maybe<Array<UnitTypeRule>>;
  /** Kinds of organisations (loại hình) on a day, in the order in which people list them. */
  unitKinds?: Maybe<Array<UnitKindRule>>;
  /**
   * The four selects of the registration form in one question: direct superiors, grassroots organisations, sub-committees,
   * branches; each list is what stands below what has been chosen so far. In an organisation that is a grassroots branch itself
   * the last two stay empty. Applicants read this.
   */
  unitChoices?: Maybe<UnitChoices>;
  /**
   * Units whose name, short name or code holds every word of the text, marks and case aside (`chi bo 1` finds `Chi bộ 1`), in
   * the order of their codes.
   */
  searchUnits?: Maybe<OrgUnitConnection>;
  /** One unit as it was on a day (today when no day is given). Null when there is no such unit, or when it did not exist on that day. */
  unit?: Maybe<OrgUnit>;
  /** The unit that carried a code on a day. Codes are given for a time: another unit may have had the same one earlier. */
  unitByCode?: Maybe<OrgUnit>;
  /**
   * Units in the order of their codes: those directly below `parentId`, all of one type when only `type` is given, the root
   * when neither is. Applicants read this too: the registration form asks for four units, each below the one before.
   */
  units?: Maybe<OrgUnitConnection>;
};


export type QueryTreeAuditArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  memberId?: InputMaybe<Scalars['UUID']['input']>;
  action?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCalendarDaysArgs = {
  year: Scalars['Int']['input'];
};


export type QueryGuideArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  kinds?: InputMaybe<Array<GuideKind>>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryInspectionArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  theme: InspectionTheme;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPortalBacklogArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyRatingArgs = {
  dossierId: Scalars['UUID']['input'];
};


export type QueryPreviewReorganisationArgs = {
  effectiveOn: Scalars['Date']['input'];
  steps: Array<TreeStepInput>;
};


export type QueryReorganisationArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryReorganisationsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  status?: InputMaybe<ReorganisationStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryQuarterlyReportsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  quarter?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<ReportStatus>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryQuarterlyReportArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryUnitResultsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  year: Scalars['Int']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMemberResultsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  year: Scalars['Int']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryTicketsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  status?: InputMaybe<TicketStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyTicketsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryTicketArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryUnitTypesArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryUnitKindsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryUnitChoicesArgs = {
  provinceId?: InputMaybe<Scalars['UUID']['input']>;
  superiorId?: InputMaybe<Scalars['UUID']['input']>;
  grassrootsId?: InputMaybe<Scalars['UUID']['input']>;
  subCommitteeId?: InputMaybe<Scalars['UUID']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QuerySearchUnitsArgs = {
  text: Scalars['String']['input'];
  under?: InputMaybe<Scalars['UUID']['input']>;
  type?: InputMaybe<UnitType>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryUnitArgs = {
  id: Scalars['UUID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryUnitByCodeArgs = {
  code: Scalars['String']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryUnitsArgs = {
  parentId?: InputMaybe<Scalars['UUID']['input']>;
  type?: InputMaybe<UnitType>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /**
   * Enters days off and worked weekend days as the State announces them, or takes a day back to what its weekday says. What each day says now
   * takes the place of what it said. Terms that run keep the day on which they end; from the next step on they count by the new calendar. For
   * whoever runs the system for the whole province; the sign-in must be fresh.
   */
  setCalendarDays: SetCalendarDaysResult;
  /**
   * Writes one entry of the guide of the unit in which you act, from today on; what the key said before stays on record. Everybody
   * can read it: write nothing but contacts of an office.
   */
  setGuideEntry: SetGuideEntryResult;
  /** Ends one entry of the guide of the unit in which you act; what stands above shows through again. */
  removeGuideEntry: RemoveGuideEntryResult;
  /**
   * Says from which day a procedure runs in a unit and in everything below it that has no day of its own, or takes that day back
   * (`startsOn` null), so that the unit follows the one above again. Before its day a procedure refuses with `PROCEDURE_NOT_STARTED`;
   * what was begun goes on. Your own unit and those below; the sign-in must be fresh.
   */
  setProcedureStart: SetProcedureStartResult;
  /**
   * Rates one of your finished dossiers (Đánh giá mức độ hài lòng): once, and again within 7 days. The unit that ended it reads
   * stars and comment without your name.
   */
  rateDossier: RateDossierResult;
  /** Thành lập: makes a unit below one in your scope, on a written decision. */
  createUnit: CreateUnitResult;
  /** Đổi tên: gives a unit another name. Its code, its members and what stands below it stay. */
  renameUnit: RenameUnitResult;
  /** Chuyển: puts a unit with everything below it under another one, or makes it a unit of another type; codes follow the unit above. */
  moveUnit: MoveUnitResult;
  /** Sáp nhập, hợp nhất: ends units in favour of one that stands, or of a new one. Members and units below go there without a transfer; open dossiers follow. */
  mergeUnits: MergeUnitsResult;
  /** Chia, tách: makes new units out of one, with the members and units below that are allotted to them. */
  splitUnit: SplitUnitResult;
  /** Giải thể: ends a unit. What belonged to it goes to the successor; without one the unit must be empty. */
  dissolveUnit: DissolveUnitResult;
  /** Carries out a whole reorganisation at once: every step, or none. In effect today or earlier it is done now; later, on its day. */
  planReorganisation: PlanReorganisationResult;
  /** Hủy: takes back a reorganisation whose day has not come. */
  cancelReorganisation: CancelReorganisationResult;
  /**
   * Asks every unit below the one in which you act for a report on some days (báo cáo đột xuất), and opens your own, which adds
   * them up. Quarterly reports open by themselves.
   */
  requestReports: RequestReportsResult;
  /** Keeps the two typed parts of the report of the unit in which you act (Lưu). Possible as a draft and after a return. */
  saveReportDraft: SaveReportDraftResult;
  /**
   * Sends the report to the direct superior (Gửi báo cáo), from the last day of its period on. Its figures are frozen now. A
   * committee adds up the reports from below first (`aggregateReports`).
   */
  submitReport: SubmitReportResult;
  /** Sends a report back to the unit that wrote it (Trả lại), with the reason. */
  returnReport: ReturnReportResult;
  /** Takes a report over (Tiếp nhận). Not by who submitted it, and with a sign-in not older than 10 minutes. */
  acceptReport: AcceptReportResult;
  /**
   * Adds every accepted report of the units directly below into the report of the unit in which you act (Tổng hợp). Can be
   * repeated while that report is a draft; reports that come later are added by the next call.
   */
  aggregateReports: AggregateReportsResult;
  /**
   * Asks the support team for help (Gửi yêu cầu hỗ trợ); applicants may, too. It goes to the nearest unit from the named one
   * upwards that has a support team, else to the commune or ward. Never write state secrets or passwords.
   */
  openTicket: OpenTicketResult;
  /**
   * Announces a file for a ticket, such as a picture of the screen; applicants may, too. Refused: FILE_NAME_INVALID,
   * FILE_TYPE_NOT_ALLOWED, FILE_TOO_LARGE, FILE_CLASSIFIED, RATE_LIMITED.
   */
  prepareTicketUpload: PrepareUploadResult;
  /** Takes a ticket on yourself (Nhận xử lý). */
  takeTicket: TakeTicketResult;
  /** Answers a ticket (Trả lời); the asker is told. */
  answerTicket: AnswerTicketResult;
  /** Sends a ticket to the support team of the unit above (Chuyển cấp trên). You go on reading what becomes of it. */
  escalateTicket: EscalateTicketResult;
  /** Adds something to a ticket of your own (Bổ sung thông tin). */
  replyToTicket: ReplyToTicketResult;
  /** Ends a ticket (Đóng yêu cầu): the asker, or whoever handles it. */
  closeTicket: CloseTicketResult;
  /** Opens a ticket of your own again (Mở lại), within 7 days after it was closed. */
  reopenTicket: ReopenTicketResult;
  /**
   * Cập nhật thông tin: corrects what a unit is called in short, its kind, address and similar. Needs no decision, so it never
   * touches name, code, level or place; holds for the present period as if it had always been so.
   */
  describeUnit: DescribeUnitResult;
};


export type MutationSetCalendarDaysArgs = {
  input: SetCalendarDaysInput;
};


export type MutationSetGuideEntryArgs = {
  input: SetGuideEntryInput;
};


export type MutationRemoveGuideEntryArgs = {
  input: RemoveGuideEntryInput;
};


export type MutationSetProcedureStartArgs = {
  input: SetProcedureStartInput;
};


export type MutationRateDossierArgs = {
  input: RateDossierInput;
};


export type MutationCreateUnitArgs = {
  input: CreateUnitInput;
};


export type MutationRenameUnitArgs = {
  input: RenameUnitInput;
};


export type MutationMoveUnitArgs = {
  input: MoveUnitInput;
};


export type MutationMergeUnitsArgs = {
  input: MergeUnitsInput;
};


export type MutationSplitUnitArgs = {
  input: SplitUnitInput;
};


export type MutationDissolveUnitArgs = {
  input: DissolveUnitInput;
};


export type MutationPlanReorganisationArgs = {
  input: PlanReorganisationInput;
};


export type MutationCancelReorganisationArgs = {
  input: CancelReorganisationInput;
};


export type MutationRequestReportsArgs = {
  input: RequestReportsInput;
};


export type MutationSaveReportDraftArgs = {
  input: SaveReportDraftInput;
};


export type MutationSubmitReportArgs = {
  input: SubmitReportInput;
};


export type MutationReturnReportArgs = {
  input: ReturnReportInput;
};


export type MutationAcceptReportArgs = {
  input: AcceptReportInput;
};


export type MutationAggregateReportsArgs = {
  input: AggregateReportsInput;
};


export type MutationOpenTicketArgs = {
  input: OpenTicketInput;
};


export type MutationPrepareTicketUploadArgs = {
  input: PrepareUploadInput;
};


export type MutationTakeTicketArgs = {
  input: TakeTicketInput;
};


export type MutationAnswerTicketArgs = {
  input: AnswerTicketInput;
};


export type MutationEscalateTicketArgs = {
  input: EscalateTicketInput;
};


export type MutationReplyToTicketArgs = {
  input: ReplyToTicketInput;
};


export type MutationCloseTicketArgs = {
  input: CloseTicketInput;
};


export type MutationReopenTicketArgs = {
  input: ReopenTicketInput;
};


export type MutationDescribeUnitArgs = {
  input: DescribeUnitInput;
};

/** A day that was announced. */
export type CalendarDay = {
  /** The day. */
  day: Scalars['Date']['output'];
  /** What it is; null when it was taken back and is what its weekday says. */
  kind?: Maybe<CalendarDayKind>;
  /** The announcement that says so; null for what came with the system. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** What a day of the working calendar is. */
export type CalendarDayKind =
  /** Ngày nghỉ — a day off, such as a holiday or a day exchanged for a weekend day. */
  | 'DAY_OFF'
  /** Ngày làm bù — a Saturday or Sunday that is worked. */
  | 'WORKED';

/** Days as they were announced. */
export type SetCalendarDaysInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The days, 1 to 100, each once; of this year or the two after it. */
  days: Array<CalendarDayInput>;
  /** The announcement that says so, 1 to 500 characters. */
  reason: Scalars['String']['input'];
};

/** A day and what it shall be. */
export type CalendarDayInput = {
  /** The day. */
  day: Scalars['Date']['input'];
  /** What it shall be: a weekend day alone can be worked. Null takes it back to what its weekday says. */
  kind?: InputMaybe<CalendarDayKind>;
};

/** What entering the days led to: one of the two is null. */
export type SetCalendarDaysResult = {
  /** The days that were named, as they are now. */
  days?: Maybe<Array<CalendarDay>>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/**
 * What happened in a unit and everything below it in a stretch of days. Counts add up from branch to branch; rates are made from the
 * sums, between 0 and 1, and null where there is nothing to divide by. Excluded members (domain: Công an, Quân đội, suspended,
 * convicted) stand on neither side of a rate.
 */
export type UnitFigures = {
  /** Branches that are counted. */
  branches: Scalars['Int']['output'];
  /** Official members on the last day, without those who are excluded. */
  members: Scalars['Int']['output'];
  /** Members who are excluded. */
  excluded: Scalars['Int']['output'];
  /** Of `members`: with an account that is approved and usable. */
  accounts: Scalars['Int']['output'];
  /** accounts / members (tỷ lệ đảng viên đã cài đặt, kích hoạt tài khoản). */
  installRate?: Maybe<Scalars['Float']['output']>;
  /** Of `members`: with at least one act of business in a procedure. Signing in is none. */
  activeMembers: Scalars['Int']['output'];
  /** activeMembers / members (tỷ lệ đảng viên sử dụng). */
  usageRate?: Maybe<Scalars['Float']['output']>;
  /** Dossiers opened in these days, at the branch that the member then belonged to. */
  dossiersOpened: Scalars['Int']['output'];
  /** Of those, the share that was opened online. */
  onlineRate?: Maybe<Scalars['Float']['output']>;
  /** The dossiers opened, by procedure, state and channel. */
  dossiers: Array<DossierFigure>;
  /** Dossiers with a due day that ended in these days. */
  dossiersClosed: Scalars['Int']['output'];
  /** Of those, how many ended by their due day. */
  closedOnTime: Scalars['Int']['output'];
  /** closedOnTime / dossiersClosed (tỷ lệ giải quyết đúng hạn). */
  onTimeRate?: Maybe<Scalars['Float']['output']>;
  /** Dossiers that are open beyond their due day on the last day. */
  dossiersLate: Scalars['Int']['output'];
  /** Dues of these months, in đồng. */
  duesDue: Scalars['Dong']['output'];
  /** What of it is paid. */
  duesPaid: Scalars['Dong']['output'];
  /** duesPaid / duesDue. */
  duesRate?: Maybe<Scalars['Float']['output']>;
  /** Charges of these months that are not paid in full: who owes two months is counted twice (số khoản nợ). */
  unpaidCharges: Scalars['Int']['output'];
};

/** How many dossiers of one procedure, in one state, by one channel. */
export type DossierFigure = {
  /** The code of the procedure, such as `OFFICIAL_TRANSFER`. */
  procedure: Scalars['String']['output'];
  /** The code of the state, as the procedure names it. */
  state: Scalars['String']['output'];
  /** `ONLINE`, `PAPER` or `POST`. */
  channel: Scalars['String']['output'];
  /** How many. */
  count: Scalars['Int']['output'];
};

/** One entry of the guide of a unit. */
export type GuideEntry = {
  /** The id of the entry. */
  id: Scalars['UUID']['output'];
  /** What it is. */
  kind: GuideKind;
  /** Its name for programs, one of its kind in a unit, such as `chuyen-sinh-hoat`. */
  key: Scalars['String']['output'];
  /** What people read first: a name, a question, the words of a menu. */
  title: Scalars['String']['output'];
  /** The text, plain. */
  body?: Maybe<Scalars['String']['output']>;
  /** What somebody of the support team does there, such as `Tổ trưởng`. */
  role?: Maybe<Scalars['String']['output']>;
  /** The telephone number of the office. */
  phone?: Maybe<Scalars['String']['output']>;
  /** The e-mail address of the office. */
  email?: Maybe<Scalars['String']['output']>;
  /** Where it leads: a path of the portal or an address that begins with `https://`. */
  link?: Maybe<Scalars['String']['output']>;
  /** Its place among its kind, smallest first. */
  order: Scalars['Int']['output'];
  /** The first day. */
  from: Scalars['Date']['output'];
  /** The unit that wrote it. */
  unitId: Scalars['UUID']['output'];
  /** The name of that unit. */
  unitName: Scalars['String']['output'];
  /** Does it come from a unit above? */
  inherited: Scalars['Boolean']['output'];
};

/** What an entry of a guide is. */
export type GuideKind =
  /** Tổ hỗ trợ — somebody of the support team, with their task. */
  | 'SUPPORT_MEMBER'
  /** Liên hệ — a contact. */
  | 'CONTACT'
  /** Đường dây nóng — a hotline. */
  | 'HOTLINE'
  /** Hướng dẫn — a text for members or officers, training included. */
  | 'GUIDE_TEXT'
  /** Hỏi đáp — a question with its answer. */
  | 'FAQ'
  /** Thực đơn — a menu of the portal. */
  | 'MENU';

/** An entry to write. */
export type SetGuideEntryInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The unit in which you act. */
  unitId: Scalars['UUID']['input'];
  /** What it is. */
  kind: GuideKind;
  /** Its name for programs: small letters, digits and hyphens, at most 60. */
  key: Scalars['String']['input'];
  /** At most 200 characters. */
  title: Scalars['String']['input'];
  /** At most 8000 characters. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** At most 200 characters. */
  role?: InputMaybe<Scalars['String']['input']>;
  /** Digits, spaces and `+().-`, 3 to 30 characters. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** An e-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** A path that begins with `/`, or an address that begins with `https://`. */
  link?: InputMaybe<Scalars['String']['input']>;
  /** Its place among its kind, 0 to 999. */
  order?: Scalars['Int']['input'];
};

/** What writing led to: one of the two is null. */
export type SetGuideEntryResult = {
  /** The whole guide of the unit as it is now. */
  guide?: Maybe<Array<GuideEntry>>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** An entry to end. */
export type RemoveGuideEntryInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The unit in which you act. */
  unitId: Scalars['UUID']['input'];
  /** What it is. */
  kind: GuideKind;
  /** Its name for programs. */
  key: Scalars['String']['input'];
};

/** What ending led to: one of the two is null. */
export type RemoveGuideEntryResult = {
  /** The whole guide of the unit as it is now. */
  guide?: Maybe<Array<GuideEntry>>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What an inspection looks at. */
export type InspectionTheme =
  /** Hồ sơ quá hạn — dossiers that are open beyond their due day, at the unit that must act. */
  | 'OVERDUE_DOSSIERS'
  /** Báo cáo chậm — reports that were not sent in time. */
  | 'LATE_REPORTS'
  /** Tài khoản chờ phê duyệt — registrations that wait for a decision. */
  | 'WAITING_ACCOUNTS'
  /** Khuyết bí thư — units without a secretary. */
  | 'VACANT_SECRETARIES'
  /** Yêu cầu hỗ trợ chưa đóng — support tickets that are open. */
  | 'OPEN_TICKETS';

/** A page of findings. */
export type InspectionConnection = {
  /** The rows of this page. */
  edges: Array<InspectionEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A finding in a page. */
export type InspectionEdge = {
  /** The finding. */
  node: InspectionFinding;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** Something that an inspection asks about. */
export type InspectionFinding = {
  /** The dossier, report, ticket or unit. */
  id: Scalars['UUID']['output'];
  /** The unit that is to act. */
  unit?: Maybe<OrgUnit>;
  /** The number of the dossier, report or ticket; null for a unit. */
  number?: Maybe<Scalars['String']['output']>;
  /** The code of its procedure; null for a unit. */
  procedure?: Maybe<Scalars['String']['output']>;
  /** The code of its state; null for a unit. */
  state?: Maybe<Scalars['String']['output']>;
  /** Since when: the due day that has passed, the day it was opened, the first day of the unit. */
  since: Scalars['Date']['output'];
  /** Days since then. */
  days: Scalars['Int']['output'];
};

/** A member of the Party (đảng viên). What you may not see of them, and what a service that is away would say, is null. */
export type Member = {
  /** The id of the member. */
  id: Scalars['UUID']['output'];
  /** Branch of the official membership today (chi bộ nơi đang sinh hoạt). Null when the member has none. */
  branch?: Maybe<OrgUnit>;
  /** Branch of a temporary stay that runs today (chi bộ nơi sinh hoạt tạm thời). */
  temporaryBranch?: Maybe<OrgUnit>;
  /** Branch of the place where the member lives (chi bộ nơi cư trú). */
  residenceBranch?: Maybe<OrgUnit>;
  /** The official membership that held on a day. */
  membership?: Maybe<Membership>;
  /** Every membership of the member, official and temporary, the latest first. */
  memberships?: Maybe<Array<Membership>>;
};


/** A member of the Party (đảng viên). What you may not see of them, and what a service that is away would say, is null. */
export type MemberMembershipArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};

/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnit = {
  /**
   * Members of the unit and of every unit below it, by given name. Null when the unit does not lie within the unit in which one
   * acts. Temporary members are a list of their own: they do not count and do not vote here.
   */
  members?: Maybe<UnitMemberConnection>;
  /** Number of official members of the unit and of every unit below it. Members on a temporary stay count at home only. */
  membershipCount?: Maybe<Scalars['Int']['output']>;
  /** Number of members on a temporary stay in the unit and in every unit below it. They are counted at home, never here. */
  temporaryMembershipCount?: Maybe<Scalars['Int']['output']>;
  /**
   * From which day each procedure runs in this unit today: by its own day, else by that of the nearest unit above that has one.
   * One row a procedure, also for those that nobody has started.
   */
  procedureStarts?: Maybe<Array<ProcedureStart>>;
  /**
   * What happened in the unit and everything below it in a stretch of days. Ask it of `children` to compare the units below. Null
   * when the unit is not in your scope.
   */
  figures?: Maybe<UnitFigures>;
  /**
   * How the unit and everything below it has come on, week by week or month by month: towards every member with an account
   * (100 %), and how many use it. At most 60 steps. Null when the unit is not in your scope.
   */
  progress?: Maybe<Array<UnitProgress>>;
  /**
   * Official members of the unit and everything below it, today, who count and have no usable account: whom somebody may help to
   * register. By branch, then by name. Null when the unit is not in your scope.
   */
  membersWithoutAccount?: Maybe<MemberWithoutAccountConnection>;
  /** How members rated the unit and everything below it in a stretch of days. Null when the unit is not in your scope. */
  ratings?: Maybe<UnitRatings>;
  /** What reorganisations did to the unit, the latest first. */
  changes?: Maybe<UnitChangeConnection>;
  /** The id of the unit. */
  id: Scalars['UUID']['output'];
  /** Code (mã tổ chức đảng), with its dots. */
  code?: Maybe<Scalars['String']['output']>;
  /** Name (tên tổ chức đảng). */
  name?: Maybe<Scalars['String']['output']>;
  /** Short name, for lists. */
  shortName?: Maybe<Scalars['String']['output']>;
  /** Level (loại tổ chức). */
  type?: Maybe<UnitType>;
  /** Sort of organisation (loại hình). */
  kind?: Maybe<UnitKind>;
  /** Address of its office. */
  address?: Maybe<Scalars['String']['output']>;
  /** Region of the minimum wage, 1 to 4, where the rules of dues ask for it. */
  regionMinWage?: Maybe<Scalars['Int']['output']>;
  /** Does the organisation hold a digital signature? Some have none. */
  hasDigitalSignature?: Maybe<Scalars['Boolean']['output']>;
  /** Code for exchanging electronic documents (mã định danh văn bản điện tử), such as `A32.65`. */
  eDocumentCode?: Maybe<Scalars['String']['output']>;
  /** The day on which the organisation was founded, which may lie long before its first day here. */
  establishedOn?: Maybe<Scalars['Date']['output']>;
  /** First day of the unit. */
  validFrom?: Maybe<Scalars['Date']['output']>;
  /** First day on which the unit is no more; null while it stands. */
  validTo?: Maybe<Scalars['Date']['output']>;
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version?: Maybe<Scalars['Int']['output']>;
  /** The unit above, on the same day unless another is given. */
  parent?: Maybe<OrgUnit>;
  /** The units above, from the root to the parent. */
  ancestors?: Maybe<Array<OrgUnit>>;
  /** The units directly below, in the order of their codes. */
  children?: Maybe<OrgUnitConnection>;
  /** What the unit was called, and below which unit it stood, from its beginning to today and beyond. */
  periods?: Maybe<Array<UnitPeriod>>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitMembersArgs = {
  kind?: MembershipKind;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitMembershipCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitTemporaryMembershipCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitFiguresArgs = {
  from: Scalars['Date']['input'];
  through: Scalars['Date']['input'];
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitProgressArgs = {
  from: Scalars['Date']['input'];
  through: Scalars['Date']['input'];
  by?: ProgressStep;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitMembersWithoutAccountArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitRatingsArgs = {
  from: Scalars['Date']['input'];
  through: Scalars['Date']['input'];
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitParentArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitAncestorsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitChildrenArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Whether a membership counts and gives a vote. */
export type MembershipKind =
  /** Chính thức — counts, with all rights. */
  | 'OFFICIAL'
  /** Tạm thời — during a temporary stay: all duties and rights but voting, standing and electing. */
  | 'TEMPORARY';

/** Why a membership began or ended. */
export type MembershipCause =
  /** Dữ liệu ban đầu — taken over from the registry when the system was set up. */
  | 'IMPORT'
  /** Đăng ký tài khoản — the registration of the member's account was approved. */
  | 'REGISTRATION'
  /** Chuyển sinh hoạt đảng chính thức — the destination branch admitted the member. */
  | 'TRANSFER'
  /** Chuyển sinh hoạt đảng tạm thời — a temporary stay began or ended. */
  | 'TEMPORARY_STAY'
  /** Sắp xếp tổ chức — the unit was merged, split or dissolved; no transfer is needed. */
  | 'REORGANISATION'
  /** Điều chỉnh — corrected by decision of the common superior. */
  | 'CORRECTION';

/** What a membership gives at its branch. Who is still a probationary member has no vote anywhere, whatever the membership. */
export type MembershipRight =
  /** Sinh hoạt, thảo luận — takes part, speaks, is charged with tasks. */
  | 'TAKE_PART'
  /** Biểu quyết — votes on decisions. */
  | 'VOTE'
  /** Ứng cử — stands for election. */
  | 'STAND'
  /** Bầu cử — elects. */
  | 'ELECT'
  /** Tính vào số đảng viên — is counted among the members of the branch. */
  | 'COUNT';

/** That a member belongs to a branch, from a day until another. */
export type Membership = {
  /** The id of the membership. */
  id: Scalars['UUID']['output'];
  /** The branch, as it was on the last day of the membership (today while it lasts). */
  unit?: Maybe<OrgUnit>;
  /** Official or temporary. */
  kind: MembershipKind;
  /** What it gives at this branch: everything, or on a temporary stay all but voting, standing and electing. */
  rights: Array<MembershipRight>;
  /** First day. */
  from: Scalars['Date']['output'];
  /** First day that no longer belongs to it; null while it lasts. After a transfer this is the day of admission elsewhere. */
  to?: Maybe<Scalars['Date']['output']>;
  /** Why it began. */
  cause: MembershipCause;
  /** The dossier, account or reorganisation behind `cause`. */
  causeId?: Maybe<Scalars['UUID']['output']>;
  /** Why it ended; null while it lasts. */
  endCause?: Maybe<MembershipCause>;
  /** The dossier, account or reorganisation behind `endCause`. */
  endCauseId?: Maybe<Scalars['UUID']['output']>;
};

/** A page of members. */
export type UnitMemberConnection = {
  /** The rows of this page. */
  edges: Array<UnitMemberEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A member in a page. */
export type UnitMemberEdge = {
  /** The member. */
  node: Member;
  /** The membership by which the member stands in this list. */
  membership: Membership;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A page of dossiers of which the portal has not been told. */
export type PortalBacklogConnection = {
  /** The rows of this page. */
  edges: Array<PortalBacklogEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A dossier of which the portal has not been told. */
export type PortalBacklogEdge = {
  /** What is to be told, and what became of trying. */
  node: PortalBacklogEntry;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** News of a dossier for the national portal that is still here. */
export type PortalBacklogEntry = {
  /** The dossier. */
  dossierId: Scalars['UUID']['output'];
  /** Its number. */
  number: Scalars['String']['output'];
  /** The code of its procedure, such as `OFFICIAL_TRANSFER`. */
  procedure: Scalars['String']['output'];
  /** The state of which the portal is to be told, by its code here. */
  state: Scalars['String']['output'];
  /** Has the portal refused it? It is tried again the next day, and when its state changes. */
  refused: Scalars['Boolean']['output'];
  /** How often it was tried since its state last changed. */
  attempts: Scalars['Int']['output'];
  /** Since when the portal knows less than we do. */
  firstDueAt: Scalars['DateTime']['output'];
  /** When it is tried again; earlier than now: as soon as the portal answers. */
  nextAttemptAt: Scalars['DateTime']['output'];
  /** What the portal answered last, or that it did not. */
  lastError?: Maybe<Scalars['String']['output']>;
};

/** From which day a procedure runs in a unit. */
export type SetProcedureStartInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The unit, your own or one below. */
  unitId: Scalars['UUID']['input'];
  /** The procedure. */
  procedure: Procedure;
  /** The first day, at most two years ahead; null takes the unit's own day back. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Why: the decision or plan that says so, 1 to 500 characters. */
  reason: Scalars['String']['input'];
};

/** What setting the day led to: one of the two is null. */
export type SetProcedureStartResult = {
  /** The unit, with the days that hold for it now. */
  unit?: Maybe<OrgUnit>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A procedure that is switched on unit by unit. */
export type Procedure =
  /** Đăng ký, thay đổi tài khoản — registration and change of a member's account. */
  | 'ACCOUNT'
  /** Thu, nộp đảng phí — collection and payment of dues. */
  | 'DUES'
  /** Nhận xét nơi cư trú — comments of the residence branch. */
  | 'RESIDENCE_COMMENT'
  /** Chuyển sinh hoạt đảng chính thức — official transfer of Party activity. */
  | 'OFFICIAL_TRANSFER'
  /** Chuyển sinh hoạt đảng tạm thời — temporary transfer of Party activity. */
  | 'TEMPORARY_TRANSFER';

/** From which day a procedure runs in a unit. */
export type ProcedureStart = {
  /** The procedure. */
  procedure: Procedure;
  /** The first day; null when neither the unit nor one above has a day. */
  startsOn?: Maybe<Scalars['Date']['output']>;
  /** Does it run today? */
  started: Scalars['Boolean']['output'];
  /** The unit whose day this is: the unit itself or one above; null when there is no day. */
  setIn?: Maybe<OrgUnit>;
};

/** How long a step of progress is. */
export type ProgressStep =
  /** Theo tuần — calendar weeks, from Monday. */
  | 'WEEK'
  /** Theo tháng — calendar months. */
  | 'MONTH';

/** One step on the way. */
export type UnitProgress = {
  /** The first day. */
  from: Scalars['Date']['output'];
  /** The last day; belongs to it. */
  through: Scalars['Date']['output'];
  /** What happened in these days, and where the unit stood at their end. */
  figures: UnitFigures;
};

/** A page of members without an account. */
export type MemberWithoutAccountConnection = {
  /** The rows of this page. */
  edges: Array<MemberWithoutAccountEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A member without an account. */
export type MemberWithoutAccountEdge = {
  /** The member. */
  node: Member;
  /** The branch. */
  branch?: Maybe<OrgUnit>;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** An order to pay dues: a transaction (giao dịch nộp đảng phí) of one or many charges. */
export type DuesOrder = {
  /** The id of the order. */
  id: Scalars['UUID']['output'];
  /** How you rated it (Đánh giá). Null when you did not, and for an order of somebody else. */
  rating?: Maybe<DossierRating>;
};

/** How a member found the handling of a dossier. */
export type DossierRating = {
  /** The id of the dossier. */
  dossierId: Scalars['UUID']['output'];
  /** Its number. */
  number: Scalars['String']['output'];
  /** The code of its procedure. */
  procedure: Scalars['String']['output'];
  /** 1 (very dissatisfied) to 5 (very satisfied). */
  stars: Scalars['Int']['output'];
  /** In your own words. */
  comment?: Maybe<Scalars['String']['output']>;
  /** The day of the first rating. */
  ratedOn: Scalars['Date']['output'];
  /** The last day on which it can be changed. */
  changeableThrough: Scalars['Date']['output'];
};

/** Ratings of a unit and everything below it, without any name. */
export type UnitRatings = {
  /** How many. */
  count: Scalars['Int']['output'];
  /** The average, with two decimals; null without any. */
  average?: Maybe<Scalars['Float']['output']>;
  /** How many of each, 1 star first. */
  distribution: Array<Scalars['Int']['output']>;
  /** The latest with a comment, at most 20. */
  comments: Array<RatingComment>;
};

/** A comment with its stars. */
export type RatingComment = {
  /** 1 to 5. */
  stars: Scalars['Int']['output'];
  /** What the member wrote. */
  comment: Scalars['String']['output'];
  /** The code of the procedure. */
  procedure: Scalars['String']['output'];
  /** The day. */
  ratedOn: Scalars['Date']['output'];
  /** The unit that ended the dossier. */
  unit?: Maybe<OrgUnit>;
};

/** A rating. */
export type RateDossierInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  dossierId: Scalars['UUID']['input'];
  /** 1 to 5. */
  stars: Scalars['Int']['input'];
  /** At most 1000 characters. */
  comment?: InputMaybe<Scalars['String']['input']>;
};

/** What rating led to: one of the two is null. */
export type RateDossierResult = {
  /** The rating. */
  rating?: Maybe<DossierRating>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** How a reorganisation stands. */
export type ReorganisationStatus =
  /** Chờ thi hành — decided; done by itself on its day. */
  | 'SCHEDULED'
  /** Đã thi hành — done. */
  | 'APPLIED'
  /** Đã hủy — taken back before its day. */
  | 'CANCELLED'
  /** Không thi hành được — on its day the tree no longer allowed it; `faults` says why. */
  | 'FAILED';

/** What a step of a reorganisation does. */
export type TreeAct =
  /** Thành lập — makes a unit. */
  | 'CREATE'
  /** Đổi tên — renames a unit. */
  | 'RENAME'
  /** Chuyển — puts a unit elsewhere, or on another level. */
  | 'MOVE'
  /** Sáp nhập, hợp nhất — ends units in favour of one. */
  | 'MERGE'
  /** Chia, tách — makes units out of one. */
  | 'SPLIT'
  /** Giải thể — ends a unit. */
  | 'DISSOLVE';

/** What a reorganisation did to a unit. */
export type UnitChangeKind =
  /** Thành lập — the unit was made. */
  | 'CREATED'
  /** Chuyển — it stands below another unit, or on another level. */
  | 'MOVED'
  /** Đổi tên — it has another name. */
  | 'RENAMED'
  /** Đi theo — a unit above it moved, and its code followed. */
  | 'FOLLOWED'
  /** Kết thúc — it is no more; `successor` is where everything went. */
  | 'ENDED'
  /** Có liên quan — it took in or gave away members or units. */
  | 'TOUCHED';

/** A reorganisation: what was decided, and what it did. */
export type Reorganisation = {
  /** Its id; what memberships name as `causeId`. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** How it stands. */
  status: ReorganisationStatus;
  /** What it is about. */
  title: Scalars['String']['output'];
  /** The number of the decision. */
  decisionNumber: Scalars['String']['output'];
  /** The day of the decision. */
  decisionOn: Scalars['Date']['output'];
  /** The day from which it holds. */
  effectiveOn: Scalars['Date']['output'];
  /** The unit below which everything of it happens. */
  scope?: Maybe<OrgUnit>;
  /** Its steps, in their order. */
  steps: Array<ReorganisationStep>;
  /** How many official members have another branch by it. */
  membersMoved: Scalars['Int']['output'];
  /** How many temporary members have another branch by it. */
  temporaryMembersMoved: Scalars['Int']['output'];
  /** What it did, unit by unit; empty until it is done. */
  changes: UnitChangeConnection;
  /** Why it could not be done on its day; empty otherwise. */
  faults: Array<Refusal>;
  /** What can be done now, by you, and if not, why. */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};


/** A reorganisation: what was decided, and what it did. */
export type ReorganisationChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A step of a reorganisation. */
export type ReorganisationStep = {
  /** What it does. */
  act: TreeAct;
  /** The standing units that it changes. */
  units: Array<OrgUnit>;
  /** Where to: the unit above, the one that takes in, the successor. */
  into?: Maybe<OrgUnit>;
  /** The names of the units that it makes, or the new name. */
  names: Array<Scalars['String']['output']>;
};

/** A page of reorganisations. */
export type ReorganisationConnection = {
  /** The rows of this page. */
  edges: Array<ReorganisationEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A reorganisation in a page. */
export type ReorganisationEdge = {
  /** The reorganisation. */
  node: Reorganisation;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What a reorganisation did to a unit. */
export type UnitChange = {
  /** The unit, as it last is. */
  unit?: Maybe<OrgUnit>;
  /** What happened to it. */
  what: UnitChangeKind;
  /** The reorganisation. */
  reorganisationId: Scalars['UUID']['output'];
  /** The number of the decision. */
  decisionNumber: Scalars['String']['output'];
  /** The day from which it holds. */
  effectiveOn: Scalars['Date']['output'];
  /** How it stood before; null when it was made. */
  before?: Maybe<UnitState>;
  /** How it stands since; null when it ended. */
  after?: Maybe<UnitState>;
  /** Where everything of an ended unit went. */
  successor?: Maybe<OrgUnit>;
};

/** How a unit stood. */
export type UnitState = {
  /** Its code. */
  code: Scalars['String']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Its short name. */
  shortName: Scalars['String']['output'];
  /** Its level. */
  type: UnitType;
  /** The unit above, as it last is. */
  parent?: Maybe<OrgUnit>;
};

/** A page of changes. */
export type UnitChangeConnection = {
  /** The rows of this page. */
  edges: Array<UnitChangeEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A change in a page. */
export type UnitChangeEdge = {
  /** The change. */
  node: UnitChange;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What a reorganisation would do. */
export type ReorganisationPreview = {
  /** What stands against it; empty when it can be done. */
  faults: Array<Refusal>;
  /** What it would do, unit by unit: the first 500. */
  changes: Array<UnitChange>;
  /** How many units it would come to. */
  unitCount: Scalars['Int']['output'];
  /** How many official members would have another branch. */
  membersMoved: Scalars['Int']['output'];
  /** How many temporary members would have another branch. */
  temporaryMembersMoved: Scalars['Int']['output'];
  /** Open dossiers of the units that would end; they follow to the successor. */
  openDossiers: Array<OpenDossiers>;
  /** How many offices in units that would end would be over. */
  officersEnded: Scalars['Int']['output'];
};

/** How many dossiers of a procedure are open. */
export type OpenDossiers = {
  /** The code of the procedure, such as `OFFICIAL_TRANSFER`. */
  procedure: Scalars['String']['output'];
  /** How many. */
  count: Scalars['Int']['output'];
};

/** A written decision. Every act on the tree stands on one. */
export type DecisionInput = {
  /** Its number, such as `12-QĐ/TU`; at most 100 characters. */
  number: Scalars['String']['input'];
  /** The day of the decision, today or earlier. */
  decidedOn: Scalars['Date']['input'];
  /** The day from which it holds: earlier or today is done now, later (a year at most) on that day. */
  effectiveOn: Scalars['Date']['input'];
  /** What it is about; made from the act when left out. At most 300 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** A unit as you have seen it. */
export type SeenUnitInput = {
  /** The unit. */
  id: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** A unit to make. */
export type NewUnitInput = {
  /** The unit above. */
  parentId: Scalars['UUID']['input'];
  /** Its level, one that may stand below the unit above. */
  type: UnitType;
  /** What sort of organisation it stands in. */
  kind: UnitKind;
  /** Its name, at most 300 characters. */
  name: Scalars['String']['input'];
  /** Its short name, for lists; the name when left out. */
  shortName?: InputMaybe<Scalars['String']['input']>;
  /** Its code, which continues the code above; the next free one when left out. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Address of its office. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** Region of the minimum wage, 1 to 4. */
  regionMinWage?: InputMaybe<Scalars['Int']['input']>;
  /** Code for exchanging electronic documents. */
  eDocumentCode?: InputMaybe<Scalars['String']['input']>;
  /** Does it hold a digital signature? */
  hasDigitalSignature?: Scalars['Boolean']['input'];
  /** The day on which the organisation was founded. */
  establishedOn?: InputMaybe<Scalars['Date']['input']>;
};

/** Another name. */
export type RenameStepInput = {
  /** Which unit. */
  unit: SeenUnitInput;
  /** Its new name, at most 300 characters. */
  name: Scalars['String']['input'];
  /** Its new short name; the old one when left out. */
  shortName?: InputMaybe<Scalars['String']['input']>;
};

/** Another place. */
export type MoveStepInput = {
  /** Which unit; everything below goes along. */
  unit: SeenUnitInput;
  /** The unit to stand below; the present one to change only type or code. */
  parentId: Scalars['UUID']['input'];
  /** Its new level; the old one when left out. */
  type?: InputMaybe<UnitType>;
  /** Its new code; the next free one below the new unit above when left out. */
  code?: InputMaybe<Scalars['String']['input']>;
};

/** What goes into what: into a unit that stands, or into a new one. */
export type MergeStepInput = {
  /** The units that end, 1 to 100. */
  units: Array<SeenUnitInput>;
  /** The unit that stands and takes them in; this or `into`. */
  intoId?: InputMaybe<Scalars['UUID']['input']>;
  /** The new unit that takes them in; this or `intoId`. */
  into?: InputMaybe<NewUnitInput>;
};

/** A part of a unit that becomes a unit. */
export type SplitPartInput = {
  /** The unit to make. */
  unit: NewUnitInput;
  /** The members who go there, at most 2,000. */
  memberIds?: Array<Scalars['UUID']['input']>;
  /** The units directly below that go there, at most 100. */
  childIds?: Array<Scalars['UUID']['input']>;
};

/** How a unit is split. */
export type SplitStepInput = {
  /** Which unit. */
  unit: SeenUnitInput;
  /** Does it end? Then whoever is not allotted goes to the first part; otherwise they stay. */
  ends?: Scalars['Boolean']['input'];
  /** The parts, 1 to 20. */
  parts: Array<SplitPartInput>;
};

/** What ends, and where it goes. */
export type DissolveStepInput = {
  /** Which unit. */
  unit: SeenUnitInput;
  /** Where its members, the units below and its open dossiers go. */
  successorId?: InputMaybe<Scalars['UUID']['input']>;
};

/** One step of a reorganisation: exactly one of these. */
export type TreeStepInput = {
  /** Makes a unit. */
  create?: InputMaybe<NewUnitInput>;
  /** Renames one. */
  rename?: InputMaybe<RenameStepInput>;
  /** Moves one. */
  move?: InputMaybe<MoveStepInput>;
  /** Merges some. */
  merge?: InputMaybe<MergeStepInput>;
  /** Splits one. */
  split?: InputMaybe<SplitStepInput>;
  /** Dissolves one. */
  dissolve?: InputMaybe<DissolveStepInput>;
};

/** CreateUnit: decision and act. */
export type CreateUnitInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The decision on which it stands. */
  decision: DecisionInput;
  /** The unit to make. */
  unit: NewUnitInput;
};

/** What it came to: one of the two is null. */
export type CreateUnitResult = {
  /** The reorganisation. */
  reorganisation?: Maybe<Reorganisation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** RenameUnit: decision and act. */
export type RenameUnitInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The decision on which it stands. */
  decision: DecisionInput;
  /** What to call it. */
  step: RenameStepInput;
};

/** What it came to: one of the two is null. */
export type RenameUnitResult = {
  /** The reorganisation. */
  reorganisation?: Maybe<Reorganisation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** MoveUnit: decision and act. */
export type MoveUnitInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The decision on which it stands. */
  decision: DecisionInput;
  /** Where to. */
  step: MoveStepInput;
};

/** What it came to: one of the two is null. */
export type MoveUnitResult = {
  /** The reorganisation. */
  reorganisation?: Maybe<Reorganisation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** MergeUnits: decision and act. */
export type MergeUnitsInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The decision on which it stands. */
  decision: DecisionInput;
  /** What goes into what. */
  step: MergeStepInput;
};

/** What it came to: one of the two is null. */
export type MergeUnitsResult = {
  /** The reorganisation. */
  reorganisation?: Maybe<Reorganisation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** SplitUnit: decision and act. */
export type SplitUnitInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The decision on which it stands. */
  decision: DecisionInput;
  /** Who and what goes to which part. */
  step: SplitStepInput;
};

/** What it came to: one of the two is null. */
export type SplitUnitResult = {
  /** The reorganisation. */
  reorganisation?: Maybe<Reorganisation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** DissolveUnit: decision and act. */
export type DissolveUnitInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The decision on which it stands. */
  decision: DecisionInput;
  /** What ends, and where its members go. */
  step: DissolveStepInput;
};

/** What it came to: one of the two is null. */
export type DissolveUnitResult = {
  /** The reorganisation. */
  reorganisation?: Maybe<Reorganisation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A whole reorganisation: decision and steps. */
export type PlanReorganisationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The decision on which it stands. */
  decision: DecisionInput;
  /** The steps, 1 to 300, in their order; only the tree that they leave must be sound. */
  steps: Array<TreeStepInput>;
};

/** What it came to: one of the two is null. */
export type PlanReorganisationResult = {
  /** The reorganisation. */
  reorganisation?: Maybe<Reorganisation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which reorganisation is taken back, and why. */
export type CancelReorganisationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** Which one. */
  reorganisationId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 2,000 characters. */
  reason: Scalars['String']['input'];
};

/** What it came to: one of the two is null. */
export type CancelReorganisationResult = {
  /** The reorganisation. */
  reorganisation?: Maybe<Reorganisation>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A report of a unit on the procedures: of a quarter, or of days that a superior asked about. */
export type QuarterlyReport = {
  /** The id of the report. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The dossier number. */
  number: Scalars['String']['output'];
  /** The quarter, such as `2026-Q2`; null for days that a superior asked about. */
  quarter?: Maybe<Scalars['String']['output']>;
  /** What the report is about. */
  title: Scalars['String']['output'];
  /** The first day. */
  from: Scalars['Date']['output'];
  /** The last day; belongs to it. */
  through: Scalars['Date']['output'];
  /** The unit that reports. */
  unit?: Maybe<OrgUnit>;
  /** The unit that it is sent to; null when nobody stands above. */
  superior?: Maybe<OrgUnit>;
  /** Where the report stands. */
  status: ReportStatus;
  /** The last day to send it: the 5th after the end of a quarter. */
  dueOn: Scalars['Date']['output'];
  /** Was it not sent in time, and still is not? */
  overdue: Scalars['Boolean']['output'];
  /** The figures: of today while it is written, of the day of sending afterwards. */
  figures: UnitFigures;
  /** Typed: difficulties (khó khăn, vướng mắc). */
  difficulties?: Maybe<Scalars['String']['output']>;
  /** Typed: recommendations (đề xuất, kiến nghị). */
  recommendations?: Maybe<Scalars['String']['output']>;
  /** The day on which it was last sent. */
  submittedOn?: Maybe<Scalars['Date']['output']>;
  /** The day on which the superior last decided. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Why it was sent back; null when it was sent again. */
  returnReason?: Maybe<Scalars['String']['output']>;
  /** Does it add up the reports of the units below? Branches report from data. */
  sums: Scalars['Boolean']['output'];
  /** How many units directly below report on the same days. */
  partsTotal: Scalars['Int']['output'];
  /** How many of their reports are added up in this one. */
  partsAggregated: Scalars['Int']['output'];
  /** The reports of the units directly below, by their codes. */
  parts: QuarterlyReportConnection;
  /**
   * What can be done in the present state, and whether you may do it now: `SAVE` saveReportDraft, `AGGREGATE` aggregateReports,
   * `SUBMIT` submitReport, `RETURN` returnReport, `ACCEPT` acceptReport.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};


/** A report of a unit on the procedures: of a quarter, or of days that a superior asked about. */
export type QuarterlyReportPartsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Where a report stands. */
export type ReportStatus =
  /** Đang lập — its figures are those of today. */
  | 'DRAFT'
  /** Đã gửi, chờ tiếp nhận — lies with the direct superior. */
  | 'SUBMITTED'
  /** Bị trả lại — sent back with a reason, to be sent again. */
  | 'RETURNED'
  /** Đã tiếp nhận — the superior has taken it over. */
  | 'ACCEPTED'
  /** Đã tổng hợp — added up in the superior's own report. */
  | 'AGGREGATED'
  /** Hết hiệu lực — the unit was no more before its report was taken over. */
  | 'LAPSED';

/** A page of reports. */
export type QuarterlyReportConnection = {
  /** The rows of this page. */
  edges: Array<QuarterlyReportEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A report in a page. */
export type QuarterlyReportEdge = {
  /** The report. */
  node: QuarterlyReport;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** Days to report on. */
export type RequestReportsInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** What the report is about, at most 200 characters. */
  title: Scalars['String']['input'];
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The last day, at most a year after the first. */
  through: Scalars['Date']['input'];
  /** The last day to send the reports, today or later and not before `through`. */
  dueOn: Scalars['Date']['input'];
};

/** What the request led to: one of the two is null. */
export type RequestReportsResult = {
  /** The report of your own unit. */
  report?: Maybe<QuarterlyReport>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** The typed parts of a report. */
export type SaveReportDraftInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The report. */
  reportId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Difficulties, at most 4000 characters. */
  difficulties?: InputMaybe<Scalars['String']['input']>;
  /** Recommendations, at most 4000 characters. */
  recommendations?: InputMaybe<Scalars['String']['input']>;
};

/** What saving led to: one of the two is null. */
export type SaveReportDraftResult = {
  /** The report. */
  report?: Maybe<QuarterlyReport>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A report to send. */
export type SubmitReportInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The report. */
  reportId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What sending led to: one of the two is null. */
export type SubmitReportResult = {
  /** The report. */
  report?: Maybe<QuarterlyReport>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A report to send back. */
export type ReturnReportInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The report. */
  reportId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
};

/** What sending back led to: one of the two is null. */
export type ReturnReportResult = {
  /** The report. */
  report?: Maybe<QuarterlyReport>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A report to take over. */
export type AcceptReportInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The report. */
  reportId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What taking over led to: one of the two is null. */
export type AcceptReportResult = {
  /** The report. */
  report?: Maybe<QuarterlyReport>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** The report into which others are added up. */
export type AggregateReportsInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The report of your own unit. */
  reportId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What adding up led to: one of the two is null. */
export type AggregateReportsResult = {
  /** The report. */
  report?: Maybe<QuarterlyReport>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A page of results by unit. */
export type UnitResultConnection = {
  /** The rows of this page. */
  edges: Array<UnitResultEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A result in a page. */
export type UnitResultEdge = {
  /** The result. */
  node: UnitResult;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What a unit, and with it its head, has reached in a year. */
export type UnitResult = {
  /** The unit. */
  unit?: Maybe<OrgUnit>;
  /** Who leads it today (bí thư); null when nobody does. */
  head?: Maybe<ResultHead>;
  /** The figures of the year: of the unit and everything below it. */
  figures: UnitFigures;
  /** Reports of the unit that were due in the year. */
  reportsDue: Scalars['Int']['output'];
  /** Of those, sent by their due day. */
  reportsOnTime: Scalars['Int']['output'];
  /** Ratings that the unit and everything below it got in the year. */
  ratings: Scalars['Int']['output'];
  /** Their average, with two decimals; null without any. */
  ratingAverage?: Maybe<Scalars['Float']['output']>;
};

/** The head of a unit (người đứng đầu). */
export type ResultHead = {
  /** The member. */
  member: Member;
  /** The name. */
  name: Scalars['String']['output'];
  /** The title, such as `Bí thư chi bộ`. */
  title: Scalars['String']['output'];
};

/** A page of results by member. */
export type MemberResultConnection = {
  /** The rows of this page. */
  edges: Array<MemberResultEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A result in a page. */
export type MemberResultEdge = {
  /** The result. */
  node: MemberResult;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What a member has done with the system in a year. */
export type MemberResult = {
  /** The member. */
  member: Member;
  /** The branch. */
  branch?: Maybe<OrgUnit>;
  /** Why the member is not counted (domain: exclusions); null when counted, and for who has left the viewer's scope since. */
  exclusion?: Maybe<Scalars['String']['output']>;
  /** Has the member an account that is approved and usable? */
  hasAccount: Scalars['Boolean']['output'];
  /** Days with at least one act of business in a procedure. */
  activeDays: Scalars['Int']['output'];
  /** Dossiers of the member that were opened, registration of the account not counted. */
  dossiersOpened: Scalars['Int']['output'];
  /** Of those, opened online. */
  dossiersOnline: Scalars['Int']['output'];
};

/** What help is needed. */
export type OpenTicketInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** What sort of help. */
  category: TicketCategory;
  /** The procedure that it is about, where it is about one. */
  procedure?: InputMaybe<TicketProcedure>;
  /** The unit that it is about. Left out: your own branch, else the province. */
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  /** Plain text, at most 4000 characters. */
  text: Scalars['String']['input'];
  /** What there is of papers or pictures, at most 500 characters. */
  attachmentNote?: InputMaybe<Scalars['String']['input']>;
  /** Files that you have brought (`prepareTicketUpload`), at most 20. Refused: FILE_NOT_UPLOADED, FILE_IN_USE. */
  fileIds?: Array<Scalars['UUID']['input']>;
};

/** What asking led to: one of the two is null. */
export type OpenTicketResult = {
  /** The ticket. */
  ticket?: Maybe<Ticket>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A ticket to take on. */
export type TakeTicketInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The ticket. */
  ticketId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What `takeTicket` led to: one of the two is null. */
export type TakeTicketResult = {
  /** The ticket. */
  ticket?: Maybe<Ticket>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** An answer. */
export type AnswerTicketInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The ticket. */
  ticketId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The answer, at most 4000 characters. */
  text: Scalars['String']['input'];
};

/** What `answerTicket` led to: one of the two is null. */
export type AnswerTicketResult = {
  /** The ticket. */
  ticket?: Maybe<Ticket>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A ticket for the unit above. */
export type EscalateTicketInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The ticket. */
  ticketId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 2000 characters. */
  reason: Scalars['String']['input'];
};

/** What `escalateTicket` led to: one of the two is null. */
export type EscalateTicketResult = {
  /** The ticket. */
  ticket?: Maybe<Ticket>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What to add. */
export type ReplyToTicketInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The ticket. */
  ticketId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** At most 4000 characters. */
  text: Scalars['String']['input'];
  /** Files that you have brought (`prepareTicketUpload`), at most 20. Refused: FILE_NOT_UPLOADED, FILE_IN_USE. */
  fileIds?: Array<Scalars['UUID']['input']>;
};

/** What `replyToTicket` led to: one of the two is null. */
export type ReplyToTicketResult = {
  /** The ticket. */
  ticket?: Maybe<Ticket>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A ticket to end. */
export type CloseTicketInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The ticket. */
  ticketId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** A last word, at most 4000 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** What `closeTicket` led to: one of the two is null. */
export type CloseTicketResult = {
  /** The ticket. */
  ticket?: Maybe<Ticket>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A ticket to open again. */
export type ReopenTicketInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The ticket. */
  ticketId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 4000 characters. */
  text: Scalars['String']['input'];
};

/** What `reopenTicket` led to: one of the two is null. */
export type ReopenTicketResult = {
  /** The ticket. */
  ticket?: Maybe<Ticket>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A call for support. */
export type Ticket = {
  /** The id of the ticket. */
  id: Scalars['UUID']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The number, such as `05.200-TICKET-260706-0001`. */
  number: Scalars['String']['output'];
  /** What sort of help. */
  category: TicketCategory;
  /** The procedure that it is about, where it is about one. */
  procedure?: Maybe<TicketProcedure>;
  /** The unit that it is about. */
  aboutUnit?: Maybe<OrgUnit>;
  /** The unit whose support team has it. */
  unit?: Maybe<OrgUnit>;
  /** Where the ticket stands. */
  status: TicketStatus;
  /** What was asked. */
  text: Scalars['String']['output'];
  /** What the asker says of papers or pictures that belong to it. */
  attachmentNote?: Maybe<Scalars['String']['output']>;
  /** The files that the asker brought, in the order in which they came. */
  attachments: Array<Attachment>;
  /** Who asked. */
  askerName: Scalars['String']['output'];
  /** Who has taken it on; null as long as nobody has. */
  assignedTo?: Maybe<Scalars['String']['output']>;
  /** The day on which it was opened. */
  openedOn: Scalars['Date']['output'];
  /** The day on which it was closed; null while it is open. */
  closedOn?: Maybe<Scalars['Date']['output']>;
  /** The last day on which the asker can open it again; null while it is open. */
  reopenableThrough?: Maybe<Scalars['Date']['output']>;
  /**
   * What can be done in the present state, and whether you may do it now: `TAKE` takeTicket, `ANSWER` answerTicket, `ESCALATE`
   * escalateTicket, `REPLY` replyToTicket, `CLOSE` closeTicket, `REOPEN` reopenTicket.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
};

/** Where a ticket stands. */
export type TicketStatus =
  /** Chờ tiếp nhận — nobody has taken it on. */
  | 'OPEN'
  /** Đang xử lý — somebody of the support team has taken it on. */
  | 'ASSIGNED'
  /** Đã trả lời — answered, and open for more. */
  | 'ANSWERED'
  /** Đã đóng — done. */
  | 'CLOSED';

/** What sort of help a ticket asks for. */
export type TicketCategory =
  /** Đăng nhập, VNeID — signing in. */
  | 'SIGN_IN'
  /** Tài khoản, thông tin đảng viên — account and member data. */
  | 'ACCOUNT'
  /** Đảng phí — dues. */
  | 'DUES'
  /** Nhận xét nơi cư trú — comments of the residence branch. */
  | 'COMMENT'
  /** Chuyển sinh hoạt đảng — transfers. */
  | 'TRANSFER'
  /** Ứng dụng, thiết bị — application and device. */
  | 'APPLICATION'
  /** Kiến nghị, đề xuất — a proposal. */
  | 'PROPOSAL'
  /** Khác — anything else. */
  | 'OTHER';

/** The procedure that a ticket is about. */
export type TicketProcedure =
  /** Đăng ký tài khoản — registration of the account. */
  | 'ACCOUNT'
  /** Thu, nộp đảng phí — collection and payment of dues. */
  | 'DUES'
  /** Lấy ý kiến nhận xét nơi cư trú — comments of the residence branch. */
  | 'RESIDENCE_COMMENT'
  /** Chuyển sinh hoạt đảng chính thức — official transfer. */
  | 'OFFICIAL_TRANSFER'
  /** Chuyển sinh hoạt đảng tạm thời — temporary transfer. */
  | 'TEMPORARY_TRANSFER';

/** A page of tickets. */
export type TicketConnection = {
  /** The rows of this page. */
  edges: Array<TicketEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A ticket in a page. */
export type TicketEdge = {
  /** The ticket. */
  node: Ticket;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** What holds for a type of units, for a time. */
export type UnitTypeRule = {
  /** The type. */
  type: UnitType;
  /** What people call it (Vietnamese). */
  label: Scalars['String']['output'];
  /** Do members belong to units of this type? */
  mayHoldMembers: Scalars['Boolean']['output'];
  /** Below which types such a unit may stand; empty for the root. */
  allowedParents: Array<UnitType>;
  /** The first day of this rule; null when it always held. */
  from?: Maybe<Scalars['Date']['output']>;
  /** The first day on which it no longer holds; null while it does. */
  to?: Maybe<Scalars['Date']['output']>;
};

/** What holds for a kind of organisations, for a time. */
export type UnitKindRule = {
  /** The kind. */
  kind: UnitKind;
  /** What people call it (Vietnamese). */
  label: Scalars['String']['output'];
  /** The first day of this rule; null when it always held. */
  from?: Maybe<Scalars['Date']['output']>;
  /** The first day on which it no longer holds; null while it does. */
  to?: Maybe<Scalars['Date']['output']>;
};

/** What to correct: a field that is left out stays as it is; null empties one that may be empty. */
export type DescribeUnitInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The unit in which you act, or one below it. */
  unitId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Short name, at most 300 characters. */
  shortName?: InputMaybe<Scalars['String']['input']>;
  /** What sort of organisation it stands in. */
  kind?: InputMaybe<UnitKind>;
  /** Address of its office, at most 300 characters. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** Region of the minimum wage, 1 to 4. */
  regionMinWage?: InputMaybe<Scalars['Int']['input']>;
  /** Code for exchanging electronic documents, at most 50 characters. */
  eDocumentCode?: InputMaybe<Scalars['String']['input']>;
  /** Does it hold a digital signature? */
  hasDigitalSignature?: InputMaybe<Scalars['Boolean']['input']>;
  /** The day on which the organisation was founded, today or earlier. */
  establishedOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What it came to: one of the two is null. */
export type DescribeUnitResult = {
  /** The unit. */
  unit?: Maybe<OrgUnit>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What can be chosen in each of the four selects, in the order of the codes; at most 1,000 each. */
export type UnitChoices = {
  /** `Đảng bộ cấp trên cơ sở`: below the province. */
  superiors: Array<OrgUnit>;
  /** `Đảng bộ/ chi bộ cơ sở`: below the chosen superior, or directly below the province when none is chosen. */
  grassroots: Array<OrgUnit>;
  /** `Đảng bộ bộ phận`: below the chosen grassroots committee; often empty. */
  subCommittees: Array<OrgUnit>;
  /** `Chi bộ trực thuộc`: below the chosen sub-committee, or directly below the grassroots committee when none is chosen. */
  branches: Array<OrgUnit>;
};

/** Level of a Party organisation. Which types exist and what stands below what changes with the rules, so that a type holds for a time. */
export type UnitType =
  /** Trung ương — root of the tree. */
  | 'CENTRAL'
  /** Đảng bộ tỉnh, thành phố — directly below the Centre. */
  | 'PROVINCE'
  /** Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng — direct superior of grassroots organisations: commune, ward, bloc of agencies. */
  | 'SUPERIOR'
  /** Đảng bộ cơ sở — grassroots committee, with branches below. */
  | 'GRASSROOTS_COMMITTEE'
  /** Chi bộ cơ sở — grassroots branch, with members and no branch below. */
  | 'GRASSROOTS_BRANCH'
  /** Đảng bộ bộ phận — optional level between a grassroots committee and its branches. */
  | 'SUB_COMMITTEE'
  /** Chi bộ trực thuộc — branch where members take part. */
  | 'BRANCH'
  /** Tổ đảng — part of a branch, shown only. */
  | 'PARTY_GROUP';

/** What sort of organisation the unit stands in (loại hình tổ chức đảng). */
export type UnitKind =
  /** Xã, phường, đặc khu — the Party organisation of a commune, ward or special zone. */
  | 'COMMUNE'
  /** Thôn, tổ dân phố, khu dân cư — residential area. */
  | 'RESIDENTIAL'
  /** Cơ quan — Party, State or mass agency. */
  | 'AGENCY'
  /** Doanh nghiệp — enterprise. */
  | 'ENTERPRISE'
  /** Đơn vị sự nghiệp — public service unit: school, hospital. */
  | 'PUBLIC_SERVICE'
  /** Lực lượng vũ trang — army or public security. */
  | 'ARMED_FORCES'
  /** Ngoài nước — abroad. */
  | 'OVERSEAS'
  /** Khác — other, such as the Centre or a province. */
  | 'OTHER';

/** A stretch of time in which nothing about a unit changed. */
export type UnitPeriod = {
  /** First day. */
  from: Scalars['Date']['output'];
  /** First day that no longer belongs to it; null while it lasts. */
  to?: Maybe<Scalars['Date']['output']>;
  /** Code in this time. */
  code: Scalars['String']['output'];
  /** Name in this time. */
  name: Scalars['String']['output'];
  /** Level in this time. */
  type: UnitType;
  /** The unit above, as it was on the first day of this time. */
  parent?: Maybe<OrgUnit>;
};

/** A page of units. */
export type OrgUnitConnection = {
  /** The rows of this page. */
  edges: Array<OrgUnitEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A unit in a page. */
export type OrgUnitEdge = {
  /** The unit. */
  node: OrgUnit;
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
  Member: Member;
  OrgUnit: OrgUnit;
  DuesOrder: DuesOrder;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  OrgUnit:
    ( { __typename: 'OrgUnit' }
    & GraphQLRecursivePick<FederationTypes['OrgUnit'], {"id":true}> );
  DuesOrder:
    ( { __typename: 'DuesOrder' }
    & GraphQLRecursivePick<FederationTypes['DuesOrder'], {"id":true}> );
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
  CalendarDay: ResolverTypeWrapper<any>;
  CalendarDayKind: ResolverTypeWrapper<any>;
  SetCalendarDaysInput: ResolverTypeWrapper<any>;
  CalendarDayInput: ResolverTypeWrapper<any>;
  SetCalendarDaysResult: ResolverTypeWrapper<any>;
  UnitFigures: ResolverTypeWrapper<any>;
  Float: ResolverTypeWrapper<any>;
  DossierFigure: ResolverTypeWrapper<any>;
  GuideEntry: ResolverTypeWrapper<any>;
  GuideKind: ResolverTypeWrapper<any>;
  SetGuideEntryInput: ResolverTypeWrapper<any>;
  SetGuideEntryResult: ResolverTypeWrapper<any>;
  RemoveGuideEntryInput: ResolverTypeWrapper<any>;
  RemoveGuideEntryResult: ResolverTypeWrapper<any>;
  InspectionTheme: ResolverTypeWrapper<any>;
  InspectionConnection: ResolverTypeWrapper<any>;
  InspectionEdge: ResolverTypeWrapper<any>;
  InspectionFinding: ResolverTypeWrapper<any>;
  Member: ResolverTypeWrapper<any>;
  OrgUnit: ResolverTypeWrapper<any>;
  MembershipKind: ResolverTypeWrapper<any>;
  MembershipCause: ResolverTypeWrapper<any>;
  MembershipRight: ResolverTypeWrapper<any>;
  Membership: ResolverTypeWrapper<any>;
  UnitMemberConnection: ResolverTypeWrapper<any>;
  UnitMemberEdge: ResolverTypeWrapper<any>;
  PortalBacklogConnection: ResolverTypeWrapper<any>;
  PortalBacklogEdge: ResolverTypeWrapper<any>;
  PortalBacklogEntry: ResolverTypeWrapper<any>;
  SetProcedureStartInput: ResolverTypeWrapper<any>;
  SetProcedureStartResult: ResolverTypeWrapper<any>;
  Procedure: ResolverTypeWrapper<any>;
  ProcedureStart: ResolverTypeWrapper<any>;
  ProgressStep: ResolverTypeWrapper<any>;
  UnitProgress: ResolverTypeWrapper<any>;
  MemberWithoutAccountConnection: ResolverTypeWrapper<any>;
  MemberWithoutAccountEdge: ResolverTypeWrapper<any>;
  DuesOrder: ResolverTypeWrapper<any>;
  DossierRating: ResolverTypeWrapper<any>;
  UnitRatings: ResolverTypeWrapper<any>;
  RatingComment: ResolverTypeWrapper<any>;
  RateDossierInput: ResolverTypeWrapper<any>;
  RateDossierResult: ResolverTypeWrapper<any>;
  ReorganisationStatus: ResolverTypeWrapper<any>;
  TreeAct: ResolverTypeWrapper<any>;
  UnitChangeKind: ResolverTypeWrapper<any>;
  Reorganisation: ResolverTypeWrapper<any>;
  ReorganisationStep: ResolverTypeWrapper<any>;
  ReorganisationConnection: ResolverTypeWrapper<any>;
  ReorganisationEdge: ResolverTypeWrapper<any>;
  UnitChange: ResolverTypeWrapper<any>;
  UnitState: ResolverTypeWrapper<any>;
  UnitChangeConnection: ResolverTypeWrapper<any>;
  UnitChangeEdge: ResolverTypeWrapper<any>;
  ReorganisationPreview: ResolverTypeWrapper<any>;
  OpenDossiers: ResolverTypeWrapper<any>;
  DecisionInput: ResolverTypeWrapper<any>;
  SeenUnitInput: ResolverTypeWrapper<any>;
  NewUnitInput: ResolverTypeWrapper<any>;
  RenameStepInput: ResolverTypeWrapper<any>;
  MoveStepInput: ResolverTypeWrapper<any>;
  MergeStepInput: ResolverTypeWrapper<any>;
  SplitPartInput: ResolverTypeWrapper<any>;
  SplitStepInput: ResolverTypeWrapper<any>;
  DissolveStepInput: ResolverTypeWrapper<any>;
  TreeStepInput: ResolverTypeWrapper<any>;
  CreateUnitInput: ResolverTypeWrapper<any>;
  CreateUnitResult: ResolverTypeWrapper<any>;
  RenameUnitInput: ResolverTypeWrapper<any>;
  RenameUnitResult: ResolverTypeWrapper<any>;
  MoveUnitInput: ResolverTypeWrapper<any>;
  MoveUnitResult: ResolverTypeWrapper<any>;
  MergeUnitsInput: ResolverTypeWrapper<any>;
  MergeUnitsResult: ResolverTypeWrapper<any>;
  SplitUnitInput: ResolverTypeWrapper<any>;
  SplitUnitResult: ResolverTypeWrapper<any>;
  DissolveUnitInput: ResolverTypeWrapper<any>;
  DissolveUnitResult: ResolverTypeWrapper<any>;
  PlanReorganisationInput: ResolverTypeWrapper<any>;
  PlanReorganisationResult: ResolverTypeWrapper<any>;
  CancelReorganisationInput: ResolverTypeWrapper<any>;
  CancelReorganisationResult: ResolverTypeWrapper<any>;
  QuarterlyReport: ResolverTypeWrapper<any>;
  ReportStatus: ResolverTypeWrapper<any>;
  QuarterlyReportConnection: ResolverTypeWrapper<any>;
  QuarterlyReportEdge: ResolverTypeWrapper<any>;
  RequestReportsInput: ResolverTypeWrapper<any>;
  RequestReportsResult: ResolverTypeWrapper<any>;
  SaveReportDraftInput: ResolverTypeWrapper<any>;
  SaveReportDraftResult: ResolverTypeWrapper<any>;
  SubmitReportInput: ResolverTypeWrapper<any>;
  SubmitReportResult: ResolverTypeWrapper<any>;
  ReturnReportInput: ResolverTypeWrapper<any>;
  ReturnReportResult: ResolverTypeWrapper<any>;
  AcceptReportInput: ResolverTypeWrapper<any>;
  AcceptReportResult: ResolverTypeWrapper<any>;
  AggregateReportsInput: ResolverTypeWrapper<any>;
  AggregateReportsResult: ResolverTypeWrapper<any>;
  UnitResultConnection: ResolverTypeWrapper<any>;
  UnitResultEdge: ResolverTypeWrapper<any>;
  UnitResult: ResolverTypeWrapper<any>;
  ResultHead: ResolverTypeWrapper<any>;
  MemberResultConnection: ResolverTypeWrapper<any>;
  MemberResultEdge: ResolverTypeWrapper<any>;
  MemberResult: ResolverTypeWrapper<any>;
  OpenTicketInput: ResolverTypeWrapper<any>;
  OpenTicketResult: ResolverTypeWrapper<any>;
  TakeTicketInput: ResolverTypeWrapper<any>;
  TakeTicketResult: ResolverTypeWrapper<any>;
  AnswerTicketInput: ResolverTypeWrapper<any>;
  AnswerTicketResult: ResolverTypeWrapper<any>;
  EscalateTicketInput: ResolverTypeWrapper<any>;
  EscalateTicketResult: ResolverTypeWrapper<any>;
  ReplyToTicketInput: ResolverTypeWrapper<any>;
  ReplyToTicketResult: ResolverTypeWrapper<any>;
  CloseTicketInput: ResolverTypeWrapper<any>;
  CloseTicketResult: ResolverTypeWrapper<any>;
  ReopenTicketInput: ResolverTypeWrapper<any>;
  ReopenTicketResult: ResolverTypeWrapper<any>;
  Ticket: ResolverTypeWrapper<any>;
  TicketStatus: ResolverTypeWrapper<any>;
  TicketCategory: ResolverTypeWrapper<any>;
  TicketProcedure: ResolverTypeWrapper<any>;
  TicketConnection: ResolverTypeWrapper<any>;
  TicketEdge: ResolverTypeWrapper<any>;
  UnitTypeRule: ResolverTypeWrapper<any>;
  UnitKindRule: ResolverTypeWrapper<any>;
  DescribeUnitInput: ResolverTypeWrapper<any>;
  DescribeUnitResult: ResolverTypeWrapper<any>;
  UnitChoices: ResolverTypeWrapper<any>;
  UnitType: ResolverTypeWrapper<any>;
  UnitKind: ResolverTypeWrapper<any>;
  UnitPeriod: ResolverTypeWrapper<any>;
  OrgUnitConnection: ResolverTypeWrapper<any>;
  OrgUnitEdge: ResolverTypeWrapper<any>;
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
  CalendarDay: any;
  SetCalendarDaysInput: any;
  CalendarDayInput: any;
  SetCalendarDaysResult: any;
  UnitFigures: any;
  Float: any;
  DossierFigure: any;
  GuideEntry: any;
  SetGuideEntryInput: any;
  SetGuideEntryResult: any;
  RemoveGuideEntryInput: any;
  RemoveGuideEntryResult: any;
  InspectionConnection: any;
  InspectionEdge: any;
  InspectionFinding: any;
  Member: any;
  OrgUnit: any;
  Membership: any;
  UnitMemberConnection: any;
  UnitMemberEdge: any;
  PortalBacklogConnection: any;
  PortalBacklogEdge: any;
  PortalBacklogEntry: any;
  SetProcedureStartInput: any;
  SetProcedureStartResult: any;
  ProcedureStart: any;
  UnitProgress: any;
  MemberWithoutAccountConnection: any;
  MemberWithoutAccountEdge: any;
  DuesOrder: any;
  DossierRating: any;
  UnitRatings: any;
  RatingComment: any;
  RateDossierInput: any;
  RateDossierResult: any;
  Reorganisation: any;
  ReorganisationStep: any;
  ReorganisationConnection: any;
  ReorganisationEdge: any;
  UnitChange: any;
  UnitState: any;
  UnitChangeConnection: any;
  UnitChangeEdge: any;
  ReorganisationPreview: any;
  OpenDossiers: any;
  DecisionInput: any;
  SeenUnitInput: any;
  NewUnitInput: any;
  RenameStepInput: any;
  MoveStepInput: any;
  MergeStepInput: any;
  SplitPartInput: any;
  SplitStepInput: any;
  DissolveStepInput: any;
  TreeStepInput: any;
  CreateUnitInput: any;
  CreateUnitResult: any;
  RenameUnitInput: any;
  RenameUnitResult: any;
  MoveUnitInput: any;
  MoveUnitResult: any;
  MergeUnitsInput: any;
  MergeUnitsResult: any;
  SplitUnitInput: any;
  SplitUnitResult: any;
  DissolveUnitInput: any;
  DissolveUnitResult: any;
  PlanReorganisationInput: any;
  PlanReorganisationResult: any;
  CancelReorganisationInput: any;
  CancelReorganisationResult: any;
  QuarterlyReport: any;
  QuarterlyReportConnection: any;
  QuarterlyReportEdge: any;
  RequestReportsInput: any;
  RequestReportsResult: any;
  SaveReportDraftInput: any;
  SaveReportDraftResult: any;
  SubmitReportInput: any;
  SubmitReportResult: any;
  ReturnReportInput: any;
  ReturnReportResult: any;
  AcceptReportInput: any;
  AcceptReportResult: any;
  AggregateReportsInput: any;
  AggregateReportsResult: any;
  UnitResultConnection: any;
  UnitResultEdge: any;
  UnitResult: any;
  ResultHead: any;
  MemberResultConnection: any;
  MemberResultEdge: any;
  MemberResult: any;
  OpenTicketInput: any;
  OpenTicketResult: any;
  TakeTicketInput: any;
  TakeTicketResult: any;
  AnswerTicketInput: any;
  AnswerTicketResult: any;
  EscalateTicketInput: any;
  EscalateTicketResult: any;
  ReplyToTicketInput: any;
  ReplyToTicketResult: any;
  CloseTicketInput: any;
  CloseTicketResult: any;
  ReopenTicketInput: any;
  ReopenTicketResult: any;
  Ticket: any;
  TicketConnection: any;
  TicketEdge: any;
  UnitTypeRule: any;
  UnitKindRule: any;
  DescribeUnitInput: any;
  DescribeUnitResult: any;
  UnitChoices: any;
  UnitPeriod: any;
  OrgUnitConnection: any;
  OrgUnitEdge: any;
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
  treeAudit?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, RequireFields<QueryTreeAuditArgs, 'first'>>;
  calendarDays?: Resolver<Maybe<Array<ResolversTypes['CalendarDay']>>, ParentType, ContextType, RequireFields<QueryCalendarDaysArgs, 'year'>>;
  guide?: Resolver<Maybe<Array<ResolversTypes['GuideEntry']>>, ParentType, ContextType, Partial<QueryGuideArgs>>;
  inspection?: Resolver<Maybe<ResolversTypes['InspectionConnection']>, ParentType, ContextType, RequireFields<QueryInspectionArgs, 'theme' | 'first'>>;
  me?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  portalBacklog?: Resolver<Maybe<ResolversTypes['PortalBacklogConnection']>, ParentType, ContextType, RequireFields<QueryPortalBacklogArgs, 'first'>>;
  myRating?: Resolver<Maybe<ResolversTypes['DossierRating']>, ParentType, ContextType, RequireFields<QueryMyRatingArgs, 'dossierId'>>;
  previewReorganisation?: Resolver<Maybe<ResolversTypes['ReorganisationPreview']>, ParentType, ContextType, RequireFields<QueryPreviewReorganisationArgs, 'effectiveOn' | 'steps'>>;
  reorganisation?: Resolver<Maybe<ResolversTypes['Reorganisation']>, ParentType, ContextType, RequireFields<QueryReorganisationArgs, 'id'>>;
  reorganisations?: Resolver<Maybe<ResolversTypes['ReorganisationConnection']>, ParentType, ContextType, RequireFields<QueryReorganisationsArgs, 'first'>>;
  quarterlyReports?: Resolver<Maybe<ResolversTypes['QuarterlyReportConnection']>, ParentType, ContextType, RequireFields<QueryQuarterlyReportsArgs, 'first'>>;
  quarterlyReport?: Resolver<Maybe<ResolversTypes['QuarterlyReport']>, ParentType, ContextType, RequireFields<QueryQuarterlyReportArgs, 'id'>>;
  unitResults?: Resolver<Maybe<ResolversTypes['UnitResultConnection']>, ParentType, ContextType, RequireFields<QueryUnitResultsArgs, 'year' | 'first'>>;
  memberResults?: Resolver<Maybe<ResolversTypes['MemberResultConnection']>, ParentType, ContextType, RequireFields<QueryMemberResultsArgs, 'year' | 'first'>>;
  tickets?: Resolver<Maybe<ResolversTypes['TicketConnection']>, ParentType, ContextType, RequireFields<QueryTicketsArgs, 'first'>>;
  myTickets?: Resolver<Maybe<ResolversTypes['TicketConnection']>, ParentType, ContextType, RequireFields<QueryMyTicketsArgs, 'first'>>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<QueryTicketArgs, 'id'>>;
  unitTypes?: Resolver<Maybe<Array<ResolversTypes['UnitTypeRule']>>, ParentType, ContextType, Partial<QueryUnitTypesArgs>>;
  unitKinds?: Resolver<Maybe<Array<ResolversTypes['UnitKindRule']>>, ParentType, ContextType, Partial<QueryUnitKindsArgs>>;
  unitChoices?: Resolver<Maybe<ResolversTypes['UnitChoices']>, ParentType, ContextType, Partial<QueryUnitChoicesArgs>>;
  searchUnits?: Resolver<Maybe<ResolversTypes['OrgUnitConnection']>, ParentType, ContextType, RequireFields<QuerySearchUnitsArgs, 'text' | 'first'>>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType, RequireFields<QueryUnitArgs, 'id'>>;
  unitByCode?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType, RequireFields<QueryUnitByCodeArgs, 'code'>>;
  units?: Resolver<Maybe<ResolversTypes['OrgUnitConnection']>, ParentType, ContextType, RequireFields<QueryUnitsArgs, 'first'>>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  setCalendarDays?: Resolver<ResolversTypes['SetCalendarDaysResult'], ParentType, ContextType, RequireFields<MutationSetCalendarDaysArgs, 'input'>>;
  setGuideEntry?: Resolver<ResolversTypes['SetGuideEntryResult'], ParentType, ContextType, RequireFields<MutationSetGuideEntryArgs, 'input'>>;
  removeGuideEntry?: Resolver<ResolversTypes['RemoveGuideEntryResult'], ParentType, ContextType, RequireFields<MutationRemoveGuideEntryArgs, 'input'>>;
  setProcedureStart?: Resolver<ResolversTypes['SetProcedureStartResult'], ParentType, ContextType, RequireFields<MutationSetProcedureStartArgs, 'input'>>;
  rateDossier?: Resolver<ResolversTypes['RateDossierResult'], ParentType, ContextType, RequireFields<MutationRateDossierArgs, 'input'>>;
  createUnit?: Resolver<ResolversTypes['CreateUnitResult'], ParentType, ContextType, RequireFields<MutationCreateUnitArgs, 'input'>>;
  renameUnit?: Resolver<ResolversTypes['RenameUnitResult'], ParentType, ContextType, RequireFields<MutationRenameUnitArgs, 'input'>>;
  moveUnit?: Resolver<ResolversTypes['MoveUnitResult'], ParentType, ContextType, RequireFields<MutationMoveUnitArgs, 'input'>>;
  mergeUnits?: Resolver<ResolversTypes['MergeUnitsResult'], ParentType, ContextType, RequireFields<MutationMergeUnitsArgs, 'input'>>;
  splitUnit?: Resolver<ResolversTypes['SplitUnitResult'], ParentType, ContextType, RequireFields<MutationSplitUnitArgs, 'input'>>;
  dissolveUnit?: Resolver<ResolversTypes['DissolveUnitResult'], ParentType, ContextType, RequireFields<MutationDissolveUnitArgs, 'input'>>;
  planReorganisation?: Resolver<ResolversTypes['PlanReorganisationResult'], ParentType, ContextType, RequireFields<MutationPlanReorganisationArgs, 'input'>>;
  cancelReorganisation?: Resolver<ResolversTypes['CancelReorganisationResult'], ParentType, ContextType, RequireFields<MutationCancelReorganisationArgs, 'input'>>;
  requestReports?: Resolver<ResolversTypes['RequestReportsResult'], ParentType, ContextType, RequireFields<MutationRequestReportsArgs, 'input'>>;
  saveReportDraft?: Resolver<ResolversTypes['SaveReportDraftResult'], ParentType, ContextType, RequireFields<MutationSaveReportDraftArgs, 'input'>>;
  submitReport?: Resolver<ResolversTypes['SubmitReportResult'], ParentType, ContextType, RequireFields<MutationSubmitReportArgs, 'input'>>;
  returnReport?: Resolver<ResolversTypes['ReturnReportResult'], ParentType, ContextType, RequireFields<MutationReturnReportArgs, 'input'>>;
  acceptReport?: Resolver<ResolversTypes['AcceptReportResult'], ParentType, ContextType, RequireFields<MutationAcceptReportArgs, 'input'>>;
  aggregateReports?: Resolver<ResolversTypes['AggregateReportsResult'], ParentType, ContextType, RequireFields<MutationAggregateReportsArgs, 'input'>>;
  openTicket?: Resolver<ResolversTypes['OpenTicketResult'], ParentType, ContextType, RequireFields<MutationOpenTicketArgs, 'input'>>;
  prepareTicketUpload?: Resolver<ResolversTypes['PrepareUploadResult'], ParentType, ContextType, RequireFields<MutationPrepareTicketUploadArgs, 'input'>>;
  takeTicket?: Resolver<ResolversTypes['TakeTicketResult'], ParentType, ContextType, RequireFields<MutationTakeTicketArgs, 'input'>>;
  answerTicket?: Resolver<ResolversTypes['AnswerTicketResult'], ParentType, ContextType, RequireFields<MutationAnswerTicketArgs, 'input'>>;
  escalateTicket?: Resolver<ResolversTypes['EscalateTicketResult'], ParentType, ContextType, RequireFields<MutationEscalateTicketArgs, 'input'>>;
  replyToTicket?: Resolver<ResolversTypes['ReplyToTicketResult'], ParentType, ContextType, RequireFields<MutationReplyToTicketArgs, 'input'>>;
  closeTicket?: Resolver<ResolversTypes['CloseTicketResult'], ParentType, ContextType, RequireFields<MutationCloseTicketArgs, 'input'>>;
  reopenTicket?: Resolver<ResolversTypes['ReopenTicketResult'], ParentType, ContextType, RequireFields<MutationReopenTicketArgs, 'input'>>;
  describeUnit?: Resolver<ResolversTypes['DescribeUnitResult'], ParentType, ContextType, RequireFields<MutationDescribeUnitArgs, 'input'>>;
};

export type CalendarDayResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CalendarDay'] = ResolversParentTypes['CalendarDay']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['CalendarDayKind']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SetCalendarDaysResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SetCalendarDaysResult'] = ResolversParentTypes['SetCalendarDaysResult']> = {
  days?: Resolver<Maybe<Array<ResolversTypes['CalendarDay']>>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type UnitFiguresResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitFigures'] = ResolversParentTypes['UnitFigures']> = {
  branches?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  excluded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  accounts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  installRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  activeMembers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usageRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dossiersOpened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onlineRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dossiers?: Resolver<Array<ResolversTypes['DossierFigure']>, ParentType, ContextType>;
  dossiersClosed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  closedOnTime?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onTimeRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dossiersLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duesDue?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  duesPaid?: Resolver<ResolversTypes['Dong'], ParentType, ContextType>;
  duesRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unpaidCharges?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DossierFigureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierFigure'] = ResolversParentTypes['DossierFigure']> = {
  procedure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GuideEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['GuideEntry'] = ResolversParentTypes['GuideEntry']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GuideKind'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unitId?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  unitName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inherited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SetGuideEntryResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SetGuideEntryResult'] = ResolversParentTypes['SetGuideEntryResult']> = {
  guide?: Resolver<Maybe<Array<ResolversTypes['GuideEntry']>>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RemoveGuideEntryResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RemoveGuideEntryResult'] = ResolversParentTypes['RemoveGuideEntryResult']> = {
  guide?: Resolver<Maybe<Array<ResolversTypes['GuideEntry']>>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type InspectionConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['InspectionConnection'] = ResolversParentTypes['InspectionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InspectionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InspectionEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['InspectionEdge'] = ResolversParentTypes['InspectionEdge']> = {
  node?: Resolver<ResolversTypes['InspectionFinding'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InspectionFindingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['InspectionFinding'] = ResolversParentTypes['InspectionFinding']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  procedure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  branch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  temporaryBranch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  residenceBranch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  membership?: Resolver<Maybe<ResolversTypes['Membership']>, ParentType, ContextType, Partial<MemberMembershipArgs>>;
  memberships?: Resolver<Maybe<Array<ResolversTypes['Membership']>>, ParentType, ContextType>;
};

export type OrgUnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnit'] = ResolversParentTypes['OrgUnit'], FederationReferenceType extends FederationReferenceTypes['OrgUnit'] = FederationReferenceTypes['OrgUnit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrgUnit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  members?: Resolver<Maybe<ResolversTypes['UnitMemberConnection']>, ParentType, ContextType, RequireFields<OrgUnitMembersArgs, 'kind' | 'first'>>;
  membershipCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<OrgUnitMembershipCountArgs>>;
  temporaryMembershipCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<OrgUnitTemporaryMembershipCountArgs>>;
  procedureStarts?: Resolver<Maybe<Array<ResolversTypes['ProcedureStart']>>, ParentType, ContextType>;
  figures?: Resolver<Maybe<ResolversTypes['UnitFigures']>, ParentType, ContextType, RequireFields<OrgUnitFiguresArgs, 'from' | 'through'>>;
  progress?: Resolver<Maybe<Array<ResolversTypes['UnitProgress']>>, ParentType, ContextType, RequireFields<OrgUnitProgressArgs, 'from' | 'through' | 'by'>>;
  membersWithoutAccount?: Resolver<Maybe<ResolversTypes['MemberWithoutAccountConnection']>, ParentType, ContextType, RequireFields<OrgUnitMembersWithoutAccountArgs, 'first'>>;
  ratings?: Resolver<Maybe<ResolversTypes['UnitRatings']>, ParentType, ContextType, RequireFields<OrgUnitRatingsArgs, 'from' | 'through'>>;
  changes?: Resolver<Maybe<ResolversTypes['UnitChangeConnection']>, ParentType, ContextType, RequireFields<OrgUnitChangesArgs, 'first'>>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shortName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['UnitType']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['UnitKind']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  regionMinWage?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  hasDigitalSignature?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  eDocumentCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  establishedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType, Partial<OrgUnitParentArgs>>;
  ancestors?: Resolver<Maybe<Array<ResolversTypes['OrgUnit']>>, ParentType, ContextType, Partial<OrgUnitAncestorsArgs>>;
  children?: Resolver<Maybe<ResolversTypes['OrgUnitConnection']>, ParentType, ContextType, RequireFields<OrgUnitChildrenArgs, 'first'>>;
  periods?: Resolver<Maybe<Array<ResolversTypes['UnitPeriod']>>, ParentType, ContextType>;
};

export type MembershipResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MembershipKind'], ParentType, ContextType>;
  rights?: Resolver<Array<ResolversTypes['MembershipRight']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['MembershipCause'], ParentType, ContextType>;
  causeId?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  endCause?: Resolver<Maybe<ResolversTypes['MembershipCause']>, ParentType, ContextType>;
  endCauseId?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
};

export type UnitMemberConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitMemberConnection'] = ResolversParentTypes['UnitMemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UnitMemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UnitMemberEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitMemberEdge'] = ResolversParentTypes['UnitMemberEdge']> = {
  node?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  membership?: Resolver<ResolversTypes['Membership'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PortalBacklogConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PortalBacklogConnection'] = ResolversParentTypes['PortalBacklogConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PortalBacklogEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PortalBacklogEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PortalBacklogEdge'] = ResolversParentTypes['PortalBacklogEdge']> = {
  node?: Resolver<ResolversTypes['PortalBacklogEntry'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PortalBacklogEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PortalBacklogEntry'] = ResolversParentTypes['PortalBacklogEntry']> = {
  dossierId?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  procedure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstDueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SetProcedureStartResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SetProcedureStartResult'] = ResolversParentTypes['SetProcedureStartResult']> = {
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ProcedureStartResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProcedureStart'] = ResolversParentTypes['ProcedureStart']> = {
  procedure?: Resolver<ResolversTypes['Procedure'], ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  started?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  setIn?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
};

export type UnitProgressResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitProgress'] = ResolversParentTypes['UnitProgress']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  through?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['UnitFigures'], ParentType, ContextType>;
};

export type MemberWithoutAccountConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberWithoutAccountConnection'] = ResolversParentTypes['MemberWithoutAccountConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MemberWithoutAccountEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MemberWithoutAccountEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberWithoutAccountEdge'] = ResolversParentTypes['MemberWithoutAccountEdge']> = {
  node?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  branch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DuesOrderResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuesOrder'] = ResolversParentTypes['DuesOrder'], FederationReferenceType extends FederationReferenceTypes['DuesOrder'] = FederationReferenceTypes['DuesOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DuesOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['DossierRating']>, ParentType, ContextType>;
};

export type DossierRatingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierRating'] = ResolversParentTypes['DossierRating']> = {
  dossierId?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  procedure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stars?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ratedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  changeableThrough?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type UnitRatingsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitRatings'] = ResolversParentTypes['UnitRatings']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  average?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  distribution?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  comments?: Resolver<Array<ResolversTypes['RatingComment']>, ParentType, ContextType>;
};

export type RatingCommentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RatingComment'] = ResolversParentTypes['RatingComment']> = {
  stars?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  comment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  procedure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ratedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
};

export type RateDossierResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RateDossierResult'] = ResolversParentTypes['RateDossierResult']> = {
  rating?: Resolver<Maybe<ResolversTypes['DossierRating']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReorganisationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Reorganisation'] = ResolversParentTypes['Reorganisation']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReorganisationStatus'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decisionNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decisionOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  effectiveOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['ReorganisationStep']>, ParentType, ContextType>;
  membersMoved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  temporaryMembersMoved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changes?: Resolver<ResolversTypes['UnitChangeConnection'], ParentType, ContextType, RequireFields<ReorganisationChangesArgs, 'first'>>;
  faults?: Resolver<Array<ResolversTypes['Refusal']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type ReorganisationStepResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReorganisationStep'] = ResolversParentTypes['ReorganisationStep']> = {
  act?: Resolver<ResolversTypes['TreeAct'], ParentType, ContextType>;
  units?: Resolver<Array<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  into?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  names?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReorganisationConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReorganisationConnection'] = ResolversParentTypes['ReorganisationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReorganisationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReorganisationEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReorganisationEdge'] = ResolversParentTypes['ReorganisationEdge']> = {
  node?: Resolver<ResolversTypes['Reorganisation'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnitChangeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitChange'] = ResolversParentTypes['UnitChange']> = {
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  what?: Resolver<ResolversTypes['UnitChangeKind'], ParentType, ContextType>;
  reorganisationId?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  decisionNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['UnitState']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['UnitState']>, ParentType, ContextType>;
  successor?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
};

export type UnitStateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitState'] = ResolversParentTypes['UnitState']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shortName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['UnitType'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
};

export type UnitChangeConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitChangeConnection'] = ResolversParentTypes['UnitChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UnitChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UnitChangeEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitChangeEdge'] = ResolversParentTypes['UnitChangeEdge']> = {
  node?: Resolver<ResolversTypes['UnitChange'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReorganisationPreviewResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReorganisationPreview'] = ResolversParentTypes['ReorganisationPreview']> = {
  faults?: Resolver<Array<ResolversTypes['Refusal']>, ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['UnitChange']>, ParentType, ContextType>;
  unitCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  membersMoved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  temporaryMembersMoved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openDossiers?: Resolver<Array<ResolversTypes['OpenDossiers']>, ParentType, ContextType>;
  officersEnded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OpenDossiersResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OpenDossiers'] = ResolversParentTypes['OpenDossiers']> = {
  procedure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateUnitResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CreateUnitResult'] = ResolversParentTypes['CreateUnitResult']> = {
  reorganisation?: Resolver<Maybe<ResolversTypes['Reorganisation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RenameUnitResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RenameUnitResult'] = ResolversParentTypes['RenameUnitResult']> = {
  reorganisation?: Resolver<Maybe<ResolversTypes['Reorganisation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type MoveUnitResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MoveUnitResult'] = ResolversParentTypes['MoveUnitResult']> = {
  reorganisation?: Resolver<Maybe<ResolversTypes['Reorganisation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type MergeUnitsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MergeUnitsResult'] = ResolversParentTypes['MergeUnitsResult']> = {
  reorganisation?: Resolver<Maybe<ResolversTypes['Reorganisation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SplitUnitResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SplitUnitResult'] = ResolversParentTypes['SplitUnitResult']> = {
  reorganisation?: Resolver<Maybe<ResolversTypes['Reorganisation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type DissolveUnitResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DissolveUnitResult'] = ResolversParentTypes['DissolveUnitResult']> = {
  reorganisation?: Resolver<Maybe<ResolversTypes['Reorganisation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type PlanReorganisationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PlanReorganisationResult'] = ResolversParentTypes['PlanReorganisationResult']> = {
  reorganisation?: Resolver<Maybe<ResolversTypes['Reorganisation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CancelReorganisationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CancelReorganisationResult'] = ResolversParentTypes['CancelReorganisationResult']> = {
  reorganisation?: Resolver<Maybe<ResolversTypes['Reorganisation']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type QuarterlyReportResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['QuarterlyReport'] = ResolversParentTypes['QuarterlyReport']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quarter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  through?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  superior?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReportStatus'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['UnitFigures'], ParentType, ContextType>;
  difficulties?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recommendations?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  submittedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  returnReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sums?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  partsTotal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  partsAggregated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parts?: Resolver<ResolversTypes['QuarterlyReportConnection'], ParentType, ContextType, RequireFields<QuarterlyReportPartsArgs, 'first'>>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type QuarterlyReportConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['QuarterlyReportConnection'] = ResolversParentTypes['QuarterlyReportConnection']> = {
  edges?: Resolver<Array<ResolversTypes['QuarterlyReportEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type QuarterlyReportEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['QuarterlyReportEdge'] = ResolversParentTypes['QuarterlyReportEdge']> = {
  node?: Resolver<ResolversTypes['QuarterlyReport'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RequestReportsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestReportsResult'] = ResolversParentTypes['RequestReportsResult']> = {
  report?: Resolver<Maybe<ResolversTypes['QuarterlyReport']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SaveReportDraftResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SaveReportDraftResult'] = ResolversParentTypes['SaveReportDraftResult']> = {
  report?: Resolver<Maybe<ResolversTypes['QuarterlyReport']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SubmitReportResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubmitReportResult'] = ResolversParentTypes['SubmitReportResult']> = {
  report?: Resolver<Maybe<ResolversTypes['QuarterlyReport']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReturnReportResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReturnReportResult'] = ResolversParentTypes['ReturnReportResult']> = {
  report?: Resolver<Maybe<ResolversTypes['QuarterlyReport']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AcceptReportResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AcceptReportResult'] = ResolversParentTypes['AcceptReportResult']> = {
  report?: Resolver<Maybe<ResolversTypes['QuarterlyReport']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AggregateReportsResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AggregateReportsResult'] = ResolversParentTypes['AggregateReportsResult']> = {
  report?: Resolver<Maybe<ResolversTypes['QuarterlyReport']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type UnitResultConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitResultConnection'] = ResolversParentTypes['UnitResultConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UnitResultEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UnitResultEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitResultEdge'] = ResolversParentTypes['UnitResultEdge']> = {
  node?: Resolver<ResolversTypes['UnitResult'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnitResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitResult'] = ResolversParentTypes['UnitResult']> = {
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  head?: Resolver<Maybe<ResolversTypes['ResultHead']>, ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['UnitFigures'], ParentType, ContextType>;
  reportsDue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reportsOnTime?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratingAverage?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ResultHeadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ResultHead'] = ResolversParentTypes['ResultHead']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberResultConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberResultConnection'] = ResolversParentTypes['MemberResultConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MemberResultEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MemberResultEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberResultEdge'] = ResolversParentTypes['MemberResultEdge']> = {
  node?: Resolver<ResolversTypes['MemberResult'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MemberResult'] = ResolversParentTypes['MemberResult']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  branch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  exclusion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasAccount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  activeDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dossiersOpened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dossiersOnline?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OpenTicketResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OpenTicketResult'] = ResolversParentTypes['OpenTicketResult']> = {
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type TakeTicketResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TakeTicketResult'] = ResolversParentTypes['TakeTicketResult']> = {
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AnswerTicketResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AnswerTicketResult'] = ResolversParentTypes['AnswerTicketResult']> = {
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EscalateTicketResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EscalateTicketResult'] = ResolversParentTypes['EscalateTicketResult']> = {
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReplyToTicketResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReplyToTicketResult'] = ResolversParentTypes['ReplyToTicketResult']> = {
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CloseTicketResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CloseTicketResult'] = ResolversParentTypes['CloseTicketResult']> = {
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReopenTicketResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReopenTicketResult'] = ResolversParentTypes['ReopenTicketResult']> = {
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type TicketResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['TicketCategory'], ParentType, ContextType>;
  procedure?: Resolver<Maybe<ResolversTypes['TicketProcedure']>, ParentType, ContextType>;
  aboutUnit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  attachmentNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attachments?: Resolver<Array<ResolversTypes['Attachment']>, ParentType, ContextType>;
  askerName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  assignedTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  closedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reopenableThrough?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
};

export type TicketConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TicketConnection'] = ResolversParentTypes['TicketConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TicketEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TicketEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TicketEdge'] = ResolversParentTypes['TicketEdge']> = {
  node?: Resolver<ResolversTypes['Ticket'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnitTypeRuleResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitTypeRule'] = ResolversParentTypes['UnitTypeRule']> = {
  type?: Resolver<ResolversTypes['UnitType'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mayHoldMembers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  allowedParents?: Resolver<Array<ResolversTypes['UnitType']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type UnitKindRuleResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitKindRule'] = ResolversParentTypes['UnitKindRule']> = {
  kind?: Resolver<ResolversTypes['UnitKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type DescribeUnitResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DescribeUnitResult'] = ResolversParentTypes['DescribeUnitResult']> = {
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type UnitChoicesResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitChoices'] = ResolversParentTypes['UnitChoices']> = {
  superiors?: Resolver<Array<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  grassroots?: Resolver<Array<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  subCommittees?: Resolver<Array<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  branches?: Resolver<Array<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
};

export type UnitPeriodResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitPeriod'] = ResolversParentTypes['UnitPeriod']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['UnitType'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
};

export type OrgUnitConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnitConnection'] = ResolversParentTypes['OrgUnitConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrgUnitEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrgUnitEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnitEdge'] = ResolversParentTypes['OrgUnitEdge']> = {
  node?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
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
  CalendarDay?: CalendarDayResolvers<ContextType>;
  SetCalendarDaysResult?: SetCalendarDaysResultResolvers<ContextType>;
  UnitFigures?: UnitFiguresResolvers<ContextType>;
  DossierFigure?: DossierFigureResolvers<ContextType>;
  GuideEntry?: GuideEntryResolvers<ContextType>;
  SetGuideEntryResult?: SetGuideEntryResultResolvers<ContextType>;
  RemoveGuideEntryResult?: RemoveGuideEntryResultResolvers<ContextType>;
  InspectionConnection?: InspectionConnectionResolvers<ContextType>;
  InspectionEdge?: InspectionEdgeResolvers<ContextType>;
  InspectionFinding?: InspectionFindingResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  OrgUnit?: OrgUnitResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  UnitMemberConnection?: UnitMemberConnectionResolvers<ContextType>;
  UnitMemberEdge?: UnitMemberEdgeResolvers<ContextType>;
  PortalBacklogConnection?: PortalBacklogConnectionResolvers<ContextType>;
  PortalBacklogEdge?: PortalBacklogEdgeResolvers<ContextType>;
  PortalBacklogEntry?: PortalBacklogEntryResolvers<ContextType>;
  SetProcedureStartResult?: SetProcedureStartResultResolvers<ContextType>;
  ProcedureStart?: ProcedureStartResolvers<ContextType>;
  UnitProgress?: UnitProgressResolvers<ContextType>;
  MemberWithoutAccountConnection?: MemberWithoutAccountConnectionResolvers<ContextType>;
  MemberWithoutAccountEdge?: MemberWithoutAccountEdgeResolvers<ContextType>;
  DuesOrder?: DuesOrderResolvers<ContextType>;
  DossierRating?: DossierRatingResolvers<ContextType>;
  UnitRatings?: UnitRatingsResolvers<ContextType>;
  RatingComment?: RatingCommentResolvers<ContextType>;
  RateDossierResult?: RateDossierResultResolvers<ContextType>;
  Reorganisation?: ReorganisationResolvers<ContextType>;
  ReorganisationStep?: ReorganisationStepResolvers<ContextType>;
  ReorganisationConnection?: ReorganisationConnectionResolvers<ContextType>;
  ReorganisationEdge?: ReorganisationEdgeResolvers<ContextType>;
  UnitChange?: UnitChangeResolvers<ContextType>;
  UnitState?: UnitStateResolvers<ContextType>;
  UnitChangeConnection?: UnitChangeConnectionResolvers<ContextType>;
  UnitChangeEdge?: UnitChangeEdgeResolvers<ContextType>;
  ReorganisationPreview?: ReorganisationPreviewResolvers<ContextType>;
  OpenDossiers?: OpenDossiersResolvers<ContextType>;
  CreateUnitResult?: CreateUnitResultResolvers<ContextType>;
  RenameUnitResult?: RenameUnitResultResolvers<ContextType>;
  MoveUnitResult?: MoveUnitResultResolvers<ContextType>;
  MergeUnitsResult?: MergeUnitsResultResolvers<ContextType>;
  SplitUnitResult?: SplitUnitResultResolvers<ContextType>;
  DissolveUnitResult?: DissolveUnitResultResolvers<ContextType>;
  PlanReorganisationResult?: PlanReorganisationResultResolvers<ContextType>;
  CancelReorganisationResult?: CancelReorganisationResultResolvers<ContextType>;
  QuarterlyReport?: QuarterlyReportResolvers<ContextType>;
  QuarterlyReportConnection?: QuarterlyReportConnectionResolvers<ContextType>;
  QuarterlyReportEdge?: QuarterlyReportEdgeResolvers<ContextType>;
  RequestReportsResult?: RequestReportsResultResolvers<ContextType>;
  SaveReportDraftResult?: SaveReportDraftResultResolvers<ContextType>;
  SubmitReportResult?: SubmitReportResultResolvers<ContextType>;
  ReturnReportResult?: ReturnReportResultResolvers<ContextType>;
  AcceptReportResult?: AcceptReportResultResolvers<ContextType>;
  AggregateReportsResult?: AggregateReportsResultResolvers<ContextType>;
  UnitResultConnection?: UnitResultConnectionResolvers<ContextType>;
  UnitResultEdge?: UnitResultEdgeResolvers<ContextType>;
  UnitResult?: UnitResultResolvers<ContextType>;
  ResultHead?: ResultHeadResolvers<ContextType>;
  MemberResultConnection?: MemberResultConnectionResolvers<ContextType>;
  MemberResultEdge?: MemberResultEdgeResolvers<ContextType>;
  MemberResult?: MemberResultResolvers<ContextType>;
  OpenTicketResult?: OpenTicketResultResolvers<ContextType>;
  TakeTicketResult?: TakeTicketResultResolvers<ContextType>;
  AnswerTicketResult?: AnswerTicketResultResolvers<ContextType>;
  EscalateTicketResult?: EscalateTicketResultResolvers<ContextType>;
  ReplyToTicketResult?: ReplyToTicketResultResolvers<ContextType>;
  CloseTicketResult?: CloseTicketResultResolvers<ContextType>;
  ReopenTicketResult?: ReopenTicketResultResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  TicketConnection?: TicketConnectionResolvers<ContextType>;
  TicketEdge?: TicketEdgeResolvers<ContextType>;
  UnitTypeRule?: UnitTypeRuleResolvers<ContextType>;
  UnitKindRule?: UnitKindRuleResolvers<ContextType>;
  DescribeUnitResult?: DescribeUnitResultResolvers<ContextType>;
  UnitChoices?: UnitChoicesResolvers<ContextType>;
  UnitPeriod?: UnitPeriodResolvers<ContextType>;
  OrgUnitConnection?: OrgUnitConnectionResolvers<ContextType>;
  OrgUnitEdge?: OrgUnitEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
