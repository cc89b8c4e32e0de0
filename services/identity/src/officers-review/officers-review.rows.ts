import type { Role } from '@dang/access/role';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { HeldPosition } from '../position/position.rules.ts';

/** Somebody in office with what is known of how they use it. Days are `YYYY-MM-DD`. */
export type OfficeHolderRow = {
  held: HeldPosition;
  unitCode: string;
  name: string;
  accountStatus: string | null;
  grantedByName: string | null;
  lastUsedAt: Date | null;
  confirmedOn: string | null;
  reviewedOn: string | null;
  reviewerName: string | null;
};

/** Where the page before ended: the code of the unit and the id of what is held. */
export type OfficePlace = [unitCode: string, id: string];

type Flat = Omit<OfficeHolderRow, 'held' | 'lastUsedAt'> & HeldPosition & { lastUsedAt: string | null };

/**
 * What is held today in the units at and below `path`, by unit code. `roles` narrows it down; `dueBefore` keeps what was
 * neither reviewed nor begun since that day; `withLater` adds what begins later.
 */
export async function findOfficeHolders(
  em: SqlEntityManager,
  {
    path,
    roles,
    today,
    dueBefore,
    withLater,
  }: {
    path: string;
    roles: readonly Role[] | null;
    today: string;
    dueBefore: string | null;
    withLater: boolean;
  },
  limit: number,
  after: OfficePlace | null,
): Promise<OfficeHolderRow[]> {
  const rows: Flat[] = await em.execute(
    `select held.id, held.kind, held.member_id as "memberId", held.unit_id as "unitId", held.role, held.title,
       held.from_date as "from", held.to_date as "to", held.ended_on as "endedOn", held.ended_reason as "endedReason",
       unit.code as "unitCode", member.full_name as name, account.status as "accountStatus",
       granter.full_name as "grantedByName", use.last_used_at as "lastUsedAt", review.confirmed_on as "confirmedOn",
       review.reviewed_on as "reviewedOn", review.reviewer_name as "reviewerName"
     from unit_copy unit
     join held_position held on held.unit_id = unit.id
     join member on member.id = held.member_id
     left join account on account.member_id = held.member_id
     left join admin_grant granted on granted.id = held.id
     left join position office on office.id = held.id
     left join delegation task on task.id = held.id
     left join member granter on granter.id = coalesce(granted.granted_by, office.appointed_by, task.appointed_by)
     left join capacity_use use on use.position_id = held.id
     left join officer_review review on review.position_id = held.id
     where unit.path <@ ?::ltree and held.ended_on is null and (held.from_date <= ? or ?)
       and coalesce(held.to_date >= ?, true)
       and (?::text[] is null or held.role = any(?::text[]))
       and (?::date is null or greatest(held.from_date, review.reviewed_on) < ?::date)
       and (unit.code, held.id) > (?, ?::uuid)
     order by unit.code, held.id
     limit ?`,
    [
      path,
      today,
      withLater,
      today,
      pgTexts(roles),
      pgTexts(roles),
      dueBefore,
      dueBefore,
      after?.[0] ?? '',
      after?.[1] ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ],
  );
  return rows.map(({ id, kind, memberId, unitId, role, title, from, to, endedOn, endedReason, ...more }) => ({
    ...more,
    lastUsedAt: more.lastUsedAt === null ? null : new Date(more.lastUsedAt),
    held: { id, kind, memberId, unitId, role, title, from, to, endedOn, endedReason },
  }));
}

/** A list as PostgreSQL writes it; role codes need no quotes. */
const pgTexts = (codes: readonly Role[] | null): string | null => codes && `{${codes.join(',')}}`;

/** Notes that the holder confirms to be in this office still. */
export async function keepConfirmation(
  em: SqlEntityManager,
  positionId: string,
  today: string,
): Promise<void> {
  await em.execute(
    `insert into officer_review (position_id, confirmed_on) values (?, ?)
     on conflict (position_id) do update set confirmed_on = excluded.confirmed_on`,
    [positionId, today],
  );
}

/** Notes that an administrator has looked at this office and found it right. */
export async function keepReview(
  em: SqlEntityManager,
  positionId: string,
  reviewer: { memberId: string | null; name: string },
  today: string,
): Promise<void> {
  await em.execute(
    `insert into officer_review (position_id, reviewed_on, reviewed_by, reviewer_name) values (?, ?, ?, ?)
     on conflict (position_id) do update set reviewed_on = excluded.reviewed_on, reviewed_by = excluded.reviewed_by,
       reviewer_name = excluded.reviewer_name`,
    [positionId, today, reviewer.memberId, reviewer.name],
  );
}

/** Notes that somebody acts in this now. `at` is a moment of the business calendar. */
export async function keepUse(em: SqlEntityManager, positionId: string, at: Date): Promise<void> {
  await em.execute(
    `insert into capacity_use (position_id, last_used_at) values (?, ?)
     on conflict (position_id) do update set last_used_at = greatest(capacity_use.last_used_at, excluded.last_used_at)`,
    [positionId, at],
  );
}
