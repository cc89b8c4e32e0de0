import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subjectOf } from '@dang/events/envelope';
import { arrivedStream, domainOf, leavingStream } from '@dang/events/link-streams';
import { managerOf, streamName } from '@dang/events/stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { lettersArrived, messagesIn, sendLetters, until } from '../src/drills/leaf-link/letters.ts';
import {
  type LinkedProvince,
  type LinkedProvinces,
  linkProvinces,
} from '../src/drills/leaf-link/provinces.ts';
import { linkFile } from '../src/k8s/nats-link.ts';

let folder: string;
let linked: LinkedProvinces;
let here: LinkedProvince;
let there: LinkedProvince;
const sent: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dang-leaf-link-'));
  linked = await linkProvinces(folder, ['05', '38']);
  [here, there] = linked.provinces as [LinkedProvince, LinkedProvince];
});
afterAll(async () => {
  await linked?.close();
  rmSync(folder, { recursive: true, force: true });
});

const arrivedThere = () => messagesIn(there, arrivedStream(there.code));

test('the file of the component is what the code makes use of', () => {
  const committed = new URL('../../k8s/components/leaf-link/link.conf', import.meta.url);
  expect(readFileSync(committed, 'utf8')).toBe(linkFile());
});

test('letters arrive in the other province, in order, and nothing else leaves', async () => {
  await jetstream(here.as('transfers')).publish(
    subjectOf(here.code, 'transfers', 'TransferSubmitted'),
    'ours',
  );
  await jetstream(here.as('fees')).publish(subjectOf(here.code, 'fees', 'DuesAnnounced'), 'ours');
  sent.push(...(await sendLetters(here, 20)));
  await until(async () => (await arrivedThere()) >= 20, 60_000);
  expect(await lettersArrived(there, here.code)).toEqual(sent);
  expect(await arrivedThere()).toBe(20);
  expect(await messagesIn(here, leavingStream(here.code))).toBe(20);
});

test('with the link cut each province works on, and what was kept back arrives once', async () => {
  here.cable.cut();
  sent.push(...(await sendLetters(here, 50)));
  await jetstream(there.as('fees')).publish(subjectOf(there.code, 'fees', 'DuesAnnounced'), 'theirs');
  expect(await messagesIn(here, streamName(here.code, 'transfers'))).toBe(71);
  // longer than it takes a server to dial again
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await arrivedThere()).toBe(20);
  here.cable.mend();
  await until(async () => (await arrivedThere()) >= 70, 80_000);
  expect(await lettersArrived(there, here.code)).toEqual(sent);
});

describe('whoever stands behind the hub', () => {
  const api = (request: string) => `$JS.${domainOf(here.code)}.API.${request}`;
  // answers of JetStream pass the link on these subjects only, as those to the hub itself do
  const asked = async (nats: NatsConnection, subject: string, body: object = {}): Promise<unknown> => {
    const reply = `$JSC.R.${randomUUID().slice(0, 8)}`;
    const answers = nats.subscribe(reply, { max: 1, timeout: 700 });
    await nats.flush();
    // the other side must have heard who listens before it answers
    await new Promise((resolve) => setTimeout(resolve, 50));
    nats.publish(subject, JSON.stringify(body), { reply });
    try {
      for await (const answer of answers) return answer.json();
    } catch {
      // nobody did
    }
    return 'nobody answers';
  };
  const strangers = (): [string, NatsConnection][] => [
    ['the hub', linked.hub],
    ['the other province', there.as('operator')],
  ];

  test('is answered where it may ask, so that the silence below means something', async () => {
    const stream_name = leavingStream(here.code);
    const config = { deliver_subject: '$JS.S.somewhere', ack_policy: 'none' };
    const answer = await asked(linked.hub, api(`CONSUMER.CREATE.${stream_name}`), { stream_name, config });
    expect(answer).toMatchObject({ stream_name });
  });

  test('neither empties nor reads a stream of the province', async () => {
    for (const [who, nats] of strangers()) {
      for (const service of ['transfers', 'fees', 'arrived']) {
        const stream = streamName(here.code, service);
        const before = await messagesIn(here, stream);
        const { consumers } = await managerOf(here.as('operator'));
        await consumers.add(stream, { durable_name: 'orgtree' });
        const listed = async () => {
          const names: string[] = [];
          for await (const { name } of consumers.list(stream)) names.push(name);
          return names.sort();
        };
        const places = await listed();
        const consumer = {
          stream_name: stream,
          config: { deliver_subject: '$JS.S.overheard', ack_policy: 'none' },
        };
        const answers = [
          await asked(nats, api(`STREAM.DELETE.${stream}`)),
          await asked(nats, api(`STREAM.PURGE.${stream}`)),
          await asked(nats, api(`STREAM.MSG.GET.${stream}`), { seq: 1 }),
          await asked(nats, api(`CONSUMER.CREATE.${stream}`), consumer),
          await asked(nats, api(`CONSUMER.CREATE.${stream}.spy`), {
            ...consumer,
            config: { ...consumer.config, name: 'spy' },
          }),
          await asked(nats, api(`CONSUMER.DELETE.${stream}.orgtree`)),
        ];
        expect([who, service, new Set(answers)]).toEqual([who, service, new Set(['nobody answers'])]);
        expect(await messagesIn(here, stream)).toBe(before);
        expect([who, service, await listed()]).toEqual([who, service, places]);
      }
    }
  });

  test('says nothing in the province', async () => {
    const before = await messagesIn(here, streamName(here.code, 'fees'));
    for (const [, nats] of strangers()) {
      nats.publish(subjectOf(here.code, 'fees', 'PaymentSucceeded'), 'forged');
      await nats.flush();
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await messagesIn(here, streamName(here.code, 'fees'))).toBe(before);
  });
});
