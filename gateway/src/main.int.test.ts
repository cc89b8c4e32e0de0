import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from '@jest/globals';
import { type StubSubgraph, startStubSubgraph } from './testing/stub-subgraph.ts';
import { answerOrgtree, keyPair } from './testing/toy.ts';

let child: ChildProcess | undefined;
let orgtree: StubSubgraph | undefined;
afterEach(async () => {
  child?.kill('SIGKILL');
  await orgtree?.kill();
});

const file = new URL('./main.ts', import.meta.url).pathname;
const supergraph = new URL('./testing/toy-supergraph.graphql', import.meta.url).pathname;

function start(environment: Record<string, string>): ChildProcess {
  child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    env: { PATH: process.env.PATH, PORT_GATEWAY: '0', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return child;
}

/** A house in which one subgraph and NATS are away. */
async function goodEnvironment(): Promise<Record<string, string>> {
  orgtree = await startStubSubgraph(answerOrgtree);
  return {
    SUPERGRAPH_FILE: supergraph,
    NATS_URL: 'nats://127.0.0.1:1',
    SUBGRAPH_URL_ORGTREE: orgtree.url,
    SUBGRAPH_URL_TRANSFERS: 'http://127.0.0.1:1/graphql',
    ACCESS_TOKEN_PUBLIC_JWK: JSON.stringify(keyPair().publicJwk),
    GATEWAY_PRIVATE_JWK: JSON.stringify(keyPair().privateJwk),
  };
}

async function ready(process: ChildProcess): Promise<string> {
  const [message] = (await once(process, 'message')) as [{ type: string; port: number }];
  expect(message.type).toBe('ready');
  return `http://127.0.0.1:${message.port}`;
}

const askAt = (url: string) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ members(first: 1) { name } }' }),
  });

test('it starts with NATS and a subgraph away, answers, and drains when told to', async () => {
  const gateway = start(await goodEnvironment());
  const url = await ready(gateway);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const answer = await askAt(url);
  expect(await answer.json()).toMatchObject({ data: { members: expect.any(Array) } });

  if (orgtree) {
    orgtree.answer = async (request) => {
      gateway.send({ type: 'shutdown' });
      await new Promise((resolve) => setTimeout(resolve, 300));
      return answerOrgtree(request);
    };
  }
  const underWay = askAt(url);
  const [code] = await Promise.all([
    once(gateway, 'exit'),
    underWay.then(async (late) => expect(late.status).toBe(200)),
  ]);
  expect(code[0]).toBe(0);
});

test('told to stop, it is not ready at once, answers for as long as a cluster needs to notice, and ends connections meanwhile', async () => {
  const gateway = start({ ...(await goodEnvironment()), DRAIN_DELAY_MS: '600' });
  const url = await ready(gateway);
  const startedAt = performance.now();
  gateway.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  const answer = await askAt(url);
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  const [code] = await once(gateway, 'exit');
  expect(code).toBe(0);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(600);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it within a second when nothing is under way',
  async (signal) => {
    const gateway = start(await goodEnvironment());
    await ready(gateway);
    const startedAt = performance.now();
    gateway.kill(signal);
    const [code] = await once(gateway, 'exit');
    expect(code).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  },
);

test('it ends when the launcher is gone', async () => {
  const gateway = start(await goodEnvironment());
  await ready(gateway);
  gateway.disconnect();
  const [code] = await once(gateway, 'exit');
  expect(code).toBe(0);
});

test('a bad environment is told in full, and nothing starts', async () => {
  const gateway = start({ SUBGRAPH_URL_ORGTREE: 'not a url', GATEWAY_PRIVATE_JWK: '{}' });
  let said = '';
  gateway.stderr?.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  const [code] = await once(gateway, 'exit');
  expect(code).toBe(1);
  for (const name of ['NATS_URL', 'ACCESS_TOKEN_PUBLIC_JWK', 'GATEWAY_PRIVATE_JWK'])
    expect(said).toContain(name);
});

test('a subgraph without an address is named', async () => {
  const { SUBGRAPH_URL_TRANSFERS: _, ...rest } = await goodEnvironment();
  const gateway = start(rest);
  let said = '';
  gateway.stderr?.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  const [code] = await once(gateway, 'exit');
  expect(code).toBe(1);
  expect(said).toContain('SUBGRAPH_URL_TRANSFERS');
});
