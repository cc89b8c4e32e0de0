import { describe, expect, test } from '@jest/globals';
import { type ColumnName, readColumns } from './columns.rules.ts';
import { readDay, readMember, shownValue } from './row.rules.ts';

const today = '2026-07-06';
const good: Partial<Record<ColumnName, string>> = {
  fullName: 'Nguyễn  Thị Hà',
  gender: 'Nữ',
  dateOfBirth: '25/02/1985',
  personalId: '099185000001',
  cardNumber: '099185000001',
  branch: '05.200.044.000.001',
  joinDate: '19/5/2010',
  officialDate: '2011-05-19',
  status: 'Đang sinh hoạt',
};
const read = (over: Partial<Record<ColumnName, string>> = {}) =>
  readMember((name) => ({ ...good, ...over })[name] ?? '', today);
const faults = (over: Partial<Record<ColumnName, string>>) => read(over).faults;

describe('a row of the member file', () => {
  test('is a member in the normal writing', () => {
    expect(read()).toEqual({
      member: {
        fullName: 'Nguyễn Thị Hà',
        otherName: null,
        gender: 'FEMALE',
        dateOfBirth: '1985-02-25',
        personalId: '099185000001',
        cardNumber: '099185000001',
        legacyCardNumber: null,
        profileNumber: null,
        permanentAddress: null,
        joinDate: '2010-05-19',
        officialDate: '2011-05-19',
        enrolledOn: null,
        status: 'ACTIVE',
        forceCategory: 'NONE',
      },
      faults: [],
    });
  });
  test('is composed (NFC), whatever wrote it', () => {
    expect(read({ fullName: 'Nguyễn Thị Hà'.normalize('NFD') }).member.fullName).toBe('Nguyễn Thị Hà');
  });
  test('may hold an old card in the column of cards', () => {
    const { member } = read({ cardNumber: '12.345678' });
    expect([member.cardNumber, member.legacyCardNumber]).toEqual([null, '12345678']);
    expect(faults({ cardNumber: '12345678', legacyCardNumber: '87654321' })).toHaveLength(1);
  });
  test.each([
    ['fullName', '', 'phải có'],
    ['fullName', 'x'.repeat(501), 'dài hơn'],
    ['fullName', 'Hà\u0007', 'ký tự điều khiển'],
    ['gender', 'x', 'Nam hoặc Nữ'],
    ['dateOfBirth', '31/02/1985', 'dd/mm/yyyy'],
    ['dateOfBirth', '', 'phải có'],
    ['dateOfBirth', '1/1/1850', 'quá sớm'],
    ['personalId', '99185000001', '12 số'],
    ['cardNumber', '123', '12 số (thẻ mới)'],
    ['legacyCardNumber', '123', '8 số'],
    ['profileNumber', '12a', '1 đến 8 số'],
    ['joinDate', '07/07/2026', 'tương lai'],
    ['joinDate', '01/01/1930', 'thành lập Đảng'],
    ['joinDate', '01/01/1985', 'trước ngày sinh'],
    ['officialDate', '18/05/2010', 'trước ngày vào Đảng'],
    ['status', 'đang ngủ', 'giá trị được biết'],
    ['forceCategory', 'hải quan', 'giá trị được biết'],
    ['oldPersonalId', '12', '9 số'],
    ['cardIssuedOn', 'hôm qua', 'dd/mm/yyyy'],
    ['deletionWish', 'x', 'kiểm tra với chi bộ'],
  ] as const)('with %s “%s” is told so', (column, value, reason) => {
    expect(faults({ [column]: value })).toContainEqual({ column, reason: expect.stringContaining(reason) });
  });
  test('whose personal id does not fit birthday or gender is doubted, not refused', () => {
    expect(faults({ personalId: '099085000001' })).toEqual([
      { column: 'personalId', reason: 'không khớp giới tính', isWarning: true },
    ]);
    expect(faults({ dateOfBirth: '25/02/1986' })[0]).toMatchObject({ reason: 'không khớp năm sinh' });
  });
  test('of a probationary member has no official date', () => {
    expect(read({ officialDate: '' }).member.officialDate).toBeNull();
  });
});

test('days are read as people and machines write them', () => {
  expect(['25/2/1985', '25-02-1985', '25.02.1985', '1985-02-25'].map(readDay)).toEqual(
    Array(4).fill('1985-02-25'),
  );
  expect(['2/30/1985', '29/02/2023', '1985', '', '1985-13-01', '00/01/1985'].map(readDay)).toEqual(
    Array(6).fill(null),
  );
  expect(readDay('29/02/2024')).toBe('2024-02-29');
});

describe('the columns of the file', () => {
  test('come in any order, with stars, brackets and other letters', () => {
    const { headerOf, missing, unknown } = readColumns([
      'STT',
      'Số định danh cá nhân *',
      'HỌ VÀ TÊN *',
      'Sinh ngày * (dd/mm/yyyy)',
      'Số thẻ Đảng * (12 số theo HD38-HD/BTCTW)',
      'Thường trú (theo mô hình 2 cấp)',
      'Ngày vào Đảng *',
      'Ngày vào Đảng chính thức *',
      'Tổ chức Đảng đang sinh hoạt *',
      'Giới tính *',
      'Giới tính',
    ]);
    expect(missing).toEqual([]);
    expect(unknown).toEqual(['STT', 'Giới tính']);
    expect(headerOf.get('dateOfBirth')).toBe('Sinh ngày * (dd/mm/yyyy)');
    expect(headerOf.get('permanentAddress')).toBe('Thường trú (theo mô hình 2 cấp)');
  });
  test('that nobody can be without are named', () => {
    expect(readColumns(['Họ và tên']).missing).toEqual([
      'Giới tính',
      'Sinh ngày',
      'Số định danh cá nhân',
      'Tổ chức Đảng đang sinh hoạt',
      'Ngày vào Đảng',
    ]);
  });
});

test('the report covers what may be a personal id', () => {
  expect(shownValue('099185000001', true)).toBe('*********001');
  expect(shownValue('Chi bộ 9', false)).toBe('Chi bộ 9');
});
