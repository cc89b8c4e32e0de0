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
  NO_BOX_TO_CORRECT: {
    vi: 'Không có ô nào đã ký của đơn vị còn được đính chính.',
    en: 'There is no signed box of the unit that could still be corrected.',
  },
  BOX_ALREADY_CORRECTED: {
    vi: 'Ô này đã được đính chính một lần; mỗi ô chỉ được đính chính một lần.',
    en: 'This box was corrected before; a box is corrected once.',
  },
  BOX_COMMENT_REQUIRED: {
    vi: 'Đảng ủy cơ sở phải nhận xét vào bản tự kiểm điểm trước khi ký ô này.',
    en: 'The grassroots committee must comment on the self-criticism before it signs this box.',
  },
  NO_DELAY_TO_EXPLAIN: {
    vi: 'Hồ sơ không có thời hạn nào đã quá mà chưa giải trình.',
    en: 'No term of this dossier has passed without an explanation.',
  },
  DELAY_NOT_EXPLAINED: {
    vi: 'Hồ sơ đã quá hạn: phải giải trình lý do trước khi thực hiện tiếp.',
    en: 'A term has passed: its reason must be given before going on.',
  },
  DOCUMENT_MISSING: {
    vi: 'Hồ sơ thiếu giấy tờ bắt buộc.',
    en: 'A document that the dossier must contain is missing.',
  },
  STAY_TOO_SHORT: {
    vi: 'Thời gian dưới 3 tháng thì không phải chuyển sinh hoạt đảng.',
    en: 'A stay of less than 3 months needs no transfer.',
  },
  STAY_TOO_LONG: {
    vi: 'Thời gian vượt quá giới hạn của chuyển sinh hoạt đảng tạm thời; hãy đề nghị chuyển sinh hoạt đảng chính thức.',
    en: 'The stay is longer than a temporary transfer allows: ask for an official one.',
  },
  STAY_COMMENT_REQUIRED: {
    vi: 'Chi bộ nơi sinh hoạt tạm thời phải nhận xét đảng viên.',
    en: 'The branch of the stay must comment on the member.',
  },
  CONVERSION_ALREADY_ASKED: {
    vi: 'Đảng viên đã đề nghị chuyển thành chính thức, đang chờ chi bộ nơi đi trả lời.',
    en: 'The member has asked already; the origin branch has not answered yet.',
  },
  CONVERSION_NOT_ASKED: {
    vi: 'Đảng viên chưa đề nghị chuyển thành chính thức.',
    en: 'The member has not asked for the stay to become permanent.',
  },
  INSPECTION_RESIDENCE_ONLY: {
    vi: 'Đảng viên đang được kiểm tra, giám sát hoặc xem xét đơn thư: chỉ được chuyển sinh hoạt đảng tạm thời về nơi cư trú.',
    en: 'The member is under inspection or a complaint is being settled: only a temporary transfer to the residence is possible.',
  },
  NO_VOTE_RIGHT: {
    vi: 'Người biểu quyết không có quyền biểu quyết tại chi bộ này (đảng viên sinh hoạt tạm thời, đảng viên dự bị hoặc không thuộc chi bộ).',
    en: 'Somebody who voted has no vote in this branch: a temporary or probationary member, or a member of another branch.',
  },
  ORIGIN_OUTSIDE: {
    vi: 'Nơi đi ở ngoài hệ thống nên không thực hiện được việc này.',
    en: 'The origin lies outside of the system, so this cannot be done here.',
  },
  ORIGIN_INSIDE: {
    vi: 'Nơi đi ở trong hệ thống: hãy trả lại hồ sơ trên hệ thống.',
    en: 'The origin lies within the system: return the dossier there.',
  },
  DESTINATION_OUTSIDE: {
    vi: 'Nơi đến ở ngoài hệ thống nên không thực hiện được việc này.',
    en: 'The destination lies outside of the system, so this cannot be done here.',
  },
  DESTINATION_INSIDE: {
    vi: 'Nơi đến ở trong hệ thống và tự thực hiện việc này.',
    en: 'The destination lies within the system and does this itself.',
  },
  MEMBER_HAS_BRANCH: {
    vi: 'Đảng viên này đang sinh hoạt tại một chi bộ trong hệ thống: hãy chuyển sinh hoạt trên hệ thống.',
    en: 'This member belongs to a branch of this system: the transfer is made within it.',
  },
  REGISTER_BUSY: {
    vi: 'Sổ giới thiệu sinh hoạt đảng đang được nhiều người ghi cùng lúc. Hãy thử lại.',
    en: 'The introduction register is being written to by several people at once. Try again.',
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
