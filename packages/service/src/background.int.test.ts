import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { definition } from '../test-subgraph/definition.ts';
import { startBackground } from './background.ts';
import { makeClock } from './clock.ts';
import type { RunningService } from './definition.ts';
import { makeLogger } from './logger.ts';
import { openSubgraph, testDatabase } from './testing.ts';

let running: RunningService;
let orm: MikroORM;
let close: () => Promise<void>;
beforeAll(async () => {
  const subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase(definition.name) });
  ({ orm } = subgraph);
  close = subgraph.close;
  const log = makeLogger({ service: definition.name, role: 'worker', level: 'silent' });
  running = { orm, environment: subgraph.environment, clock: makeClock(), log, metrics: subgraph.metrics };
});
afterAll(() => close());

const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

test('steps follow each other, and stopping waits for the one in hand, then closes', async () => {
  const happened: string[] = [];
  let steps = 0;
  const work = {
    name: 'count',
    prepare: () => ({
      async step() {
        steps += 1;
        if (steps < 3) return 0;
        happened.push('begun');
        await soon();
        happened.push('ended');
        return 60_000;
      },
      async close() {
        happened.push('closed');
      },
    }),
  };
  const background = startBackground([work], running);
  while (happened.length === 0) await soon();
  await background.stop();
  expect(steps).toBe(3);
  expect(happened).toEqual(['begun', 'ended', 'closed']);
});

test('a step that fails ends nothing: the others go on', async () => {
  let good = 0;
  const background = startBackground(
    [
      { name: 'bad', prepare: () => ({ step: () => Promise.reject(new Error('bad')) }) },
      {
        name: 'good',
        prepare: () => ({
          async step() {
            good += 1;
            return 1;
          },
        }),
      },
    ],
    running,
  );
  while (good < 3) await soon();
  await background.stop();
  expect(good).toBeGreaterThan(2);
});

test('what is not configured rightly does not start', () => {
  const wrong = {
    name: 'wrong',
    prepare: () => {
      throw new Error('a secret is missing');
    },
  };
  expect(() => startBackground([wrong], running)).toThrow('a secret is missing');
});
