import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, ids, openIdentity } from '../../test/identity-stage.ts';
import { hashOf } from './tokens.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

/** A token that runs out, of a session that ended, so many days ago; answers its hash. */
async function tokenOf(expiredDaysAgo: number, endedDaysAgo: number | null): Promise<Buffer> {
  const session = randomUUID();
  const hash = hashOf(session);
  await house.em().execute(
    `insert into session (id, account_id, signed_in_at, ended_at, end_reason)
     values (?, ?, now() - interval '60 days', now() - ?::int * interval '1 day', case when ?::int is null then null else 'SIGNED_OUT' end)`,
    [session, ids.account('member'), endedDaysAgo, endedDaysAgo],
  );
  await house.em().execute(
    `insert into refresh_token (hash, session_id, issued_at, expires_at)
     values (?, ?, now() - interval '60 days', now() - ? * interval '1 day')`,
    [hash, session, expiredDaysAgo],
  );
  return hash;
}

test('tokens go a week after they or their session ended, and not before', async () => {
  const old = [await tokenOf(8, null), await tokenOf(-20, 8)];
  const kept = [await tokenOf(6, null), await tokenOf(-20, 6), await tokenOf(-20, null)];
  await house.runJob('prune-refresh-tokens');
  const left = await house.em().execute<{ hash: Buffer }[]>('select hash from refresh_token');
  const known = new Set(left.map(({ hash }) => Buffer.from(hash).toString('hex')));
  expect(old.filter((hash) => known.has(hash.toString('hex')))).toEqual([]);
  expect(kept.filter((hash) => !known.has(hash.toString('hex')))).toEqual([]);
});
