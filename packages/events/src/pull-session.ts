import {
  AckPolicy,
  type ConsumerConfig,
  type ConsumerInfo,
  DeliverPolicy,
  type JetStreamManager,
  type JsMsg,
  jetstream,
  ReplayPolicy,
} from '@nats-io/jetstream';
import { type NatsConnection, nanos } from '@nats-io/transport-node';
import type { Doorbell } from './doorbell.ts';
import { makeDoorbell } from './doorbell.ts';
import { ARRIVED } from './link.ts';
import { findStream, linkOf, managerOf, STREAM_NOT_FOUND, streamName } from './stream.ts';

/** What one service hears from another: the durable consumer that keeps its place. */
export interface Subscription {
  nats: NatsConnection;
  province: string;
  upstream: string;
  /** Name of the durable consumer: the listening service. */
  durable: string;
  subjects: readonly string[];
}

export const BATCH_MESSAGES = 100;
const BATCH_BYTES = 2_000_000;
const IN_FLIGHT_MESSAGES = 200;
const ACK_WAIT_MS = 30_000;
const PULL_EXPIRY_MS = 10_000;

/**
 * Pulls until something is wrong or `stop` aborts: batches go to `take` one after the other, in stream order, and are
 * acknowledged when it resolves. Whatever interrupts the order (a lost connection, a lost message, a vanished consumer
 * or stream, a batch that could not be taken in) ends the session by throwing; the next one begins again at the first
 * message that was not acknowledged, so that no message overtakes another. Repetitions are the inbox's business.
 */
export async function pullUntilTrouble(
  subscription: Subscription,
  stop: AbortSignal,
  take: (batch: readonly JsMsg[]) => Promise<void>,
): Promise<void> {
  const { nats, province, upstream, durable } = subscription;
  const manager = await managerOf(nats);
  // what arrives from other provinces is an operator's to make: a service would have to be trusted with everybody's streams for it
  const stream =
    upstream === ARRIVED ? streamName(province, ARRIVED) : await findStream(manager, province, upstream);
  const info = await beginAtFirstUnacknowledged(manager, stream, subscription);
  const ended = new AbortController();
  const signal = AbortSignal.any([stop, ended.signal]);
  const bell = makeDoorbell(signal);
  let trouble: Error | null = null;
  const end = (reason: Error): void => {
    trouble ??= reason;
    ended.abort();
  };
  const buffer: JsMsg[] = [];
  let delivered = info.delivered.consumer_seq;
  const forget = linkOf(nats).onChange(() => end(new Error('the connection to NATS was interrupted')));
  const consumer = await jetstream(nats).consumers.get(stream, durable);
  const messages = await consumer.consume({
    max_messages: BATCH_MESSAGES,
    expires: PULL_EXPIRY_MS,
    abort_on_missing_resource: true,
    callback: (message) => {
      delivered += 1;
      if (message.info.deliverySequence !== delivered) end(new Error('a message was lost on the way'));
      buffer.push(message);
      bell.ring();
    },
  });
  messages.closed().then(
    (error) => end(error instanceof Error ? error : new Error('the consumer is gone')),
    (error: Error) => end(error),
  );
  try {
    await takeBatches(buffer, bell, signal, take);
  } finally {
    forget();
    messages.stop();
  }
  if (trouble !== null && !stop.aborted) throw trouble;
}

async function takeBatches(
  buffer: JsMsg[],
  bell: Doorbell,
  signal: AbortSignal,
  take: (batch: readonly JsMsg[]) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    if (buffer.length === 0) {
      await bell.wait(PULL_EXPIRY_MS);
      continue;
    }
    const batch = buffer.splice(0, batchLength(buffer));
    await take(batch);
    // The consumer acknowledges all up to this one.
    batch.at(-1)?.ack();
  }
}

function batchLength(buffer: readonly JsMsg[]): number {
  let bytes = 0;
  const end = buffer.findIndex((message, index) => {
    bytes += message.data.length;
    return index > 0 && (index >= BATCH_MESSAGES || bytes > BATCH_BYTES);
  });
  return end === -1 ? buffer.length : end;
}

/**
 * The durable consumer, made where it is missing. Made anew at its first unacknowledged message when a session before
 * was interrupted (NATS would deliver those again only after newer ones), and from the start of the stream when the
 * subjects have changed (the inbox knows what has been taken in).
 */
async function beginAtFirstUnacknowledged(
  manager: JetStreamManager,
  stream: string,
  { durable, subjects }: Subscription,
): Promise<ConsumerInfo> {
  const known = await findConsumer(manager, stream, durable);
  if (known === null) return await manager.consumers.add(stream, configOf(durable, subjects, null));
  const heard = known.config.filter_subjects ?? [known.config.filter_subject ?? ''];
  const hasSameSubjects =
    heard.length === subjects.length && subjects.every((subject) => heard.includes(subject));
  if (hasSameSubjects && known.num_ack_pending === 0) return known;
  await manager.consumers.delete(stream, durable);
  const from = hasSameSubjects ? known.ack_floor.stream_seq + 1 : null;
  return await manager.consumers.add(stream, configOf(durable, subjects, from));
}

/** The consumer as NATS knows it, or null when it has none of this name. */
export async function findConsumer(
  manager: JetStreamManager,
  stream: string,
  durable: string,
): Promise<ConsumerInfo | null> {
  try {
    return await manager.consumers.info(stream, durable);
  } catch (error) {
    const { code } = error as { code?: number };
    if (code === CONSUMER_NOT_FOUND || code === STREAM_NOT_FOUND) return null;
    throw error;
  }
}

const CONSUMER_NOT_FOUND = 10014;

function configOf(
  durable: string,
  subjects: readonly string[],
  fromSequence: number | null,
): Partial<ConsumerConfig> {
  return {
    durable_name: durable,
    name: durable,
    filter_subjects: [...subjects],
    ack_policy: AckPolicy.All,
    ack_wait: nanos(ACK_WAIT_MS),
    max_ack_pending: IN_FLIGHT_MESSAGES,
    replay_policy: ReplayPolicy.Instant,
    ...(fromSequence === null
      ? { deliver_policy: DeliverPolicy.All }
      : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: fromSequence }),
  };
}
