import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A line of the audit trail as people read it; `before` and `after` are JSON as text. */
export type AuditRow = {
  id: string;
  at: Date;
  action: string;
  subjectKind: string;
  subjectId: string;
  unitId: string | null;
  memberId: string | null;
  byMemberId: string | null;
  byName: string | null;
  byTitle: string | null;
  byRole: string | null;
  byUnitId: string | null;
  before: string | null;
  after: string | null;
  reason: string | null;
  ip: string | null;
  device: string | null;
  requestId: string | null;
};

/** Which lines to read: of which units, and what narrows them. `from` is the first day, `to` the day after the last. */
export type TrailWish = {
  /** SQL with one `?` for ids of units, and the value for it. */
  units: { sql: string; value: string };
  /** Lines that belong to no unit as well: for the top of the tree only. */
  withoutUnit: boolean;
  memberId?: string | null;
  action?: string | null;
  from?: string | null;
  to?: string | null;
  before: string | null;
  limit: number;
};

const zone = `at time zone 'Asia/Ho_Chi_Minh'`;

/** A page of the trail, newest first. */
export async function findAuditRows(em: SqlEntityManager, wish: TrailWish): Promise<AuditRow[]> {
  const { units, withoutUnit, memberId, action, from, to, before, limit } = wish;
  const conditions: [sql: string, value: string | null | undefined][] = [
    ['member_id = ?::uuid', memberId],
    ['action = ?', action],
    [`at >= (?::date)::timestamp ${zone}`, from],
    [`at < (?::date)::timestamp ${zone}`, to],
    ['id < ?::uuid', before],
  ];
  const asked = conditions.filter(([, value]) => value !== null && value !== undefined);
  const rows = await em.execute<(Omit<AuditRow, 'at'> & { at: string })[]>(
    `select id, at, action, subject_kind as "subjectKind", subject_id as "subjectId", unit_id as "unitId",
       member_id as "memberId", actor_member_id as "byMemberId", actor_name as "byName", actor_title as "byTitle",
       actor_role as "byRole", actor_unit_id as "byUnitId", before::text, after::text, reason, ip, device,
       request_id as "requestId"
     from audit_entry
     where (unit_id in (${units.sql}) ${withoutUnit ? 'or unit_id is null' : ''})
       ${asked.map(([sql]) => `and ${sql}`).join(' ')}
     order by id desc limit ?`,
    [units.value, ...asked.map(([, value]) => value), limit],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
