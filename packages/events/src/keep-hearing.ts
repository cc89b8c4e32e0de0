import type { JsMsg } from '@nats-io/jetstream';
import type { Logger } from 'pino';
import { pause } from './doorbell.ts';
import { pullUntilTrouble, type Subscription } from './pull-session.ts';
import { linkOf } from './stream.ts';

const NATS_AWAY_POLL_MS = 100;
const TROUBLE_PAUSE_MS = 200;
const TROUBLE_PAUSE_LIMIT_MS = 5000;

/**
 * Hears a subscription until `signal` aborts: session after session, each from the first message that was not acknowledged. After trouble it
 * waits for `afterTrouble`, then longer each time until something was taken in; the first time of a row is a warning. Never fails.
 */
export async function keepHearing(
  subscription: Subscription,
  take: (batch: readonly JsMsg[]) => Promise<void>,
  {
    log,
    signal,
    afterTrouble,
  }: { log: Logger; signal: AbortSignal; afterTrouble?: (error: unknown) => Promise<void> },
): Promise<void> {
  const { nats, upstream, durable } = subscription;
  let attempts = 0;
  const takeAndGoOn = async (batch: readonly JsMsg[]): Promise<void> => {
    await take(batch);
    attempts = 0;
  };
  while (!signal.aborted) {
    if (!linkOf(nats).isUp()) {
      await pause(NATS_AWAY_POLL_MS, signal);
      continue;
    }
    const begun = Date.now();
    try {
      await pullUntilTrouble(subscription, signal, takeAndGoOn);
    } catch (error) {
      if (Date.now() - begun > TROUBLE_PAUSE_LIMIT_MS) attempts = 0;
      const level = attempts === 0 ? 'warn' : 'debug';
      log[level](
        { upstream, reason: (error as Error).message },
        `${durable} starts again to hear ${upstream}`,
      );
      await afterTrouble?.(error);
    }
    attempts += 1;
    await pause(Math.min(TROUBLE_PAUSE_MS * attempts, TROUBLE_PAUSE_LIMIT_MS), signal);
  }
}
