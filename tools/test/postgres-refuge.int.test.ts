import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { freePort } from '../src/servers/free-port.ts';
import { dropPostgresData, mayEnter, startPostgres } from '../src/servers/postgres-server.ts';

const folders: string[] = [];
const makeFolder = (prefix: string): string => {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('a folder that others may not pass cannot be entered by another account', () => {
  const folder = makeFolder('dang-door-');
  const nobody = { uid: 65_534, gid: 65_534, name: 'nobody' };
  chmodSync(folder, 0o700);
  expect(mayEnter(join(folder, 'below'), nobody)).toBe(false);
  chmodSync(folder, 0o755);
  expect(mayEnter(join(folder, 'below'), nobody)).toBe(true);
});

test('PostgreSQL starts, keeps its data over a restart and a kill, below a folder that only its owner may enter', async () => {
  const dataDirectory = join(makeFolder('dang-private-'), 'data', 'postgres');
  mkdirSync(join(dataDirectory, '..'), { recursive: true });
  const said: string[] = [];
  const start = async () =>
    startPostgres({
      dataDirectory,
      port: await freePort(),
      durable: true,
      say: (sentence) => said.push(sentence),
    });
  const count = async (url: string, sql: string) => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  };
  const first = await start();
  await count(first.url('postgres'), 'create table kept as select 42 as answer');
  await first.stop();
  const second = await start();
  // As a launcher that was killed leaves it: the server lives on and holds the folder.
  const third = await start();
  expect(await count(third.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
  await third.stop();
  await second.stop();
  if (process.getuid?.() === 0) expect(said.join()).toContain('Only root may enter this folder');
  await dropPostgresData(dataDirectory);
});
