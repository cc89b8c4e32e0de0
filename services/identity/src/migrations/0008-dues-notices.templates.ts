import type { NoticeTemplate } from './0006-notices.templates.ts';

/** The first wording of what dues, payments, payouts and reconciliations tell: as in `0006-notices.templates.ts`. */
export const duesNoticeTemplates: readonly NoticeTemplate[] = [
  [
    'DUES_RATE_WAITING',
    false,
    'Có mức đóng đảng phí chờ duyệt',
    'Đề nghị mức đóng đảng phí của {initials} ({number}) đang chờ {unit} duyệt.',
  ],
  [
    'DUES_RATE_APPROVED',
    false,
    'Mức đóng đảng phí được duyệt',
    'Mức đóng đảng phí từ tháng {number} đã được duyệt.',
  ],
  [
    'DUES_RATE_REJECTED',
    false,
    'Mức đóng đảng phí bị từ chối',
    'Đề nghị mức đóng đảng phí bị từ chối. Hãy đăng nhập để xem lý do.',
  ],
  [
    'DUES_WAIVER_WAITING',
    false,
    'Có đề nghị miễn, giảm đảng phí chờ quyết định',
    'Đề nghị miễn, giảm, nộp chậm hoặc nộp trước đảng phí của {initials} đang chờ {unit} quyết định.',
  ],
  [
    'DUES_WAIVER_APPROVED',
    false,
    'Đề nghị miễn, giảm đảng phí được chấp thuận',
    'Đề nghị về đảng phí có hiệu lực từ tháng {number}.',
  ],
  [
    'DUES_WAIVER_REJECTED',
    false,
    'Đề nghị miễn, giảm đảng phí không được chấp thuận',
    'Đề nghị về đảng phí không được chấp thuận. Hãy đăng nhập để xem lý do.',
  ],
  ['DUES_ANNOUNCED', true, 'Thông báo đóng đảng phí', '{unit} đã thông báo đảng phí tháng {number}.'],
  ['DUES_REMINDER', false, 'Nhắc đóng đảng phí', 'Đảng phí tháng {number} chưa được nộp.'],
  ['DUES_OVERDUE', true, 'Đảng phí quá hạn', 'Đảng phí tháng {number} đã quá hạn nộp.'],
  [
    'DUES_ARREARS',
    true,
    'Chưa đóng đảng phí từ hai tháng',
    'Bạn chưa đóng đảng phí từ hai tháng trở lên (đến tháng {number}).',
  ],
  [
    'ARREARS_ALERT',
    true,
    'Đảng viên chưa đóng đảng phí ba tháng trong năm',
    '{initials} thuộc {unit} chưa đóng đảng phí ba tháng trong năm {number}. Chi bộ xem xét theo quy định.',
  ],
  [
    'PAYMENT_SUCCEEDED',
    true,
    'Nộp đảng phí thành công',
    'Giao dịch {number} đã thành công. Biên lai có trong danh sách giao dịch.',
  ],
  [
    'PAYMENT_FAILED',
    false,
    'Nộp đảng phí không thành công',
    'Giao dịch {number} không thành công. Bạn có thể nộp lại.',
  ],
  ['PAYMENT_REFUNDED', true, 'Hoàn tiền đảng phí', 'Giao dịch {number} được hoàn tiền.'],
  [
    'REFUND_WAITING',
    false,
    'Có đề nghị hoàn tiền chờ duyệt',
    'Đề nghị hoàn tiền giao dịch {number} đang chờ duyệt.',
  ],
  [
    'PAYOUT_SETTLED',
    false,
    'Đã nhận phần đảng phí được trích',
    'Phần đảng phí được trích của {unit} đã được chuyển vào tài khoản.',
  ],
  [
    'PAYOUT_HELD',
    true,
    'Phần đảng phí được trích đang tạm giữ',
    'Phần đảng phí được trích của {unit} đang tạm giữ. Hãy kiểm tra tài khoản nhận.',
  ],
  [
    'PAYOUT_FAILED',
    true,
    'Chuyển phần đảng phí được trích không thành công',
    'Ngân hàng không thực hiện được lệnh chuyển cho {unit}. Cần cán bộ tài chính xử lý.',
  ],
  [
    'RECONCILIATION_OPENED',
    false,
    'Mở kỳ đối chiếu đảng phí',
    'Kỳ đối chiếu đảng phí {number} của {unit} đã mở.',
  ],
  [
    'RECONCILIATION_WAITING',
    false,
    'Có bản đối chiếu chờ xác nhận',
    '{unit} đã xác nhận đối chiếu đảng phí {number}, chờ cấp trên xác nhận.',
  ],
  [
    'RECONCILIATION_DISPUTED',
    true,
    'Đối chiếu đảng phí có chênh lệch',
    '{unit} báo chênh lệch trong kỳ đối chiếu {number}.',
  ],
  [
    'RECONCILIATION_CLOSED',
    false,
    'Đã đóng kỳ đối chiếu',
    'Kỳ đối chiếu đảng phí {number} của {unit} đã được hai bên xác nhận.',
  ],
  [
    'VOLUNTARY_DUES_WAITING',
    false,
    'Có đề nghị đóng thêm tự nguyện chờ quyết định',
    'Đề nghị đóng đảng phí cao hơn mức quy định của {initials} ({number}) đang chờ {unit} quyết định.',
  ],
  [
    'VOLUNTARY_DUES_DECIDED',
    false,
    'Đề nghị đóng thêm tự nguyện đã có quyết định',
    'Đề nghị {number} đã có quyết định. Hãy đăng nhập để xem.',
  ],
];
