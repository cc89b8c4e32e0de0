import type { Actor } from '@dang/access/actor';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { AccountChangeRequest } from './change-request.entity.ts';
import type { ChangeRequestState } from './change-request.workflow.ts';

/** A step to be kept: who did what, in which capacity, and why. Without an actor the system did it. */
export type ChangeStep = {
  action: string;
  from: ChangeRequestState | null;
  actor: Actor | null;
  at: Date;
  reason?: string | null;
};

/** Writes a step of this change into its history, and tells everybody where it stands. Call it after the flush. */
export async function keepChangeStep(
  em: SqlEntityManager,
  request: AccountChangeRequest,
  { action, from, actor, at, reason = null }: ChangeStep,
): Promise<void> {
  await em.execute(
    `insert into account_change_history
       (request_id, step, at, action, from_state, to_state, by_account_id, by_name, by_title, unit_id, reason)
     select ?, coalesce(max(step), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? from account_change_history where request_id = ?`,
    [
      request.id,
      at,
      action,
      from,
      request.status,
      actor?.accountId ?? null,
      actor?.name ?? null,
      actor?.capacity?.title ?? null,
      actor?.capacity?.unitId ?? null,
      reason,
      request.id,
    ],
  );
  const data = {
    dossierId: request.id,
    version: request.version,
    procedure: 'ACCOUNT_CHANGE',
    number: request.number,
    unitId: request.approverUnitId,
    state: request.status,
    channel: 'ONLINE',
    openedOn: request.submittedOn,
    closedOn: request.decidedOn ?? null,
    dueOn: null,
    memberId: request.memberId,
  };
  const event = { aggregateId: request.id, version: request.version, data };
  await recordEvents(em, DossierStateChanged, [event], { actor, service: 'identity' });
}
