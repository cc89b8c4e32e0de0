import { setTimeout as sleep } from 'node:timers/promises';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { ServiceDefinition } from './definition.ts';
import { releaseLostConnections } from './lost-connections.ts';
import { bindMarked, nameStatements } from './planned-once.ts';
import { recordStatements } from './record-statements.ts';

/** One number for all services: a database belongs to one of them. */
const MIGRATION_LOCK = 4_192;
/**
 * Whoever asks meanwhile waits behind a migration that waits for a lock. Several waits together stay below what a statement may
 * take, and each below `deadlock_timeout` (1 s), after which PostgreSQL might end the statement of a person instead.
 */
const LOCK_WAIT_MS = 500;
/** Transactions end within five seconds: who finds no gap in a minute will find none. */
const TRIES = 60;
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
  /** Told of the pool, once. */
  onPool?(pool: Pool): void;
};

async function connect(
  { definition, url, poolSize, log, onPool }: DatabaseChoice,
  driverOptions: object,
): Promise<MikroORM> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [...definition.entities],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      migrationsList: [...definition.migrations],
      snapshot: false,
      snapshotOnMigrate: false,
      silent: true,
      allOrNothing: false,
    },
    pool: { min: 0, max: poolSize },
    driverOptions: {
      // of `clientUrl` the driver takes address and name alone: TLS (`sslmode`, `sslrootcert`) would be lost without a word
      connectionString: url,
      application_name: definition.name,
      connectionTimeoutMillis: 5_000,
      onPoolCreated(pool: Pool) {
        releaseLostConnections(pool);
        nameStatements(pool);
        recordStatements(pool);
        onPool?.(pool);
      },
      ...driverOptions,
    },
    logger: (message) => log.debug(message),
    colors: false,
  });
  bindMarked(orm);
  return orm;
}

/** The service's database, for requests and workers: every statement and transaction ends within 5 s. */
export const openDatabase = (choice: DatabaseChoice): Promise<MikroORM> => connect(choice, TIMEOUTS);

type MigrationChoice = Omit<DatabaseChoice, 'poolSize'>;

const LOCK_NOT_AVAILABLE = '55P03';

function waitedForALock(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return code === LOCK_NOT_AVAILABLE || (cause != null && waitedForALock(cause));
}

async function withDatabase(choice: MigrationChoice, work: (orm: MikroORM) => Promise<void>): Promise<void> {
  const orm = await connect({ ...choice, poolSize: 2 }, { options: `-c lock_timeout=${LOCK_WAIT_MS}` });
  try {
    await work(orm);
  } finally {
    await orm.close(true);
  }
}

async function takeTurn(orm: MikroORM, { log }: MigrationChoice): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    await em.execute('set local lock_timeout = 0');
    await em.execute('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    const done = await orm.migrator.up();
    if (done.length > 0) log.info({ migrations: done.map(({ name }) => name) }, 'migrated');
  });
}

/**
 * Brings the database up to the last migration while others go on using it. Replicas that start together take turns. A
 * migration that does not get its lock soon lets everybody pass who waits behind it, and tries again for a minute. Each is a
 * transaction of its own, so that what one has locked is free before the next.
 */
export async function migrate(choice: MigrationChoice): Promise<void> {
  await withDatabase(choice, async (orm) => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await takeTurn(orm, choice);
      } catch (error) {
        if (!waitedForALock(error) || tried === TRIES) throw error;
        choice.log.warn({ tried }, 'a migration waits for a lock: others go first');
        await sleep(RETRY_MS);
      }
    }
  });
}

/**
 * Lets nobody connect to this database who was not given that right by name: PostgreSQL lets every role of a cluster into every
 * database, and another service's role has no business here. Its owner and superusers keep theirs.
 */
export async function closeToOthers(choice: MigrationChoice): Promise<void> {
  await withDatabase(choice, async (orm) => {
    await orm.em
      .fork()
      .execute(
        `do $$ begin execute format('revoke connect, temporary on database %I from public', current_database()); end $$`,
      );
  });
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
