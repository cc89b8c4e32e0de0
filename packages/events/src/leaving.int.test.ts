import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type JetStreamManager, jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { pino } from 'pino';
import { LetterAnswered } from './contracts/transfers/letter-answered.ts';
import { LetterSentOut } from './contracts/transfers/letter-sent-out.ts';
import { TransferCompleted } from './contracts/transfers/transfer-completed.ts';
import { type Envelope, makeEnvelope, readEnvelope, subjectOf } from './envelope.ts';
import { sendLettersOn } from './leaving.ts';
import { letterSubject } from './link.ts';
import { arrivedStream, arrivingFilter, leavingStream, leavingSubjectOf, openLink } from './link-streams.ts';
import { connectNats, ensureStream, managerOf, streamName } from './stream.ts';
import { silent, someProvince, until } from './testing.ts';

const { destination, ...letter } = LetterSentOut.example;
const answer = LetterAnswered.example;

/** A letter from `from` for a province, for nobody (null), or for whatever is said. */
const letterFor = (from: string, provinceCode: string | null): Envelope =>
  makeEnvelope(
    LetterSentOut,
    { aggregateId: crypto.randomUUID(), data: { ...letter, destination: { ...destination, provinceCode } } },
    { province: from },
  );
const answerFor = (from: string, toProvinceCode: string): Envelope =>
  makeEnvelope(
    LetterAnswered,
    { aggregateId: crypto.randomUUID(), data: { ...answer, toProvinceCode } },
    { province: from },
  );

describe('where an event goes', () => {
  const goes = (envelope: Envelope) => {
    const read = readEnvelope(JSON.stringify(envelope));
    if ('unreadable' in read) throw new Error(read.unreadable);
    return leavingSubjectOf(read);
  };

  test('is read from its data', () => {
    expect(goes(letterFor('05', '38'))).toBe('letters.05.38.LetterSentOut.v1');
    expect(goes(answerFor('38', '05'))).toBe('letters.38.05.LetterAnswered.v1');
  });

  test('is nowhere for what is for no province, for ourselves, or is none that leaves', () => {
    expect(goes(letterFor('05', null))).toBeNull();
    expect(goes(letterFor('05', '05'))).toBeNull();
    expect(goes(answerFor('05', '05'))).toBeNull();
    const completed = { aggregateId: 'a', data: TransferCompleted.example };
    expect(goes(makeEnvelope(TransferCompleted, completed, { province: '05' }))).toBeNull();
  });

  test.each(['*', '>', '38.>', 'a b', ''])('is refused when a province is called "%s"', (code) => {
    expect(() => goes({ ...letterFor('05', '38'), data: letterFor('05', code).data })).toThrow();
  });
});

describe('a province that is linked', () => {
  let nats: NatsConnection;
  let manager: JetStreamManager;
  let province: string;
  let stopping: AbortController;
  let sending: Promise<void> = Promise.resolve();

  beforeEach(async () => {
    province = someProvince();
    nats = await connectNats(process.env.TEST_NATS_URL ?? '', 'test');
    manager = await managerOf(nats);
    stopping = new AbortController();
    await ensureStream(manager, province, 'transfers');
  });
  afterEach(async () => {
    stopping.abort();
    await sending;
    for await (const { config } of manager.streams.list())
      if (config.name.startsWith(`DANG_${province}_`)) await manager.streams.delete(config.name);
    await nats.close();
  });

  const start = (log = silent) => {
    sending = sendLettersOn({ nats, service: 'transfers', province, log }, stopping.signal);
  };
  const tell = async (...envelopes: Envelope[]) => {
    for (const envelope of envelopes) {
      const name = envelope.type.split('.')[2] ?? '';
      const subject = subjectOf(province, 'transfers', name);
      await jetstream(nats).publish(subject, JSON.stringify(envelope));
    }
  };
  const left = async (): Promise<string[]> => {
    const consumer = await jetstream(nats).consumers.get(leavingStream(province));
    const { num_pending } = await consumer.info();
    if (num_pending === 0) return [];
    const found: string[] = [];
    for await (const message of await consumer.fetch({ max_messages: num_pending, expires: 5_000 }))
      found.push(`${message.subject} ${message.json<Envelope>().id}`);
    return found;
  };
  const leaves = (envelope: Envelope, to: string) =>
    `${letterSubject(province, to, envelope.type.split('.')[2] ?? '')} ${envelope.id}`;

  test('sends on what is for others, once and in order, and keeps the rest', async () => {
    await openLink(manager, province);
    start();
    const told = [letterFor(province, '38'), answerFor(province, '01'), letterFor(province, '38')];
    await tell(letterFor(province, null), letterFor(province, province), ...told, ...told);
    const wanted = told.map((each, index) => leaves(each, index === 1 ? '01' : '38'));
    await until(async () => (await left()).length >= 3);
    expect(await left()).toEqual(wanted);
    await tell(...told);
    const after = letterFor(province, '01');
    await tell(after);
    await until(async () => (await left()).length >= 4);
    expect(await left()).toEqual([...wanted, leaves(after, '01')]);
  });

  test('later sends what it had told before, and says once that the streams are still to be made', async () => {
    const warnings: string[] = [];
    const write = (line: string) => void warnings.push((JSON.parse(line) as { reason: string }).reason);
    const told = [letterFor(province, '38'), letterFor(province, '01')];
    await tell(...told);
    start(pino({ level: 'warn' }, { write }));
    await until(() => warnings.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(warnings).toEqual([expect.stringMatching(/_LEAVING takes no letters .* npm run events -- link$/)]);
    await openLink(manager, province);
    await until(async () => (await left()).length === 2);
    expect(await left()).toEqual(told.map((each, index) => leaves(each, index === 0 ? '38' : '01')));
  });

  test('changes the streams of before letters had addresses: what they held goes, what was told leaves', async () => {
    const transfers = streamName(province, 'transfers');
    const filter_subject = subjectOf(province, 'transfers', LetterSentOut.name);
    await manager.streams.add({
      name: leavingStream(province),
      sources: [{ name: transfers, filter_subject }],
    });
    // a copy of everything that everybody had sent
    await manager.streams.add({ name: arrivedStream(province), subjects: [`dang.x${province}.>`] });
    await jetstream(nats).publish(`dang.x${province}.transfers.LetterSentOut.v1`, 'of somebody else');
    await manager.streams.update(arrivedStream(province), { subjects: [], sources: [{ name: transfers }] });
    const told = letterFor(province, '38');
    await tell(told);
    await until(async () => (await left()).length === 1);
    await openLink(manager, province);
    await openLink(manager, province);
    start();
    await until(async () => (await left()).length === 1);
    expect(await left()).toEqual([leaves(told, '38')]);
    const [leaving, arrived] = await Promise.all(
      [leavingStream(province), arrivedStream(province)].map((name) => manager.streams.info(name)),
    );
    expect(leaving?.config.subjects).toContain(letterSubject(province, '*', 'LetterSentOut'));
    expect(leaving?.config.sources ?? []).toEqual([]);
    expect(arrived?.config.sources).toMatchObject([
      { name: 'EXCHANGE', filter_subject: arrivingFilter(province) },
    ]);
    expect(arrived?.state.messages).toBe(0);
  });
});
