import { contractBreaches } from '@dang/events/contract';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventsNamed, type House, openIdentity, personalIdOf } from '../test/identity-stage.ts';
import { loadDemoData } from './demo-data.ts';
import { sealingKeysOf } from './sealing-keys.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

test('the demo people come with the events by which others learn of them, and no identifier in clear', async () => {
  const [recorded] = await eventsNamed<{ members: object[] }>(house, 'MemberRecorded');
  expect(recorded?.members).toHaveLength(12);
  expect(contractBreaches(MemberRecorded, recorded)).toEqual([]);
  expect(JSON.stringify(recorded)).not.toContain(personalIdOf('member'));
  const [officers] = await eventsNamed<{ units: object[] }>(house, 'OfficersChanged');
  expect(officers?.units).toHaveLength(3);
  expect(await eventsNamed(house, 'DossierStateChanged')).toHaveLength(8);
});

test('a second load changes nothing', async () => {
  const data = {
    today: '2026-07-06',
    members: [],
    accounts: [],
    positions: [],
    delegations: [],
    adminGrants: [],
  };
  const { PROVINCE_KEY, PROVINCE_INDEX_KEY } = house.environment;
  await loadDemoData(house.em(), data, { key: PROVINCE_KEY, indexKey: PROVINCE_INDEX_KEY });
  const [members] = await house
    .em()
    .execute<{ count: number }[]>('select count(*)::int as count from member');
  expect(members?.count).toBe(12);
});

test('keys that are not 32 bytes are named', () => {
  expect(() => sealingKeysOf({ PROVINCE_KEY: 'c2hvcnQ=' })).toThrow(
    'PROVINCE_KEY must be 32 bytes in base64',
  );
});
