import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { letterSubject } from '@dang/events/link';
import { arrivedStream, leavingStream, openLink } from '@dang/events/link-streams';
import { pullUntilTrouble } from '@dang/events/pull-session';
import { hearSessionsSeen, sessionsSeenSubject } from '@dang/events/sessions-seen';
import { connectNats, ensureStream, findStream, managerOf, streamName } from '@dang/events/stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { keptPlaces, natsUsers, natsUsersFile, PROVINCE } from '../src/k8s/nats-users.ts';
import { serviceNames } from '../src/launcher/settings.ts';
import { freePort } from '../src/servers/free-port.ts';
import { findNatsServer, type NatsServer, runNats } from '../src/servers/nats-server.ts';

const province = '05';
const committed = new URL('../../k8s/components/nats/users.conf', import.meta.url);
const users = ['gateway', ...serviceNames, 'operator'];
// a number, a brace and a quote are read as text when the pod quotes what the Secret holds
const passwordOf = (user: string) => `7e5-${user}-{x}`;

let folder: string;
let server: NatsServer;
const connections = new Map<string, NatsConnection>();
const as = (user: string): NatsConnection => {
  const connection = connections.get(user);
  if (!connection) throw new Error(`${user} is not connected`);
  return connection;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dang-nats-users-'));
  const port = await freePort();
  const configuration = join(folder, 'nats.conf');
  writeFileSync(join(folder, 'users.conf'), readFileSync(committed, 'utf8').replaceAll(PROVINCE, province));
  writeFileSync(
    configuration,
    `listen: "127.0.0.1:${port}"\nsystem_account: SYS\njetstream { store_dir: "${folder}/store" }\ninclude ./users.conf\n`,
  );
  server = await runNats({
    program: await findNatsServer(join(import.meta.dirname, '../../.data/cache'), () => {}),
    configuration,
    port,
    environment: Object.fromEntries(
      users.map((user) => [`NATS_${user.toUpperCase()}`, `"${passwordOf(user)}"`]),
    ),
  });
  for (const user of users) {
    const url = `nats://${user}:${encodeURIComponent(passwordOf(user))}@127.0.0.1:${port}`;
    connections.set(user, await connectNats(url, user));
  }
});
afterAll(async () => {
  for (const connection of connections.values()) await connection.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const others = (name: string) => serviceNames.filter((each) => each !== name);
const subject = (service: string) => `dang.${province}.${service}.Something.v1`;
const refused = async (asked: Promise<unknown>): Promise<string> => {
  const silence = new Promise<never>((_, fail) => {
    setTimeout(() => fail(new Error('nobody answered')), 3_000).unref();
  });
  try {
    await Promise.race([asked, silence]);
    return 'done';
  } catch (error) {
    return (error as Error).message;
  }
};
const messagesOf = async (service: string): Promise<number> =>
  (await (await managerOf(as('operator'))).streams.info(streamName(province, service))).state.messages;

type Place = Awaited<ReturnType<typeof keptPlaces>>[number];
let places: Place[];

/** Pulls as the service does until the first message has come, and then stops, with or without having taken it in. */
async function pulledOnce({ service, durable, upstream }: Place, takesIn: boolean): Promise<string> {
  const stop = new AbortController();
  let said = '';
  const subscription = { nats: as(service), province, upstream, durable, subjects: [subject(upstream)] };
  const pulling = pullUntilTrouble(subscription, stop.signal, async ([message]) => {
    said = message?.string() ?? '';
    if (!takesIn) throw new Error('not taken in');
    stop.abort();
  });
  await pulling.catch((error: Error) => {
    if (error.message !== 'not taken in') throw error;
  });
  await as(service).flush();
  return said;
}

/** How far a place has acknowledged. NATS counts an acknowledgement some time after it came, so one that is not there yet is asked for again, for 5 s. */
async function acknowledgedThrough({ upstream, durable }: Place): Promise<number> {
  const { consumers } = await managerOf(as('operator'));
  for (let tries = 100; ; tries -= 1) {
    const { ack_floor } = await consumers.info(streamName(province, upstream), durable);
    if (ack_floor.stream_seq > 0 || tries === 0) return ack_floor.stream_seq;
    await sleep(50);
  }
}

test('the file is what the services make use of', async () => {
  expect(readFileSync(committed, 'utf8')).toBe(await natsUsersFile());
});

test('each service makes its own stream, and keeps its settings', async () => {
  for (const name of serviceNames) {
    const manager = await managerOf(as(name));
    await ensureStream(manager, province, name);
    await manager.streams.update(streamName(province, name), { description: name });
    await jetstream(as(name)).publish(subject(name), 'first');
    expect(await messagesOf(name)).toBe(1);
  }
});

test('each hears whom it listens to, twice, at every place that its code keeps', async () => {
  // what has arrived from other provinces is an operator's to make
  const { streams } = await managerOf(as('operator'));
  await streams.add({ name: arrivedStream(province), subjects: [`dang.${province}.arrived.>`] });
  await jetstream(as('operator')).publish(subject('arrived'), 'first');
  places = await keptPlaces();
  expect(places.length).toBeGreaterThan(15);
  for (const place of places) {
    expect(await pulledOnce(place, false)).toBe('first');
    // what was delivered and not acknowledged makes the place anew
    expect(await pulledOnce(place, true)).toBe('first');
    expect(await acknowledgedThrough(place)).toBe(1);
  }
});

test('the gateway hears what ended and says who is there; identity hears that', async () => {
  const { consumers } = jetstream(as('gateway'));
  const stream = await findStream(await managerOf(as('gateway')), province, 'identity');
  const consumer = await consumers.get(stream, {
    filter_subjects: [subject('identity'), `${subject('identity')}x`],
  });
  expect((await consumer.next({ expires: 3_000 }))?.string()).toBe('first');
  const heard: unknown[] = [];
  const ear = await hearSessionsSeen({
    natsUrl: `nats://identity:${encodeURIComponent(passwordOf('identity'))}@127.0.0.1:${server.port}`,
    province,
    queue: 'identity',
    hear: (ids) => heard.push(ids),
  });
  await new Promise((done) => setTimeout(done, 100));
  as('gateway').publish(sessionsSeenSubject(province), '{"sessionIds":[]}');
  for (let waited = 0; heard.length === 0 && waited < 3_000; waited += 20)
    await new Promise((done) => setTimeout(done, 20));
  await ear.close();
  expect(heard).toEqual([[]]);
});

test('transfers alone sends letters on, as those of this province, and makes no stream of the link', async () => {
  const name = leavingStream(province);
  await openLink(await managerOf(as('operator')), province);
  const publish = (user: string, letter: string) => refused(jetstream(as(user)).publish(letter, 'letter'));
  const ours = letterSubject(province, '38', 'LetterSentOut');
  expect(await publish('transfers', ours)).toBe('done');
  expect(await publish('transfers', letterSubject('38', '01', 'LetterSentOut'))).toMatch(/permission/i);
  expect(await publish('transfers', letterSubject(province, '38', 'TransferCompleted'))).toMatch(
    /permission/i,
  );
  for (const user of [...others('transfers'), 'gateway'])
    expect(await publish(user, ours)).toMatch(/permission/i);
  const { streams } = await managerOf(as('transfers'));
  expect((await streams.info(name)).state.messages).toBe(1);
  for (const stream of [name, arrivedStream(province)]) {
    expect(await refused(streams.update(stream, { max_msgs: 1 }))).toMatch(/permission/i);
    expect(await refused(streams.purge(stream))).toMatch(/permission/i);
    expect(await refused(streams.add({ name: stream, sources: [{ name: 'DANG_05_FEES' }] }))).toMatch(
      /permission/i,
    );
  }
});

describe('nobody', () => {
  test.each([...serviceNames, 'gateway'])('says as %s what another service says', async (user) => {
    for (const other of others(user)) {
      const before = await messagesOf(other);
      expect(await refused(jetstream(as(user)).publish(subject(other), 'not mine'))).toMatch(/permission/i);
      expect(await messagesOf(other)).toBe(before);
    }
    const [first = ''] = others(user);
    const manager = await managerOf(as(user));
    const stream = streamName(province, first);
    expect(await refused(manager.streams.delete(stream))).toMatch(/permission/i);
    expect(await refused(manager.streams.purge(stream))).toMatch(/permission/i);
    expect(await refused(manager.streams.update(stream, { max_msgs: 1 }))).toMatch(/permission/i);
  });

  test('keeps, moves or empties the place of another', async () => {
    const stream = streamName(province, 'identity');
    const filter_subject = subject('identity');
    const look = await managerOf(as('operator'));
    for (const place of places.filter(({ upstream }) => upstream === 'identity')) {
      const before = (await look.consumers.info(stream, place.durable)).config;
      for (const user of ['gateway', 'fees', 'orgtree'].filter((each) => each !== place.service)) {
        const { consumers } = await managerOf(as(user));
        expect(await refused(consumers.delete(stream, place.durable))).toMatch(/permission/i);
        for (const durable of [{ durable_name: place.durable }, { name: place.durable }]) {
          expect(await refused(consumers.add(stream, { ...durable, filter_subject }))).toMatch(/permission/i);
        }
        // the way by which the gateway makes consumers without a name: a name in it must not take a place over
        await refused(
          as(user).request(
            `$JS.API.CONSUMER.CREATE.${stream}`,
            JSON.stringify({
              stream_name: stream,
              config: { name: place.durable, filter_subject, ack_policy: 'explicit' },
            }),
          ),
        );
        expect((await look.consumers.info(stream, place.durable)).config).toEqual(before);
      }
    }
  });

  test.each(['orgtree', 'gateway', 'operator'])('listens as %s to what others are told', async (user) => {
    for (const overheard of ['_INBOX_fees.>', '>', `dang.${province}.>`]) {
      const why = await refused(
        (async () => {
          for await (const message of as(user).subscribe(overheard)) return message.subject;
          return null;
        })(),
      );
      expect(why).toMatch(/permission/i);
    }
  });

  test('comes in with no password, or with that of another', async () => {
    for (const url of [
      `nats://127.0.0.1:${server.port}`,
      `nats://fees:${encodeURIComponent(passwordOf('orgtree'))}@127.0.0.1:${server.port}`,
    ]) {
      expect(await refused(connectNats(url, 'stranger'))).not.toBe('done');
    }
  });
});

test('each has no more than that', async () => {
  const all = await natsUsers();
  const changing = all.flatMap(({ name, publish }) =>
    publish
      .filter((right) => right.includes('STREAM.UPDATE'))
      .map((right) => `${name}: ${right.split('.').at(-1)}`),
  );
  expect(changing).toEqual(serviceNames.map((name) => `${name}: DANG_${PROVINCE}_${name.toUpperCase()}`));
  for (const { name, publish } of all.filter(({ name }) => name !== 'operator')) {
    expect([
      name,
      publish.filter((right) => /DELETE\.DANG_\w+$|PURGE|SNAPSHOT|RESTORE|^>|API\.>/.test(right)),
    ]).toEqual([name, []]);
  }
});
