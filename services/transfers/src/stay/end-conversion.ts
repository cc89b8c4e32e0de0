import type { EventActor } from '@dang/events/envelope';
import type { Clock } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { actBySystem } from '../dossier/system-act.ts';
import { getLetter } from '../letter/letter.reads.ts';
import { endStay } from './stay.events.ts';

/**
 * The official transfer that makes a stay permanent has ended, in this transaction. Admitted for good, the member stays no longer; when it came to
 * nothing, the stay goes on as it was. A stay that a reorganisation has ended in the meantime remains as it is.
 */
export async function endConversion(
  em: SqlEntityManager,
  clock: Clock,
  actor: EventActor | null,
  official: DossierRow,
): Promise<void> {
  const { convertsId, letterId, status } = official;
  if (convertsId === null || official.closedOn === null) return;
  if (status !== 'COMPLETED') {
    await actBySystem(
      em,
      clock,
      convertsId,
      { action: 'RESUME_STAY', reason: null, by: null },
      async () => {},
    );
    return;
  }
  if (letterId === null) throw new Error(`dossier ${official.number} was completed without a letter`);
  const { duesPaidThrough } = await getLetter(em, letterId);
  const step = { action: 'END_CONVERTED_STAY', reason: null, by: null } as const;
  await actBySystem(em, clock, convertsId, step, async ({ dossier, today }) => {
    await em.execute(
      `with closed as (update introduction_letter set status = 'CLOSED' where id = ? returning id)
       update letter_box b set status = 'PENDING' from closed where b.letter_id = closed.id and b.status in ('NEXT', 'RETURNED')`,
      [dossier.letterId],
    );
    await endStay(em, actor, dossier, { endedOn: today, outcome: 'CONVERTED', duesPaidThrough });
  });
}
