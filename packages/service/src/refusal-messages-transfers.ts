/** What people read when a transfer, its letters or its sealed file are refused. */
export const transferRefusalMessages = {
  TRANSFER_BLOCKED_INSPECTION: {
    vi: 'Đảng viên đang được kiểm tra, giám sát hoặc xem xét đơn thư nên chưa được chuyển sinh hoạt đảng chính thức; có thể chuyển sinh hoạt đảng tạm thời về nơi cư trú.',
    en: 'The member is under inspection or a complaint is being settled: no official transfer yet. A temporary transfer to the residence is possible.',
  },
  TRANSFER_ALREADY_OPEN: {
    vi: 'Đảng viên đang có một hồ sơ chuyển sinh hoạt đảng chưa kết thúc.',
    en: 'The member already has an open transfer dossier.',
  },
  MEMBER_HAS_NO_BRANCH: {
    vi: 'Chưa xác định được chi bộ nơi đang sinh hoạt.',
    en: 'The branch of the member is not known.',
  },
  UNIT_NOT_FOUND: {
    vi: 'Không tìm thấy tổ chức đảng này.',
    en: 'There is no such Party organisation.',
  },
  DESTINATION_NOT_A_BRANCH: {
    vi: 'Nơi đến phải là chi bộ trực thuộc hoặc chi bộ cơ sở.',
    en: 'The destination must be a branch or a grassroots branch.',
  },
  DESTINATION_OUTSIDE_PROVINCE: {
    vi: 'Nơi đến ngoài đảng bộ tỉnh, thành phố này chưa nhận được hồ sơ trực tuyến.',
    en: 'The destination lies outside of this province; it cannot be reached here yet.',
  },
  DESTINATION_IS_ORIGIN: {
    vi: 'Nơi đến trùng với chi bộ nơi đang sinh hoạt.',
    en: 'The destination is the branch where the member already is.',
  },
  DUES_NOT_PAID: {
    vi: 'Đảng phí chưa được đóng hết tháng {month}, là tháng ghi trên giấy giới thiệu.',
    en: 'Dues are not paid to the end of {month}, the month of the letter.',
  },
  DUES_UNKNOWN: {
    vi: 'Chưa có thông tin đảng phí của đảng viên. Hãy thử lại sau hoặc liên hệ người phụ trách thu đảng phí.',
    en: 'Nothing is known of the member’s dues yet. Try again later, or ask whoever collects them.',
  },
  NO_BOX_BEFORE: {
    vi: 'Đây là ô đầu tiên của giấy giới thiệu nên không trả lại được.',
    en: 'This is the first box of the letter; there is nobody to return it to.',
  },
  LETTER_NOT_WITH_BRANCH: {
    vi: 'Chỉ hủy được giấy giới thiệu khi giấy đã được trả lại ô 1.',
    en: 'A letter can be voided only when it has come back to box 1.',
  },
  FILE_NOT_SEALED: {
    vi: 'Nơi đi chưa ghi nhận việc niêm phong, giao hồ sơ cho đảng viên.',
    en: 'The origin has not recorded the sealing and handing over of the file yet.',
  },
  FILE_ALREADY_RECEIVED: {
    vi: 'Hồ sơ giấy đã được chi bộ nơi đến tiếp nhận.',
    en: 'The destination branch has already received the file.',
  },
  FILE_NOT_PRESENTED: {
    vi: 'Đảng viên chưa xuất trình giấy giới thiệu và hồ sơ niêm phong tại chi bộ nơi đến.',
    en: 'The member has not presented the letter and the sealed file yet.',
  },
  INTRODUCTION_ONLY: {
    vi: 'Đảng viên này chỉ được giới thiệu về nơi cư trú, không xin nhận xét.',
    en: 'This member is only introduced; no comment is asked for.',
  },
  COMMENT_REQUESTED: {
    vi: 'Có xin nhận xét: việc này kết thúc bằng phiếu nhận xét, không phải bằng tiếp nhận giới thiệu.',
    en: 'A comment is asked for, so this ends with a comment sheet, not with accepting the introduction.',
  },
} as const;
