import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fileStorage } from './file-storage.ts';
import { s3Storage } from './s3-storage.ts';
import type { FileStorage } from './storage.port.ts';
import { storageOf } from './storage.ts';
import { openS3StandIn } from './testing-s3.ts';

const folder = mkdtempSync(join(tmpdir(), 'dang-storage-'));
let s3: Awaited<ReturnType<typeof openS3StandIn>>;
const bucket = { bucket: 'dang', prefix: '05/papers/', region: 'vn', accessKey: 'key', secretKey: 'secret' };
beforeAll(async () => {
  s3 = await openS3StandIn();
});
afterAll(async () => {
  await s3?.close();
  rmSync(folder, { recursive: true, force: true });
});

const adapters: [string, () => FileStorage][] = [
  ['a folder', () => fileStorage(join(folder, 'files'))],
  ['a bucket', () => s3Storage({ ...bucket, endpoint: s3.url })],
];
const soon = () => new Date(Date.now() + 60_000);

async function keysOf(storage: FileStorage, olderThan: Date): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of storage.list(olderThan)) keys.push(key);
  return keys.sort();
}

describe.each(adapters)('%s', (_, open) => {
  test('gives back what was put, forgets what is removed, and lists by age', async () => {
    const storage = open();
    const bytes = randomBytes(300_000);
    for (const key of ['aa/one', 'aa/two', 'bb/three']) await storage.put(key, bytes);
    expect((await storage.get('aa/one'))?.equals(bytes)).toBe(true);
    expect(await storage.get('aa/none')).toBeNull();
    expect(await keysOf(storage, soon())).toEqual(['aa/one', 'aa/two', 'bb/three']);
    expect(await keysOf(storage, new Date(Date.now() - 60_000))).toEqual([]);
    await storage.remove('aa/one');
    await storage.remove('aa/one');
    expect(await storage.get('aa/one')).toBeNull();
    expect(await keysOf(storage, soon())).toEqual(['aa/two', 'bb/three']);
  });

  test('takes no key that could lead elsewhere', async () => {
    const storage = open();
    for (const key of [
      '../x',
      'a/../../x',
      '/etc/passwd',
      'a\\b',
      'a//b',
      '',
      'a/',
      'a\0b',
      'x.y',
      'a'.repeat(201),
    ]) {
      await expect(async () => storage.put(key, Buffer.alloc(1))).rejects.toThrow('not the key');
      await expect(async () => storage.get(key)).rejects.toThrow('not the key');
      await expect(async () => storage.remove(key)).rejects.toThrow('not the key');
    }
  });

  test('a hundred at once are all there', async () => {
    const storage = open();
    const names = Array.from({ length: 100 }, (_each, number) => `cc/${number}`);
    await Promise.all(names.map((name) => storage.put(name, Buffer.from(name))));
    const read = await Promise.all(names.map((name) => storage.get(name)));
    expect(read.map(String)).toEqual(names);
  });
});

test('what a crash leaves half-written in a folder is listed under a key that no row has', async () => {
  const root = join(folder, 'crashed');
  const storage = fileStorage(root);
  await storage.put('aa/one', Buffer.from('whole'));
  expect(readdirSync(join(root, 'growing'))).toEqual([]);
  await storage.put('growing/left-over', Buffer.from('ha'));
  const old = new Date(Date.now() - 3 * 86_400_000);
  utimesSync(join(root, 'growing', 'left-over'), old, old);
  expect(await keysOf(storage, new Date(Date.now() - 86_400_000))).toEqual(['growing/left-over']);
  expect(await keysOf(fileStorage(join(folder, 'never-made')), soon())).toEqual([]);
});

test('a bucket that stumbles is asked again, one that stays down fails the put', async () => {
  const storage = s3Storage({ ...bucket, endpoint: s3.url });
  s3.failNext(2);
  await storage.put('dd/one', Buffer.from('x'));
  expect(String(await storage.get('dd/one'))).toBe('x');
  s3.failNext(20);
  await expect(storage.put('dd/two', Buffer.from('x'))).rejects.toThrow();
  s3.failNext(0);
  expect(await storage.get('dd/two')).toBeNull();
});

test('a wrong key is an error, never an empty storage', async () => {
  const storage = s3Storage({ ...bucket, accessKey: 'other', endpoint: s3.url });
  await expect(storage.get('aa/two')).rejects.toThrow();
  await expect(keysOf(storage, soon())).rejects.toThrow();
});

test('each province and service keeps to its own part of the place that all of them name', async () => {
  const place = (province: string, service: string, url: string) =>
    storageOf({
      PROVINCE_CODE: province,
      SERVICE: service,
      ...{ STORAGE_URL: url, STORAGE_ACCESS_KEY: 'key', STORAGE_SECRET_KEY: 'secret' },
    });
  for (const url of [
    pathToFileURL(join(folder, 'shared')).href,
    `s3://shared/files?endpoint=${s3.url}&region=vn`,
  ]) {
    await place('05', 'fees', url).put('aa/one', Buffer.from('x'));
    expect(place('05', 'fees', url)).toBe(place('05', 'fees', url));
    for (const [province, service] of [
      ['05', 'identity'],
      ['06', 'fees'],
    ] as const) {
      expect(await place(province, service, url).get('aa/one')).toBeNull();
      expect(await keysOf(place(province, service, url), soon())).toEqual([]);
    }
  }
  expect([...s3.objects.keys()]).toContain('files/05/fees/aa/one');
});
