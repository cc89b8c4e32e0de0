import { connect } from '@nats-io/transport-node';
import { z } from 'zod';
import { natsAddress } from './nats-address.ts';
import { uuid } from './values.ts';

/** At most so many sessions in one message. */
export const SESSIONS_IN_ONE_MESSAGE = 1_000;

/**
 * The word of a gateway that these sessions have asked for something just now. It is no event: it goes through NATS itself,
 * beside every stream, is kept nowhere and may be lost.
 */
export const sessionsSeen = z.object({ sessionIds: z.array(uuid).max(SESSIONS_IN_ONE_MESSAGE) });

/** Where gateways of this province say it. */
export const sessionsSeenSubject = (province: string): string => `seen.${province}.sessions`;

function readSessions(text: string): readonly string[] | null {
  try {
    return sessionsSeen.parse(JSON.parse(text)).sessionIds;
  } catch {
    return null;
  }
}

/**
 * Hears which sessions the gateways have seen. Of several listeners of one `queue` one hears each word. What cannot be read
 * is handed on as null. @throws when NATS is not there now; once connected it comes back by itself.
 */
export async function hearSessionsSeen(options: {
  natsUrl: string;
  province: string;
  queue: string;
  hear(sessionIds: readonly string[] | null): void;
}): Promise<{ isClosed(): boolean; close(): Promise<void> }> {
  const { natsUrl, province, queue, hear } = options;
  const nats = await connect({
    ...natsAddress(natsUrl),
    name: `${queue} sessions`,
    maxReconnectAttempts: -1,
  });
  nats.subscribe(sessionsSeenSubject(province), {
    queue,
    callback: (error, message) => hear(error ? null : readSessions(message.string())),
  });
  return { isClosed: () => nats.isClosed(), close: () => nats.close() };
}
