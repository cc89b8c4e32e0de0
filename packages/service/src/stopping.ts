import type { Logger } from 'pino';

/** What is not closed by then is cut off; Kubernetes would wait 30 s. */
const DRAIN_LIMIT_MS = 10_000;

const isShutdown = (message: unknown) =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'shutdown';

/**
 * Calls `drain` once when this process is to stop (SIGTERM, SIGINT, `{ type: 'shutdown' }` from the parent, or the
 * parent is gone) and then exits with 0; with 1 when draining fails or takes more than 10 s.
 */
export function onStop(log: Logger, drain: () => Promise<void>): void {
  let stopping = false;
  const stop = async (reason: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'stopping');
    setTimeout(() => process.exit(1), DRAIN_LIMIT_MS).unref();
    try {
      await drain();
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, 'stopping failed');
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
