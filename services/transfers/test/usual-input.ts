import { units } from './units.ts';

export const TODAY = '2026-07-06';

/** What a member asks for when a test does not care. */
export const someRequest = {
  destinationBranchId: units.sales,
  reason: 'CHANGE_WORKPLACE',
  decisionNumber: '128/QĐ-SH',
  decisionDate: '2026-06-25',
  decisionIssuer: 'Công ty Cổ phần Sông Hồng',
  effectiveDate: '2026-07-01',
};

/** A stay of half a year from today on, when a test does not care. */
export const someStay = {
  destinationBranchId: units.sales,
  reason: 'WORK',
  from: TODAY,
  through: '2027-01-05',
  decisionNumber: '45/QĐ-BPĐ',
  decisionDate: '2026-06-25',
  decisionIssuer: 'Công ty Cổ phần Sông Hồng',
};

export const someMeeting = {
  date: TODAY,
  present: 17,
  totalMembers: 20,
  votesFor: 16,
  votesAgainst: 1,
  conclusion: 'Đồng ý.',
};

/** What most mutations need beyond dossier, version and key, so that a test can say only what it is about. */
export const usualInput: Record<string, Record<string, unknown>> = {
  requestOfficialTransfer: someRequest,
  enterPaperTransfer: { ...someRequest, channel: 'PAPER' },
  requestTemporaryTransfer: someStay,
  enterPaperTemporaryTransfer: { ...someStay, channel: 'PAPER' },
  writeStayComment: { comment: 'Chấp hành tốt, đóng đảng phí đầy đủ.' },
  addStayNote: { note: 'Sinh hoạt đều, làm tốt việc được giao.' },
  requestStayExtension: { through: '2027-03-05', reason: 'Dự án kéo dài' },
  refuseStayExtension: { reason: 'Dự án đã xong' },
  requestStayConversion: {
    transferReason: 'CHANGE_WORKPLACE',
    decisionNumber: '77/QĐ-SH',
    decisionDate: '2026-07-01',
    decisionIssuer: 'Công ty Cổ phần Sông Hồng',
    effectiveDate: '2026-07-06',
  },
  refuseStayConversion: { reason: 'Chi bộ còn cần đồng chí' },
  requestTransferSupplement: { reason: 'Thiếu quyết định' },
  rejectTransfer: { reason: 'Chưa đủ căn cứ' },
  recordReviewMeeting: { meeting: someMeeting },
  signLetterBox: { comment: 'Nhất trí với bản tự kiểm điểm của đồng chí.' },
  correctLetterBox: {
    boxIndex: 3,
    correction: 'Đồng ý chuyển sinh hoạt đảng chính thức, theo quyết định số 129/QĐ-SH.',
  },
  returnLetterBox: { reason: 'Thiếu nhận xét' },
  voidLetter: { reason: 'Sai ngày vào Đảng ở ô 1' },
  explainTransferDelay: { flag: 'OVERDUE_60', reason: 'Chờ quyết định đính chính' },
  returnTransfer: { reason: 'Thiếu biên bản họp' },
  correctAndResendTransfer: { correction: 'Đã bổ sung biên bản họp' },
  cancelTransfer: { reason: 'Đảng viên ở lại' },
  recordSealedFile: { sealedOn: TODAY, documents: [{ name: 'Phiếu đảng viên', pages: 8 }] },
  recordPresentation: { receivedOn: TODAY, sealIntact: true },
  reportFileLoss: {
    lostOn: TODAY,
    lostPlace: 'Bến xe Mỹ Đình, Hà Nội',
    reason: 'Bị mất túi xách khi xuống xe',
    confirmationNumber: '45/XN-CAP',
  },
  recordOutsideReceipt: {
    receivedOn: TODAY,
    unitName: 'Đảng bộ Quân sự tỉnh Lào Cai',
    signerName: 'Vàng A Sùng',
  },
  takeOverIncomingLetter: {},
  sendBackIncomingLetter: { reason: 'Nhầm chi bộ' },
  recordOutsideReturn: { returnedOn: TODAY, unitName: 'Đảng bộ Quân sự tỉnh Lào Cai', reason: 'Thiếu hồ sơ' },
  admitMember: { meeting: { ...someMeeting, conclusion: 'Nhất trí tiếp nhận.' } },
};
