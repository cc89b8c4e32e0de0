import { expect, test } from '@jest/globals';
import { compareVietnamese, foldDiacritics, searchKey, tidyText } from './text.ts';

test('every Vietnamese letter folds to its plain one', () => {
  expect(foldDiacritics('Đặng Thị Ổn ở Khương Đình')).toBe('Dang Thi On o Khuong Dinh');
  const letters = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
  expect(foldDiacritics(letters)).toMatch(/^a{17}e{11}i{5}o{17}u{11}y{5}d$/);
});

test('decomposed input is stored composed, with single blanks', () => {
  expect(tidyText('  Nguyễn   Văn\tAn '.normalize('NFD'))).toBe('Nguyễn Văn An');
});

test('a search without marks finds the name with them, whatever its form', () => {
  expect(searchKey('  ĐẶNG  thị Ổn'.normalize('NFD'))).toBe(searchKey('dang thi on'));
});

test('names sort by the Vietnamese alphabet', () => {
  expect(['Đông', 'Dung', 'Ân', 'An', 'Ăn'].sort(compareVietnamese)).toEqual([
    'An',
    'Ăn',
    'Ân',
    'Dung',
    'Đông',
  ]);
});
