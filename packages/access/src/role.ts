import type { Permission } from './permission.ts';

const branchLeadership = [
  'TREE_READ',
  'MEMBER_READ',
  'OFFICERS_READ',
  'ACCOUNT_APPROVE',
  'DELEGATE_APPOINT',
  'TRANSFER_READ',
  'TRANSFER_REVIEW',
  'TRANSFER_SIGN_BOX',
  'TRANSFER_ADMIT',
  'DUES_READ',
  'DUES_ANNOUNCE',
  'DUES_COLLECT',
  'DUES_RATE_APPROVE',
  'DUES_WAIVE',
  'BENEFICIARY_DECLARE',
  'BENEFICIARY_READ',
  'PAYOUT_READ',
  'LEDGER_READ',
  'RECONCILIATION_READ',
  'RECONCILIATION_CONFIRM',
  'COMMENT_READ',
  'ACCOUNT_READ',
  'REPORT_WRITE',
  'REPORT_READ',
  'PROGRESS_READ',
  'RESULTS_EXPORT',
] as const satisfies readonly Permission[];

const committeeLeadership = [
  'TREE_READ',
  'MEMBER_READ',
  'OFFICERS_READ',
  'ACCOUNT_APPROVE',
  'DELEGATE_APPOINT',
  'TRANSFER_READ',
  'TRANSFER_SIGN_BOX',
  // for a branch whose own leader is the applicant
  'TRANSFER_REVIEW',
  'TRANSFER_ADMIT',
  'DUES_READ',
  'DUES_TOTALS_READ',
  // of a branch's own leaders, and of grassroots branches directly below
  'DUES_RATE_APPROVE',
  'DUES_WAIVE',
  'BENEFICIARY_DECLARE',
  'BENEFICIARY_READ',
  'BENEFICIARY_APPROVE',
  'PAYMENT_REFUND_APPROVE',
  'PAYOUT_READ',
  'LEDGER_READ',
  'RECONCILIATION_READ',
  'RECONCILIATION_CONFIRM',
  'COMMENT_READ',
  'ACCOUNT_READ',
  'POSITION_APPROVE',
  'MEMBER_CORRECTION_APPROVE',
  'REPORT_WRITE',
  'REPORT_READ',
  'REPORT_DECIDE',
  'PROGRESS_READ',
  'RESULTS_EXPORT',
] as const satisfies readonly Permission[];

/**
 * The one table from roles to permissions. A deputy acts fully as the secretary (the history keeps the acting title).
 * Who holds none of a right here gets it nowhere: delegates never approve, support agents and admins see no dossier.
 */
const permissionsByRole = {
  MEMBER: ['OWN_DATA', 'TREE_READ', 'TRANSFER_REQUEST'],
  BRANCH_SECRETARY: branchLeadership,
  BRANCH_DEPUTY_SECRETARY: branchLeadership,
  BRANCH_COMMITTEE_MEMBER: [
    'TREE_READ',
    'MEMBER_READ',
    'OFFICERS_READ',
    'DUES_READ',
    'DUES_ANNOUNCE',
    'COMMENT_READ',
  ],
  BRANCH_DELEGATE: ['TREE_READ', 'MEMBER_READ', 'DUES_READ', 'DUES_ANNOUNCE', 'DUES_COLLECT', 'COMMENT_READ'],
  COMMITTEE_SECRETARY: committeeLeadership,
  COMMITTEE_DEPUTY_SECRETARY: committeeLeadership,
  COMMITTEE_DELEGATE: ['TREE_READ', 'OFFICERS_READ', 'COMMENT_READ'],
  OFFICE_STAFF: [
    'TREE_READ',
    'MEMBER_READ',
    'OFFICERS_READ',
    'DUES_READ',
    'DUES_TOTALS_READ',
    'BENEFICIARY_READ',
    'PAYOUT_READ',
    'LEDGER_READ',
    'RECONCILIATION_READ',
    'RECONCILIATION_CONFIRM',
    'ACCOUNT_READ',
    'ACCOUNT_ENTER',
    'REPORT_WRITE',
    'REPORT_READ',
    'REPORT_DECIDE',
    'TICKET_HANDLE',
    'GUIDE_EDIT',
    'PROGRESS_READ',
    'RESULTS_EXPORT',
  ],
  PARTY_BUILDING_STAFF: [
    'TREE_READ',
    'MEMBER_READ',
    'OFFICERS_READ',
    'TRANSFER_READ',
    'COMMENT_READ',
    'ACCOUNT_READ',
    'REGISTRY_RECONCILE',
    'UNIT_DESCRIBE',
    'REPORT_READ',
    'PROGRESS_READ',
    'RESULTS_EXPORT',
  ],
  ORG_BOARD_STAFF: [
    'TREE_READ',
    'MEMBER_READ',
    'OFFICERS_READ',
    'TRANSFER_READ',
    'TRANSFER_SIGN_BOX',
    'REGISTRY_RECONCILE',
    'TREE_CHANGE',
    'UNIT_DESCRIBE',
    'PROGRESS_READ',
  ],
  FINANCE_OFFICER: [
    'TREE_READ',
    'DUES_READ',
    'DUES_TOTALS_READ',
    'BENEFICIARY_READ',
    'PAYMENT_REFUND',
    'PAYMENT_REFUND_APPROVE',
    'PAYOUT_READ',
    'PAYOUT_MANAGE',
    'LEDGER_READ',
    'RECONCILIATION_READ',
    'RECONCILIATION_CONFIRM',
    'RECONCILIATION_ADJUST',
    'DUES_POLICY_CHOOSE',
  ],
  INSPECTION_OFFICER: [
    'TREE_READ',
    'MEMBER_READ',
    'OFFICERS_READ',
    'TRANSFER_READ',
    'DUES_READ',
    'DUES_TOTALS_READ',
    'BENEFICIARY_READ',
    'PAYOUT_READ',
    'LEDGER_READ',
    'RECONCILIATION_READ',
    'COMMENT_READ',
    'ADMIN_GRANT_READ',
    'ACCOUNT_READ',
    'AUDIT_READ',
    'REPORT_READ',
    'PROGRESS_READ',
  ],
  ORG_ADMIN: [
    'TREE_READ',
    'OFFICERS_READ',
    'ADMIN_GRANT_READ',
    'ADMIN_GRANT',
    'ROLE_ASSIGN',
    'ACCOUNT_LOCK',
    'BENEFICIARY_DECLARE',
    'MEMBER_CORRECT',
    'UNIT_DESCRIBE',
    'PROCEDURE_START_SET',
    'GUIDE_EDIT',
    'PROGRESS_READ',
  ],
  SYSTEM_ADMIN: [
    'TREE_READ',
    'OFFICERS_READ',
    'ADMIN_GRANT_READ',
    'ADMIN_GRANT',
    'ROLE_ASSIGN',
    'ACCOUNT_LOCK',
    'SYSTEM_OPERATE',
    'TREE_CHANGE',
    'PROCEDURE_START_SET',
    'DUES_POLICY_EDIT',
  ],
  SUPPORT_AGENT: ['TREE_READ', 'TICKET_HANDLE'],
  ANALYST: ['DUES_TOTALS_READ'],
} as const satisfies Record<string, readonly Permission[]>;

/** The code of a role. Timers and callbacks have none: they act without an actor. */
export type Role = keyof typeof permissionsByRole;

/** Every role code, in the order of the table. */
export const roles = Object.keys(permissionsByRole) as Role[];

/** Is this text a role code? */
export const isRole = (code: string): code is Role => Object.hasOwn(permissionsByRole, code);

const setsByRole = new Map<Role, ReadonlySet<Permission>>(
  roles.map((role) => [role, new Set<Permission>(permissionsByRole[role])]),
);

/** What a role may do. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  const set = setsByRole.get(role);
  if (!set) throw new Error(`no such role: ${role}`);
  return set;
}
