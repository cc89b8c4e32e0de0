import type { Role } from '@dang/access/role';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { recordEvents } from '@dang/events/outbox';
import { defineReaction } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { recordOfficers } from './officers.ts';
import { isSecretary } from './position.rules.ts';

type Ended = { id: string; memberId: string; role: Role; reason: string };

/** Ends what these conditions find and was in force on that day; a position that began later is another story. */
async function end(
  em: SqlEntityManager,
  table: 'position' | 'delegation',
  where: { unitId: string; memberId?: string },
  day: string,
  reason: string,
): Promise<Ended[]> {
  return em.execute(
    `update ${table} set ended_on = ?, ended_reason = ?, version = version + 1
     where unit_id = ? and (member_id = ? or ?::uuid is null) and ended_on is null and from_date <= ?
       and coalesce(to_date >= ?, true)
     returning id, member_id as "memberId", role, ended_reason as reason`,
    [day, reason, where.unitId, where.memberId ?? null, where.memberId ?? null, day, day],
  );
}

/** Ends the delegations that this secretary had given for later: they would begin with nobody behind them. */
async function endWhatWouldBegin(
  em: SqlEntityManager,
  unitId: string,
  secretaryId: string,
  day: string,
): Promise<Ended[]> {
  return em.execute(
    `update delegation set ended_on = ?, ended_reason = 'SECRETARY_CHANGED', version = version + 1
     where unit_id = ? and appointed_by = ? and ended_on is null and from_date > ?
     returning id, member_id as "memberId", role, ended_reason as reason`,
    [day, unitId, secretaryId, day],
  );
}

/**
 * A member who has moved holds nothing in the branch they left: positions and delegations there end on the day of the
 * admission (domain 5.6, T74). When a secretary goes, the delegations of that branch end too, and the superior learns that
 * a successor is due. Positions in other units stay.
 */
export const endPositionsOfTransferred = defineReaction({
  name: 'end-positions-of-transferred',
  event: TransferCompleted,
  async handle({ em, clock }, { data }) {
    const { memberId, originBranchId: unitId, completedOn: day } = data;
    const positions = await end(em, 'position', { unitId, memberId }, day, 'TRANSFER_COMPLETED');
    const ended = [
      ...positions,
      ...(await end(em, 'delegation', { unitId, memberId }, day, 'TRANSFER_COMPLETED')),
    ];
    if (positions.some(({ role }) => isSecretary(role))) {
      ended.push(...(await end(em, 'delegation', { unitId }, day, 'SECRETARY_CHANGED')));
      ended.push(...(await endWhatWouldBegin(em, unitId, memberId, day)));
    }
    if (ended.length === 0) return;
    await em.execute('update session set position_id = null where position_id = any(array[?]::uuid[])', [
      ended.map(({ id }) => id),
    ]);
    await recordEvents(
      em,
      PositionEnded,
      ended.map((position) => ({
        aggregateId: position.id,
        data: {
          positionId: position.id,
          memberId: position.memberId,
          unitId,
          role: position.role,
          endedOn: day,
          reason: position.reason,
          successorNeeded: isSecretary(position.role),
        },
      })),
    );
    await recordOfficers(em, [unitId], clock.today());
  },
});
