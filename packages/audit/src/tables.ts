import { chainTables } from './chain-tables.ts';

/**
 * The tables of the audit trail, for the migration `0002-audit` of every service:
 * `for (const sql of auditTables) this.addSql(sql)`.
 *
 * `audit_entry`: one row an act, written in the transaction of the act: who, in which capacity, did what, to what, in which
 * unit, about whom, before and after, why, from where. Rows are only ever added; each holds the hash of its own content.
 */
export const auditTables: readonly string[] = [
  `create table audit_entry (
    id uuid primary key default uuidv7(),
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz(3) not null,
    account_id uuid,
    actor_member_id uuid,
    actor_name text,
    actor_title text,
    actor_role text,
    actor_unit_id uuid,
    actor_position_id uuid,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    unit_id uuid,
    member_id uuid,
    before jsonb,
    after jsonb,
    reason text,
    ip text,
    device text,
    request_id text,
    content_hash bytea not null check (length(content_hash) = 32)
  )`,
  'create index audit_entry_to_seal on audit_entry (xid, id)',
  'create index audit_entry_unit on audit_entry (unit_id, id desc)',
  'create index audit_entry_member on audit_entry (member_id, id desc) where member_id is not null',
  ...chainTables('audit', 'audit_entry'),
];
