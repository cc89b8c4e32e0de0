import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isAwaited } from './dispatch.rows.ts';
import type { Held } from './document-system.port.ts';

/** A call that was given up may still arrive; after this long, in real time, it does not. */
const PATIENCE = '10 minutes';
const ASK_EVERY = '10 minutes';

/**
 * Takes up to `limit` letters that may have left although they are awaited no longer: the system was called for them and its answer never came,
 * or nobody lived to write it down. They are not told again; the next time to ask is set with it.
 */
export async function claimUncertain(em: SqlEntityManager, limit: number): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    `with due as (
       select dispatch.id from letter_dispatch dispatch join transfer_dossier dossier on dossier.id = dispatch.dossier_id
       where dispatch.status in ('WAITING', 'NO_ADDRESS') and dispatch.called_at <= now() - interval '${PATIENCE}'
         and dispatch.next_attempt_at <= now() and coalesce(dispatch.leased_until <= now(), true) and not ${isAwaited('dispatch')}
       order by dispatch.next_attempt_at, dispatch.id limit ? for update of dispatch skip locked
     )
     update letter_dispatch dispatch set next_attempt_at = now() + interval '${ASK_EVERY}' from due where dispatch.id = due.id
     returning dispatch.id`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** Writes down what the system has of them: handed over when we last called for what it has, called off what never came there. */
export async function recordHeld(em: SqlEntityManager, held: readonly Held[]): Promise<void> {
  if (held.length === 0) return;
  await em.execute(
    `update letter_dispatch dispatch set status = case when said.ref is null then 'WITHDRAWN' else 'HANDED_OVER' end, ref = said.ref,
       handed_over_at = case when said.ref is not null then dispatch.called_at end, answered_at = now(), last_error = null
     from jsonb_to_recordset(?::jsonb) as said(id uuid, ref text)
     where dispatch.id = said.id and dispatch.status in ('WAITING', 'NO_ADDRESS')`,
    [JSON.stringify(held)],
  );
}
