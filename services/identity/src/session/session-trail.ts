import type { AuditLine } from '@dang/audit/record';
import type { AccountRow } from '../account/account.rows.ts';

/** A line of the audit trail about a session; it is read in the branch of its owner. */
export const sessionLine = (
  action: string,
  sessionId: string,
  { branchId, memberId }: Pick<AccountRow, 'branchId' | 'memberId'>,
): AuditLine => ({ action, subjectKind: 'session', subjectId: sessionId, unitId: branchId, memberId });
