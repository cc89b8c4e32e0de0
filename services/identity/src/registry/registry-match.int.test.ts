import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { keepRegistryMatch, registryMatchOf } from './registry-match.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const record = {
  registryId: 'DV-000001',
  fullName: 'Nguyễn Thị Hà',
  otherName: null,
  gender: 'FEMALE',
  dateOfBirth: '1985-02-25',
  permanentAddress: null,
  legacyCardNumber: '12345678',
  profileNumber: '001234',
  joinDate: '2010-05-19',
  officialDate: '2011-05-19',
  status: 'ACTIVE',
  forceCategory: 'NONE',
  branchCode: '05.200.044.000.001',
  branchId: units.branch1,
} as const;

test('an account that was never looked up has no answer', async () => {
  expect(await registryMatchOf(house.em(), ids.account('member'))).toBeNull();
});

test('the last answer is the one that counts', async () => {
  const lookedUpAt = new Date('2026-07-06T02:00:00Z');
  const nothing = {
    found: false,
    record: null,
    cardNumberSealed: null,
    cardNumberIndex: null,
    lookedUpAt,
  };
  const found = { ...nothing, found: true, record, cardNumberSealed: 'v1.abc', cardNumberIndex: 'x' };
  await keepRegistryMatch(house.em(), ids.account('member'), nothing);
  expect(await registryMatchOf(house.em(), ids.account('member'))).toEqual(nothing);
  await keepRegistryMatch(house.em(), ids.account('member'), found);
  expect(await registryMatchOf(house.em(), ids.account('member'))).toEqual(found);
});
