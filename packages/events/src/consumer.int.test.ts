import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import type { EventContract } from './contract.ts';
import { makeEnvelope, subjectOf } from './envelope.ts';
import { recordEvents } from './outbox.ts';
import { type AnyReaction, defineReaction } from './reaction.ts';
import { ensureStream, managerOf, streamName } from './stream.ts';
import { LampLit, LampRecorded, makeTwoServices, type TwoServices, until } from './testing.ts';

let two: TwoServices;
beforeEach(async () => {
  two = await makeTwoServices();
});
afterEach(() => two.close());

type Lamp = { lamp: string; step: number };

/** Writes down what it hears; throws for those in `broken`. */
function writesDown(
  name: string,
  event: EventContract<string, Lamp>,
  broken: Set<string> = new Set(),
): AnyReaction {
  return defineReaction({
    name,
    event,
    handle: async ({ em }, { data }) => {
      await em.execute('insert into heard (lamp, step) values (?, ?)', [data.lamp, data.step]);
      if (broken.has(`${data.lamp}${data.step}`)) throw new Error(`${data.lamp}${data.step} is broken`);
    },
  });
}

const record = (lamp: string, steps: number[], contract: EventContract<string, Lamp> = LampLit) =>
  two.lamps.orm.em.fork().transactional((em) =>
    recordEvents(
      em,
      contract,
      steps.map((step) => ({ aggregateId: lamp, data: { lamp, step } })),
    ),
  );

/** Puts a message into the stream past the outbox, as a stranger or a replay would. */
const publish = (text: string, name = 'LampLit') =>
  jetstream(two.nats).publish(subjectOf(two.province, 'lamps', name), text);

const parked = () =>
  two.watch.orm.em
    .fork()
    .execute<
      { name: string; status: string; attempts: number; reason: string; aggregate: string; text: string }[]
    >(
      `select name, status, attempts, reason, aggregate_id as aggregate, envelope as text from parked_event
       order by parked_event.position`,
    );
const settled = async (consumers: { lag(): Promise<number> }, relay: { lag(): Promise<number> }) =>
  until(async () => (await relay.lag()) === 0 && (await consumers.lag()) === 0);

describe('hearing', () => {
  test('has every effect once and in order, however often a message comes', async () => {
    const [relay, consumers] = [two.relay(), two.consumers([writesDown('write', LampLit)])];
    await record('a', [1, 2, 3]);
    await settled(consumers, relay);
    await until(async () => (await two.heard()).length === 3);
    const stream = streamName(two.province, 'lamps');
    const manager = await managerOf(two.nats);
    const again = await manager.streams.getMessage(stream, { seq: 2 });
    await publish(again?.string() ?? '');
    await publish(again?.string() ?? '');
    await record('b', [1]);
    await settled(consumers, relay);
    expect(await two.heard()).toEqual(['a1', 'a2', 'a3', 'b1']);
    expect(await parked()).toEqual([]);
  });

  test('tells a reaction who did it, when, and of what', async () => {
    const seen: unknown[] = [];
    const reaction = defineReaction({
      name: 'look',
      event: LampLit,
      handle: async ({ service, province }, event) => {
        seen.push({ ...event, service: `${service} of ${province}` });
      },
    });
    two.consumers([reaction]);
    const actor = { accountId: 'acc', memberId: null, name: 'Lê Thị Hạnh', capacity: null };
    await ensureStream(await managerOf(two.nats), two.province, 'lamps');
    const event = { aggregateId: 'a', version: 3, data: { lamp: 'a', step: 1 }, actor };
    const envelope = makeEnvelope(LampLit, event, { province: two.province });
    await publish(JSON.stringify(envelope));
    await until(() => seen.length === 1);
    expect(seen[0]).toMatchObject({
      id: envelope.id,
      name: 'LampLit',
      kind: 'fact',
      aggregateId: 'a',
      version: 3,
      actor,
      data: { lamp: 'a', step: 1 },
      service: `watch of ${two.province}`,
    });
  });

  test('takes a crowd in batches, in order', async () => {
    const steps = Array.from({ length: 1500 }, (_, step) => step);
    await record('a', steps);
    const [relay, consumers] = [two.relay(), two.consumers([writesDown('write', LampLit)])];
    await until(async () => (await two.heard()).length === 1500, 20_000);
    await settled(consumers, relay);
    expect(await two.heard()).toEqual(steps.map((step) => `a${step}`));
    const rows = await two.watch.orm.em
      .fork()
      .execute<{ count: number }[]>('select count(distinct received_at)::int from inbox');
    expect(rows[0]?.count).toBeLessThan(500);
  });

  test('comes from several reactions to one event, each on its own', async () => {
    const reactions = [writesDown('good', LampLit), writesDown('bad', LampLit, new Set(['a1']))];
    const [relay, consumers] = [two.relay(), two.consumers(reactions)];
    await record('a', [1]);
    await settled(consumers, relay);
    await until(async () => (await parked()).length === 1);
    expect(await two.heard()).toEqual(['a1']);
  });
});

describe('an event that cannot be handled', () => {
  test('is parked with its reason; later facts of its aggregate wait, other aggregates and states go on', async () => {
    const broken = new Set(['a1']);
    const reactions = [writesDown('facts', LampLit, broken), writesDown('states', LampRecorded, broken)];
    const [relay, consumers] = [two.relay(), two.consumers(reactions)];
    await record('a', [1, 2]);
    await record('b', [1]);
    await record('a', [1, 2], LampRecorded);
    await record('a', [3]);
    await settled(consumers, relay);
    await until(async () => (await two.heard()).length === 2);
    expect(await two.heard()).toEqual(['b1', 'a2']);
    expect((await parked()).map(({ name, status }) => `${name} ${status}`)).toEqual([
      'LampLit RETRYING',
      'LampLit WAITING',
      'LampRecorded RETRYING',
      'LampLit WAITING',
    ]);
    expect((await parked())[0]).toMatchObject({ aggregate: 'a', reason: 'a1 is broken' });

    broken.clear();
    await until(async () => (await parked()).every(({ status }) => status === 'RESOLVED'));
    const facts = (await two.heard()).filter((_, index) => index !== 1);
    expect(facts.filter((lamp) => lamp === 'a2' || lamp === 'a3')).toEqual(['a2', 'a3']);
    expect((await two.heard()).sort()).toEqual(['a1', 'a1', 'a2', 'a2', 'a3', 'b1']);
  });

  test('is tried again with growing pauses, and dead after the sixth failure', async () => {
    two.consumers([writesDown('write', LampLit, new Set(['a1']))]);
    two.relay();
    await record('a', [1]);
    await until(async () => (await parked()).length === 1);
    for (let attempts = 2; attempts <= 6; attempts += 1) {
      await two.watch.orm.em
        .fork()
        .execute(`update parked_event set next_attempt_at = now() where status = 'RETRYING'`);
      await until(async () => (await parked())[0]?.attempts === attempts);
    }
    expect(await parked()).toMatchObject([{ status: 'DEAD', attempts: 6, reason: 'a1 is broken' }]);
    await record('a', [2]);
    await until(async () => (await parked()).length === 2);
    expect((await parked())[1]).toMatchObject({ status: 'WAITING' });
    expect(await two.heard()).toEqual([]);
  });

  test('that is garbage is parked dead with what it said, once, and the rest goes on', async () => {
    const consumers = two.consumers([writesDown('write', LampLit)]);
    await until(async () => (await consumers.lag()) === 0);
    const good = makeEnvelope(
      LampLit,
      { aggregateId: 'a', data: { lamp: 'a', step: 1 } },
      { province: two.province },
    );
    const garbage = [
      'not json at all \0 \u{1F4A5}',
      '{}',
      '',
      JSON.stringify({ ...good, id: 'not-a-uuid' }),
      JSON.stringify({ ...good, type: 'dang.lamps.LampRecorded.v1' }),
      JSON.stringify({ ...good, id: crypto.randomUUID(), data: { lamp: 'a', step: 'x' } }),
      JSON.stringify({ ...good, id: crypto.randomUUID(), actorid: 'x', capacity: '{' }),
    ];
    for (const text of garbage) await publish(text);
    await publish('not json at all \0 \u{1F4A5}');
    await jetstream(two.nats).publish(
      subjectOf(two.province, 'lamps', 'LampLit'),
      new Uint8Array([0xff, 0xfe, 0x00]),
    );
    await publish(
      JSON.stringify(
        makeEnvelope(LampLit, { aggregateId: 'b', data: { lamp: 'b', step: 1 } }, { province: two.province }),
      ),
    );
    await until(async () => (await two.heard()).length === 1);
    expect(await two.heard()).toEqual(['b1']);
    const dead = await parked();
    expect(dead).toHaveLength(8);
    expect(dead.every(({ status }) => status === 'DEAD')).toBe(true);
    expect(dead[0]).toMatchObject({
      reason: 'the message is not JSON',
      text: expect.stringContaining('not json at all'),
    });
    expect(dead.find(({ name }) => name === 'LampLit')?.reason).toContain('breaks the contract: step');
  });

  test('that no reaction asked for is not even delivered', async () => {
    const [relay, consumers] = [two.relay(), two.consumers([writesDown('write', LampRecorded)])];
    await record('a', [1]);
    await record('a', [2], LampRecorded);
    await settled(consumers, relay);
    await until(async () => (await two.heard()).length === 1);
    expect(await two.heard()).toEqual(['a2']);
  });
});

describe('a consumer', () => {
  test('is made again when it is deleted, or its whole stream', async () => {
    const [relay, consumers] = [two.relay(), two.consumers([writesDown('write', LampLit)])];
    await record('a', [1]);
    await settled(consumers, relay);
    const manager = await managerOf(two.nats);
    await manager.consumers.delete(streamName(two.province, 'lamps'), 'watch');
    await record('a', [2]);
    await until(async () => (await two.heard()).length === 2);
    await manager.streams.delete(streamName(two.province, 'lamps'));
    await record('a', [3]);
    await until(async () => (await two.heard()).length === 3, 20_000);
    await settled(consumers, relay);
    expect(await two.heard()).toEqual(['a1', 'a2', 'a3']);
  });

  test('goes on where it stopped, and hears a new subject from the beginning', async () => {
    const relay = two.relay();
    const first = two.consumers([writesDown('write', LampLit)]);
    await record('a', [1]);
    await record('s', [1], LampRecorded);
    await settled(first, relay);
    await until(async () => (await two.heard()).length === 1);
    await first.stop();
    await record('a', [2]);
    const second = two.consumers([writesDown('write', LampLit), writesDown('states', LampRecorded)]);
    await until(async () => (await two.heard()).length === 3);
    await settled(second, relay);
    expect(await two.heard()).toEqual(['a1', 's1', 'a2']);
  });

  test('whose process died with messages in hand gets those again before newer ones', async () => {
    const relay = two.relay();
    const first = two.consumers([writesDown('write', LampLit)]);
    await record('a', [1]);
    await settled(first, relay);
    await first.stop();
    // Somebody takes two messages and dies without a word.
    await record('a', [2, 3]);
    await until(async () => (await relay.lag()) === 0);
    const consumer = await jetstream(two.nats).consumers.get(streamName(two.province, 'lamps'), 'watch');
    const taken = await consumer.fetch({ max_messages: 2, expires: 1000 });
    for await (const message of taken) expect(message.info.deliverySequence).toBeGreaterThan(1);
    await record('a', [4]);
    const begun = Date.now();
    two.consumers([writesDown('write', LampLit)]);
    await until(async () => (await two.heard()).length === 4);
    expect(await two.heard()).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(Date.now() - begun).toBeLessThan(5000);
  });

  test('leaves everything to another process of the same service, until that one stops', async () => {
    const relay = two.relay();
    const leading = two.consumers([writesDown('write', LampLit)]);
    await until(async () => (await leading.lag()) === 0);
    const standby = two.consumers([writesDown('write', LampLit)]);
    await record('a', [1]);
    await settled(standby, relay);
    await leading.stop();
    await record('a', [2]);
    await until(async () => (await two.heard()).length === 2);
    expect(await two.heard()).toEqual(['a1', 'a2']);
  });

  test('refuses two reactions of one name', () => {
    const same = [writesDown('write', LampLit), writesDown('write', LampRecorded)];
    expect(() => two.consumers(same)).toThrow('watch has two reactions called write');
  });
});
