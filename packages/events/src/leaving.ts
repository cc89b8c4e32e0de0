import type { JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { type Consumers, durableOf, lagOf } from './consumer.ts';
import { readEnvelope, subjectOf } from './envelope.ts';
import { keepHearing } from './keep-hearing.ts';
import { whileLeader } from './leader.ts';
import { LEAVING } from './link.ts';
import { carried, leavingStream, leavingSubjectOf } from './link-streams.ts';
import { eventMetrics } from './metrics.ts';
import { type Outgoing, publishInOrder } from './publish.ts';
import type { Subscription } from './pull-session.ts';

/** Whose letters are sent on, and where from. */
export interface Leaving {
  nats: NatsConnection;
  service: string;
  province: string;
  log: Logger;
  metrics?: Registry;
}

const subscriptionOf = ({ nats, service, province }: Leaving): Subscription => ({
  nats,
  province,
  upstream: service,
  durable: durableOf(service, LEAVING),
  subjects: carried
    .filter(({ event }) => event.service === service)
    .map(({ event }) => subjectOf(province, service, event.name, event.version))
    .sort(),
});

/**
 * Sends on what this service tells other provinces, from its own stream to that of what leaves the province, each on the subject of
 * whom it is for: at least once and in order, from the service's own place in the stream, until `signal` aborts. A new place begins
 * where the stream does, so that a province which is linked later sends what it had told before. One process at a time may do so.
 */
export async function sendLettersOn(leaving: Leaving, signal: AbortSignal): Promise<void> {
  const { nats, service, province, log } = leaving;
  const subscription = subscriptionOf(leaving);
  const metrics = leaving.metrics ? eventMetrics(leaving.metrics) : null;
  const take = async (batch: readonly JsMsg[]): Promise<void> => {
    const letters = batch.flatMap((message) => outgoing(message, log));
    await sendOn(nats, province, letters);
    metrics?.handled.inc({ service: subscription.durable, upstream: service }, letters.length);
  };
  await keepHearing(subscription, take, { log, signal });
}

/**
 * `sendLettersOn` in one process at a time. `databaseUrl` must reach PostgreSQL directly (the leader's lock is a session's). Returns at
 * once and never fails.
 */
export function startLeaving({ databaseUrl, ...leaving }: Leaving & { databaseUrl: string }): Consumers {
  const subscription = subscriptionOf(leaving);
  const { durable: name, upstream } = subscription;
  if (leaving.metrics) eventMetrics(leaving.metrics).watchLag(name, upstream, () => lagOf(subscription));
  const stopping = new AbortController();
  const running = whileLeader(
    { databaseUrl, lock: `aside ${LEAVING}`, name, log: leaving.log, stop: stopping.signal },
    (_client, signal) => sendLettersOn(leaving, signal),
  );
  return {
    lag: () => lagOf(subscription),
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** The message as it leaves, or nothing: what is for no other province stays, as does, with a warning, what cannot be read. */
function outgoing(message: JsMsg, log: Logger): Outgoing[] {
  const text = message.string();
  try {
    const event = readEnvelope(text, message.subject);
    if ('unreadable' in event) throw new Error(event.unreadable);
    const subject = leavingSubjectOf(event);
    return subject === null ? [] : [{ subject, messageId: event.id, text }];
  } catch (error) {
    const reason = (error as Error).message;
    log.warn({ subject: message.subject, reason }, 'what cannot be read stays in the province');
    return [];
  }
}

/** Throws when NATS does not take them all; what it has taken it knows again by its id. */
async function sendOn(nats: NatsConnection, province: string, letters: readonly Outgoing[]): Promise<void> {
  let left = letters;
  while (left.length > 0) {
    const { stored, failure } = await publishInOrder(nats, left);
    if (failure !== null && stored === 0)
      throw new Error(
        `${leavingStream(province)} takes no letters (${failure.message}): is it there? npm run events -- link`,
      );
    left = left.slice(stored);
  }
}
