import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import { startConsumers } from './consumer.ts';
import { subjectOf } from './envelope.ts';
import { deadLetters, retryDeadLetter, status } from './operate.ts';
import { recordEvents } from './outbox.ts';
import { type AnyReaction, defineReaction } from './reaction.ts';
import { clock, LampLit, makeTwoServices, silent, type TwoServices, until } from './testing.ts';

let two: TwoServices;
beforeEach(async () => {
  two = await makeTwoServices();
});
afterEach(() => two.close());

/** Writes down what it hears as `<as>:<lamp>`; throws for those in `broken`, and waits for `gate`. */
function writesDown(as: string, options: { broken?: Set<string>; gate?: Promise<void> } = {}): AnyReaction {
  return defineReaction({
    name: 'write',
    event: LampLit,
    handle: async ({ em }, { data: { lamp, step } }) => {
      await options.gate;
      if (options.broken?.has(`${lamp}${step}`)) throw new Error(`${lamp}${step} is broken`);
      await em.execute('insert into heard (lamp, step) values (?, ?)', [`${as}:${lamp}`, step]);
    },
  });
}

const record = (lamp: string, steps: number[]) =>
  two.lamps.orm.em.fork().transactional((em) =>
    recordEvents(
      em,
      LampLit,
      steps.map((step) => ({ aggregateId: lamp, data: { lamp, step } })),
    ),
  );
const heardBy = async (as: string) =>
  (await two.heard()).filter((each) => each.startsWith(`${as}:`)).map((each) => each.slice(as.length + 1));
const look = async () => {
  const asides = [{ name: 'bells', upstreams: ['lamps'] }];
  const places = [{ name: 'watch', databaseUrl: two.watch.url, upstreams: ['lamps'], asides }];
  const { services, isSettled } = await status(places, two.nats, two.province);
  return { ...services[0], isSettled };
};

describe('an aside', () => {
  test('hears the same events as the service, each has every effect once', async () => {
    two.relay();
    two.consumers([writesDown('own')]);
    two.consumers([writesDown('bells')], [], 'bells');
    await record('a', [1, 2]);
    await until(async () => (await two.heard()).length === 4);
    expect(await heardBy('own')).toEqual(['a1', 'a2']);
    expect(await heardBy('bells')).toEqual(['a1', 'a2']);
  });

  test('holds nothing up in the service while it stands still, and catches up later', async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    two.relay();
    two.consumers([writesDown('own')]);
    two.consumers([writesDown('bells', { gate })], [], 'bells');
    await record('a', [1, 2, 3]);
    await until(async () => (await heardBy('own')).length === 3);
    expect(await heardBy('bells')).toEqual([]);
    await until(async () => {
      const lags = (await look()).hears?.map(({ aside, lag }) => `${aside} ${lag > 0}`);
      return `${lags}` === 'null false,bells true';
    });
    expect((await look()).isSettled).toBe(false);
    open();
    await until(async () => (await heardBy('bells')).length === 3);
    await until(async () => (await look()).isSettled);
  });

  test('parks for itself: a fact stuck in it stops no later fact in the service, and the other way round', async () => {
    const inAside = new Set(['a1']);
    const inService = new Set(['b1']);
    two.relay();
    two.consumers([writesDown('own', { broken: inService })]);
    two.consumers([writesDown('bells', { broken: inAside })], [], 'bells');
    await record('a', [1, 2]);
    await record('b', [1, 2]);
    await until(async () => (await deadLetters(two.watch.url)).length === 4);
    expect(await heardBy('own')).toEqual(['a1', 'a2']);
    expect(await heardBy('bells')).toEqual(['b1', 'b2']);

    const letters = await deadLetters(two.watch.url);
    expect(letters.map(({ reaction, status: is }) => `${reaction} ${is}`).sort()).toEqual([
      'bells/write RETRYING',
      'bells/write WAITING',
      'write RETRYING',
      'write WAITING',
    ]);
    inAside.clear();
    inService.clear();
    for (const { id, status: is } of letters) {
      if (is === 'RETRYING') expect(await retryDeadLetter(two.watch.url, id)).toBe(true);
    }
    await until(async () => (await deadLetters(two.watch.url)).length === 0);
    expect(await heardBy('own')).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(await heardBy('bells')).toEqual(['b1', 'b2', 'a1', 'a2']);
  });

  test('parks what cannot be read once for each of the two', async () => {
    two.relay();
    const parts = [two.consumers([writesDown('own')]), two.consumers([writesDown('bells')], [], 'bells')];
    await record('a', [1]);
    await until(async () => (await two.heard()).length === 2);
    await jetstream(two.nats).publish(subjectOf(two.province, 'lamps', 'LampLit'), 'no event');
    await until(async () => (await deadLetters(two.watch.url)).length === 2);
    expect((await deadLetters(two.watch.url)).map(({ reaction }) => reaction).sort()).toEqual([
      '(unreadable)',
      'bells/(unreadable)',
    ]);
    await Promise.all(parts.map((part) => part.stop()));
  });

  test('runs once, however many processes there are, beside the consumers of the service', async () => {
    const options = { orm: two.watch.orm, databaseUrl: two.watch.url, nats: two.nats, service: 'watch' };
    const more = { province: two.province, clock, log: silent, aside: 'bells' };
    two.relay();
    const first = two.consumers([writesDown('bells')], [], 'bells');
    const second = startConsumers({ ...options, ...more, reactions: [writesDown('bells')] });
    await record('a', [1, 2, 3]);
    await until(async () => (await two.heard()).length === 3);
    await first.stop();
    await record('a', [4]);
    await until(async () => (await two.heard()).length === 4);
    await second.stop();
    expect(await heardBy('bells')).toEqual(['a1', 'a2', 'a3', 'a4']);
  });
});
