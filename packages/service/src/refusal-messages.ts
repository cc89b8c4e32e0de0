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
  UNIT_ENDED: {
    vi: 'Tổ chức đảng này đã kết thúc hoạt động.',
    en: 'This Party organisation has ended.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;

/** A code of the enum `RefusalCode`. */
export type RefusalCode = keyof typeof refusalMessages;
