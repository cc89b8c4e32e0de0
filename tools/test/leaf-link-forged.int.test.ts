import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LetterSentOut } from '@dang/events/contracts/transfers/letter-sent-out';
import { makeEnvelope, readEnvelope, subjectOf } from '@dang/events/envelope';
import { arrivedSubject, letterSubject } from '@dang/events/link';
import {
  arrivedStream,
  arrivingBy,
  EXCHANGE_STREAM,
  leavingBy,
  leavingStream,
} from '@dang/events/link-streams';
import { managerOf } from '@dang/events/stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { messagesIn, sendLetters, until } from '../src/drills/leaf-link/letters.ts';
import {
  type LinkedProvince,
  type LinkedProvinces,
  linkProvinces,
  ROGUE,
} from '../src/drills/leaf-link/provinces.ts';
import { dialAsLeaf } from './raw-leaf.ts';

let folder: string;
let linked: LinkedProvinces;
let here: LinkedProvince;
let there: LinkedProvince;
/** Province 01, which means to write a letter as province 05. */
let rogue: NatsConnection;
/** The same people with their password alone. */
let forger: Awaited<ReturnType<typeof dialAsLeaf>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dang-leaf-forged-'));
  linked = await linkProvinces(folder, ['05', '38', '01'], { rogues: ['01'] });
  const [first, second, third] = linked.provinces as [LinkedProvince, LinkedProvince, LinkedProvince];
  here = first;
  there = second;
  rogue = third.as(ROGUE);
  forger = await dialAsLeaf(third.cable.port, '01');
  const { streams } = await managerOf(rogue);
  await streams.update(leavingStream('01'), { subjects: ['letters.>'] });
  await sendLetters(here, 1, '38');
  await until(async () => (await arrived()) === 1, 60_000);
});
afterAll(async () => {
  forger?.close();
  await linked?.close();
  rmSync(folder, { recursive: true, force: true });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const arrived = () => messagesIn(there, arrivedStream('38'));
const letterOf = (province: string): string =>
  JSON.stringify(
    makeEnvelope(
      LetterSentOut,
      { aggregateId: crypto.randomUUID(), data: LetterSentOut.example },
      { province },
    ),
  );

/** What has arrived in 38 after the first so many: on which subject, and from whom its workers take it to be. */
async function takenAfter(count: number): Promise<[string, string][]> {
  const consumer = await jetstream(there.as('operator')).consumers.get(arrivedStream('38'), {
    opt_start_seq: count + 1,
    deliver_policy: 'by_start_sequence',
  });
  const { num_pending } = await consumer.info();
  const taken: [string, string][] = [];
  if (num_pending === 0) return taken;
  for await (const message of await consumer.fetch({ max_messages: num_pending, expires: 5_000 })) {
    const read = readEnvelope(message.string(), message.subject, '38');
    taken.push([message.subject, 'unreadable' in read ? 'nobody' : read.province]);
  }
  return taken;
}

test('a letter of the province itself is taken for its own, so that the refusals below mean something', async () => {
  const before = await arrived();
  await jetstream(rogue).publish(letterSubject('01', '38', 'LetterSentOut'), letterOf('01'));
  await until(async () => (await arrived()) > before, 30_000);
  expect(await takenAfter(before)).toEqual([[arrivedSubject('01', '38', 'LetterSentOut'), '01']]);
});

describe('a letter as of another province', () => {
  test('put into its own stream, whose subjects it has changed, is stamped with its own code and refused', async () => {
    const before = await arrived();
    const lie = letterSubject('05', '38', 'LetterSentOut');
    await jetstream(rogue).publish(lie, letterOf('05'));
    await jetstream(rogue).publish(lie, letterOf('01'));
    await jetstream(rogue).publish(letterSubject('01', '38', 'LetterSentOut'), letterOf('05'));
    await until(async () => (await arrived()) === before + 3, 30_000);
    expect(await takenAfter(before)).toEqual([
      [`from.01.${lie}`, 'nobody'],
      [`from.01.${lie}`, 'nobody'],
      [arrivedSubject('01', '38', 'LetterSentOut'), 'nobody'],
    ]);
  });

  test('said where 05, the hub and 38 listen is heard by none of them', async () => {
    await (await managerOf(rogue)).streams.update(leavingStream('01'), {
      subjects: [letterSubject('01', '*', 'LetterSentOut')],
    });
    const heard: string[] = [];
    const places = new Set<string>();
    // heartbeats show where the hub itself is brought what leaves 05, and 38 what is for it
    const ears = ['leaving.>', 'arriving.>', 'letters.>', 'from.>', 'dang.>'].map((subject) =>
      linked.hub.subscribe(subject, {
        callback: (_error, message) => {
          if (message.string().includes('LetterSentOut')) heard.push(message.subject);
          else places.add(message.subject);
        },
      }),
    );
    const isFound = (by: string) => [...places].some((subject) => subject.startsWith(by));
    await until(async () => isFound(leavingBy('05')) && isFound(arrivingBy('38')), 30_000);
    const held = () => Promise.all([messagesIn(here, leavingStream('05')), exchanged(), arrived()]);
    const before = await held();
    const asTold = [
      letterSubject('05', '38', 'LetterSentOut'),
      arrivedSubject('05', '38', 'LetterSentOut'),
      subjectOf('05', 'transfers', 'LetterSentOut'),
      subjectOf('38', 'transfers', 'LetterSentOut'),
    ];
    for (const subject of [...asTold, ...[...places].filter((place) => !place.includes('.01.'))]) {
      rogue.publish(subject, letterOf('05'));
      forger.say(subject, '$JS.ACK.x.src.1.2.2.1.0@x', letterOf('05'));
    }
    await rogue.flush();
    await pause(1_500);
    for (const ear of ears) ear.unsubscribe();
    expect(heard).toEqual([]);
    expect(await held()).toEqual(before);
  });

  test('forged on the very way by which the hub is brought what leaves 01 is stamped, or is no subject and refused', async () => {
    let last: Msg | undefined;
    const ear = rogue.subscribe(`${leavingBy('01')}.>`, {
      callback: (_error, message) => {
        if (message.reply) last = message;
      },
    });
    await jetstream(rogue).publish(letterSubject('01', '38', 'LetterSentOut'), letterOf('01'));
    await until(async () => last !== undefined && (await exchanged()) > 0, 30_000);
    const place = await placeOfHub();
    ear.unsubscribe();
    const [, , stream, consumer, , sequence, number] = last?.reply?.split('.') ?? [];
    const before = await arrived();
    const known = await exchanged();
    const name = arrivedSubject('05', '38', 'LetterSentOut');
    const lies = [
      letterSubject('05', '38', 'LetterSentOut'),
      name,
      name.replace('v1', '>'),
      name.replace('v1', '*'),
    ];
    for (const [index, lie] of lies.entries()) {
      const at = `${Number(sequence) + index + 1}.${Number(number) + index + 1}.${Date.now()}000000.0`;
      forger.say(place, `$JS.ACK.${stream}.${consumer}.1.${at}@${lie}`, letterOf('05'));
    }
    await until(async () => (await exchanged()) === known + lies.length, 30_000);
    await until(async () => (await arrived()) > before, 30_000);
    await pause(1_000);
    const taken = await takenAfter(before);
    expect(taken.map(([, from]) => from)).toEqual(taken.map(() => 'nobody'));
    // what no stamp was put on came through, and is refused for what it is
    expect(taken.map(([subject]) => subject)).toContain(name.replace('v1', '>'));
    expect(taken.map(([subject]) => subject)).not.toContain(name);
  });
});

const exchanged = async (): Promise<number> =>
  (await (await managerOf(linked.hub)).streams.info(EXCHANGE_STREAM)).state.messages;

/** Where the hub is brought what leaves 01, as the heartbeats there show. */
const placeOfHub = (): Promise<string> =>
  new Promise((resolve) => {
    const ear = rogue.subscribe(`${leavingBy('01')}.>`, {
      callback: (_error, { subject, headers }) => {
        if (!headers?.get('Nats-Last-Consumer')) return;
        ear.unsubscribe();
        resolve(subject);
      },
    });
  });
