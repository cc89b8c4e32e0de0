import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { definition } from '../test-subgraph/definition.ts';
import { openSubgraph, testDatabase } from './testing.ts';
import { openTestDoors } from './testing-side-doors.ts';

type Answer = { statusCode: number; headers: Record<string, unknown>; json(): Refused };
type Refused = {
  error?: string;
  traceId?: string;
  errors?: { extensions: { code: string; traceId?: string } }[];
};

const traceId = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
const json = { 'content-type': 'application/json' };

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('notes') });
  const environment = { ...subgraph.environment, DOORS_URL: 'http://127.0.0.1:1', DOORS_TRUSTED_PROXIES: 0 };
  doors = openTestDoors({ ...subgraph, environment }, [
    (app) => {
      app.post('/told', async (_request, reply) => reply.code(409).send({ error: 'KNOWN' }));
      app.get('/taken', async () => ({ error: null }));
      app.get('/broken', async () => {
        throw new Error('a secret of ours');
      });
    },
  ]);
});
afterAll(async () => {
  await doors.close();
  await subgraph.close();
});

const requests = [
  [404, { method: 'GET', url: '/nowhere' }],
  [404, { method: 'DELETE', url: '/graphql' }],
  [400, { method: 'GET', url: '/%' }],
] as const;

describe('what a service refuses before its graph is asked names the trace, in header and body', () => {
  const told = ({ statusCode, headers, json }: Answer) => {
    const traced = json().errors?.map(({ extensions }) => extensions.traceId);
    return [statusCode, headers['x-trace-id'], traced];
  };

  test.each([...requests, [401, { method: 'POST', url: '/graphql', headers: json, payload: '{}' }]] as const)(
    '%i',
    async (status, request) => {
      const headers = 'headers' in request ? request.headers : {};
      const given = await subgraph.inject({ ...request, headers: { ...headers, traceparent } });
      expect(told(given)).toEqual([status, traceId, [traceId]]);
      const own = await subgraph.inject(request);
      expect(told(own)).toEqual([
        status,
        expect.stringMatching(/^[0-9a-f]{32}$/),
        [own.headers['x-trace-id']],
      ]);
    },
  );

  test.each([
    [400, '{', 'application/json'],
    [413, JSON.stringify({ query: 'x'.repeat(2_000_000) }), 'application/json'],
    [415, '<x/>', 'application/xml'],
  ])('%i, of the gateway itself', async (status, payload, type) => {
    const authorization = `Bearer ${await subgraph.token()}`;
    const headers = { 'content-type': type, authorization, traceparent };
    const answer = await subgraph.inject({ method: 'POST', url: '/graphql', headers, payload });
    expect(told(answer)).toEqual([status, traceId, [traceId]]);
  });
});

describe('what a side door refuses names the trace, in header and body', () => {
  test.each([
    ...requests,
    [400, { method: 'POST', url: '/told', headers: json, payload: '{' }],
    [413, { method: 'POST', url: '/told', headers: json, payload: ' '.repeat(400_000) }],
    [415, { method: 'POST', url: '/told', headers: { 'content-type': 'application/xml' }, payload: '<x/>' }],
    [409, { method: 'POST', url: '/told', headers: json, payload: '{}' }],
    [500, { method: 'GET', url: '/broken' }],
  ] as const)('%i', async (status, request) => {
    const headers = { ...('headers' in request && request.headers), traceparent };
    const answer = await doors.app.inject({ ...request, headers });
    expect([answer.statusCode, answer.headers['x-trace-id'], (answer.json() as Refused).traceId]).toEqual([
      status,
      traceId,
      traceId,
    ]);
    expect(answer.body).not.toContain('secret');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('and says nothing of it in what it grants', async () => {
    expect((await doors.app.inject('/taken')).json()).toEqual({ error: null });
  });
});
