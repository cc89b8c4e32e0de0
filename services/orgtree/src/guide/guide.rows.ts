import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { GuideKind } from '../generated/graph.ts';
import type { GuideDraft } from './guide.rules.ts';

/** An entry of a guide, with the unit that wrote it. */
export type GuideRow = GuideDraft & {
  id: string;
  kind: GuideKind;
  from: string;
  unitId: string;
  unitName: string;
  inherited: boolean;
};

/** The province, as a unit; null when it does not exist on that day. */
export async function findProvince(em: SqlEntityManager, code: string, day: string): Promise<string | null> {
  const [row]: { id: string }[] = await em.execute(
    `select unit_id as id from unit_period where type = 'PROVINCE' and code = ? and during @> ?::date`,
    [code, day],
  );
  return row?.id ?? null;
}

/**
 * The guide of a unit on a day: of the support team, contacts and hotline the nearest that there are from the unit upwards, of
 * texts, answers and menus the nearest of each key. Null when the unit does not exist on that day. One statement.
 */
export async function findGuide(
  em: SqlEntityManager,
  unitId: string,
  day: string,
): Promise<GuideRow[] | null> {
  const rows: (GuideRow | { id: null })[] = await em.execute(
    `with about as (
       select path from unit_period where unit_id = ? and during @> ?::date
     ), chain as (
       select above.unit_id, above.name, nlevel(above.path) as depth
       from about join unit_period above on about.path <@ above.path and above.during @> ?::date
     ), known as (
       select entry.*, chain.name as unit_name, chain.depth,
         max(chain.depth) over (partition by entry.kind) as kind_depth,
         max(chain.depth) over (partition by entry.kind, entry.key) as key_depth
       from chain join guide_entry entry on entry.unit_id = chain.unit_id and entry.during @> ?::date
     )
     select known.id, kind, key, title, body, role, phone, email, link, place as "order", lower(during) as "from",
       known.unit_id as "unitId", unit_name as "unitName", known.unit_id <> ?::uuid as inherited
     from about
     left join known on known.depth = case
       when known.kind in ('SUPPORT_MEMBER', 'CONTACT', 'HOTLINE') then known.kind_depth else known.key_depth end
     order by array_position(array['SUPPORT_MEMBER', 'CONTACT', 'HOTLINE', 'GUIDE_TEXT', 'FAQ', 'MENU'], kind), place, key`,
    [unitId, day, day, day, unitId],
  );
  return rows.length === 0 ? null : rows.filter((row) => row.id !== null);
}

/** How many entries a unit has on a day, other than this one. */
export async function countEntries(
  em: SqlEntityManager,
  { unitId, kind, key }: { unitId: string; kind: string; key: string },
  day: string,
): Promise<number> {
  const [row]: { count: number }[] = await em.execute(
    `select count(*)::int as count from guide_entry where unit_id = ? and during @> ?::date and (kind, key) <> (?, ?)`,
    [unitId, day, kind, key],
  );
  return row?.count ?? 0;
}

/** Ends what the key says from this day on; says whether it said anything. */
export async function endEntry(
  em: SqlEntityManager,
  { unitId, kind, key }: { unitId: string; kind: string; key: string },
  day: string,
): Promise<boolean> {
  const [row]: { id: string; began: string }[] = await em.execute(
    `select id, lower(during) as began from guide_entry
     where unit_id = ? and kind = ? and key = ? and during @> ?::date for update`,
    [unitId, kind, key, day],
  );
  if (!row) return false;
  // what began today was never read on another day: nothing is lost
  if (row.began === day) await em.execute('delete from guide_entry where id = ?', [row.id]);
  else
    await em.execute('update guide_entry set during = daterange(lower(during), ?) where id = ?', [
      day,
      row.id,
    ]);
  return true;
}

/** Writes an entry from this day on. */
export async function writeEntry(
  em: SqlEntityManager,
  entry: GuideDraft & { unitId: string; kind: string },
  day: string,
): Promise<void> {
  const { unitId, kind, key, title, body, role, phone, email, link, order } = entry;
  await em.execute(
    `insert into guide_entry (unit_id, kind, key, title, body, role, phone, email, link, place, during)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, daterange(?, null))`,
    [unitId, kind, key, title, body, role, phone, email, link, order, day],
  );
}
