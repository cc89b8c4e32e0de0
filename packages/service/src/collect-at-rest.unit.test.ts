import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { collectAtRest } from './collect-at-rest.ts';

/** Any share of work counts as rest, so that a busy test machine changes nothing; `never` counts as work. */
const always = 1.1;
const never = 0;
const looking = { lookMs: 5, looks: 20, quietLooks: 3 };

function counting() {
  let times = 0;
  const collect = (() => {
    times += 1;
  }) as NodeJS.GCFunction;
  return { collect, times: () => times };
}

test('a process at rest is collected once, and not again while its heap has not grown', async () => {
  const { collect, times } = counting();
  collectAtRest(collect, { ...looking, working: always });
  await sleep(300);
  expect(times()).toBe(1);
});

test('a process that works is left alone', async () => {
  const { collect, times } = counting();
  collectAtRest(collect, { ...looking, working: never });
  await sleep(300);
  expect(times()).toBe(0);
});

test('it looks for a while after the start and then no more', async () => {
  const { collect, times } = counting();
  collectAtRest(collect, { ...looking, looks: 2, working: always });
  await sleep(100);
  expect(times()).toBe(0);
});

test('without a way to collect nothing is looked at', () => {
  expect(() => collectAtRest(undefined)).not.toThrow();
});
