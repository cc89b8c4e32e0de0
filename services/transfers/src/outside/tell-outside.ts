import type { EventActor } from '@dang/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { TransferState } from '../dossier/workflows.ts';
import { sourceOf } from './letter-from-outside.rows.ts';
import { tellSentOut } from './sent-out.ts';
import { answerFor } from './tell-answer.ts';

/** A step that a dossier has just taken; days are `YYYY-MM-DD`. */
interface Step {
  readonly from: TransferState;
  readonly today: string;
  readonly actor: EventActor | null;
  readonly reason: string | null;
}

/**
 * Tells the other side what a step means for it, in the step's own transaction: that a letter goes there, or what became of a letter that another
 * province's system has sent.
 */
export async function tellOutside(em: SqlEntityManager, dossier: DossierRow, step: Step): Promise<void> {
  const { from, today, actor, reason } = step;
  const { status } = dossier;
  if (status === 'SENT_OUT' && from !== 'SENT_OUT') await tellSentOut(em, dossier, { sentOn: today, actor });
  if (dossier.originBranchId !== null || (status !== 'COMPLETED' && status !== 'CANCELLED')) return;
  const source = await sourceOf(em, dossier.id);
  if (source === null) return;
  const isReceived = status === 'COMPLETED';
  const answer = isReceived ? 'RECEIVED' : 'RETURNED';
  await answerFor(em, dossier, source, { answer, on: today, reason: isReceived ? null : reason, actor });
}
