import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { answerOrgtree, answerTransfers, ask, openToyHouse, type ToyHouse } from './testing/toy.ts';

const homeScreen = `query Home($n: Int!) { members(first: $n) { id name unit { code } transfers { id status } } }`;
const id = '00000000-0000-4000-8000-000000000900';

let house: ToyHouse;
beforeAll(async () => {
  house = await openToyHouse({ subgraphTimeoutMs: 400 });
});
afterAll(() => house.stop());
beforeEach(() => {
  house.orgtree.answer = answerOrgtree;
  house.transfers.answer = answerTransfers;
  house.orgtree.requests.length = 0;
  house.transfers.requests.length = 0;
});

test('one query is answered from two subgraphs', async () => {
  const { status, data, errors } = await ask(house, homeScreen, { variables: { n: 2 } });
  expect(errors).toEqual([]);
  expect(status).toBe(200);
  expect(data?.members).toEqual([
    {
      id: '00000000-0000-4000-8000-000000000001',
      name: 'Đảng viên 1',
      unit: { code: '05.200' },
      transfers: [{ id: '00000000-0000-4000-8000-000000000001', status: 'REQUESTED' }],
    },
    {
      id: '00000000-0000-4000-8000-000000000002',
      name: 'Đảng viên 2',
      unit: { code: '05.200' },
      transfers: [{ id: '00000000-0000-4000-8000-000000000002', status: 'REQUESTED' }],
    },
  ]);
});

test('a dead subgraph costs its own fields only, and is named without its address', async () => {
  await house.transfers.kill();
  const { status, data, errors } = await ask(house, homeScreen, { variables: { n: 1 } });
  expect(status).toBe(200);
  expect(data?.members).toEqual([
    {
      id: '00000000-0000-4000-8000-000000000001',
      name: 'Đảng viên 1',
      unit: { code: '05.200' },
      transfers: null,
    },
  ]);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'transfers' });
  expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|localhost|ECONN|:\d{4,5}/);
  await house.transfers.revive();
  const again = await ask(house, homeScreen, { variables: { n: 1 } });
  expect(again.errors).toEqual([]);
});

test('a subgraph that restarts between two queries is not noticed', async () => {
  await ask(house, homeScreen, { variables: { n: 1 } });
  await house.orgtree.kill();
  await house.orgtree.revive();
  const { errors } = await ask(house, homeScreen, { variables: { n: 1 } });
  expect(errors).toEqual([]);
});

test('what may be asked twice is asked again when its connection breaks: queries, and mutations with a key of their own', async () => {
  let isFirst = true;
  const breakOnce = (request: Parameters<typeof answerOrgtree>[0]) => {
    if (!isFirst) return answerOrgtree(request);
    isFirst = false;
    return (response: ServerResponse) => response.destroy();
  };
  house.orgtree.answer = breakOnce;
  const query = await ask(house, '{ members(first: 1) { id } }');
  expect([query.errors, house.orgtree.requests.length]).toEqual([[], 2]);

  isFirst = true;
  house.orgtree.requests.length = 0;
  const mutation = await ask(house, `mutation { renameUnit(id: "${id}", name: "Chi bộ 3") { id } }`);
  expect(mutation.errors[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
  expect(house.orgtree.requests).toHaveLength(1);

  isFirst = true;
  house.orgtree.requests.length = 0;
  const input = { idempotencyKey: 'k-1', id, name: 'Chi bộ 3' };
  const keyed = 'mutation Once($input: RenameUnitInput!) { renameUnitOnce(input: $input) { name } }';
  const once = await ask(house, keyed, { variables: { input } });
  expect([once.errors, once.data]).toEqual([[], { renameUnitOnce: { name: 'Chi bộ 3' } }]);
  expect(house.orgtree.requests.map(({ variables }) => variables.input)).toEqual([input, input]);
});

test('a subgraph between two replicas, which nobody answers for a moment, is waited for', async () => {
  await house.orgtree.kill();
  const asked = ask(house, `mutation { renameUnit(id: "${id}", name: "Chi bộ 3") { name } }`);
  await new Promise((done) => setTimeout(done, 20));
  await house.orgtree.revive();
  expect((await asked).errors).toEqual([]);
  expect(house.orgtree.requests).toHaveLength(1);
});

test('a subgraph that says nothing is given up after its time-out', async () => {
  house.transfers.answer = () => () => {};
  const startedAt = performance.now();
  const { data, errors } = await ask(house, homeScreen, { variables: { n: 1 } });
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  expect(errors[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
  expect(data?.members).toHaveLength(1);
});

test.each([
  ['HTML from a proxy', '<html>502 Bad Gateway http://10.0.0.7:8080</html>', 502],
  ['JSON that is no GraphQL', '{"statusCode":500,"host":"fees-db-0"}', 500],
  [
    'a refusal of the gateway itself',
    '{"errors":[{"message":"no token","extensions":{"code":"UNAUTHENTICATED"}}]}',
    401,
  ],
  ['an answer cut short', '{"data":{"_enti', 200],
])('%s is an outage of that subgraph and leaks nothing', async (_name, text, status) => {
  house.transfers.answer = () => (response) => {
    response.statusCode = status;
    response.end(text);
  };
  const { errors } = await ask(house, homeScreen, { variables: { n: 1 } });
  expect(errors.map((error) => error.extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  expect(JSON.stringify(errors)).not.toMatch(/10\.0\.0\.7|fees-db|no token/);
});

test('errors of a subgraph keep code and place; what is not in the list is masked', async () => {
  house.transfers.answer = ({ variables }) => ({
    data: { _entities: (variables.representations as unknown[]).map(() => null) },
    errors: [
      {
        message: 'Bạn không có quyền',
        path: ['_entities', 0, 'transfers'],
        extensions: { code: 'FORBIDDEN' },
      },
      {
        message: 'connect ECONNREFUSED 10.1.2.3:5432',
        path: ['_entities', 1, 'transfers'],
        extensions: { code: 'ECONNREFUSED', stacktrace: ['at pg (/app/node_modules/pg.js:1:1)'] },
      },
      {
        message: 'Cannot query field "x" on type "Member".',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ],
  });
  const { errors, headers } = await ask(house, homeScreen, { variables: { n: 2 } });
  const marks = { requestId: headers['x-request-id'], traceId: headers['x-trace-id'] };
  expect(marks.traceId).toMatch(/^[\da-f]{32}$/);
  expect(errors).toEqual([
    {
      message: 'Bạn không có quyền',
      path: ['members', 0, 'transfers'],
      extensions: { code: 'FORBIDDEN', ...marks },
    },
    {
      message: 'Hệ thống đang gặp sự cố. Hãy thử lại sau.',
      path: ['members', 1, 'transfers'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', ...marks },
    },
    {
      message: 'Hệ thống đang gặp sự cố. Hãy thử lại sau.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', ...marks },
    },
  ]);
});

test('connections to a subgraph are kept and used again', async () => {
  await ask(house, homeScreen, { variables: { n: 1 } });
  const opened = house.orgtree.connections();
  for (let n = 1; n <= 10; n++) await ask(house, homeScreen, { variables: { n } });
  expect(house.orgtree.connections()).toBe(opened);
});

test('a malformed id is refused before any subgraph is asked, as variable and as literal', async () => {
  const asVariable = await ask(house, 'query ($id: UUID!) { unit(id: $id) { name } }', {
    variables: { id: '17' },
  });
  const asLiteral = await ask(house, '{ unit(id: "17") { name } }');
  for (const { status, errors } of [asVariable, asLiteral]) {
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
  expect(house.orgtree.requests).toHaveLength(0);
});

test('an answer of nothing but bad input is HTTP 400', async () => {
  house.orgtree.answer = () => ({
    errors: [
      { message: 'first must be 1 to 100', path: ['members'], extensions: { code: 'BAD_USER_INPUT' } },
    ],
    data: null,
  });
  const { status, errors } = await ask(house, '{ members(first: 5000) { id } }');
  expect(status).toBe(400);
  expect(errors[0]).toMatchObject({
    message: 'first must be 1 to 100',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('request id and trace go through, or are made', async () => {
  const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const given = await ask(house, homeScreen, {
    variables: { n: 1 },
    headers: { 'x-request-id': 'front-end-0001', traceparent: trace },
  });
  expect(given.headers['x-request-id']).toBe('front-end-0001');
  expect(house.orgtree.requests[0]?.headers).toMatchObject({
    'x-request-id': 'front-end-0001',
    traceparent: trace,
  });
  const made = await ask(house, homeScreen, {
    variables: { n: 3 },
    headers: { 'x-request-id': 'bad id\u0001'.replace('\u0001', ''), traceparent: 'nonsense' },
  });
  expect(made.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  expect(house.orgtree.requests[1]?.headers.traceparent).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/);
});

test('probes and metrics answer, and readiness ends with the gateway', async () => {
  const { http } = house.gateway;
  expect((await http.inject('/livez')).statusCode).toBe(200);
  expect((await http.inject('/readyz')).statusCode).toBe(200);
  const metrics = await http.inject('/metrics');
  expect(metrics.body).toMatch(
    /gateway_subgraph_seconds_count\{service="gateway",subgraph="orgtree",outcome="answered"\} \d+/,
  );
  const other = await openToyHouse();
  other.gateway.leave();
  expect((await other.gateway.http.inject('/readyz')).statusCode).toBe(503);
  await other.stop();
});

test('no origin is let in from elsewhere, unless it is listed', async () => {
  const origin = 'https://dangvien.example.vn';
  const closed = await house.gateway.http.inject({
    method: 'OPTIONS',
    url: '/graphql',
    headers: preflight(origin),
  });
  expect(closed.headers['access-control-allow-origin']).toBeUndefined();
  const open = await openToyHouse({ corsOrigins: [origin] });
  const allowed = await open.gateway.http.inject({
    method: 'OPTIONS',
    url: '/graphql',
    headers: preflight(origin),
  });
  expect(allowed.statusCode).toBe(204);
  expect(allowed.headers['access-control-allow-origin']).toBe(origin);
  // by which front ends of pilot units name the release that they want (k8s/README.md)
  expect(allowed.headers['access-control-allow-headers']).toContain('x-dang-release');
  const other = await open.gateway.http.inject({
    method: 'OPTIONS',
    url: '/graphql',
    headers: preflight('https://elsewhere.example'),
  });
  expect(other.headers['access-control-allow-origin']).toBeUndefined();
  await open.stop();
});

const preflight = (origin: string) => ({
  origin,
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'authorization,content-type',
});
