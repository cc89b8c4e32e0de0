import type { Refusal } from '@dang/service/refusal';
import type { Act, SigningInput } from '../dossier/act.ts';
import { attachToTransfer } from '../file/transfer-files.ts';

/** Gives the dossier the scans of the letter that was signed by hand, in the transaction of the act. Refused as `attachFiles` is. */
export const attachPaperLetter = (
  act: Act,
  { paperScanIds }: Partial<SigningInput>,
): Promise<Refusal | null> => attachLetterScans(act, paperScanIds ?? [], 'paperScanIds');

/** The same for what the input calls `field`. */
export async function attachLetterScans(
  { em, actor, dossier }: Pick<Act, 'em' | 'actor' | 'dossier'>,
  scanIds: readonly string[],
  field: string,
): Promise<Refusal | null> {
  if (scanIds.length === 0) return null;
  const refusal = await attachToTransfer(em, actor, dossier.id, scanIds, field);
  if (refusal) return refusal;
  await em.execute(
    `insert into transfer_document (file_id, dossier_id, role)
     select distinct file, ?::uuid, 'PAPER_LETTER' from unnest(array[?]::uuid[]) file`,
    [dossier.id, scanIds],
  );
  return null;
}
