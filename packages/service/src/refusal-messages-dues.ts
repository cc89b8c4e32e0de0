/** What people read when an act on dues, payments, payouts or reconciliations is refused. */
export const duesRefusalMessages = {
  NO_ALLOCATION_POLICY: {
    vi: 'Chưa có quy định trích nộp cho tổ chức đảng này.',
    en: 'No policy divides the dues of this organisation.',
  },
  NOTHING_TO_PAY: {
    vi: 'Không có khoản đảng phí nào cần nộp.',
    en: 'There is nothing to pay.',
  },
  CHARGE_NOT_PAYABLE: {
    vi: 'Khoản đảng phí tháng {month} không thể nộp: đã nộp, được miễn, đang thanh toán hoặc chưa thông báo.',
    en: 'The dues of {month} cannot be paid: paid, waived, being paid, or not announced.',
  },
  MONTHS_INVALID: {
    vi: 'Số tháng đóng đảng phí phải từ 1 đến {most}.',
    en: 'The number of months must be 1 to {most}.',
  },
  ADVANCE_NOT_ALLOWED: {
    vi: 'Chưa có quyết định cho nộp trước đảng phí.',
    en: 'There is no decision that allows paying in advance.',
  },
  MEMBER_NOT_IN_BRANCH: {
    vi: 'Đảng viên không thuộc chi bộ này.',
    en: 'The member does not belong to this branch.',
  },
  TOO_MANY_LINES: {
    vi: 'Một giao dịch có nhiều nhất {most} khoản.',
    en: 'An order holds at most {most} charges.',
  },
  PLATFORM_UNAVAILABLE: {
    vi: 'Hệ thống thanh toán tạm thời không trả lời. Hãy thử lại sau ít phút.',
    en: 'The payment platform does not answer. Try again in a few minutes.',
  },
  AMOUNT_INVALID: {
    vi: 'Số tiền chưa hợp lệ.',
    en: 'The amount is not valid.',
  },
  SHARES_NOT_WHOLE: {
    vi: 'Tổng các tỷ lệ trích phải bằng đúng 100 %.',
    en: 'The shares must add up to exactly 100 %.',
  },
  SHARE_OUT_OF_RANGE: {
    vi: 'Tỷ lệ giữ lại ngoài mức quy định ({least} – {most} điểm cơ bản).',
    en: 'The share is outside what the rule allows ({least} to {most} basis points).',
  },
  POLICY_OVERLAPS: {
    vi: 'Đã có quy định khác cho cùng thời gian.',
    en: 'Another rule covers the same time.',
  },
  RATE_PENDING: {
    vi: 'Đang có một đề nghị chờ duyệt.',
    en: 'A request is already waiting.',
  },
  BASE_REQUIRED: {
    vi: 'Phải khai thu nhập tính đóng đảng phí.',
    en: 'The income on which dues are computed is required.',
  },
  AMOUNT_OUT_OF_BAND: {
    vi: 'Mức đóng phải từ {least} đến {most} đồng.',
    en: 'The amount must be {least} to {most} đồng.',
  },
  BELOW_RATE: {
    vi: 'Mức đề nghị thấp hơn mức quy định {least} đồng.',
    en: 'The amount is below the prescribed {least} đồng.',
  },
  WAIVER_TOO_LONG: {
    vi: 'Thời hạn tối đa là {most} tháng cho một quyết định.',
    en: 'At most {most} months in one decision.',
  },
  WAIVER_OVERLAPS: {
    vi: 'Đã có quyết định miễn, giảm cho thời gian này.',
    en: 'Another decision covers these months.',
  },
  WAIVER_NOT_ENTITLED: {
    vi: 'Chưa đủ điều kiện: {why}',
    en: 'The conditions are not met: {why}',
  },
  REQUEST_REQUIRED: {
    vi: 'Cần đơn đề nghị bằng văn bản của đảng viên.',
    en: 'A written request of the member is required.',
  },
  SECOND_PERSON_REQUIRED: {
    vi: 'Việc này phải do người thứ hai xác nhận.',
    en: 'A second person must do this.',
  },
  ALREADY_ANNOUNCED: {
    vi: 'Chi bộ đã thông báo đảng phí tháng {month}.',
    en: 'The branch has announced {month} already.',
  },
  NOT_YET: {
    vi: 'Chưa đến thời điểm thực hiện.',
    en: 'It is too early for this.',
  },
  BANK_ACCOUNT_INVALID: {
    vi: 'Số tài khoản ngân hàng chưa hợp lệ.',
    en: 'The bank account is not valid.',
  },
  BENEFICIARY_PENDING: {
    vi: 'Đã có tài khoản nhận phần trích giữ lại đang chờ duyệt.',
    en: 'An account is already waiting for approval.',
  },
  NO_BENEFICIARY_ACCOUNT: {
    vi: 'Tổ chức đảng chưa có tài khoản nhận phần trích giữ lại được duyệt.',
    en: 'The organisation has no approved account.',
  },
  REFUND_NOT_POSSIBLE: {
    vi: 'Không thể hoàn giao dịch này: {why}',
    en: 'This order cannot be refunded: {why}',
  },
  STATEMENT_KNOWN: {
    vi: 'Sao kê này đã được nhập.',
    en: 'This statement has been read in already.',
  },
  DIFFERENCE_REQUIRED: {
    vi: 'Phải nêu chỉ tiêu chênh lệch và lý do.',
    en: 'Name the figure that differs, and why.',
  },
  RANGE_INVALID: {
    vi: 'Khoảng thời gian chưa hợp lệ (nhiều nhất {most} tháng).',
    en: 'The range of months is not valid (at most {most}).',
  },
} as const;
