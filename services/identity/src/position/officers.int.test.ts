import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { recordOfficers } from './officers.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

test('an office of several hundred is told whole, and what does not fit one event goes out in two', async () => {
  const hire = `insert into position (member_id, unit_id, role, title, from_date)
    select ?, ?, 'OFFICE_STAFF', 'Chuyên viên', '2026-01-01' from generate_series(1, 900)`;
  for (const unit of [units.committee, units.ward]) {
    await house.em().execute(hire, [ids.member('neighbour'), unit]);
  }
  const told = units.committee < units.ward ? [units.committee, units.ward] : [units.ward, units.committee];
  const before = (await eventsNamed(house, 'OfficersChanged')).length;
  await house.em().transactional((em) => recordOfficers(em, told, '2026-07-06'));
  const events = (await eventsNamed(house, 'OfficersChanged')).slice(before) as unknown as {
    units: { officers: unknown[] }[];
  }[];
  const sizes = events.map(({ units: [unit, ...more] }) => [unit?.officers.length, more.length]);
  expect(sizes).toEqual(
    expect.arrayContaining([
      [900, 0],
      [901, 0],
    ]),
  );
  expect(sizes).toHaveLength(2);
});
