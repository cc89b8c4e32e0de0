import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { hold } from '../../test/position-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const heldOf = async (id: string) =>
  (
    await house
      .em()
      .execute('select ended_on as "endedOn", ended_reason as reason from held_position where id = ?', [id])
  )[0];

test('what ran out yesterday ends with its last day, and what ends today does not', async () => {
  const update = 'update delegation set to_date = ? where id = ?';
  await house.em().execute(update, ['2026-07-05', ids.position('collector')]);
  const lastDay = await hold(house, 'delegation', 'member', 'BRANCH_DELEGATE', units.branch1);
  await house.em().execute(update, ['2026-07-06', lastDay]);
  await house.runJob('end-terms');
  expect(await heldOf(ids.position('collector'))).toEqual({ endedOn: '2026-07-05', reason: 'TERM_ENDED' });
  expect(await heldOf(lastDay)).toEqual({ endedOn: null, reason: null });
  expect(await heldOf(ids.position('secretary'))).toEqual({ endedOn: null, reason: null });
  expect(await eventsNamed(house, 'PositionEnded')).toEqual([
    expect.objectContaining({
      positionId: ids.position('collector'),
      reason: 'TERM_ENDED',
      endedOn: '2026-07-05',
    }),
  ]);
  await house.runJob('end-terms');
  expect(await eventsNamed(house, 'PositionEnded')).toHaveLength(1);
});

test('with the term of a secretary the delegations end, and a successor is due', async () => {
  const delegation = await hold(house, 'delegation', 'neighbour', 'BRANCH_DELEGATE', units.branch1);
  await house
    .em()
    .execute('update position set to_date = ? where id = ?', ['2026-06-30', ids.position('secretary')]);
  await house.runJob('end-terms');
  expect(await heldOf(delegation)).toEqual({ endedOn: '2026-06-30', reason: 'SECRETARY_CHANGED' });
  const ended = await eventsNamed(house, 'PositionEnded');
  expect(ended).toContainEqual(
    expect.objectContaining({
      positionId: ids.position('secretary'),
      reason: 'TERM_ENDED',
      successorNeeded: true,
    }),
  );
  const [line] = await house
    .em()
    .execute(`select after from audit_entry where action = 'positionEnded' and subject_id = ?`, [
      ids.position('secretary'),
    ]);
  expect(line?.after).toMatchObject({ endedReason: 'TERM_ENDED' });
});

test('what is held in a unit that has ended since ends as well', async () => {
  await house.em().execute(`update unit_copy set valid_to = '2026-07-06' where id = ?`, [units.otherBranch]);
  await house.runJob('end-terms');
  expect(await heldOf(ids.position('sibling'))).toEqual({ endedOn: '2026-07-06', reason: 'UNIT_ENDED' });
});

test('two hundred and more end in batches', async () => {
  await house.em().execute(
    `insert into delegation (member_id, unit_id, role, title, from_date, to_date)
     select ?, ?, 'BRANCH_DELEGATE', 'Việc ' || n, '2026-01-01', '2026-05-31' from generate_series(1, 250) n`,
    [ids.member('member'), units.branch2],
  );
  await house.runJob('end-terms');
  const [left] = await house
    .em()
    .execute(
      `select count(*)::int as count from delegation where to_date = '2026-05-31' and ended_on is null`,
    );
  expect(left?.count).toBe(0);
});
