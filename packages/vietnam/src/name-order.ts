import { searchKey, tidyText } from './text.ts';

/**
 * A name as Vietnamese lists sort it, compared by code point: by the given name, then by the rest, marks aside; names that differ only in
 * their marks stay together in one fixed order.
 */
export function nameKeyOf(fullName: string): string {
  const tidy = tidyText(fullName);
  const words = searchKey(tidy).split(' ');
  return [words.at(-1), ...words.slice(0, -1), '|', tidy.toLowerCase()].join(' ');
}
