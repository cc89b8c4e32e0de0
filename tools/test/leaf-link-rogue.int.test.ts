import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LetterSentOut } from '@dang/events/contracts/transfers/letter-sent-out';
import { arrivedSubject, letterSubject } from '@dang/events/link';
import {
  arrivedStream,
  arrivingBy,
  arrivingFilter,
  domainOf,
  EXCHANGE_STREAM,
  HUB_API,
  HUB_DOMAIN,
  leavingStream,
} from '@dang/events/link-streams';
import { managerOf, streamName } from '@dang/events/stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { jetstream, type StreamSource } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { messagesIn, sendLetters, until } from '../src/drills/leaf-link/letters.ts';
import {
  type LinkedProvince,
  type LinkedProvinces,
  linkProvinces,
  ROGUE,
} from '../src/drills/leaf-link/provinces.ts';
import { dialAsLeaf } from './raw-leaf.ts';

/** Nobody may be told of it but 38. */
const SECRET = String(LetterSentOut.example.subject.profileNumber);
const A_WHILE_MS = 2_500;

let folder: string;
let linked: LinkedProvinces;
let here: LinkedProvince;
let there: LinkedProvince;
/** Where the hub listens for province 01. */
let port: number;
/** Province 01, whose people do with their own server what they like. */
let rogue: NatsConnection;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dang-leaf-rogue-'));
  linked = await linkProvinces(folder, ['05', '38', '01'], { rogues: ['01'] });
  const [first, second, third] = linked.provinces as [LinkedProvince, LinkedProvince, LinkedProvince];
  here = first;
  there = second;
  rogue = third.as(ROGUE);
  port = third.cable.port;
  await sendLetters(here, 3, '38');
  await sendLetters(here, 1, '01');
  await until(async () => (await messagesIn(there, arrivedStream('38'))) >= 3, 60_000);
  await until(async () => (await messagesOf(arrivedStream('01'))) >= 1, 60_000);
});
afterAll(async () => {
  await linked?.close();
  rmSync(folder, { recursive: true, force: true });
});

const pause = (ms = A_WHILE_MS) => new Promise((resolve) => setTimeout(resolve, ms));
const messagesOf = async (stream: string): Promise<number> =>
  (await (await managerOf(rogue)).streams.info(stream)).state.messages;
const hub = (request: string) => `${HUB_API}.${request}`;
/** By whatever name the JetStream of the hub might be asked. */
const names = [HUB_API, `$JS.${HUB_DOMAIN}.API`, '$JS.API'];

/** What the hub, or a province, answers over the link; answers of JetStream pass it on these subjects only. */
async function asked(subject: string, body: object | string = {}): Promise<unknown> {
  const reply = `$JSC.R.${randomUUID().slice(0, 8)}`;
  const answers = rogue.subscribe(reply, { max: 1, timeout: 700 });
  await rogue.flush();
  await pause(50);
  rogue.publish(subject, typeof body === 'string' ? body : JSON.stringify(body), { reply });
  try {
    for await (const answer of answers) return answer.json();
  } catch {
    // nobody did
  }
  return 'nobody answers';
}

/** Nobody answers, or NATS refuses. */
const isRefused = (answer: unknown): boolean =>
  answer === 'nobody answers' || (typeof answer === 'object' && answer !== null && 'error' in answer);

const request = (config: object) => ({
  stream_name: EXCHANGE_STREAM,
  config: {
    deliver_subject: `${arrivingBy('01')}.spy`,
    ack_policy: 'none',
    deliver_policy: 'all',
    ...config,
  },
});

describe('a province that does with its own server what it likes', () => {
  test('gets what is for it, so that the silence below means something', async () => {
    expect(await messagesOf(arrivedStream('01'))).toBe(1);
    const name = `spy${randomUUID().slice(0, 6)}`;
    const subject = hub(`CONSUMER.CREATE.${EXCHANGE_STREAM}.${name}.${arrivingFilter('01')}`);
    const answer = await asked(subject, request({ name, filter_subject: arrivingFilter('01') }));
    expect(answer).toMatchObject({ stream_name: EXCHANGE_STREAM, num_pending: 1 });
  });

  test('copies no letter for another by a source or a mirror of its own making', async () => {
    const { streams } = await managerOf(rogue);
    const external = (deliver: string) => ({ api: HUB_API, deliver });
    const sources: Record<string, Partial<StreamSource>> = {
      ALL: { external: external(arrivingBy('01')) },
      UNSET: { external: { api: HUB_API } },
      EVERYTHING: { external: external(arrivingBy('01')), filter_subject: '>' },
      FROM: { external: external(arrivingBy('01')), filter_subject: 'from.>' },
      THEIRS: { external: external(arrivingBy('01')), filter_subject: arrivingFilter('38') },
      INBOX: { external: external(arrivingBy('38')), filter_subject: arrivingFilter('38') },
      ANYBODY: { external: external(arrivingBy('01')), filter_subject: arrivingFilter('*') },
      SENDER: { external: external(arrivingBy('01')), filter_subject: 'from.05.>' },
      ORIGIN: { external: { api: `$JS.${domainOf('05')}.API`, deliver: arrivingBy('01') } },
    };
    for (const [name, source] of Object.entries(sources)) {
      const from = name === 'ORIGIN' ? leavingStream('05') : EXCHANGE_STREAM;
      await streams.add({ name, sources: [{ name: from, ...source } as StreamSource] });
    }
    const mirror = { name: EXCHANGE_STREAM, external: external(arrivingBy('01')) } as StreamSource;
    await streams.add({ name: 'MIRROR', mirror });
    const own = { external: external(arrivingBy('01')), filter_subject: arrivingFilter('01') };
    await streams.add({ name: 'OWN', sources: [{ name: EXCHANGE_STREAM, ...own } as StreamSource] });
    await until(async () => (await messagesOf('OWN')) === 1, 30_000);
    await pause();
    for (const name of [...Object.keys(sources), 'MIRROR']) {
      expect([name, await messagesOf(name)]).toEqual([name, 0]);
      await streams.delete(name);
    }
  });

  test('is given no place in the exchange but for its own, whatever a request says', async () => {
    const own = arrivingFilter('01');
    const theirs = arrivingFilter('38');
    const create = (rest: string) => `CONSUMER.CREATE.${EXCHANGE_STREAM}${rest}`;
    const silent: [string, object][] = [
      [create(''), request({})],
      [create(''), request({ filter_subject: theirs })],
      [create('.spy'), request({ name: 'spy' })],
      [create(`.spy.${theirs}`), request({ name: 'spy', filter_subject: theirs })],
      [create('.spy.from.>'), request({ name: 'spy', filter_subject: 'from.>' })],
      [create('.spy.>'), request({ name: 'spy', filter_subject: '>' })],
      [`CONSUMER.DURABLE.CREATE.${EXCHANGE_STREAM}.spy`, request({ durable_name: 'spy' })],
    ];
    for (const name of names)
      for (const [subject, body] of silent)
        expect([name, subject, isRefused(await asked(`${name}.${subject}`, body))]).toEqual([
          name,
          subject,
          true,
        ]);
    // a subject that is right, and a text that asks for more
    const more: object[] = [
      { filter_subject: theirs },
      { filter_subject: '>' },
      {},
      { filter_subjects: [own, theirs] },
      { filter_subjects: ['>'] },
      { filter_subject: own, filter_subjects: [theirs] },
    ];
    for (const config of more) {
      const answer = await asked(hub(create(`.spy.${own}`)), request({ name: 'spy', ...config }));
      expect([config, answer]).toEqual([config, expect.objectContaining({ error: expect.anything() })]);
    }
    const { consumers } = await managerOf(linked.hub);
    await expect(consumers.info(EXCHANGE_STREAM, 'spy')).rejects.toThrow(/not found/);
  });

  test('reads no message, lists nothing, and pulls from nobody else’s place', async () => {
    const { consumers } = await managerOf(linked.hub);
    await consumers.add(EXCHANGE_STREAM, { durable_name: 'keeper', filter_subject: arrivingFilter('38') });
    const subjects = [
      `STREAM.MSG.GET.${EXCHANGE_STREAM}`,
      `DIRECT.GET.${EXCHANGE_STREAM}`,
      `DIRECT.GET.${EXCHANGE_STREAM}.${arrivedSubject('05', '38', 'LetterSentOut')}`,
      `STREAM.INFO.${EXCHANGE_STREAM}`,
      `STREAM.PURGE.${EXCHANGE_STREAM}`,
      `STREAM.DELETE.${EXCHANGE_STREAM}`,
      `CONSUMER.LIST.${EXCHANGE_STREAM}`,
      `CONSUMER.DELETE.${EXCHANGE_STREAM}.keeper`,
      `CONSUMER.MSG.NEXT.${EXCHANGE_STREAM}.keeper`,
    ];
    for (const name of names)
      for (const subject of subjects)
        expect([name, subject, isRefused(await asked(`${name}.${subject}`, { seq: 1 }))]).toEqual([
          name,
          subject,
          true,
        ]);
    expect(await messagesIn({ as: () => linked.hub }, EXCHANGE_STREAM)).toBe(4);
    await consumers.delete(EXCHANGE_STREAM, 'keeper');
    for (const stream of [leavingStream('05'), streamName('05', 'transfers'), arrivedStream('38')]) {
      const api = `$JS.${domainOf(stream.includes('05') ? '05' : '38')}.API`;
      for (const rest of [`CONSUMER.CREATE.${stream}`, `STREAM.INFO.${stream}`, `DIRECT.GET.${stream}`])
        expect([rest, isRefused(await asked(`${api}.${rest}`, { seq: 1 }))]).toEqual([rest, true]);
    }
  });

  test('has what is for it brought to no door of the hub, where it would be a request', async () => {
    const before = await messagesIn({ as: () => linked.hub }, EXCHANGE_STREAM);
    // an empty letter to itself: a request to delete or to empty a stream has no text either
    await jetstream(rogue).publish(letterSubject('01', '01', 'LetterSentOut'), '');
    await until(async () => (await messagesIn({ as: () => linked.hub }, EXCHANGE_STREAM)) > before, 30_000);
    const doors = [`STREAM.PURGE.${EXCHANGE_STREAM}`, `STREAM.DELETE.${EXCHANGE_STREAM}`];
    for (const [index, door] of doors.entries())
      for (const api of ['$JS.API', `$JS.${HUB_DOMAIN}.API`]) {
        const config = { name: `door${index}`, filter_subject: arrivingFilter('01') };
        const create = hub(`CONSUMER.CREATE.${EXCHANGE_STREAM}.${config.name}.${arrivingFilter('01')}`);
        await asked(create, request({ ...config, deliver_subject: `${api}.${door}` }));
      }
    await pause();
    expect(await messagesIn({ as: () => linked.hub }, EXCHANGE_STREAM)).toBe(before + 1);
  });

  test('overhears no letter on its way, however it listens', async () => {
    const forger = await dialAsLeaf(port, '01');
    for (const subject of ['>', 'from.>', 'letters.>', 'arriving.38.>', 'leaving.>', '_R_.>', '$JSC.R.*'])
      forger.listen(subject);
    // to be brought everything where it may listen, and where 38 does
    for (const [index, by] of [arrivingBy('01'), arrivingBy('38')].entries())
      for (const name of names) {
        const spy = `all${index}`;
        const body = JSON.stringify(request({ deliver_subject: `${by}.all`, name: spy }));
        forger.say(`${name}.CONSUMER.CREATE.${EXCHANGE_STREAM}`, '$JSC.R.forger', body);
        forger.say(`${name}.CONSUMER.CREATE.${EXCHANGE_STREAM}.${spy}`, '$JSC.R.forger', body);
      }
    const heard: string[] = [];
    const ears = [
      '>',
      'from.>',
      'letters.>',
      'arriving.>',
      'arriving.38.>',
      'leaving.>',
      '$JS.S.>',
      '$JSC.R.*',
    ]
      .concat(['dang.>', '_INBOX.>', '$JS.ACK.>', '$JS.>'])
      .map((subject) =>
        rogue.subscribe(subject, { callback: (_error, message) => void heard.push(message.string()) }),
      );
    await rogue.flush();
    await pause(300);
    const before = await messagesIn(there, arrivedStream('38'));
    await sendLetters(here, 5, '38');
    await until(async () => (await messagesIn(there, arrivedStream('38'))) >= before + 5, 60_000);
    await pause(500);
    for (const ear of ears) ear.unsubscribe();
    forger.close();
    expect(forger.told()).toContain('PING');
    expect(forger.told()).not.toContain(SECRET);
    expect(heard.filter((text) => text.includes(SECRET))).toEqual([]);
    expect(heard.length).toBeGreaterThan(0);
  });
});
