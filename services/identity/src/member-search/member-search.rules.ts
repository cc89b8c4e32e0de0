import { readCardNumber } from '@dang/vietnam/identifiers';
import { searchKey } from '@dang/vietnam/text';

/** What to look for: patterns that a folded name must all match, or the digits of one number; null: too little to look for. */
export type Wanted = { patterns: string[] } | { digits: string } | null;

const textLimit = 100;
const wordsLimit = 8;

/** Reads what somebody typed into a search box. Signs that mean something to LIKE are letters like any other. */
export function readSearch(text: string): Wanted {
  const key = searchKey(text);
  if (key.length < 2 || key.length > textLimit) return null;
  const card = readCardNumber(key);
  if (card) return { digits: card.digits };
  if (/^\d+$/.test(key)) return { digits: key };
  const words = key.split(' ').slice(0, wordsLimit);
  return { patterns: words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`) };
}
