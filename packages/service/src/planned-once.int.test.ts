import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { databaseAnswers, openDatabase } from './database.ts';
import { makeLogger } from './logger.ts';
import { boundForm, nameStatements, plannedOnce } from './planned-once.ts';
import { testDatabase } from './testing.ts';

const log = makeLogger({ service: 'notes', role: 'api', level: 'silent' });
const definition = { name: 'notes', entities: [], migrations: [] };
const held = 'select id, word from note where id = any(array[?]::int[]) and word <> ? order by id limit ?';
const kept = 'select statement from pg_prepared_statements order by prepare_time';
let orm: Awaited<ReturnType<typeof openDatabase>>;
let url: string;

beforeAll(async () => {
  url = await testDatabase('notes');
  orm = await openDatabase({ definition, url, poolSize: 1, log });
  await orm.em.fork().execute('create table note (id int primary key, word text)');
  await orm.em.fork().execute(`insert into note select n, 'word ' || n from generate_series(1, 100) n`);
});
afterAll(() => orm.close(true));

const ask = (ids: number[], word: string, limit: number) =>
  orm.em.fork().execute(plannedOnce(held), [ids, word, limit]);

test('a marked statement is parsed and planned once a connection, whatever its values', async () => {
  for (let n = 1; n <= 12; n += 1) expect(await ask([n, n + 1, 800, 900], `word ${n}`, 5)).toHaveLength(1);
  expect(await ask([1, 2, 3, 4], 'none', 2)).toEqual([
    { id: 1, word: 'word 1' },
    { id: 2, word: 'word 2' },
  ]);
  const [row] = await orm.em
    .fork()
    .execute<Record<string, string>[]>(
      'select statement, generic_plans, custom_plans from pg_prepared_statements',
    );
  expect(row?.statement).toContain('any($1::int[])');
  expect(Number(row?.custom_plans)).toBe(5);
  expect(Number(row?.generic_plans)).toBe(8);
});

test('what is not marked is kept nowhere', async () => {
  await orm.em.fork().execute(held, [[1], 'none', 1]);
  expect(await orm.em.fork().execute(kept)).toHaveLength(1);
});

test('it belongs to the transaction that asks, and a fault in it to whoever asked', async () => {
  const taken = plannedOnce('insert into note (id, word) values (?, ?)');
  const twice = orm.em.fork().transactional(async (em) => {
    await em.execute(taken, [200, 'new']);
    expect(await em.execute(plannedOnce(held), [[200], 'none', 1])).toHaveLength(1);
    await em.execute(taken, [200, 'again']);
  });
  await expect(twice).rejects.toMatchObject({ code: '23505', name: 'UniqueConstraintViolationException' });
  expect(await ask([200], 'none', 1)).toEqual([]);
});

test('one that PostgreSQL does not understand is said so each time, and hurts no other', async () => {
  for (let round = 0; round < 2; round += 1)
    await expect(
      orm.em.fork().execute(plannedOnce('select jsonb_build_object(?)'), ['a']),
    ).rejects.toMatchObject({
      code: '42P18',
    });
  expect(await ask([7], 'none', 1)).toHaveLength(1);
});

test('a column more, an index more and another connection change nothing', async () => {
  await orm.em.fork().execute('alter table note add column more int default 1');
  expect(await ask([7], 'none', 1)).toEqual([{ id: 7, word: 'word 7' }]);
  await orm.em.fork().execute('create index note_word on note (word)');
  expect(await ask([8], 'none', 1)).toHaveLength(1);
  const away = orm.em.fork().execute('select pg_terminate_backend(pg_backend_pid())');
  await expect(away).rejects.toThrow();
  while (!(await databaseAnswers(orm))) await sleep(20);
  expect(await ask([9], 'none', 1)).toHaveLength(1);
  expect(await orm.em.fork().execute(kept)).toHaveLength(1);
});

test('a column that becomes another type costs a connection one answer', async () => {
  const asked = plannedOnce('select id from note where id = ?');
  for (const id of [1, 2]) expect(await orm.em.fork().execute(asked, [id])).toEqual([{ id }]);
  await orm.em.fork().execute('alter table note alter column id type bigint');
  await expect(orm.em.fork().execute(asked, [3])).rejects.toMatchObject({ code: '0A000' });
  for (const id of [4, 5]) expect(await orm.em.fork().execute(asked, [id])).toHaveLength(1);
});

test('a connection keeps so many and no more; the others are asked as before', async () => {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  nameStatements(pool, 3);
  const client = await pool.connect();
  for (const round of [1, 2])
    for (let n = 1; n <= 5; n += 1) {
      const { text, values } = boundForm(plannedOnce(`select ${n} * ? as found`), [round]) ?? {
        text: '',
        values: [],
      };
      expect((await client.query(text, [...values])).rows).toEqual([{ found: n * round }]);
    }
  expect((await client.query(kept)).rowCount).toBe(3);
  client.release();
  await pool.end();
});
