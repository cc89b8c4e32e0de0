import type { SqlEntityManager } from '@mikro-orm/postgresql';

export type DispatchStatus =
  | 'WAITING'
  | 'NO_ADDRESS'
  | 'HANDED_OVER'
  | 'ARRIVED'
  | 'ACCEPTED'
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'UNCERTAIN';

/**
 * Is what a dispatch (of that name, its dossier as `dossier`) is to bring still awaited? It is not when the letter was answered, returned or
 * sent anew.
 */
export const isAwaited = (dispatch: string): string =>
  `(dossier.status = 'SENT_OUT' and not exists (select from letter_dispatch later
     where later.dossier_id = ${dispatch}.dossier_id and later.sending > ${dispatch}.sending))`;

/** A letter on its way through the document system, as plain data. */
export interface DispatchRow {
  readonly dossierId: string;
  readonly status: DispatchStatus;
  readonly receiverUnitId: string;
  readonly ref: string | null;
  readonly reason: string | null;
  readonly handedOverAt: string | null;
  readonly answeredAt: string | null;
}

/**
 * Notes that this sending of a letter goes by the document system, in the transaction by which it leaves: when its last box was signed
 * digitally and names a unit. What was signed on paper, or goes to a place that nobody knows, leaves by hand.
 */
export async function wantDispatched(
  em: SqlEntityManager,
  { dossierId, letterId, sending }: { dossierId: string; letterId: string; sending: number },
): Promise<void> {
  await em.execute(
    `insert into letter_dispatch (dossier_id, letter_id, sending, file_id, sender_unit_id, receiver_unit_id)
     select ?, ?, ?, signature.file_id, last.unit_id, last.to_unit_id
     from (
       select unit_id, to_unit_id, signature_id is not null and (corrected_at is null or correction_signature_id is not null) as digital
       from letter_box where letter_id = ? and status = 'SIGNED' order by box_index desc limit 1
     ) last
     cross join lateral (
       select file_id from document_signature where subject_kind = 'IntroductionLetter' and subject_id = ?
       order by step desc limit 1
     ) signature
     where last.digital and last.to_unit_id is not null`,
    [dossierId, letterId, sending, letterId, letterId],
  );
}

/**
 * Takes a letter up again that was refused, under an id of its own; false when this sending of the letter was not refused, or goes again
 * already.
 */
export async function dispatchAgain(em: SqlEntityManager, dossierId: string): Promise<boolean> {
  const rows = await em.execute(
    `insert into letter_dispatch (dossier_id, letter_id, sending, file_id, sender_unit_id, receiver_unit_id)
     select dossier_id, letter_id, sending, file_id, sender_unit_id, receiver_unit_id
     from (select * from letter_dispatch where dossier_id = ? order by id desc limit 1) last where status = 'REFUSED'
     on conflict do nothing returning id`,
    [dossierId],
  );
  return rows.length > 0;
}

/**
 * The last dispatch of each of these dossiers, by dossier. `UNCERTAIN` is in no row: it is what waits, may have left, and is awaited no longer.
 */
export async function findDispatches(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Map<string, DispatchRow>> {
  const rows: DispatchRow[] = await em.execute(
    `select distinct on (dispatch.dossier_id) dispatch.dossier_id as "dossierId", dispatch.receiver_unit_id as "receiverUnitId",
       case when dispatch.status in ('WAITING', 'NO_ADDRESS') and dispatch.called_at is not null and not ${isAwaited('dispatch')}
         then 'UNCERTAIN' else dispatch.status end as status, dispatch.ref, dispatch.reason,
       to_json(dispatch.handed_over_at)#>>'{}' as "handedOverAt", to_json(dispatch.answered_at)#>>'{}' as "answeredAt"
     from letter_dispatch dispatch join transfer_dossier dossier on dossier.id = dispatch.dossier_id
     where dispatch.dossier_id = any(array[?]::uuid[]) order by dispatch.dossier_id, dispatch.id desc`,
    [dossierIds],
  );
  return new Map(rows.map((row) => [row.dossierId, row]));
}
