export type NoticeTemplate = readonly [kind: string, isMandatory: boolean, title: string, body: string];

/** The statement that keeps a first wording. */
export function insertTemplate([kind, isMandatory, title, body]: NoticeTemplate): string {
  const texts = [kind, title, body].map((text) => `'${text.replaceAll("'", "''")}'`);
  return `insert into notice_template (kind, title, body, mandatory, valid_from)
    values (${texts.join(', ')}, ${isMandatory}, '2025-07-01')`;
}

/**
 * The first wording of every notice: kind, whether it can be muted not at all (domain 10.1), title, text. `{number}` is the
 * number of the dossier, `{initials}` the initials of the person concerned, `{unit}` the name of the unit; nothing else of
 * a person may stand here, because these texts leave the house. Later wordings are rows of `notice_template`.
 */
export const noticeTemplates: readonly NoticeTemplate[] = [
  [
    'ACCOUNT_WAITING',
    false,
    'Có đăng ký tài khoản chờ phê duyệt',
    'Hồ sơ {number} của {initials} đang chờ {unit} phê duyệt.',
  ],
  [
    'ACCOUNT_APPROVED',
    false,
    'Tài khoản đã được phê duyệt',
    'Hồ sơ đăng ký {number} đã được phê duyệt; tài khoản có thể sử dụng.',
  ],
  [
    'ACCOUNT_REJECTED',
    true,
    'Đăng ký tài khoản bị từ chối',
    'Hồ sơ đăng ký {number} bị từ chối. Hãy đăng nhập để xem lý do và gửi lại.',
  ],
  ['ACCOUNT_LOCKED', true, 'Tài khoản bị khóa', 'Tài khoản của bạn đã bị quản trị viên khóa.'],
  ['ACCOUNT_UNLOCKED', true, 'Tài khoản được mở khóa', 'Tài khoản của bạn đã được mở khóa.'],
  [
    'CHANGE_WAITING',
    false,
    'Có yêu cầu thay đổi thông tin chờ phê duyệt',
    'Yêu cầu thay đổi thông tin của {initials} đang chờ {unit} phê duyệt.',
  ],
  [
    'CHANGE_APPROVED',
    false,
    'Thay đổi thông tin được phê duyệt',
    'Thông tin mới của bạn có hiệu lực từ hôm nay.',
  ],
  [
    'CHANGE_REJECTED',
    true,
    'Thay đổi thông tin bị từ chối',
    'Yêu cầu thay đổi thông tin của bạn bị từ chối; thông tin cũ vẫn có hiệu lực. Hãy đăng nhập để xem lý do.',
  ],
  [
    'POSITION_WAITING',
    false,
    'Có đề nghị công nhận chức vụ chờ phê duyệt',
    'Đề nghị công nhận chức vụ của {initials} tại {unit} đang chờ phê duyệt.',
  ],
  [
    'POSITION_APPROVED',
    true,
    'Chức vụ được công nhận',
    'Chức vụ của bạn tại {unit} đã được công nhận trên hệ thống.',
  ],
  [
    'POSITION_REJECTED',
    true,
    'Chức vụ không được công nhận',
    'Đề nghị công nhận chức vụ của bạn tại {unit} bị từ chối. Hãy đăng nhập để xem lý do.',
  ],
  ['POSITION_ENDED', true, 'Thôi giữ chức vụ', 'Chức vụ hoặc phân công của bạn tại {unit} đã kết thúc.'],
  [
    'SUCCESSOR_NEEDED',
    true,
    'Cần kiện toàn chức vụ bí thư',
    '{unit} hiện không có bí thư trên hệ thống; cần kiện toàn.',
  ],
  [
    'DELEGATE_APPOINTED',
    true,
    'Được phân công nhiệm vụ',
    'Bạn được {unit} phân công nhiệm vụ trên hệ thống.',
  ],
  [
    'ADMIN_GRANTED',
    true,
    'Được giao quyền trên hệ thống',
    'Bạn được giao quyền quản trị hoặc xử lý hồ sơ tại {unit}.',
  ],
  [
    'CORRECTION_WAITING',
    false,
    'Có đề nghị điều chỉnh nơi sinh hoạt chờ phê duyệt',
    'Đề nghị điều chỉnh chi bộ của {initials} đang chờ {unit} phê duyệt.',
  ],
  [
    'BRANCH_CORRECTED',
    true,
    'Nơi sinh hoạt đảng được điều chỉnh',
    'Chi bộ nơi sinh hoạt của {initials} đã được điều chỉnh thành {unit}.',
  ],
  [
    'CORRECTION_REJECTED',
    false,
    'Đề nghị điều chỉnh nơi sinh hoạt bị từ chối',
    'Đề nghị điều chỉnh chi bộ của {initials} đã bị từ chối.',
  ],
  [
    'BENEFICIARY_ACCOUNT_WAITING',
    false,
    'Có tài khoản nhận đảng phí chờ phê duyệt',
    'Tài khoản nhận đảng phí trích giữ lại của {unit} đang chờ phê duyệt.',
  ],
  [
    'BENEFICIARY_ACCOUNT_APPROVED',
    true,
    'Tài khoản nhận đảng phí được phê duyệt',
    'Tài khoản nhận đảng phí trích giữ lại của {unit} đã được phê duyệt.',
  ],
  [
    'BENEFICIARY_ACCOUNT_REJECTED',
    true,
    'Tài khoản nhận đảng phí bị từ chối',
    'Tài khoản nhận đảng phí trích giữ lại của {unit} bị từ chối. Hãy đăng nhập để xem lý do.',
  ],
  [
    'BENEFICIARY_ACCOUNT_ENDED',
    true,
    'Tài khoản nhận đảng phí hết hiệu lực',
    'Tài khoản nhận đảng phí trích giữ lại của {unit} không còn hiệu lực.',
  ],
  [
    'TRANSFER_WAITING',
    false,
    'Có hồ sơ chuyển sinh hoạt đảng chờ tiếp nhận',
    'Hồ sơ {number} của {initials} đang chờ {unit} tiếp nhận.',
  ],
  [
    'TRANSFER_SUPPLEMENT',
    true,
    'Cần bổ sung hồ sơ chuyển sinh hoạt đảng',
    'Hồ sơ {number} cần bổ sung. Hãy đăng nhập để xem nội dung cần bổ sung.',
  ],
  [
    'TRANSFER_REJECTED',
    true,
    'Hồ sơ chuyển sinh hoạt đảng bị từ chối',
    'Hồ sơ {number} của {initials} bị từ chối. Hãy đăng nhập để xem lý do.',
  ],
  [
    'TRANSFER_RETURNED',
    true,
    'Hồ sơ chuyển sinh hoạt đảng bị trả lại',
    'Nơi đến đã trả lại hồ sơ {number} của {initials}. Hãy đăng nhập để xem lý do.',
  ],
  [
    'TRANSFER_WITHDRAWN',
    false,
    'Hồ sơ chuyển sinh hoạt đảng được rút',
    'Hồ sơ {number} của {initials} đã được rút.',
  ],
  [
    'TRANSFER_COMPLETED',
    true,
    'Hoàn thành chuyển sinh hoạt đảng',
    'Hồ sơ {number} của {initials} đã hoàn thành; nơi sinh hoạt mới: {unit}.',
  ],
  [
    'LETTER_ISSUED',
    false,
    'Giấy giới thiệu đã được cấp',
    'Giấy giới thiệu của hồ sơ {number} đã được {unit} ký và chuyển đi.',
  ],
  [
    'LETTER_VOIDED',
    false,
    'Giấy giới thiệu bị hủy',
    'Giấy giới thiệu của hồ sơ {number} đã bị {unit} hủy để cấp lại hoặc kết thúc hồ sơ.',
  ],
  [
    'LETTER_WAITING',
    false,
    'Có giấy giới thiệu chờ xử lý',
    'Giấy giới thiệu của hồ sơ {number} ({initials}) đang chờ {unit} xử lý.',
  ],
  ['REPORT_WAITING', false, 'Có báo cáo chờ tiếp nhận', 'Báo cáo {number} của {unit} đang chờ tiếp nhận.'],
  [
    'REPORT_RETURNED',
    true,
    'Báo cáo bị trả lại',
    'Báo cáo {number} của {unit} bị trả lại. Hãy đăng nhập để xem lý do.',
  ],
  ['REPORT_ACCEPTED', false, 'Báo cáo được tiếp nhận', 'Báo cáo {number} của {unit} đã được tiếp nhận.'],
  ['TICKET_WAITING', false, 'Có yêu cầu hỗ trợ chờ xử lý', 'Yêu cầu hỗ trợ {number} đang chờ {unit} xử lý.'],
  ['TICKET_ANSWERED', false, 'Yêu cầu hỗ trợ có trả lời', 'Yêu cầu hỗ trợ {number} đã được trả lời.'],
  [
    'TICKET_ESCALATED',
    false,
    'Yêu cầu hỗ trợ được chuyển lên cấp trên',
    'Yêu cầu hỗ trợ {number} đã được chuyển lên {unit}.',
  ],
  ['TICKET_CLOSED', false, 'Yêu cầu hỗ trợ đã đóng', 'Yêu cầu hỗ trợ {number} đã được đóng.'],
  [
    'REORGANISATION_APPLIED',
    true,
    'Thay đổi tổ chức đảng',
    'Việc sắp xếp tổ chức đảng theo {number} có liên quan đến {unit} đã có hiệu lực.',
  ],
];
