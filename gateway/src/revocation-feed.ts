import type { EventContract } from '@dang/events/contract';
import { AccountLocked } from '@dang/events/contracts/identity/account-locked';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { SessionEnded } from '@dang/events/contracts/identity/session-ended';
import { type ReadEnvelope, readEnvelope, subjectOf } from '@dang/events/envelope';
import { natsAddress } from '@dang/events/nats-address';
import { findStream, linkOf, managerOf } from '@dang/events/stream';
import { type ConsumerMessages, jetstream } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import type { Revocations } from './revocations.ts';

/** Longer than an access token lives: what ended before that refuses nobody any more. */
const LOOK_BACK_MS = 15 * 60 * 1000;
const RETRY_MS = 1_000;
/** NATS says this often that it is there; two silences, and the feed starts over. */
const HEARTBEAT_MS = 2_000;

type Handler = (event: ReadEnvelope, revocations: Revocations) => void;

function on<Data>(
  contract: EventContract<string, Data>,
  apply: (data: Data, revocations: Revocations, time: Date) => void,
): [string, Handler] {
  return [
    contract.name,
    (event, revocations) => {
      const read = contract.data.safeParse(event.data);
      if (!read.success) throw new Error(`a ${contract.name} breaks its contract`);
      apply(read.data, revocations, event.time);
    },
  ];
}

const handlers = new Map<string, Handler>([
  on(SessionEnded, ({ sessionId }, revocations) => revocations.endSession(sessionId)),
  on(AccountLocked, ({ accountId }, revocations, time) => revocations.lockAccount(accountId, time)),
  on(PositionEnded, ({ positionId }, revocations) => revocations.endPosition(positionId)),
]);

/** A feed that runs until it is stopped. */
export type RevocationFeed = {
  /** Whether it hears identity now; while it does not, sessions that ended live on until their token expires. */
  isListening(): boolean;
  /** Says something on the same connection; lost when there is none. */
  publish(subject: string, text: string): void;
  stop(): Promise<void>;
};

/**
 * Hears what ended, from a quarter of an hour ago on, and tells `revocations`. Every gateway hears everything for
 * itself (an ordered consumer that leaves no trace in NATS). NATS may be away, empty or restarted at any time: the
 * gateway serves on, and the feed comes back by itself. A message that is no event of ours is logged and passed over.
 */
export function startRevocationFeed(options: {
  natsUrl: string;
  province: string;
  revocations: Revocations;
  log: Logger;
}): RevocationFeed {
  const { log, province, revocations } = options;
  const address = natsAddress(options.natsUrl);
  let isStopped = false;
  let isListening = false;
  let nats: NatsConnection | undefined;
  let wake = () => {};

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, RETRY_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const take = (subject: string, text: string): void => {
    try {
      const event = readEnvelope(text, subject);
      if ('unreadable' in event) throw new Error(event.unreadable);
      handlers.get(event.name)?.(event, revocations);
    } catch (error) {
      log.error({ err: error, subject }, 'a message about something that ended cannot be read');
    }
  };

  const listen = async (connection: NatsConnection): Promise<void> => {
    const stream = await findStream(await managerOf(connection), province, 'identity');
    const consumer = await jetstream(connection).consumers.get(stream, {
      filter_subjects: [...handlers.keys()].map((name) => subjectOf(province, 'identity', name)),
      opt_start_time: new Date(Date.now() - LOOK_BACK_MS).toISOString(),
    });
    const messages = await consumer.consume({ idle_heartbeat: HEARTBEAT_MS, expires: 3 * HEARTBEAT_MS });
    stopWhenLost(messages);
    const ending = linkOf(connection).onChange(() => messages.stop());
    isListening = true;
    try {
      for await (const message of messages) take(message.subject, message.string());
    } finally {
      ending();
      isListening = false;
    }
  };

  const run = async (): Promise<void> => {
    while (!isStopped) {
      try {
        // Not `connectNats`, which waits for a server: the gateway must be able to stop while there is none.
        if (!nats || nats.isClosed())
          nats = await connect({ ...address, name: 'gateway', maxReconnectAttempts: -1 });
        if (!isStopped) await listen(nats);
      } catch (error) {
        if (!isStopped) log.warn({ err: error }, 'NATS is away: what ends now is not heard; trying again');
      }
      if (!isStopped) await pause();
    }
  };
  const running = run();

  return {
    isListening: () => isListening,
    publish: (subject, text) => {
      if (isListening) nats?.publish(subject, text);
    },
    stop: async () => {
      isStopped = true;
      wake();
      await nats?.close();
      await running;
      await nats?.close();
    },
  };
}

/** Ends the messages when their stream or consumer is gone, which an ordered consumer would wait out for long. */
function stopWhenLost(messages: ConsumerMessages): void {
  const watch = async (): Promise<void> => {
    for await (const { type } of messages.status()) {
      if (type === 'heartbeats_missed' || type === 'stream_not_found' || type === 'consumer_not_found')
        messages.stop();
    }
  };
  watch().catch(() => messages.stop());
}
