import { randomBytes } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import type { NatsConnection } from '@nats-io/transport-node';
import { pino } from 'pino';
import { z } from 'zod';
import { startConsumers } from './consumer.ts';
import { defineEvent } from './contract.ts';
import { openConnection } from './leader.ts';
import { eventTables } from './migrations.ts';
import type { AnyReaction, Clock, Projection } from './reaction.ts';
import { startRelay } from './relay.ts';
import { connectNats } from './stream.ts';

/** For this package's own tests: a fact and a state event of a service that exists nowhere. */
export const LampLit = defineEvent({
  name: 'LampLit',
  service: 'lamps',
  kind: 'fact',
  version: 1,
  data: z.object({ lamp: z.string(), step: z.int() }),
  example: { lamp: 'a', step: 1 },
});

export const LampRecorded = defineEvent({
  name: 'LampRecorded',
  service: 'lamps',
  kind: 'state',
  version: 1,
  data: z.object({ lamp: z.string(), step: z.int() }),
  example: { lamp: 'a', step: 1 },
});

export const silent = pino({ level: process.env.TEST_LOG ?? 'silent' });

export const clock: Clock = { now: () => new Date(), today: () => '2026-07-06', month: () => '2026-07' };

/** A province that no other test uses, so that streams do not meet. */
export const someProvince = (): string => `T${randomBytes(5).toString('hex')}`;

/** A fresh database with the tables of events and `heard`, where reactions of tests write. */
export async function makeDatabase(
  server = process.env.TEST_DATABASE_URL ?? '',
  driverOptions: object = {},
): Promise<{ url: string; orm: MikroORM; close(): Promise<void> }> {
  const url = new URL(server);
  const name = `events_${randomBytes(6).toString('hex')}`;
  const { client } = await openConnection(server, 'test');
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = name;
  const orm = await MikroORM.init({
    clientUrl: url.href,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: 8 },
    driverOptions,
    logger: () => {},
  });
  const em = orm.em.fork();
  for (const sql of eventTables) await em.execute(sql);
  await em.execute(
    'create table heard (position bigint generated always as identity, lamp text, step int, at timestamptz default clock_timestamp())',
  );
  return { url: url.href, orm, close: () => orm.close(true) };
}

/** Two services over one NATS: `lamps` publishes, `watch` hears. */
export interface TwoServices {
  province: string;
  nats: NatsConnection;
  lamps: Awaited<ReturnType<typeof makeDatabase>>;
  watch: Awaited<ReturnType<typeof makeDatabase>>;
  relay(): ReturnType<typeof startRelay>;
  consumers(
    reactions: AnyReaction[],
    projections?: Projection[],
    aside?: string,
  ): ReturnType<typeof startConsumers>;
  heard(): Promise<string[]>;
  close(): Promise<void>;
}

export async function makeTwoServices(
  servers: { database?: string; nats?: string; driverOptions?: object } = {},
): Promise<TwoServices> {
  const province = someProvince();
  const nats = await connectNats(servers.nats ?? process.env.TEST_NATS_URL ?? '', 'test');
  const [lamps, watch] = await Promise.all([
    makeDatabase(servers.database, servers.driverOptions),
    makeDatabase(servers.database, servers.driverOptions),
  ]);
  const running: { stop(): Promise<void> }[] = [];
  const keep = <Part extends { stop(): Promise<void> }>(part: Part): Part => {
    running.push(part);
    return part;
  };
  const shared = { nats, province, log: silent };
  return {
    province,
    nats,
    lamps,
    watch,
    relay: () => keep(startRelay({ ...shared, databaseUrl: lamps.url, service: 'lamps' })),
    consumers: (reactions, projections = [], aside = undefined) =>
      keep(
        startConsumers({
          ...shared,
          orm: watch.orm,
          databaseUrl: watch.url,
          service: 'watch',
          reactions,
          projections,
          clock,
          aside,
        }),
      ),
    heard: async () => {
      const rows = await watch.orm.em
        .fork()
        .execute<{ lamp: string; step: number }[]>('select lamp, step from heard order by heard.position');
      return rows.map(({ lamp, step }) => `${lamp}${step}`);
    },
    close: async () => {
      await Promise.all(running.map((part) => part.stop()));
      await nats.close();
      await Promise.all([lamps.close(), watch.close()]);
    },
  };
}

/** Waits until `check` answers true, at most `limit_ms`; then throws with what it saw last. */
export async function until(check: () => Promise<boolean> | boolean, limit_ms = 10_000): Promise<void> {
  const end = Date.now() + limit_ms;
  for (;;) {
    if (await check()) return;
    if (Date.now() > end) throw new Error(`still not so after ${limit_ms} ms: ${check}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
