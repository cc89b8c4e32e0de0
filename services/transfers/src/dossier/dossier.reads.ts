import type { Actor } from '@dang/access/actor';
import { plannedOnce } from '@dang/service/planned-once';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from './dossier.row.ts';
import { dossierColumns } from './dossier.row.ts';
import { type Condition, visibleTo } from './visibility.ts';

/** Plain rows bring moments as PostgreSQL writes them. */
export const withMoments = (row: DossierRow): DossierRow => ({
  ...row,
  requestedAt: new Date(row.requestedAt),
  sentAt: row.sentAt && new Date(row.sentAt),
});

/** How a mutation reads its dossier back: what this actor may no longer read is not there, also when the call is repeated. */
export const findDossierFor =
  (actor: Actor | null) =>
  async (em: SqlEntityManager, id: string): Promise<DossierRow | null> =>
    (await findDossiers(em, [id], await visibleTo(em, actor)))[0] ?? null;

/** Those of the dossiers that meet the condition, in no particular order. */
export async function findDossiers(
  em: SqlEntityManager,
  ids: readonly string[],
  visible: Condition,
): Promise<DossierRow[]> {
  const rows: DossierRow[] = await em.execute(
    plannedOnce(
      `select ${dossierColumns} from transfer_dossier d where d.id = any(array[?]::uuid[]) and ${visible.sql}`,
    ),
    [ids, ...visible.values],
  );
  return rows.map(withMoments);
}

/** A place in a list: when the dossier was requested, and its id. */
export type DossierPlace = readonly [requestedAt: string, id: string];

export const placeOf = (row: DossierRow): DossierPlace => [row.requestedAt.toISOString(), row.id];

interface Page {
  readonly where: Condition;
  readonly limit: number;
  readonly after: DossierPlace | null;
}

/** A page of dossiers that meet a condition, the latest request first. */
export async function latestDossiers(
  em: SqlEntityManager,
  { where, limit, after }: Page,
): Promise<DossierRow[]> {
  const place = after ? 'and (d.requested_at, d.id) < (?::timestamptz, ?::uuid)' : '';
  const rows: DossierRow[] = await em.execute(
    `select ${dossierColumns} from transfer_dossier d where ${where.sql} ${place}
     order by d.requested_at desc, d.id desc limit ?`,
    [...where.values, ...(after ?? []), limit],
  );
  return rows.map(withMoments);
}

/** The same page for each of these members, in one statement. */
export async function latestDossiersOf(
  em: SqlEntityManager,
  memberIds: readonly string[],
  { where, limit, after }: Page,
): Promise<Map<string, DossierRow[]>> {
  const place = after ? 'and (d.requested_at, d.id) < (?::timestamptz, ?::uuid)' : '';
  const rows: DossierRow[] = await em.execute(
    `select ${dossierColumns}
     from unnest(array[?]::uuid[]) as member(id)
     cross join lateral (
       select d.* from transfer_dossier d where d.member_id = member.id and ${where.sql} ${place}
       order by d.requested_at desc, d.id desc limit ?
     ) d
     order by d.member_id, d.requested_at desc, d.id desc`,
    [memberIds, ...where.values, ...(after ?? []), limit],
  );
  return Map.groupBy(rows.map(withMoments), (row) => row.memberId);
}
