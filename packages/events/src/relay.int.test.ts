import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import { Registry } from 'prom-client';
import { openConnection } from './leader.ts';
import { recordEvents } from './outbox.ts';
import { startRelay } from './relay.ts';
import { managerOf, streamName } from './stream.ts';
import { LampLit, makeTwoServices, silent, type TwoServices, until } from './testing.ts';

let two: TwoServices;
const writers: { end(): Promise<void> }[] = [];
beforeEach(async () => {
  two = await makeTwoServices();
});
afterEach(async () => {
  await Promise.all(writers.splice(0).map((each) => each.end()));
  await two.close();
});

const record = (lamp: string, ...steps: number[]) =>
  two.lamps.orm.em.fork().transactional((em) =>
    recordEvents(
      em,
      LampLit,
      steps.map((step) => ({ aggregateId: lamp, data: { lamp, step } })),
    ),
  );

/** What lies in the stream, in its order. */
async function published(): Promise<string[]> {
  const manager = await managerOf(two.nats);
  const stream = streamName(two.province, 'lamps');
  const info = await manager.streams.info(stream).catch(() => null);
  if (!info || info.state.messages === 0) return [];
  const consumer = await jetstream(two.nats).consumers.get(stream);
  const messages = await consumer.fetch({ max_messages: info.state.messages, expires: 1000 });
  const seen: string[] = [];
  for await (const message of messages) {
    const { data } = message.json<{ data: { lamp: string; step: number } }>();
    seen.push(`${data.lamp}${data.step}`);
    if (seen.length === info.state.messages) break;
  }
  return seen;
}

const unpublished = async (): Promise<number> => {
  const rows = await two.lamps.orm.em
    .fork()
    .execute<{ count: number }[]>('select count(*)::int from outbox where published_at is null');
  return rows[0]?.count ?? -1;
};

/** A writer of its own, whose transaction the test opens and ends. */
async function writer(url = two.lamps.url) {
  const { client } = await openConnection(url, 'writer');
  writers.push(client);
  return {
    run: (sql: string) => client.query(sql),
    lit: (lamp: string, step: number) =>
      client.query(
        `insert into outbox (service, name, aggregate_id, data) values ('lamps', 'LampLit', $1, $2)`,
        [lamp, { lamp, step }],
      ),
  };
}

describe('what leaves', () => {
  test('is what was committed, in the order of its recording, once, marked and kept', async () => {
    const relay = two.relay();
    await record('a', 1, 2, 3);
    await record('b', 1);
    await until(async () => (await unpublished()) === 0);
    expect(await published()).toEqual(['a1', 'a2', 'a3', 'b1']);
    expect(await relay.lag()).toBe(0);
    const kept = await two.lamps.orm.em.fork().execute('select id from outbox');
    expect(kept).toHaveLength(4);
  });

  test('is never what was rolled back', async () => {
    two.relay();
    const failing = two.lamps.orm.em.fork().transactional(async (em) => {
      await recordEvents(em, LampLit, [{ aggregateId: 'a', data: { lamp: 'a', step: 1 } }]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await record('b', 1);
    await until(async () => (await unpublished()) === 0);
    expect(await published()).toEqual(['b1']);
  });

  test('waits for a transaction that recorded earlier and commits later, and then goes behind it', async () => {
    two.relay();
    const slow = await writer();
    await slow.run('begin');
    await slow.lit('slow', 1);
    await record('quick', 2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await published()).toEqual([]);
    expect(await unpublished()).toBe(1);
    await slow.run('commit');
    await until(async () => (await unpublished()) === 0);
    expect(await published()).toEqual(['slow1', 'quick2']);
  });

  test('keeps the order of two changes of one thing, though the second began before the first', async () => {
    const [first, second, bystander] = await Promise.all([writer(), writer(), writer()]);
    // The second writer has the lower transaction id, waits for the first's row lock, and records after it.
    await second.run('begin');
    await second.run('select pg_current_xact_id()');
    await bystander.run('begin');
    await bystander.run('select pg_current_xact_id()');
    await first.run('begin');
    await first.lit('a', 1);
    await first.run('commit');
    await second.lit('a', 2);
    await second.run('commit');
    // Now the second's transaction is below xmin and the first's is not: the second must not pass.
    two.relay();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await published()).toEqual([]);
    await bystander.run('rollback');
    await until(async () => (await unpublished()) === 0);
    expect(await published()).toEqual(['a1', 'a2']);
  });

  test('waits for nobody in another database of the cluster, however old the transaction there', async () => {
    const [elsewhere, slow] = await Promise.all([writer(two.watch.url), writer()]);
    await elsewhere.run('begin');
    await elsewhere.run('select pg_current_xact_id()');
    await record('a', 1);
    two.relay();
    await until(async () => (await unpublished()) === 0);
    expect(await published()).toEqual(['a1']);
    // Beside it, one of its own database still holds back what came after.
    await slow.run('begin');
    await slow.lit('slow', 1);
    await record('quick', 2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await unpublished()).toBe(1);
    await slow.run('commit');
    await until(async () => (await unpublished()) === 0);
    expect(await published()).toEqual(['a1', 'slow1', 'quick2']);
    await elsewhere.run('rollback');
  });

  test('is stored once when the relay dies between publishing and marking', async () => {
    const relay = two.relay();
    await record('a', 1, 2);
    await until(async () => (await unpublished()) === 0);
    await relay.stop();
    await two.lamps.orm.em.fork().execute('update outbox set published_at = null');
    await record('a', 3);
    two.relay();
    await until(async () => (await unpublished()) === 0);
    expect(await published()).toEqual(['a1', 'a2', 'a3']);
  });

  test('leaves in order also when far more waits than fits one batch', async () => {
    await record('a', ...Array.from({ length: 950 }, (_, step) => step));
    two.relay();
    await until(async () => (await unpublished()) === 0);
    expect(await published()).toEqual(Array.from({ length: 950 }, (_, step) => `a${step}`));
  });
});

describe('a relay', () => {
  test('makes the stream again when it has vanished, and sends what waits', async () => {
    two.relay();
    await record('a', 1);
    await until(async () => (await unpublished()) === 0);
    await (await managerOf(two.nats)).streams.delete(streamName(two.province, 'lamps'));
    await record('a', 2);
    await until(async () => (await unpublished()) === 0);
    expect(await published()).toEqual(['a2']);
  });

  test('stands by while another leads, and takes over when that one stops', async () => {
    const [leading, standby] = [two.relay(), two.relay()];
    await record('a', 1);
    await until(async () => (await unpublished()) === 0);
    await leading.stop();
    await record('a', 2);
    await until(async () => (await unpublished()) === 0);
    await standby.stop();
    expect(await published()).toEqual(['a1', 'a2']);
  });

  test('goes on when its database connection is cut', async () => {
    two.relay();
    await record('a', 1);
    await until(async () => (await unpublished()) === 0);
    const admin = await writer();
    await admin.run(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lamps relay'
       and datname = current_database()`,
    );
    await record('a', 2);
    await until(async () => (await unpublished()) === 0);
    expect(await published()).toEqual(['a1', 'a2']);
  });

  test('tells how many events wait and how many have left', async () => {
    const metrics = new Registry();
    await record('a', 1, 2);
    const options = { databaseUrl: two.lamps.url, nats: two.nats, service: 'lamps', province: two.province };
    const relay = startRelay({ ...options, log: silent, metrics });
    await until(async () => (await unpublished()) === 0);
    await until(async () => (await metrics.metrics()).includes('events_published_total{service="lamps"} 2'));
    expect(await metrics.metrics()).toContain('events_outbox_unpublished{service="lamps"} 0');
    await relay.stop();
  });
});
