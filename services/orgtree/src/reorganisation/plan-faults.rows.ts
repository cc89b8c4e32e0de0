import type { RefusalCode } from '@dang/service/refusal';
import type { Work } from './work.ts';

/** The units that the plan came to, as they stand on the day, and those directly below them. */
const seen = `
  touched as (select unit_id as id from reorganisation_change where reorganisation_id = ?),
  standing as (
    select period.* from unit_period period
    where period.during @> ?::date
      and (period.unit_id in (select id from touched) or period.parent_id in (select id from touched))
  )`;

/**
 * What is wrong with the tree that the plan would leave behind, at most twenty faults: one statement over the units that it
 * came to, so that the steps may come in any order and only their end counts.
 */
export async function findOutcomeFaults(work: Work): Promise<{ code: RefusalCode; unit: string }[]> {
  return work.em.execute(
    `with ${seen},
     rules as (select code, may_hold_members from unit_type where during @> ?::date)
     select * from (
       select 'UNIT_NOT_EMPTY' as code, standing.name as unit from standing
       where standing.parent_id is not null and not exists (
         select from unit_period parent where parent.unit_id = standing.parent_id and parent.during @> ?::date
       )
       union all
       select 'UNIT_TYPE_MISPLACED', standing.name from standing
       left join unit_period parent on parent.unit_id = standing.parent_id and parent.during @> ?::date
       where not exists (
         select from unit_type_parent allowed
         where allowed.type = standing.type and allowed.parent_type is not distinct from parent.type
           and allowed.during @> ?::date
       ) and (standing.parent_id is null or parent.unit_id is not null)
       union all
       select 'UNIT_CODE_MISFIT', standing.code from standing
       join unit_period parent on parent.unit_id = standing.parent_id and parent.during @> ?::date
       where not (starts_with(standing.code, parent.code || '.') or (parent.code = 'CENTRAL' and standing.code ~ '^\\d{2}$'))
       union all
       select 'UNIT_CODE_TAKEN', standing.code from standing
       where exists (
         select from unit_period other
         where other.code = standing.code and other.during && standing.during and other.unit_id <> standing.unit_id
       )
       union all
       select case when standing.unit_id is null then 'UNIT_NOT_EMPTY' else 'UNIT_TAKES_NO_MEMBERS' end, last.name
       from touched
       join lateral (
         select name from unit_period where unit_period.unit_id = touched.id order by lower(during) desc limit 1
       ) last on true
       left join standing on standing.unit_id = touched.id
       left join rules on rules.code = standing.type
       where not coalesce(rules.may_hold_members, false) and exists (
         select from membership
         where membership.unit_id = touched.id and (membership.valid_to is null or membership.valid_to > ?::date)
       )
     ) fault
     limit 20`,
    [work.id, work.day, work.day, work.day, work.day, work.day, work.day, work.day],
  );
}

/** Throws when a path is not that of the unit above and the unit itself: a fault of this program, never of a plan. */
export async function assertPaths(work: Work): Promise<void> {
  const rows: { unitId: string }[] = await work.em.execute(
    `with ${seen}
     select standing.unit_id as "unitId" from standing
     join unit_period parent on parent.unit_id = standing.parent_id and parent.during @> ?::date
     where standing.path <> parent.path || standing.unit_id::text
     limit 1`,
    [work.id, work.day, work.day],
  );
  if (rows.length > 0) throw new Error(`The path of ${rows[0]?.unitId} does not lead through the unit above`);
}
