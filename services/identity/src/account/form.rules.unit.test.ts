import { describe, expect, test } from '@jest/globals';
import { addressLine, faultyField, missingField, readForm, readPhone, type TypedForm } from './form.rules.ts';

const typed: TypedForm = {
  cardNumber: '12.345678',
  branchId: '00000000-0000-4000-8000-00000000000b',
  joinDate: '2010-05-19',
  officialDate: '2011-05-19',
  monthlyDues: 60_000n,
  monthlyDuesFrom: '2026-08',
};
const vouched = { dateOfBirth: '1985-02-25', permanentAddress: 'Hà Nội' };

/** The field at fault of a form that says this on top of the everyday one, as when it is sent. */
function faultOf(over: Partial<TypedForm>, about: Partial<typeof vouched> | { permanentAddress: null } = {}) {
  const form = readForm({ ...typed, ...over });
  if ('fault' in form) return form.fault;
  const citizen = { ...vouched, ...about };
  return faultyField(form, citizen, '2026-07-06') ?? missingField(form, citizen);
}

describe('the registration form (domain 5.4)', () => {
  test.each<[string, Partial<TypedForm>, string | null]>([
    ['is complete', {}, null],
    ['needs the card or the profile number', { cardNumber: null }, 'cardNumber'],
    ['takes the profile number alone', { cardNumber: ' ', profileNumber: '001234' }, null],
    ['refuses a card number that is none', { cardNumber: '123' }, 'cardNumber'],
    ['refuses a profile number that is none', { profileNumber: 'A12' }, 'profileNumber'],
    ['needs the branch', { branchId: null }, 'branchId'],
    ['needs the day of joining', { joinDate: null, officialDate: null }, 'joinDate'],
    ['refuses a day of joining in the future', { joinDate: '2026-07-07' }, 'joinDate'],
    ['refuses a day of joining before there was a Party', { joinDate: '1930-02-02' }, 'joinDate'],
    ['refuses an official date before joining', { officialDate: '2010-05-18' }, 'officialDate'],
    ['refuses an official date in the future', { officialDate: '2026-07-07' }, 'officialDate'],
    ['takes a probationer', { officialDate: null }, null],
    ['takes dues from the month of joining on', { monthlyDuesFrom: '2010-05' }, null],
    ['refuses dues from before the joining', { monthlyDuesFrom: '2010-04' }, 'monthlyDuesFrom'],
    ['takes dues that begin in three months', { monthlyDuesFrom: '2026-10' }, null],
    ['refuses dues that begin in years', { monthlyDuesFrom: '2099-01' }, 'monthlyDuesFrom'],
    ['needs the dues', { monthlyDues: null }, 'monthlyDues'],
    ['refuses negative dues', { monthlyDues: -1n }, 'monthlyDues'],
    ['refuses dues beyond any sense', { monthlyDues: 100_000_001n }, 'monthlyDues'],
    [
      'needs the province of an address',
      { permanentAddress: { ward: 'Việt Hưng' } },
      'permanentAddress.province',
    ],
    ['refuses an endless text', { employer: { name: 'x'.repeat(301) } }, 'employer.name'],
    ['refuses a telephone number that is none', { extended: { phone: '12' } }, 'extended.phone'],
    ['refuses an address that takes no mail', { extended: { email: 'a@b' } }, 'extended.email'],
    ['refuses a tax code that is none', { extended: { taxCode: '123' } }, 'extended.taxCode'],
    [
      'refuses an insurance number that is none',
      { extended: { socialInsuranceNumber: 'x' } },
      'extended.socialInsuranceNumber',
    ],
  ])('%s', (_what, over, field) => {
    expect(faultOf(over)).toBe(field);
  });

  test('needs an address where VNeID knows none, and joining after birth', () => {
    expect(faultOf({}, { permanentAddress: null })).toBe('permanentAddress.province');
    expect(faultOf({ permanentAddress: { province: 'Hà Nội' } }, { permanentAddress: null })).toBeNull();
    expect(faultOf({}, { dateOfBirth: '2010-05-19' })).toBe('joinDate');
  });

  test('is kept in one writing: NFC, digits, and null for what is not said', () => {
    const form = readForm({
      ...typed,
      partyFullName: '  Nguyễn   Thị Hà ',
      employer: { name: ' ' },
      extended: { phone: '+84 912.345.678', email: 'Ha@Example.VN', taxCode: '0123456789-001' },
    });
    expect(form).toMatchObject({
      partyFullName: 'Nguyễn Thị Hà',
      card: { series: 'OLD', digits: '12345678' },
      position: 'MEMBER',
      receivesRetainedDues: false,
      employer: null,
      extended: { phone: '0912345678', email: 'ha@example.vn', taxCode: '0123456789001', spouseName: null },
    });
  });

  test('says nothing when it is empty, which is a draft like any other', () => {
    const form = readForm({});
    expect('fault' in form ? form.fault : faultyField(form, vouched, '2026-07-06')).toBeNull();
  });
});

test('one telephone number has one writing', () => {
  expect(['0912345678', '+84912345678', '(0084) 912-345-678', '024.3936.1234'].map(readPhone)).toEqual([
    '0912345678',
    '0912345678',
    '0912345678',
    '02439361234',
  ]);
  expect([readPhone('912345678'), readPhone('09123')]).toEqual([null, null]);
});

test('an address is read from the smallest place on', () => {
  expect(addressLine({ province: 'Hà Nội', district: null, ward: 'phường Việt Hưng', detail: 'số 1' })).toBe(
    'số 1, phường Việt Hưng, Hà Nội',
  );
});
