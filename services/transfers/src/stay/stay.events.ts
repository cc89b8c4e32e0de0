import type { Actor } from '@dang/access/actor';
import { TemporaryStayEnded } from '@dang/events/contracts/transfers/temporary-stay-ended';
import { TemporaryStayStarted } from '@dang/events/contracts/transfers/temporary-stay-started';
import type { EventActor } from '@dang/events/envelope';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { recordFact, stepOf } from '../dossier/dossier.events.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { findStays, type StayRow } from './stay.rows.ts';

/** What every step of a stay tells: a step of a transfer, whose kind goes without saying. */
export function stayStepOf(dossier: DossierRow) {
  const { transferId, number, memberId, originBranchId, destinationBranchId } = stepOf(dossier);
  return { transferId, number, memberId, originBranchId, destinationBranchId };
}

/** The stay of this dossier, which must be there. */
export async function getStay(em: SqlEntityManager, dossier: DossierRow): Promise<StayRow> {
  const stay = (await findStays(em, [dossier.id])).get(dossier.id);
  if (stay === undefined) throw new Error(`dossier ${dossier.number} has no stay`);
  return stay;
}

/** When a stay began, and to the end of which month its letter says that dues are paid. */
interface Beginning {
  readonly startedOn: string;
  readonly duesPaidThrough: string;
}

/** The stay begins: from this day on the member takes part at the destination. */
export async function beginStay(
  em: SqlEntityManager,
  actor: Actor,
  dossier: DossierRow,
  { startedOn, duesPaidThrough }: Beginning,
): Promise<void> {
  if (actor.capacity === null) throw new Error('a stay begins by an office');
  await em.execute(
    'update temporary_stay set started_on = ?, dues_paid_through = ? where dossier_id = ? and started_on is null',
    [startedOn, duesPaidThrough, dossier.id],
  );
  const { through, duesAt } = await getStay(em, dossier);
  const startedBy = {
    memberId: actor.memberId ?? actor.accountId,
    name: actor.name,
    title: actor.capacity.title,
    unitId: actor.capacity.unitId,
  };
  const data = { ...stayStepOf(dossier), startedOn, through, duesPaidThrough, duesAt, startedBy };
  await recordFact(em, TemporaryStayStarted, dossier, data, actor);
}

/** How a stay ended, and to the end of which month dues are paid where the member was. */
interface Ending {
  readonly endedOn: string;
  readonly outcome: 'RETURNED' | 'CONVERTED';
  readonly duesPaidThrough: string;
}

/** The stay is over: the origin has the member back, or the destination for good. */
export async function endStay(
  em: SqlEntityManager,
  actor: EventActor | null,
  dossier: DossierRow,
  { endedOn, outcome, duesPaidThrough }: Ending,
): Promise<void> {
  await em.execute('update temporary_stay set ended_on = ? where dossier_id = ? and ended_on is null', [
    endedOn,
    dossier.id,
  ]);
  const { startedOn, duesAt } = await getStay(em, dossier);
  if (startedOn === null) throw new Error(`the stay of dossier ${dossier.number} ends before it began`);
  const data = { ...stayStepOf(dossier), startedOn, endedOn, outcome, duesPaidThrough, duesAt };
  await recordEvents(em, TemporaryStayEnded, [{ aggregateId: dossier.id, data }], { actor });
}
