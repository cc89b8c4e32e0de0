import { TableFault, type TableRow } from '@dang/tabular/table-row';
import { tidyText } from '@dang/vietnam/text';
import type { StatementLine } from '../bank/bank.port.ts';

const TEXT_LIMIT = 500;

/** The columns of a statement as a file, under the names that the bank prints. */
const columns = {
  bookedOn: 'Ngày',
  reference: 'Số tham chiếu',
  amount: 'Số tiền',
  counterparty: 'Đối ứng',
  content: 'Nội dung',
} as const;

function dayOf(text: string): string | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  const iso = day ? `${year}-${month}-${day}` : text;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso) : Number.NaN;
  // the 31st of February would be read as a day of March
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}

/** `1.250.000`, `-60000`: whole đồng, points between the thousands or not at all. */
function amountOf(text: string): bigint | null {
  return /^[+-]?(\d{1,15}|\d{1,3}(\.\d{3}){1,4})$/.test(text) ? BigInt(text.replaceAll('.', '')) : null;
}

function lineOf({ row, cells, surplus }: TableRow, today: string): StatementLine {
  const fault = (why: string) => new TableFault(row, why);
  if (surplus > 0) throw fault('it has more cells than the header');
  const text = (name: string) => tidyText(cells[name] ?? '');
  const bookedOn = dayOf(text(columns.bookedOn));
  const amount = amountOf(text(columns.amount));
  if (bookedOn === null || bookedOn > today) throw fault(`“${columns.bookedOn}” is no day up to today`);
  if (amount === null || amount === 0n) throw fault(`“${columns.amount}” is no amount of whole đồng`);
  const [reference, counterparty, content] = [columns.reference, columns.counterparty, columns.content].map(
    text,
  );
  const line = { reference: reference ?? '', counterparty: counterparty ?? '', content: content ?? '' };
  if (Object.values(line).some((value) => value.length > TEXT_LIMIT))
    throw fault(`a text of more than ${TEXT_LIMIT} letters`);
  return { ...line, bookedOn, amount };
}

/**
 * The lines of a statement from a table with the columns `Ngày`, `Số tham chiếu`, `Số tiền`, `Đối ứng`, `Nội dung`; all or none.
 * @throws TableFault for the first row that is none.
 */
export async function readStatementLines(
  rows: AsyncIterable<TableRow>,
  today: string,
): Promise<StatementLine[]> {
  const lines: StatementLine[] = [];
  for await (const row of rows) lines.push(lineOf(row, today));
  if (lines.length === 0) throw new TableFault(0, 'the statement has no lines');
  return lines;
}
