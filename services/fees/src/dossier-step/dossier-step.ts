import type { Actor } from '@dang/access/actor';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actedByText } from './acted-by.ts';

/** One step of one dossier; without an actor, the system itself. */
export interface Step {
  readonly dossierId: string;
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly reason?: string | null;
}

/** Adds steps to the histories of dossiers, in the transaction that changed them; one statement. */
export async function keepSteps(
  em: SqlEntityManager,
  steps: readonly Step[],
  { at, actor }: { at: Date; actor: Actor | null },
): Promise<void> {
  if (steps.length === 0) return;
  await em.execute(
    `insert into dossier_step (dossier_id, at, action, from_state, to_state, actor, reason)
     select step."dossierId", ?, step.action, step."from", step."to", ?::jsonb, step.reason
     from rows from (jsonb_to_recordset(?::jsonb)
       as ("dossierId" uuid, action text, "from" text, "to" text, reason text)) with ordinality as step
     order by step.ordinality`,
    [at, actedByText(actor), JSON.stringify(steps)],
  );
}
