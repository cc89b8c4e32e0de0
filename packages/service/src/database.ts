import { setTimeout as sleep } from 'node:timers/promises';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { ServiceDefinition } from './definition.ts';
import { releaseLostConnections } from './lost-connections.ts';

/** One number for all services: a database belongs to one of them. */
const MIGRATION_LOCK = 4_192;
const RETRY_MS = 1_000;

/** A statement or transaction that runs longer is ended: the relay lets no event pass an older transaction of its database. */
const TIMEOUTS = {
  statement_timeout: 4_500,
  idle_in_transaction_session_timeout: 5_000,
  options: '-c transaction_timeout=5000',
};

type DatabaseChoice = {
  definition: Pick<ServiceDefinition, 'name' | 'entities' | 'migrations'>;
  url: string;
  poolSize: number;
  log: Logger;
};

function connect(
  { definition, url, poolSize, log }: DatabaseChoice,
  driverOptions: object,
): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities: [...definition.entities],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      migrationsList: [...definition.migrations],
      snapshot: false,
      snapshotOnMigrate: false,
      silent: true,
    },
    pool: { min: 0, max: poolSize },
    driverOptions: {
      application_name: definition.name,
      connectionTimeoutMillis: 5_000,
      onPoolCreated: releaseLostConnections,
      ...driverOptions,
    },
    logger: (message) => log.debug(message),
    colors: false,
  });
}

/** The service's database, for requests and workers: every statement and transaction ends within 5 s. */
export const openDatabase = (choice: DatabaseChoice): Promise<MikroORM> => connect(choice, TIMEOUTS);

/** Brings the database up to the last migration. Replicas that start together take turns. */
export async function migrate(choice: Omit<DatabaseChoice, 'poolSize'>): Promise<void> {
  const orm = await connect({ ...choice, poolSize: 2 }, {});
  try {
    await orm.em.fork().transactional(async (em) => {
      await em.execute('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
      const done = await orm.migrator.up();
      if (done.length > 0) choice.log.info({ migrations: done.map(({ name }) => name) }, 'migrated');
    });
  } finally {
    await orm.close(true);
  }
}

/** Waits until the api role has migrated, and until the database is there: a worker has nothing to stand on before. */
export async function awaitMigrations(
  orm: MikroORM,
  { signal, log }: { signal: AbortSignal; log: Logger },
): Promise<void> {
  const isMigrated = async () => (await orm.migrator.getPending()).length === 0;
  while (!(await isMigrated().catch(() => false))) {
    log.info('waiting for the migrations of the api role');
    await sleep(RETRY_MS, undefined, { signal });
  }
}

/** Does the database answer? */
export async function databaseAnswers(orm: MikroORM): Promise<boolean> {
  const answer = orm.em
    .fork()
    .execute('select 1')
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answer, sleep(2_000, false, { ref: false })]);
}
