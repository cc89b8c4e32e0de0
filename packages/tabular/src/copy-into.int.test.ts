import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { type CopyValue, copyInto } from './copy-into.ts';

let client: Client;
beforeAll(async () => {
  client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query(
    'create temporary table target (id bigint primary key, name text, day date, flag boolean)',
  );
});
afterAll(() => client.end());

test('every value arrives as it was, also what COPY writes otherwise', async () => {
  const rows = [
    [1n, 'tab\tline\nreturn\rback\\slash', '2026-07-06', true],
    [2, '\\N', null, false],
    [3, '', '1985-02-25', null],
  ] as const;
  expect(await copyInto(client, 'target', ['id', 'name', 'day', 'flag'], rows)).toBe(3);
  const { rows: stored } = await client.query(
    'select id::int, name, day::text, flag from target order by id',
  );
  expect(stored.map((row) => Object.values(row))).toEqual(rows.map(([id, ...rest]) => [Number(id), ...rest]));
});

test('many rows go through in chunks', async () => {
  async function* many(): AsyncGenerator<CopyValue[]> {
    for (let id = 10; id < 50_010; id++) yield [id, `Đảng viên ${id}`];
  }
  expect(await copyInto(client, 'target', ['id', 'name'], many())).toBe(50_000);
});

test('a row that breaks a rule leaves nothing behind, and the connection goes on', async () => {
  await expect(
    copyInto(
      client,
      'target',
      ['id', 'name'],
      [
        [100_000, 'a'],
        [1, 'again'],
      ],
    ),
  ).rejects.toThrow('duplicate');
  const failing = (function* () {
    yield [100_001, 'a'] as const;
    throw new Error('the source broke');
  })();
  await expect(copyInto(client, 'target', ['id', 'name'], failing)).rejects.toThrow('the source broke');
  const { rows } = await client.query('select count(*)::int as n from target where id >= 100000');
  expect(rows[0].n).toBe(0);
});

test('a name that is none never reaches the statement', async () => {
  await expect(copyInto(client, 'target; drop table x', ['id'], [])).rejects.toThrow('not a name');
});
