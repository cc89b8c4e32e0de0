import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { recordAudit } from '@dang/audit/record';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { recordEvents } from '@dang/events/outbox';
import type { Clock } from '@dang/service/clock';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { endClaimsOf } from '../position-claim/end-claims.ts';
import { recordOfficers } from './officers.ts';
import { isSecretary } from './position.rules.ts';

/** Why something held is over before its time; the values of `PositionEndReason`. */
export type EndReason =
  | 'TRANSFER_COMPLETED'
  | 'MEMBER_CORRECTED'
  | 'SECRETARY_CHANGED'
  | 'SUPERSEDED'
  | 'TERM_ENDED'
  | 'RELIEVED'
  | 'UNIT_ENDED'
  | 'ACCOUNT_CLOSED';

type Ended = {
  id: string;
  memberId: string;
  unitId: string;
  role: Role;
  reason: EndReason;
};

/** How something ends: on which day, why, and by whom; `note` is the reason in the words of who decided. */
export type Ending = {
  endedOn: string;
  reason: EndReason;
  actor?: Actor | null;
  note?: string | null;
  /** The person stays secretary by a new position: their delegates stay, and nobody is to be found. */
  isRenewed?: boolean;
  /** A successor takes over in the same act. */
  isReplaced?: boolean;
};

const tables = ['position', 'delegation', 'admin_grant'] as const;

async function endRows(
  em: SqlEntityManager,
  ids: readonly string[],
  { endedOn, reason }: Ending,
): Promise<Ended[]> {
  const ended: Ended[] = [];
  for (const table of tables) {
    const rows = await em.execute<Omit<Ended, 'reason'>[]>(
      `update ${table} set ended_on = ?, ended_reason = ?, version = version + 1
       where id = any(array[?]::uuid[]) and ended_on is null
       returning id, member_id as "memberId", unit_id as "unitId", role`,
      [endedOn, reason, ids],
    );
    ended.push(...rows.map((row) => ({ ...row, reason })));
  }
  return ended;
}

/** The delegations that go with these secretaries: those in force in their units, and those they had given for later. */
async function endDelegationsOf(
  em: SqlEntityManager,
  secretaries: readonly Ended[],
  endedOn: string,
): Promise<Ended[]> {
  if (secretaries.length === 0) return [];
  const rows = await em.execute<Omit<Ended, 'reason'>[]>(
    `update delegation set ended_on = ?, ended_reason = 'SECRETARY_CHANGED', version = delegation.version + 1
     from (select unnest(array[?]::uuid[]) as unit_id, unnest(array[?]::uuid[]) as member_id) secretary
     where delegation.unit_id = secretary.unit_id and delegation.ended_on is null
       and (delegation.from_date <= ? and delegation.to_date >= ? or delegation.appointed_by = secretary.member_id)
     returning delegation.id, delegation.member_id as "memberId", delegation.unit_id as "unitId", delegation.role`,
    [endedOn, secretaries.map((row) => row.unitId), secretaries.map((row) => row.memberId), endedOn, endedOn],
  );
  return rows.map((row) => ({ ...row, reason: 'SECRETARY_CHANGED' as const }));
}

/**
 * Ends positions, delegations and system rights by their ids, with everything that follows in the same transaction: the
 * delegations of a secretary, the claims behind them, the sessions that act in them (they go on as the plain member), the
 * facts and the new lists of officers. What has ended already is left alone. Answers how many ended.
 */
export async function endHeld(
  em: SqlEntityManager,
  clock: Clock,
  ids: readonly string[],
  ending: Ending,
): Promise<number> {
  if (ids.length === 0) return 0;
  await em.flush();
  const named = await endRows(em, ids, ending);
  const leaving = ending.isRenewed ? [] : named.filter(({ role }) => isSecretary(role));
  const ended = [...named, ...(await endDelegationsOf(em, leaving, ending.endedOn))];
  if (ended.length === 0) return 0;
  const endedIds = ended.map(({ id }) => id);
  await em.execute('update session set position_id = null where position_id = any(array[?]::uuid[])', [
    endedIds,
  ]);
  await endClaimsOf(em, clock, endedIds, ending);
  await recordEvents(
    em,
    PositionEnded,
    ended.map((held) => ({
      aggregateId: held.id,
      data: {
        positionId: held.id,
        memberId: held.memberId,
        unitId: held.unitId,
        role: held.role,
        endedOn: ending.endedOn,
        reason: held.reason,
        successorNeeded: leaving.includes(held) && !ending.isReplaced && ending.reason !== 'UNIT_ENDED',
      },
    })),
    { actor: ending.actor ?? null },
  );
  await recordAudit(
    em,
    ended.map(({ id, unitId, memberId, role, reason }) => ({
      action: 'positionEnded',
      subjectKind: 'position',
      subjectId: id,
      unitId,
      memberId,
      before: { role },
      after: { endedOn: ending.endedOn, endedReason: reason },
      reason: ending.note ?? null,
    })),
    { actor: ending.actor ?? null },
  );
  await recordOfficers(em, [...new Set(ended.map(({ unitId }) => unitId))], clock.today());
  return ended.length;
}
