import type { ChainedTable } from './chain.ts';
import { type AuditContent, contentHash } from './content.ts';

/** The chain over the audit trail: one a unit, one of the service for what belongs to no unit. */
export const auditChain: ChainedTable = {
  name: 'audit',
  table: 'audit_entry',
  chainOf: 'audit_entry.unit_id',
  columns: `to_char(audit_entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
    audit_entry.account_id as "accountId", audit_entry.actor_member_id as "actorMemberId",
    audit_entry.actor_name as "actorName", audit_entry.actor_title as "actorTitle",
    audit_entry.actor_role as "actorRole", audit_entry.actor_unit_id as "actorUnitId",
    audit_entry.actor_position_id as "actorPositionId", audit_entry.action,
    audit_entry.subject_kind as "subjectKind", audit_entry.subject_id as "subjectId",
    audit_entry.unit_id as "unitId", audit_entry.member_id as "memberId", audit_entry.before, audit_entry.after,
    audit_entry.reason, audit_entry.ip, audit_entry.device, audit_entry.request_id as "requestId"`,
  hashOf: (row) => contentHash(row as AuditContent),
  writtenAt: 'audit_entry.at',
};
