import type { TableRow } from '@dang/tabular/table-row';
import { describe, expect, test } from '@jest/globals';
import { readStatementLines } from './statement-table.ts';

async function* table(...rows: Record<string, string>[]): AsyncGenerator<TableRow> {
  for (const [index, cells] of rows.entries()) yield { row: index + 2, cells, surplus: 0 };
}
const row = (more: Record<string, string> = {}) => ({
  Ngày: '06/07/2026',
  'Số tham chiếu': 'FT1',
  'Số tiền': '1.250.000',
  'Đối ứng': 'NGUYEN VAN AN',
  'Nội dung': 'Nop dang phi',
  ...more,
});
const read = (...rows: Record<string, string>[]) => readStatementLines(table(...rows), '2026-07-06');

describe('a statement as a file', () => {
  test('takes days and amounts as the bank prints them', async () => {
    expect(await read(row(), row({ Ngày: '2026-07-05', 'Số tiền': '-60000' }))).toEqual([
      {
        bookedOn: '2026-07-06',
        reference: 'FT1',
        amount: 1_250_000n,
        counterparty: 'NGUYEN VAN AN',
        content: 'Nop dang phi',
      },
      {
        bookedOn: '2026-07-05',
        reference: 'FT1',
        amount: -60_000n,
        counterparty: 'NGUYEN VAN AN',
        content: 'Nop dang phi',
      },
    ]);
  });
  test.each([
    ['a day to come', { Ngày: '07/07/2026' }],
    ['no day', { Ngày: '32/07/2026' }],
    ['a day that February has not', { Ngày: '31/02/2026' }],
    ['a fraction', { 'Số tiền': '60000,5' }],
    ['points in the wrong place', { 'Số tiền': '1.25.000' }],
    ['nothing', { 'Số tiền': '0' }],
    ['a long text', { 'Nội dung': 'x'.repeat(501) }],
  ])('with %s is refused whole, naming the row', async (_what, more) => {
    await expect(read(row(), row(more))).rejects.toThrow(/^row 3:/);
  });
  test('without a line is none', async () => {
    await expect(read()).rejects.toThrow('no lines');
  });
});
