import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { deadLetters, replay, status } from '@dang/events/operate';
import { recordEvents } from '@dang/events/outbox';
import { defineReaction } from '@dang/events/reaction';
import { LampLit, makeTwoServices, type TwoServices, until } from '@dang/events/testing';
import { releaseLostConnections } from '@dang/service/lost-connections';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { freePort } from './servers/free-port.ts';
import { type NatsServer, startNats } from './servers/nats-server.ts';
import { type PostgresServer, startPostgres } from './servers/postgres-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'dang-outage-'));
const cacheDirectory = join(import.meta.dirname, '..', '..', '.data', 'cache');
const say = () => {};
let nats: NatsServer;
let postgres: PostgresServer;
let two: TwoServices;

const natsUp = (port: number) =>
  startNats({ dataDirectory: join(folder, 'nats'), port, cacheDirectory, durable: true, say });
const postgresUp = (port: number) =>
  startPostgres({ dataDirectory: join(folder, 'postgres'), port, durable: true, say });

beforeAll(async () => {
  chmodSync(folder, 0o755);
  [nats, postgres] = await Promise.all([natsUp(await freePort()), postgresUp(await freePort())]);
});
afterAll(async () => {
  await Promise.all([nats.stop(), postgres.stop()]);
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  two = await makeTwoServices({
    database: postgres.url('postgres'),
    nats: nats.url,
    driverOptions: { onPoolCreated: releaseLostConnections },
  });
});
afterEach(() => two.close());

const write = defineReaction({
  name: 'write',
  event: LampLit,
  handle: async ({ em }, { data }) => {
    await em.execute('insert into heard (lamp, step) values (?, ?)', [data.lamp, data.step]);
  },
});

const record = (step: number) =>
  two.lamps.orm.em
    .fork()
    .transactional((em) => recordEvents(em, LampLit, [{ aggregateId: 'a', data: { lamp: 'a', step } }]));

/** Records `count` steps, one a transaction; one that the database does not take is recorded again later. */
async function recordSteadily(count: number): Promise<void> {
  for (let step = 0; step < count; ) {
    try {
      await record(step);
      step += 1;
    } catch {
      await pause(50);
    }
    await pause(2);
  }
}

const settled = () =>
  until(async () => {
    const places = [
      { name: 'lamps', databaseUrl: two.lamps.url, upstreams: [] },
      { name: 'watch', databaseUrl: two.watch.url, upstreams: ['lamps'] },
    ];
    return (await status(places, two.nats, two.province).catch(() => null))?.isSettled === true;
  }, 25_000);

const steps = (count: number) => Array.from({ length: count }, (_, step) => `a${step}`);

async function kill(server: { pid: number }): Promise<void> {
  process.kill(server.pid, 'SIGKILL');
  await pause(300);
}

test('a nats-server killed twice in the middle loses nothing, doubles nothing and changes no order', async () => {
  two.relay();
  two.consumers([write]);
  const recording = recordSteadily(400);
  for (let round = 0; round < 2; round += 1) {
    await pause(400);
    await kill(nats);
    await pause(500);
    nats = await natsUp(nats.port);
  }
  await recording;
  await settled();
  expect(await two.heard()).toEqual(steps(400));
  expect(await deadLetters(two.watch.url)).toEqual([]);
});

test('a NATS that comes back empty gets what had not left by itself, and the rest from a replay', async () => {
  const relay = two.relay();
  const consumers = two.consumers([write]);
  await record(0);
  await settled();
  await consumers.stop();
  await record(1);
  await until(async () => (await relay.lag()) === 0);
  await kill(nats);
  rmSync(join(folder, 'nats', 'store'), { recursive: true, force: true });
  await record(2);
  nats = await natsUp(nats.port);
  two.consumers([write]);
  await settled();
  expect(await two.heard()).toEqual(['a0', 'a2']);
  await replay({ service: 'lamps', databaseUrl: two.lamps.url, nats: two.nats, province: two.province });
  await settled();
  expect(await two.heard()).toEqual(['a0', 'a2', 'a1']);
});

test('a PostgreSQL killed in the middle parks nothing; everything arrives once when it is back', async () => {
  two.relay();
  two.consumers([write]);
  const recording = recordSteadily(300);
  await pause(400);
  await kill(postgres);
  await pause(500);
  postgres = await postgresUp(postgres.port);
  await recording;
  await settled();
  // A recording whose answer was lost in the crash may have been made twice by the writer; never by the events.
  const heard = await two.heard();
  expect(heard.filter((each, index) => each !== heard[index - 1])).toEqual(steps(300));
  expect(heard.length).toBeLessThanOrEqual(301);
  const parked = await two.watch.orm.em.fork().execute('select id from parked_event');
  expect(parked).toEqual([]);
});

test('an event whose own work breaks the connection every time is parked while the others go on', async () => {
  two.relay();
  two.consumers([
    defineReaction({
      name: 'breaks-connection',
      event: LampLit,
      handle: async ({ em }, { data }) => {
        if (data.step === 1) await em.execute('select pg_terminate_backend(pg_backend_pid())');
        await em.execute('insert into heard (lamp, step) values (?, ?)', [data.lamp, data.step]);
      },
    }),
  ]);
  await two.lamps.orm.em.fork().transactional((em) =>
    recordEvents(em, LampLit, [
      { aggregateId: 'a', data: { lamp: 'a', step: 0 } },
      { aggregateId: 'b', data: { lamp: 'b', step: 1 } },
      { aggregateId: 'c', data: { lamp: 'c', step: 2 } },
    ]),
  );
  await until(async () => (await two.heard()).length === 2);
  expect(await two.heard()).toEqual(['a0', 'c2']);
  expect(await deadLetters(two.watch.url)).toMatchObject([{ aggregateId: 'b', status: 'RETRYING' }]);
});
