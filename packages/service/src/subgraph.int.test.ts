import { mintGatewayToken } from '@dang/access/tokens';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { definition } from '../test-subgraph/definition.ts';
import { openSubgraph, testActor, testDatabase, testKeyPair } from './testing.ts';

type Opened = Awaited<ReturnType<typeof openSubgraph>>;
let subgraph: Opened;

beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('notes') });
});
afterAll(() => subgraph.close());

const codes = (answer: { errors?: { extensions?: object }[] }) =>
  answer.errors?.map((error) => (error.extensions as { code?: string } | undefined)?.code);

describe('who may read', () => {
  test('a public field answers anybody', async () => {
    expect(await subgraph.execute('{ greeting }')).toEqual({ data: { greeting: 'Xin chào' } });
  });
  test('a field for the signed in answers an applicant, and no stranger', async () => {
    const applicant = testActor({ accountStatus: 'DRAFT', memberId: null });
    expect((await subgraph.execute('{ whoami }', {}, applicant)).data).toEqual({
      whoami: applicant.accountId,
    });
    expect(codes(await subgraph.execute('{ whoami }'))).toEqual(['UNAUTHENTICATED']);
  });
  test('a root field that states no permission is refused to everybody', async () => {
    const secretary = testActor({ role: 'BRANCH_SECRETARY' });
    expect(codes(await subgraph.execute('{ forgotten }', {}, secretary))).toEqual(['FORBIDDEN']);
  });
  test('a permission that nobody gave is FORBIDDEN', async () => {
    const query = '{ note(id: "00000000-0000-4000-8000-000000000001") { id } }';
    expect(codes(await subgraph.execute(query, {}, testActor({ accountStatus: 'LOCKED' })))).toEqual([
      'FORBIDDEN',
    ]);
    expect(await subgraph.execute(query, {}, testActor())).toEqual({ data: { note: null } });
  });
  test('a sensitive field inside an entity is guarded too, and its neighbours answer', async () => {
    const [row] = await subgraph
      .em()
      .execute<{ id: string }[]>(`insert into note (text, amount) values ('a', 5000) returning id`);
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Note { id text amount secret } } }`;
    const variables = { r: [{ __typename: 'Note', id: row?.id }] };
    const answer = await subgraph.execute(query, variables, testActor());
    expect(answer.data?._entities).toEqual([{ id: row?.id, text: 'a', amount: 5000, secret: null }]);
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    const analyst = testActor({ role: 'ANALYST' });
    expect((await subgraph.execute(query, variables, analyst)).data?._entities[0].secret).toBe(
      'for analysts',
    );
  });
});

describe('the door', () => {
  const body = { query: '{ greeting }' };
  test('a request with the gateway’s token is answered', async () => {
    const answer = await subgraph.post(body, await subgraph.token());
    expect(answer).toMatchObject({ status: 200, body: { data: { greeting: 'Xin chào' } } });
  });
  test('without a token, or with one for another subgraph, the answer is 401', async () => {
    const { privateJwk } = testKeyPair();
    const foreign = await mintGatewayToken(privateJwk, { actor: null, subgraph: 'notes', language: 'vi' });
    for (const token of [undefined, 'nonsense', foreign, await subgraph.token(null, -5)]) {
      const answer = await subgraph.post(body, token);
      expect(answer.status).toBe(401);
      expect(codes(answer.body)).toEqual(['UNAUTHENTICATED']);
    }
  });
  test('a body that is no JSON, too large or no operation is 4xx, in the shape of GraphQL errors', async () => {
    const token = await subgraph.token();
    expect((await subgraph.post('{', token)).status).toBe(400);
    expect((await subgraph.post('[]', token)).status).toBe(400);
    expect((await subgraph.post({ query: '{' }, token)).status).toBe(400);
    expect((await subgraph.post({ query: '{ nothing }' }, token)).status).toBe(400);
    expect((await subgraph.post({ query: 'x'.repeat(2_000_000) }, token)).status).toBe(413);
  });
  test('bad variables and bad literals are 400', async () => {
    const token = await subgraph.token();
    const query = 'query ($m: Month!) { month(month: $m) }';
    const answer = await subgraph.post({ query, variables: { m: '2026-13' } }, token);
    expect([answer.status, codes(answer.body)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect((await subgraph.post({ query: '{ month(month: "May") }' }, token)).status).toBe(400);
    expect((await subgraph.post({ query: '{ month(month: "2026-05") }' }, token)).body).toEqual({
      data: { month: '2026-05' },
    });
  });
});

test('who is refused, or asks what is no question, is no error that somebody is told of; an outage is', async () => {
  await subgraph.execute('query Denied { forgotten }', {}, testActor());
  await subgraph.execute('query Misspelt { nothing }');
  await subgraph.execute('query Broken { broken }', {}, testActor());
  const { values } = (await subgraph.metrics.getSingleMetric('graphql_operation_seconds')?.get()) ?? {
    values: [],
  };
  const outcomes = values.map(({ labels }) => `${labels.operation} ${labels.outcome}`);
  const of = (name: string) => [...new Set(outcomes.filter((each) => each.startsWith(name)))];
  expect([of('Denied'), of('Broken')]).toEqual([['Denied ok'], ['Broken error']]);
  expect(outcomes.filter((each) => each.endsWith('error') && !each.startsWith('Broken'))).toEqual([]);
});

describe('a text that cannot be stored', () => {
  const WRITE =
    'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { text } refusal { code } } }';
  const write = async (input: object) =>
    subgraph.post({ query: WRITE, variables: { input } }, await subgraph.token(testActor()));

  test.each([
    ['a NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud800b'],
    ['more than ten thousand characters', 'x'.repeat(10_001)],
  ])('is 400, wherever it stands: %s', async (_, text) => {
    for (const input of [
      { idempotencyKey: 'k', text },
      { idempotencyKey: text, text: 'one' },
    ]) {
      const answer = await write(input);
      expect([answer.status, codes(answer.body)]).toEqual([400, ['BAD_USER_INPUT']]);
    }
  });
  test('is 400 as a literal too, the first time and the second', async () => {
    const token = await subgraph.token(testActor());
    const query = String.raw`mutation { writeNote(input: { idempotencyKey: "k", text: "a\u0000" }) { note { id } } }`;
    for (const _ of ['first', 'second']) {
      const answer = await subgraph.post({ query }, token);
      expect([answer.status, codes(answer.body)]).toEqual([400, ['BAD_USER_INPUT']]);
    }
  });
  test('is not one in Vietnamese, nor one with a smile', async () => {
    const text = 'Nguyễn Thị Ánh 🙂';
    expect((await write({ idempotencyKey: 'smile', text })).body.data?.writeNote.note.text).toBe(text);
  });
});

describe('what an error says', () => {
  test('a fault of the database says a code and a request id, and nothing of itself', async () => {
    const answer = await subgraph.execute('{ broken }');
    expect(codes(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
    const [error] = answer.errors ?? [];
    expect(error?.message).toBe('Hệ thống đang gặp sự cố. Hãy thử lại sau.');
    expect(Object.keys(error?.extensions ?? {}).sort()).toEqual(['code', 'requestId', 'traceId']);
    expect(JSON.stringify(answer)).not.toMatch(/secret_table|099123456789|select|127\.0\.0\.1|at /);
  });
});

test('in production the schema is not told: no introspection, no suggestions', async () => {
  const databaseUrl = await testDatabase('notes');
  const production = await openSubgraph(definition, { databaseUrl, environment: { NODE_ENV: 'production' } });
  const introspected = await production.execute('{ __schema { types { name } } }');
  expect(introspected.data).toBeUndefined();
  const misspelt = await production.execute('{ greetin }');
  expect(misspelt.errors?.[0]?.message).not.toContain('greeting"');
  await production.close();
  expect((await subgraph.execute('{ __schema { queryType { name } } }')).data).toBeDefined();
});
