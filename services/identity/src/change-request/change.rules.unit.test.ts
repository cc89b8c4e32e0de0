import { describe, expect, test } from '@jest/globals';
import {
  asTyped,
  type Change,
  changed,
  changesBetween,
  faultyChange,
  flat,
  isOutdated,
  readChanges,
  waitsAt,
} from './change.rules.ts';

const current = flat({
  fullName: 'Nguyễn Thị Hà',
  cardNumber: '12345678',
  profileNumber: '0042',
  joinDate: '2010-05-19',
  officialDate: '2011-05-19',
  residenceBranchId: null,
  receivesRetainedDues: false,
  permanentAddress: { province: 'Hà Nội', ward: 'Việt Hưng' },
  employer: null,
  extended: { phone: '0912345678', email: 'ha@example.vn' },
});

const asked = (typed: Parameters<typeof readChanges>[0]): Change[] => {
  const read = readChanges(typed);
  if ('fault' in read) throw new Error(String(read.fault));
  return changesBetween(current, read);
};
const faultOf = (typed: Parameters<typeof readChanges>[0]) => {
  const changes = asked(typed);
  return faultyChange(changed(current, changes), changes, '1985-02-25', '2026-07-06');
};

describe('a change of information', () => {
  test('is what is asked for and does not hold yet, in one writing', () => {
    expect(asked({ fullName: ' Nguyễn  Thị Hà ', profileNumber: '0043', cardNumber: '12.345678' })).toEqual([
      { field: 'profileNumber', old: '0042', new: '0043' },
    ]);
  });
  test('leaves alone what is left out, and clears what is null', () => {
    expect(asked({ profileNumber: null })).toEqual([{ field: 'profileNumber', old: '0042', new: null }]);
    expect(asked({})).toEqual([]);
  });
  test('takes a group whole: what it does not name is cleared', () => {
    expect(asked({ extended: { phone: '+84912345678' } })).toEqual([
      { field: 'extended.email', old: 'ha@example.vn', new: null },
    ]);
  });
  test('is read back as the form that it makes', () => {
    expect(asTyped(changed(current, asked({ receivesRetainedDues: true })))).toMatchObject({
      partyFullName: 'Nguyễn Thị Hà',
      receivesRetainedDues: true,
      permanentAddress: { province: 'Hà Nội', district: null, ward: 'Việt Hưng', detail: null },
      extended: { phone: '0912345678' },
    });
  });
  test('is outdated when what it started from holds no more', () => {
    const changes = asked({ profileNumber: '0043' });
    expect(isOutdated(current, changes)).toBe(false);
    expect(isOutdated({ ...current, profileNumber: '9' }, changes)).toBe(true);
    expect(isOutdated({ ...current, fullName: 'Khác' }, changes)).toBe(false);
  });

  test.each<[string, Parameters<typeof readChanges>[0], string | null]>([
    ['a new profile number', { profileNumber: '9' }, null],
    ['no name', { fullName: ' ' }, 'fullName'],
    ['neither card nor profile number', { cardNumber: null, profileNumber: null }, 'cardNumber'],
    ['no day of joining', { joinDate: null }, 'joinDate'],
    ['an official date before the joining that holds', { officialDate: '2010-05-18' }, 'officialDate'],
    ['a day of joining after the official date that holds', { joinDate: '2012-01-01' }, 'officialDate'],
    ['an address without its province', { permanentAddress: { ward: 'X' } }, 'permanentAddress.province'],
    ['no address', { permanentAddress: null }, null],
  ])('to %s', (_what, typed, field) => {
    expect(faultOf(typed)).toBe(field);
  });
});

describe('a change waits', () => {
  const nobody = { leadsBranch: false, holdsRetainedDues: false, nobodyElse: false };
  test.each<[string, Parameters<typeof readChanges>[0], Partial<typeof nobody>, string]>([
    ['at the branch for a plain member, important or not', { fullName: 'X' }, {}, 'PENDING_BRANCH'],
    [
      'at the superior for the name of a secretary',
      { fullName: 'X' },
      { leadsBranch: true },
      'PENDING_SUPERIOR',
    ],
    [
      'at the branch for the phone of a secretary',
      { extended: null },
      { leadsBranch: true },
      'PENDING_BRANCH',
    ],
    [
      'at the superior where there is nobody else',
      { extended: null },
      { leadsBranch: true, nobodyElse: true },
      'PENDING_SUPERIOR',
    ],
    [
      'at the superior for the card of a holder',
      { cardNumber: '87654321' },
      { holdsRetainedDues: true },
      'PENDING_SUPERIOR',
    ],
    ['at the superior for who asks to hold', { receivesRetainedDues: true }, {}, 'PENDING_SUPERIOR'],
  ])('%s', (_what, typed, about, state) => {
    expect(waitsAt(asked(typed), { ...nobody, ...about })).toBe(state);
  });
});
