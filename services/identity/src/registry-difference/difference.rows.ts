import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DifferenceField } from './difference.rules.ts';

export type DifferenceStatus = 'OPEN' | 'ACCEPTED' | 'REJECTED' | 'SETTLED';

/** A difference as stored, with the member's own identifiers sealed. `unitId` is where the member is, for scopes. */
export type DifferenceRow = {
  id: string;
  version: number;
  memberId: string;
  memberName: string;
  field: DifferenceField;
  ours: string | null;
  theirs: string | null;
  oursSealed: string | null;
  theirsSealed: string | null;
  theirsIndex: string | null;
  foundOn: string;
  status: DifferenceStatus;
  decidedOn: string | null;
  reason: string | null;
  unitId: string | null;
  oursBranch: string | null;
  theirsBranch: string | null;
};

const select = `select difference.id, difference.version, difference.member_id as "memberId",
    member.full_name as "memberName", difference.field, difference.ours, difference.theirs,
    case when difference.field = 'CARD_NUMBER' then member.card_number_sealed end as "oursSealed",
    difference.theirs_sealed as "theirsSealed", difference.theirs_index as "theirsIndex",
    difference.found_on as "foundOn", difference.status, difference.decided_on as "decidedOn", difference.reason,
    unit.id as "unitId", our_branch.name as "oursBranch", their_branch.name as "theirsBranch"
  from registry_difference difference
  join member on member.id = difference.member_id
  left join placement_copy placement on placement.member_id = member.id
  left join unit_copy unit on unit.id = coalesce(placement.branch_id, member.branch_id)
  left join unit_copy our_branch on difference.field = 'BRANCH' and our_branch.id::text = difference.ours
  left join unit_copy their_branch on difference.field = 'BRANCH' and their_branch.id::text = difference.theirs`;

/** Those of the differences that exist and whose member is within this unit, in no particular order. */
export async function findDifferences(
  em: SqlEntityManager,
  ids: readonly string[],
  scopeUnitId: string,
): Promise<DifferenceRow[]> {
  return em.execute(
    `${select} where difference.id = any(array[?]::uuid[]) and index(unit.path, ?::ltree) >= 0`,
    [ids, scopeUnitId],
  );
}

/** Where the page before ended: the day it was found and the id of its last row. */
export type DifferencePlace = [foundOn: string, id: string];

/** Open differences of members below a path, longest waiting first; of one field only where one is given. */
export async function findOpenDifferences(
  em: SqlEntityManager,
  path: string,
  { field, limit, after }: { field: DifferenceField | null; limit: number; after: DifferencePlace | null },
): Promise<DifferenceRow[]> {
  return em.execute(
    `${select}
     where difference.status = 'OPEN' and unit.path <@ ?::ltree and (?::text is null or difference.field = ?)
       and (difference.found_on, difference.id) > (?::date, ?::uuid)
     order by difference.found_on, difference.id
     limit ?`,
    [
      path,
      field,
      field,
      after?.[0] ?? '0001-01-01',
      after?.[1] ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ],
  );
}

/** What became of each row of a decision. */
export type DecisionItem = { differenceId: string; code: string | null };

/** A decision on several differences, as its replay is answered. */
export async function findDecision(em: SqlEntityManager, id: string): Promise<DecisionItem[] | null> {
  const [row] = await em.execute<{ items: DecisionItem[] }[]>(
    'select items from registry_decision where id = ?',
    [id],
  );
  return row?.items ?? null;
}
