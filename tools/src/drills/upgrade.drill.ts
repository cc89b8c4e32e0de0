import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Drill } from '../drill.ts';
import { lastRelease } from '../release/source.ts';
import { makeFleet } from './upgrade/fleet.ts';
import { layGround } from './upgrade/ground.ts';
import { play } from './upgrade/play.ts';
import { newerVersion, olderVersion } from './upgrade/version.ts';

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, keep: { type: 'boolean' } },
  });
  const began = performance.now();
  const say = (sentence: string): void => {
    process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${sentence}\n`);
  };
  const folder = mkdtempSync(join(tmpdir(), 'dang-upgrade-'));
  mkdirSync(join(folder, 'versions'));
  const older = olderVersion(
    join(folder, 'versions', 'A'),
    values.from ? { tag: 'given', commit: values.from } : lastRelease(),
  );
  const newer = newerVersion(join(folder, 'versions', 'B'));
  say(`A is ${older.words}.`);
  say(`B is ${newer.words}.`);
  const ground = await layGround(folder);
  const fleet = makeFleet(ground);
  const end = async () => {
    await fleet.stop();
    await ground.stop();
    if (values.keep) say(`What the processes wrote is in ${ground.logs}.`);
    else rmSync(folder, { recursive: true, force: true });
  };
  // what is half done is thrown away: children end with us, the servers by their guards
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(130);
    });
  try {
    await play({ ground, fleet, older, newer, say });
  } finally {
    await end();
  }
}

export const drill: Drill = {
  summary: 'replaces every process by the next version under 50 requests a second (--from <commit>, --keep)',
  run,
};
