import { LetterVoided } from '@dang/events/contracts/transfers/letter-voided';
import { TransferWithdrawn } from '@dang/events/contracts/transfers/transfer-withdrawn';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { recordStates, stepOf } from '../dossier/dossier.events.ts';
import { originOf } from '../dossier/dossier.facts.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { addLines, type Cause, type NewHome } from './following.ts';

interface VoidedLetter {
  readonly id: string;
  readonly dossierId: string;
  readonly duesPaidThrough: string;
}

/**
 * Closes dossiers whose origin and destination have become one branch: the member is where they wanted to be, so nothing
 * is left to do. A letter in force becomes void and keeps its numbers; the branch charges dues again.
 */
export async function giveUpMerged(
  em: SqlEntityManager,
  homes: readonly NewHome[],
  cause: Cause,
): Promise<void> {
  if (homes.length === 0) return;
  const dossiers = homes.map(({ dossier }) => dossier);
  const ids = dossiers.map(({ id }) => id);
  const reason = `${cause.reason}. Chi bộ nơi đi và chi bộ nơi đến nay là một.`;
  await voidLetters(em, dossiers, { ...cause, reason });
  await em.execute(
    `update transfer_dossier set status = 'CANCELLED', closed_on = ?, waiting_unit_id = null, due_on = null, letter_id = null,
       introduced_on = null, version = version + 1
     where id = any(array[?]::uuid[])`,
    [cause.today, ids],
  );
  await addLines(
    em,
    dossiers.map((dossier) => ({ dossier, toState: 'CANCELLED' })),
    { ...cause, reason },
  );
  const withdrawn = dossiers.map((dossier) => ({ aggregateId: dossier.id, data: stepOf(dossier, reason) }));
  await recordEvents(em, TransferWithdrawn, withdrawn, { actor: cause.actor });
  const closed = dossiers.map(
    (dossier): DossierRow => ({
      ...dossier,
      status: 'CANCELLED',
      closedOn: cause.today,
      waitingUnitId: null,
      dueOn: null,
      version: dossier.version + 1,
    }),
  );
  await recordStates(em, closed, cause.actor);
}

async function voidLetters(
  em: SqlEntityManager,
  dossiers: readonly DossierRow[],
  { reason, today, actor }: Cause,
): Promise<void> {
  const letterIds = dossiers.flatMap(({ letterId }) => letterId ?? []);
  if (letterIds.length === 0) return;
  const letters: VoidedLetter[] = await em.execute(
    `update introduction_letter set status = 'VOID', void_reason = ? where id = any(array[?]::uuid[])
     returning id, dossier_id as "dossierId", dues_paid_through as "duesPaidThrough"`,
    [reason, letterIds],
  );
  await em.execute(
    `update letter_box set status = 'PENDING' where letter_id = any(array[?]::uuid[]) and status in ('NEXT', 'RETURNED')`,
    [letterIds],
  );
  const byId = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  const voided = letters.flatMap(({ id: letterId, dossierId, duesPaidThrough }) => {
    const dossier = byId.get(dossierId);
    if (!dossier) return [];
    const { id: transferId, memberId, kind } = dossier;
    const originBranchId = originOf(dossier);
    const data = {
      transferId,
      letterId,
      memberId,
      originBranchId,
      kind,
      duesPaidThrough,
      voidedOn: today,
      reason,
    };
    return [{ aggregateId: transferId, data }];
  });
  await recordEvents(em, LetterVoided, voided, { actor });
}
