import { plannedOnce } from '@dang/service/planned-once';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { withMoments } from './dossier.reads.ts';
import type { DossierRow } from './dossier.row.ts';
import { dossierColumns } from './dossier.row.ts';
import type { Condition } from './visibility.ts';

/** A place on a desk: is the dossier overdue, when was it requested, and its id. */
export type DeskPlace = readonly [late: boolean, requestedAt: string, id: string];

/** A dossier of a desk, and whether it is overdue. */
export type DeskRow = DossierRow & { readonly late: boolean };

export const placeOnDesk = ({ late, requestedAt, id }: DeskRow): DeskPlace => [
  late,
  requestedAt.toISOString(),
  id,
];

interface DeskPage {
  readonly where: Condition;
  /** `YYYY-MM-DD`; whose term ended before it is overdue. */
  readonly today: string;
  readonly limit: number;
  readonly after: DeskPlace | null;
}

/**
 * A page of open dossiers that meet a condition: the overdue ones first, then the others, each the oldest request first. Both halves end
 * as soon as the page is full, so that a desk of a hundred thousand dossiers is not sorted.
 */
export async function deskDossiers(
  em: SqlEntityManager,
  { where, today, limit, after }: DeskPage,
): Promise<DeskRow[]> {
  const [late, ...place] = after ?? [true];
  const half = (isLate: boolean) => ({
    sql: `(select ${dossierColumns}, ${isLate} as late from transfer_dossier d
       where d.closed_on is null and ${isLate ? 'd.due_on < ?::date' : '(d.due_on is null or d.due_on >= ?::date)'}
         and ${where.sql} ${after && isLate === late ? 'and (d.requested_at, d.id) > (?::timestamptz, ?::uuid)' : ''}
       order by d.requested_at, d.id limit ?)`,
    values: [today, ...where.values, ...(isLate === late ? place : []), limit],
  });
  const halves = late ? [half(true), half(false)] : [half(false)];
  const rows: DeskRow[] = await em.execute(
    plannedOnce(`select * from (${halves.map(({ sql }) => sql).join(' union all ')}) as desk
     order by late desc, "requestedAt", id limit ?`),
    [...halves.flatMap(({ values }) => values), limit],
  );
  return rows.map((row) => ({ ...withMoments(row), late: row.late }));
}

/** How many open dossiers meet a condition, and how many of them are overdue. */
export async function countDesk(
  em: SqlEntityManager,
  where: Condition,
  today: string,
): Promise<{ total: number; overdue: number }> {
  const [counted]: { total: number; overdue: number }[] = await em.execute(
    `select count(*)::int as total, (count(*) filter (where d.due_on < ?::date))::int as overdue
     from transfer_dossier d where d.closed_on is null and ${where.sql}`,
    [today, ...where.values],
  );
  return counted ?? { total: 0, overdue: 0 };
}

/**
 * What waits for a unit (alias `d`): its own steps; those of a unit directly below that the applicant leads; and stays at it, or, where
 * the destination lies outside of the system, of its own members, that end by `soon` (`YYYY-MM-DD`). A dossier of one's own waits for
 * somebody else. Each part is found by an index of its own.
 */
export function waitsFor(unitId: string, memberId: string | null, soon: string): Condition {
  return {
    sql: `d.member_id is distinct from ?::uuid and (d.waiting_unit_id = ?
      or d.id = any(array(select led.id from unit_copy u join officers_copy o on o.unit_id = u.id
        cross join jsonb_to_recordset(o.officers) as officer("memberId" uuid, role text)
        join transfer_dossier led on led.member_id = officer."memberId" and led.waiting_unit_id = u.id
        where u.parent_id = ? and officer.role like '%_SECRETARY'
          and (officer.role in ('BRANCH_SECRETARY', 'COMMITTEE_SECRETARY')
            or not exists (select from jsonb_to_recordset(o.officers) as other("memberId" uuid, role text)
              where other.role like '%_SECRETARY' and other."memberId" <> officer."memberId"))))
      or d.status = 'ACTIVE_TEMPORARY' and d.destination_branch_id = ? and d.due_on <= ?::date
      or d.status = 'ACTIVE_TEMPORARY' and d.origin_branch_id = ? and d.due_on <= ?::date
        and exists (select from letter_box b where b.letter_id = d.letter_id and b.status = 'OUTSIDE'))`,
    values: [memberId, unitId, unitId, unitId, soon, unitId, soon],
  };
}
