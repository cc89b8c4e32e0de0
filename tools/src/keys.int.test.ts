import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { definition as evaluation } from '@dang/evaluation/definition';
import { openConnection } from '@dang/events/leader';
import { definition as fees } from '@dang/fees/definition';
import { definition as identity } from '@dang/identity/definition';
import { definition as orgtree } from '@dang/orgtree/definition';
import { migrate } from '@dang/service/database';
import { keyRing } from '@dang/service/key-ring';
import { keysInUse, sealedColumnsOf } from '@dang/service/key-rotation';
import { makeLogger } from '@dang/service/logger';
import { blindIndex, openText } from '@dang/service/sealed-text';
import { testDatabase } from '@dang/service/testing';
import { definition as transfers } from '@dang/transfers/definition';
import { beforeAll, expect, test } from '@jest/globals';
import { loadDemoProvince } from './demo/load.ts';
import { root } from './launcher/running.ts';

const run = promisify(execFile);
const log = makeLogger({ service: 'keys', role: 'test', level: 'silent' });
const [oldKey, newKey, indexKey, newIndexKey] = [1, 2, 3, 4].map(() => randomBytes(32)) as [
  Buffer,
  Buffer,
  Buffer,
  Buffer,
];
const databaseUrls: Record<string, string> = {};

beforeAll(async () => {
  for (const definition of [identity, orgtree, fees, evaluation, transfers]) {
    const url = await testDatabase(definition.name);
    databaseUrls[definition.name] = url;
    await migrate({ definition, url, log });
  }
  const keys = { key: keyRing(oldKey), indexKey };
  await loadDemoProvince({ databaseUrls, keys, certificates: [], environment: null, log: () => undefined });
});

/** Runs a tool beside no running system, on these databases and keys. */
async function tool(file: string, args: string[], more: Record<string, string> = {}): Promise<string> {
  const urls = Object.entries(databaseUrls).map(([name, url]) => [`DATABASE_URL_${name.toUpperCase()}`, url]);
  const env = {
    ...process.env,
    ...Object.fromEntries(urls),
    PROVINCE_KEY: newKey.toString('base64'),
    PROVINCE_KEYS_OLD: oldKey.toString('base64'),
    ...more,
  };
  const { stdout } = await run(process.execPath, [join(root, 'tools', 'src', file), ...args], { env });
  return stdout;
}

async function inIdentity<Answer>(
  work: (client: Awaited<ReturnType<typeof openConnection>>['client']) => Promise<Answer>,
) {
  const { client } = await openConnection(databaseUrls.identity ?? '', 'test');
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('a rotation brings the whole demo province under the new key, and nothing is left to the old one', async () => {
  expect(await tool('keys.ts', ['status'])).toMatch(/texts are under other keys than the current one/);
  expect(await tool('keys.ts', ['rotate'])).toMatch(/[1-9]\d* rows were brought under the current key/);
  expect(await tool('keys.ts', ['status'])).toContain('PROVINCE_KEYS_OLD is no longer needed');
  const onlyNew = keyRing(newKey);
  await inIdentity(async (client) => {
    const columns = await sealedColumnsOf(client);
    expect(columns.map(({ table, column }) => `${table}.${column}`)).toEqual(
      expect.arrayContaining([
        'member.personal_id_sealed',
        'account.personal_id_sealed',
        'member_contact.phone_sealed',
      ]),
    );
    for (const column of columns)
      expect([...(await keysInUse(client, column)).keys()].filter((key) => key !== onlyNew.current)).toEqual(
        [],
      );
    const { rows } = await client.query(
      'select personal_id_sealed as sealed, personal_id_index as index from member where personal_id_sealed is not null',
    );
    expect(rows.length).toBeGreaterThan(500);
    for (const { sealed, index } of rows) expect(blindIndex(indexKey, openText(onlyNew, sealed))).toBe(index);
  });
});

test('a new index key finds everybody, and says which index it could not make anew', async () => {
  const said = await tool('keys.ts', ['reindex'], { PROVINCE_INDEX_KEY: newIndexKey.toString('base64') });
  expect(said).toMatch(/[1-9]\d* indexes were made anew/);
  await inIdentity(async (client) => {
    const { rows } = await client.query(
      'select personal_id_sealed as sealed, personal_id_index as index from member where personal_id_sealed is not null',
    );
    for (const { sealed, index } of rows)
      expect(blindIndex(newIndexKey, openText(keyRing(newKey), sealed))).toBe(index);
  });
});

test('a verification says that all is whole, and ends with 1 when it is not', async () => {
  expect(await tool('verify.ts', ['audit'])).toMatch(/identity +whole: 0 lines/);
  await inIdentity((client) =>
    client.query(
      `insert into audit_entry (at, action, subject_kind, subject_id, content_hash)
       values (now(), 'forged', 'note', 'x', sha256('forged'))`,
    ),
  );
  await expect(tool('verify.ts', ['audit', 'identity'])).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('BROKEN'),
  });
  const storage = { STORAGE_URL: 'file:///nowhere', SIGNING_URL: '' };
  expect(await tool('verify.ts', ['files', 'transfers'], storage)).toMatch(/transfers +whole: 0 files/);
  await expect(
    tool('verify.ts', ['files', 'transfers'], { ...storage, STORAGE_URL: '' }),
  ).rejects.toMatchObject({ stderr: expect.stringContaining('STORAGE_URL: is not set') });
  await expect(tool('verify.ts', ['audit', 'nobody'])).rejects.toMatchObject({
    stderr: expect.stringContaining('There is no service nobody'),
  });
});
