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
  DUES_TOTALS_READ: 'Read totals of dues by unit and month, without any person.',
  COMMENT_READ: 'Read residence-comment lists, items and sheets that touch a unit in scope.',
  ADMIN_GRANT_READ: 'Read who was granted which system right, by whom and why.',
} as const;

/** One name of the closed list. */
export type Permission = keyof typeof permissions;

/** Is this text a permission of the closed list? Own keys only, so `constructor` is none. */
export const isPermission = (name: string): name is Permission => Object.hasOwn(permissions, name);
