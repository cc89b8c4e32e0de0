import type { ChainedTable } from '@dang/audit/chain';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { Gauge, type Registry } from 'prom-client';
import type { Figure } from './figures.ts';

/** Beyond, unsealed rows are not counted on: a sealer that stands still must not make the question slow. */
const COUNTED_ROWS = 100_000;

const transactions: Figure = {
  gauges: {
    database_oldest_transaction_seconds: 'Age of the oldest open transaction of this service',
    database_transaction_id_age: 'Transactions since the oldest one that is not frozen; 2 billion is the end',
  },
  async ask(em) {
    return await em.execute(
      `select (select coalesce(extract(epoch from clock_timestamp() - min(xact_start)), 0) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend')::float
         as database_oldest_transaction_seconds,
       (select age(datfrozenxid) from pg_database where datname = current_database())::float as database_transaction_id_age`,
    );
  },
};

const pendingMigrations = (orm: MikroORM): Figure => ({
  gauges: { database_migrations_pending: 'Migrations of this version that the database does not have' },
  async ask() {
    return [{ database_migrations_pending: (await orm.migrator.getPending()).length }];
  },
});

const unsealed = (chains: readonly ChainedTable[]): Figure => ({
  gauges: {
    chain_unsealed_rows: 'Rows that are in no chain yet, up to 100,000',
    chain_unsealed_oldest_seconds: 'Since when the oldest of them waits',
  },
  label: 'chain',
  async ask(em) {
    const each = chains.map(
      ({ name, table, writtenAt }) =>
        `select '${name}' as label, count(*)::float as chain_unsealed_rows,
           coalesce(extract(epoch from now() - min(at)), 0)::float as chain_unsealed_oldest_seconds
         from (select ${writtenAt} as at from ${table}
           where (${table}.xid, ${table}.id) > (select xid, row_id from ${name}_chain_place)
           order by ${table}.xid, ${table}.id limit ${COUNTED_ROWS}) as waiting`,
    );
    return await em.execute(each.join(' union all '));
  },
});

/** What role `worker` tells of its database: its transactions, its migrations, and the chains that are sealed in it. */
export const databaseFigures = (orm: MikroORM, chains: readonly ChainedTable[]): readonly Figure[] => [
  transactions,
  pendingMigrations(orm),
  unsealed(chains),
];

/** Whether the database answers: asked at every scrape, because what is away cannot be asked for it. */
export function watchDatabase(metrics: Registry, answers: () => Promise<boolean>): void {
  new Gauge({
    name: 'database_up',
    help: '1 while the database answers',
    registers: [metrics],
    async collect() {
      this.set(Number(await answers()));
    },
  });
}

/** How the connections of a pool are used. */
export function watchPool(metrics: Registry, pool: Pool): void {
  new Gauge({
    name: 'database_pool_connections',
    help: 'Connections of the pool by state; `waiting` are those who wait for one',
    labelNames: ['state'],
    registers: [metrics],
    collect() {
      this.set({ state: 'used' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  new Gauge({
    name: 'database_pool_limit',
    help: 'Connections of the pool at most',
    registers: [metrics],
    collect() {
      this.set(pool.options.max);
    },
  });
}
