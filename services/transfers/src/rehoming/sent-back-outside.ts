import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { sourceOf } from '../outside/letter-from-outside.rows.ts';
import { answerFor } from '../outside/tell-answer.ts';
import { type Cause, tellClosed } from './following.ts';

/**
 * Sends letters back that came from outside of the system to a branch that has ended with none in its place, as that branch itself would have: the
 * dossier is over, its letter of no more use here, and the other province's system is answered where it has sent it. Nothing above the branch could
 * wait for it, since members are admitted by branches; whoever enters or sends it again names another.
 */
export async function sendBackOutside(
  em: SqlEntityManager,
  dossiers: readonly DossierRow[],
  cause: Cause,
): Promise<void> {
  if (dossiers.length === 0) return;
  const { reason, today } = cause;
  const letterIds = dossiers.flatMap(({ letterId }) => letterId ?? []);
  await em.execute(
    `update introduction_letter set status = 'VOID', void_reason = ? where id = any(array[?]::uuid[])`,
    [reason, letterIds],
  );
  await em.execute(
    `update letter_box set status = 'PENDING' where letter_id = any(array[?]::uuid[]) and status in ('NEXT', 'RETURNED')`,
    [letterIds],
  );
  await em.execute(
    `update transfer_dossier set status = 'CANCELLED', closed_on = ?, waiting_unit_id = null, due_on = null, version = version + 1
     where id = any(array[?]::uuid[])`,
    [today, dossiers.map(({ id }) => id)],
  );
  await tellClosed(em, dossiers, 'CANCELLED', cause);
  for (const dossier of dossiers) {
    const source = await sourceOf(em, dossier.id);
    if (source) await answerFor(em, dossier, source, { answer: 'RETURNED', on: today, reason, actor: null });
  }
}
