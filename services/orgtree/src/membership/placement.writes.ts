import type { DataOf } from '@dang/events/contract';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import type { EventActor } from '@dang/events/envelope';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { UnitType } from '../unit/unit.rules.ts';
import type { MembershipCause, Standing } from './membership.rules.ts';
import { placementsAnew } from './recorded-placements.ts';

/** Who is to be placed where, from which day on, and because of what. */
export type Place = {
  memberId: string;
  branchId: string;
  /** From where, when the member comes from another branch. */
  originId?: string;
  on: string;
  cause: Extract<MembershipCause, 'TRANSFER' | 'REGISTRATION' | 'CORRECTION'>;
  causeId: string;
};

/** What the rules ask of a member, and what the change needs. */
export type Found = Standing & {
  /** Was this done before, by this very transfer or registration? */
  alreadyDone: boolean;
  membershipId: string | null;
  /** The origin as it is today: itself, or the unit that it was merged into. */
  originId: string | null;
  residenceBranchId: string | null;
};

/**
 * Where the member stands and what the destination is on the day: one statement. Units that a reorganisation has ended since
 * are read as their successors, whichever of the two was heard first.
 */
export async function readStanding(em: SqlEntityManager, place: Place): Promise<Found> {
  const [row] = await em.execute<
    {
      membershipId: string | null;
      unitId: string;
      from: string;
      type: UnitType | null;
      code: string;
      takesMembers: boolean | null;
      destinationId: string;
      originId: string | null;
      residenceBranchId: string | null;
      alreadyDone: boolean;
    }[]
  >(
    `select current.id as "membershipId", current.unit_id as "unitId", current.valid_from as "from", destination.type,
       destination.code, rule.may_hold_members as "takesMembers", wanted.branch_id as "destinationId",
       wanted.origin_id as "originId", placement.residence_branch_id as "residenceBranchId",
       exists (
         select from membership done
         where done.cause = wanted.cause and done.cause_id = wanted.cause_id
           and (wanted.cause in ('TRANSFER', 'CORRECTION') or done.valid_from = wanted.day)
       ) as "alreadyDone"
     from (select ?::uuid, current_unit(?::uuid), current_unit(?::uuid), ?::date, ?::text, ?::uuid)
       as wanted(member_id, branch_id, origin_id, day, cause, cause_id)
     left join placement on placement.member_id = wanted.member_id
     left join membership current
       on current.member_id = wanted.member_id and current.kind = 'OFFICIAL' and current.valid_to is null
     left join unit on unit.id = wanted.branch_id
     left join unit_period destination
       on destination.unit_id = unit.id and destination.during @> greatest(wanted.day, unit.valid_from)
     left join unit_type rule on rule.code = destination.type and rule.during @> wanted.day`,
    [place.memberId, place.branchId, place.originId ?? null, place.on, place.cause, place.causeId],
  );
  if (!row) throw new Error('A select without a condition gave no row');
  const { membershipId, unitId, from, type, code, originId, residenceBranchId, alreadyDone } = row;
  const destination = { unitId: row.destinationId, type, code, takesMembers: row.takesMembers ?? false };
  return {
    alreadyDone,
    membershipId,
    originId,
    residenceBranchId,
    current: membershipId === null ? null : { unitId, from },
    destination: type === null ? null : { ...destination, type },
  };
}

/** Ends a membership that has not ended. Throws when somebody else has ended it since it was read: the event comes again. */
export async function endMembership(em: SqlEntityManager, membershipId: string, place: Place): Promise<void> {
  const ended = await em.execute(
    `update membership set valid_to = ?, end_cause = ?, end_cause_id = ?, version = version + 1
     where id = ? and valid_to is null returning id`,
    [place.on, place.cause, place.causeId, membershipId],
  );
  if (ended.length === 0) throw new Error(`Membership ${membershipId} was ended by somebody else just now`);
}

/** Did the member leave by this very transfer before? */
export async function hasLeft(
  em: SqlEntityManager,
  { memberId, causeId }: Pick<Place, 'memberId' | 'causeId'>,
): Promise<boolean> {
  const rows = await em.execute<object[]>(
    `select 1 from membership where member_id = ? and kind = 'OFFICIAL' and end_cause = 'TRANSFER' and end_cause_id = ?`,
    [memberId, causeId],
  );
  return rows.length > 0;
}

const recordedColumns = `member_id as "memberId", version, branch_id as "branchId", since,
  temporary_branch_id as "temporaryBranchId", temporary_since as "temporarySince", residence_branch_id as "residenceBranchId"`;

type Recorded = DataOf<typeof PlacementRecorded>['placements'][number];

async function record(em: SqlEntityManager, rows: Recorded[], actor: EventActor | null): Promise<void> {
  const [placement] = rows;
  if (!placement) throw new Error('The unit has ended meanwhile, so that nobody was placed there');
  const { memberId, version } = placement;
  await recordEvents(
    em,
    PlacementRecorded,
    [{ aggregateId: memberId, version, data: { placements: [placement] } }],
    { actor },
  );
}

/**
 * Starts an official membership and tells everybody where the member belongs now. The one before must have ended: the
 * table refuses a second, so that of two events about one member at once, one waits and comes again. A branch that a reorganisation
 * has just ended takes nobody (throws): the event comes again and finds its successor. The name by which
 * lists sort is held until the end of the transaction, so that news of another name comes after it.
 */
export async function startMembership(
  em: SqlEntityManager,
  place: Place,
  residenceBranchId: string | null,
  actor: EventActor | null,
): Promise<void> {
  const { memberId, branchId, on, cause, causeId } = place;
  const rows: Recorded[] = await em.execute(
    `with started as (
       insert into membership (id, member_id, unit_id, kind, valid_from, cause, cause_id, name_key)
       select uuidv7(), ?, standing.id, 'OFFICIAL', ?, ?, ?,
         coalesce((select name_key from member_name where member_id = ? for share), '')
       from (select id from unit where id = ? and valid_to is null for share) standing
       returning member_id, unit_id, valid_from
     )
     insert into placement (member_id, branch_id, since, residence_branch_id)
     select member_id, unit_id, valid_from, ?::uuid from started
     on conflict (member_id) do update set version = placement.version + 1, branch_id = excluded.branch_id,
       since = excluded.since, residence_branch_id = coalesce(excluded.residence_branch_id, placement.residence_branch_id)
     returning ${recordedColumns}`,
    [memberId, on, cause, causeId, memberId, branchId, residenceBranchId],
  );
  await record(em, rows, actor);
}

/** Notes where a member lives, and tells everybody. */
export async function noteResidence(
  em: SqlEntityManager,
  memberId: string,
  residenceBranchId: string,
  actor: EventActor | null,
): Promise<void> {
  const rows: Recorded[] = await em.execute(
    `insert into placement (member_id, residence_branch_id) values (?, ?)
     on conflict (member_id) do update set version = placement.version + 1,
       residence_branch_id = excluded.residence_branch_id
     returning ${recordedColumns}`,
    [memberId, residenceBranchId],
  );
  await record(em, rows, actor);
}

/** Makes the placement of a member agree with their memberships, and tells everybody where that has changed anything. */
export async function tellPlacement(
  em: SqlEntityManager,
  memberId: string,
  actor: EventActor | null,
): Promise<void> {
  const placements = await placementsAnew(em, [memberId]);
  if (placements.length > 0) await record(em, placements, actor);
}
