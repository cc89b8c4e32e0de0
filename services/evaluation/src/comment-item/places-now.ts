import { nearestCommune } from '../comment-list/member-facts.rows.ts';

/**
 * Where both sides of requests stand by the tree as it is now, to be narrowed by a condition on `item`. In the place of an ended unit
 * stands the one that goes on. The residence committee is the commune or ward in which the residence branch lies; a committee that no
 * longer holds the member's branch has nothing to receive any more, so the branch itself stands in its place.
 */
export const placesNow = `
  select item.id,
    case when index(workplace.path, coalesce(unit.successor_id, item.workplace_unit_id)::text::ltree) < 0 then workplace.id
      else coalesce(unit.successor_id, item.workplace_unit_id) end as workplace_unit_id,
    coalesce(branch.successor_id, item.workplace_branch_id) as workplace_branch_id,
    coalesce(nullif(commune.id, item.residence_unit_id), host.successor_id, item.residence_unit_id) as residence_unit_id,
    coalesce(home.successor_id, item.residence_branch_id) as residence_branch_id
  from comment_item item
  left join unit_succession unit on unit.unit_id = item.workplace_unit_id
  left join unit_succession branch on branch.unit_id = item.workplace_branch_id
  left join unit_succession host on host.unit_id = item.residence_unit_id
  left join unit_succession home on home.unit_id = item.residence_branch_id
  left join unit_copy workplace on workplace.id = coalesce(branch.successor_id, item.workplace_branch_id)
  left join unit_copy place on place.id = coalesce(home.successor_id, item.residence_branch_id)
  ${nearestCommune}`;
