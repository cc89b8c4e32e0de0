import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { mintGatewayToken } from '@dang/access/tokens';
import { afterEach, describe, expect, test } from '@jest/globals';
import { testDatabase, testEnvironment, testNats } from './testing.ts';

const main = fileURLToPath(new URL('../test-subgraph/main.ts', import.meta.url));
const compileCache = join(tmpdir(), 'dang-test-compile-cache');
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** The toy service as a real process; `ready` resolves with its message, or with its exit code when it dies. */
async function start(more: Record<string, string> = {}) {
  const { source, gatewayPrivateJwk } = testEnvironment('notes', {
    DATABASE_URL_NOTES: await testDatabase('notes'),
    LOG_LEVEL: 'info',
    ...more,
  });
  const child = fork(main, {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: compileCache, ...source },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  const exit = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  const ready = Promise.race([once(child, 'message').then(([message]) => message), exit]);
  const portOf = () => Number(/"address":"http:\/\/127\.0\.0\.1:(\d+)"/.exec(output)?.[1]);
  const agent = new Agent({ keepAlive: true });
  const get = (path: string, post?: { token: string; query: string }) =>
    new Promise<{ status?: number; body: string; connection?: string }>((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        ...(post && { authorization: `Bearer ${post.token}` }),
      };
      const asked = request(
        { port: portOf(), path, agent, headers, method: post ? 'POST' : 'GET' },
        (answer) => {
          let body = '';
          answer.on('data', (text) => (body += text));
          answer.on('end', () =>
            resolve({ status: answer.statusCode, body, connection: answer.headers.connection }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(post && JSON.stringify({ query: post.query }));
    });
  const token = await mintGatewayToken(gatewayPrivateJwk, { actor: null, subgraph: 'notes', language: 'vi' });
  const ask = (query: string) => get('/graphql', { token, query });
  return { child, ready, exit, get, ask, output: () => output };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('a service', () => {
  test('migrates, says that it is ready, answers, shows how it is, and ends with 0 on SIGTERM', async () => {
    const { url, province } = testNats();
    const service = await start({ NATS_URL: url, PROVINCE_CODE: province });
    expect(await service.ready).toEqual({ type: 'ready' });
    expect(JSON.parse((await service.ask('query Hello { greeting }')).body)).toEqual({
      data: { greeting: 'Xin chào' },
    });
    expect((await service.get('/livez')).status).toBe(200);
    expect(await service.get('/readyz')).toMatchObject({
      status: 200,
      body: expect.stringContaining('"database":"up"'),
    });
    const { body } = await service.get('/metrics');
    expect(body).toMatch(
      /graphql_operation_seconds_count\{service="notes",operation="Hello",outcome="ok"\} 1/,
    );
    expect(body).toMatch(/process_cpu_seconds_total/);
    // the workers start in the background: a service is ready while it still connects to NATS
    while (!(await service.get('/metrics')).body.includes('outbox')) await sleep(20);
    const told = Date.now();
    service.child.kill('SIGTERM');
    expect(await service.exit).toEqual({ code: 0, signal: null });
    expect(Date.now() - told).toBeLessThan(5_000);
  });

  test('told to stop, is not ready at once, ends what is in flight, and leaves soon after', async () => {
    const service = await start({ DRAIN_DELAY_MS: '500' });
    await service.ready;
    const inFlight = service.ask('{ slow(ms: 1200) }');
    await sleep(200);
    const told = Date.now();
    service.child.send({ type: 'shutdown' });
    await sleep(100);
    expect(await service.get('/readyz')).toMatchObject({
      status: 503,
      body: expect.stringContaining('draining'),
    });
    // whoever keeps a connection goes elsewhere before it is closed
    expect(await service.ask('{ greeting }')).toMatchObject({ status: 200, connection: 'close' });
    expect(JSON.parse((await inFlight).body)).toEqual({ data: { slow: 'done' } });
    expect(await service.exit).toEqual({ code: 0, signal: null });
    expect(Date.now() - told).toBeLessThan(6_000);
  });

  test('ends when its parent is gone', async () => {
    const service = await start();
    await service.ready;
    service.child.disconnect();
    expect(await service.exit).toEqual({ code: 0, signal: null });
  });

  test('starts with NATS away, and says so', async () => {
    const service = await start({ NATS_URL: 'nats://127.0.0.1:9' });
    expect(await service.ready).toEqual({ type: 'ready' });
    expect(await service.get('/readyz')).toMatchObject({
      status: 200,
      body: expect.stringContaining('"nats":"connecting"'),
    });
    service.child.kill('SIGTERM');
    expect(await service.exit).toEqual({ code: 0, signal: null });
  });

  test('two replicas that start together migrate once', async () => {
    const DATABASE_URL_NOTES = await testDatabase('notes');
    const replicas = await Promise.all([start({ DATABASE_URL_NOTES }), start({ DATABASE_URL_NOTES })]);
    for (const { ready } of replicas) expect(await ready).toEqual({ type: 'ready' });
    expect(replicas.filter(({ output }) => output().includes('migrated'))).toHaveLength(1);
  });

  test('in role worker answers probes and no graph', async () => {
    const DATABASE_URL_NOTES = await testDatabase('notes');
    const worker = await start({ DATABASE_URL_NOTES, ROLE: 'worker' });
    await worker.ready;
    expect((await worker.get('/livez')).status).toBe(200);
    expect((await worker.get('/readyz')).status).toBe(503);
    expect((await worker.ask('{ greeting }')).status).toBe(404);
    while (!worker.output().includes('waiting for the migrations')) await sleep(50);
  });

  test('in role migrate brings the database up to date and ends; who awaits that is not ready before', async () => {
    const DATABASE_URL_NOTES = await testDatabase('notes');
    const api = await start({ DATABASE_URL_NOTES, ROLE: 'api', MIGRATIONS: 'awaited' });
    await api.ready;
    expect(await api.get('/readyz')).toMatchObject({
      status: 503,
      body: expect.stringContaining('"migrations":"awaited"'),
    });
    for (const _ of ['first', 'again']) {
      const migration = await start({ DATABASE_URL_NOTES, ROLE: 'migrate' });
      expect(await migration.exit).toEqual({ code: 0, signal: null });
    }
    while ((await api.get('/readyz')).status !== 200) await sleep(50);
    expect(api.output()).not.toContain('"msg":"migrated"');
    expect(JSON.parse((await api.ask('{ greeting }')).body)).toEqual({ data: { greeting: 'Xin chào' } });
  });

  test('in role migrate without a database ends with 1', async () => {
    const migration = await start({
      DATABASE_URL_NOTES: 'postgresql://dang@127.0.0.1:9/notes',
      ROLE: 'migrate',
    });
    expect(await migration.exit).toEqual({ code: 1, signal: null });
  });

  test('with a monitor port answers probes and metrics there, and nothing of them beside the graph', async () => {
    const PORT_MONITOR = String(await freePort());
    const service = await start({ PORT_MONITOR });
    await service.ready;
    const watch = (path: string) => fetch(`http://127.0.0.1:${PORT_MONITOR}${path}`);
    expect((await watch('/readyz')).status).toBe(200);
    expect(await (await watch('/metrics')).text()).toContain('process_cpu_seconds_total');
    expect((await watch('/graphql')).status).toBe(404);
    for (const path of ['/livez', '/readyz', '/metrics']) expect((await service.get(path)).status).toBe(404);
    service.child.kill('SIGTERM');
    expect(await service.exit).toEqual({ code: 0, signal: null });
  });

  test('without a usable environment tells every fault and ends with 1', async () => {
    const service = await start({ PROVINCE_KEY: '', ROLE: 'boss', DATABASE_URL_NOTES: '' });
    expect(await service.ready).toEqual({ code: 1, signal: null });
    for (const name of ['PROVINCE_KEY', 'ROLE', 'DATABASE_URL_NOTES'])
      expect(service.output()).toContain(`${name}: `);
  });

  test('without a database ends with 1 and a line that names no password', async () => {
    const service = await start({ DATABASE_URL_NOTES: 'postgresql://dang:s3cret@127.0.0.1:9/notes' });
    expect(await service.ready).toEqual({ code: 1, signal: null });
    expect(service.output()).toContain('"level":60');
    expect(service.output()).not.toContain('s3cret');
  });
});
