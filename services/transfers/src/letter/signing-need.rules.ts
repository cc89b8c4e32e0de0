import type { Bar } from '../dossier/bar.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';

/** How a box is signed: with a certificate, by hand on the paper letter that is brought, or by the name of who acts. */
export type WayToSign = 'DIGITAL' | 'BY_HAND' | 'BY_NAME';

/** What whoever signs a box says of the signature itself. */
export interface SigningWish {
  readonly sign?: boolean | null;
  readonly paperScanIds?: readonly string[] | null;
}

const mandatory: ReadonlySet<string> = new Set([
  'GRASSROOTS_COMMITTEE',
  'GRASSROOTS_BRANCH',
  'SUPERIOR',
  'PROVINCE',
]);

/** Must a unit of this type sign its boxes digitally? From the grassroots level up (domain, digital signature: letters' boxes). */
export const mustSignDigitally = (unitType: string): boolean => mandatory.has(unitType);

/**
 * How a unit of this type signs its box, by what whoever acts wishes. Branches and sub-committees may sign digitally, the levels above must; a case on
 * paper or by post may bring the letter that was signed by hand instead. Bars: scans of a case that is online (INVALID_INPUT `paperScanIds`).
 */
export function wayToSign(
  unitType: string,
  channel: DossierRow['channel'],
  { sign, paperScanIds }: SigningWish,
): WayToSign | Bar {
  const hasScans = (paperScanIds?.length ?? 0) > 0;
  if (hasScans && channel === 'ONLINE') return { code: 'INVALID_INPUT', field: 'paperScanIds' };
  if (sign === true) return 'DIGITAL';
  if (hasScans) return 'BY_HAND';
  return mustSignDigitally(unitType) ? 'DIGITAL' : 'BY_NAME';
}
