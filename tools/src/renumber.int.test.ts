import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { openConnection } from '@dang/events/leader';
import { definition as fees } from '@dang/fees/definition';
import { migrate } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import { expect, test } from '@jest/globals';

test('numbers of the days after the moment go on behind a gap, in units that have counted and in those that have not', async () => {
  const { client: server } = await openConnection(process.env.TEST_DATABASE_URL ?? '', 'renumber test');
  const database = `renumber_${process.pid}`;
  await server.query(`create database ${database}`);
  await server.end();
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = database;
  await migrate({
    definition: fees,
    url: url.href,
    log: makeLogger({ service: 'fees', role: 'test', level: 'silent' }),
  });
  const { client } = await openConnection(url.href, 'renumber test');
  const units = await client.query<{ id: string }>(
    `insert into unit_copy select (jsonb_populate_record(null::unit_copy, row || jsonb_build_object('id', uuidv7()))).*
     from (select jsonb_build_object('version', 1, 'code', '05.200', 'name', 'x', 'short_name', 'x', 'type', 'SUPERIOR', 'kind', 'x',
       'path', '1', 'valid_from', '2026-01-01') as row) as wanted, generate_series(1, 2) returning id`,
  );
  const [counted] = units.rows;
  await client.query(`insert into order_counter values ($1, '2026-07-06', 17)`, [counted?.id]);
  const run = (...days: string[]) =>
    execFileSync(process.execPath, [join(import.meta.dirname, 'renumber.ts'), ...days], {
      env: { ...process.env, DATA_DIR: '/nowhere', DATABASE_URL_FEES: url.href },
      encoding: 'utf8',
      stdio: 'pipe',
    });
  expect(run('2026-07-05', '2026-07-06')).toContain('fees        4 counters');
  const { rows } = await client.query('select day::text, last from order_counter order by day, last');
  expect(rows).toEqual([
    { day: '2026-07-05', last: 500 },
    { day: '2026-07-05', last: 500 },
    { day: '2026-07-06', last: 500 },
    { day: '2026-07-06', last: 517 },
  ]);
  await client.end();
  expect(() => run('06/07/2026')).toThrow(/is not a day/);
});
