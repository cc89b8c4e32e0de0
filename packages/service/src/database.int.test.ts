import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { databaseAnswers, migrate, openDatabase } from './database.ts';
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

test('a database that is not there does not answer, within its time', async () => {
  const away = await openDatabase({ definition, url: 'postgresql://a@127.0.0.1:9/a', poolSize: 1, log });
  expect(await databaseAnswers(away)).toBe(false);
  await away.close(true);
});
