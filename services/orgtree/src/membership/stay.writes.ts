import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { UnitType } from '../unit/unit.rules.ts';
import type { StayStanding } from './stay.rules.ts';

/**
 * A temporary stay as its beginning or its end tells it, days are `YYYY-MM-DD`. While it runs, `endedOn` is null; `beforeOn` is the first day of the
 * member's next stay where that was heard before: who began another had ended this one, on a day that is still to be heard.
 */
export interface Stay {
  readonly transferId: string;
  readonly memberId: string;
  readonly destinationBranchId: string | null;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly beforeOn?: string | null;
}

/** The end of a stay was not heard yet, though that of a next one may already bound it. */
const running = (membership: string) =>
  `(${membership}.valid_to is null or (${membership}.end_cause = 'TEMPORARY_STAY' and ${membership}.end_cause_id is null))`;

/**
 * How the member stands towards this stay: one statement. The memberships of a stay are the one that it began and those by which
 * reorganisations carried it on.
 */
export async function readStay(em: SqlEntityManager, stay: Stay): Promise<StayStanding> {
  const [row] = await em.execute<
    {
      unitId: string | null;
      type: UnitType | null;
      code: string;
      takesMembers: boolean | null;
      isHome: boolean;
      begun: boolean;
      ended: boolean;
      runningId: string | null;
      otherBranchId: string | null;
      nextFrom: string | null;
    }[]
  >(
    `with recursive wanted as (
       select ?::uuid as member_id, ?::uuid as transfer_id, ?::uuid as told_id, current_unit(?::uuid) as branch_id,
         ?::date as started_on
     ), mine as (
       select membership.* from wanted join membership on membership.cause = 'TEMPORARY_STAY'
         and membership.cause_id = wanted.transfer_id and membership.member_id = wanted.member_id
       union all
       select carried.* from mine join membership carried on carried.member_id = mine.member_id and carried.kind = 'TEMPORARY'
         and carried.cause = 'REORGANISATION' and mine.end_cause = 'REORGANISATION' and carried.cause_id = mine.end_cause_id
     )
     select wanted.branch_id as "unitId", destination.type, destination.code, rule.may_hold_members as "takesMembers",
       exists (
         select from membership home where home.member_id = wanted.member_id and home.kind = 'OFFICIAL'
           and home.unit_id = wanted.branch_id and (daterange(home.valid_from, home.valid_to) @> wanted.started_on
             or (wanted.branch_id <> wanted.told_id and home.valid_to is null))
       ) as "isHome",
       exists (select from mine) as begun,
       exists (select from mine where end_cause = 'TEMPORARY_STAY' and end_cause_id = wanted.transfer_id) as ended,
       (select id from mine where ${running('mine')}) as "runningId",
       (
         select other.unit_id from membership other where other.member_id = wanted.member_id and other.kind = 'TEMPORARY'
           and other.valid_from < wanted.started_on and (other.valid_to is null or other.valid_to > wanted.started_on)
         limit 1
       ) as "otherBranchId",
       (
         select min(next.valid_from) from membership next where next.member_id = wanted.member_id and next.kind = 'TEMPORARY'
           and next.valid_from >= wanted.started_on
       ) as "nextFrom"
     from wanted
     left join unit on unit.id = wanted.branch_id
     left join unit_period destination
       on destination.unit_id = unit.id and destination.during @> greatest(wanted.started_on, unit.valid_from)
     left join unit_type rule on rule.code = destination.type and rule.during @> greatest(wanted.started_on, unit.valid_from)`,
    [stay.memberId, stay.transferId, stay.destinationBranchId, stay.destinationBranchId, stay.startedOn],
  );
  if (!row) throw new Error('A select without a condition gave no row');
  const { unitId, type, code, takesMembers, ...found } = row;
  const isKnown = unitId !== null && type !== null;
  return {
    ...found,
    destination: isKnown ? { unitId, type, code, takesMembers: takesMembers ?? false } : null,
  };
}

/**
 * Writes down a temporary membership at a branch, running or already over. A branch that a reorganisation has just ended takes nobody
 * (throws), and the table refuses a second membership on one day: the event comes again.
 */
export async function writeStay(em: SqlEntityManager, branchId: string, stay: Stay): Promise<void> {
  const { memberId, startedOn, endedOn, transferId } = stay;
  const until = endedOn ?? stay.beforeOn ?? null;
  const written = await em.execute<object[]>(
    `insert into membership (id, member_id, unit_id, kind, valid_from, valid_to, cause, cause_id, end_cause, end_cause_id, name_key)
     select uuidv7(), ?, standing.id, 'TEMPORARY', ?, ?, 'TEMPORARY_STAY', ?, ?, ?,
       coalesce((select name_key from member_name where member_id = ? for share), '')
     from (select id from unit where id = ? and valid_to is null for share) standing
     returning id`,
    [
      ...[memberId, startedOn, until, transferId],
      ...[until && 'TEMPORARY_STAY', endedOn && transferId],
      ...[memberId, branchId],
    ],
  );
  if (written.length === 0) throw new Error('The unit has ended meanwhile, so that nobody was placed there');
}

/**
 * Ends the membership of a stay that runs: on the day told, or on its own first day where a reorganisation began it later. Throws when somebody
 * else has ended it since it was read: the event comes again.
 */
export async function endStay(
  em: SqlEntityManager,
  membershipId: string,
  { endedOn, transferId }: { endedOn: string; transferId: string },
): Promise<void> {
  const ended = await em.execute<object[]>(
    `update membership set valid_to = greatest(valid_from, ?::date), end_cause = 'TEMPORARY_STAY', end_cause_id = ?, version = version + 1
     where id = ? and ${running('membership')} returning id`,
    [endedOn, transferId, membershipId],
  );
  if (ended.length === 0) throw new Error(`Membership ${membershipId} was ended by somebody else just now`);
}
