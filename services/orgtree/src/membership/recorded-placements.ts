import type { DataOf } from '@dang/events/contract';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { EVENT_SIZE } from '../unit/recorded-units.ts';

type Recorded = DataOf<typeof PlacementRecorded>['placements'][number];

/**
 * Makes the placements of these members agree with their memberships, and lets a place of residence follow its unit to where it went, in the
 * caller's transaction. Answers those that have changed, each with its new version; whoever calls tells them.
 */
export function placementsAnew(em: SqlEntityManager, memberIds: readonly string[]): Promise<Recorded[]> {
  return em.execute<Recorded[]>(
    `insert into placement (member_id, branch_id, since, temporary_branch_id, temporary_since)
     select wanted.id, official.unit_id, official.valid_from, temporary.unit_id, temporary.valid_from
     from unnest(array[?]::uuid[]) as wanted(id)
     left join membership official
       on official.member_id = wanted.id and official.kind = 'OFFICIAL' and official.valid_to is null
     left join membership temporary
       on temporary.member_id = wanted.id and temporary.kind = 'TEMPORARY' and temporary.valid_to is null
     on conflict (member_id) do update set version = placement.version + 1, branch_id = excluded.branch_id,
       since = excluded.since, temporary_branch_id = excluded.temporary_branch_id,
       temporary_since = excluded.temporary_since, residence_branch_id = current_unit(placement.residence_branch_id)
     where (placement.branch_id, placement.since, placement.temporary_branch_id, placement.temporary_since,
         placement.residence_branch_id)
       is distinct from (excluded.branch_id, excluded.since, excluded.temporary_branch_id, excluded.temporary_since,
         current_unit(placement.residence_branch_id))
     returning member_id as "memberId", version, branch_id as "branchId", since, temporary_branch_id as "temporaryBranchId",
       temporary_since as "temporarySince", residence_branch_id as "residenceBranchId"`,
    [memberIds],
  );
}

/**
 * Makes the placements of these members agree with their memberships and tells everybody, in the caller's transaction, by events of up to
 * 500. Answers how many were told.
 */
export async function placeAnew(
  em: SqlEntityManager,
  memberIds: readonly string[],
  reorganisationId?: string,
): Promise<number> {
  if (memberIds.length === 0) return 0;
  const placements = await placementsAnew(em, memberIds);
  const batches = Math.ceil(placements.length / EVENT_SIZE);
  await recordEvents(
    em,
    PlacementRecorded,
    Array.from({ length: batches }, (_, batch) => ({
      aggregateId: `${reorganisationId ?? 'placements'}-${batch + 1}`,
      data: {
        placements: placements
          .slice(batch * EVENT_SIZE, (batch + 1) * EVENT_SIZE)
          .map((placement) => ({ ...placement, reorganisationId })),
      } as never,
    })),
  );
  return placements.length;
}
