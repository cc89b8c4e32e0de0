import type { Actor } from '@dang/access/actor';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PositionClaim } from './position-claim.entity.ts';
import type { PositionClaimState } from './position-claim.workflow.ts';

/** A step to be kept: who did what, in which capacity, and why. Without an actor the system did it. */
export type ClaimStep = {
  action: string;
  from: PositionClaimState | null;
  actor: Actor | null;
  at: Date;
  reason?: string | null;
};

/** Writes a step of this claim into its history, and tells everybody where the claim stands. Call it after the flush. */
export async function keepClaimStep(
  em: SqlEntityManager,
  claim: PositionClaim,
  { action, from, actor, at, reason = null }: ClaimStep,
): Promise<void> {
  await em.execute(
    `insert into position_claim_history
       (claim_id, step, at, action, from_state, to_state, by_account_id, by_name, by_title, unit_id, reason)
     select ?, coalesce(max(step), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? from position_claim_history where claim_id = ?`,
    [
      claim.id,
      at,
      action,
      from,
      claim.status,
      actor?.accountId ?? null,
      actor?.name ?? null,
      actor?.capacity?.title ?? null,
      actor?.capacity?.unitId ?? null,
      reason,
      claim.id,
    ],
  );
  const data = {
    dossierId: claim.id,
    version: claim.version,
    procedure: 'POSITION_CLAIM',
    number: claim.number,
    unitId: claim.approverUnitId ?? claim.unitId,
    state: claim.status,
    channel: 'ONLINE',
    openedOn: claim.submittedOn,
    closedOn: claim.decidedOn ?? null,
    dueOn: null,
    memberId: claim.memberId ?? null,
  };
  const event = { aggregateId: claim.id, version: claim.version, data };
  await recordEvents(em, DossierStateChanged, [event], { actor, service: 'identity' });
}
