import { describe, expect, test } from '@jest/globals';
import { type AdvanceMonth, advanceCharges } from './advance.rules.ts';

const month = (period: string, more: Partial<AdvanceMonth> = {}): AdvanceMonth => ({
  memberId: 'm',
  period,
  branchId: 'b',
  category: 'DECLARED',
  full: 60_000n,
  percent: null,
  isExempt: false,
  draft: null,
  credit: 0n,
  ...more,
});
const paid = (months: AdvanceMonth[]) =>
  advanceCharges(months, '2026-07').map(({ period, amount }) => `${period} ${amount}`);

describe('months in advance (A7)', () => {
  test('follow each other from the next one on, or from the present one as long as it is a draft', () => {
    expect(paid([month('2026-08'), month('2026-09')])).toEqual(['2026-08 60000', '2026-09 60000']);
    expect(paid([month('2026-07', { draft: 60_000n }), month('2026-08')])).toEqual([
      '2026-07 60000',
      '2026-08 60000',
    ]);
    expect(paid([month('2026-08'), month('2026-10')])).toEqual(['2026-08 60000']);
    expect(paid([month('2026-09')])).toEqual([]);
    expect(paid([])).toEqual([]);
  });
  test('are 12 at most', () => {
    const months = Array.from({ length: 13 }, (_, n) =>
      month(n < 5 ? `2026-${String(n + 8).padStart(2, '0')}` : `2027-${String(n - 4).padStart(2, '0')}`),
    );
    expect(paid(months)).toHaveLength(12);
    expect(paid(months).at(-1)).toBe('2027-07 60000');
  });
  test('cost what a reduction leaves, and nothing when exempt', () => {
    expect(
      paid([
        month('2026-08', { full: 15_930n, percent: 50 }),
        month('2026-09', { isExempt: true }),
        month('2026-10'),
      ]),
    ).toEqual(['2026-08 7965', '2026-10 60000']);
  });
  test('use up what was paid too much before, the oldest month first; a draft has had its part', () => {
    const credit = 100_000n;
    expect(
      paid([
        month('2026-07', { draft: 5_000n, credit }),
        month('2026-08', { credit }),
        month('2026-09', { credit }),
        month('2026-10', { credit }),
      ]),
    ).toEqual(['2026-07 5000', '2026-09 20000', '2026-10 60000']);
  });
});
