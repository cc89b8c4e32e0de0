import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { Clock } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** From where to where: a unit to its successor (or to itself, when it stands elsewhere now), or a member to a branch. */
export type Move = { from: string; to: string };

/** The two dossiers that wait with a branch or its superior, and how their tables differ. */
const dossiers = {
  ACCOUNT: {
    table: 'account',
    history: 'account_history',
    key: 'account_id',
    channel: 'dossier.channel',
    openedOn: 'dossier.opened_on',
  },
  ACCOUNT_CHANGE: {
    table: 'account_change_request',
    history: 'account_change_history',
    key: 'request_id',
    channel: `'ONLINE'`,
    openedOn: 'dossier.submitted_on',
  },
} as const;

type Followed = {
  id: string;
  version: number;
  number: string;
  status: string;
  channel: string;
  openedOn: string;
  unitId: string;
  memberId: string | null;
};

/**
 * Sends what waits to where it now belongs, in a few statements however much it is: new branch, new unit to decide, a line
 * in the history, and the word of it. What is there already is left alone, so that it may be done twice.
 */
export async function sendAfter(
  em: SqlEntityManager,
  clock: Clock,
  procedure: keyof typeof dossiers,
  by: 'branch_id' | 'member_id',
  moves: readonly Move[],
): Promise<void> {
  if (moves.length === 0) return;
  const { table, history, key, channel, openedOn } = dossiers[procedure];
  const followed = await em.execute<Followed[]>(
    `with target as (
       select move."from", unit.id as branch_id, coalesce(unit.parent_id, unit.id) as superior_id
       from json_to_recordset(?::json) as move("from" uuid, "to" uuid) join unit_copy unit on unit.id = move."to"
     )
     update ${table} dossier
     set branch_id = target.branch_id, version = dossier.version + 1,
       approver_unit_id = case dossier.status when 'PENDING_SUPERIOR' then target.superior_id else target.branch_id end
     from target
     where dossier.${by} = target."from" and dossier.status in ('PENDING_BRANCH', 'PENDING_SUPERIOR')
       and (dossier.branch_id <> target.branch_id or dossier.approver_unit_id <>
         case dossier.status when 'PENDING_SUPERIOR' then target.superior_id else target.branch_id end)
     returning dossier.id, dossier.version, dossier.number, dossier.status, ${channel} as channel,
       ${openedOn} as "openedOn", dossier.approver_unit_id as "unitId", dossier.member_id as "memberId"`,
    [JSON.stringify(moves)],
  );
  if (followed.length === 0) return;
  await em.execute(
    `insert into ${history} (${key}, step, at, action, from_state, to_state, unit_id)
     select dossier.id, coalesce((select max(step) from ${history} where ${key} = dossier.id), 0) + 1, ?, 'FOLLOW',
       dossier.status, dossier.status, dossier.approver_unit_id
     from ${table} dossier where dossier.id = any(array[?]::uuid[])`,
    [clock.now(), followed.map(({ id }) => id)],
  );
  await recordEvents(
    em,
    DossierStateChanged,
    followed.map(({ id, status, ...dossier }) => ({
      aggregateId: id,
      version: dossier.version,
      data: { ...dossier, dossierId: id, procedure, state: status, closedOn: null, dueOn: null },
    })),
    { service: 'identity' },
  );
}
