import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { pathRange } from '../unit/subtree.ts';
import type { MembershipKind } from './membership.rules.ts';

/** How many members of which kind are asked for: below a path of unit ids, on a day. */
export type HeadcountKey = {
  path: readonly string[];
  kind: MembershipKind;
  day: string;
  /** Is the unit so wide that nearly every member lies in it (a province, the Centre)? */
  wide: boolean;
};

/** A question with its values in the order of its places. */
type Question = { sql: string; values: unknown[] };

const below = 'branch.path >= ?::ltree and branch.path < ?::ltree and branch.during @> ?::date';

const among = (membership: string) => `exists (
  select from unit_period branch where branch.unit_id = ${membership}.unit_id and ${below})`;

/**
 * From the running numbers of each branch: those below the unit, or for a wide unit all but those elsewhere; less those who begin
 * later, more those whose end lies ahead. Costs a lookup a branch, whatever the number of members.
 */
function fromHeadcounts({ path, kind, day, wide }: HeadcountKey): Question {
  const range = [...pathRange(path), day];
  const here = `select coalesce(sum(headcount.members), 0)
    from unit_period branch join headcount on headcount.unit_id = branch.unit_id and headcount.kind = ? where ${below}`;
  const elsewhere = `select coalesce(sum(headcount.members), 0)
    from unit_period branch join headcount on headcount.unit_id = branch.unit_id and headcount.kind = ?
    where (branch.path < ?::ltree or branch.path >= ?::ltree) and branch.during @> ?::date`;
  const all = 'select coalesce(sum(members), 0) from headcount where kind = ?';
  const running = wide ? `(${all}) - (${elsewhere})` : `(${here})`;
  return {
    sql: `${running}
      - (select count(*) from membership ahead
         where ahead.valid_to is null and ahead.valid_from > ?::date and ahead.kind = ? and ${among('ahead')})
      + (select count(*) from membership leaving
         where leaving.valid_to > ?::date and leaving.valid_from <= ?::date and leaving.kind = ? and ${among('leaving')})`,
    values: [...(wide ? [kind] : []), kind, ...range, day, kind, ...range, day, day, kind, ...range],
  };
}

/** From the memberships themselves: a day of the past counts who belonged then to what stood below the unit then. */
function fromMemberships({ path, kind, day }: HeadcountKey): Question {
  return {
    sql: `(select count(*)
      from unit_period branch
      join membership on membership.unit_id = branch.unit_id and membership.kind = ?
        and membership.valid_from <= ?::date and (membership.valid_to is null or membership.valid_to > ?::date)
      where ${below})`,
    values: [kind, day, day, ...pathRange(path), day],
  };
}

/**
 * Numbers of members in the order of the keys: one statement, each key a question with its values bound, because the planner has to
 * know how much lies below a unit.
 */
export async function countMembers(
  em: SqlEntityManager,
  keys: readonly HeadcountKey[],
  today: string,
): Promise<number[]> {
  const questions = keys.map((key) => (key.day < today ? fromMemberships(key) : fromHeadcounts(key)));
  const rows: { n: number; members: number }[] = await em.execute(
    questions.map(({ sql }, n) => `select ${n} as n, (${sql})::int as members`).join(' union all '),
    questions.flatMap(({ values }) => values),
  );
  const counts = new Map(rows.map(({ n, members }) => [n, members]));
  return keys.map((_, n) => counts.get(n) ?? 0);
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
