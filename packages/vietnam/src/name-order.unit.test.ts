import { expect, test } from '@jest/globals';
import { nameKeyOf } from './name-order.ts';

test('the given name counts first, then the rest; marks only between names that are else the same', () => {
  const names = ['Trần Văn Bình', 'Đỗ Thị An', 'Nguyễn Văn Ân', 'Nguyễn Văn An', 'An', 'Bùi Văn  Bình'];
  const sorted = names.toSorted((a, b) => (nameKeyOf(a) < nameKeyOf(b) ? -1 : 1));
  expect(sorted).toEqual([
    'Đỗ Thị An',
    'Nguyễn Văn An',
    'Nguyễn Văn Ân',
    'An',
    'Bùi Văn  Bình',
    'Trần Văn Bình',
  ]);
});
