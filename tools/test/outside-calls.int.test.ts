import { glob, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { makeMetrics } from '@dang/service/metrics';
import type { OutsideSystem } from '@dang/telemetry/outside-call';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { outsideSystems } from './outside-systems.ts';

const root = join(import.meta.dirname, '../..');

let url = '';
let mailUrl = '';
/** Everything is answered with a fault but where VNeID says what it is. */
const web = createServer((request, response) => {
  request.resume();
  if (!request.url?.endsWith('/.well-known/openid-configuration')) return void response.writeHead(500).end();
  const issuer = `${url}/vneid`;
  const ends = { authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ issuer, ...ends, jwks_uri: `${issuer}/jwks` }));
});
const mail = createTcpServer((socket) => {
  socket.on('error', () => {});
  socket.end('421 not now\r\n');
});
beforeAll(async () => {
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  mailUrl = `smtp://127.0.0.1:${(mail.address() as AddressInfo).port}`;
});
afterAll(() => {
  web.closeAllConnections();
  web.close();
  mail.close();
});

const registry = makeMetrics('tools');

/** How many calls of each system ended so far, however they ended, as `/metrics` shows them. */
async function countedBySystem(): Promise<Map<string, number>> {
  const counted = new Map<string, number>();
  for (const line of (await registry.metrics()).split('\n')) {
    const [, labels = '', value] = /^outside_call_seconds_count\{(.*)\} (\d+)$/.exec(line) ?? [];
    const system = /system="(\w+)"/.exec(labels)?.[1];
    const outcome = /outcome="(\w+)"/.exec(labels)?.[1];
    if (system) counted.set(`${system} ${outcome}`, Number(value));
  }
  return counted;
}

async function countedBy(call: () => unknown): Promise<Record<string, number>> {
  const before = await countedBySystem();
  await Promise.resolve(call()).catch(() => {});
  const more = [...(await countedBySystem())].map(([name, count]): [string, number] => [
    name,
    count - (before.get(name) ?? 0),
  ]);
  return Object.fromEntries(more.filter(([, count]) => count > 0));
}

/** The functions of an adapter, those of its class too. */
const functionsOf = (adapter: object): string[] =>
  [
    ...new Set([...Object.keys(adapter), ...Object.getOwnPropertyNames(Object.getPrototypeOf(adapter))]),
  ].filter(
    (name) =>
      name !== 'constructor' &&
      !(name in Object.prototype) &&
      typeof (adapter as Record<string, unknown>)[name] === 'function',
  );

const names = Object.keys(
  outsideSystems({ url: 'http://127.0.0.1:9', mailUrl: 'smtp://127.0.0.1:9', timeoutMs: 1 }),
);

test.each(names as OutsideSystem[])('each call to %s is counted as its own, once', async (system) => {
  const { adapter, calls } = outsideSystems({ url, mailUrl, timeoutMs: 2_000 })[system]();
  expect(functionsOf(adapter).filter((name) => !(name in calls))).toEqual([]);
  for (const [name, call] of Object.entries(calls)) {
    if (call === null) continue;
    // VNeID is asked who it is first, and answers that
    const own = system === 'vneid' ? { 'vneid ok': 1, 'vneid failed': 1 } : { [`${system} failed`]: 1 };
    expect({ name, counted: await countedBy(call) }).toEqual({ name, counted: own });
  }
});

test('nothing of ours speaks to anybody outside but through an adapter that counts', async () => {
  const speaks = /from '(undici|nodemailer|openid-client)'|import\('@aws-sdk|\bfetch\(|\bhttps?\.request\(/;
  const silent: string[] = [];
  let speakers = 0;
  for await (const file of glob('{packages,services}/*/src/**/*.ts', { cwd: root })) {
    if (/\.test\.ts$|\/testing-[\w-]+\.ts$|\/stand-in-[\w-]+\.ts$/.test(file)) continue;
    const text = await readFile(join(root, file), 'utf8');
    if (!speaks.test(text)) continue;
    speakers += 1;
    if (!/\bmeasured(<[^>]*>)?\(/.test(text)) silent.push(file);
  }
  expect(silent).toEqual([]);
  expect(speakers).toBeGreaterThanOrEqual(8);
});
