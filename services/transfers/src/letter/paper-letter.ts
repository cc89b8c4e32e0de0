import type { Refusal } from '@dang/service/refusal';
import type { Act, SigningInput } from '../dossier/acting.ts';
import { attachToTransfer } from '../file/transfer-files.ts';

/** Gives the dossier the scans of the letter that was signed by hand, in the transaction of the act. Refused as `attachFiles` is. */
export const attachPaperLetter = (
  { em, actor, dossier }: Act,
  { paperScanIds }: Partial<SigningInput>,
): Promise<Refusal | null> =>
  attachToTransfer(em, actor, dossier.id, paperScanIds, 'paperScanIds', 'PAPER_LETTER');
