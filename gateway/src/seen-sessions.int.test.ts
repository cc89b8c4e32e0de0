import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { signAccessToken } from '@dang/access/tokens';
import { sessionsSeenSubject } from '@dang/events/sessions-seen';
import { connectNats, ensureStream, managerOf } from '@dang/events/stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { startRevocationFeed } from './revocation-feed.ts';
import { Revocations } from './revocations.ts';
import { startReportingSeen } from './seen-sessions.ts';
import { ask, openToyHouse, somebody, type ToyHouse } from './testing/toy.ts';

let house: ToyHouse;
beforeAll(async () => {
  house = await openToyHouse();
});
afterAll(() => house.stop());

const officer = () =>
  somebody({
    capacity: { positionId: randomUUID(), role: 'BRANCH_SECRETARY', title: 'Bí thư', unitId: randomUUID() },
  });

async function look(actor: Actor, headers: Record<string, string> = {}): Promise<void> {
  const token = await signAccessToken(house.accessKeys.privateJwk, actor);
  const answer = await ask(house, '{ me { id } }', {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  expect(answer.errors).toEqual([]);
}

test('who works in an office is seen; a member, and a front end that asks by itself, are not', async () => {
  const working = officer();
  await look(working);
  await look(working);
  await look(somebody());
  await look(officer(), { 'x-unattended': 'true' });
  expect(house.gateway.seen.take()).toEqual([working.sessionId]);
});

test('it is told over the connection on which the gateway listens', async () => {
  const natsUrl = process.env.TEST_NATS_URL ?? '';
  const province = `t${randomUUID().slice(0, 8)}`;
  const nats = await connectNats(natsUrl, 'seen test');
  await ensureStream(await managerOf(nats), province, 'identity');
  const heard: string[] = [];
  nats.subscribe(sessionsSeenSubject(province), {
    callback: (_error, message) => void heard.push(message.string()),
  });
  await nats.flush();
  const log = pino({ level: 'silent' });
  const feed = startRevocationFeed({
    natsUrl,
    province,
    revocations: new Revocations({ keepMs: 1_000 }),
    log,
  });
  const deadline = Date.now() + 15_000;
  const wait = () => new Promise((resolve) => setTimeout(resolve, 10));
  while (!feed.isListening() && Date.now() < deadline) await wait();
  const { seen } = house.gateway;
  const working = officer();
  await look(working);
  startReportingSeen({ seen, province, publish: feed.publish }).stop();
  while (heard.length === 0 && Date.now() < deadline) await wait();
  expect(heard).toEqual([JSON.stringify({ sessionIds: [working.sessionId] })]);
  await feed.stop();
  await nats.close();
});
