import type { Permission } from '@dang/access/permission';

/** What a notice is about; the wording of each is data (`notice_template`). Described in `notice.graphql`. */
export const noticeKinds = [
  'ACCOUNT_WAITING',
  'ACCOUNT_APPROVED',
  'ACCOUNT_REJECTED',
  'ACCOUNT_LOCKED',
  'ACCOUNT_UNLOCKED',
  'CHANGE_WAITING',
  'CHANGE_APPROVED',
  'CHANGE_REJECTED',
  'POSITION_WAITING',
  'POSITION_APPROVED',
  'POSITION_REJECTED',
  'POSITION_ENDED',
  'SUCCESSOR_NEEDED',
  'DELEGATE_APPOINTED',
  'ADMIN_GRANTED',
  'CORRECTION_WAITING',
  'BRANCH_CORRECTED',
  'CORRECTION_REJECTED',
  'BENEFICIARY_ACCOUNT_WAITING',
  'BENEFICIARY_ACCOUNT_APPROVED',
  'BENEFICIARY_ACCOUNT_REJECTED',
  'BENEFICIARY_ACCOUNT_ENDED',
  'TRANSFER_WAITING',
  'TRANSFER_SUPPLEMENT',
  'TRANSFER_REJECTED',
  'TRANSFER_RETURNED',
  'TRANSFER_WITHDRAWN',
  'TRANSFER_COMPLETED',
  'LETTER_ISSUED',
  'LETTER_VOIDED',
  'LETTER_WAITING',
  'REPORT_WAITING',
  'REPORT_RETURNED',
  'REPORT_ACCEPTED',
  'TICKET_WAITING',
  'TICKET_ANSWERED',
  'TICKET_ESCALATED',
  'TICKET_CLOSED',
  'REORGANISATION_APPLIED',
  'DUES_RATE_WAITING',
  'DUES_RATE_APPROVED',
  'DUES_RATE_REJECTED',
  'DUES_WAIVER_WAITING',
  'DUES_WAIVER_APPROVED',
  'DUES_WAIVER_REJECTED',
  'DUES_ANNOUNCED',
  'DUES_REMINDER',
  'DUES_OVERDUE',
  'DUES_ARREARS',
  'ARREARS_ALERT',
  'PAYMENT_SUCCEEDED',
  'PAYMENT_FAILED',
  'PAYMENT_REFUNDED',
  'REFUND_WAITING',
  'PAYOUT_SETTLED',
  'PAYOUT_HELD',
  'PAYOUT_FAILED',
  'RECONCILIATION_OPENED',
  'RECONCILIATION_WAITING',
  'RECONCILIATION_DISPUTED',
  'RECONCILIATION_CLOSED',
  'VOLUNTARY_DUES_WAITING',
  'VOLUNTARY_DUES_DECIDED',
  'COMMENT_LIST_WAITING',
  'COMMENT_LIST_APPROVED',
  'COMMENT_LIST_REJECTED',
  'COMMENT_LIST_RECEIVED',
  'COMMENT_ITEMS_WAITING',
  'COMMENT_ITEM_RETURNED',
  'COMMENT_INTRODUCTION_ACCEPTED',
  'SELF_REPORT_REQUESTED',
  'SELF_REPORT_SENT',
  'COMMENT_SHEETS_WAITING',
  'COMMENT_SHEET_RETURNED',
  'COMMENT_SHEET_DELIVERED',
  'COMMENT_DUE_SOON',
  'COMMENT_OVERDUE',
  'COMMENT_REQUESTED',
  'CERTIFICATE_ENDED',
  'CERTIFICATE_EXPIRING',
  'TRANSFER_OVERDUE',
  'TRANSFER_LEFT',
  'LETTER_SENT_OUT',
  'SEALED_FILE_LOST',
  'STAY_STARTED',
  'STAY_DUE',
  'STAY_OVERDUE',
  'STAY_EXTENSION_REQUESTED',
  'STAY_EXTENSION_DECIDED',
  'STAY_CONVERSION_WAITING',
  'STAY_CONVERSION_DECIDED',
  'STAY_ENDED',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** The kinds of thing that a front end opens from a notice. */
export type NoticeSubject =
  | 'ACCOUNT'
  | 'CHANGE_REQUEST'
  | 'POSITION_CLAIM'
  | 'POSITION'
  | 'DELEGATION'
  | 'ADMIN_GRANT'
  | 'MEMBER_CORRECTION'
  | 'BENEFICIARY_ACCOUNT'
  | 'TRANSFER'
  | 'REPORT'
  | 'TICKET'
  | 'REORGANISATION'
  | 'DUES_RATE'
  | 'DUES_WAIVER'
  | 'VOLUNTARY_DUES'
  | 'DUES_ANNOUNCEMENT'
  | 'MEMBER_DUES'
  | 'DUES_ORDER'
  | 'PAYOUT'
  | 'RECONCILIATION'
  | 'COMMENT_LIST'
  | 'COMMENT_ITEM'
  | 'COMMENT_DESK'
  | 'CERTIFICATE';

/**
 * The people who work for units today: whose office there holds the permission (null: every position and delegation).
 * `superiors`: of the units directly above instead. `unitIds` of null: wherever they work. With `endedSince`, also those
 * whose office ended on that day or later. `inPlaceOf`: a member who does not act on their own case; where they are the unit's
 * secretary, or nobody else leads it, the direct superior acts and is told as well.
 */
export type Desk = {
  unitIds: readonly string[] | null;
  permission: Permission | null;
  superiors?: boolean;
  endedSince?: string;
  inPlaceOf?: string | null;
};

/**
 * One notice as it follows from an event. `about` is the person concerned, whose initials may be named and who is never
 * told as part of a desk; `unitId` is the unit named (left out: each recipient's own). With `dossier`, the number is the
 * one under which the transfer is known.
 */
export type Telling = {
  kind: NoticeKind;
  subject: readonly [NoticeSubject, id: string];
  number?: string | null;
  dossier?: string;
  about?: { memberId?: string | null; accountId?: string | null };
  unitId?: string | null;
  to: {
    members?: readonly (string | null)[];
    accounts?: readonly string[];
    desks?: readonly Desk[];
  };
};
