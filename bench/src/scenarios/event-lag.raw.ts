import { eventTables } from '@dang/events/migrations';
import { openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import type { MikroORM } from '@mikro-orm/postgresql';
import { AckPolicy, jetstream, jetstreamManager, StorageType } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import pg from 'pg';
import { startMeasured } from '../lib/child.ts';

const STREAM = 'BENCH_RAW';
const SUBJECT = 'bench.raw';

/** The raw relay on the servers of the running system: an outbox like any other, and a receiver that only looks. */
export type RawRelay = {
  orm: MikroORM;
  stop(): Promise<void>;
};

/** Connects to a database with the bench's own small pool, as a service does (with its time limits). */
export const openPool = (name: string, url: string): Promise<MikroORM> =>
  openDatabase({
    definition: { name, entities: [], migrations: [] },
    url,
    poolSize: 8,
    log: makeLogger({ service: 'bench', role: 'load', level: 'silent' }),
  });

/**
 * Makes a database with the tables of events beside `databaseUrl`, starts the raw relay on it, and hands the aggregate of
 * every message to `onReceived` when it arrives at a pull consumer.
 */
export async function startRawRelay(
  { databaseUrl, natsUrl }: { databaseUrl: string; natsUrl: string },
  onReceived: (aggregateId: string) => void,
): Promise<RawRelay> {
  const url = new URL(databaseUrl);
  url.pathname = '/bench_raw';
  await runStatements(databaseUrl, ['create database bench_raw']);
  await runStatements(url.href, eventTables);

  const nats = await connect({ servers: natsUrl });
  const manager = await jetstreamManager(nats);
  await manager.streams.add({ name: STREAM, subjects: [SUBJECT], storage: StorageType.File });
  await manager.consumers.add(STREAM, { durable_name: 'bench', ack_policy: AckPolicy.Explicit });
  const consumer = await jetstream(nats).consumers.get(STREAM, 'bench');
  const messages = await consumer.consume({
    callback: (message) => {
      onReceived(message.json<{ subject: string }>().subject);
      message.ack();
    },
  });
  const relay = await startMeasured(new URL('./event-lag.raw-relay.ts', import.meta.url), {
    DATABASE_URL: url.href,
    NATS_URL: natsUrl,
    SUBJECT,
  });
  const orm = await openPool('raw', url.href);
  return {
    orm,
    stop: async () => {
      await relay.stop();
      messages.stop();
      await nats.close();
      await orm.close(true);
    },
  };
}

async function runStatements(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const sql of statements) await client.query(sql);
  await client.end();
}
