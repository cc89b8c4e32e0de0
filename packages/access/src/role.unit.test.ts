import { expect, test } from '@jest/globals';
import type { Permission } from './permission.ts';
import { isPermission, permissions } from './permission.ts';
import { isRole, permissionsOf, roles } from './role.ts';

const deciding: Permission[] = [
  'ACCOUNT_APPROVE',
  'DELEGATE_APPOINT',
  'TRANSFER_REVIEW',
  'TRANSFER_SIGN_BOX',
  'TRANSFER_ADMIT',
  'POSITION_APPROVE',
  'MEMBER_CORRECTION_APPROVE',
  'DUES_RATE_APPROVE',
  'DUES_WAIVE',
  'BENEFICIARY_APPROVE',
  'PAYMENT_REFUND_APPROVE',
  'RECONCILIATION_CONFIRM',
  'RECONCILIATION_ADJUST',
  'COMMENT_LIST_APPROVE',
  'COMMENT_SHEET_APPROVE',
];
const dossiers: Permission[] = [
  'MEMBER_READ',
  'TRANSFER_READ',
  'DUES_READ',
  'COMMENT_READ',
  'ACCOUNT_READ',
  'LEDGER_READ',
];

const holders = (permission: Permission) => roles.filter((role) => permissionsOf(role).has(permission));

test('a member reads and requests for themselves, and nothing more', () => {
  expect([...permissionsOf('MEMBER')].sort()).toEqual(['OWN_DATA', 'TRANSFER_REQUEST', 'TREE_READ']);
});

test('a deputy secretary may do whatever the secretary may', () => {
  expect(permissionsOf('BRANCH_DEPUTY_SECRETARY')).toEqual(permissionsOf('BRANCH_SECRETARY'));
  expect(permissionsOf('COMMITTEE_DEPUTY_SECRETARY')).toEqual(permissionsOf('COMMITTEE_SECRETARY'));
});

test('delegates, inspection, admins, analysts and the support team never decide', () => {
  for (const role of [
    'BRANCH_DELEGATE',
    'COMMITTEE_DELEGATE',
    'INSPECTION_OFFICER',
    'ORG_ADMIN',
    'SYSTEM_ADMIN',
    'SUPPORT_AGENT',
    'ANALYST',
  ] as const) {
    expect(deciding.filter((permission) => permissionsOf(role).has(permission))).toEqual([]);
  }
});

test('admins, analysts and the support team see no dossier', () => {
  for (const role of ['ORG_ADMIN', 'SYSTEM_ADMIN', 'SUPPORT_AGENT', 'ANALYST'] as const) {
    expect(dossiers.filter((permission) => permissionsOf(role).has(permission))).toEqual([]);
  }
  expect([...permissionsOf('ANALYST')]).toEqual(['DUES_TOTALS_READ']);
  expect([...permissionsOf('SUPPORT_AGENT')]).toEqual(['TREE_READ', 'TICKET_HANDLE']);
});

test('only secretaries and deputies review and admit (a committee’s for a branch led by the applicant); boxes are also signed above', () => {
  const leaders = [
    'BRANCH_SECRETARY',
    'BRANCH_DEPUTY_SECRETARY',
    'COMMITTEE_SECRETARY',
    'COMMITTEE_DEPUTY_SECRETARY',
  ];
  expect(holders('TRANSFER_REVIEW')).toEqual(leaders);
  expect(holders('TRANSFER_ADMIT')).toEqual(leaders);
  expect(holders('TRANSFER_SIGN_BOX')).toEqual([...leaders, 'ORG_BOARD_STAFF']);
});

test('every permission has a holder, and words from outside are none', () => {
  expect(Object.keys(permissions).filter((name) => holders(name as Permission).length === 0)).toEqual([]);
  for (const word of ['constructor', '__proto__', 'toString', '', 'own_data']) {
    expect(isPermission(word)).toBe(false);
    expect(isRole(word)).toBe(false);
  }
});
