import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { definition } from '../test-subgraph/definition.ts';
import { schemaOf } from './schema.ts';
import { openSubgraph, testDatabase } from './testing.ts';
import { type Door, knock, strangersOf } from './testing-strangers.ts';

const schema = schemaOf(definition);
const doors = new Map(strangersOf(schema).map((door) => [door.door, door]));
let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('notes') });
});
afterAll(() => subgraph.close());

const at = (name: string) => knock(subgraph, schema, doors.get(name) as Door);

test('every root field has its strangers', () => {
  expect([...doors.keys()].sort()).toEqual([
    'Mutation.markNotes',
    'Mutation.writeNote',
    'Query.broken',
    'Query.forgotten',
    'Query.greeting',
    'Query.month',
    'Query.note',
    'Query.slow',
    'Query.whoami',
  ]);
});

test('a door that keeps its word gives no fault, whatever input it needs', async () => {
  for (const name of ['Query.greeting', 'Query.whoami', 'Query.note', 'Query.month'])
    expect(await at(name)).toEqual([]);
});

test('a fault inside is told of everybody who meets it', async () => {
  const faults = await at('Query.broken');
  expect(faults.length).toBeGreaterThan(0);
  expect(faults[0]).toContain('gets a fault');
  expect(faults[0]).toContain('relation "secret_table" does not exist');
});

test('a door that answers far officers something is found', async () => {
  const { strangers = [] } = doors.get('Query.whoami') ?? {};
  const demanding = strangers.map((stranger) => ({ ...stranger, gets: 'NOTHING' as const }));
  const faults = await knock(subgraph, schema, { door: 'Query.whoami', strangers: demanding });
  expect(faults.some((fault) => fault.includes('gets something: '))).toBe(true);
});

test('a door that lets somebody in who must be refused is found', async () => {
  const { strangers = [] } = doors.get('Query.greeting') ?? {};
  const demanding = strangers.map((stranger) => ({ ...stranger, gets: 'FORBIDDEN' as const }));
  const faults = await knock(subgraph, schema, { door: 'Query.greeting', strangers: demanding });
  expect(faults).toHaveLength(strangers.length);
  expect(faults[0]).toContain('no error instead of FORBIDDEN');
});
