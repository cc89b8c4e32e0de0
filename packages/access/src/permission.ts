/**
 * The closed list of what somebody may be allowed to do, with a sentence each. `@access(permission: "…")` in a
 * schema names one of these; a name that is not here stops the service at start.
 *
 * A permission says *what*, never *where*: where it holds is the unit of the capacity (see `scopeUnitOf`), as the
 * service's own copy of the tree says now.
 */
export const permissions = {
  OWN_DATA: 'Read and declare one’s own data: profile, dues, dossiers, receipts.',
  TREE_READ: 'Read the organisation tree: units, their names, codes and places.',
  MEMBER_READ: 'Read members of the units in scope: name, dates, status; sensitive fields stay masked.',
  OFFICERS_READ: 'Read who holds which position in the units in scope.',
  ACCOUNT_APPROVE: 'Approve or reject account registrations and changes addressed to the unit.',
  DELEGATE_APPOINT: 'Appoint and end delegates of the unit.',
  TRANSFER_REQUEST: 'Request a transfer of oneself, supplement it and withdraw it.',
  TRANSFER_READ: 'Read transfer dossiers that touch a unit in scope.',
  TRANSFER_REVIEW:
    'Act on a transfer as the origin branch: ask for a supplement, record the meeting, refuse, issue the letter (box 1).',
  TRANSFER_SIGN_BOX: 'Sign, forward or return a letter in the box of one’s own unit.',
  TRANSFER_ADMIT: 'Receive a member at the destination branch: sealed file, admission meeting, last box.',
  DUES_READ: 'Read dues of members in scope: charges, payments, arrears.',
  DUES_ANNOUNCE: 'Announce what each member of the branch has to pay.',
  DUES_COLLECT:
    'Pay for members of the branch, record their cash, confirm what somebody else recorded, remit it.',
  DUES_RATE_APPROVE:
    'Approve or reject the monthly dues that members declare to the unit, also the voluntary part.',
  DUES_WAIVE:
    'Decide on exemption, reduction, late and advance payment of dues, within the limits of the unit.',
  BENEFICIARY_DECLARE: 'Declare the account for retained dues of a unit in scope.',
  BENEFICIARY_READ: 'Read the accounts for retained dues of the units in scope, numbers masked.',
  BENEFICIARY_APPROVE: 'Approve, reject and end the account for retained dues of the units directly below.',
  PAYMENT_REFUND: 'Ask for the refund of a payment, with a reason; somebody else approves it.',
  PAYMENT_REFUND_APPROVE: 'Approve or reject a refund that somebody else asked for.',
  PAYOUT_READ: 'Read what was paid out to the units in scope, and what is held.',
  PAYOUT_MANAGE: 'Release, retry and hold payouts, and read the bank’s statements in.',
  LEDGER_READ: 'Read the entries of the ledger and how an amount was divided, in the units in scope.',
  RECONCILIATION_READ: 'Read the reconciliations of the units in scope, and their books of dues.',
  RECONCILIATION_CONFIRM:
    'Confirm or dispute the reconciliation of one’s own unit, and close that of the units directly below.',
  RECONCILIATION_ADJUST: 'Post the adjustment that settles a disputed reconciliation.',
  DUES_POLICY_EDIT: 'Enter new rows of the rates and of the division of dues, from a day on.',
  DUES_POLICY_CHOOSE: 'Choose, among the policies in force, the one by which a unit in scope divides dues.',
  DUES_TOTALS_READ: 'Read totals of dues by unit and month, without any person.',
  COMMENT_READ: 'Read residence-comment lists, items and sheets that touch a unit in scope.',
  COMMENT_LIST_PREPARE:
    'Make the list of members to introduce or to ask comments on, and submit it for approval.',
  COMMENT_LIST_APPROVE: 'Approve, reject and withdraw the lists of one’s own unit.',
  COMMENT_LIST_SEND:
    'Send an approved list to the residence organisations; correct, re-send and cancel its items.',
  COMMENT_ROUTE:
    'Forward requests to the residence branch, return those that belong elsewhere, accept introductions.',
  COMMENT_SHEET_WRITE: 'Write the comment sheets of the residence branch and submit them.',
  COMMENT_SHEET_APPROVE: 'Approve and return the comment sheets of the branches of the commune or ward.',
  COMMENT_SHEET_SEND: 'Sign approved comment sheets and send them to the workplace.',
  COMMENT_RECEIVE: 'Open, file and download the comment sheets and reports that came to the workplace.',
  COMMENT_CAMPAIGN_EDIT: 'Open and change the yearly campaigns of residence comments.',
  CERTIFICATE_REGISTER: 'Register one’s own certificate for digital signatures, and end it.',
  CERTIFICATE_READ: 'Read which officers of the units in scope have which certificates.',
  CERTIFICATE_END: 'End the certificate of an officer in scope, whose key is lost or in wrong hands.',
  CALENDAR_EDIT: 'Enter the holidays and worked weekend days that the State announces.',
  ADMIN_GRANT_READ: 'Read who was granted which system right, by whom and why.',
  ACCOUNT_READ: 'Read accounts and change requests of the units in scope.',
  ACCOUNT_LOCK: 'Find accounts in scope by name, lock and unlock them; what they declare stays hidden.',
  ACCOUNT_ENTER: 'Enter a registration that came on paper or by post; the decision stays with the branch.',
  POSITION_APPROVE: 'Approve, reject and end positions in the units directly below one’s own.',
  ADMIN_GRANT: 'Grant and end system rights of units below one’s own, never one’s own.',
  ROLE_ASSIGN: 'Appoint and relieve the processing staff of one’s own unit and those below, never oneself.',
  SYSTEM_OPERATE:
    'Do at the top of the chain what has no superior in the system: first provincial positions.',
  REGISTRY_RECONCILE: 'Accept or reject, row by row, what the member database says differently.',
  MEMBER_CORRECT: 'Propose, with a reason, the correction of a member’s branch.',
  MEMBER_CORRECTION_APPROVE: 'Decide on the correction of a member’s branch, as their common superior.',
  AUDIT_READ: 'Read the audit trail of the units in scope.',
  TREE_CHANGE:
    'Create, rename, move, merge, split and dissolve units below one’s own, on a written decision.',
  UNIT_DESCRIBE: 'Correct what a unit is called in short, its kind, address and similar in scope.',
  PROCEDURE_START_SET: 'Set from which day a procedure runs in one’s own unit and those below.',
  REPORT_WRITE: 'Write and submit the quarterly report of one’s own unit.',
  REPORT_READ: 'Read the quarterly reports of the units in scope.',
  REPORT_DECIDE: 'Accept or return the reports of the units below, and aggregate them upwards.',
  TICKET_HANDLE: 'Answer, escalate and close the support tickets of the units in scope.',
  GUIDE_EDIT: 'Edit the support team, contacts, hotline, guide texts and menus of one’s own unit.',
  PROGRESS_READ: 'Read how far units have come: accounts, usage, dossiers, ratings; figures only.',
  RESULTS_EXPORT: 'Export the results of branches, members and heads for the yearly ranking.',
} as const;

/** One name of the closed list. */
export type Permission = keyof typeof permissions;

/** Is this text a permission of the closed list? Own keys only, so `constructor` is none. */
export const isPermission = (name: string): name is Permission => Object.hasOwn(permissions, name);
