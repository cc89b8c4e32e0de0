import type { Actor } from '@dang/access/actor';
import type { HistoryKind, HistoryRow } from '@dang/service/history';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from './dossier.row.ts';

type Entry = Pick<HistoryRow, 'at' | 'action' | 'fromState' | 'toState' | 'reason'> & {
  readonly boxIndex: number | null;
};

/** Adds what was just done, by whom, in which capacity: the member's own acts are those of a member, whatever their office. */
export async function addEntry(
  em: SqlEntityManager,
  actor: Actor,
  dossier: DossierRow,
  entry: Entry,
): Promise<void> {
  const capacity = actor.memberId === dossier.memberId ? null : actor.capacity;
  await em.execute(
    `insert into dossier_entry (dossier_id, version, at, action, from_state, to_state, by_account_id, by_member_id, by_name,
       by_title, unit_id, unit_name, box_index, reason)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select name from unit_copy where id = ?), ?, ?)`,
    [
      dossier.id,
      dossier.version,
      entry.at,
      entry.action,
      entry.fromState,
      entry.toState,
      actor.accountId,
      actor.memberId,
      actor.name,
      capacity?.title ?? 'Đảng viên',
      capacity?.unitId ?? null,
      capacity?.unitId ?? null,
      entry.boxIndex,
      entry.reason,
    ],
  );
}

/** Adds what the system did: `by` is who stands behind it outside of our registry, or nobody. */
export async function addSystemEntry(
  em: SqlEntityManager,
  { id, version }: Pick<DossierRow, 'id' | 'version'>,
  entry: Omit<Entry, 'boxIndex'> & {
    readonly by: { readonly name: string; readonly title: string; readonly unitName: string } | null;
  },
): Promise<void> {
  const { at, action, fromState, toState, reason, by } = entry;
  await em.execute(
    `insert into dossier_entry (dossier_id, version, at, action, from_state, to_state, by_name, by_title, unit_name, reason)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      version,
      at,
      action,
      fromState,
      toState,
      by?.name ?? null,
      by?.title ?? null,
      by?.unitName ?? null,
      reason,
    ],
  );
}

/** What was done to dossiers; there is one step a version. */
export const dossierHistory: HistoryKind = {
  name: 'dossiers',
  find: (em, ids) =>
    em.execute(
      `select dossier_id as "dossierId", at, action, from_state as "fromState", to_state as "toState", by_name as "byName",
         by_title as "byTitle", unit_id as "unitId", unit_name as "unitName", reason
       from dossier_entry where dossier_id = any(array[?]::uuid[]) order by dossier_id, version`,
      [ids],
    ),
};
