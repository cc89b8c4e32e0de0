import { expect, test } from '@jest/globals';
import { readSearch } from './member-search.rules.ts';

test('words lose marks and case, and LIKE reads none of their letters as its own', () => {
  expect(readSearch('  Đặng   Thị Ổn ')).toEqual({ patterns: ['%dang%', '%thi%', '%on%'] });
  expect(readSearch('50%_\\')).toEqual({ patterns: ['%50\\%\\_\\\\%'] });
});
test('a number is looked up whole', () => {
  expect(readSearch('12.345678')).toEqual({ digits: '12345678' });
  expect(readSearch('099185000001')).toEqual({ digits: '099185000001' });
  expect(readSearch('001234')).toEqual({ digits: '001234' });
});
test('too little, and too much, is nothing', () => {
  expect([readSearch(''), readSearch(' a '), readSearch('x'.repeat(101))]).toEqual([null, null, null]);
});
