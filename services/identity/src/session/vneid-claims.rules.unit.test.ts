import { describe, expect, test } from '@jest/globals';
import { claimMapShape, readCitizen } from './vneid-claims.rules.ts';

const map = claimMapShape.parse({});
const claims = {
  personal_id: '099085000001',
  name: 'Nguyễn Văn An',
  birthdate: '1985-02-25',
  gender: 'Nam',
  nationality: 'Việt Nam',
  address: 'Phường Việt Hưng',
  assurance_level: 2,
};

describe('the claims of VNeID', () => {
  test('become a citizen, with the name in NFC', () => {
    expect(readCitizen({ ...claims, name: 'Nguyễn Văn An'.normalize('NFD') }, map)).toEqual({
      personalId: '099085000001',
      fullName: 'Nguyễn Văn An'.normalize('NFC'),
      dateOfBirth: '1985-02-25',
      gender: 'MALE',
      nationality: 'Việt Nam',
      permanentAddress: 'Phường Việt Hưng',
      level: 2,
    });
  });
  test('may lack the gender and the address (S4)', () => {
    const citizen = readCitizen({ ...claims, gender: 'Chưa có thông tin', address: undefined }, map);
    expect(citizen).toMatchObject({ gender: null, permanentAddress: null });
  });
  test.each([['personal_id'], ['name'], ['birthdate'], ['assurance_level']])(
    'are no citizen without %s',
    (claim) => {
      expect(readCitizen({ ...claims, [claim]: undefined }, map)).toBeNull();
    },
  );
  test('can have other names by configuration', () => {
    const other = claimMapShape.parse({ level: 'loa' });
    expect(readCitizen({ ...claims, loa: '1' }, other)?.level).toBe(1);
  });
});
