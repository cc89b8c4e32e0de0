/** Text in the one form that is stored and compared: NFC, outer blanks off, inner blanks single. */
export function tidyText(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/** The letters without their marks, case kept: `Đặng Thị Ổn` → `Dang Thi On`. `đ` has no decomposition and goes by table. */
export function foldDiacritics(text: string): string {
  return text
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}

/** What a search compares: folded, lower case, single blanks, so that `dang thi on` finds `Đặng  Thị Ổn`. */
export function searchKey(text: string): string {
  return foldDiacritics(tidyText(text)).toLowerCase();
}

const collator = new Intl.Collator('vi');

/** Order of the Vietnamese alphabet (a ă â b c d đ …), for sorting what people read. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}
