import type { NoticeTemplate } from './0006-notices.templates.ts';

/** The first wording of what residence comments tell: as in `0006-notices.templates.ts`. */
export const commentNoticeTemplates: readonly NoticeTemplate[] = [
  [
    'COMMENT_LIST_WAITING',
    false,
    'Có danh sách xin nhận xét chờ phê duyệt',
    'Danh sách {number} giới thiệu, xin nhận xét đảng viên nơi cư trú đang chờ {unit} phê duyệt.',
  ],
  [
    'COMMENT_LIST_APPROVED',
    false,
    'Danh sách xin nhận xét được phê duyệt',
    'Danh sách {number} của {unit} đã được phê duyệt; có thể gửi tổ chức đảng nơi cư trú.',
  ],
  [
    'COMMENT_LIST_REJECTED',
    true,
    'Danh sách xin nhận xét bị từ chối',
    'Danh sách {number} của {unit} bị từ chối. Hãy đăng nhập để xem lý do.',
  ],
  [
    'COMMENT_LIST_RECEIVED',
    false,
    'Có đảng viên được giới thiệu, xin nhận xét nơi cư trú',
    'Danh sách {number} có đảng viên cư trú tại địa bàn của {unit}.',
  ],
  [
    'COMMENT_ITEMS_WAITING',
    false,
    'Có yêu cầu giới thiệu, nhận xét đảng viên nơi cư trú',
    'Hồ sơ {number} đang chờ {unit} họp, nhận xét.',
  ],
  [
    'COMMENT_ITEM_RETURNED',
    false,
    'Nơi cư trú trả lại yêu cầu nhận xét',
    'Hồ sơ {number} của {initials} bị nơi cư trú trả lại. Hãy đăng nhập để xem lý do và gửi lại.',
  ],
  [
    'COMMENT_INTRODUCTION_ACCEPTED',
    false,
    'Nơi cư trú đã tiếp nhận giới thiệu',
    'Hồ sơ {number}: chi bộ nơi cư trú đã tiếp nhận giới thiệu {initials}.',
  ],
  [
    'SELF_REPORT_REQUESTED',
    false,
    'Đề nghị báo cáo thực hiện nhiệm vụ nơi cư trú',
    '{unit} đề nghị bạn báo cáo kết quả thực hiện nhiệm vụ nơi cư trú cho hồ sơ {number}.',
  ],
  [
    'SELF_REPORT_SENT',
    false,
    'Đảng viên đã gửi báo cáo',
    '{initials} đã gửi báo cáo thực hiện nhiệm vụ nơi cư trú cho hồ sơ {number}.',
  ],
  [
    'COMMENT_SHEETS_WAITING',
    false,
    'Có phiếu nhận xét chờ phê duyệt',
    'Phiếu nhận xét của hồ sơ {number} đang chờ {unit} phê duyệt.',
  ],
  [
    'COMMENT_SHEET_RETURNED',
    false,
    'Phiếu nhận xét bị trả lại',
    'Phiếu nhận xét của hồ sơ {number} được trả lại {unit}. Hãy đăng nhập để xem lý do.',
  ],
  [
    'COMMENT_SHEET_DELIVERED',
    true,
    'Phiếu nhận xét đã được gửi',
    'Phiếu nhận xét nơi cư trú của {initials} (hồ sơ {number}) đã được gửi đến nơi công tác.',
  ],
  [
    'COMMENT_DUE_SOON',
    false,
    'Phiếu nhận xét sắp đến hạn',
    'Phiếu nhận xét của hồ sơ {number} đang chờ {unit} và sắp đến hạn.',
  ],
  [
    'COMMENT_OVERDUE',
    true,
    'Phiếu nhận xét quá hạn',
    'Phiếu nhận xét của hồ sơ {number} đã quá hạn gửi đến nơi công tác.',
  ],
];
