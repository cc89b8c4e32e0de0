import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { s3Storage } from './s3-storage.ts';

const SHORT_MS = 200;
let answer: RequestListener = (_, response) => void response.end();
const server = createServer((request, response) => answer(request.resume(), response));
const storage = () =>
  s3Storage({
    bucket: 'dang',
    prefix: '05/papers/',
    region: 'vn',
    accessKey: 'key',
    secretKey: 'secret',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerMs: SHORT_MS,
  });
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function keys(): Promise<string[]> {
  const found: string[] = [];
  for await (const key of storage().list(new Date())) found.push(key);
  return found;
}

test.each([
  ['put', () => storage().put('aa/one', Buffer.alloc(10))],
  ['get', () => storage().get('aa/one')],
  ['remove', () => storage().remove('aa/one')],
  ['list', keys],
])('a bucket that takes a %s and says nothing is an error, not a wait for ever', async (_, call) => {
  answer = () => {};
  const began = performance.now();
  await expect(call()).rejects.toThrow();
  expect(performance.now() - began).toBeLessThan(20 * SHORT_MS);
});

test('half a file, a drop a time, or one without an end is no file', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': 1_000 });
    response.write('half');
  };
  await expect(storage().get('aa/one')).rejects.toThrow();
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': 1_000 });
    const drops = setInterval(() => response.write('.'), SHORT_MS / 4);
    response.once('close', () => clearInterval(drops));
  };
  await expect(storage().get('aa/one')).rejects.toThrow();
  answer = (_, response) => {
    response.writeHead(200);
    const pour = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(1_000_000)));
      response.once('drain', pour);
    };
    pour();
  };
  await expect(storage().get('aa/one')).rejects.toThrow();
});

test('a bucket that sends us elsewhere, or shows a page of somebody else, is no file either', async () => {
  answer = (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
  await expect(storage().get('aa/one')).rejects.toThrow();
  await expect(storage().put('aa/one', Buffer.alloc(1))).rejects.toThrow();
});

test('a list names only what lies in our part, and one that goes in a circle ends', async () => {
  const row = (key: string) =>
    `<Contents><Key>${key}</Key><LastModified>2026-01-01T00:00:00Z</LastModified></Contents>`;
  const page = (rest: string) =>
    `<ListBucketResult>${row('05/papers/aa/one')}${row('06/papers/aa/two')}${rest}</ListBucketResult>`;
  answer = (_, response) => void response.end(page('<IsTruncated>false</IsTruncated>'));
  expect(await keys()).toEqual(['aa/one']);
  answer = (_, response) =>
    void response.end(
      page('<IsTruncated>true</IsTruncated><NextContinuationToken>x</NextContinuationToken>'),
    );
  await expect(keys()).rejects.toThrow('does not go on');
});
