import { describe, expect, test } from '@jest/globals';
import { type Candidate, judge, referencesIn } from './statement.rules.ts';

const order = 'G22.99.DP-05200044002-260706-0001';
const remittance = '05.200.044.001-NT-260706-0001';
const attempt = '01980000-0000-7000-8000-0000000000f1';

const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  kind: 'ORDER',
  id: 'o1',
  number: order,
  amount: 60_000n,
  expected: 1,
  matched: 0,
  ...more,
});
const line = (more: object = {}) => ({ reference: order, content: '', amount: 60_000n, ...more });
const verdict = (given: ReturnType<typeof line>, ...known: Candidate[]) => {
  const { status, about } = judge(given, new Map(known.map((one) => [one.number, one])));
  return [status, about?.id ?? null];
};

test('our numbers are found in the reference and in the content, whatever stands around them', () => {
  const lines = [
    { reference: order, content: `Thanh toan le phi cho ho so ${order}` },
    { reference: '', content: `Chi bo 1 nop ${remittance}; ${attempt.toUpperCase()}.` },
    { reference: 'FT123', content: 'Lai tien gui' },
  ];
  expect(referencesIn(lines)).toEqual({ orders: [order], remittances: [remittance], ids: [attempt] });
});

describe('a line is', () => {
  test('matched with what has its number and amount', () => {
    expect(verdict(line(), candidate())).toEqual(['MATCHED', 'o1']);
  });
  test('of unknown content when it names nothing of ours', () => {
    expect(verdict(line({ reference: 'FT1' }), candidate())).toEqual(['UNMATCHED', null]);
    expect(verdict(line())).toEqual(['UNMATCHED', null]);
  });
  test('of a wrong amount by a single đồng, or in the wrong direction', () => {
    expect(verdict(line({ amount: 60_001n }), candidate())).toEqual(['WRONG_AMOUNT', 'o1']);
    expect(verdict(line({ amount: -60_000n }), candidate())).toEqual(['WRONG_AMOUNT', 'o1']);
  });
  test('against the books when the money should not have moved', () => {
    expect(verdict(line(), candidate({ expected: 0 }))).toEqual(['CONTRADICTED', 'o1']);
  });
  test('repeated when the books account for no more of it; an order paid twice accounts for two', () => {
    expect(verdict(line(), candidate({ matched: 1 }))).toEqual(['REPEATED', 'o1']);
    expect(verdict(line(), candidate({ matched: 1, expected: 2 }))).toEqual(['MATCHED', 'o1']);
  });
  test('about the one of several whose amount it has', () => {
    const other = candidate({ id: 'r1', kind: 'REMITTANCE', number: remittance, amount: 18_000n });
    expect(verdict(line({ content: remittance, amount: 18_000n }), candidate(), other)).toEqual([
      'MATCHED',
      'r1',
    ]);
  });
});
