import type { Refusal } from '@dang/service/refusal';
import type { Act, SigningInput } from '../dossier/act.ts';
import { attachToTransfer } from '../file/transfer-files.ts';

/** Gives the dossier the scans of the letter that was signed by hand, in the transaction of the act. Refused as `attachFiles` is. */
export async function attachPaperLetter(
  { em, actor, dossier }: Act,
  { paperScanIds }: Partial<SigningInput>,
): Promise<Refusal | null> {
  if (!paperScanIds?.length) return null;
  const refusal = await attachToTransfer(em, actor, dossier.id, paperScanIds, 'paperScanIds');
  if (refusal) return refusal;
  await em.execute(
    `insert into transfer_document (file_id, dossier_id, role)
     select distinct file, ?::uuid, 'PAPER_LETTER' from unnest(array[?]::uuid[]) file`,
    [dossier.id, paperScanIds],
  );
  return null;
}
