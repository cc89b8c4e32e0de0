import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { EventContract } from './contract.ts';
import {
  deadLetters,
  discardDeadLetter,
  rebuild,
  replay,
  retryDeadLetter,
  status,
  upstreamsOf,
} from './operate.ts';
import { recordEvents } from './outbox.ts';
import { type AnyReaction, defineProjection, defineReaction } from './reaction.ts';
import { managerOf, streamName } from './stream.ts';
import { LampLit, LampRecorded, makeTwoServices, type TwoServices, until } from './testing.ts';

let two: TwoServices;
beforeEach(async () => {
  two = await makeTwoServices();
});
afterEach(() => two.close());

type Lamp = { lamp: string; step: number };

const places = () => [
  { name: 'lamps', databaseUrl: two.lamps.url, upstreams: [] },
  { name: 'watch', databaseUrl: two.watch.url, upstreams: ['lamps'] },
];
const look = () => status(places(), two.nats, two.province);
const settled = () => until(async () => (await look()).isSettled, 20_000);

const record = (lamp: string, steps: number[], contract: EventContract<string, Lamp> = LampLit) =>
  two.lamps.orm.em.fork().transactional((em) =>
    recordEvents(
      em,
      contract,
      steps.map((step) => ({ aggregateId: lamp, data: { lamp, step } })),
    ),
  );

const facts = (broken: Set<string> = new Set()): AnyReaction =>
  defineReaction({
    name: 'facts',
    event: LampLit,
    handle: async ({ em }, { data }) => {
      if (broken.has(`${data.lamp}${data.step}`)) throw new Error('broken');
      await em.execute('insert into heard (lamp, step) values (?, ?)', [data.lamp, data.step]);
    },
  });

/** The highest step of every lamp. */
const lamps = defineProjection({
  name: 'lamps',
  tables: ['lamp_copy'],
  reactions: [
    defineReaction({
      name: 'copy-lamps',
      event: LampRecorded,
      handle: async ({ em }, { data }) => {
        await em.execute(
          `insert into lamp_copy (lamp, step) values (?, ?) on conflict (lamp)
           do update set step = excluded.step where lamp_copy.step < excluded.step`,
          [data.lamp, data.step],
        );
      },
    }),
  ],
});
const copies = async (): Promise<string[]> => {
  const rows = await two.watch.orm.em
    .fork()
    .execute<Lamp[]>('select lamp, step from lamp_copy order by lamp');
  return rows.map(({ lamp, step }) => `${lamp}${step}`);
};
const withCopies = () =>
  two.watch.orm.em.fork().execute('create table lamp_copy (lamp text primary key, step int not null)');

describe('status', () => {
  test('is settled only when everything has left and has been taken in', async () => {
    await record('a', [1]);
    expect(await look()).toMatchObject({
      isSettled: false,
      services: [
        { service: 'lamps', unpublished: 1, oldestUnpublishedAt: expect.any(Date), hears: [] },
        { service: 'watch', hears: [{ upstream: 'lamps', lag: Number.POSITIVE_INFINITY }] },
      ],
    });
    two.relay();
    await until(async () => (await look()).services[0]?.unpublished === 0);
    expect((await look()).isSettled).toBe(false);
    two.consumers([facts()]);
    await settled();
    expect(await two.heard()).toEqual(['a1']);
  });

  test('counts what is parked', async () => {
    two.relay();
    two.consumers([facts(new Set(['a1']))]);
    await record('a', [1, 2]);
    await until(async () => (await look()).services[1]?.parked.WAITING === 1);
    expect((await look()).services[1]?.parked).toEqual({ RETRYING: 1, WAITING: 1, DEAD: 0 });
    expect((await look()).isSettled).toBe(false);
  });

  test('knows from the reactions which services are heard', () => {
    expect(upstreamsOf({ reactions: [facts()], projections: [lamps] })).toEqual(['lamps']);
  });
});

describe('replay', () => {
  const send = (since?: Date) =>
    replay({ service: 'lamps', databaseUrl: two.lamps.url, nats: two.nats, province: two.province, since });

  test('repeats no effect for those who had it, and heals those whom NATS lost it for', async () => {
    await withCopies();
    two.relay();
    const before = two.consumers([facts()], [lamps]);
    await record('a', [1, 2]);
    await record('a', [7], LampRecorded);
    await settled();
    await before.stop();
    // Three more leave, nobody hears them, and NATS loses everything.
    await record('b', [1, 2]);
    await record('b', [9], LampRecorded);
    await until(async () => (await look()).services[0]?.unpublished === 0);
    await (await managerOf(two.nats)).streams.delete(streamName(two.province, 'lamps'));
    two.consumers([facts()], [lamps]);
    await settled();
    expect(await two.heard()).toEqual(['a1', 'a2']);

    expect(await send()).toBe(6);
    await settled();
    expect(await two.heard()).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(await copies()).toEqual(['a7', 'b9']);
    expect(await send()).toBe(6);
    await settled();
    expect(await two.heard()).toHaveLength(4);
  });

  test('goes back no further than it is told, and keeps order beside a relay at work', async () => {
    two.relay();
    const steps = Array.from({ length: 600 }, (_, step) => step);
    await record('a', steps);
    await until(async () => (await look()).services[0]?.unpublished === 0);
    expect(await send(new Date(Date.now() + 60_000))).toBe(0);
    await (await managerOf(two.nats)).streams.delete(streamName(two.province, 'lamps'));
    const live = (async () => {
      for (let step = 0; step < 40; step += 1) await record('live', [step]);
    })();
    await Promise.all([send(), live]);
    two.consumers([facts()]);
    await settled();
    const heard = await two.heard();
    expect(heard.filter((each) => each.startsWith('a'))).toEqual(steps.map((step) => `a${step}`));
    expect(heard.filter((each) => each.startsWith('live'))).toHaveLength(40);
  });
});

describe('dead letters', () => {
  test('are listed, tried again by hand, and let the facts behind them go on', async () => {
    const broken = new Set(['a1']);
    two.relay();
    two.consumers([facts(broken)]);
    await record('a', [1, 2]);
    await until(async () => (await deadLetters(two.watch.url)).length === 2);
    await two.watch.orm.em
      .fork()
      .execute(`update parked_event set status = 'DEAD' where status = 'RETRYING'`);
    const [dead, waiting] = await deadLetters(two.watch.url);
    expect(dead).toMatchObject({
      status: 'DEAD',
      reaction: 'facts',
      name: 'LampLit',
      aggregateId: 'a',
      reason: 'broken',
    });
    // The one behind may not be pulled forward.
    expect(await retryDeadLetter(two.watch.url, waiting?.id ?? '')).toBe(true);
    expect((await deadLetters(two.watch.url))[1]).toMatchObject({ status: 'WAITING' });
    broken.clear();
    expect(await retryDeadLetter(two.watch.url, dead?.id ?? '')).toBe(true);
    await until(async () => (await deadLetters(two.watch.url)).length === 0);
    expect(await two.heard()).toEqual(['a1', 'a2']);
    expect(await retryDeadLetter(two.watch.url, dead?.id ?? '')).toBe(false);
  });

  test('are discarded by hand: no effect, not even by a replay, and the facts behind go on', async () => {
    two.relay();
    two.consumers([facts(new Set(['a1']))]);
    await record('a', [1, 2]);
    await until(async () => (await deadLetters(two.watch.url)).length === 2);
    const [first] = await deadLetters(two.watch.url);
    expect(await discardDeadLetter(two.watch.url, first?.id ?? '')).toBe(true);
    await until(async () => (await two.heard()).length === 1);
    await replay({ service: 'lamps', databaseUrl: two.lamps.url, nats: two.nats, province: two.province });
    await settled();
    expect(await two.heard()).toEqual(['a2']);
    expect(await discardDeadLetter(two.watch.url, crypto.randomUUID())).toBe(false);
  });
});

describe('rebuild', () => {
  test('fills an emptied projection again and repeats no other effect', async () => {
    await withCopies();
    two.relay();
    two.consumers([facts()], [lamps]);
    await record('a', [1]);
    await record('a', [3, 5], LampRecorded);
    await record('b', [4], LampRecorded);
    await settled();
    await two.watch.orm.em.fork().execute(`update lamp_copy set step = 99`);
    const [, place] = places();
    if (!place) throw new Error('no place');
    const options = { place, projection: lamps, nats: two.nats, province: two.province };
    await expect(rebuild({ ...options, places: [] })).rejects.toThrow('the database of lamps');
    expect(await copies()).toEqual(['a99', 'b99']);
    expect(await rebuild({ ...options, places: places() })).toBe(3);
    await settled();
    expect(await copies()).toEqual(['a5', 'b4']);
    expect(await two.heard()).toEqual(['a1']);
  });
});
