import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signAccessToken } from '@dang/access/tokens';
import { silentSigning } from '@dang/documents/signing/testing-signing';
import { definition as evaluation } from '@dang/evaluation/definition';
import { definition as orgtree } from '@dang/orgtree/definition';
import { loadDemoData } from '@dang/orgtree/demo-data';
import {
  openSubgraph,
  testActor,
  testDatabase,
  testEnvironment,
  testKeyPair,
  testNats,
} from '@dang/service/testing';
import { type CollectedSpan, openCollector } from '@dang/telemetry/testing-collector';
import { factNames, processNames } from '@dang/telemetry/trace';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { smallTree, unit } from '../../services/orgtree/test/orgtree-stage.ts';
import { root } from '../src/launcher/running.ts';
import { freePort } from '../src/servers/free-port.ts';
import { keptBack, ofLibraries } from './span-attributes.ts';

const children: ChildProcess[] = [];
let collector: Awaited<ReturnType<typeof openCollector>>;
let said = '';

/** A process of ours, once it says that it is ready. */
async function start(main: string, environment: Record<string, string>): Promise<number | undefined> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, main)], {
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'info',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${main} ended: ${said}`))),
  ]);
  return (message as { port?: number }).port;
}

/** Lets a process end: it sends its last spans first. */
async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

beforeAll(async () => {
  collector = await openCollector();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await collector.close();
});

test('one trace leads from the gateway through a subgraph, its statements and an event to another service, and is named in logs and errors', async () => {
  const { url: NATS_URL, province: PROVINCE_CODE } = testNats();
  const [access, gateway] = [testKeyPair(), testKeyPair()];
  const databases = { orgtree: await testDatabase('orgtree'), evaluation: await testDatabase('evaluation') };
  const house = await openSubgraph(orgtree, { databaseUrl: databases.orgtree });
  await loadDemoData(house.em(), smallTree);
  await house.close();
  const common = { NATS_URL, PROVINCE_CODE, CLOCK_START: '2026-07-06' };
  const environmentOf = (name: 'orgtree' | 'evaluation', port: number) =>
    testEnvironment(name, {
      ...common,
      ...silentSigning(),
      LOG_LEVEL: 'info',
      GATEWAY_PUBLIC_JWK: JSON.stringify(gateway.publicJwk),
      [`DATABASE_URL_${name.toUpperCase()}`]: databases[name],
      [`PORT_${name.toUpperCase()}`]: String(port),
      [`PORT_${name.toUpperCase()}_DOORS`]: '0',
    }).source;
  const port = await freePort();
  await start('services/orgtree/src/main.ts', environmentOf(orgtree.name as 'orgtree', port));
  await start('services/evaluation/src/main.ts', environmentOf(evaluation.name as 'evaluation', 0));
  const gatewayPort = await start('gateway/src/main.ts', {
    NATS_URL,
    PROVINCE_CODE,
    PORT_GATEWAY: '0',
    ACCESS_TOKEN_PUBLIC_JWK: JSON.stringify(access.publicJwk),
    GATEWAY_PRIVATE_JWK: JSON.stringify(gateway.privateJwk),
    ...Object.fromEntries(
      ['identity', 'fees', 'evaluation', 'transfers'].map((name) => [
        `SUBGRAPH_URL_${name.toUpperCase()}`,
        'http://127.0.0.1:9/graphql',
      ]),
    ),
    SUBGRAPH_URL_ORGTREE: `http://127.0.0.1:${port}/graphql`,
  });

  // somebody who sets a day, and asks fees, which is away, for something else in the same operation
  const actor = testActor({ role: 'ORG_ADMIN', unitId: unit.ward, name: 'Nguyễn Thị Bí Mật' });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const reason = 'Kế hoạch bí mật 079300000001';
  const answer = await fetch(`http://127.0.0.1:${gatewayPort}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await signAccessToken(access.privateJwk, actor)}`,
      traceparent: `00-${traceId}-b7ad6b7169203331-00`,
    },
    body: JSON.stringify({
      query: `mutation SetTheDay($input: SetProcedureStartInput!) {
        setProcedureStart(input: $input) { unit { id beneficiaryAccount { id } } refusal { code } } }`,
      variables: {
        input: {
          idempotencyKey: randomUUID(),
          unitId: unit.ward,
          procedure: 'DUES',
          startsOn: '2026-08-01',
          reason,
        },
      },
    }),
  });
  const { data, errors } = (await answer.json()) as {
    data: { setProcedureStart: { unit: { id: string }; refusal: null } };
    errors: { extensions: Record<string, unknown> }[];
  };
  expect(data.setProcedureStart).toMatchObject({ unit: { id: unit.ward }, refusal: null });
  expect(errors.map(({ extensions }) => [extensions.code, extensions.traceId])).toEqual([
    ['SUBGRAPH_UNAVAILABLE', traceId],
  ]);
  expect(answer.headers.get('x-trace-id')).toBe(traceId);

  // the demo's own events come too, each in a trace of its own
  const handled = () =>
    collector.spans.filter(
      (span) => span.service === 'evaluation' && span.kind === 'event handled' && span.traceId === traceId,
    );
  for (const until = Date.now() + 60_000; handled().length === 0 && Date.now() < until; ) await sleep(50);
  await Promise.all(children.map(end));

  const byId = new Map(collector.spans.map((span) => [span.spanId, span]));
  /** From a span up to the request: `service kind`, our kinds only. */
  const wayUp = (span: CollectedSpan | undefined): string[] => {
    if (span === undefined) return [];
    const own = span.kind ? [`${span.service} ${span.kind}`] : [];
    return [...own, ...wayUp(byId.get(span.parentId))];
  };
  const request = ['orgtree subgraph operation', 'gateway subgraph fetch', 'gateway gateway request'];
  expect(wayUp(handled()[0])).toEqual(['evaluation event handled', 'orgtree event published', ...request]);
  const statements = collector.spans.filter(
    (span) => span.kind === 'SQL statement' && span.traceId === traceId,
  );
  const ways = new Set(statements.map((span) => wayUp(span).join(' < ')));
  expect([...ways].sort()).toEqual(
    [
      ['evaluation SQL statement', 'evaluation event handled', 'orgtree event published', ...request].join(
        ' < ',
      ),
      ['orgtree SQL statement', ...request].join(' < '),
    ].sort(),
  );
  expect(statements.some(({ facts }) => String(facts['db.query.text']).includes('insert into outbox'))).toBe(
    true,
  );
  const ours = collector.spans.filter((span) => span.traceId === traceId);
  expect(ours.find(({ kind }) => kind === 'gateway request')?.name).toBe('gateway request SetTheDay');
  // the planner of the gateway is seen too
  expect(ours.some(({ name }) => name === 'gateway.plan')).toBe(true);

  const lines = said.split('\n').filter((line) => line.includes('a subgraph gave no usable answer'));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ service: 'gateway', traceId });
  // what a collector in a cluster would keep back, nobody misses
  const known = new Set<string>([...factNames, ...processNames, ...ofLibraries, ...keptBack]);
  expect([...collector.keys].filter((key) => !known.has(key))).toEqual([]);
  expect([...ofLibraries, ...keptBack, ...processNames].filter((key) => !collector.keys.has(key))).toEqual(
    [],
  );
  // neither who asked nor what they wrote
  for (const secret of ['Bí Mật', 'bí mật', '079300000001', actor.accountId, actor.name])
    expect(collector.text()).not.toContain(secret);
}, 240_000);
