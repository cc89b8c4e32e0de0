import type { TransferAction } from '../src/dossier/workflows.ts';

/** The mutation behind each action that somebody may be offered on a dossier. */
const mutations: Partial<Record<TransferAction, string>> = {
  SUBMIT: 'submitTransfer',
  REQUEST_SUPPLEMENT: 'requestTransferSupplement',
  SUPPLEMENT: 'supplementTransfer',
  RECORD_REVIEW_MEETING: 'recordReviewMeeting',
  REJECT: 'rejectTransfer',
  ISSUE_LETTER: 'issueLetter',
  SIGN_BOX: 'signLetterBox',
  RETURN_BOX: 'returnLetterBox',
  CORRECT_BOX: 'correctLetterBox',
  VOID_LETTER: 'voidLetter',
  RECORD_SEALED_FILE: 'recordSealedFile',
  REPORT_FILE_LOSS: 'reportFileLoss',
  EXPLAIN_DELAY: 'explainTransferDelay',
  RETURN_TRANSFER: 'returnTransfer',
  CORRECT_AND_RESEND: 'correctAndResendTransfer',
  CANCEL: 'cancelTransfer',
  RECORD_OUTSIDE_RECEIPT: 'recordOutsideReceipt',
  RECORD_OUTSIDE_RETURN: 'recordOutsideReturn',
  RECORD_OUTSIDE_COMMENT: 'recordOutsideStayComment',
  TAKE_OVER: 'takeOverIncomingLetter',
  SEND_BACK: 'sendBackIncomingLetter',
  RECORD_PRESENTATION: 'recordPresentation',
  ADMIT: 'admitMember',
  WITHDRAW: 'withdrawTransfer',
  RECEIVE_LETTER: 'receiveStayLetter',
  CONFIRM_STAY: 'confirmTemporaryStay',
  ADD_STAY_NOTE: 'addStayNote',
  REQUEST_EXTENSION: 'requestStayExtension',
  GRANT_EXTENSION: 'grantStayExtension',
  REFUSE_EXTENSION: 'refuseStayExtension',
  WRITE_STAY_COMMENT: 'writeStayComment',
  RECEIVE_BACK: 'receiveMemberBack',
  REQUEST_CONVERSION: 'requestStayConversion',
  AGREE_CONVERSION: 'agreeStayConversion',
  REFUSE_CONVERSION: 'refuseStayConversion',
};

/** The mutation behind an action. */
export function mutationOf(action: TransferAction): string {
  const mutation = mutations[action];
  if (mutation === undefined) throw new Error(`nobody is offered ${action}`);
  return mutation;
}
