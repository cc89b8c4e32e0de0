import type { Actor } from '@dang/access/actor';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { MemberCorrection } from './correction.entity.ts';
import type { CorrectionState } from './correction.workflow.ts';

type Step = {
  action: string;
  from: CorrectionState | null;
  actor: Actor | null;
  at: Date;
  reason?: string | null;
};

/** Writes a step of this correction into its history, and tells everybody where it stands. Call it after the flush. */
export async function keepCorrectionStep(
  em: SqlEntityManager,
  correction: MemberCorrection,
  { action, from, actor, at, reason = null }: Step,
): Promise<void> {
  await em.execute(
    `insert into member_correction_history
       (correction_id, step, at, action, from_state, to_state, by_account_id, by_name, by_title, unit_id, reason)
     select ?, coalesce(max(step), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? from member_correction_history where correction_id = ?`,
    [
      correction.id,
      at,
      action,
      from,
      correction.status,
      actor?.accountId ?? null,
      actor?.name ?? null,
      actor?.capacity?.title ?? null,
      actor?.capacity?.unitId ?? null,
      reason,
      correction.id,
    ],
  );
  const data = {
    dossierId: correction.id,
    version: correction.version,
    procedure: 'MEMBER_CORRECTION',
    number: correction.number,
    unitId: correction.deciderUnitId,
    state: correction.status,
    channel: 'ONLINE',
    openedOn: correction.proposedOn,
    closedOn: correction.decidedOn ?? null,
    dueOn: null,
    memberId: correction.memberId,
  };
  const event = { aggregateId: correction.id, version: correction.version, data };
  await recordEvents(em, DossierStateChanged, [event], { actor, service: 'identity' });
}
