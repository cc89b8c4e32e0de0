import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findBoxes } from '../letter/letter.reads.ts';
import { findStays } from '../stay/stay.rows.ts';
import { dueOnOf } from './deadlines.rules.ts';
import type { TransferDossier } from './dossier.entity.ts';
import type { DossierFacts } from './dossier.facts.ts';
import { waitingUnitOf } from './judge.rules.ts';
import type { TransferState } from './workflows.ts';
import { isFinal } from './workflows.ts';

/**
 * Moves a locked dossier to the state to which an act led: its version, the unit that is waited for, the term and, at an end, the day. What the act
 * itself changed, the boxes included, is written by then. `today` is `YYYY-MM-DD`.
 */
export async function advance(
  em: SqlEntityManager,
  { dossier, facts: { calendar } }: { dossier: TransferDossier; facts: Pick<DossierFacts, 'calendar'> },
  to: TransferState,
  today: string,
): Promise<void> {
  const { letterId } = dossier;
  const boxes = letterId === null ? [] : ((await findBoxes(em, [letterId])).get(letterId) ?? []);
  dossier.status = to;
  dossier.version += 1;
  dossier.waitingUnitId = waitingUnitOf({ dossier, boxes }, to);
  dossier.closedOn = isFinal(dossier.kind, to) ? today : null;
  // the act may have moved the end of a stay
  const stays = dossier.kind === 'TEMPORARY' ? await findStays(em, [dossier.id]) : null;
  dossier.dueOn = dueOnOf(calendar, dossier, stays?.get(dossier.id) ?? null);
  await em.flush();
}
