import type { Bar } from '../dossier/request.rules.ts';

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

/** Why the presentation cannot be recorded like this, or null. After the term of 30 working days the reason is owed (T67). */
export function presentationBar(
  presentation: { readonly receivedOn: string; readonly lateReason?: string | null },
  { sealedOn, today, isLate }: { sealedOn: string; today: string; isLate: boolean },
): Bar | null {
  const { receivedOn, lateReason } = presentation;
  if (receivedOn > today || receivedOn < sealedOn) return { code: 'INVALID_INPUT', field: 'receivedOn' };
  if (isLate && !lateReason?.trim()) return { code: 'REASON_REQUIRED', field: 'lateReason' };
  if ((lateReason ?? '').length > 1000) return { code: 'INVALID_INPUT', field: 'lateReason' };
  return null;
}
