import type { Actor } from '@dang/access/actor';
import { scopeUnitOf } from '@dang/access/actor';
import { subtreePath } from '@dang/reference/units';
import { plannedOnce } from '@dang/service/planned-once';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A piece of SQL with its values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Both conditions at once. */
export const both = (one: Condition, other: Condition): Condition => ({
  sql: `(${one.sql}) and (${other.sql})`,
  values: [...one.values, ...other.values],
});

const nothing: Condition = { sql: 'false', values: [] };

/**
 * Which dossiers (alias `d`) the actor may read, as a condition: their own; with `TRANSFER_READ` those whose origin lies in
 * the capacity's unit, those sent to a destination in it, and those whose letter has a box of that very unit, or of one in whose place it goes on. The
 * destination's side begins when the dossier was sent. Everything else reads as if it were not there.
 */
export async function visibleTo(em: SqlEntityManager, actor: Actor | null): Promise<Condition> {
  if (actor === null || actor.accountStatus !== 'ACTIVE') return nothing;
  const own: Condition = actor.memberId ? { sql: 'd.member_id = ?', values: [actor.memberId] } : nothing;
  const scope = scopeUnitOf(actor, 'TRANSFER_READ');
  const touching = scope === null ? nothing : await touches(em, scope);
  return { sql: `(${own.sql} or ${touching.sql})`, values: [...own.values, ...touching.values] };
}

/** Which dossiers (alias `d`) have to do with a unit or with anything below it. */
export async function touches(em: SqlEntityManager, unitId: string): Promise<Condition> {
  const path = await subtreePath(em, unitId);
  if (path === null) return nothing;
  // each `exists` hangs on the dossier by one equality, so that for a list it is worked out once and looked up
  const box = `select from introduction_letter l join letter_box b on b.letter_id = l.id where l.dossier_id = d.id
    and b.unit_id = any(array(select ?::uuid union all select s.unit_id from unit_succession s where s.successor_id = ?))`;
  return {
    sql: `d.submitted and (exists (select from unit_copy u where u.id = d.origin_branch_id and u.path <@ ?::ltree)
      or exists (${box} and b.box_index <= case l.type when 'EIGHT_BOX' then 2 else 5 end)
      or d.sent_at is not null and (
        exists (select from unit_copy u where u.id = d.destination_branch_id and u.path <@ ?::ltree)
        or exists (${box})))`,
    values: [path, unitId, unitId, path, unitId, unitId],
  };
}

/** Does this dossier meet the condition? */
export async function isVisible(
  em: SqlEntityManager,
  visible: Condition,
  dossierId: string,
): Promise<boolean> {
  const rows = await em.execute(
    plannedOnce(`select from transfer_dossier d where d.id = ? and ${visible.sql}`),
    [dossierId, ...visible.values],
  );
  return rows.length > 0;
}
