import type { Logger } from 'pino';

/** What is not closed this long after the delay is cut off, and its name is in the log; Kubernetes would wait 30 s in all. */
const DRAIN_LIMIT_MS = 10_000;

const isShutdown = (message: unknown) =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'shutdown';

/** What is closed one after the other when a process stops, each with the name by which the log knows it. */
export type Closing = { what: string; close(): Promise<unknown> };

/** Closes in the order given. Answers how long each took, in milliseconds; `began` is told of each before. */
async function closeAll(closings: readonly Closing[], began: (what: string) => void) {
  const tookMs: Record<string, number> = {};
  for (const { what, close } of closings) {
    const start = performance.now();
    began(what);
    await close();
    tookMs[what] = Math.round(performance.now() - start);
  }
  return tookMs;
}

/**
 * Closes once what `closings` names, when this process is to stop (SIGTERM, SIGINT, `{ type: 'shutdown' }` from the
 * parent, or the parent is gone) and then exits with 0; with 1 when closing fails or takes more than 10 s beside `delayMs`,
 * for which one of the closings waits on purpose.
 */
export function onStop(log: Logger, closings: () => readonly Closing[], delayMs = 0): void {
  let stopping = false;
  const stop = async (reason: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'stopping');
    let waitingFor = '';
    setTimeout(() => {
      log.error({ waitingFor }, 'stopping takes too long: what is left is cut off');
      process.exit(1);
    }, delayMs + DRAIN_LIMIT_MS).unref();
    try {
      const tookMs = await closeAll(closings(), (what) => {
        waitingFor = what;
      });
      log.info({ tookMs }, 'stopped');
      process.exit(0);
    } catch (error) {
      log.error({ err: error, waitingFor }, 'stopping failed');
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('disconnect', () => void stop('the parent is gone'));
  process.on('message', (message) => {
    if (isShutdown(message)) void stop('the parent asks');
  });
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a fault that nobody caught');
    process.exit(1);
  });
}
