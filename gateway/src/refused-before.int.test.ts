import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openToyHouse, type ToyHouse } from './testing/toy.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
const json = { 'content-type': 'application/json' };
const mutation = encodeURIComponent(
  'mutation { renameUnit(id: "00000000-0000-4000-8000-000000000900", name: "x") { id } }',
);

let house: ToyHouse;
beforeAll(async () => {
  house = await openToyHouse();
});
afterAll(() => house.stop());

type Told = { errors: { extensions: { code: string; requestId: string; traceId: string } }[] };

test.each([
  [404, 'NOT_FOUND', { method: 'GET', url: '/nowhere' }],
  [404, 'NOT_FOUND', { method: 'DELETE', url: '/graphql' }],
  [400, 'BAD_REQUEST', { method: 'GET', url: '/%' }],
  [400, 'BAD_REQUEST', { method: 'POST', url: '/graphql', headers: json, payload: '{' }],
  [
    401,
    'UNAUTHENTICATED',
    { method: 'POST', url: '/graphql', headers: { ...json, authorization: 'Bearer x' }, payload: '{}' },
  ],
  [
    405,
    'BAD_REQUEST',
    { method: 'GET', url: `/graphql?query=${mutation}`, headers: { 'apollo-require-preflight': '1' } },
  ],
  [405, 'BAD_REQUEST', { method: 'OPTIONS', url: '/graphql', headers: { 'apollo-require-preflight': '1' } }],
  [
    413,
    'PAYLOAD_TOO_LARGE',
    { method: 'POST', url: '/graphql', headers: json, payload: ' '.repeat(2_000_000) },
  ],
  [
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    { method: 'POST', url: '/graphql', headers: { 'content-type': 'text/plain' }, payload: 'x' },
  ],
] as const)('%i %s names request and trace, in header and body', async (status, code, request) => {
  const headers = { ...('headers' in request && request.headers) };
  const given = await house.gateway.http.inject({ ...request, headers: { ...headers, traceparent } });
  const own = await house.gateway.http.inject({ ...request, headers });
  expect(given.headers['x-trace-id']).toBe(traceId);
  expect(own.headers['x-trace-id']).toMatch(/^[0-9a-f]{32}$/);
  for (const answer of [given, own]) {
    const marks = { requestId: answer.headers['x-request-id'], traceId: answer.headers['x-trace-id'] };
    expect([answer.statusCode, (answer.json() as Told).errors.map(({ extensions }) => extensions)]).toEqual([
      status,
      [{ code, ...marks }],
    ]);
  }
});
