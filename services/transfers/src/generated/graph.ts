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
  /** Transfers: who did or read what, in a unit of your scope and below it, newest first. Null for another unit. Reading it leaves a line in it. */
  transferAudit?: Maybe<AuditEntryConnection>;
  /**
   * The desk of the unit in which you act: open dossiers, those that are overdue first, then the others, each the oldest first. With
   * `waitingForMe` only those whose next step is this unit’s, or that of a unit directly below whose own secretary is the applicant; a stay waits
   * for its branch from 30 days before its end. Otherwise all that touch the unit.
   */
  transferDesk?: Maybe<TransferDeskConnection>;
  /**
   * One transfer dossier. Null when there is none, or none that you may read: your own, or one that touches the unit in which you
   * act. The destination sees a dossier only from the moment the origin has sent it.
   */
  transfer?: Maybe<Transfer>;
  /** The member who is signed in; null as long as the account is not active. */
  me?: Maybe<Member>;
};


export type QueryTransferAuditArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  memberId?: InputMaybe<Scalars['UUID']['input']>;
  action?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryTransferDeskArgs = {
  waitingForMe?: Scalars['Boolean']['input'];
  kinds?: InputMaybe<Array<TransferKind>>;
  statuses?: InputMaybe<Array<TransferStatus>>;
  overdueOnly?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryTransferArgs = {
  id: Scalars['UUID']['input'];
};

export type Mutation = {
  /**
   * Sends a letter again through the provincial document system, which or whose receiver had refused it: after the receiver’s code was put right, or
   * was spoken with. Refused WRONG_STATE when the letter is awaited no longer, or was not refused; OWN_CASE for the member’s own office.
   */
  resendLetter: ResendLetterResult;
  /** Asks to be transferred for good to another branch, here or outside of this system (step 1). The dossier starts as `SUBMITTED`. */
  requestOfficialTransfer: RequestOfficialTransferResult;
  /**
   * Enters a request that came on paper or by post, with its scans, for a member of the branch. The same states apply; the branch also
   * supplements and withdraws it on the member’s word. Refused `SCAN_REQUIRED` without a scan.
   */
  enterPaperTransfer: EnterPaperTransferResult;
  /** The origin branch asks the member to complete the dossier. */
  requestTransferSupplement: RequestTransferSupplementResult;
  /** The member completes the dossier; it waits for the branch again. */
  supplementTransfer: SupplementTransferResult;
  /** The origin branch refuses the request, with a reason. */
  rejectTransfer: RejectTransferResult;
  /**
   * The member withdraws the request, as long as it has not been sent to the destination, or gives up a draft, whose files are forgotten. A
   * letter already issued becomes void.
   */
  withdrawTransfer: WithdrawTransferResult;
  /** The destination returns the dossier: a paper is missing, or the member does not belong here. */
  returnTransfer: ReturnTransferResult;
  /** The origin level that signed last corrects what the destination found and sends the same letter again; its boxes keep their history. */
  correctAndResendTransfer: CorrectAndResendTransferResult;
  /** The origin branch gives up a dossier that the destination returned. The letter becomes void. */
  cancelTransfer: CancelTransferResult;
  /**
   * The destination branch records its admission meeting and admits the member: box 10 is kept, the dossier is `COMPLETED`, and from then on
   * the member belongs to this branch. Nothing can be done to the dossier afterwards.
   */
  admitMember: AdmitMemberResult;
  /**
   * Says why a term of an official transfer has passed, for the committees of both sides to read: the member, either branch or the level whose
   * turn it is. As long as a term has passed without it, the destination signs no further and admits nobody (`DELAY_NOT_EXPLAINED`). Refused: NO_DELAY_TO_EXPLAIN.
   */
  explainTransferDelay: ExplainTransferDelayResult;
  /**
   * Saves your draft of an official transfer, of which you have one: it is begun when there is none. Everything may be left open; nobody else
   * sees it. What is left out stays as it was, what is null is emptied; `expectedVersion` is null to begin. `submitTransfer` sends it,
   * `withdrawTransfer` gives it up.
   */
  saveOfficialTransferDraft: SaveOfficialTransferDraftResult;
  /**
   * Submits your draft, of either kind: it becomes a request of today, and is refused whatever a request is refused. The field of a refusal
   * is that of the draft.
   */
  submitTransfer: SubmitTransferResult;
  /**
   * Announces a file for a transfer: the decision behind it, or the scan of a request on paper. Refused: FILE_NAME_INVALID,
   * FILE_TYPE_NOT_ALLOWED, FILE_TOO_LARGE, FILE_CLASSIFIED, RATE_LIMITED.
   */
  prepareTransferUpload: PrepareUploadResult;
  /**
   * The origin branch signs box 1 and so issues the letter, in the month M of today: dues must be paid to the end of M, as this service
   * knows from fees (`DUES_NOT_PAID`, `DUES_UNKNOWN`). The ten boxes are computed from the tree of today.
   */
  issueLetter: IssueLetterResult;
  /**
   * The unit whose box is next signs it and forwards the letter; a number of its introduction register is taken. Signing the last box of the
   * origin sends the dossier to the destination.
   */
  signLetterBox: SignLetterBoxResult;
  /**
   * A level corrects a box that it signed, once: the words of before stay, struck out, and the letter is signed again. Box 1 is never corrected.
   * Refused: NO_BOX_TO_CORRECT, BOX_ALREADY_CORRECTED, and as every signature (CERTIFICATE_REQUIRED …).
   */
  correctLetterBox: CorrectLetterBoxResult;
  /** A level of the origin returns the letter to the level before. */
  returnLetterBox: ReturnLetterBoxResult;
  /**
   * Box 1 is never corrected: when the letter has come back to it, or from the destination, the origin branch voids the letter and may issue
   * another. The void letter keeps its numbers.
   */
  voidLetter: VoidLetterResult;
  /**
   * The origin branch records the meeting that reviewed the member; the letter can then be issued. Recorded once more before it is, the later
   * meeting counts.
   */
  recordReviewMeeting: RecordReviewMeetingResult;
  /**
   * Enters an official transfer whose letter came on paper from outside of this system, with its scans: by the branch that will receive the member, or by
   * a committee above it. The dossier starts as `INCOMING_PAPER`. Somebody whom the registry knows (by card and day of birth, or by name, day of birth and day of
   * joining) keeps their id; refused `MEMBER_HAS_BRANCH` when they belong to a branch here, and `TRANSFER_ALREADY_OPEN` when they are being transferred
   * already.
   */
  enterIncomingLetter: EnterIncomingLetterResult;
  /**
   * The destination branch takes over a letter that came from outside of this system; the member is then to present the sealed file, and to be admitted.
   * Refused `FILE_NOT_SEALED` as long as nobody has said what lies in the sealed file.
   */
  takeOverIncomingLetter: TakeOverIncomingLetterResult;
  /**
   * The destination branch sends a letter back that came from outside of this system: wrong place, or something is missing. The dossier ends here; sent
   * again, the letter begins another one.
   */
  sendBackIncomingLetter: SendBackIncomingLetterResult;
  /**
   * The origin writes down that the place outside of this system has received the member, as its answer on paper says, with a scan. An official
   * transfer is then `COMPLETED` and the member has left; a stay begins (`ACTIVE_TEMPORARY`). Refused `SCAN_REQUIRED` without a scan.
   */
  recordOutsideReceipt: RecordOutsideReceiptResult;
  /**
   * The origin writes down that the place outside of this system has sent the letter back. The letter stays as it is: its last signer may correct
   * and send it again, or the branch gives the transfer up.
   */
  recordOutsideReturn: RecordOutsideReturnResult;
  /**
   * The origin branch writes down that a letter for a stay outside of this system has come back with the comment of the branch there, with a scan.
   * It goes on through the origin’s own boxes. Refused `SCAN_REQUIRED` without a scan.
   */
  recordOutsideStayComment: RecordOutsideStayCommentResult;
  /** The origin records that the member’s paper file was sealed and handed to the member, who carries it. May be repeated until it is received. */
  recordSealedFile: RecordSealedFileResult;
  /** The destination branch records that the member has presented the letter and the sealed file. It ends the term of 30 working days. */
  recordPresentation: RecordPresentationResult;
  /**
   * The member has lost the sealed file on the way: reported at once by the member, the origin or the destination branch. The letter becomes void,
   * the lost file stays on record, and the origin begins the introduction again (`ORIGIN_MET`). What the police at the place of the loss confirmed
   * belongs to the report, by its number, its scan or both (`DOCUMENT_MISSING`).
   */
  reportFileLoss: ReportFileLossResult;
  /**
   * The member on a stay asks the origin to let them go for good to the branch of the stay. On paper or by post the origin branch enters it.
   * Refused: PROCEDURE_NOT_STARTED where an end does not work by the official procedure yet.
   */
  requestStayConversion: RequestStayConversionResult;
  /**
   * The origin branch agrees: an official transfer to the branch of the stay is opened (`Transfer.stay.conversion.official`). The stay goes on as
   * `CONVERTED` until the member is admitted there for good; should that come to nothing, it goes on as before.
   */
  agreeStayConversion: AgreeStayConversionResult;
  /** The origin branch does not agree that the stay becomes permanent; it goes on as it was. */
  refuseStayConversion: RefuseStayConversionResult;
  /**
   * Asks to take part at another branch for a time: to work, labour or study there, or because one lives there meanwhile. The member stays a
   * member of the branch that they leave, with every right. The dossier starts as `SUBMITTED`.
   */
  requestTemporaryTransfer: RequestTemporaryTransferResult;
  /**
   * Enters a request for a temporary transfer that came on paper or by post, with its scans, for a member of the branch. Refused `SCAN_REQUIRED`
   * without a scan.
   */
  enterPaperTemporaryTransfer: EnterPaperTemporaryTransferResult;
  /**
   * Saves your draft of a temporary transfer, of which you have one: it is begun when there is none. Everything may be left open; nobody else
   * sees it. What is left out stays as it was, what is null is emptied; `expectedVersion` is null to begin. `submitTransfer` sends it,
   * `withdrawTransfer` gives it up.
   */
  saveTemporaryTransferDraft: SaveTemporaryTransferDraftResult;
  /**
   * The committee at the place of the stay has the letter, and may give the member to another of its branches than was asked for; boxes 4 and 5
   * follow. It signs its box next (`signLetterBox`).
   */
  receiveStayLetter: ReceiveStayLetterResult;
  /**
   * The destination branch receives the member: box 4 is signed, and the stay begins today (`ACTIVE_TEMPORARY`). There the member takes part,
   * but neither votes nor stands nor elects.
   */
  confirmTemporaryStay: ConfirmTemporaryStayResult;
  /** The destination branch comments on the member, dues being paid to the end of the month of today: box 5 is signed, and the letter goes back. */
  writeStayComment: WriteStayCommentResult;
  /** The origin branch receives the member back: box 8 is signed, the letter closed, the stay over (`COMPLETED`). */
  receiveMemberBack: ReceiveMemberBackResult;
  /** The destination branch notes how the member takes part. Only whoever may read the dossier reads it. */
  addStayNote: AddStayNoteResult;
  /**
   * The member asks the committee at the place of the stay for a longer term, and so tells the origin (`EXTENSION_REQUESTED`). The limits hold for
   * the whole stay. On paper or by post the origin branch enters it.
   */
  requestStayExtension: RequestStayExtensionResult;
  /** The committee at the place of the stay agrees to the longer term; for a stay outside of this system the origin branch writes down its answer. */
  grantStayExtension: GrantStayExtensionResult;
  /** The committee at the place of the stay does not agree to a longer term; the stay goes on as long as it would. */
  refuseStayExtension: RefuseStayExtensionResult;
};


export type MutationResendLetterArgs = {
  input: ResendLetterInput;
};


export type MutationRequestOfficialTransferArgs = {
  input: RequestOfficialTransferInput;
};


export type MutationEnterPaperTransferArgs = {
  input: EnterPaperTransferInput;
};


export type MutationRequestTransferSupplementArgs = {
  input: RequestTransferSupplementInput;
};


export type MutationSupplementTransferArgs = {
  input: SupplementTransferInput;
};


export type MutationRejectTransferArgs = {
  input: RejectTransferInput;
};


export type MutationWithdrawTransferArgs = {
  input: WithdrawTransferInput;
};


export type MutationReturnTransferArgs = {
  input: ReturnTransferInput;
};


export type MutationCorrectAndResendTransferArgs = {
  input: CorrectAndResendTransferInput;
};


export type MutationCancelTransferArgs = {
  input: CancelTransferInput;
};


export type MutationAdmitMemberArgs = {
  input: AdmitMemberInput;
};


export type MutationExplainTransferDelayArgs = {
  input: ExplainTransferDelayInput;
};


export type MutationSaveOfficialTransferDraftArgs = {
  input: SaveOfficialTransferDraftInput;
};


export type MutationSubmitTransferArgs = {
  input: SubmitTransferInput;
};


export type MutationPrepareTransferUploadArgs = {
  input: PrepareUploadInput;
};


export type MutationIssueLetterArgs = {
  input: IssueLetterInput;
};


export type MutationSignLetterBoxArgs = {
  input: SignLetterBoxInput;
};


export type MutationCorrectLetterBoxArgs = {
  input: CorrectLetterBoxInput;
};


export type MutationReturnLetterBoxArgs = {
  input: ReturnLetterBoxInput;
};


export type MutationVoidLetterArgs = {
  input: VoidLetterInput;
};


export type MutationRecordReviewMeetingArgs = {
  input: RecordReviewMeetingInput;
};


export type MutationEnterIncomingLetterArgs = {
  input: EnterIncomingLetterInput;
};


export type MutationTakeOverIncomingLetterArgs = {
  input: TakeOverIncomingLetterInput;
};


export type MutationSendBackIncomingLetterArgs = {
  input: SendBackIncomingLetterInput;
};


export type MutationRecordOutsideReceiptArgs = {
  input: RecordOutsideReceiptInput;
};


export type MutationRecordOutsideReturnArgs = {
  input: RecordOutsideReturnInput;
};


export type MutationRecordOutsideStayCommentArgs = {
  input: RecordOutsideStayCommentInput;
};


export type MutationRecordSealedFileArgs = {
  input: RecordSealedFileInput;
};


export type MutationRecordPresentationArgs = {
  input: RecordPresentationInput;
};


export type MutationReportFileLossArgs = {
  input: ReportFileLossInput;
};


export type MutationRequestStayConversionArgs = {
  input: RequestStayConversionInput;
};


export type MutationAgreeStayConversionArgs = {
  input: AgreeStayConversionInput;
};


export type MutationRefuseStayConversionArgs = {
  input: RefuseStayConversionInput;
};


export type MutationRequestTemporaryTransferArgs = {
  input: RequestTemporaryTransferInput;
};


export type MutationEnterPaperTemporaryTransferArgs = {
  input: EnterPaperTemporaryTransferInput;
};


export type MutationSaveTemporaryTransferDraftArgs = {
  input: SaveTemporaryTransferDraftInput;
};


export type MutationReceiveStayLetterArgs = {
  input: ReceiveStayLetterInput;
};


export type MutationConfirmTemporaryStayArgs = {
  input: ConfirmTemporaryStayInput;
};


export type MutationWriteStayCommentArgs = {
  input: WriteStayCommentInput;
};


export type MutationReceiveMemberBackArgs = {
  input: ReceiveMemberBackInput;
};


export type MutationAddStayNoteArgs = {
  input: AddStayNoteInput;
};


export type MutationRequestStayExtensionArgs = {
  input: RequestStayExtensionInput;
};


export type MutationGrantStayExtensionArgs = {
  input: GrantStayExtensionInput;
};


export type MutationRefuseStayExtensionArgs = {
  input: RefuseStayExtensionInput;
};

/** The end of a transfer that lies outside of this system. */
export type TransferOutside = {
  /**
   * How the letter goes through the provincial document system; null when it leaves by hand: there is no such system, it was signed on paper, or its
   * receiver is a place that the directory does not know.
   */
  dispatch?: Maybe<LetterDispatch>;
  /** Which end. */
  end: TransferEnd;
  /** The province whose system is at the other end, by its code; null when there is no system. */
  provinceCode?: Maybe<Scalars['String']['output']>;
  /** What was heard from there, or told there, of the letter, the first answer first. */
  answers: Array<OutsideAnswer>;
};

/** Where a letter is on its way through the document system. */
export type LetterDispatchStatus =
  /** Chờ chuyển — the system has not said that it took it; it is tried until it answers. */
  | 'WAITING'
  /** Chưa có mã định danh — the receiver or the sender has no code for electronic documents; it goes when there is one. */
  | 'NO_ADDRESS'
  /** Đã chuyển — the document system has taken it. */
  | 'HANDED_OVER'
  /** Đã đến — it has arrived at the receiving office. */
  | 'ARRIVED'
  /** Đã tiếp nhận — the receiving office has accepted the document; whether the member was received is told by the answer. */
  | 'ACCEPTED'
  /** Từ chối tiếp nhận — the system or the receiving office has refused the document. */
  | 'REFUSED'
  /** Không gửi nữa — it was answered, returned or sent anew before it left. */
  | 'WITHDRAWN'
  /** Chưa rõ đã chuyển hay chưa — it was answered, returned or sent anew before the system had said whether it took it; the system is asked. */
  | 'UNCERTAIN';

/** A signed letter on its way through the provincial document system. */
export type LetterDispatch = {
  /** Where it is. */
  status: LetterDispatchStatus;
  /** The unit to which it goes. */
  receiver?: Maybe<OrgUnit>;
  /** The number under which the document system keeps it. */
  ref?: Maybe<Scalars['String']['output']>;
  /** Why it was refused. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When the document system took it. */
  handedOverAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last said where it is. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Sends a letter again that was refused. */
export type ResendLetterInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What became of sending it again. */
export type ResendLetterResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A member’s request to be transferred for good. */
export type RequestOfficialTransferInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /**
   * The branch to join: a branch or grassroots branch that the directory knows, of this province or of another. Left out when none is meant:
   * `destinationText` then says where, and one of the two is required.
   */
  destinationBranchId?: InputMaybe<Scalars['UUID']['input']>;
  /**
   * Where to, in words, when the place lies outside of every system (Army, Police, abroad, areas without a system): branch and whatever stands
   * above it, as the letter will name it; at most 500 characters.
   */
  destinationText?: InputMaybe<Scalars['String']['input']>;
  /** Why you move. */
  reason: TransferReason;
  /** Number and symbol of the decision (số quyết định). */
  decisionNumber: Scalars['String']['input'];
  /** Day of the decision; not in the future. */
  decisionDate: Scalars['Date']['input'];
  /** Who decided. */
  decisionIssuer: Scalars['String']['input'];
  /** The day from which the decision holds, or of the change of residence. */
  effectiveDate: Scalars['Date']['input'];
  /** Why the request comes late: required more than 60 working days after `effectiveDate`. */
  lateReason?: InputMaybe<Scalars['String']['input']>;
  /** The decision and the self-criticism, both required, and what else belongs to the request; at most 20. Refused: DOCUMENT_MISSING, FILE_NOT_UPLOADED, FILE_IN_USE, INVALID_INPUT (a file named twice, a role that is the officers’). */
  documents?: Array<TransferDocumentInput>;
};

/** A request that came on paper or by post. */
export type EnterPaperTransferInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The member who asks: of the branch in which you act, and not yourself. */
  memberId: Scalars['UUID']['input'];
  /** How the request came in; not `ONLINE`. */
  channel: TransferChannel;
  /**
   * The branch to join: a branch or grassroots branch that the directory knows, of this province or of another. Left out when none is meant:
   * `destinationText` then says where, and one of the two is required.
   */
  destinationBranchId?: InputMaybe<Scalars['UUID']['input']>;
  /**
   * Where to, in words, when the place lies outside of every system (Army, Police, abroad, areas without a system): branch and whatever stands
   * above it, as the letter will name it; at most 500 characters.
   */
  destinationText?: InputMaybe<Scalars['String']['input']>;
  /** Why the member moves. */
  reason: TransferReason;
  /** Number and symbol of the decision (số quyết định). */
  decisionNumber: Scalars['String']['input'];
  /** Day of the decision; not in the future. */
  decisionDate: Scalars['Date']['input'];
  /** Who decided. */
  decisionIssuer: Scalars['String']['input'];
  /** The day from which the decision holds, or of the change of residence. */
  effectiveDate: Scalars['Date']['input'];
  /** Why the request comes late: required more than 60 working days after `effectiveDate`. */
  lateReason?: InputMaybe<Scalars['String']['input']>;
  /** Scans of the request and of the decision: files that you have brought (`prepareTransferUpload`), 1 to 20. Refused: SCAN_REQUIRED, FILE_NOT_UPLOADED, FILE_IN_USE. */
  scanIds: Array<Scalars['UUID']['input']>;
};

/** What became of the request. */
export type RequestOfficialTransferResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What became of the entry. */
export type EnterPaperTransferResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Asks the member to complete the dossier. */
export type RequestTransferSupplementInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What is missing, in words that the member will read. */
  reason: Scalars['String']['input'];
};

/** What became of asking for a supplement. */
export type RequestTransferSupplementResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Completes a dossier on the branch’s request. What is left out stays as it was. */
export type SupplementTransferInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The number of the decision, corrected. */
  decisionNumber?: InputMaybe<Scalars['String']['input']>;
  /** The day of the decision, corrected. */
  decisionDate?: InputMaybe<Scalars['Date']['input']>;
  /** Who decided, corrected. */
  decisionIssuer?: InputMaybe<Scalars['String']['input']>;
  /** The day from which the decision holds, corrected. */
  effectiveDate?: InputMaybe<Scalars['Date']['input']>;
  /** Why the request comes late, where it does. */
  lateReason?: InputMaybe<Scalars['String']['input']>;
  /** What was added, for the branch to read. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** What was missing, at most 20. Refused: FILE_NOT_UPLOADED, FILE_IN_USE, INVALID_INPUT (a file named twice, a role that is the officers’). */
  documents?: Array<TransferDocumentInput>;
};

/** What became of the supplement. */
export type SupplementTransferResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Refuses a request. */
export type RejectTransferInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, in words that the member will read. */
  reason: Scalars['String']['input'];
};

/** What became of the refusal. */
export type RejectTransferResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Withdraws a request. */
export type WithdrawTransferInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, if you want to say. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What became of the withdrawal. */
export type WithdrawTransferResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Returns a dossier to the origin. */
export type ReturnTransferInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What is missing or wrong. */
  reason: Scalars['String']['input'];
};

/** What became of the return. */
export type ReturnTransferResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Answers a return and sends the same letter again. */
export type CorrectAndResendTransferInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What was corrected or added; kept in the history of the dossier. What stands in the letter is corrected by `correctLetterBox`. */
  correction: Scalars['String']['input'];
  /** What was missing, at most 20: minutes, a decision. Refused: FILE_NOT_UPLOADED, FILE_IN_USE, INVALID_INPUT (a file named twice). */
  documents?: Array<TransferDocumentInput>;
};

/** What became of sending it again. */
export type CorrectAndResendTransferResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Gives up a dossier that the destination returned. */
export type CancelTransferInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, in words that the member will read. */
  reason: Scalars['String']['input'];
};

/** What became of the cancellation. */
export type CancelTransferResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Admits the member into the destination branch. */
export type AdmitMemberInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The meeting that admitted the member. */
  meeting: MeetingInput;
  /** Sign this box digitally, with the certificate of whoever acts. Levels from the grassroots committee up always do, whatever is said here. */
  sign?: Scalars['Boolean']['input'];
  /** For a case on paper or by post: scans of the letter that was signed by hand, instead of a digital signature. */
  paperScanIds?: Array<Scalars['UUID']['input']>;
};

/** What became of the admission. */
export type AdmitMemberResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A dossier of a transfer of Party activity (hồ sơ chuyển sinh hoạt đảng). */
export type Transfer = {
  /** Why terms have passed, as it was explained; a late request carries its reason in `lateReason`, a late presentation in the history. */
  delays: Array<TransferDelay>;
  /** The id of the dossier. */
  id: Scalars['UUID']['output'];
  /** Number of the dossier (mã hồ sơ): unit code, P3, day, sequence. */
  number: Scalars['String']['output'];
  /** Grows with every act; what the next act names as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Where it stands. */
  status: TransferStatus;
  /** Whether the member leaves for good. */
  kind: TransferKind;
  /** Why the member moves; null only in a draft. */
  reason?: Maybe<TransferReason>;
  /** How the request came in. */
  channel: TransferChannel;
  /** The member. Fields of other services answer only where you may read them; `subject` always does. */
  member?: Maybe<Member>;
  /** The member as the registry knew them on the day of the request. */
  subject: TransferSubject;
  /** Branch that the member leaves (chi bộ nơi đi); null when they come from outside of this system. */
  origin?: Maybe<OrgUnit>;
  /** From where a member comes whose letter was written outside of this system. */
  originText?: Maybe<Scalars['String']['output']>;
  /** Branch that the member joins (chi bộ nơi đến); null in a draft without one, and outside of every system. */
  destination?: Maybe<OrgUnit>;
  /** Where the member goes, when no branch of any system is meant. */
  destinationText?: Maybe<Scalars['String']['output']>;
  /** The decision behind the move (quyết định, văn bản); null in a draft that does not name it yet. */
  decision?: Maybe<TransferDecision>;
  /** Why the request came later than 60 working days after the decision took effect. */
  lateReason?: Maybe<Scalars['String']['output']>;
  /** What the member added when the branch asked for a supplement. */
  supplementNote?: Maybe<Scalars['String']['output']>;
  /** When it was requested; of a draft, when it was begun. */
  requestedAt: Scalars['DateTime']['output'];
  /** Unit whose step is next; null when it is the member’s, or when there is none. */
  waitingFor?: Maybe<OrgUnit>;
  /** The day on whose end the running term ends: 60 working days from the decision, or 30 from the introduction until the file is presented. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** Has that day passed while the dossier is open? */
  overdue: Scalars['Boolean']['output'];
  /** Terms that have passed. */
  flags: Array<TransferFlag>;
  /** The day of the admission, refusal or cancellation; null while open. */
  closedOn?: Maybe<Scalars['Date']['output']>;
  /**
   * What can be done in the present state, and whether you may do it now. The codes, and the mutation that does each:
   * `REQUEST_SUPPLEMENT` requestTransferSupplement, `SUPPLEMENT` supplementTransfer, `RECORD_REVIEW_MEETING`
   * recordReviewMeeting, `REJECT` rejectTransfer, `ISSUE_LETTER` issueLetter, `SIGN_BOX` signLetterBox, `RETURN_BOX`
   * returnLetterBox, `VOID_LETTER` voidLetter, `RECORD_SEALED_FILE` recordSealedFile, `RETURN_TRANSFER` returnTransfer,
   * `CORRECT_AND_RESEND` correctAndResendTransfer, `CANCEL` cancelTransfer, `RECORD_PRESENTATION` recordPresentation,
   * `ADMIT` admitMember, `WITHDRAW` withdrawTransfer, `CHANGE_DRAFT` saveOfficialTransferDraft, `SUBMIT` submitTransfer, `CORRECT_BOX` correctLetterBox,
   * `REPORT_FILE_LOSS` reportFileLoss, `EXPLAIN_DELAY` explainTransferDelay,
   * `RECORD_OUTSIDE_RECEIPT` recordOutsideReceipt, `RECORD_OUTSIDE_RETURN` recordOutsideReturn, `TAKE_OVER` takeOverIncomingLetter, `SEND_BACK` sendBackIncomingLetter;
   * of a temporary transfer also `RECORD_OUTSIDE_COMMENT` recordOutsideStayComment,
   * `RECEIVE_LETTER` receiveStayLetter, `CONFIRM_STAY` confirmTemporaryStay, `ADD_STAY_NOTE` addStayNote,
   * `REQUEST_EXTENSION` requestStayExtension, `GRANT_EXTENSION` grantStayExtension,
   * `REFUSE_EXTENSION` refuseStayExtension, `WRITE_STAY_COMMENT` writeStayComment,
   * `RECEIVE_BACK` receiveMemberBack, `REQUEST_CONVERSION` requestStayConversion, `AGREE_CONVERSION` agreeStayConversion, `REFUSE_CONVERSION` refuseStayConversion.
   */
  availableActions: Array<AvailableAction>;
  /** Every step so far, the first one first. */
  history: Array<HistoryEntry>;
  /** The decision, the scan of the request and whatever else was brought, in the order in which it came. */
  documents: Array<TransferDocument>;
  /** The letter in force; null before the first is issued, and after one was voided. */
  letter?: Maybe<IntroductionLetter>;
  /** Every letter of the dossier, void ones included, the latest first. */
  letters: Array<IntroductionLetter>;
  /** The meetings of both branches that were recorded. */
  meetings: Array<TransferMeeting>;
  /** What is known of the end of this transfer that lies outside of this system; null when both ends lie within. */
  outside?: Maybe<TransferOutside>;
  /** What came with a letter from another province’s system, by reference and hash: the files themselves stay there. */
  outsideDocuments: Array<OutsideDocument>;
  /** The member’s paper file on its way or received; null until it is sealed, and after it was lost until another is. */
  sealedFile?: Maybe<SealedFile>;
  /** Every paper file of the dossier, lost ones included, the latest first. */
  sealedFiles: Array<SealedFile>;
  /** The temporary transfer that this official one makes permanent. */
  converts?: Maybe<Transfer>;
  /** The stay of a temporary transfer; null of an official one. */
  stay?: Maybe<TemporaryStay>;
};

/** Why a term has passed. */
export type TransferDelay = {
  /** The term. */
  flag: TransferFlag;
  /** Why. */
  reason: Scalars['String']['output'];
  /** When it was explained. */
  explainedOn: Scalars['Date']['output'];
  /** Who explained it. */
  byName: Scalars['String']['output'];
  /** In which office, or as a member. */
  byTitle: Scalars['String']['output'];
};

/** Explains why a term has passed. */
export type ExplainTransferDelayInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The term: one of `flags` that nobody has explained. */
  flag: TransferFlag;
  /** Why, in words that both sides will read. */
  reason: Scalars['String']['input'];
};

/** What became of the explanation. */
export type ExplainTransferDelayResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** What lies on the desk of a unit. */
export type TransferDeskConnection = {
  /** The rows of this page. */
  edges: Array<TransferEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many dossiers there are in all, of those that were asked for. */
  totalCount: Scalars['Int']['output'];
  /** How many of them are overdue. */
  overdueCount: Scalars['Int']['output'];
};

/** Whether the member leaves for good. */
export type TransferKind =
  /** Chuyển sinh hoạt đảng chính thức — for good. */
  | 'OFFICIAL'
  /** Chuyển sinh hoạt đảng tạm thời — for a time; the member stays a member of the branch that they leave. */
  | 'TEMPORARY';

/** Why the member moves. */
export type TransferReason =
  /** Chuyển công tác — change of workplace. */
  | 'CHANGE_WORKPLACE'
  /** Nghỉ hưu — retired. */
  | 'RETIRED'
  /** Thôi việc, xuất ngũ — resigned or demobilised. */
  | 'RESIGNED_DEMOBILISED'
  /** Thay đổi nơi cư trú — change of residence, for long or for a time. */
  | 'CHANGE_RESIDENCE'
  /** Đi công tác, làm việc — sent to work elsewhere for a time. */
  | 'WORK'
  /** Đi lao động — sent to labour elsewhere for a time. */
  | 'LABOUR'
  /** Đi học — full-time study for a time. */
  | 'STUDY';

/** How the request came in. */
export type TransferChannel =
  /** Trực tuyến — on the system, by the member. */
  | 'ONLINE'
  /** Trực tiếp bằng văn bản — on paper, entered by the branch. */
  | 'PAPER'
  /** Qua bưu chính — by post, entered by the branch. */
  | 'POST';

/** Where a dossier stands. */
export type TransferStatus =
  /** Đang soạn — a draft that only the member sees. */
  | 'DRAFT'
  /** Chờ tiếp nhận — waits for the origin branch. */
  | 'SUBMITTED'
  /** Chờ bổ sung — waits for the member to complete it. */
  | 'SUPPLEMENT_REQUESTED'
  /** Đã họp kiểm điểm — the origin branch has reviewed the member; the letter can be issued. */
  | 'ORIGIN_MET'
  /** Từ chối — refused by the origin branch. */
  | 'REJECTED'
  /** Đang giới thiệu tại nơi đi — the letter goes through the origin’s levels. */
  | 'IN_ORIGIN_CHAIN'
  /** Đã chuyển nơi đến — the origin has sent it; waits for the destination’s first level. */
  | 'SENT'
  /** Đã chuyển ra ngoài hệ thống — the printed letter goes to a destination outside of this system; its answer is entered by hand. */
  | 'SENT_OUT'
  /** Đang giới thiệu tại nơi đến — the letter goes down the destination’s levels. */
  | 'IN_DEST_CHAIN'
  /** Nơi đến trả lại — returned by the destination; waits for the origin. */
  | 'RETURNED_BY_DEST'
  /** Nhận giấy giới thiệu bằng văn bản — a letter that came on paper from outside of this system. */
  | 'INCOMING_PAPER'
  /** Chờ chi bộ nơi đến tiếp nhận — waits for the destination branch: file and admission meeting, or the beginning of the stay. */
  | 'AT_DEST_BRANCH'
  /** Đang sinh hoạt tạm thời — the stay runs. */
  | 'ACTIVE_TEMPORARY'
  /** Đề nghị gia hạn — the stay runs, and the committee there decides on a longer term. */
  | 'EXTENSION_REQUESTED'
  /** Đang giới thiệu trở về — the branch has commented; the letter goes back through both committees. */
  | 'RETURNING'
  /** Chờ chi bộ nơi đi tiếp nhận lại — waits for the origin branch to receive the member back. */
  | 'BACK_AT_ORIGIN'
  /** Đã chuyển thành chính thức — an official transfer was opened for this stay, which goes on until that is completed. */
  | 'CONVERTED'
  /** Hoàn thành — admitted by the destination branch. */
  | 'COMPLETED'
  /** Đã hủy — withdrawn, or given up after a return. */
  | 'CANCELLED';

/** A term that has passed. A flag changes no state and no version. */
export type TransferFlag =
  /** Quá 60 ngày làm việc — more than 60 working days after the decision took effect. */
  | 'OVERDUE_60'
  /** Quá 30 ngày làm việc chưa xuất trình — the letter was not presented within 30 working days of the introduction. */
  | 'OVERDUE_PRESENT'
  /** Quá thời hạn sinh hoạt tạm thời — the stay is over, and the destination has not sent its comment back. */
  | 'OVERDUE_RETURN';

/** The member as the registry knew them on the day of the request. */
export type TransferSubject = {
  /** Full name (họ và tên). */
  fullName: Scalars['String']['output'];
  /** Date of birth. */
  dateOfBirth?: Maybe<Scalars['Date']['output']>;
  /** Day of admission to the Party (ngày vào Đảng). */
  joinDate?: Maybe<Scalars['Date']['output']>;
  /** Day of becoming official (ngày chính thức); null for a probationary member. */
  officialDate?: Maybe<Scalars['Date']['output']>;
  /** Number of the membership card (số thẻ đảng viên), all but the last three digits covered. */
  cardNumberMasked?: Maybe<Scalars['String']['output']>;
};

/** The decision or document of the competent authority behind the move. */
export type TransferDecision = {
  /** Its number and symbol. */
  number: Scalars['String']['output'];
  /** Its day. */
  date: Scalars['Date']['output'];
  /** Who decided. */
  issuer: Scalars['String']['output'];
  /** The day from which it holds. */
  effectiveDate: Scalars['Date']['output'];
};

/** A member of the Party (đảng viên). What you may not see of them, and what a service that is away would say, is null. */
export type Member = {
  /** The id of the member. */
  id: Scalars['UUID']['output'];
  /** Transfer dossiers of the member that you may read, the latest first. */
  transfers?: Maybe<TransferConnection>;
  /** Temporary transfers of the member whose stay began, that you may read, the latest first. */
  temporaryStays?: Maybe<TransferConnection>;
};


/** A member of the Party (đảng viên). What you may not see of them, and what a service that is away would say, is null. */
export type MemberTransfersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A member of the Party (đảng viên). What you may not see of them, and what a service that is away would say, is null. */
export type MemberTemporaryStaysArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnit = {
  /** The id of the unit. */
  id: Scalars['UUID']['output'];
  /** Transfer dossiers out of and into the unit and the units below it that you may read, the latest first. */
  transfers?: Maybe<TransferConnection>;
  /**
   * The introduction register of the unit for a year (Sổ giới thiệu sinh hoạt đảng, mẫu 10-SHĐ), in the order of its numbers. Null outside of the unit in
   * which you act and of what stands below it. Who reads it is noted.
   */
  introductionRegister?: Maybe<IntroductionRegisterConnection>;
  /** Temporary transfers whose stay runs in the unit and below it, that you may read; those that end first first. */
  temporaryStays?: Maybe<TransferConnection>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitTransfersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitIntroductionRegisterArgs = {
  year: Scalars['Int']['input'];
  direction: IntroductionDirection;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A Party organisation (tổ chức đảng). What a service that is away would say of it is null. */
export type OrgUnitTemporaryStaysArgs = {
  side: StaySide;
  overdueOnly?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of transfer dossiers. */
export type TransferConnection = {
  /** The rows of this page. */
  edges: Array<TransferEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** A dossier in a page. */
export type TransferEdge = {
  /** The dossier. */
  node: Transfer;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A draft of an official transfer, as far as it goes. */
export type SaveOfficialTransferDraftInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The branch to join. */
  destinationBranchId?: InputMaybe<Scalars['UUID']['input']>;
  /** Where you go, when no branch of the directory is meant. */
  destinationText?: InputMaybe<Scalars['String']['input']>;
  /** Why you move. */
  reason?: InputMaybe<TransferReason>;
  /** Number and symbol of the decision (số quyết định). */
  decisionNumber?: InputMaybe<Scalars['String']['input']>;
  /** Day of the decision. */
  decisionDate?: InputMaybe<Scalars['Date']['input']>;
  /** Who decided. */
  decisionIssuer?: InputMaybe<Scalars['String']['input']>;
  /** The day from which the decision holds, or of the change of residence. */
  effectiveDate?: InputMaybe<Scalars['Date']['input']>;
  /** Why the request comes late, where it will. */
  lateReason?: InputMaybe<Scalars['String']['input']>;
  /** Everything that belongs to the draft, at most 20; what is no longer among them is forgotten. Null: as it was. Refused: FILE_NOT_UPLOADED, FILE_IN_USE, INVALID_INPUT (a file named twice, a role that is the officers’). */
  documents?: InputMaybe<Array<TransferDocumentInput>>;
};

/** What became of saving the draft. */
export type SaveOfficialTransferDraftResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Submits a draft. */
export type SubmitTransferInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What became of submitting the draft. */
export type SubmitTransferResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** As what a file of a transfer was brought. */
export type TransferDocumentRole =
  /** Quyết định, văn bản của cơ quan có thẩm quyền — the decision behind the move. */
  | 'DECISION'
  /** Bản tự kiểm điểm — the member’s self-criticism. */
  | 'SELF_CRITICISM'
  /** Biên bản họp chi bộ — minutes of a branch meeting; an officer brings them. */
  | 'MINUTES'
  /** Giấy giới thiệu ký trên giấy — a letter signed by hand, scanned; an officer brings it. */
  | 'PAPER_LETTER'
  /** Giấy tờ khác — anything else, scans of a request on paper included. */
  | 'OTHER';

/** A file of a transfer. */
export type TransferDocument = {
  /** As what it was brought. */
  role: TransferDocumentRole;
  /** The file. */
  file: Attachment;
};

/** A file that you have brought (`prepareTransferUpload`), and as what. */
export type TransferDocumentInput = {
  /** The file. */
  fileId: Scalars['UUID']['input'];
  /** As what it is brought. */
  role: TransferDocumentRole;
};

/** Form of an introduction letter. */
export type LetterType =
  /** Loại 10 ô — official transfer in the country. */
  | 'TEN_BOX'
  /** Loại 8 ô — temporary transfer, there and back. */
  | 'EIGHT_BOX'
  /** Giấy nội bộ — inside one grassroots committee, where the province has chosen it. */
  | 'INTERNAL'
  /** Giấy ra nước ngoài — abroad; not issued by this system. */
  | 'ABROAD';

/** Where a letter stands. */
export type LetterStatus =
  /** Đã cấp — box 1 is signed, the letter is on its way. */
  | 'ISSUED'
  /** Đã sử dụng — box 10 is kept by the destination branch. */
  | 'CLOSED'
  /** Đã hủy — void; its register numbers stay taken. */
  | 'VOID';

/** Where a box of a letter stands. */
export type LetterBoxStatus =
  /** Gạch chéo — the level does not exist or is common to both sides. */
  | 'CROSSED_OUT'
  /** Chưa đến lượt — not reached yet. */
  | 'PENDING'
  /** Chờ ký — the next to be signed. */
  | 'NEXT'
  /** Bị trả lại — sent back to this level, to be signed again. */
  | 'RETURNED'
  /** Đã ký — signed. */
  | 'SIGNED'
  /** Ngoài hệ thống — filled and signed by hand, outside of this system. */
  | 'OUTSIDE';

/** Introduction letter (giấy giới thiệu sinh hoạt đảng). */
export type IntroductionLetter = {
  /** Identity of the letter. */
  id: Scalars['UUID']['output'];
  /** Form. */
  type: LetterType;
  /** Number in the register of the origin branch. */
  number: Scalars['Int']['output'];
  /** Year of that register. */
  registerYear: Scalars['Int']['output'];
  /** Where it stands. */
  status: LetterStatus;
  /** Day of box 1. */
  issuedOn: Scalars['Date']['output'];
  /** Dues are paid to the end of this month (đã đóng đảng phí hết tháng). */
  duesPaidThrough: Scalars['Month']['output'];
  /** The void letter that this one replaces. */
  replacesLetterId?: Maybe<Scalars['UUID']['output']>;
  /** The member’s number in the list of the branch that issued it (số SĐV), where the branch named it. */
  branchListNumber?: Maybe<Scalars['Int']['output']>;
  /** The ten boxes, in their order; eight of a letter for a stay. */
  boxes: Array<LetterBox>;
  /** The letter as PDF, good for 15 minutes: as it was signed last, or printed as it stands where something was written into it since by name alone. */
  pdfUrl: Scalars['String']['output'];
  /** The digital signatures under the letter, the first level's first; each has the PDF that it signed, with the hash of the one before. */
  signatures: Array<DocumentSignature>;
  /** What a letter that was written outside of this system is numbered there (số giấy giới thiệu); null for our own. */
  outsideNumber?: Maybe<Scalars['String']['output']>;
};

/** One of the boxes of a letter. */
export type LetterBox = {
  /** Of ten: 1 to 5 the origin’s, 6 to 10 the destination’s. Of eight: 1 and 2 the origin’s, 3 and 4 the destination’s, 5 and 6 its way back, 7 and 8 the origin’s again. */
  index: Scalars['Int']['output'];
  /** Where it stands. */
  status: LetterBoxStatus;
  /** Unit that signs; null when crossed out. */
  fromUnit?: Maybe<OrgUnit>;
  /** Unit to which this box introduces; null for the last box, when crossed out, and outside of this system. */
  toUnit?: Maybe<OrgUnit>;
  /** Whom it addresses (kính gửi, kính chuyển). */
  addressee?: Maybe<Scalars['String']['output']>;
  /** What it says; null until signed. */
  content?: Maybe<Scalars['String']['output']>;
  /** Remark of the level. */
  comment?: Maybe<Scalars['String']['output']>;
  /** The one correction that was made later, above the old text. */
  correction?: Maybe<Scalars['String']['output']>;
  /** Who corrected it. */
  correctedByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they corrected it. */
  correctedByTitle?: Maybe<Scalars['String']['output']>;
  /** When it was corrected. */
  correctedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The digital signature with the correction; null where it was made by name alone. */
  correctionSignature?: Maybe<DocumentSignature>;
  /** Number in the unit’s introduction register of that year (số GTSHĐ). */
  registerNumber?: Maybe<Scalars['Int']['output']>;
  /** Year of that register. */
  registerYear?: Maybe<Scalars['Int']['output']>;
  /** Who signed. */
  signedByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they signed. */
  signedByTitle?: Maybe<Scalars['String']['output']>;
  /** When. */
  signedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The digital signature of this box; null where the level signed by hand or by name. */
  signature?: Maybe<DocumentSignature>;
};

/** Issues the introduction letter. */
export type IssueLetterInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Sign this box digitally, with the certificate of whoever acts. Levels from the grassroots committee up always do, whatever is said here. */
  sign?: Scalars['Boolean']['input'];
  /** For a case on paper or by post: scans of the letter that was signed by hand, instead of a digital signature. */
  paperScanIds?: Array<Scalars['UUID']['input']>;
  /** The member’s number in your branch’s list of members (số SĐV), 1 to 99999, as the letter shall say it. Left out: the letter says none. */
  branchListNumber?: InputMaybe<Scalars['Int']['input']>;
};

/** What became of issuing the letter. */
export type IssueLetterResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Signs the box that is next. */
export type SignLetterBoxInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Remark of this level; the grassroots committee of an official transfer must comment on the self-criticism (box 3). */
  comment?: InputMaybe<Scalars['String']['input']>;
  /** Sign this box digitally, with the certificate of whoever acts. Levels from the grassroots committee up always do, whatever is said here. */
  sign?: Scalars['Boolean']['input'];
  /** For a case on paper or by post: scans of the letter that was signed by hand, instead of a digital signature. */
  paperScanIds?: Array<Scalars['UUID']['input']>;
};

/** What became of the signature. */
export type SignLetterBoxResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Corrects a box that was signed. */
export type CorrectLetterBoxInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Which box: one that your unit signed, after the first. */
  boxIndex: Scalars['Int']['input'];
  /** What the box is to say instead, 1 to 2,000 characters. */
  correction: Scalars['String']['input'];
  /** Sign this box digitally, with the certificate of whoever acts. Levels from the grassroots committee up always do, whatever is said here. */
  sign?: Scalars['Boolean']['input'];
  /** For a case on paper or by post: scans of the letter that was signed by hand, instead of a digital signature. */
  paperScanIds?: Array<Scalars['UUID']['input']>;
};

/** What became of the correction. */
export type CorrectLetterBoxResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Returns the letter to the level before. */
export type ReturnLetterBoxInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What is wrong or missing. */
  reason: Scalars['String']['input'];
};

/** What became of the return. */
export type ReturnLetterBoxResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Voids a letter that came back to box 1. */
export type VoidLetterInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What is wrong in box 1. */
  reason: Scalars['String']['input'];
};

/** What became of the voiding. */
export type VoidLetterResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which branch met. */
export type MeetingSide =
  /** Họp kiểm điểm — review by the origin branch. */
  | 'ORIGIN'
  /** Họp tiếp nhận — admission by the destination branch. */
  | 'DESTINATION';

/** A branch meeting about the member. */
export type TransferMeeting = {
  /** Which branch met. */
  side: MeetingSide;
  /** The day. */
  date: Scalars['Date']['output'];
  /** How many members were present. */
  present: Scalars['Int']['output'];
  /** How many members the branch has. */
  totalMembers: Scalars['Int']['output'];
  /** How many voted for it; null of a meeting that was recorded without votes. */
  votesFor?: Maybe<Scalars['Int']['output']>;
  /** How many voted against it; null of a meeting that was recorded without votes. */
  votesAgainst?: Maybe<Scalars['Int']['output']>;
  /** What was concluded. */
  conclusion: Scalars['String']['output'];
  /** Does it count? Of each side the latest meeting does: a branch may meet anew when the letter was voided. */
  counts: Scalars['Boolean']['output'];
  /** Who recorded it. */
  recordedByName: Scalars['String']['output'];
};

/** A branch meeting. */
export type MeetingInput = {
  /** The day: not in the future, and not before what it decides about. */
  date: Scalars['Date']['input'];
  /** How many members were present, at least one and at most all. */
  present: Scalars['Int']['input'];
  /** How many members the branch has. */
  totalMembers: Scalars['Int']['input'];
  /** How many of those who were present voted for it; of an admission more than against it. */
  votesFor: Scalars['Int']['input'];
  /** How many of those who were present voted against it. */
  votesAgainst: Scalars['Int']['input'];
  /**
   * Who voted, where they are named: official members of the branch that met, and not the member on whom it decides. Refused: NO_VOTE_RIGHT
   * (a temporary or probationary member, or one of another branch), OWN_CASE. Looked at, and not kept.
   */
  voterIds?: Array<Scalars['UUID']['input']>;
  /** What was concluded. */
  conclusion: Scalars['String']['input'];
  /** The minutes: files that you have brought (`prepareTransferUpload`), at most 20. Refused: FILE_NOT_UPLOADED, FILE_IN_USE. */
  minutesIds?: Array<Scalars['UUID']['input']>;
};

/** Records the review meeting of the origin branch. */
export type RecordReviewMeetingInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The meeting. */
  meeting: MeetingInput;
};

/** What became of recording the meeting. */
export type RecordReviewMeetingResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Gender (giới tính). */
export type Gender =
  /** Nam — male. */
  | 'MALE'
  /** Nữ — female. */
  | 'FEMALE';

/** Somebody who comes with a letter from outside, as the letter names them. */
export type IncomingPersonInput = {
  /** Full name (họ và tên), 1 to 200 characters. */
  fullName: Scalars['String']['input'];
  /** Male or female. */
  gender: Gender;
  /** Date of birth. */
  dateOfBirth: Scalars['Date']['input'];
  /** Day of admission to the Party (ngày vào Đảng). */
  joinDate: Scalars['Date']['input'];
  /** Day of becoming official (ngày chính thức); left out for a probationary member. */
  officialDate?: InputMaybe<Scalars['Date']['input']>;
  /** Number of the membership card (số thẻ đảng viên): 8 or 12 digits. */
  cardNumber?: InputMaybe<Scalars['String']['input']>;
  /** Number of the profile (số lý lịch), 1 to 8 digits. */
  profileNumber?: InputMaybe<Scalars['String']['input']>;
};

/** The list of what lies in a sealed file, as it comes with the file. */
export type IncomingSealedFileInput = {
  /** What lies in it; at least one document. */
  documents: Array<SealedDocumentInput>;
  /** The day it was sealed; not in the future. */
  sealedOn: Scalars['Date']['input'];
};

/** A letter that came on paper from outside of this system. */
export type EnterIncomingLetterInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The branch to join: the one in which you act, or one below the unit in which you act. */
  destinationBranchId: Scalars['UUID']['input'];
  /** How the letter came in; not `ONLINE`. */
  channel: TransferChannel;
  /** Why the member moves. */
  reason: TransferReason;
  /** Whom the letter introduces. */
  person: IncomingPersonInput;
  /** From where the member comes: branch and what stands above it, as the letter says; at most 500 characters. */
  originText: Scalars['String']['input'];
  /** Number of the letter (số giấy giới thiệu), at most 100 characters. */
  letterNumber: Scalars['String']['input'];
  /** Day of the letter; not before the decision, and not in the future. */
  letterDate: Scalars['Date']['input'];
  /** Dues are paid to the end of this month (đã đóng đảng phí hết tháng); not before the month of the letter. */
  duesPaidThrough: Scalars['Month']['input'];
  /** Number and symbol of the decision (số quyết định). */
  decisionNumber: Scalars['String']['input'];
  /** Day of the decision; not in the future. */
  decisionDate: Scalars['Date']['input'];
  /** Who decided. */
  decisionIssuer: Scalars['String']['input'];
  /** The day from which the decision holds, or of the change of residence. */
  effectiveDate: Scalars['Date']['input'];
  /** Why the letter comes late: required when it was written more than 60 working days after `effectiveDate`. */
  lateReason?: InputMaybe<Scalars['String']['input']>;
  /** The list of what lies in the sealed file that the member carries. */
  sealedFile: IncomingSealedFileInput;
  /** Scans of the letter and of the decision: files that you have brought (`prepareTransferUpload`), 1 to 20. Refused: SCAN_REQUIRED, FILE_NOT_UPLOADED, FILE_IN_USE. */
  scanIds: Array<Scalars['UUID']['input']>;
};

/** What became of the entry. */
export type EnterIncomingLetterResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Takes a letter over that came from outside. */
export type TakeOverIncomingLetterInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The list of what lies in the sealed file; required for a letter that another province’s system has sent, where nobody here has written it down yet. */
  sealedFile?: InputMaybe<IncomingSealedFileInput>;
};

/** What became of taking the letter over. */
export type TakeOverIncomingLetterResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Sends a letter back that came from outside. */
export type SendBackIncomingLetterInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What is missing or wrong, in words that the place that wrote the letter will read. */
  reason: Scalars['String']['input'];
};

/** What became of sending the letter back. */
export type SendBackIncomingLetterResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which end of a transfer. */
export type TransferEnd =
  /** Nơi đi — the member comes from outside of this system. */
  | 'ORIGIN'
  /** Nơi đến — the member goes outside of this system. */
  | 'DESTINATION';

/** What became of a letter at the place to which it was sent. */
export type OutsideAnswerKind =
  /** Đã tiếp nhận — the member was received there. */
  | 'RECEIVED'
  /** Trả lại — the letter was sent back. */
  | 'RETURNED'
  /** Hết thời gian sinh hoạt tạm thời — the stay is over, and the letter has come back with the comment. */
  | 'STAY_ENDED';

/** What the receiving side answered to a letter. */
export type OutsideAnswer = {
  /** What became of the letter. */
  answer: OutsideAnswerKind;
  /** The day that the answer names. */
  answeredOn: Scalars['Date']['output'];
  /** The unit that answered. */
  unitName: Scalars['String']['output'];
  /** Who signed the answer. */
  signerName?: Maybe<Scalars['String']['output']>;
  /** The title in which they signed. */
  signerTitle?: Maybe<Scalars['String']['output']>;
  /** Number of the answer on paper. */
  documentNumber?: Maybe<Scalars['String']['output']>;
  /** Why it was sent back. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Who wrote the answer down here; null when the other side’s system told it. */
  enteredByName?: Maybe<Scalars['String']['output']>;
};

/** A document that lies in another province’s system: what it is, and what its bytes must be. */
export type OutsideDocument = {
  /** What it is, by the code of the province that keeps it: `LETTER` the signed letter, `DECISION`, `SELF_CRITICISM`, `MINUTES`, `PAPER_LETTER`, `OTHER`. */
  role: Scalars['String']['output'];
  /** Its id in the system that keeps it. */
  sourceFileId: Scalars['UUID']['output'];
  /** Its name. */
  fileName: Scalars['String']['output'];
  /** Its media type. */
  contentType: Scalars['String']['output'];
  /** Its size in bytes. */
  byteSize: Scalars['Int']['output'];
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: Scalars['String']['output'];
};

/** Writes down that the member was received outside of this system. */
export type RecordOutsideReceiptInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The day on which the member was received; not before the letter, and not in the future. */
  receivedOn: Scalars['Date']['input'];
  /** The unit that received the member, 1 to 300 characters. */
  unitName: Scalars['String']['input'];
  /** Who signed for it, 1 to 200 characters. */
  signerName: Scalars['String']['input'];
  /** The title in which they signed, at most 200 characters. */
  signerTitle?: InputMaybe<Scalars['String']['input']>;
  /** Number of the answer, at most 100 characters. */
  documentNumber?: InputMaybe<Scalars['String']['input']>;
  /** Scans of the answer: files that you have brought (`prepareTransferUpload`), 1 to 20. Refused: SCAN_REQUIRED, FILE_NOT_UPLOADED, FILE_IN_USE. */
  scanIds: Array<Scalars['UUID']['input']>;
};

/** What became of writing down the receipt. */
export type RecordOutsideReceiptResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Writes down that the letter was sent back from outside of this system. */
export type RecordOutsideReturnInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The day of the answer; not before the letter, and not in the future. */
  returnedOn: Scalars['Date']['input'];
  /** The unit that sent it back, 1 to 300 characters. */
  unitName: Scalars['String']['input'];
  /** Who signed for it, at most 200 characters. */
  signerName?: InputMaybe<Scalars['String']['input']>;
  /** The title in which they signed, at most 200 characters. */
  signerTitle?: InputMaybe<Scalars['String']['input']>;
  /** Number of the answer, at most 100 characters. */
  documentNumber?: InputMaybe<Scalars['String']['input']>;
  /** What is missing or wrong, as the answer says. */
  reason: Scalars['String']['input'];
  /** Scans of the answer: files that you have brought (`prepareTransferUpload`), at most 20. Refused: FILE_NOT_UPLOADED, FILE_IN_USE. */
  scanIds?: Array<Scalars['UUID']['input']>;
};

/** What became of writing down the return. */
export type RecordOutsideReturnResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Writes down the comment with which a letter came back from a stay outside of this system. */
export type RecordOutsideStayCommentInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The day of the comment; not before the stay began, and not in the future. */
  commentedOn: Scalars['Date']['input'];
  /** What the branch there says of the member, 1 to 5000 characters. */
  comment: Scalars['String']['input'];
  /** Dues are paid there to the end of this month (đã đóng đảng phí hết tháng); at most a year after the comment. */
  duesPaidThrough: Scalars['Month']['input'];
  /** The unit that commented, 1 to 300 characters. */
  unitName: Scalars['String']['input'];
  /** Who signed for it, 1 to 200 characters. */
  signerName: Scalars['String']['input'];
  /** The title in which they signed, at most 200 characters. */
  signerTitle?: InputMaybe<Scalars['String']['input']>;
  /** Number of the letter as it came back, at most 100 characters. */
  documentNumber?: InputMaybe<Scalars['String']['input']>;
  /** Scans of the letter: files that you have brought (`prepareTransferUpload`), 1 to 20. Refused: SCAN_REQUIRED, FILE_NOT_UPLOADED, FILE_IN_USE. */
  scanIds: Array<Scalars['UUID']['input']>;
};

/** What became of writing down the comment. */
export type RecordOutsideStayCommentResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Which of the two registers of a unit. */
export type IntroductionDirection =
  /** Chuyển đi — those whom the unit introduced. */
  | 'OUT'
  /** Chuyển đến — those whom the unit received. */
  | 'IN';

/** How far apart the two ends of a letter lie. */
export type IntroductionReach =
  /** Cùng cấp trên — under the same superior or grassroots committee. */
  | 'SAME_SUPERIOR'
  /** Cùng tỉnh, thành phố — in the same province, under different superiors. */
  | 'SAME_PROVINCE'
  /** Khác tỉnh, thành phố — to or from another province, or a place that no directory knows. */
  | 'OTHER_PROVINCE';

/** An introduction register, or a page of it. */
export type IntroductionRegisterConnection = {
  /** The year. */
  year: Scalars['Int']['output'];
  /** Those who were introduced, or those who came. */
  direction: IntroductionDirection;
  /** What the whole register adds up to. */
  counts: IntroductionCounts;
  /** The whole register as a table, good for 15 minutes. */
  xlsxUrl: Scalars['String']['output'];
  /** The rows of this page. */
  edges: Array<IntroductionEntryEdge>;
  /** Where this page ends. */
  pageInfo: PageInfo;
};

/** How many a register holds; a letter that became void keeps its number and is counted. */
export type IntroductionCounts = {
  /** All of them. */
  total: Scalars['Int']['output'];
  /** For good (chính thức). */
  official: Scalars['Int']['output'];
  /** For good, under the same superior or grassroots committee. */
  sameSuperior: Scalars['Int']['output'];
  /** For good, in the same province under different superiors. */
  sameProvince: Scalars['Int']['output'];
  /** For good, to or from another province. */
  otherProvince: Scalars['Int']['output'];
  /** For a time (tạm thời). */
  temporary: Scalars['Int']['output'];
};

/** An entry in a page. */
export type IntroductionEntryEdge = {
  /** The entry. */
  node: IntroductionEntry;
  /** What to give as `after` for what follows this row. */
  cursor: Scalars['String']['output'];
};

/** A line of an introduction register. */
export type IntroductionEntry = {
  /** Number in the register (số GTSHĐ). */
  number: Scalars['Int']['output'];
  /** Day on which the member was introduced or received. */
  enteredOn: Scalars['Date']['output'];
  /** The dossier. */
  transferId: Scalars['UUID']['output'];
  /** Whether the member leaves for good. */
  kind: TransferKind;
  /** Full name (họ và tên). */
  fullName: Scalars['String']['output'];
  /** Date of birth. */
  dateOfBirth?: Maybe<Scalars['Date']['output']>;
  /** Day of admission to the Party (ngày vào Đảng). */
  joinDate?: Maybe<Scalars['Date']['output']>;
  /** Day of becoming official (ngày chính thức); null for a probationary member. */
  officialDate?: Maybe<Scalars['Date']['output']>;
  /** Number of the membership card (số thẻ đảng viên), all but the last three digits covered. */
  cardNumberMasked?: Maybe<Scalars['String']['output']>;
  /** Grassroots organisation to which the member goes, or from which they come. */
  counterpart?: Maybe<Scalars['String']['output']>;
  /** Committee that introduces. */
  introducedBy?: Maybe<Scalars['String']['output']>;
  /** Committee that receives. */
  receivedBy?: Maybe<Scalars['String']['output']>;
  /** How far apart both ends lie. */
  reach: IntroductionReach;
  /** Whether the letter has become void; its number stays taken. */
  isVoid: Scalars['Boolean']['output'];
};

/** The member’s paper file: sealed by the origin, carried by the member, received by the destination. */
export type SealedFile = {
  /** 1 for the first file of the dossier, the next number for one that takes the place of a lost file. */
  number: Scalars['Int']['output'];
  /** What lies in it. */
  documents: Array<SealedDocument>;
  /** The day it was sealed and handed over. */
  sealedOn: Scalars['Date']['output'];
  /** Who sealed it. */
  sealedByName: Scalars['String']['output'];
  /** Who carries it: the member. */
  carriedByName: Scalars['String']['output'];
  /** The day the destination branch received it. */
  receivedOn?: Maybe<Scalars['Date']['output']>;
  /** Was the seal intact? */
  sealIntact?: Maybe<Scalars['Boolean']['output']>;
  /** What was found when the seal was not intact. */
  sealNote?: Maybe<Scalars['String']['output']>;
  /** Why it was presented late. */
  lateReason?: Maybe<Scalars['String']['output']>;
  /** How it was lost; null for a file that was not. */
  loss?: Maybe<SealedFileLoss>;
};

/** How the member lost a sealed file on the way. */
export type SealedFileLoss = {
  /** The day of the loss. */
  lostOn: Scalars['Date']['output'];
  /** Where it was lost. */
  place: Scalars['String']['output'];
  /** How it was lost. */
  report: Scalars['String']['output'];
  /** Number of what the police at that place confirmed; null where only its scan was brought. */
  confirmationNumber?: Maybe<Scalars['String']['output']>;
  /** Who reported it. */
  reportedByName: Scalars['String']['output'];
};

/** One document of the file. */
export type SealedDocument = {
  /** What it is. */
  name: Scalars['String']['output'];
  /** How many pages it has. */
  pages: Scalars['Int']['output'];
};

/** One document of the file. */
export type SealedDocumentInput = {
  /** What it is. */
  name: Scalars['String']['input'];
  /** How many pages it has, 1 or more. */
  pages: Scalars['Int']['input'];
};

/** Records that the paper file was sealed and handed to the member. */
export type RecordSealedFileInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The list of what lies in the file; at least one document. */
  documents: Array<SealedDocumentInput>;
  /** The day it was sealed and handed over; not in the future. */
  sealedOn: Scalars['Date']['input'];
};

/** What became of recording the sealed file. */
export type RecordSealedFileResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Records that the member has presented letter and file. */
export type RecordPresentationInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The day; not before the sealing, and not in the future. */
  receivedOn: Scalars['Date']['input'];
  /** Was the seal intact? */
  sealIntact: Scalars['Boolean']['input'];
  /** What was found: required when the seal was not intact. */
  sealNote?: InputMaybe<Scalars['String']['input']>;
  /** Why it comes late: required more than 30 working days after the introduction. */
  lateReason?: InputMaybe<Scalars['String']['input']>;
};

/** What became of recording the presentation. */
export type RecordPresentationResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Reports that the member has lost the sealed file. */
export type ReportFileLossInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The day of the loss; not before the sealing, and not in the future. */
  lostOn: Scalars['Date']['input'];
  /** Where it was lost, at most 300 characters. */
  lostPlace: Scalars['String']['input'];
  /** How it was lost. */
  reason: Scalars['String']['input'];
  /** Number of what the police at that place confirmed. */
  confirmationNumber?: InputMaybe<Scalars['String']['input']>;
  /** Scans of it: files that you have brought (`prepareTransferUpload`), at most 20. Refused: FILE_NOT_UPLOADED, FILE_IN_USE. */
  confirmationIds?: Array<Scalars['UUID']['input']>;
};

/** What became of the report. */
export type ReportFileLossResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A stay at another branch (sinh hoạt đảng tạm thời). */
export type TemporaryStay = {
  /** What was asked last for the stay to become permanent; null when nothing was. */
  conversion?: Maybe<StayConversion>;
  /** First day of the term; null only in a draft. */
  from?: Maybe<Scalars['Date']['output']>;
  /** Last day of the term that holds now, extensions included; null only in a draft. */
  through?: Maybe<Scalars['Date']['output']>;
  /** Last day of the term that was asked for at first; null only in a draft. */
  originalThrough?: Maybe<Scalars['Date']['output']>;
  /** What for. */
  purpose?: Maybe<Scalars['String']['output']>;
  /** Document of the Secretariat by which the stay may be longer than the limits. */
  specialDocument?: Maybe<Scalars['String']['output']>;
  /** Who charges dues meanwhile. */
  duesPlace: StayDuesPlace;
  /** The day on which the branch received the member; null before. */
  startedOn?: Maybe<Scalars['Date']['output']>;
  /** The day on which the stay was over; null until then. */
  endedOn?: Maybe<Scalars['Date']['output']>;
  /** What the member may do where, while the stay runs; empty before and afterwards. */
  rights: Array<PartyRights>;
  /** Longer terms that were asked for, the first first. */
  extensions: Array<StayExtension>;
  /** What the branch noted of the member during the stay, the first first. Reading it about somebody else is kept in the audit trail. */
  notes: Array<StayNote>;
  /** What the branch says of the member at the end; null until then. Reading it about somebody else is kept in the audit trail. */
  comment?: Maybe<StayComment>;
};

/** A stay that is to become permanent. */
export type StayConversion = {
  /** The day on which the member asked. */
  askedOn: Scalars['Date']['output'];
  /** Why the member moves for good. */
  transferReason: TransferReason;
  /** The decision behind it. */
  decision: TransferDecision;
  /** Did the origin agree? Null until it has decided. */
  agreed?: Maybe<Scalars['Boolean']['output']>;
  /** The day of the decision. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Why it was refused. */
  decisionReason?: Maybe<Scalars['String']['output']>;
  /** The official transfer that was opened; null otherwise. */
  official?: Maybe<Transfer>;
};

/** Asks for a stay to become permanent. */
export type RequestStayConversionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why you move for good: a reason of official transfers. */
  transferReason: TransferReason;
  /** Number and symbol of the decision (số quyết định). */
  decisionNumber: Scalars['String']['input'];
  /** Day of the decision; not in the future. */
  decisionDate: Scalars['Date']['input'];
  /** Who decided. */
  decisionIssuer: Scalars['String']['input'];
  /** The day from which the decision holds, or of the change of residence. */
  effectiveDate: Scalars['Date']['input'];
  /** Why the request comes late: required more than 60 working days after `effectiveDate`. */
  lateReason?: InputMaybe<Scalars['String']['input']>;
  /** What you want to say to the origin branch. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The decision and the self-criticism, both required, and what else belongs to the request; at most 20. Refused: DOCUMENT_MISSING, FILE_NOT_UPLOADED, FILE_IN_USE, INVALID_INPUT (a file named twice). */
  documents?: Array<TransferDocumentInput>;
};

/** What became of asking. */
export type RequestStayConversionResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Agrees that a stay becomes permanent. */
export type AgreeStayConversionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What became of agreeing. */
export type AgreeStayConversionResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Refuses that a stay becomes permanent. */
export type RefuseStayConversionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, in words that the member will read. */
  reason: Scalars['String']['input'];
};

/** What became of the refusal. */
export type RefuseStayConversionResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A member’s request to be transferred for a time. */
export type RequestTemporaryTransferInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /**
   * The branch to join: a branch or grassroots branch that the directory knows, of this province or of another. Left out when none is meant:
   * `destinationText` then says where, and one of the two is required.
   */
  destinationBranchId?: InputMaybe<Scalars['UUID']['input']>;
  /**
   * Where to, in words, when the place lies outside of every system (Army, Police, abroad, areas without a system): branch and whatever stands
   * above it, as the letter will name it; at most 500 characters.
   */
  destinationText?: InputMaybe<Scalars['String']['input']>;
  /** Why you go: `WORK`, `LABOUR`, `STUDY` or `CHANGE_RESIDENCE`. */
  reason: TransferReason;
  /** First day of the stay; also the day from which the decision holds. */
  from: Scalars['Date']['input'];
  /** Last day of the stay. At least 3 months (STAY_TOO_SHORT), less than 12; full-time study at most 24 (STAY_TOO_LONG). */
  through: Scalars['Date']['input'];
  /** What for, in words, at most 500 characters. */
  purpose?: InputMaybe<Scalars['String']['input']>;
  /** Number and day of the document of the Secretariat by which the stay may be longer than that. */
  specialDocument?: InputMaybe<Scalars['String']['input']>;
  /** Number and symbol of the decision (số quyết định). */
  decisionNumber: Scalars['String']['input'];
  /** Day of the decision; not in the future. */
  decisionDate: Scalars['Date']['input'];
  /** Who decided. */
  decisionIssuer: Scalars['String']['input'];
  /** The decision or the confirmation of whoever is competent, required, and what else belongs to the request; at most 20. Refused: DOCUMENT_MISSING, FILE_NOT_UPLOADED, FILE_IN_USE, INVALID_INPUT (a file named twice, a role that is the officers’). */
  documents?: Array<TransferDocumentInput>;
};

/** What became of the request. */
export type RequestTemporaryTransferResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A request for a temporary transfer that came on paper or by post. */
export type EnterPaperTemporaryTransferInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The member who asks: of the branch in which you act, and not yourself. */
  memberId: Scalars['UUID']['input'];
  /** How the request came in; not `ONLINE`. */
  channel: TransferChannel;
  /**
   * The branch to join: a branch or grassroots branch that the directory knows, of this province or of another. Left out when none is meant:
   * `destinationText` then says where, and one of the two is required.
   */
  destinationBranchId?: InputMaybe<Scalars['UUID']['input']>;
  /**
   * Where to, in words, when the place lies outside of every system (Army, Police, abroad, areas without a system): branch and whatever stands
   * above it, as the letter will name it; at most 500 characters.
   */
  destinationText?: InputMaybe<Scalars['String']['input']>;
  /** Why the member goes: `WORK`, `LABOUR`, `STUDY` or `CHANGE_RESIDENCE`. */
  reason: TransferReason;
  /** First day of the stay; also the day from which the decision holds. */
  from: Scalars['Date']['input'];
  /** Last day of the stay. At least 3 months (STAY_TOO_SHORT), less than 12; full-time study at most 24 (STAY_TOO_LONG). */
  through: Scalars['Date']['input'];
  /** What for, in words, at most 500 characters. */
  purpose?: InputMaybe<Scalars['String']['input']>;
  /** Number and day of the document of the Secretariat by which the stay may be longer than that. */
  specialDocument?: InputMaybe<Scalars['String']['input']>;
  /** Number and symbol of the decision (số quyết định). */
  decisionNumber: Scalars['String']['input'];
  /** Day of the decision; not in the future. */
  decisionDate: Scalars['Date']['input'];
  /** Who decided. */
  decisionIssuer: Scalars['String']['input'];
  /** Scans of the request and of the decision: files that you have brought (`prepareTransferUpload`), 1 to 20. Refused: SCAN_REQUIRED, FILE_NOT_UPLOADED, FILE_IN_USE. */
  scanIds: Array<Scalars['UUID']['input']>;
};

/** What became of the entry. */
export type EnterPaperTemporaryTransferResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** A draft of a temporary transfer, as far as it goes. */
export type SaveTemporaryTransferDraftInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The branch to join. */
  destinationBranchId?: InputMaybe<Scalars['UUID']['input']>;
  /** Where you go, when no branch of the directory is meant. */
  destinationText?: InputMaybe<Scalars['String']['input']>;
  /** Why you go. */
  reason?: InputMaybe<TransferReason>;
  /** First day of the stay; also the day from which the decision holds. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Last day of the stay. */
  through?: InputMaybe<Scalars['Date']['input']>;
  /** What for, in words, at most 500 characters. */
  purpose?: InputMaybe<Scalars['String']['input']>;
  /** Number and day of the document of the Secretariat by which the stay may be longer than the limits. */
  specialDocument?: InputMaybe<Scalars['String']['input']>;
  /** Number and symbol of the decision (số quyết định). */
  decisionNumber?: InputMaybe<Scalars['String']['input']>;
  /** Day of the decision. */
  decisionDate?: InputMaybe<Scalars['Date']['input']>;
  /** Who decided. */
  decisionIssuer?: InputMaybe<Scalars['String']['input']>;
  /** Everything that belongs to the draft, at most 20; what is no longer among them is forgotten. Null: as it was. Refused: FILE_NOT_UPLOADED, FILE_IN_USE, INVALID_INPUT (a file named twice, a role that is the officers’). */
  documents?: InputMaybe<Array<TransferDocumentInput>>;
};

/** What became of saving the draft. */
export type SaveTemporaryTransferDraftResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Receives the letter of a stay. */
export type ReceiveStayLetterInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /**
   * The branch that takes the member, when it is not the one that was asked for: a branch of your committee, not the origin. Refused:
   * UNIT_NOT_FOUND, DESTINATION_NOT_A_BRANCH, UNIT_ENDED, DESTINATION_IS_ORIGIN, PROCEDURE_NOT_STARTED.
   */
  assignBranchId?: InputMaybe<Scalars['UUID']['input']>;
};

/** What became of receiving the letter. */
export type ReceiveStayLetterResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Receives the member for a stay. */
export type ConfirmTemporaryStayInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Sign this box digitally, with the certificate of whoever acts. Levels from the grassroots committee up always do, whatever is said here. */
  sign?: Scalars['Boolean']['input'];
  /** For a case on paper or by post: scans of the letter that was signed by hand, instead of a digital signature. */
  paperScanIds?: Array<Scalars['UUID']['input']>;
};

/** What became of the reception. */
export type ConfirmTemporaryStayResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Comments on a member who goes back. */
export type WriteStayCommentInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** How the member took part: quality, duties, ties; at most 2000 characters. Refused when empty: STAY_COMMENT_REQUIRED. */
  comment: Scalars['String']['input'];
  /** Sign this box digitally, with the certificate of whoever acts. Levels from the grassroots committee up always do, whatever is said here. */
  sign?: Scalars['Boolean']['input'];
  /** For a case on paper or by post: scans of the letter that was signed by hand, instead of a digital signature. */
  paperScanIds?: Array<Scalars['UUID']['input']>;
};

/** What became of the comment. */
export type WriteStayCommentResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Receives a member back after a stay. */
export type ReceiveMemberBackInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Sign this box digitally, with the certificate of whoever acts. Levels from the grassroots committee up always do, whatever is said here. */
  sign?: Scalars['Boolean']['input'];
  /** For a case on paper or by post: scans of the letter that was signed by hand, instead of a digital signature. */
  paperScanIds?: Array<Scalars['UUID']['input']>;
};

/** What became of the return. */
export type ReceiveMemberBackResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Notes something of a member on a stay. */
export type AddStayNoteInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** What is noted, at most 2000 characters. */
  note: Scalars['String']['input'];
};

/** What became of the note. */
export type AddStayNoteResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Asks for a longer stay. */
export type RequestStayExtensionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** The new last day: later than the present one, within the limits for the whole stay (STAY_TOO_LONG). */
  through: Scalars['Date']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** Number and day of the document of the Secretariat by which the stay may be longer than the limits. */
  specialDocument?: InputMaybe<Scalars['String']['input']>;
  /** The document by which the term is longer, required with the role `DECISION`, and what else belongs to it; at most 20. Refused: DOCUMENT_MISSING, FILE_NOT_UPLOADED, FILE_IN_USE, INVALID_INPUT (a file named twice). */
  documents?: Array<TransferDocumentInput>;
};

/** What became of asking. */
export type RequestStayExtensionResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Agrees to a longer stay. */
export type GrantStayExtensionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
};

/** What became of agreeing. */
export type GrantStayExtensionResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Refuses a longer stay. */
export type RefuseStayExtensionInput = {
  /** A key of your own making, 1 to 100 characters, one for each intention: the same key and input again change nothing. */
  idempotencyKey: Scalars['String']['input'];
  /** The dossier. */
  transferId: Scalars['UUID']['input'];
  /** The `version` that you read; when it has grown since, somebody acted in between. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, in words that the member will read. */
  reason: Scalars['String']['input'];
};

/** What became of the refusal. */
export type RefuseStayExtensionResult = {
  /** The dossier as it is now; null when the act was declined. */
  transfer?: Maybe<Transfer>;
  /** Why it was declined; null when it was done. */
  refusal?: Maybe<Refusal>;
};

/** Who charges the dues of a member on a stay. */
export type StayDuesPlace =
  /** Nơi sinh hoạt tạm thời — the branch of the stay, from the month after that of the letter until the return. */
  | 'TEMPORARY'
  /** Nơi sinh hoạt chính thức — the branch to which the member belongs, all the while. */
  | 'OFFICIAL';

/** Whose stays are meant. */
export type StaySide =
  /** Nơi đến — members of other branches who take part here for a time. */
  | 'HOST'
  /** Nơi đi — members of this unit who take part elsewhere for a time. */
  | 'HOME';

/** Rights of a member in a branch (quyền biểu quyết, ứng cử và bầu cử); none of the three where they only stay. */
export type PartyRights = {
  /** The branch; null when it lies outside of every system. */
  branch?: Maybe<OrgUnit>;
  /** May vote (biểu quyết). */
  canVote: Scalars['Boolean']['output'];
  /** May stand for office (ứng cử). */
  canStand: Scalars['Boolean']['output'];
  /** May elect (bầu cử). */
  canElect: Scalars['Boolean']['output'];
};

/** A longer term that was asked for. */
export type StayExtension = {
  /** The day on which the member asked. */
  askedOn: Scalars['Date']['output'];
  /** Last day of the term at that time. */
  oldThrough: Scalars['Date']['output'];
  /** Last day that was asked for. */
  newThrough: Scalars['Date']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
  /** Document of the Secretariat, where the limits would be passed. */
  specialDocument?: Maybe<Scalars['String']['output']>;
  /** Was it granted? Null until it is decided. */
  granted?: Maybe<Scalars['Boolean']['output']>;
  /** The day of the decision. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Why it was refused. */
  decisionReason?: Maybe<Scalars['String']['output']>;
  /** Who decided. */
  decidedByName?: Maybe<Scalars['String']['output']>;
  /** The title in which they decided. */
  decidedByTitle?: Maybe<Scalars['String']['output']>;
};

/** A note of the branch of the stay on how the member takes part. */
export type StayNote = {
  /** The day. */
  notedOn: Scalars['Date']['output'];
  /** What was noted. */
  note: Scalars['String']['output'];
  /** Who noted it. */
  byName: Scalars['String']['output'];
  /** The title in which they noted it. */
  byTitle: Scalars['String']['output'];
};

/** What the branch of the stay says of the member who goes back (box 5). */
export type StayComment = {
  /** What it says. */
  text: Scalars['String']['output'];
  /** The day. */
  writtenOn: Scalars['Date']['output'];
  /** Who wrote it. */
  byName?: Maybe<Scalars['String']['output']>;
  /** The title in which they wrote it. */
  byTitle?: Maybe<Scalars['String']['output']>;
  /** Dues are paid to the end of this month there. */
  duesPaidThrough?: Maybe<Scalars['Month']['output']>;
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
  Transfer: Transfer;
  Member: Member;
  OrgUnit: OrgUnit;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Transfer:
    ( { __typename: 'Transfer' }
    & GraphQLRecursivePick<FederationTypes['Transfer'], {"id":true}> );
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
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TransferOutside: ResolverTypeWrapper<any>;
  LetterDispatchStatus: ResolverTypeWrapper<any>;
  LetterDispatch: ResolverTypeWrapper<any>;
  ResendLetterInput: ResolverTypeWrapper<any>;
  ResendLetterResult: ResolverTypeWrapper<any>;
  RequestOfficialTransferInput: ResolverTypeWrapper<any>;
  EnterPaperTransferInput: ResolverTypeWrapper<any>;
  RequestOfficialTransferResult: ResolverTypeWrapper<any>;
  EnterPaperTransferResult: ResolverTypeWrapper<any>;
  RequestTransferSupplementInput: ResolverTypeWrapper<any>;
  RequestTransferSupplementResult: ResolverTypeWrapper<any>;
  SupplementTransferInput: ResolverTypeWrapper<any>;
  SupplementTransferResult: ResolverTypeWrapper<any>;
  RejectTransferInput: ResolverTypeWrapper<any>;
  RejectTransferResult: ResolverTypeWrapper<any>;
  WithdrawTransferInput: ResolverTypeWrapper<any>;
  WithdrawTransferResult: ResolverTypeWrapper<any>;
  ReturnTransferInput: ResolverTypeWrapper<any>;
  ReturnTransferResult: ResolverTypeWrapper<any>;
  CorrectAndResendTransferInput: ResolverTypeWrapper<any>;
  CorrectAndResendTransferResult: ResolverTypeWrapper<any>;
  CancelTransferInput: ResolverTypeWrapper<any>;
  CancelTransferResult: ResolverTypeWrapper<any>;
  AdmitMemberInput: ResolverTypeWrapper<any>;
  AdmitMemberResult: ResolverTypeWrapper<any>;
  Transfer: ResolverTypeWrapper<any>;
  TransferDelay: ResolverTypeWrapper<any>;
  ExplainTransferDelayInput: ResolverTypeWrapper<any>;
  ExplainTransferDelayResult: ResolverTypeWrapper<any>;
  TransferDeskConnection: ResolverTypeWrapper<any>;
  TransferKind: ResolverTypeWrapper<any>;
  TransferReason: ResolverTypeWrapper<any>;
  TransferChannel: ResolverTypeWrapper<any>;
  TransferStatus: ResolverTypeWrapper<any>;
  TransferFlag: ResolverTypeWrapper<any>;
  TransferSubject: ResolverTypeWrapper<any>;
  TransferDecision: ResolverTypeWrapper<any>;
  Member: ResolverTypeWrapper<any>;
  OrgUnit: ResolverTypeWrapper<any>;
  TransferConnection: ResolverTypeWrapper<any>;
  TransferEdge: ResolverTypeWrapper<any>;
  SaveOfficialTransferDraftInput: ResolverTypeWrapper<any>;
  SaveOfficialTransferDraftResult: ResolverTypeWrapper<any>;
  SubmitTransferInput: ResolverTypeWrapper<any>;
  SubmitTransferResult: ResolverTypeWrapper<any>;
  TransferDocumentRole: ResolverTypeWrapper<any>;
  TransferDocument: ResolverTypeWrapper<any>;
  TransferDocumentInput: ResolverTypeWrapper<any>;
  LetterType: ResolverTypeWrapper<any>;
  LetterStatus: ResolverTypeWrapper<any>;
  LetterBoxStatus: ResolverTypeWrapper<any>;
  IntroductionLetter: ResolverTypeWrapper<any>;
  LetterBox: ResolverTypeWrapper<any>;
  IssueLetterInput: ResolverTypeWrapper<any>;
  IssueLetterResult: ResolverTypeWrapper<any>;
  SignLetterBoxInput: ResolverTypeWrapper<any>;
  SignLetterBoxResult: ResolverTypeWrapper<any>;
  CorrectLetterBoxInput: ResolverTypeWrapper<any>;
  CorrectLetterBoxResult: ResolverTypeWrapper<any>;
  ReturnLetterBoxInput: ResolverTypeWrapper<any>;
  ReturnLetterBoxResult: ResolverTypeWrapper<any>;
  VoidLetterInput: ResolverTypeWrapper<any>;
  VoidLetterResult: ResolverTypeWrapper<any>;
  MeetingSide: ResolverTypeWrapper<any>;
  TransferMeeting: ResolverTypeWrapper<any>;
  MeetingInput: ResolverTypeWrapper<any>;
  RecordReviewMeetingInput: ResolverTypeWrapper<any>;
  RecordReviewMeetingResult: ResolverTypeWrapper<any>;
  Gender: ResolverTypeWrapper<any>;
  IncomingPersonInput: ResolverTypeWrapper<any>;
  IncomingSealedFileInput: ResolverTypeWrapper<any>;
  EnterIncomingLetterInput: ResolverTypeWrapper<any>;
  EnterIncomingLetterResult: ResolverTypeWrapper<any>;
  TakeOverIncomingLetterInput: ResolverTypeWrapper<any>;
  TakeOverIncomingLetterResult: ResolverTypeWrapper<any>;
  SendBackIncomingLetterInput: ResolverTypeWrapper<any>;
  SendBackIncomingLetterResult: ResolverTypeWrapper<any>;
  TransferEnd: ResolverTypeWrapper<any>;
  OutsideAnswerKind: ResolverTypeWrapper<any>;
  OutsideAnswer: ResolverTypeWrapper<any>;
  OutsideDocument: ResolverTypeWrapper<any>;
  RecordOutsideReceiptInput: ResolverTypeWrapper<any>;
  RecordOutsideReceiptResult: ResolverTypeWrapper<any>;
  RecordOutsideReturnInput: ResolverTypeWrapper<any>;
  RecordOutsideReturnResult: ResolverTypeWrapper<any>;
  RecordOutsideStayCommentInput: ResolverTypeWrapper<any>;
  RecordOutsideStayCommentResult: ResolverTypeWrapper<any>;
  IntroductionDirection: ResolverTypeWrapper<any>;
  IntroductionReach: ResolverTypeWrapper<any>;
  IntroductionRegisterConnection: ResolverTypeWrapper<any>;
  IntroductionCounts: ResolverTypeWrapper<any>;
  IntroductionEntryEdge: ResolverTypeWrapper<any>;
  IntroductionEntry: ResolverTypeWrapper<any>;
  SealedFile: ResolverTypeWrapper<any>;
  SealedFileLoss: ResolverTypeWrapper<any>;
  SealedDocument: ResolverTypeWrapper<any>;
  SealedDocumentInput: ResolverTypeWrapper<any>;
  RecordSealedFileInput: ResolverTypeWrapper<any>;
  RecordSealedFileResult: ResolverTypeWrapper<any>;
  RecordPresentationInput: ResolverTypeWrapper<any>;
  RecordPresentationResult: ResolverTypeWrapper<any>;
  ReportFileLossInput: ResolverTypeWrapper<any>;
  ReportFileLossResult: ResolverTypeWrapper<any>;
  TemporaryStay: ResolverTypeWrapper<any>;
  StayConversion: ResolverTypeWrapper<any>;
  RequestStayConversionInput: ResolverTypeWrapper<any>;
  RequestStayConversionResult: ResolverTypeWrapper<any>;
  AgreeStayConversionInput: ResolverTypeWrapper<any>;
  AgreeStayConversionResult: ResolverTypeWrapper<any>;
  RefuseStayConversionInput: ResolverTypeWrapper<any>;
  RefuseStayConversionResult: ResolverTypeWrapper<any>;
  RequestTemporaryTransferInput: ResolverTypeWrapper<any>;
  RequestTemporaryTransferResult: ResolverTypeWrapper<any>;
  EnterPaperTemporaryTransferInput: ResolverTypeWrapper<any>;
  EnterPaperTemporaryTransferResult: ResolverTypeWrapper<any>;
  SaveTemporaryTransferDraftInput: ResolverTypeWrapper<any>;
  SaveTemporaryTransferDraftResult: ResolverTypeWrapper<any>;
  ReceiveStayLetterInput: ResolverTypeWrapper<any>;
  ReceiveStayLetterResult: ResolverTypeWrapper<any>;
  ConfirmTemporaryStayInput: ResolverTypeWrapper<any>;
  ConfirmTemporaryStayResult: ResolverTypeWrapper<any>;
  WriteStayCommentInput: ResolverTypeWrapper<any>;
  WriteStayCommentResult: ResolverTypeWrapper<any>;
  ReceiveMemberBackInput: ResolverTypeWrapper<any>;
  ReceiveMemberBackResult: ResolverTypeWrapper<any>;
  AddStayNoteInput: ResolverTypeWrapper<any>;
  AddStayNoteResult: ResolverTypeWrapper<any>;
  RequestStayExtensionInput: ResolverTypeWrapper<any>;
  RequestStayExtensionResult: ResolverTypeWrapper<any>;
  GrantStayExtensionInput: ResolverTypeWrapper<any>;
  GrantStayExtensionResult: ResolverTypeWrapper<any>;
  RefuseStayExtensionInput: ResolverTypeWrapper<any>;
  RefuseStayExtensionResult: ResolverTypeWrapper<any>;
  StayDuesPlace: ResolverTypeWrapper<any>;
  StaySide: ResolverTypeWrapper<any>;
  PartyRights: ResolverTypeWrapper<any>;
  StayExtension: ResolverTypeWrapper<any>;
  StayNote: ResolverTypeWrapper<any>;
  StayComment: ResolverTypeWrapper<any>;
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
  TransferOutside: any;
  LetterDispatch: any;
  ResendLetterInput: any;
  ResendLetterResult: any;
  RequestOfficialTransferInput: any;
  EnterPaperTransferInput: any;
  RequestOfficialTransferResult: any;
  EnterPaperTransferResult: any;
  RequestTransferSupplementInput: any;
  RequestTransferSupplementResult: any;
  SupplementTransferInput: any;
  SupplementTransferResult: any;
  RejectTransferInput: any;
  RejectTransferResult: any;
  WithdrawTransferInput: any;
  WithdrawTransferResult: any;
  ReturnTransferInput: any;
  ReturnTransferResult: any;
  CorrectAndResendTransferInput: any;
  CorrectAndResendTransferResult: any;
  CancelTransferInput: any;
  CancelTransferResult: any;
  AdmitMemberInput: any;
  AdmitMemberResult: any;
  Transfer: any;
  TransferDelay: any;
  ExplainTransferDelayInput: any;
  ExplainTransferDelayResult: any;
  TransferDeskConnection: any;
  TransferSubject: any;
  TransferDecision: any;
  Member: any;
  OrgUnit: any;
  TransferConnection: any;
  TransferEdge: any;
  SaveOfficialTransferDraftInput: any;
  SaveOfficialTransferDraftResult: any;
  SubmitTransferInput: any;
  SubmitTransferResult: any;
  TransferDocument: any;
  TransferDocumentInput: any;
  IntroductionLetter: any;
  LetterBox: any;
  IssueLetterInput: any;
  IssueLetterResult: any;
  SignLetterBoxInput: any;
  SignLetterBoxResult: any;
  CorrectLetterBoxInput: any;
  CorrectLetterBoxResult: any;
  ReturnLetterBoxInput: any;
  ReturnLetterBoxResult: any;
  VoidLetterInput: any;
  VoidLetterResult: any;
  TransferMeeting: any;
  MeetingInput: any;
  RecordReviewMeetingInput: any;
  RecordReviewMeetingResult: any;
  IncomingPersonInput: any;
  IncomingSealedFileInput: any;
  EnterIncomingLetterInput: any;
  EnterIncomingLetterResult: any;
  TakeOverIncomingLetterInput: any;
  TakeOverIncomingLetterResult: any;
  SendBackIncomingLetterInput: any;
  SendBackIncomingLetterResult: any;
  OutsideAnswer: any;
  OutsideDocument: any;
  RecordOutsideReceiptInput: any;
  RecordOutsideReceiptResult: any;
  RecordOutsideReturnInput: any;
  RecordOutsideReturnResult: any;
  RecordOutsideStayCommentInput: any;
  RecordOutsideStayCommentResult: any;
  IntroductionRegisterConnection: any;
  IntroductionCounts: any;
  IntroductionEntryEdge: any;
  IntroductionEntry: any;
  SealedFile: any;
  SealedFileLoss: any;
  SealedDocument: any;
  SealedDocumentInput: any;
  RecordSealedFileInput: any;
  RecordSealedFileResult: any;
  RecordPresentationInput: any;
  RecordPresentationResult: any;
  ReportFileLossInput: any;
  ReportFileLossResult: any;
  TemporaryStay: any;
  StayConversion: any;
  RequestStayConversionInput: any;
  RequestStayConversionResult: any;
  AgreeStayConversionInput: any;
  AgreeStayConversionResult: any;
  RefuseStayConversionInput: any;
  RefuseStayConversionResult: any;
  RequestTemporaryTransferInput: any;
  RequestTemporaryTransferResult: any;
  EnterPaperTemporaryTransferInput: any;
  EnterPaperTemporaryTransferResult: any;
  SaveTemporaryTransferDraftInput: any;
  SaveTemporaryTransferDraftResult: any;
  ReceiveStayLetterInput: any;
  ReceiveStayLetterResult: any;
  ConfirmTemporaryStayInput: any;
  ConfirmTemporaryStayResult: any;
  WriteStayCommentInput: any;
  WriteStayCommentResult: any;
  ReceiveMemberBackInput: any;
  ReceiveMemberBackResult: any;
  AddStayNoteInput: any;
  AddStayNoteResult: any;
  RequestStayExtensionInput: any;
  RequestStayExtensionResult: any;
  GrantStayExtensionInput: any;
  GrantStayExtensionResult: any;
  RefuseStayExtensionInput: any;
  RefuseStayExtensionResult: any;
  PartyRights: any;
  StayExtension: any;
  StayNote: any;
  StayComment: any;
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
  transferAudit?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, RequireFields<QueryTransferAuditArgs, 'first'>>;
  transferDesk?: Resolver<Maybe<ResolversTypes['TransferDeskConnection']>, ParentType, ContextType, RequireFields<QueryTransferDeskArgs, 'waitingForMe' | 'overdueOnly' | 'first'>>;
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType, RequireFields<QueryTransferArgs, 'id'>>;
  me?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  resendLetter?: Resolver<ResolversTypes['ResendLetterResult'], ParentType, ContextType, RequireFields<MutationResendLetterArgs, 'input'>>;
  requestOfficialTransfer?: Resolver<ResolversTypes['RequestOfficialTransferResult'], ParentType, ContextType, RequireFields<MutationRequestOfficialTransferArgs, 'input'>>;
  enterPaperTransfer?: Resolver<ResolversTypes['EnterPaperTransferResult'], ParentType, ContextType, RequireFields<MutationEnterPaperTransferArgs, 'input'>>;
  requestTransferSupplement?: Resolver<ResolversTypes['RequestTransferSupplementResult'], ParentType, ContextType, RequireFields<MutationRequestTransferSupplementArgs, 'input'>>;
  supplementTransfer?: Resolver<ResolversTypes['SupplementTransferResult'], ParentType, ContextType, RequireFields<MutationSupplementTransferArgs, 'input'>>;
  rejectTransfer?: Resolver<ResolversTypes['RejectTransferResult'], ParentType, ContextType, RequireFields<MutationRejectTransferArgs, 'input'>>;
  withdrawTransfer?: Resolver<ResolversTypes['WithdrawTransferResult'], ParentType, ContextType, RequireFields<MutationWithdrawTransferArgs, 'input'>>;
  returnTransfer?: Resolver<ResolversTypes['ReturnTransferResult'], ParentType, ContextType, RequireFields<MutationReturnTransferArgs, 'input'>>;
  correctAndResendTransfer?: Resolver<ResolversTypes['CorrectAndResendTransferResult'], ParentType, ContextType, RequireFields<MutationCorrectAndResendTransferArgs, 'input'>>;
  cancelTransfer?: Resolver<ResolversTypes['CancelTransferResult'], ParentType, ContextType, RequireFields<MutationCancelTransferArgs, 'input'>>;
  admitMember?: Resolver<ResolversTypes['AdmitMemberResult'], ParentType, ContextType, RequireFields<MutationAdmitMemberArgs, 'input'>>;
  explainTransferDelay?: Resolver<ResolversTypes['ExplainTransferDelayResult'], ParentType, ContextType, RequireFields<MutationExplainTransferDelayArgs, 'input'>>;
  saveOfficialTransferDraft?: Resolver<ResolversTypes['SaveOfficialTransferDraftResult'], ParentType, ContextType, RequireFields<MutationSaveOfficialTransferDraftArgs, 'input'>>;
  submitTransfer?: Resolver<ResolversTypes['SubmitTransferResult'], ParentType, ContextType, RequireFields<MutationSubmitTransferArgs, 'input'>>;
  prepareTransferUpload?: Resolver<ResolversTypes['PrepareUploadResult'], ParentType, ContextType, RequireFields<MutationPrepareTransferUploadArgs, 'input'>>;
  issueLetter?: Resolver<ResolversTypes['IssueLetterResult'], ParentType, ContextType, RequireFields<MutationIssueLetterArgs, 'input'>>;
  signLetterBox?: Resolver<ResolversTypes['SignLetterBoxResult'], ParentType, ContextType, RequireFields<MutationSignLetterBoxArgs, 'input'>>;
  correctLetterBox?: Resolver<ResolversTypes['CorrectLetterBoxResult'], ParentType, ContextType, RequireFields<MutationCorrectLetterBoxArgs, 'input'>>;
  returnLetterBox?: Resolver<ResolversTypes['ReturnLetterBoxResult'], ParentType, ContextType, RequireFields<MutationReturnLetterBoxArgs, 'input'>>;
  voidLetter?: Resolver<ResolversTypes['VoidLetterResult'], ParentType, ContextType, RequireFields<MutationVoidLetterArgs, 'input'>>;
  recordReviewMeeting?: Resolver<ResolversTypes['RecordReviewMeetingResult'], ParentType, ContextType, RequireFields<MutationRecordReviewMeetingArgs, 'input'>>;
  enterIncomingLetter?: Resolver<ResolversTypes['EnterIncomingLetterResult'], ParentType, ContextType, RequireFields<MutationEnterIncomingLetterArgs, 'input'>>;
  takeOverIncomingLetter?: Resolver<ResolversTypes['TakeOverIncomingLetterResult'], ParentType, ContextType, RequireFields<MutationTakeOverIncomingLetterArgs, 'input'>>;
  sendBackIncomingLetter?: Resolver<ResolversTypes['SendBackIncomingLetterResult'], ParentType, ContextType, RequireFields<MutationSendBackIncomingLetterArgs, 'input'>>;
  recordOutsideReceipt?: Resolver<ResolversTypes['RecordOutsideReceiptResult'], ParentType, ContextType, RequireFields<MutationRecordOutsideReceiptArgs, 'input'>>;
  recordOutsideReturn?: Resolver<ResolversTypes['RecordOutsideReturnResult'], ParentType, ContextType, RequireFields<MutationRecordOutsideReturnArgs, 'input'>>;
  recordOutsideStayComment?: Resolver<ResolversTypes['RecordOutsideStayCommentResult'], ParentType, ContextType, RequireFields<MutationRecordOutsideStayCommentArgs, 'input'>>;
  recordSealedFile?: Resolver<ResolversTypes['RecordSealedFileResult'], ParentType, ContextType, RequireFields<MutationRecordSealedFileArgs, 'input'>>;
  recordPresentation?: Resolver<ResolversTypes['RecordPresentationResult'], ParentType, ContextType, RequireFields<MutationRecordPresentationArgs, 'input'>>;
  reportFileLoss?: Resolver<ResolversTypes['ReportFileLossResult'], ParentType, ContextType, RequireFields<MutationReportFileLossArgs, 'input'>>;
  requestStayConversion?: Resolver<ResolversTypes['RequestStayConversionResult'], ParentType, ContextType, RequireFields<MutationRequestStayConversionArgs, 'input'>>;
  agreeStayConversion?: Resolver<ResolversTypes['AgreeStayConversionResult'], ParentType, ContextType, RequireFields<MutationAgreeStayConversionArgs, 'input'>>;
  refuseStayConversion?: Resolver<ResolversTypes['RefuseStayConversionResult'], ParentType, ContextType, RequireFields<MutationRefuseStayConversionArgs, 'input'>>;
  requestTemporaryTransfer?: Resolver<ResolversTypes['RequestTemporaryTransferResult'], ParentType, ContextType, RequireFields<MutationRequestTemporaryTransferArgs, 'input'>>;
  enterPaperTemporaryTransfer?: Resolver<ResolversTypes['EnterPaperTemporaryTransferResult'], ParentType, ContextType, RequireFields<MutationEnterPaperTemporaryTransferArgs, 'input'>>;
  saveTemporaryTransferDraft?: Resolver<ResolversTypes['SaveTemporaryTransferDraftResult'], ParentType, ContextType, RequireFields<MutationSaveTemporaryTransferDraftArgs, 'input'>>;
  receiveStayLetter?: Resolver<ResolversTypes['ReceiveStayLetterResult'], ParentType, ContextType, RequireFields<MutationReceiveStayLetterArgs, 'input'>>;
  confirmTemporaryStay?: Resolver<ResolversTypes['ConfirmTemporaryStayResult'], ParentType, ContextType, RequireFields<MutationConfirmTemporaryStayArgs, 'input'>>;
  writeStayComment?: Resolver<ResolversTypes['WriteStayCommentResult'], ParentType, ContextType, RequireFields<MutationWriteStayCommentArgs, 'input'>>;
  receiveMemberBack?: Resolver<ResolversTypes['ReceiveMemberBackResult'], ParentType, ContextType, RequireFields<MutationReceiveMemberBackArgs, 'input'>>;
  addStayNote?: Resolver<ResolversTypes['AddStayNoteResult'], ParentType, ContextType, RequireFields<MutationAddStayNoteArgs, 'input'>>;
  requestStayExtension?: Resolver<ResolversTypes['RequestStayExtensionResult'], ParentType, ContextType, RequireFields<MutationRequestStayExtensionArgs, 'input'>>;
  grantStayExtension?: Resolver<ResolversTypes['GrantStayExtensionResult'], ParentType, ContextType, RequireFields<MutationGrantStayExtensionArgs, 'input'>>;
  refuseStayExtension?: Resolver<ResolversTypes['RefuseStayExtensionResult'], ParentType, ContextType, RequireFields<MutationRefuseStayExtensionArgs, 'input'>>;
};

export type TransferOutsideResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferOutside'] = ResolversParentTypes['TransferOutside']> = {
  dispatch?: Resolver<Maybe<ResolversTypes['LetterDispatch']>, ParentType, ContextType>;
  end?: Resolver<ResolversTypes['TransferEnd'], ParentType, ContextType>;
  provinceCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answers?: Resolver<Array<ResolversTypes['OutsideAnswer']>, ParentType, ContextType>;
};

export type LetterDispatchResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LetterDispatch'] = ResolversParentTypes['LetterDispatch']> = {
  status?: Resolver<ResolversTypes['LetterDispatchStatus'], ParentType, ContextType>;
  receiver?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  ref?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  handedOverAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ResendLetterResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ResendLetterResult'] = ResolversParentTypes['ResendLetterResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RequestOfficialTransferResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestOfficialTransferResult'] = ResolversParentTypes['RequestOfficialTransferResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EnterPaperTransferResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EnterPaperTransferResult'] = ResolversParentTypes['EnterPaperTransferResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RequestTransferSupplementResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestTransferSupplementResult'] = ResolversParentTypes['RequestTransferSupplementResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SupplementTransferResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SupplementTransferResult'] = ResolversParentTypes['SupplementTransferResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RejectTransferResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RejectTransferResult'] = ResolversParentTypes['RejectTransferResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WithdrawTransferResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WithdrawTransferResult'] = ResolversParentTypes['WithdrawTransferResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReturnTransferResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReturnTransferResult'] = ResolversParentTypes['ReturnTransferResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CorrectAndResendTransferResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CorrectAndResendTransferResult'] = ResolversParentTypes['CorrectAndResendTransferResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CancelTransferResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CancelTransferResult'] = ResolversParentTypes['CancelTransferResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AdmitMemberResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AdmitMemberResult'] = ResolversParentTypes['AdmitMemberResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type TransferResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Transfer'] = ResolversParentTypes['Transfer'], FederationReferenceType extends FederationReferenceTypes['Transfer'] = FederationReferenceTypes['Transfer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Transfer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  delays?: Resolver<Array<ResolversTypes['TransferDelay']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TransferStatus'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TransferKind'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['TransferReason']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['TransferChannel'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['TransferSubject'], ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  originText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  destination?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  destinationText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['TransferDecision']>, ParentType, ContextType>;
  lateReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  supplementNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  waitingFor?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  flags?: Resolver<Array<ResolversTypes['TransferFlag']>, ParentType, ContextType>;
  closedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['AvailableAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  documents?: Resolver<Array<ResolversTypes['TransferDocument']>, ParentType, ContextType>;
  letter?: Resolver<Maybe<ResolversTypes['IntroductionLetter']>, ParentType, ContextType>;
  letters?: Resolver<Array<ResolversTypes['IntroductionLetter']>, ParentType, ContextType>;
  meetings?: Resolver<Array<ResolversTypes['TransferMeeting']>, ParentType, ContextType>;
  outside?: Resolver<Maybe<ResolversTypes['TransferOutside']>, ParentType, ContextType>;
  outsideDocuments?: Resolver<Array<ResolversTypes['OutsideDocument']>, ParentType, ContextType>;
  sealedFile?: Resolver<Maybe<ResolversTypes['SealedFile']>, ParentType, ContextType>;
  sealedFiles?: Resolver<Array<ResolversTypes['SealedFile']>, ParentType, ContextType>;
  converts?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  stay?: Resolver<Maybe<ResolversTypes['TemporaryStay']>, ParentType, ContextType>;
};

export type TransferDelayResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferDelay'] = ResolversParentTypes['TransferDelay']> = {
  flag?: Resolver<ResolversTypes['TransferFlag'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explainedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  byName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExplainTransferDelayResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ExplainTransferDelayResult'] = ResolversParentTypes['ExplainTransferDelayResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type TransferDeskConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferDeskConnection'] = ResolversParentTypes['TransferDeskConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TransferEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdueCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TransferSubjectResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferSubject'] = ResolversParentTypes['TransferSubject']> = {
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dateOfBirth?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  joinDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  officialDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  cardNumberMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TransferDecisionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferDecision'] = ResolversParentTypes['TransferDecision']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  transfers?: Resolver<Maybe<ResolversTypes['TransferConnection']>, ParentType, ContextType, RequireFields<MemberTransfersArgs, 'first'>>;
  temporaryStays?: Resolver<Maybe<ResolversTypes['TransferConnection']>, ParentType, ContextType, RequireFields<MemberTemporaryStaysArgs, 'first'>>;
};

export type OrgUnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnit'] = ResolversParentTypes['OrgUnit'], FederationReferenceType extends FederationReferenceTypes['OrgUnit'] = FederationReferenceTypes['OrgUnit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrgUnit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  transfers?: Resolver<Maybe<ResolversTypes['TransferConnection']>, ParentType, ContextType, RequireFields<OrgUnitTransfersArgs, 'first'>>;
  introductionRegister?: Resolver<Maybe<ResolversTypes['IntroductionRegisterConnection']>, ParentType, ContextType, RequireFields<OrgUnitIntroductionRegisterArgs, 'year' | 'direction' | 'first'>>;
  temporaryStays?: Resolver<Maybe<ResolversTypes['TransferConnection']>, ParentType, ContextType, RequireFields<OrgUnitTemporaryStaysArgs, 'side' | 'overdueOnly' | 'first'>>;
};

export type TransferConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferConnection'] = ResolversParentTypes['TransferConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TransferEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TransferEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferEdge'] = ResolversParentTypes['TransferEdge']> = {
  node?: Resolver<ResolversTypes['Transfer'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SaveOfficialTransferDraftResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SaveOfficialTransferDraftResult'] = ResolversParentTypes['SaveOfficialTransferDraftResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SubmitTransferResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubmitTransferResult'] = ResolversParentTypes['SubmitTransferResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type TransferDocumentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferDocument'] = ResolversParentTypes['TransferDocument']> = {
  role?: Resolver<ResolversTypes['TransferDocumentRole'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['Attachment'], ParentType, ContextType>;
};

export type IntroductionLetterResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IntroductionLetter'] = ResolversParentTypes['IntroductionLetter']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['LetterType'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  registerYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LetterStatus'], ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  duesPaidThrough?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  replacesLetterId?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  branchListNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  boxes?: Resolver<Array<ResolversTypes['LetterBox']>, ParentType, ContextType>;
  pdfUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signatures?: Resolver<Array<ResolversTypes['DocumentSignature']>, ParentType, ContextType>;
  outsideNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LetterBoxResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LetterBox'] = ResolversParentTypes['LetterBox']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LetterBoxStatus'], ParentType, ContextType>;
  fromUnit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  toUnit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  addressee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  correction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  correctedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  correctedByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  correctedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  correctionSignature?: Resolver<Maybe<ResolversTypes['DocumentSignature']>, ParentType, ContextType>;
  registerNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  registerYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  signedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  signature?: Resolver<Maybe<ResolversTypes['DocumentSignature']>, ParentType, ContextType>;
};

export type IssueLetterResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IssueLetterResult'] = ResolversParentTypes['IssueLetterResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SignLetterBoxResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SignLetterBoxResult'] = ResolversParentTypes['SignLetterBoxResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CorrectLetterBoxResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CorrectLetterBoxResult'] = ResolversParentTypes['CorrectLetterBoxResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReturnLetterBoxResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReturnLetterBoxResult'] = ResolversParentTypes['ReturnLetterBoxResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type VoidLetterResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['VoidLetterResult'] = ResolversParentTypes['VoidLetterResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type TransferMeetingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferMeeting'] = ResolversParentTypes['TransferMeeting']> = {
  side?: Resolver<ResolversTypes['MeetingSide'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  present?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalMembers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  votesFor?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  votesAgainst?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  conclusion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordReviewMeetingResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RecordReviewMeetingResult'] = ResolversParentTypes['RecordReviewMeetingResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EnterIncomingLetterResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EnterIncomingLetterResult'] = ResolversParentTypes['EnterIncomingLetterResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type TakeOverIncomingLetterResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TakeOverIncomingLetterResult'] = ResolversParentTypes['TakeOverIncomingLetterResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SendBackIncomingLetterResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SendBackIncomingLetterResult'] = ResolversParentTypes['SendBackIncomingLetterResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type OutsideAnswerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OutsideAnswer'] = ResolversParentTypes['OutsideAnswer']> = {
  answer?: Resolver<ResolversTypes['OutsideAnswerKind'], ParentType, ContextType>;
  answeredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unitName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signerTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enteredByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OutsideDocumentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OutsideDocument'] = ResolversParentTypes['OutsideDocument']> = {
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceFileId?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byteSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordOutsideReceiptResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RecordOutsideReceiptResult'] = ResolversParentTypes['RecordOutsideReceiptResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RecordOutsideReturnResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RecordOutsideReturnResult'] = ResolversParentTypes['RecordOutsideReturnResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RecordOutsideStayCommentResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RecordOutsideStayCommentResult'] = ResolversParentTypes['RecordOutsideStayCommentResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type IntroductionRegisterConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IntroductionRegisterConnection'] = ResolversParentTypes['IntroductionRegisterConnection']> = {
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['IntroductionDirection'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['IntroductionCounts'], ParentType, ContextType>;
  xlsxUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['IntroductionEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type IntroductionCountsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IntroductionCounts'] = ResolversParentTypes['IntroductionCounts']> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sameSuperior?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sameProvince?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  otherProvince?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  temporary?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IntroductionEntryEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IntroductionEntryEdge'] = ResolversParentTypes['IntroductionEntryEdge']> = {
  node?: Resolver<ResolversTypes['IntroductionEntry'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntroductionEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IntroductionEntry'] = ResolversParentTypes['IntroductionEntry']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enteredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  transferId?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TransferKind'], ParentType, ContextType>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dateOfBirth?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  joinDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  officialDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  cardNumberMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  counterpart?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  introducedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receivedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reach?: Resolver<ResolversTypes['IntroductionReach'], ParentType, ContextType>;
  isVoid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SealedFileResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SealedFile'] = ResolversParentTypes['SealedFile']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  documents?: Resolver<Array<ResolversTypes['SealedDocument']>, ParentType, ContextType>;
  sealedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  sealedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  carriedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  sealIntact?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  sealNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lateReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  loss?: Resolver<Maybe<ResolversTypes['SealedFileLoss']>, ParentType, ContextType>;
};

export type SealedFileLossResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SealedFileLoss'] = ResolversParentTypes['SealedFileLoss']> = {
  lostOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  report?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  confirmationNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reportedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SealedDocumentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SealedDocument'] = ResolversParentTypes['SealedDocument']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecordSealedFileResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RecordSealedFileResult'] = ResolversParentTypes['RecordSealedFileResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RecordPresentationResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RecordPresentationResult'] = ResolversParentTypes['RecordPresentationResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReportFileLossResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReportFileLossResult'] = ResolversParentTypes['ReportFileLossResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type TemporaryStayResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TemporaryStay'] = ResolversParentTypes['TemporaryStay']> = {
  conversion?: Resolver<Maybe<ResolversTypes['StayConversion']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  originalThrough?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  specialDocument?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  duesPlace?: Resolver<ResolversTypes['StayDuesPlace'], ParentType, ContextType>;
  startedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rights?: Resolver<Array<ResolversTypes['PartyRights']>, ParentType, ContextType>;
  extensions?: Resolver<Array<ResolversTypes['StayExtension']>, ParentType, ContextType>;
  notes?: Resolver<Array<ResolversTypes['StayNote']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['StayComment']>, ParentType, ContextType>;
};

export type StayConversionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StayConversion'] = ResolversParentTypes['StayConversion']> = {
  askedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  transferReason?: Resolver<ResolversTypes['TransferReason'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['TransferDecision'], ParentType, ContextType>;
  agreed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decisionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
};

export type RequestStayConversionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestStayConversionResult'] = ResolversParentTypes['RequestStayConversionResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AgreeStayConversionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AgreeStayConversionResult'] = ResolversParentTypes['AgreeStayConversionResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RefuseStayConversionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RefuseStayConversionResult'] = ResolversParentTypes['RefuseStayConversionResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RequestTemporaryTransferResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestTemporaryTransferResult'] = ResolversParentTypes['RequestTemporaryTransferResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EnterPaperTemporaryTransferResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EnterPaperTemporaryTransferResult'] = ResolversParentTypes['EnterPaperTemporaryTransferResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SaveTemporaryTransferDraftResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SaveTemporaryTransferDraftResult'] = ResolversParentTypes['SaveTemporaryTransferDraftResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReceiveStayLetterResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReceiveStayLetterResult'] = ResolversParentTypes['ReceiveStayLetterResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ConfirmTemporaryStayResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConfirmTemporaryStayResult'] = ResolversParentTypes['ConfirmTemporaryStayResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WriteStayCommentResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WriteStayCommentResult'] = ResolversParentTypes['WriteStayCommentResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReceiveMemberBackResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReceiveMemberBackResult'] = ResolversParentTypes['ReceiveMemberBackResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AddStayNoteResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AddStayNoteResult'] = ResolversParentTypes['AddStayNoteResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RequestStayExtensionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestStayExtensionResult'] = ResolversParentTypes['RequestStayExtensionResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type GrantStayExtensionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['GrantStayExtensionResult'] = ResolversParentTypes['GrantStayExtensionResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RefuseStayExtensionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RefuseStayExtensionResult'] = ResolversParentTypes['RefuseStayExtensionResult']> = {
  transfer?: Resolver<Maybe<ResolversTypes['Transfer']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type PartyRightsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PartyRights'] = ResolversParentTypes['PartyRights']> = {
  branch?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  canVote?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  canStand?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  canElect?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type StayExtensionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StayExtension'] = ResolversParentTypes['StayExtension']> = {
  askedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  oldThrough?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  newThrough?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  specialDocument?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  granted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decisionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedByTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StayNoteResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StayNote'] = ResolversParentTypes['StayNote']> = {
  notedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StayCommentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StayComment'] = ResolversParentTypes['StayComment']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  writtenOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  byName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  byTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  duesPaidThrough?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
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
  TransferOutside?: TransferOutsideResolvers<ContextType>;
  LetterDispatch?: LetterDispatchResolvers<ContextType>;
  ResendLetterResult?: ResendLetterResultResolvers<ContextType>;
  RequestOfficialTransferResult?: RequestOfficialTransferResultResolvers<ContextType>;
  EnterPaperTransferResult?: EnterPaperTransferResultResolvers<ContextType>;
  RequestTransferSupplementResult?: RequestTransferSupplementResultResolvers<ContextType>;
  SupplementTransferResult?: SupplementTransferResultResolvers<ContextType>;
  RejectTransferResult?: RejectTransferResultResolvers<ContextType>;
  WithdrawTransferResult?: WithdrawTransferResultResolvers<ContextType>;
  ReturnTransferResult?: ReturnTransferResultResolvers<ContextType>;
  CorrectAndResendTransferResult?: CorrectAndResendTransferResultResolvers<ContextType>;
  CancelTransferResult?: CancelTransferResultResolvers<ContextType>;
  AdmitMemberResult?: AdmitMemberResultResolvers<ContextType>;
  Transfer?: TransferResolvers<ContextType>;
  TransferDelay?: TransferDelayResolvers<ContextType>;
  ExplainTransferDelayResult?: ExplainTransferDelayResultResolvers<ContextType>;
  TransferDeskConnection?: TransferDeskConnectionResolvers<ContextType>;
  TransferSubject?: TransferSubjectResolvers<ContextType>;
  TransferDecision?: TransferDecisionResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  OrgUnit?: OrgUnitResolvers<ContextType>;
  TransferConnection?: TransferConnectionResolvers<ContextType>;
  TransferEdge?: TransferEdgeResolvers<ContextType>;
  SaveOfficialTransferDraftResult?: SaveOfficialTransferDraftResultResolvers<ContextType>;
  SubmitTransferResult?: SubmitTransferResultResolvers<ContextType>;
  TransferDocument?: TransferDocumentResolvers<ContextType>;
  IntroductionLetter?: IntroductionLetterResolvers<ContextType>;
  LetterBox?: LetterBoxResolvers<ContextType>;
  IssueLetterResult?: IssueLetterResultResolvers<ContextType>;
  SignLetterBoxResult?: SignLetterBoxResultResolvers<ContextType>;
  CorrectLetterBoxResult?: CorrectLetterBoxResultResolvers<ContextType>;
  ReturnLetterBoxResult?: ReturnLetterBoxResultResolvers<ContextType>;
  VoidLetterResult?: VoidLetterResultResolvers<ContextType>;
  TransferMeeting?: TransferMeetingResolvers<ContextType>;
  RecordReviewMeetingResult?: RecordReviewMeetingResultResolvers<ContextType>;
  EnterIncomingLetterResult?: EnterIncomingLetterResultResolvers<ContextType>;
  TakeOverIncomingLetterResult?: TakeOverIncomingLetterResultResolvers<ContextType>;
  SendBackIncomingLetterResult?: SendBackIncomingLetterResultResolvers<ContextType>;
  OutsideAnswer?: OutsideAnswerResolvers<ContextType>;
  OutsideDocument?: OutsideDocumentResolvers<ContextType>;
  RecordOutsideReceiptResult?: RecordOutsideReceiptResultResolvers<ContextType>;
  RecordOutsideReturnResult?: RecordOutsideReturnResultResolvers<ContextType>;
  RecordOutsideStayCommentResult?: RecordOutsideStayCommentResultResolvers<ContextType>;
  IntroductionRegisterConnection?: IntroductionRegisterConnectionResolvers<ContextType>;
  IntroductionCounts?: IntroductionCountsResolvers<ContextType>;
  IntroductionEntryEdge?: IntroductionEntryEdgeResolvers<ContextType>;
  IntroductionEntry?: IntroductionEntryResolvers<ContextType>;
  SealedFile?: SealedFileResolvers<ContextType>;
  SealedFileLoss?: SealedFileLossResolvers<ContextType>;
  SealedDocument?: SealedDocumentResolvers<ContextType>;
  RecordSealedFileResult?: RecordSealedFileResultResolvers<ContextType>;
  RecordPresentationResult?: RecordPresentationResultResolvers<ContextType>;
  ReportFileLossResult?: ReportFileLossResultResolvers<ContextType>;
  TemporaryStay?: TemporaryStayResolvers<ContextType>;
  StayConversion?: StayConversionResolvers<ContextType>;
  RequestStayConversionResult?: RequestStayConversionResultResolvers<ContextType>;
  AgreeStayConversionResult?: AgreeStayConversionResultResolvers<ContextType>;
  RefuseStayConversionResult?: RefuseStayConversionResultResolvers<ContextType>;
  RequestTemporaryTransferResult?: RequestTemporaryTransferResultResolvers<ContextType>;
  EnterPaperTemporaryTransferResult?: EnterPaperTemporaryTransferResultResolvers<ContextType>;
  SaveTemporaryTransferDraftResult?: SaveTemporaryTransferDraftResultResolvers<ContextType>;
  ReceiveStayLetterResult?: ReceiveStayLetterResultResolvers<ContextType>;
  ConfirmTemporaryStayResult?: ConfirmTemporaryStayResultResolvers<ContextType>;
  WriteStayCommentResult?: WriteStayCommentResultResolvers<ContextType>;
  ReceiveMemberBackResult?: ReceiveMemberBackResultResolvers<ContextType>;
  AddStayNoteResult?: AddStayNoteResultResolvers<ContextType>;
  RequestStayExtensionResult?: RequestStayExtensionResultResolvers<ContextType>;
  GrantStayExtensionResult?: GrantStayExtensionResultResolvers<ContextType>;
  RefuseStayExtensionResult?: RefuseStayExtensionResultResolvers<ContextType>;
  PartyRights?: PartyRightsResolvers<ContextType>;
  StayExtension?: StayExtensionResolvers<ContextType>;
  StayNote?: StayNoteResolvers<ContextType>;
  StayComment?: StayCommentResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
