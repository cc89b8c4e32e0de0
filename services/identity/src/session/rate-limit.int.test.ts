import type { GraphContext } from '@dang/service/context';
import { isRefusal } from '@dang/service/refusal';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, openIdentity } from '../../test/identity-stage.ts';
import { isWithinLimit } from './rate-limit.ts';
import { refreshSession } from './refresh.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

/** A request to a house with these limits. */
const context = (limits: object): GraphContext =>
  ({ em: house.em(), environment: { ...house.environment, ...limits } }) as GraphContext;

test('the fourth sign-in from one address waits, another address does not', async () => {
  const few = context({ SIGN_INS_PER_ADDRESS: 3 });
  const tries = [];
  for (let count = 0; count < 5; count += 1) tries.push(await isWithinLimit(few, 'sign-in', '203.0.113.7'));
  expect(tries).toEqual([true, true, true, false, false]);
  expect(await isWithinLimit(few, 'sign-in', '203.0.113.8')).toBe(true);
  expect(await isWithinLimit(few, 'sign-in', null)).toBe(true);
});

test('calls at once are counted one by one, and no address is in the table', async () => {
  const few = context({ SIGN_INS_PER_PERSON: 4 });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => isWithinLimit(few, 'person', '099085000001')),
  );
  expect(answers.filter((isWithin) => isWithin)).toHaveLength(4);
  const rows = await house.em().execute('select key from rate_limit');
  expect(JSON.stringify(rows)).not.toMatch(/203\.0|099085000001/);
});

test('who refreshes too often is told so before anything is looked up', async () => {
  const asked = {
    ...context({ REFRESHES_PER_ADDRESS: 1 }),
    client: { ip: '203.0.113.9', device: null },
  } as GraphContext;
  const code = async () => {
    const answer = await refreshSession(asked, 'no such token');
    return isRefusal(answer) && answer.code;
  };
  expect(await code()).toBe('SESSION_ENDED');
  expect(await code()).toBe('RATE_LIMITED');
});

test('old counts are forgotten', async () => {
  await house.em().execute(`update rate_limit set expire = 1 where key like 'refresh%'`);
  await house.runJob('prune-rate-limits');
  const [left] = await house
    .em()
    .execute(
      `select count(*) filter (where key like 'refresh%')::int as old, count(*)::int as all from rate_limit`,
    );
  expect(left).toMatchObject({ old: 0 });
  expect(left?.all).toBeGreaterThan(0);
});
