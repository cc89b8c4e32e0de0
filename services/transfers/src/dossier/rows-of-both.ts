import { SYSTEM } from '@dang/workflow/workflow';

// Rows that stand word for word in both tables, for good and for a time.

export const requestSupplement = {
  action: 'REQUEST_SUPPLEMENT',
  label: 'Yêu cầu bổ sung',
  from: ['SUBMITTED'],
  to: ['SUPPLEMENT_REQUESTED'],
  by: ['ORIGIN_BRANCH'],
  reasonRequired: true,
} as const;

export const supplement = {
  action: 'SUPPLEMENT',
  label: 'Bổ sung hồ sơ',
  from: ['SUPPLEMENT_REQUESTED'],
  to: ['SUBMITTED'],
  by: ['APPLICANT', 'PAPER_CLERK'],
} as const;

export const returnByLevel = {
  action: 'RETURN_TRANSFER',
  label: 'Trả lại nơi đi',
  from: ['SENT', 'IN_DEST_CHAIN'],
  to: ['RETURNED_BY_DEST'],
  by: ['BOX_SIGNER'],
  reasonRequired: true,
} as const;

export const returnByBranch = {
  action: 'RETURN_TRANSFER',
  label: 'Trả lại nơi đi',
  from: ['AT_DEST_BRANCH'],
  to: ['RETURNED_BY_DEST'],
  by: ['DESTINATION_BRANCH'],
  reasonRequired: true,
  guards: ['originInside'],
} as const;

export const cancelReturned = {
  action: 'CANCEL',
  label: 'Hủy hồ sơ bị trả lại',
  from: ['RETURNED_BY_DEST'],
  to: ['CANCELLED'],
  by: ['ORIGIN_BRANCH'],
  reasonRequired: true,
} as const;

export const recordOutsideReturn = {
  action: 'RECORD_OUTSIDE_RETURN',
  label: 'Ghi nhận nơi đến ngoài hệ thống trả lại',
  from: ['SENT_OUT'],
  to: ['RETURNED_BY_DEST'],
  by: ['ORIGIN_BRANCH', 'ORIGIN_CHAIN', SYSTEM],
  reasonRequired: true,
} as const;

export const takeOver = {
  action: 'TAKE_OVER',
  label: 'Tiếp nhận giấy giới thiệu bằng văn bản',
  from: ['INCOMING_PAPER'],
  to: ['AT_DEST_BRANCH'],
  by: ['DESTINATION_BRANCH'],
  guards: ['destinationOpen'],
} as const;

export const sendBack = {
  action: 'SEND_BACK',
  label: 'Trả lại giấy giới thiệu bằng văn bản',
  from: ['INCOMING_PAPER', 'AT_DEST_BRANCH'],
  to: ['CANCELLED'],
  by: ['DESTINATION_BRANCH'],
  reasonRequired: true,
  guards: ['originOutside'],
} as const;
