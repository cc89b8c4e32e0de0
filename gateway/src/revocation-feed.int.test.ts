import { randomUUID } from 'node:crypto';
import type { EventContract } from '@dang/events/contract';
import { AccountLocked } from '@dang/events/contracts/identity/account-locked';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { SessionEnded } from '@dang/events/contracts/identity/session-ended';
import { makeEnvelope, subjectOf } from '@dang/events/envelope';
import { connectNats, ensureStream, managerOf, streamName } from '@dang/events/stream';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { pino } from 'pino';
import { type RevocationFeed, startRevocationFeed } from './revocation-feed.ts';
import { Revocations } from './revocations.ts';
import { somebody } from './testing/toy.ts';

const natsUrl = process.env.TEST_NATS_URL ?? '';
const log = pino({ level: 'silent' });

let nats: NatsConnection;
let province: string;
let feed: RevocationFeed | undefined;
beforeAll(async () => {
  nats = await connectNats(natsUrl, 'revocation-test');
});
afterEach(async () => {
  await feed?.stop();
});
afterAll(() => nats.close());

async function newProvince(): Promise<void> {
  province = `t${randomUUID().slice(0, 8)}`;
  await ensureStream(await managerOf(nats), province, 'identity');
}

function publish<Data>(contract: EventContract<string, Data>, data: Data): Promise<unknown> {
  const envelope = makeEnvelope(contract, { aggregateId: randomUUID(), data }, { province });
  const subject = subjectOf(province, 'identity', contract.name);
  return jetstream(nats).publish(subject, JSON.stringify(envelope));
}

function start(): Revocations {
  const revocations = new Revocations({ keepMs: 60_000 });
  feed = startRevocationFeed({ natsUrl, province, revocations, log });
  return revocations;
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it did not happen within 15 seconds');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('what ends is refused, whether it ended before or after the gateway started', async () => {
  await newProvince();
  const early = somebody();
  await publish(SessionEnded, {
    sessionId: early.sessionId,
    accountId: early.accountId,
    reason: 'SIGNED_OUT',
  });
  const revocations = start();
  await until(() => revocations.find(early) === 'SESSION_ENDED');

  const locked = somebody({ signedInAt: new Date(Date.now() - 1_000) });
  expect(revocations.find(locked)).toBeNull();
  await publish(AccountLocked, { accountId: locked.accountId });
  await until(() => revocations.find(locked) === 'ACCOUNT_LOCKED');

  const { positionId, unitId } = PositionEnded.example;
  const secretary = somebody({
    capacity: { positionId, unitId, role: 'BRANCH_SECRETARY', title: 'Bí thư chi bộ' },
  });
  expect(revocations.find(secretary)).toBeNull();
  await publish(PositionEnded, PositionEnded.example);
  await until(() => revocations.find(secretary) === 'POSITION_ENDED');
});

test('garbage is passed over, and what follows is heard', async () => {
  await newProvince();
  const revocations = start();
  const stream = jetstream(nats);
  const subject = subjectOf(province, 'identity', 'SessionEnded');
  await stream.publish(subject, 'not json');
  await stream.publish(subject, JSON.stringify({ sessionId: 'x' }));
  await publish(SessionEnded, { sessionId: 'no uuid' } as never);
  const actor = somebody();
  await publish(SessionEnded, {
    sessionId: actor.sessionId,
    accountId: actor.accountId,
    reason: 'SIGNED_OUT',
  });
  await until(() => revocations.find(actor) === 'SESSION_ENDED');
  expect(revocations.size).toBe(1);
});

test('a NATS that has lost everything is listened to again', async () => {
  await newProvince();
  const revocations = start();
  await until(() => feed?.isListening() === true);
  await (await managerOf(nats)).streams.delete(streamName(province, 'identity'));
  const actor = somebody();
  const say = async () => {
    await ensureStream(await managerOf(nats), province, 'identity');
    await publish(SessionEnded, {
      sessionId: actor.sessionId,
      accountId: actor.accountId,
      reason: 'REFRESH_REUSED',
    });
  };
  await say();
  await until(() => revocations.find(actor) !== null);
});

test('a NATS that is not there stops nothing', async () => {
  await newProvince();
  const revocations = new Revocations({ keepMs: 60_000 });
  feed = startRevocationFeed({ natsUrl: 'nats://127.0.0.1:1', province, revocations, log });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(feed.isListening()).toBe(false);
});

test('what nobody can hold a token for any more is forgotten', () => {
  const revocations = new Revocations({ keepMs: 1_000 });
  const actor = somebody({ signedInAt: new Date(0) });
  revocations.endSession(actor.sessionId);
  revocations.lockAccount(actor.accountId, new Date());
  revocations.endPosition(randomUUID());
  revocations.sweep();
  expect(revocations.size).toBe(3);
  revocations.sweep(Date.now() + 2_000);
  expect(revocations.size).toBe(0);
});
