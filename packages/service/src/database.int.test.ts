import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Migration } from '@mikro-orm/migrations';
import pg from 'pg';
import { closeToOthers, databaseAnswers, migrate, openDatabase } from './database.ts';
import { makeLogger } from './logger.ts';
import { testDatabase } from './testing.ts';

const log = makeLogger({ service: 'notes', role: 'api', level: 'silent' });
const definition = { name: 'notes', entities: [], migrations: [] };
let orm: Awaited<ReturnType<typeof openDatabase>>;
beforeAll(async () => {
  orm = await openDatabase({ definition, url: await testDatabase('notes'), poolSize: 2, log });
});
afterAll(() => orm.close(true));

test('statements and transactions end within 5 s, also those that wait idle', async () => {
  const show = async (name: string) => {
    const [row] = await orm.em.fork().execute<Record<string, string>[]>(`show ${name}`);
    return row?.[name];
  };
  expect(await show('statement_timeout')).toBe('4500ms');
  expect(await show('transaction_timeout')).toBe('5s');
  expect(await show('idle_in_transaction_session_timeout')).toBe('5s');
  expect(await show('application_name')).toBe('notes');
});

test('a transaction that idles too long is ended, and costs the pool no place', async () => {
  const idle = () =>
    orm.em.fork().transactional(async (em) => {
      await em.execute(`set local idle_in_transaction_session_timeout = '50ms'`);
      await sleep(150);
      await em.execute('select 1');
    });
  for (let round = 0; round < 3; round += 1) {
    const ended = await Promise.allSettled([idle(), idle()]);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  }
  expect(await databaseAnswers(orm)).toBe(true);
});

test('migrations wait for one another, and one of several does the work', async () => {
  const url = await testDatabase('notes');
  const { definition: toy } = await import('../test-subgraph/definition.ts');
  await Promise.all(Array.from({ length: 4 }, () => migrate({ definition: toy, url, log })));
  const migrated = await openDatabase({ definition: toy, url, poolSize: 1, log });
  expect(await migrated.em.fork().execute('select name from mikro_orm_migrations')).toHaveLength(1);
  await migrated.close(true);
});

/** A migration that wants a table for itself. */
class AddsColumn extends Migration {
  override up(): void {
    this.addSql('alter table busy add column extra int');
  }
}

async function connected(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

test('a migration that waits for a lock lets those pass who wait behind it, and is done when there is a gap', async () => {
  const url = await testDatabase('notes');
  const [holder, asker] = await Promise.all([connected(url), connected(url)]);
  await holder.query('create table busy (id int)');
  await holder.query('begin');
  await holder.query('lock table busy in access share mode');
  const toy = { ...definition, migrations: [{ name: '0001-extra', class: AddsColumn }] };
  const migrating = migrate({ definition: toy, url, log });
  const wants = 'select from pg_locks where relation = $1::regclass and not granted';
  while ((await asker.query(wants, ['busy'])).rowCount === 0) await sleep(20);
  const began = performance.now();
  await asker.query('select from busy');
  expect(performance.now() - began).toBeLessThan(4_500);
  await holder.query('commit');
  await migrating;
  expect((await asker.query('select extra from busy')).rowCount).toBe(0);
  await Promise.all([holder.end(), asker.end()]);
});

test('a database that is closed to others lets in its owner and no other role', async () => {
  const url = await testDatabase('notes');
  const admin = await connected(url);
  const database = new URL(url).pathname.slice(1);
  const [owner, other] = [`${database}_owner`, `${database}_other`];
  for (const role of [owner, other]) await admin.query(`create role "${role}" login`);
  await admin.query(`alter database "${database}" owner to "${owner}"`);
  const as = (role: string) => Object.assign(new URL(url), { username: role, password: '' }).href;
  await (await connected(as(other))).end();
  await closeToOthers({ definition, url: as(owner), log });
  await (await connected(as(owner))).end();
  await expect(connected(as(other))).rejects.toThrow('permission denied for database');
  await admin.query(`alter database "${database}" owner to current_user`);
  for (const role of [owner, other]) await admin.query(`drop role "${role}"`);
  await admin.end();
});

test('a database that is not there does not answer, within its time', async () => {
  const away = await openDatabase({ definition, url: 'postgresql://a@127.0.0.1:9/a', poolSize: 1, log });
  expect(await databaseAnswers(away)).toBe(false);
  await away.close(true);
});
