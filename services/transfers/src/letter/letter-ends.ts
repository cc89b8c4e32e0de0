import { chainOf } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { LetterEnds } from './letter.rules.ts';

type Ends = Pick<DossierRow, 'kind' | 'originBranchId' | 'destinationBranchId' | 'destinationText'>;

/**
 * Between which ends a letter of this dossier goes, by the tree of today. It leaves the system when the destination is a branch of another province,
 * known by our directory, or no branch that anybody knows. Throws for a dossier that came from outside, whose letter was written there.
 */
export async function endsOf(em: SqlEntityManager, dossier: Ends, provinceCode: string): Promise<LetterEnds> {
  const { kind, originBranchId, destinationBranchId, destinationText } = dossier;
  if (originBranchId === null) throw new Error('the letter of this dossier was written outside');
  const origin = await chainOf(em, originBranchId);
  const destination = destinationBranchId === null ? null : await chainOf(em, destinationBranchId);
  const leaves = leavesProvince(destination ?? [], provinceCode);
  return { kind, origin, destination, destinationText, leaves };
}

/** The code of the province that a path from the root leads through; null when it leads through none. */
export const provinceOf = (
  path: readonly { readonly type: string; readonly code?: string }[],
): string | null => path.find(({ type }) => type === 'PROVINCE')?.code ?? null;

/** Does this path lead out of the province, or nowhere? */
export const leavesProvince = (
  path: readonly { readonly type: string; readonly code?: string }[],
  provinceCode: string,
): boolean => provinceOf(path) !== provinceCode;

/** What a letter calls its destination: branch and what stands above it, or the text that the member gave. */
export const destinationName = ({
  destination,
  destinationText,
}: Pick<LetterEnds, 'destination' | 'destinationText'>): string =>
  destination === null
    ? (destinationText ?? '')
    : [destination.at(-1)?.name, destination.at(-2)?.name].filter(Boolean).join(', ');
