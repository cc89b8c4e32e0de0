import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { definition } from '../test-subgraph/definition.ts';
import { type Figure, watchFigures } from './figures.ts';
import { openSubgraph, testDatabase } from './testing.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('notes') });
});
afterAll(() => subgraph.close());

/** A registry with these figures, and what was warned of. */
function watched(figures: readonly Figure[]) {
  const metrics = new Registry();
  const warned: unknown[] = [];
  const log = { warn: (line: { figures: string[] }) => warned.push(line.figures), debug: () => {} };
  watchFigures(figures, { orm: subgraph.orm, clock: subgraph.clock, metrics, log: log as never });
  const lines = async () => (await metrics.metrics()).split('\n').filter((line) => /^notes/.test(line));
  return { lines, warned };
}

const write = (text: string, amount: number) =>
  subgraph.em().execute('insert into note (text, amount) values (?, ?)', [text, amount]);

test('one question fills several gauges, and is not asked again while its answer is good', async () => {
  let asked = 0;
  const { lines } = watched([
    {
      gauges: { notes_written: 'Notes', notes_amount: 'Their amounts' },
      label: 'text',
      goodForMs: 60_000,
      async ask(em) {
        asked += 1;
        return await em.execute(
          'select text as label, count(*)::int as notes_written, sum(amount)::text as notes_amount from note group by text',
        );
      },
    },
  ]);
  await write('one', 5_000);
  expect(await lines()).toEqual(['notes_written{text="one"} 1', 'notes_amount{text="one"} 5000']);
  await write('two', 7_000);
  await lines();
  expect(asked).toBe(1);
});

test('a row that is gone is not shown any more', async () => {
  const { lines } = watched([
    {
      gauges: { notes_written: 'Notes' },
      label: 'text',
      goodForMs: 0,
      ask: (em) => em.execute('select text as label, 1 as notes_written from note'),
    },
  ]);
  expect(await lines()).toHaveLength(2);
  await subgraph.em().execute(`delete from note where text = 'one'`);
  expect(await lines()).toEqual(['notes_written{text="two"} 1']);
});

test('a question that fails is never 0, keeps no other from its answer, and is warned of once', async () => {
  const { lines, warned } = watched([
    { gauges: { notes_lost: 'Lost' }, goodForMs: 0, ask: (em) => em.execute('select * from nowhere') },
    { gauges: { notes_written: 'Notes' }, goodForMs: 0, ask: async () => [{ notes_written: 3 }] },
  ]);
  expect(await lines()).toEqual(['notes_lost Nan', 'notes_written 3']);
  await lines();
  expect(warned).toEqual([['notes_lost']]);
});
