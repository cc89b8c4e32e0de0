import { setTimeout as sleep } from 'node:timers/promises';
import { awaitMigrations } from './database.ts';
import type { RunningService } from './definition.ts';

/**
 * What goes on in role `worker` as long as the process lives, in every such process at once. `prepare` runs at start
 * and throws when what it needs is not configured rightly, which ends the process. What it answers does a piece of the work
 * and says how long to rest before the next, in milliseconds; `close` lets go of what `prepare` took.
 */
export type Background = {
  name: string;
  prepare(running: RunningService): { step(): Promise<number>; close?(): Promise<void> };
};

const TROUBLE_PAUSE_MS = 5_000;

/** Starts what goes on in the background, once the database is migrated. `stop` lets the step in hand end. */
export function startBackground(
  works: readonly Background[],
  running: RunningService,
): { stop(): Promise<void> } {
  const abort = new AbortController();
  const { signal } = abort;
  const { orm, log } = running;
  const go = async ({ name }: Background, step: () => Promise<number>): Promise<void> => {
    await awaitMigrations(orm, { signal, log });
    let isComplaining = false;
    while (!signal.aborted) {
      const restMs = await step().then(
        (rest) => {
          isComplaining = false;
          return rest;
        },
        (error: unknown) => {
          log[isComplaining ? 'debug' : 'warn']({ err: error, work: name }, 'work in the background failed');
          isComplaining = true;
          return TROUBLE_PAUSE_MS;
        },
      );
      if (restMs > 0) await sleep(restMs, undefined, { signal });
    }
  };
  const prepared = works.map((work) => ({ work, ...work.prepare(running) }));
  const going = prepared.map(({ work, step }) =>
    go(work, step).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    }),
  );
  return {
    async stop() {
      abort.abort();
      await Promise.all(going);
      await Promise.all(prepared.map(({ close }) => close?.()));
    },
  };
}
