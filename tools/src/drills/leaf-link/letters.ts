import { randomUUID } from 'node:crypto';
import { LetterSentOut } from '@dang/events/contracts/transfers/letter-sent-out';
import { makeEnvelope, subjectOf } from '@dang/events/envelope';
import { arrivedSubject } from '@dang/events/link';
import { arrivedStream } from '@dang/events/link-streams';
import { publishInOrder } from '@dang/events/publish';
import { managerOf } from '@dang/events/stream';
import { jetstream } from '@nats-io/jetstream';
import type { LinkedProvince } from './provinces.ts';

/** Tells of letters in a province, as its relay does, all of them for one other province; answers their ids. */
export async function sendLetters({ code, as }: LinkedProvince, count: number, to = '38'): Promise<string[]> {
  const { example } = LetterSentOut;
  const data = { ...example, destination: { ...example.destination, provinceCode: to } };
  const envelopes = Array.from({ length: count }, () =>
    makeEnvelope(LetterSentOut, { aggregateId: randomUUID(), data }, { province: code }),
  );
  let left = envelopes.map((envelope) => ({
    subject: subjectOf(code, 'transfers', LetterSentOut.name),
    messageId: envelope.id,
    text: JSON.stringify(envelope),
  }));
  while (left.length > 0) {
    const { stored, failure } = await publishInOrder(as('transfers'), left);
    if (failure !== null && stored === 0) throw failure;
    left = left.slice(stored);
  }
  return envelopes.map(({ id }) => id);
}

/** The ids of the letters of `sender` that have arrived in a province, in the order of their arrival. */
export async function lettersArrived({ code, as }: LinkedProvince, sender: string): Promise<string[]> {
  const consumer = await jetstream(as('operator')).consumers.get(arrivedStream(code), {
    filter_subjects: arrivedSubject(sender, code, LetterSentOut.name),
  });
  const { num_pending } = await consumer.info();
  const ids: string[] = [];
  if (num_pending === 0) return ids;
  const messages = await consumer.fetch({ max_messages: num_pending, expires: 5_000 });
  for await (const message of messages) ids.push((message.json() as { id: string }).id);
  return ids;
}

/** How many messages of any kind a stream holds. */
export async function messagesIn({ as }: Pick<LinkedProvince, 'as'>, stream: string): Promise<number> {
  return (await (await managerOf(as('operator'))).streams.info(stream)).state.messages;
}

/** Waits until `holds`, at most `patience_ms`; answers how long it took, in ms. */
export async function until(holds: () => Promise<boolean>, patience_ms: number): Promise<number> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > patience_ms)
      throw new Error(`it did not happen within ${patience_ms / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return performance.now() - begun;
}
