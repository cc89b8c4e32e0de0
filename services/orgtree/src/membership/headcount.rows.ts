import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { MembershipKind } from './membership.rules.ts';

/** How many members of which kind are asked for: below a path of unit ids, on a day. */
export type HeadcountKey = { path: readonly string[]; kind: MembershipKind; day: string };

const inSubtree = (membership: string) => `exists (
  select from unit_period branch
  where branch.unit_id = ${membership}.unit_id and branch.during @> wanted.day and branch.path <@ wanted.path
)`;

/**
 * From the running numbers of each branch: one index range over the paths below the unit (`g` sorts behind every id), less
 * those who begin later, more those whose end lies ahead. Costs a lookup a branch, whatever the number of members.
 */
const fromHeadcounts = `
  (select coalesce(sum(headcount.members), 0)
   from unit_period branch
   join headcount on headcount.unit_id = branch.unit_id and headcount.kind = wanted.kind
   where branch.path >= wanted.path and branch.path < (wanted.path || 'g') and branch.during @> wanted.day)
  - (select count(*) from membership ahead
     where ahead.valid_to is null and ahead.valid_from > wanted.day and ahead.kind = wanted.kind and ${inSubtree('ahead')})
  + (select count(*) from membership leaving
     where leaving.valid_to > wanted.day and leaving.valid_from <= wanted.day and leaving.kind = wanted.kind
       and ${inSubtree('leaving')})`;

/** From the memberships themselves: a day of the past counts who belonged then to what stood below the unit then. */
const fromMemberships = `
  (select count(*)
   from unit_period branch
   join membership on membership.unit_id = branch.unit_id and membership.kind = wanted.kind
     and membership.valid_from <= wanted.day and (membership.valid_to is null or membership.valid_to > wanted.day)
   where branch.path <@ wanted.path and branch.during @> wanted.day)`;

/** Numbers of members in the order of the keys; one statement for days from `today` on, one for days before it. */
export async function countMembers(
  em: SqlEntityManager,
  keys: readonly HeadcountKey[],
  today: string,
): Promise<number[]> {
  const counts = new Map<HeadcountKey, number>();
  for (const [isPast, group] of Map.groupBy(keys, ({ day }) => day < today)) {
    const rows: { members: number }[] = await em.execute(
      `select (${isPast ? fromMemberships : fromHeadcounts})::int as members
       from unnest(array[?]::ltree[], array[?]::text[], array[?]::date[]) with ordinality as wanted(path, kind, day, n)
       order by wanted.n`,
      [group.map(({ path }) => path.join('.')), group.map(({ kind }) => kind), group.map(({ day }) => day)],
    );
    for (const [index, key] of group.entries()) counts.set(key, rows[index]?.members ?? 0);
  }
  return keys.map((key) => counts.get(key) ?? 0);
}

/**
 * Folds the differences of each branch into one row, in one statement: a reader sees all of them or their sum. Two at once
 * do no harm, a row is deleted by one of them only.
 */
export async function foldHeadcounts(em: SqlEntityManager): Promise<void> {
  await em.execute(
    `with folded as (
       delete from headcount
       where (unit_id, kind) in (select unit_id, kind from headcount group by unit_id, kind having count(*) > 1)
       returning unit_id, kind, members
     )
     insert into headcount (unit_id, kind, members)
     select unit_id, kind, sum(members) from folded group by unit_id, kind having sum(members) <> 0`,
  );
}
