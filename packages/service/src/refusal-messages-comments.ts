/** What people read when an act on files, certificates, signatures or residence comments is refused. */
export const commentRefusalMessages = {
  FILE_NAME_INVALID: {
    vi: 'Tên tệp chưa hợp lệ: không có đường dẫn, dài không quá 150 ký tự.',
    en: 'The file name is not valid: no path, at most 150 characters.',
  },
  FILE_TYPE_NOT_ALLOWED: {
    vi: 'Chỉ nhận tệp PDF, JPG, PNG hoặc DOCX.',
    en: 'Only PDF, JPG, PNG and DOCX files are taken.',
  },
  FILE_TOO_LARGE: {
    vi: 'Tệp lớn hơn 20 MB.',
    en: 'The file is larger than 20 MB.',
  },
  FILE_CLASSIFIED: {
    vi: 'Tài liệu có độ mật không được đưa lên hệ thống này.',
    en: 'Classified documents must not be put on this system.',
  },
  FILE_NOT_UPLOADED: {
    vi: 'Chưa có tệp nào được tải lên với mã này.',
    en: 'No file of yours was uploaded under this id.',
  },
  FILE_IN_USE: {
    vi: 'Tệp này đã thuộc về một hồ sơ khác.',
    en: 'This file belongs to another dossier already.',
  },
  SCAN_REQUIRED: {
    vi: 'Hồ sơ giấy phải kèm bản chụp.',
    en: 'A case on paper needs its scan.',
  },
  CERTIFICATE_REQUIRED: {
    vi: 'Bạn chưa đăng ký chứng thư số còn hiệu lực.',
    en: 'You have no registered certificate in force.',
  },
  CERTIFICATE_EXPIRED: {
    vi: 'Chứng thư số đã hết hạn hoặc chưa có hiệu lực.',
    en: 'The certificate has expired or is not valid yet.',
  },
  CERTIFICATE_REVOKED: {
    vi: 'Chứng thư số đã bị thu hồi.',
    en: 'The certificate was revoked.',
  },
  CERTIFICATE_NOT_TRUSTED: {
    vi: 'Chứng thư số không do cơ quan được công nhận cấp.',
    en: 'The certificate was not issued by an authority that is trusted here.',
  },
  CERTIFICATE_NOT_YOURS: {
    vi: 'Chứng thư số không mang tên bạn, hoặc khóa ký không phải của bạn.',
    en: 'The certificate is not in your name, or its key does not sign for you.',
  },
  CERTIFICATE_TAKEN: {
    vi: 'Chứng thư số này đã được đăng ký.',
    en: 'This certificate is registered already.',
  },
  SIGNING_UNAVAILABLE: {
    vi: 'Dịch vụ ký số chưa trả lời. Chưa có gì được ký; hãy thử lại.',
    en: 'The signing service does not answer. Nothing was signed; try again.',
  },
  SIGNATURE_REQUIRED: {
    vi: 'Văn bản này phải được ký số trước khi gửi.',
    en: 'The document must be signed digitally before it is sent.',
  },
  SIGNATURE_INVALID: {
    vi: 'Chữ ký số không khớp với văn bản.',
    en: 'The digital signature does not fit the document.',
  },
  LIST_EMPTY: {
    vi: 'Danh sách chưa có đảng viên nào.',
    en: 'There is nobody on the list.',
  },
  LIST_NOT_APPROVED: {
    vi: 'Danh sách chưa được phê duyệt nên chưa thể gửi.',
    en: 'The list is not approved and cannot be sent.',
  },
  LIST_TOO_LONG: {
    vi: 'Một danh sách có nhiều nhất {most} đảng viên.',
    en: 'A list holds at most {most} members.',
  },
  MEMBER_TWICE: {
    vi: 'Đảng viên đã có trong danh sách này.',
    en: 'The member is on this list already.',
  },
  MEMBER_EXEMPT: {
    vi: 'Đảng viên thuộc diện không lấy nhận xét hằng năm: {rule}.',
    en: 'The member is exempt from the yearly comment: {rule}.',
  },
  YEARLY_ITEM_OPEN: {
    vi: 'Đảng viên đã có yêu cầu nhận xét hằng năm của năm {year}.',
    en: 'The yearly comment of {year} on this member was asked for already.',
  },
  RESIDENCE_UNKNOWN: {
    vi: 'Chưa xác định tổ chức đảng nơi cư trú của đảng viên.',
    en: 'The residence organisation of the member is not known.',
  },
  RESIDENCE_MISFIT: {
    vi: 'Tổ chức đảng được chọn không phải tổ chức đảng nơi cư trú phù hợp.',
    en: 'The chosen unit cannot be the residence organisation.',
  },
  CAMPAIGN_NOT_OPEN: {
    vi: 'Đợt lấy nhận xét năm này chưa mở hoặc đã kết thúc.',
    en: 'The campaign of this year is not open.',
  },
  CAMPAIGN_EXISTS: {
    vi: 'Năm này đã có đợt lấy nhận xét.',
    en: 'There is a campaign of this year already.',
  },
  CRITERION_MISSING: {
    vi: 'Phải chọn đủ sáu nội dung nhận xét.',
    en: 'All six criteria must be chosen.',
  },
  OTHER_COMMENT_REQUIRED: {
    vi: 'Đề nghị xem xét xử lý thì phải ghi nhận xét khác.',
    en: 'A proposal to consider action needs another comment.',
  },
  SHEET_SIGNED: {
    vi: 'Phiếu đã ký không thể sửa; hãy lập phiếu mới thay thế.',
    en: 'A signed sheet cannot be changed; make a new one that replaces it.',
  },
  REPORT_NOT_REQUESTED: {
    vi: 'Hồ sơ này không yêu cầu báo cáo của đảng viên.',
    en: 'No report of the member was asked for.',
  },
  REPORT_SENT: {
    vi: 'Báo cáo đã gửi không thể sửa.',
    en: 'A report that was sent cannot be changed.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;
