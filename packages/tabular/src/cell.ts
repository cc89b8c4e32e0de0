/** What a cell may hold. Days are texts as people read them. */
export type Cell = string | number | bigint | null;

/** Rows as they come: from a cursor of the database, or from memory. */
export type Rows = AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it, as people would type it. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A cell as CSV holds it. */
export const written = (cell: Cell): string =>
  typeof cell === 'string' ? harmless(cell) : String(cell ?? '');
