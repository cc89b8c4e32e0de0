import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { nodeOptions } from '../src/launcher/child.ts';
import { compileAhead } from '../src/launcher/compile-ahead.ts';
import { root } from '../src/launcher/running.ts';

const cache = mkdtempSync(join(tmpdir(), 'compiled-'));
const environment = { NODE_COMPILE_CACHE: cache };
beforeAll(async () => {
  expect(await once(compileAhead(environment), 'exit')).toEqual([0, null]);
}, 240_000);
afterAll(() => rmSync(cache, { recursive: true, force: true }));

/** What lies in the cache, by the options with which it was compiled. */
const kept = (): string[][] =>
  readdirSync(cache).map((options) => readdirSync(join(cache, options)).toSorted());

/** Runs a program of the system as the launcher does, but with nothing in its environment, so that it loads and then ends at the first thing that it misses. */
async function loadAlone(program: string, options: readonly string[] = nodeOptions): Promise<void> {
  const child = spawn(process.execPath, [...options, join(root, program)], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: 'ignore',
  });
  expect(await once(child, 'exit')).toEqual([1, null]);
}

test.each(['services/transfers/src/main.ts', 'services/fees/src/main.ts', 'gateway/src/main.ts'])(
  '%s finds all that it loads compiled, itself included',
  async (program) => {
    const before = kept();
    expect(before).toHaveLength(1);
    await loadAlone(program);
    expect(kept()).toEqual(before);
  },
  60_000,
);

test('whoever runs with other options finds nothing', async () => {
  await loadAlone('services/transfers/src/main.ts', ['--disable-warning=ExperimentalWarning']);
  expect(kept()).toHaveLength(2);
}, 60_000);
