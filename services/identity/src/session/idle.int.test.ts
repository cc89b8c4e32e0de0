import { randomUUID } from 'node:crypto';
import { sessionsSeenSubject } from '@dang/events/sessions-seen';
import { connectNats } from '@dang/events/stream';
import { startBackground } from '@dang/service/background';
import { makeLogger } from '@dang/service/logger';
import { testNats } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, eventsNamed, type House, ids, openIdentity } from '../../test/identity-stage.ts';
import { keepSeen, seenSessions } from './seen-sessions.ts';
import { hashOf } from './tokens.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

/** A session of the secretary that was last seen so many minutes ago, with a refresh token. */
async function sessionSeen(minutesAgo: number, positionId: string | null = ids.position('secretary')) {
  const id = randomUUID();
  const refreshToken = randomUUID();
  const em = house.em();
  await em.execute(
    `insert into session (id, account_id, position_id, signed_in_at, last_seen_at)
     values (?, ?, ?, now() - interval '1 hour', now() - ? * interval '1 minute')`,
    [id, ids.account('secretary'), positionId, minutesAgo],
  );
  await em.execute(
    `insert into refresh_token (hash, session_id, issued_at, expires_at) values (?, ?, now(), now() + interval '1 day')`,
    [hashOf(refreshToken), id],
  );
  return { id, refreshToken };
}

const REFRESH = `mutation ($input: RefreshSessionInput!) {
  refreshSession(input: $input) { session { id accessTokenExpiresAt refreshToken actingAs { id } } refusal { code } }
}`;
const refresh = async (refreshToken: string) =>
  (await house.execute(REFRESH, { input: { refreshToken } })).data?.refreshSession;

const minutesLeft = (moment: string) => (Date.parse(moment) - Date.now()) / 60_000;
const lastSeen = async (id: string): Promise<number> => {
  const [row] = await house
    .em()
    .execute('select extract(epoch from now() - last_seen_at)::int as seconds from session where id = ?', [
      id,
    ]);
  return row?.seconds;
};

describe('a session that acts in an office', () => {
  test('ends when it was not used for a quarter of an hour, and everybody hears of it', async () => {
    const { id, refreshToken } = await sessionSeen(16);
    expect((await refresh(refreshToken)).refusal.code).toBe('SESSION_IDLE');
    expect((await eventsNamed(house, 'SessionEnded')).at(-1)).toMatchObject({
      sessionId: id,
      reason: 'SESSION_IDLE',
    });
    expect((await refresh(refreshToken)).refusal.code).toBe('SESSION_ENDED');
  });

  test('gets a token that does not outlive its idle time, and a full one when it is in use', async () => {
    const idle = await refresh((await sessionSeen(9)).refreshToken);
    expect(minutesLeft(idle.session.accessTokenExpiresAt)).toBeCloseTo(6, 0);
    expect(idle.session.actingAs.id).toBe(ids.position('secretary'));
    const used = await refresh((await sessionSeen(0.5)).refreshToken);
    expect(minutesLeft(used.session.accessTokenExpiresAt)).toBeCloseTo(10, 0);
  });

  test('is not kept awake by its own refreshing', async () => {
    const first = await sessionSeen(14);
    const { session } = await refresh(first.refreshToken);
    await house
      .em()
      .execute(`update session set last_seen_at = last_seen_at - interval '2 minutes' where id = ?`, [
        first.id,
      ]);
    expect((await refresh(session.refreshToken)).refusal.code).toBe('SESSION_IDLE');
  });

  test('is kept awake by a change of capacity', async () => {
    const { id } = await sessionSeen(14);
    const actor = actorNamed('secretary', { sessionId: id });
    const positionId = ids.position('secretary');
    const { data } = await house.execute(
      'mutation ($input: ActAsInput!) { actAs(input: $input) { actingAs { id } } }',
      { input: { positionId } },
      actor,
    );
    expect(data?.actAs.actingAs.id).toBe(positionId);
    expect(await lastSeen(id)).toBeLessThan(5);
    const [use] = await house
      .em()
      .execute('select last_used_at::text as at from capacity_use where position_id = ?', [positionId]);
    expect(use?.at).toContain('2026-07-0');
  });
});

test('a session of the plain member may lie idle for days', async () => {
  const { refreshToken } = await sessionSeen(3 * 24 * 60, null);
  const { session } = await refresh(refreshToken);
  expect(minutesLeft(session.accessTokenExpiresAt)).toBeCloseTo(10, 0);
});

describe('what the gateways have seen', () => {
  test('is written in two statements, and wakes nothing that has ended', async () => {
    const open = await sessionSeen(10);
    const over = await sessionSeen(10);
    await house
      .em()
      .execute(`update session set ended_at = now(), end_reason = 'SIGNED_OUT' where id = ?`, [over.id]);
    await keepSeen(house.em(), [open.id, over.id, randomUUID()], house.clock.now());
    expect(await lastSeen(open.id)).toBeLessThan(5);
    expect(await lastSeen(over.id)).toBeGreaterThan(500);
  });

  test('comes over NATS, past words that cannot be read', async () => {
    const { id } = await sessionSeen(10);
    const { url, province } = testNats();
    const { orm, clock, environment, metrics } = house;
    const log = makeLogger({ service: 'identity', role: 'worker', level: 'silent' });
    const background = startBackground([seenSessions], {
      orm,
      clock,
      log,
      metrics,
      environment: { ...environment, NATS_URL: url, PROVINCE_CODE: province },
    });
    const nats = await connectNats(url, 'idle test');
    const deadline = Date.now() + 20_000;
    while ((await lastSeen(id)) > 100 && Date.now() < deadline) {
      nats.publish(sessionsSeenSubject(province), 'what?');
      nats.publish(sessionsSeenSubject(province), JSON.stringify({ sessionIds: ['x'] }));
      nats.publish(sessionsSeenSubject(province), JSON.stringify({ sessionIds: [id] }));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await lastSeen(id)).toBeLessThan(25);
    await background.stop();
    await nats.close();
  });
});
