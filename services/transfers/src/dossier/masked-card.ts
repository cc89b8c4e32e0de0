import type { ServiceEnvironment } from '@dang/service/environment';
import { openText } from '@dang/service/sealed-text';
import { maskDigits } from '@dang/vietnam/identifiers';
import type { DossierRow } from './dossier.row.ts';

/** The card number of a dossier's member as anybody may see it: its last three digits; null when there is none. */
export function maskedCard(
  { cardNumberSealed, legacyCardNumber }: Pick<DossierRow, 'cardNumberSealed' | 'legacyCardNumber'>,
  { PROVINCE_KEY }: Pick<ServiceEnvironment, 'PROVINCE_KEY'>,
): string | null {
  const card = cardNumberSealed === null ? legacyCardNumber : openText(PROVINCE_KEY, cardNumberSealed);
  return card === null ? null : maskDigits(card);
}
