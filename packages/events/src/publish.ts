import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { linkOf } from './stream.ts';

/** A message ready to leave: its id is what NATS recognises a repetition by. */
export interface Outgoing {
  subject: string;
  messageId: string;
  text: string;
}

const ACK_TIMEOUT_MS = 5000;
const WINDOW_BYTES = 4_000_000;
const WINDOW_MESSAGES = 200;

/**
 * Publishes in order, all in flight at once, and answers how many of them, from the first on, NATS has stored; the rest
 * must be sent again. Each message names its predecessor (Nats-Expected-Last-Msg-Id), so that a message that fails takes
 * those behind it with it instead of being overtaken. A repetition within the stream's window is stored once.
 */
export async function publishInOrder(
  nats: NatsConnection,
  messages: readonly Outgoing[],
): Promise<{ stored: number; failure: Error | null }> {
  const stream = jetstream(nats);
  const window = firstWindow(messages);
  const stopWaiting = Promise.withResolvers<'down'>();
  const forget = linkOf(nats).onChange((isUp) => {
    if (!isUp) stopWaiting.resolve('down');
  });
  const stored: (true | Error | undefined)[] = new Array(window.length);
  const acks = window.map(async (message, index) => {
    const previous = window[index - 1];
    try {
      await stream.publish(message.subject, message.text, {
        msgID: message.messageId,
        timeout: ACK_TIMEOUT_MS,
        ...(previous ? { expect: { lastMsgID: previous.messageId } } : {}),
      });
      stored[index] = true;
    } catch (error) {
      stored[index] = error as Error;
    }
  });
  await Promise.race([Promise.all(acks), stopWaiting.promise]);
  forget();
  const firstMissing = stored.findIndex((state) => state !== true);
  if (firstMissing === -1) return { stored: window.length, failure: null };
  const state = stored[firstMissing];
  return { stored: firstMissing, failure: state instanceof Error ? state : new Error('NATS is away') };
}

function firstWindow(messages: readonly Outgoing[]): readonly Outgoing[] {
  let bytes = 0;
  const end = messages.findIndex((message, index) => {
    bytes += message.text.length;
    return index > 0 && (bytes > WINDOW_BYTES || index >= WINDOW_MESSAGES);
  });
  return end === -1 ? messages : messages.slice(0, end);
}
