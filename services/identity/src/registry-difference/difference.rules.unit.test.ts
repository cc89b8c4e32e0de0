import { describe, expect, test } from '@jest/globals';
import { type ComparedMember, differencesOf } from './difference.rules.ts';

const same: ComparedMember = {
  FULL_NAME: 'Nguyễn Thị Hà',
  OTHER_NAME: null,
  GENDER: 'FEMALE',
  DATE_OF_BIRTH: '1985-02-25',
  PERMANENT_ADDRESS: null,
  CARD_NUMBER: 'index',
  LEGACY_CARD_NUMBER: null,
  PROFILE_NUMBER: '001234',
  JOIN_DATE: '2010-05-19',
  OFFICIAL_DATE: '2011-05-19',
  STATUS: 'ACTIVE',
  FORCE_CATEGORY: 'NONE',
  BRANCH: 'a',
};

describe('the member database', () => {
  test('that says the same differs in nothing', () => {
    expect(differencesOf(same, same)).toEqual([]);
  });
  test('differs field by field', () => {
    expect(
      differencesOf(same, { ...same, FULL_NAME: 'Nguyễn Thị Hạ', BRANCH: 'b', OTHER_NAME: 'Tư' }),
    ).toEqual([
      { field: 'FULL_NAME', ours: 'Nguyễn Thị Hà', theirs: 'Nguyễn Thị Hạ' },
      { field: 'OTHER_NAME', ours: null, theirs: 'Tư' },
      { field: 'BRANCH', ours: 'a', theirs: 'b' },
    ]);
  });
  test('that says nothing of something does not differ in it', () => {
    expect(differencesOf(same, { ...same, JOIN_DATE: null, CARD_NUMBER: null })).toEqual([]);
  });
  test('does not know that somebody is on the way', () => {
    expect(differencesOf({ ...same, STATUS: 'TRANSFERRING' }, same)).toEqual([]);
    expect(differencesOf({ ...same, STATUS: 'TRANSFERRING' }, { ...same, STATUS: 'DECEASED' })).toHaveLength(
      1,
    );
  });
});
