import type { NoticeTemplate } from './0006-notices.templates.ts';

/** The first wording of what temporary stays, terms and letters that leave the system tell: as in `0006-notices.templates.ts`. */
export const stayNoticeTemplates: readonly NoticeTemplate[] = [
  [
    'TRANSFER_OVERDUE',
    true,
    'Hồ sơ chuyển sinh hoạt đảng quá thời hạn',
    'Hồ sơ {number} của {initials} đã quá thời hạn theo quy định; phải nêu lý do thì mới được tiếp tục.',
  ],
  [
    'TRANSFER_LEFT',
    true,
    'Hoàn thành chuyển sinh hoạt đảng ra ngoài đảng bộ tỉnh, thành phố',
    'Hồ sơ {number} của {initials} đã hoàn thành: nơi đến ngoài đảng bộ tỉnh, thành phố đã tiếp nhận.',
  ],
  [
    'LETTER_SENT_OUT',
    false,
    'Giấy giới thiệu đã chuyển ra ngoài hệ thống',
    'Giấy giới thiệu của hồ sơ {number} ({initials}) đã được chuyển đến nơi đến ngoài hệ thống; hãy theo dõi để ghi nhận việc tiếp nhận.',
  ],
  [
    'SEALED_FILE_LOST',
    true,
    'Hồ sơ đảng viên niêm phong bị mất',
    'Hồ sơ niêm phong mang theo hồ sơ {number} của {initials} được báo mất; giấy giới thiệu bị hủy và thủ tục được làm lại.',
  ],
  [
    'STAY_STARTED',
    false,
    'Bắt đầu sinh hoạt đảng tạm thời',
    'Hồ sơ {number}: {initials} đã bắt đầu sinh hoạt đảng tạm thời tại nơi đến.',
  ],
  [
    'STAY_DUE',
    false,
    'Sinh hoạt đảng tạm thời sắp hết thời hạn',
    'Thời hạn sinh hoạt đảng tạm thời theo hồ sơ {number} của {initials} sắp hết; cần nhận xét và giới thiệu trở về, hoặc đề nghị gia hạn.',
  ],
  [
    'STAY_OVERDUE',
    true,
    'Sinh hoạt đảng tạm thời quá thời hạn',
    'Thời hạn sinh hoạt đảng tạm thời theo hồ sơ {number} của {initials} đã hết mà chưa có nhận xét của nơi đến.',
  ],
  [
    'STAY_EXTENSION_REQUESTED',
    false,
    'Đề nghị gia hạn sinh hoạt đảng tạm thời',
    '{initials} đề nghị gia hạn sinh hoạt đảng tạm thời theo hồ sơ {number}; cấp ủy nơi đến sẽ quyết định.',
  ],
  [
    'STAY_EXTENSION_DECIDED',
    true,
    'Đã quyết định đề nghị gia hạn sinh hoạt đảng tạm thời',
    'Đề nghị gia hạn theo hồ sơ {number} của {initials} đã được quyết định. Hãy đăng nhập để xem kết quả.',
  ],
  [
    'STAY_CONVERSION_WAITING',
    false,
    'Có đề nghị chuyển sinh hoạt đảng chính thức',
    '{initials} đang sinh hoạt tạm thời theo hồ sơ {number} đề nghị chuyển sinh hoạt chính thức; đang chờ {unit} xem xét.',
  ],
  [
    'STAY_CONVERSION_DECIDED',
    true,
    'Đã xem xét đề nghị chuyển sinh hoạt đảng chính thức',
    'Đề nghị chuyển sinh hoạt chính thức theo hồ sơ {number} của {initials} đã được xem xét. Hãy đăng nhập để xem kết quả.',
  ],
  [
    'STAY_ENDED',
    true,
    'Kết thúc sinh hoạt đảng tạm thời',
    'Thời gian sinh hoạt đảng tạm thời theo hồ sơ {number} của {initials} đã kết thúc.',
  ],
];
