import { setTimeout as sleep } from 'node:timers/promises';
import { awaitMigrations } from './database.ts';
import type { Background, RunningService } from './definition.ts';

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
