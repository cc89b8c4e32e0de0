import { setTimeout as delay } from 'node:timers/promises';

/** Wakes one waiting loop. A ring while nobody waits is kept for the next wait, so that none is lost. */
export interface Doorbell {
  ring(): void;
  /** Resolves at the next ring, or after `timeout_ms`. */
  wait(timeout_ms: number): Promise<void>;
}

/** Makes a doorbell; it also rings when `signal` aborts, so that no loop oversleeps its own end. */
export function makeDoorbell(signal: AbortSignal): Doorbell {
  let rung = false;
  let answer: (() => void) | null = null;
  const ring = (): void => {
    rung = true;
    answer?.();
  };
  signal.addEventListener('abort', ring, { once: true });
  return {
    ring,
    wait: async (timeout_ms) => {
      if (!rung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeout_ms);
          answer = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        answer = null;
      }
      rung = false;
    },
  };
}

/** Waits, but not beyond the abort of `signal`. */
export async function pause(timeout_ms: number, signal: AbortSignal): Promise<void> {
  await delay(timeout_ms, undefined, { signal }).catch(() => {});
}
