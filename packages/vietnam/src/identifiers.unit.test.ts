import { describe, expect, test } from '@jest/globals';
import {
  dossierNumber,
  initialsOf,
  isPersonalId,
  isProfileNumber,
  maskDigits,
  orderDigitsOf,
  orderNumber,
  personalIdDoubts,
  readCardNumber,
  readOrderNumber,
  readOrgCode,
} from './identifiers.ts';

describe('personal id', () => {
  test.each([
    ['099085000001', true],
    ['09908500000', false],
    ['0990850000012', false],
    ['09908500000a', false],
    ['', false],
  ])('%s → %s', (text, valid) => expect(isPersonalId(text)).toBe(valid));

  test('birth year and gender that do not fit are doubts, not refusals', () => {
    expect(personalIdDoubts('099085000001', { gender: 'MALE', dateOfBirth: '1985-03-02' })).toEqual([]);
    expect(personalIdDoubts('099303000001', { gender: 'FEMALE', dateOfBirth: '2003-03-02' })).toEqual([]);
    expect(personalIdDoubts('099085000001', { gender: 'FEMALE', dateOfBirth: '1958-03-02' })).toEqual([
      'GENDER',
      'BIRTH_YEAR',
    ]);
    expect(personalIdDoubts('099085000001', { gender: null, dateOfBirth: null })).toEqual([]);
  });
});

test.each([
  ['12.345678', { series: 'OLD', digits: '12345678' }],
  ['12345678', { series: 'OLD', digits: '12345678' }],
  ['099 085 000 001', { series: 'NEW', digits: '099085000001' }],
  ['099085000001', { series: 'NEW', digits: '099085000001' }],
  ['1234567', null],
  ['123456789', null],
  ['1234567x', null],
])('card number %s', (text, card) => expect(readCardNumber(text)).toEqual(card));

test.each([
  ['000123', true],
  ['12345678', true],
  ['123456789', false],
  ['', false],
  ['12a', false],
])('profile number %s → %s', (text, valid) => expect(isProfileNumber(text)).toBe(valid));

test.each([
  ['38.168.053.000.001', '38.168.053.000.001'],
  ['38168053000001', '38.168.053.000.001'],
  ['05200044002', '05.200.044.002'],
  ['05.200', '05.200'],
  ['05', null],
  ['5.200', null],
  ['05.20', null],
  ['05.200.044.000.001.001', null],
  ['05.200044', null],
])('organisation code %s → %s', (text, code) => expect(readOrgCode(text)).toBe(code));

describe('order number', () => {
  test('the source number is written and read', () => {
    const number = 'G22.99.DP-05200044002-250528-0001';
    expect(orderNumber('G22.99', '05.200.044.000.002', '2025-05-28', 1)).toBe(number);
    expect(readOrderNumber(number)).toEqual({
      prefix: 'G22.99',
      orgDigits: '05200044002',
      day: '250528',
      sequence: 1,
    });
  });
  test('T38: the second order of the day ends in 0002', () => {
    expect(orderNumber('G22.99', '05.200.044.000.002', '2025-05-28', 2)).toMatch(/-250528-0002$/);
  });
  test('8 digits for a grassroots branch, 11 for a branch, 14 under a sub-committee', () => {
    expect(orderDigitsOf('05.200.044')).toBe('05200044');
    expect(orderDigitsOf('05.200.044.002')).toBe('05200044002');
    expect(orderDigitsOf('05.400.000.000.001')).toBe('05400000001');
    expect(orderDigitsOf('05.200.044.003.001')).toBe('05200044003001');
    expect(() => orderDigitsOf('05.200')).toThrow(RangeError);
  });
  test.each([
    'G22.99.DP-0520004400-250528-0001',
    'g22.99.DP-05200044-250528-0001',
    'G22.99.DP-05200044-250528-1',
    '',
  ])('%s is refused', (text) => expect(readOrderNumber(text)).toBeNull());
  test('a day has at most 9999 orders of a unit', () => {
    expect(() => orderNumber('G22.99', '05.200.044', '2026-07-06', 10_000)).toThrow(RangeError);
    expect(() => orderNumber('G2299', '05.200.044', '2026-07-06', 1)).toThrow(RangeError);
  });
});

test('a dossier number names unit, procedure, day and sequence', () => {
  expect(dossierNumber('05.200.044.000.001', 'P2', '2026-07-06', 12)).toBe(
    '05.200.044.000.001-P2-260706-0012',
  );
});

test('initials say no more than the first letters', () => {
  expect(initialsOf('Nguyễn Văn An')).toBe('N.V.A.');
  expect(initialsOf('  Đỗ  Ánh ')).toBe('D.A.');
});

test('a masked identifier keeps its length and its last three digits', () => {
  expect(maskDigits('099085000001')).toBe('*********001');
  expect(maskDigits('12')).toBe('12');
});
