import { LetterVoided } from '@dang/events/contracts/transfers/letter-voided';
import { TransferWithdrawn } from '@dang/events/contracts/transfers/transfer-withdrawn';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { stepOf } from '../dossier/dossier.events.ts';
import { originOf } from '../dossier/dossier.facts.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { findStays, type StayRow } from '../stay/stay.rows.ts';
import { endStays, isRunning } from './ended-stays.ts';
import { type Cause, type NewHome, tellClosed } from './following.ts';

interface VoidedLetter {
  readonly id: string;
  readonly dossierId: string;
  readonly duesPaidThrough: string;
}

type Stays = ReadonlyMap<string, StayRow>;

/**
 * Closes dossiers whose origin and destination have become one branch: the member is where they wanted to be, so nothing is left to do. A stay that
 * runs is over, since the member is at home again; everything else is given up.
 */
export async function closeMerged(
  em: SqlEntityManager,
  homes: readonly NewHome[],
  cause: Cause,
): Promise<void> {
  if (homes.length === 0) return;
  const dossiers = homes.map(({ dossier }) => dossier);
  const stays = await findStays(
    em,
    dossiers.flatMap(({ id, kind }) => (kind === 'TEMPORARY' ? id : [])),
  );
  const because = { ...cause, reason: `${cause.reason}. Chi bộ nơi đi và chi bộ nơi đến nay là một.` };
  const running = dossiers.flatMap((dossier) => {
    const stay = stays.get(dossier.id);
    return isRunning(stay) ? [{ dossier, stay }] : [];
  });
  await endStays(em, running, because);
  await giveUp(
    em,
    dossiers.filter(({ id }) => !isRunning(stays.get(id))),
    stays,
    because,
  );
}

/** A letter in force becomes void and keeps its numbers; the branch charges dues again. */
async function giveUp(
  em: SqlEntityManager,
  dossiers: readonly DossierRow[],
  stays: Stays,
  cause: Cause,
): Promise<void> {
  if (dossiers.length === 0) return;
  await voidLetters(em, dossiers, stays, cause);
  await em.execute(
    `update transfer_dossier set status = 'CANCELLED', closed_on = ?, waiting_unit_id = null, due_on = null, letter_id = null,
       introduced_on = null, version = version + 1
     where id = any(array[?]::uuid[])`,
    [cause.today, dossiers.map(({ id }) => id)],
  );
  const withdrawn = dossiers.map((dossier) => ({
    aggregateId: dossier.id,
    data: stepOf(dossier, cause.reason),
  }));
  await recordEvents(em, TransferWithdrawn, withdrawn, { actor: cause.actor });
  await tellClosed(em, dossiers, 'CANCELLED', cause);
}

async function voidLetters(
  em: SqlEntityManager,
  dossiers: readonly DossierRow[],
  stays: Stays,
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
      keepsDues: stays.get(transferId)?.duesAt === 'OFFICIAL',
      duesPaidThrough,
      voidedOn: today,
      reason,
    };
    return [{ aggregateId: transferId, data }];
  });
  await recordEvents(em, LetterVoided, voided, { actor });
}
