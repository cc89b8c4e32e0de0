import type { EventActor } from '@dang/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { TransferState } from '../dossier/workflows.ts';
import { tellSentOut } from './sent-out.ts';

/** A step that a dossier has just taken; days are `YYYY-MM-DD`. */
interface Step {
  readonly from: TransferState;
  readonly today: string;
  readonly actor: EventActor | null;
}

/** Tells the other side what a step means for it, in the step's own transaction: that a letter goes there. */
export async function tellOutside(
  em: SqlEntityManager,
  dossier: DossierRow,
  { from, today, actor }: Step,
): Promise<void> {
  if (dossier.status === 'SENT_OUT' && from !== 'SENT_OUT')
    await tellSentOut(em, dossier, { sentOn: today, actor });
}
