import type { NoticeTemplate } from './0006-notices.templates.ts';

/** The first wording of what members are told of a request about them: as in `0006-notices.templates.ts`. */
export const commentRequestedTemplates: readonly NoticeTemplate[] = [
  [
    'COMMENT_REQUESTED',
    false,
    'Bạn được giới thiệu, xin nhận xét nơi cư trú',
    '{unit} đã gửi hồ sơ {number} giới thiệu, xin nhận xét về bạn đến tổ chức đảng nơi cư trú.',
  ],
];
