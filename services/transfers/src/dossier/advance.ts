import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findBoxes } from '../letter/letter.reads.ts';
import { findOpenConversions, findStays } from '../stay/stay.rows.ts';
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
  // the act may have moved the end of a stay
  const isStay = dossier.kind === 'TEMPORARY';
  const stay = (isStay && (await findStays(em, [dossier.id])).get(dossier.id)) || null;
  const conversionAsked = isStay && (await findOpenConversions(em, [dossier.id])).has(dossier.id);
  dossier.waitingUnitId = waitingUnitOf({ dossier, boxes, conversionAsked }, to);
  // a stay that became permanent is over with the official transfer, in the state in which it waited for that
  const isOver = isFinal(dossier.kind, to) || (to === 'CONVERTED' && stay?.endedOn != null);
  dossier.closedOn = isOver ? today : null;
  dossier.dueOn = dueOnOf(calendar, dossier, stay);
  await em.flush();
}
