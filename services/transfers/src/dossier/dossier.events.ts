import type { Actor } from '@dang/access/actor';
import type { DataOf, EventContract } from '@dang/events/contract';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import type { TransferSubmitted } from '@dang/events/contracts/transfers/transfer-submitted';
import type { EventActor } from '@dang/events/envelope';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { originOf } from './dossier.facts.ts';
import type { DossierRow } from './dossier.row.ts';
import { procedureOf } from './workflows.ts';

/** What every step of a transfer tells, from the dossier's own row. */
export function stepOf(dossier: DossierRow, reason: string | null = null): DataOf<typeof TransferSubmitted> {
  return {
    transferId: dossier.id,
    number: dossier.number,
    kind: dossier.kind,
    memberId: dossier.memberId,
    originBranchId: originOf(dossier),
    destinationBranchId: dossier.destinationBranchId,
    reason,
  };
}

/** The dossier as reports count it: the unit is the one that must act next, or else the one where it ended or began. */
export function stateOf(dossier: DossierRow): DataOf<typeof DossierStateChanged> {
  const ends = [dossier.originBranchId, dossier.destinationBranchId];
  const [first, second] =
    dossier.kind === 'OFFICIAL' && dossier.status === 'COMPLETED' ? ends.toReversed() : ends;
  const restsWith = first ?? second;
  if (restsWith == null) throw new Error(`dossier ${dossier.number} has no end in this system`);
  return {
    dossierId: dossier.id,
    version: dossier.version,
    procedure: procedureOf(dossier.kind),
    number: dossier.number,
    unitId: dossier.waitingUnitId ?? restsWith,
    state: dossier.status,
    channel: dossier.channel,
    openedOn: dossier.requestedOn,
    closedOn: dossier.closedOn,
    dueOn: dossier.dueOn,
    memberId: dossier.memberId,
  };
}

/** Records where the dossier stands now, in the transaction that brought it there. */
export async function recordState(em: SqlEntityManager, dossier: DossierRow, actor: Actor): Promise<void> {
  const event = { aggregateId: dossier.id, version: dossier.version, data: stateOf(dossier) };
  await recordEvents(em, DossierStateChanged, [event], { actor, service: 'transfers' });
}

/** Records where several dossiers stand now, which nobody in person brought there. */
export async function recordStates(
  em: SqlEntityManager,
  dossiers: readonly DossierRow[],
  actor: EventActor | null,
): Promise<void> {
  const events = dossiers.map((dossier) => ({
    aggregateId: dossier.id,
    version: dossier.version,
    data: stateOf(dossier),
  }));
  await recordEvents(em, DossierStateChanged, events, { actor, service: 'transfers' });
}

/** Records a fact about the dossier, in the same transaction. */
export async function recordFact<Data>(
  em: SqlEntityManager,
  contract: EventContract<string, Data>,
  dossier: DossierRow,
  data: Data,
  actor: EventActor | null,
): Promise<void> {
  await recordEvents(em, contract, [{ aggregateId: dossier.id, data }], { actor });
}
