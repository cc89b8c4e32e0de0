import type { DataOf } from '@dang/events/contract';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import type { EventActor } from '@dang/events/envelope';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { UnitType } from '../unit/unit.rules.ts';
import type { MembershipCause, Standing } from './membership.rules.ts';

/** Who is to be placed where, from which day on, and because of what. */
export type Place = {
  memberId: string;
  branchId: string;
  on: string;
  cause: Extract<MembershipCause, 'TRANSFER' | 'REGISTRATION'>;
  causeId: string;
};

/** What the rules ask of a member, and what the change needs. */
export type Found = Standing & {
  /** Was this done before, by this very transfer or registration? */
  alreadyDone: boolean;
  membershipId: string | null;
  residenceBranchId: string | null;
};

/** Where the member stands and what the destination is on the day: one statement. */
export async function readStanding(em: SqlEntityManager, place: Place): Promise<Found> {
  const [row] = await em.execute<
    {
      membershipId: string | null;
      unitId: string;
      from: string;
      type: UnitType | null;
      code: string;
      residenceBranchId: string | null;
      alreadyDone: boolean;
    }[]
  >(
    `select current.id as "membershipId", current.unit_id as "unitId", current.valid_from as "from", destination.type,
       destination.code, placement.residence_branch_id as "residenceBranchId",
       exists (
         select from membership done
         where done.cause = wanted.cause and done.cause_id = wanted.cause_id
           and (wanted.cause = 'TRANSFER' or done.valid_from = wanted.day)
       ) as "alreadyDone"
     from (select ?::uuid, ?::uuid, ?::date, ?::text, ?::uuid) as wanted(member_id, branch_id, day, cause, cause_id)
     left join placement on placement.member_id = wanted.member_id
     left join membership current
       on current.member_id = wanted.member_id and current.kind = 'OFFICIAL' and current.valid_to is null
     left join unit_period destination on destination.unit_id = wanted.branch_id and destination.during @> wanted.day`,
    [place.memberId, place.branchId, place.on, place.cause, place.causeId],
  );
  if (!row) throw new Error('A select without a condition gave no row');
  const { membershipId, unitId, from, type, code, residenceBranchId, alreadyDone } = row;
  return {
    alreadyDone,
    membershipId,
    residenceBranchId,
    current: membershipId === null ? null : { unitId, from },
    destination: type === null ? null : { unitId: place.branchId, type, code },
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

const recordedColumns = `member_id as "memberId", version, branch_id as "branchId", since,
  temporary_branch_id as "temporaryBranchId", temporary_since as "temporarySince", residence_branch_id as "residenceBranchId"`;

type Recorded = DataOf<typeof PlacementRecorded>['placements'][number];

async function record(em: SqlEntityManager, rows: Recorded[], actor: EventActor | null): Promise<void> {
  const [placement] = rows;
  if (!placement) throw new Error('A placement was written and gave no row');
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
 * table refuses a second, so that of two events about one member at once, one waits and comes again. The name by which
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
       values (uuidv7(), ?, ?, 'OFFICIAL', ?, ?, ?,
         coalesce((select name_key from member_name where member_id = ? for share), ''))
       returning member_id, unit_id, valid_from
     )
     insert into placement (member_id, branch_id, since, residence_branch_id)
     select member_id, unit_id, valid_from, ?::uuid from started
     on conflict (member_id) do update set version = placement.version + 1, branch_id = excluded.branch_id,
       since = excluded.since, residence_branch_id = coalesce(excluded.residence_branch_id, placement.residence_branch_id)
     returning ${recordedColumns}`,
    [memberId, branchId, on, cause, causeId, memberId, residenceBranchId],
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
