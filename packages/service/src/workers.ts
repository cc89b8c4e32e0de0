import { setTimeout as sleep } from 'node:timers/promises';
import { startConsumers } from '@dang/events/consumer';
import { startRelay } from '@dang/events/relay';
import { connectNats } from '@dang/events/stream';
import { awaitMigrations } from './database.ts';
import type { ServiceDefinition } from './definition.ts';
import type { SubgraphParts } from './subgraph.ts';

const RETRY_MS = 1_000;
const HOUSEKEEPING_MS = 3_600_000;
const PRUNE_LIMIT = 10_000;

type Nats = Awaited<ReturnType<typeof connectNats>>;
type Stoppable = { stop(): Promise<void> };

/** What role `worker` runs: the relay, the consumers, and the pruning of old idempotency keys. */
export type Workers = { natsState(): 'connecting' | 'up' | 'down'; stop(): Promise<void> };

/** Deletes idempotency keys whose time is over, a bounded number at a time. */
export async function pruneIdempotencyKeys(orm: SubgraphParts['orm']): Promise<void> {
  await orm.em.fork().execute(
    `delete from idempotency_key where (account_id, key) in
       (select account_id, key from idempotency_key where kept_until < now() limit ${PRUNE_LIMIT})`,
  );
}

/**
 * Starts relay and consumers, and keeps trying: with NATS away the process lives on, and catches up when it is back.
 * Returns at once.
 */
export function startWorkers(definition: ServiceDefinition, parts: SubgraphParts): Workers {
  const { orm, clock, log, metrics, environment } = parts;
  const abort = new AbortController();
  const running: Stoppable[] = [];
  let nats: Nats | undefined;
  let state: 'connecting' | 'up' | 'down' = 'connecting';

  const watch = async (connection: Nats) => {
    state = 'up';
    for await (const { type } of connection.status()) {
      if (type === 'disconnect' || type === 'close') state = 'down';
      if (type === 'reconnect') state = 'up';
    }
  };
  const start = async () => {
    await awaitMigrations(orm, { signal: abort.signal });
    nats = await connectNats(environment.NATS_URL, definition.name);
    void watch(nats);
    const common = {
      databaseUrl: environment.DATABASE_URL,
      nats,
      service: definition.name,
      province: environment.PROVINCE_CODE,
      log,
    };
    running.push(await startRelay({ ...common, metrics }));
    const reactions = [...definition.reactions, ...definition.projections.flatMap((one) => one.reactions)];
    running.push(await startConsumers({ ...common, orm, reactions, clock }));
  };
  const stopRunning = async () => {
    for (const one of running.splice(0).reverse()) await one.stop();
    await nats?.close();
    nats = undefined;
  };
  const keepStarting = async () => {
    while (!abort.signal.aborted) {
      try {
        return await start();
      } catch (error) {
        if (abort.signal.aborted) return;
        log.warn({ err: error }, 'the workers cannot start yet');
        await stopRunning().catch(() => undefined);
        await sleep(RETRY_MS, undefined, { signal: abort.signal }).catch(() => undefined);
      }
    }
  };
  const starting = keepStarting();
  const housekeeping = setInterval(() => {
    pruneIdempotencyKeys(orm).catch((error) =>
      log.warn({ err: error }, 'old idempotency keys stay a while longer'),
    );
  }, HOUSEKEEPING_MS);
  housekeeping.unref();

  return {
    natsState: () => state,
    async stop() {
      abort.abort();
      clearInterval(housekeeping);
      await Promise.race([starting, sleep(RETRY_MS, undefined, { ref: false })]);
      await stopRunning();
    },
  };
}
