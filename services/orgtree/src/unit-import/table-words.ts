import { searchKey, tidyText } from '@dang/vietnam/text';

/** A cell that cannot be taken in: the report says where and why. */
export type CellFault = { row: number; column: string; value: string; reason: string };

/** Reads one row of a table by the names of its columns, and notes what is wrong with it. */
export type RowReader = {
  /** The text of a column, tidied; empty when the file has no such column. */
  text(column: string, limit?: number): string;
  /** The text of a column that must not be empty. */
  needed(column: string, limit?: number): string;
  /** A day as `dd/mm/yyyy` or `yyyy-mm-dd`; null when empty. */
  day(column: string): string | null;
  /** One of the words, found whatever its marks and case; null when empty. */
  word<Code extends string>(column: string, words: ReadonlyMap<string, Code>): Code | null;
  fault(column: string, reason: string): void;
};

/** Words by what a search compares, so that `chi bo` is `Chi bộ`. */
export const wordsOf = <Code extends string>(pairs: Iterable<readonly [string, Code]>): Map<string, Code> =>
  new Map([...pairs].map(([word, code]) => [searchKey(word), code]));

/** Does the cell say yes? */
export const yesOrNo = wordsOf([
  ['Có', 'YES'],
  ['x', 'YES'],
  ['Yes', 'YES'],
  ['True', 'YES'],
  ['1', 'YES'],
  ['Không', 'NO'],
  ['No', 'NO'],
  ['False', 'NO'],
  ['0', 'NO'],
] as const);

function dayOf(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = day === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(iso) && !Number.isNaN(time);
  return isDay && new Date(time).toISOString().startsWith(iso) ? iso : null;
}

/** The columns of a file by what a search compares: `ma to chuc` finds `Mã tổ chức`. */
const cellsByKey = (cells: Record<string, string>) =>
  new Map(Object.entries(cells).map(([name, value]) => [searchKey(name), value]));

/** A reader of this row that adds to `faults`. */
export function readRow(
  { row, cells }: { row: number; cells: Record<string, string> },
  faults: CellFault[],
): RowReader {
  const byKey = cellsByKey(cells);
  const raw = (column: string) => tidyText(byKey.get(searchKey(column)) ?? '');
  const fault = (column: string, reason: string) =>
    void faults.push({ row, column, value: raw(column).slice(0, 100), reason });
  const text = (column: string, limit = 300) => {
    const value = raw(column);
    if (value.length > limit) fault(column, `dài quá ${limit} ký tự`);
    return value;
  };
  return {
    text,
    needed(column, limit) {
      const value = text(column, limit);
      if (value === '') fault(column, 'không được để trống');
      return value;
    },
    day(column) {
      const value = raw(column);
      if (value === '') return null;
      const day = dayOf(value);
      if (day === null) fault(column, 'không phải ngày dd/mm/yyyy');
      return day;
    },
    word(column, words) {
      const value = raw(column);
      if (value === '') return null;
      const found = words.get(searchKey(value));
      if (found === undefined) fault(column, 'không có trong danh mục');
      return found ?? null;
    },
    fault,
  };
}
