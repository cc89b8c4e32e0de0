import { commentRefusalMessages } from './refusal-messages-comments.ts';
import { duesRefusalMessages } from './refusal-messages-dues.ts';
import { transferRefusalMessages } from './refusal-messages-transfers.ts';

/**
 * Every reason for which the graph refuses an act, and what people read. `{name}` is filled from `params`.
 * The same codes stand, described, in the enum `RefusalCode` of `shared.graphql`; a test compares the two.
 */
export const refusalMessages = {
  NOT_FOUND: { vi: 'Không tìm thấy.', en: 'Not found.' },
  INVALID_INPUT: { vi: 'Thông tin nhập chưa hợp lệ.', en: 'The input is not valid.' },
  VERSION_CONFLICT: {
    vi: 'Dữ liệu đã được người khác cập nhật. Hãy tải lại rồi thực hiện lại.',
    en: 'Somebody else has changed this. Load it again and repeat.',
  },
  IDEMPOTENCY_CONFLICT: {
    vi: 'Mã chống gửi trùng này đã được dùng cho một yêu cầu khác.',
    en: 'This idempotency key was used for another request.',
  },
  ACTION_NOT_ALLOWED: {
    vi: 'Bạn không được thực hiện việc này trên hồ sơ này.',
    en: 'You may not do this to this dossier.',
  },
  WRONG_STATE: {
    vi: 'Trạng thái hiện tại của hồ sơ không cho phép thực hiện việc này.',
    en: 'The dossier is not in a state in which this can be done.',
  },
  STEP_UP_REQUIRED: {
    vi: 'Hãy đăng nhập lại bằng VNeID để phê duyệt hoặc ký (phiên đăng nhập quá 10 phút).',
    en: 'Sign in again with VNeID to approve or sign (the sign-in is older than 10 minutes).',
  },
  REASON_REQUIRED: { vi: 'Phải nêu lý do.', en: 'A reason is required.' },
  OWN_CASE: {
    vi: 'Không được tự xử lý hồ sơ của chính mình.',
    en: 'Nobody decides on their own case.',
  },
  EXCLUDED_FORCE: {
    vi: 'Chưa áp dụng với đảng viên trong Công an nhân dân và Quân đội nhân dân.',
    en: 'Not applied to members serving in the People’s Public Security or the People’s Army.',
  },
  EXCLUDED_SUSPENDED: {
    vi: 'Không áp dụng với đảng viên đang bị đình chỉ sinh hoạt đảng do bị tạm giam.',
    en: 'Not applied to members whose Party activity is suspended because of detention.',
  },
  EXCLUDED_CONVICTED: {
    vi: 'Không áp dụng với đảng viên bị tòa án tuyên phạt từ cải tạo không giam giữ trở lên.',
    en: 'Not applied to members sentenced to non-custodial reform or heavier.',
  },
  EXCLUDED_OTHER: {
    vi: 'Không áp dụng với đảng viên thuộc trường hợp này theo quy định hiện hành.',
    en: 'Not applied to members in this case under current rules.',
  },
  UNIT_ENDED: {
    vi: 'Tổ chức đảng này đã kết thúc hoạt động.',
    en: 'This Party organisation has ended.',
  },
  VNEID_LEVEL_TOO_LOW: {
    vi: 'Cần tài khoản định danh điện tử mức độ 2. Hãy nâng mức độ định danh tại cơ quan Công an.',
    en: 'An e-identity of assurance level 2 is needed.',
  },
  VNEID_REJECTED: {
    vi: 'Không xác nhận được đăng nhập VNeID. Hãy đăng nhập lại.',
    en: 'The sign-in with VNeID could not be verified. Sign in again.',
  },
  VNEID_UNAVAILABLE: {
    vi: 'Hệ thống VNeID đang không phản hồi. Hãy thử lại sau ít phút.',
    en: 'VNeID does not answer at the moment. Try again in a few minutes.',
  },
  ACCOUNT_LOCKED: {
    vi: 'Tài khoản đã bị khóa. Hãy liên hệ quản trị viên của tổ chức đảng.',
    en: 'The account is locked. Ask the administrator of your Party organisation.',
  },
  ACCOUNT_CLOSED: {
    vi: 'Tài khoản đã đóng.',
    en: 'The account is closed.',
  },
  SESSION_ENDED: {
    vi: 'Phiên đăng nhập đã kết thúc. Hãy đăng nhập lại.',
    en: 'The session has ended. Sign in again.',
  },
  SESSION_IDLE: {
    vi: 'Phiên làm việc đã kết thúc do quá 15 phút không sử dụng. Hãy đăng nhập lại.',
    en: 'The session has ended: it was not used for 15 minutes. Sign in again.',
  },
  POSITION_NOT_HELD: {
    vi: 'Bạn không giữ chức vụ hoặc phân công này ở thời điểm hiện tại.',
    en: 'You do not hold this position now.',
  },
  BRANCH_CHANGE_NEEDS_TRANSFER: {
    vi: 'Thay đổi chi bộ đang sinh hoạt phải làm thủ tục chuyển sinh hoạt đảng.',
    en: 'Another branch needs a transfer of Party activity.',
  },
  UNIT_HAS_SECRETARY: {
    vi: 'Chi bộ đã có bí thư đương nhiệm.',
    en: 'The unit has a secretary already.',
  },
  CLAIM_ALREADY_OPEN: {
    vi: 'Đề nghị phê duyệt chức vụ này đang chờ cấp trên trực tiếp quyết định.',
    en: 'A claim to this position is waiting already.',
  },
  ACCOUNT_NOT_ACTIVE: {
    vi: 'Tài khoản của đảng viên này chưa được phê duyệt, hoặc đã bị khóa, đã đóng.',
    en: 'The account of this member is not approved yet, or is locked or closed.',
  },
  ALREADY_HELD: {
    vi: 'Người này đang giữ nhiệm vụ này tại tổ chức đảng đó.',
    en: 'The person holds this in that unit already.',
  },
  TERM_OVER: {
    vi: 'Nhiệm kỳ đã kết thúc.',
    en: 'The term is over.',
  },
  IDENTIFIER_TAKEN: {
    vi: 'Số này đã thuộc về một người khác.',
    en: 'This number belongs to somebody else.',
  },
  CHANGE_ALREADY_OPEN: {
    vi: 'Đang có một đề nghị thay đổi thông tin chờ phê duyệt.',
    en: 'A change of information is still waiting for a decision.',
  },
  NOTHING_TO_CHANGE: {
    vi: 'Thông tin đề nghị không khác thông tin hiện hành.',
    en: 'What you ask for is what holds already.',
  },
  CHANGE_OUTDATED: {
    vi: 'Thông tin hiện hành đã khác so với lúc đề nghị. Cần đề nghị lại.',
    en: 'What holds has changed since this was asked for. It must be asked for anew.',
  },
  ACCOUNT_EXISTS: {
    vi: 'Người này đã có tài khoản đang chờ duyệt hoặc đang sử dụng.',
    en: 'This person already has an account that waits or is in use.',
  },
  MEMBER_NOT_ACTIVE: {
    vi: 'Đảng viên không còn sinh hoạt đảng hoặc đang bị đình chỉ sinh hoạt.',
    en: 'The member is no longer active in the Party, or is suspended.',
  },
  PROCEDURE_NOT_STARTED: {
    vi: 'Thủ tục này chưa được triển khai trên hệ thống tại tổ chức đảng này.',
    en: 'This procedure has not started in this Party organisation yet.',
  },
  POSITION_ENDED: {
    vi: 'Chức vụ hoặc phân công này đã kết thúc. Hãy chọn tư cách xử lý khác.',
    en: 'This position has ended. Choose another capacity to act in.',
  },
  SHEET_INCOMPLETE: {
    vi: 'Phiếu nhận xét chưa chọn đủ các tiêu chí.',
    en: 'Not every criterion of the comment sheet has been chosen.',
  },
  REGISTRY_UNAVAILABLE: {
    vi: 'Cơ sở dữ liệu đảng viên 4.0 đang không phản hồi. Hãy thử lại sau hoặc tự kê khai.',
    en: 'The member database does not answer at the moment. Try again later, or fill in the form by hand.',
  },
  RATE_LIMITED: {
    vi: 'Bạn đã thực hiện quá nhiều lần. Hãy thử lại sau.',
    en: 'Too many attempts. Try again later.',
  },
  NOTICE_MANDATORY: {
    vi: 'Không thể tắt loại thông báo bắt buộc này.',
    en: 'This kind of notice is mandatory and cannot be muted.',
  },
  NO_ACCEPTED_REPORT: {
    vi: 'Chưa có báo cáo nào của cấp dưới được tiếp nhận để tổng hợp.',
    en: 'No accepted report from below waits to be added up.',
  },
  REPORT_NOT_AGGREGATED: {
    vi: 'Phải tổng hợp báo cáo của cấp dưới trước khi gửi.',
    en: 'Add up the reports from below before you send this one.',
  },
  REPORT_PERIOD_RUNS: {
    vi: 'Kỳ báo cáo chưa kết thúc.',
    en: 'The period of this report is not over.',
  },
  DOSSIER_NOT_FINISHED: {
    vi: 'Hồ sơ chưa kết thúc nên chưa đánh giá được.',
    en: 'Only a finished dossier can be rated.',
  },
  RATING_PERIOD_OVER: {
    vi: 'Đánh giá chỉ sửa được trong 7 ngày.',
    en: 'A rating can be changed for 7 days only.',
  },
  REOPENING_PERIOD_OVER: {
    vi: 'Yêu cầu hỗ trợ chỉ mở lại được trong 7 ngày sau khi đóng.',
    en: 'A ticket can be opened again within 7 days of its end only.',
  },
  NO_SUPERIOR: {
    vi: 'Không còn tổ chức cấp trên để chuyển.',
    en: 'No unit stands above this one.',
  },
  UNIT_CHANGED_LATER: {
    vi: '“{unit}” còn thay đổi vào ngày này hoặc sau đó.',
    en: '“{unit}” changes again on this day or after it.',
  },
  UNIT_TYPE_MISPLACED: {
    vi: '“{unit}” không được đặt trực thuộc tổ chức ở cấp này.',
    en: '“{unit}” may not stand below a unit of this type.',
  },
  UNIT_CODE_MISFIT: {
    vi: 'Mã tổ chức không phù hợp với tổ chức cấp trên, hoặc đã hết mã: {unit}.',
    en: 'The code does not fit the unit above, or none is free: {unit}.',
  },
  UNIT_CODE_TAKEN: {
    vi: 'Mã {unit} đã được cấp cho tổ chức khác.',
    en: 'Another unit carries the code {unit}.',
  },
  UNIT_NOT_EMPTY: {
    vi: '“{unit}” còn đảng viên hoặc tổ chức trực thuộc. Hãy nêu tổ chức tiếp nhận.',
    en: 'Members or units would be left in “{unit}”. Name a successor.',
  },
  UNIT_TAKES_NO_MEMBERS: {
    vi: '“{unit}” không có đảng viên sinh hoạt trực tiếp.',
    en: 'Members do not belong to “{unit}” directly.',
  },
  UNIT_BELOW_ITSELF: {
    vi: '“{unit}” không thể trực thuộc hoặc thay thế chính nó.',
    en: '“{unit}” cannot stand below itself or be its own successor.',
  },
  MEMBER_NOT_IN_UNIT: {
    vi: 'Có đảng viên không sinh hoạt tại “{unit}”.',
    en: 'One of the members does not belong to “{unit}”.',
  },
  NOTHING_CHANGES: {
    vi: 'Không có gì thay đổi.',
    en: 'Nothing would change.',
  },
  CORRECTION_ALREADY_OPEN: {
    vi: 'Đảng viên đang có một đề nghị đính chính chi bộ chưa được quyết định.',
    en: 'A correction of this member’s branch already waits for a decision.',
  },
  PLACEMENT_CHANGED: {
    vi: 'Chi bộ nơi đang sinh hoạt của đảng viên đã thay đổi từ khi đề nghị.',
    en: 'The member’s branch has changed since this was proposed.',
  },
  BRANCH_NEEDS_CORRECTION: {
    vi: 'Khác chi bộ: phải đề nghị đính chính chi bộ, không chấp nhận tại đây.',
    en: 'Another branch takes a correction; it is not accepted here.',
  },
  ACCOUNT_OF_ANOTHER_PERSON: {
    vi: 'Hồ sơ giấy nhập với số định danh này không khớp họ tên và ngày sinh theo VNeID. Hãy liên hệ Văn phòng Đảng ủy.',
    en: 'The paper form entered under this personal id does not fit your name and date of birth. Contact the Party office.',
  },
  ...transferRefusalMessages,
  ...duesRefusalMessages,
  ...commentRefusalMessages,
} as const satisfies Record<string, { vi: string; en: string }>;

/** A code of the enum `RefusalCode`. */
export type RefusalCode = keyof typeof refusalMessages;
