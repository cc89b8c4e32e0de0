import type { NoticeTemplate } from './0006-notices.templates.ts';

/** The first wording of what becomes of certificates; `{number}` is the last day. As in `0006-notices.templates.ts`. */
export const certificateNoticeTemplates: readonly NoticeTemplate[] = [
  [
    'CERTIFICATE_ENDED',
    true,
    'Chứng thư số không còn dùng được',
    'Một chứng thư số của bạn đã bị thu hồi hoặc chấm dứt, không còn dùng để ký trên hệ thống.',
  ],
  [
    'CERTIFICATE_EXPIRING',
    false,
    'Chứng thư số sắp hết hạn',
    'Chứng thư số của bạn hết hạn ngày {number}. Hãy gia hạn và đăng ký chứng thư số mới.',
  ],
];
