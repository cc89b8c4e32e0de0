import type { Bar } from '../dossier/bar.ts';

const DOCUMENTS_LIMIT = 100;

/** Why this list cannot be the content of a sealed file, or null. */
export function sealingBar(
  file: { readonly documents: readonly { name: string; pages: number }[]; readonly sealedOn: string },
  { notBefore, today }: { notBefore: string; today: string },
): Bar | null {
  const { documents, sealedOn } = file;
  if (documents.length === 0 || documents.length > DOCUMENTS_LIMIT)
    return { code: 'INVALID_INPUT', field: 'documents' };
  const isReal = ({ name, pages }: { name: string; pages: number }) =>
    name.trim() !== '' && name.length <= 300 && pages >= 1 && pages <= 10_000;
  if (!documents.every(isReal)) return { code: 'INVALID_INPUT', field: 'documents' };
  if (sealedOn > today || sealedOn < notBefore) return { code: 'INVALID_INPUT', field: 'sealedOn' };
  return null;
}

/** What the destination branch says of the letter and the file that the member presents. */
export interface Presentation {
  readonly receivedOn: string;
  readonly sealIntact: boolean;
  readonly sealNote?: string | null;
  readonly lateReason?: string | null;
}

/**
 * Why the presentation cannot be recorded like this, or null. After the term of 30 working days the reason is owed (T67), and of a broken
 * seal what was found.
 */
export function presentationBar(
  presentation: Presentation,
  { sealedOn, today, isLate }: { sealedOn: string; today: string; isLate: boolean },
): Bar | null {
  const { receivedOn, sealIntact, sealNote, lateReason } = presentation;
  if (receivedOn > today || receivedOn < sealedOn) return { code: 'INVALID_INPUT', field: 'receivedOn' };
  if (!sealIntact && !sealNote?.trim()) return { code: 'REASON_REQUIRED', field: 'sealNote' };
  if ((sealNote ?? '').length > 1000) return { code: 'INVALID_INPUT', field: 'sealNote' };
  if (isLate && !lateReason?.trim()) return { code: 'REASON_REQUIRED', field: 'lateReason' };
  if ((lateReason ?? '').length > 1000) return { code: 'INVALID_INPUT', field: 'lateReason' };
  return null;
}

/** What is reported of a file that the member lost on the way. */
export interface FileLoss {
  readonly lostOn: string;
  readonly lostPlace: string;
  readonly confirmationNumber?: string | null;
  readonly confirmationIds?: readonly string[];
}

/**
 * Why the loss cannot be reported like this, or null. What the police at the place of the loss confirmed belongs to the report: its number,
 * its scan or both (rule on files: reported at once, and the procedure begins again).
 */
export function lossBar(
  loss: FileLoss,
  { sealedOn, today }: { sealedOn: string; today: string },
): Bar | null {
  const { lostOn, lostPlace, confirmationNumber, confirmationIds = [] } = loss;
  if (lostOn > today || lostOn < sealedOn) return { code: 'INVALID_INPUT', field: 'lostOn' };
  if (lostPlace.trim() === '' || lostPlace.length > 300) return { code: 'INVALID_INPUT', field: 'lostPlace' };
  if ((confirmationNumber ?? '').length > 100) return { code: 'INVALID_INPUT', field: 'confirmationNumber' };
  if (!confirmationNumber?.trim() && confirmationIds.length === 0)
    return { code: 'DOCUMENT_MISSING', field: 'confirmationNumber' };
  return null;
}
