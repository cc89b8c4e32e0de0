import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ask, openToyHouse, type ToyHouse } from './testing/toy.ts';

const home = '{ members(first: 1) { id name } }';

let house: ToyHouse;
beforeAll(async () => {
  house = await openToyHouse();
});
afterAll(() => house.stop());
beforeEach(() => {
  house.orgtree.requests.length = 0;
});

const nested = (depth: number): string =>
  `{ unit(id: "00000000-0000-4000-8000-000000000900") ${'{ parent '.repeat(depth)}{ id }${' }'.repeat(depth)} }`;
const aliases = (count: number, field = 'me { id }'): string =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')} }`;

describe('requests that are too much', () => {
  test.each([
    ['13 levels deep', nested(11), 'QUERY_TOO_LARGE'],
    ['1,000 levels deep', nested(600), 'QUERY_TOO_LARGE'],
    ['with 61 aliases', aliases(61), 'QUERY_TOO_LARGE'],
    ['with 5,000 aliases', aliases(5_000), 'GRAPHQL_PARSE_FAILED'],
    ['with 5,000 aliases of __typename', aliases(5_000, '__typename'), 'GRAPHQL_PARSE_FAILED'],
    ['with 31 directives', `{ me { ${'id @include(if: true) '.repeat(31)} } }`, 'QUERY_TOO_LARGE'],
    ['of 2,001 tokens', `{ me { ${'id '.repeat(2_000)} } }`, 'GRAPHQL_PARSE_FAILED'],
    [
      'with fragments that go round',
      '{ me { ...A } } fragment A on Member { ...B } fragment B on Member { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('a query %s is answered 400', async (_name, query, code) => {
    const startedAt = performance.now();
    const { status, errors } = await ask(house, query);
    expect(status).toBe(400);
    expect(errors.map((error) => error.extensions.code)).toContain(code);
    expect(errors.every((error) => error.extensions.requestId !== undefined)).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(house.orgtree.requests).toHaveLength(0);
  });

  test('the widest query that is allowed is answered', async () => {
    const { status, errors } = await ask(house, aliases(60));
    expect([status, errors]).toEqual([200, []]);
    const deep = await ask(house, nested(10));
    expect(deep.status).toBe(200);
  });

  test('aliases inside a fragment count wherever it is spread', async () => {
    const spread = Array.from({ length: 20 }, (_, index) => `m${index}: me { ...F }`).join(' ');
    const query = `{ ${spread} } fragment F on Member { a: id b: id c: id }`;
    const { status } = await ask(house, query);
    expect(status).toBe(400);
  });

  test('fragments that unfold into too many fields are answered 400', async () => {
    const names = 'ABCDEFGHIJ'.split('');
    const fragments = names.map((name, index) => {
      const next = names[index + 1];
      return `fragment ${name} on Unit { ${next === undefined ? 'id' : `...${next} `.repeat(28)} }`;
    });
    const query = `{ unit(id: "00000000-0000-4000-8000-000000000900") { ...A } } ${fragments.join(' ')}`;
    const { status, errors } = await ask(house, query);
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe('QUERY_TOO_LARGE');
  });
});

describe('requests that are no GraphQL', () => {
  const send = async (
    payload: string | object | undefined,
    headers: Record<string, string> = {},
    method: 'POST' | 'GET' | 'PUT' = 'POST',
  ) => {
    const response = await house.gateway.http.inject({
      method,
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      ...(payload !== undefined && { payload }),
    });
    const { errors } = response.json<{
      errors: { message: string; extensions: { code: string; requestId: string } }[];
    }>();
    return { status: response.statusCode, code: errors[0]?.extensions.code, errors };
  };

  test.each<[string, string | object, number, string]>([
    [
      '2 MB',
      JSON.stringify({ query: home, variables: { x: 'x'.repeat(2 * 1024 * 1024) } }),
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    ['garbage for JSON', '{"query": ', 400, 'BAD_REQUEST'],
    ['a text', '"query"', 400, 'BAD_REQUEST'],
    ['null', 'null', 400, 'BAD_REQUEST'],
    ['nothing', '', 400, 'BAD_REQUEST'],
    ['an object without a query', {}, 400, 'BAD_REQUEST'],
    ['a query that is a number', { query: 17 }, 400, 'BAD_REQUEST'],
    ['variables that are a text', { query: home, variables: 'x' }, 400, 'BAD_REQUEST'],
    ['a batch', [{ query: home }, { query: home }], 400, 'BAD_REQUEST'],
    ['a batch of none', [], 400, 'BAD_REQUEST'],
    ['a prototype', '{"query":"{ me { id } }","__proto__":{"x":1}}', 400, 'BAD_REQUEST'],
    ['a syntax error', { query: '{ members(' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', { query: '{ membres { id } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two operations and no name',
      { query: 'query A { me { id } } query B { me { id } }' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a variable that is missing',
      { query: 'query ($n: Int!) { members(first: $n) { id } }' },
      400,
      'BAD_USER_INPUT',
    ],
    ['a subscription', { query: 'subscription { me { id } }' }, 400, 'OPERATION_RESOLUTION_FAILURE'],
    [
      'a persisted query',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } },
      200,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
    ["federation's own fields", { query: '{ _service { sdl } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      "federation's entities",
      { query: '{ _entities(representations: []) { __typename } }' },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s is refused with a code', async (_name, payload, status, code) => {
    const answer = await send(payload);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(answer.errors[0]?.extensions.requestId).toBeDefined();
    expect(JSON.stringify(answer.errors)).not.toMatch(/node_modules|\bat .+:\d+:\d+|127\.0\.0\.1/);
    expect(house.orgtree.requests).toHaveLength(0);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/html',
  ])('a form that another site could send (%s) is refused', async (type) => {
    const answer = await send(JSON.stringify({ query: home }), { 'content-type': type });
    expect([answer.status, answer.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  test('a GET that another site could cause is refused', async () => {
    const response = await house.gateway.http.inject({
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent(home)}`,
    });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    const meant = await house.gateway.http.inject({
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent(home)}`,
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(meant.statusCode).toBe(200);
  });

  test('a mutation by GET is refused', async () => {
    const mutation = 'mutation { renameUnit(id: "00000000-0000-4000-8000-000000000900", name: "x") { id } }';
    const response = await house.gateway.http.inject({
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent(mutation)}`,
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(response.statusCode).toBe(405);
    expect(house.orgtree.requests).toHaveLength(0);
  });

  test('an unknown address and a bent Host header are 4xx in the same shape', async () => {
    const lost = await house.gateway.http.inject('/admin');
    expect(lost.statusCode).toBe(404);
    expect(lost.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    const bentHost = await house.gateway.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', host: 'a b<>%%' },
      payload: { query: home },
    });
    expect(bentHost.statusCode).toBeLessThan(500);
  });
});

describe('in production', () => {
  let production: ToyHouse;
  beforeAll(async () => {
    production = await openToyHouse({ isProduction: true });
  });
  afterAll(() => production.stop());

  test('a misspelt field gets no suggestion, and the schema is not told', async () => {
    const misspelt = await ask(production, '{ mebers(first: 1) { id } }');
    expect(misspelt.status).toBe(400);
    expect(misspelt.errors[0]?.message).not.toMatch(/Did you mean/);
    const inDevelopment = await ask(house, '{ mebers(first: 1) { id } }');
    expect(inDevelopment.errors[0]?.message).toMatch(/Did you mean "members"/);
    const schema = await ask(production, '{ __schema { types { name } } }');
    expect([schema.status, schema.data]).toEqual([400, undefined]);
  });

  test.each(['/', '/graphql'])('there is no explorer at %s', async (url) => {
    const page = await production.gateway.http.inject({ url, headers: { accept: 'text/html' } });
    expect(page.statusCode).toBeGreaterThanOrEqual(400);
    expect(page.headers['content-type']).not.toMatch(/html/);
  });
});
