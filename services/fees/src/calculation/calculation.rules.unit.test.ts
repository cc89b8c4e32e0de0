import { expect, test } from '@jest/globals';
import { type MonthFacts, sentenceOf, totalOf } from './calculation.rules.ts';

const july: MonthFacts = {
  month: '2026-07',
  rateAmount: 116_532n,
  explanation: '1 % × lương đóng BHXH tháng 06/2026 (11.653.200) = 116.532',
  proposedAmount: 116_532n,
  waiverKind: null,
  isWaived: false,
  reducedAmount: 116_532n,
  creditUsed: 0n,
  adjustments: 0n,
  voluntary: 0n,
  charged: 116_532n,
};

test('the rule alone is the whole sentence', () => {
  expect(sentenceOf(july)).toBe(july.explanation);
  expect(totalOf(july)).toBe(116_532n);
});

test('everything that changes the amount is named, and adds up', () => {
  const facts: MonthFacts = {
    ...july,
    waiverKind: 'REDUCE_50',
    reducedAmount: 58_266n,
    creditUsed: 10_000n,
    charged: 48_266n,
    adjustments: 6_000n,
    voluntary: 50_000n,
  };
  expect(totalOf(facts)).toBe(104_266n);
  expect(sentenceOf(facts)).toBe(
    `${july.explanation}; giảm 50 % còn 58.266; trừ 10.000 đã nộp thừa; truy thu 6.000; tự nguyện 50.000; cộng 104.266`,
  );
});

test('who is exempt owes nothing', () => {
  const facts: MonthFacts = { ...july, waiverKind: 'EXEMPT', isWaived: true };
  expect(totalOf(facts)).toBe(0n);
  expect(sentenceOf(facts)).toBe(`${july.explanation}; được miễn; cộng 0`);
});

test('what was paid before the exemption was due', () => {
  expect(totalOf({ ...july, waiverKind: 'EXEMPT' })).toBe(116_532n);
});

test('another amount than the rule’s, no rule, and no rate at all are said', () => {
  expect(sentenceOf({ ...july, rateAmount: 100_000n, reducedAmount: 100_000n, charged: null })).toBe(
    `${july.explanation}; mức được duyệt 100.000; cộng 100.000`,
  );
  expect(sentenceOf({ ...july, explanation: null, proposedAmount: null })).toBe(
    'Mức đóng được duyệt: 116.532 đồng/tháng',
  );
  expect(sentenceOf({ ...july, rateAmount: null, charged: null })).toBe(
    'Chưa có mức đóng được duyệt cho tháng 07/2026',
  );
});
