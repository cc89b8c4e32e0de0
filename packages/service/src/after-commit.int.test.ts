import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { definition, told } from '../test-subgraph/definition.ts';
import { openSubgraph, testActor, testDatabase } from './testing.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
const actor = testActor();
beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('notes') });
});
beforeEach(async () => {
  await subgraph.em().execute('truncate note, idempotency_key');
  told.length = 0;
});
afterAll(() => subgraph.close());

const run = (mutation: string) => subgraph.execute(`mutation { ${mutation} }`, {}, actor);
const write = (text: string, key = text) =>
  run(`writeNote(input: { idempotencyKey: "${key}", text: "${text}" }) { note { text } refusal { code } }`);

test('what a mutation did is told once it is committed; a refusal, or the same call again, is not', async () => {
  await write('one');
  await write('refuse me');
  await write('one');
  expect(told).toEqual(['one']);
});

test('what fails at the commit itself is not told', async () => {
  await subgraph.em().execute(`
    create function too_late() returns trigger language plpgsql as $$ begin raise exception 'too late'; end $$;
    create constraint trigger late after insert on note deferrable initially deferred for each row execute function too_late()`);
  const { errors } = await write('one');
  await subgraph.em().execute('drop trigger late on note');
  expect(errors).toHaveLength(1);
  expect(told).toEqual([]);
  // nor with what comes next
  await write('two');
  expect(told).toEqual(['two']);
});

test('of many, only what stayed is told', async () => {
  for (const text of ['a', 'b', 'refuse me']) await write(text);
  told.length = 0;
  const mark = (key: string) =>
    run(
      `markNotes(input: { idempotencyKey: "${key}", mark: "!" }) { items { refusal { code } } refusal { code } }`,
    );
  await mark('k');
  await mark('k');
  expect(told.toSorted()).toEqual(['a !', 'b !']);
});
