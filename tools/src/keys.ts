import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openConnection } from '@dang/events/leader';
import { keyBytes, keyRingOf } from '@dang/service/key-ring';
import {
  indexesAlone,
  keysInUse,
  reindexColumn,
  rotateColumn,
  type SealedColumn,
  sealedColumnsOf,
} from '@dang/service/key-rotation';
import type { Client } from 'pg';
import { databaseOf, servicesInReach } from './launcher/databases.ts';
import { dataFolder, findRunning } from './launcher/running.ts';
import { Mistake, runTool, WrongCall } from './launcher/tool.ts';

const usage = `npm run keys -- status     which keys the sealed texts of all services are under
npm run keys -- new        development: makes a key, the one of now becomes an old one; then start again
npm run keys -- rotate     brings every sealed text under PROVINCE_KEY, while everything runs; may be repeated
npm run keys -- reindex    makes the blind indexes anew under PROVINCE_INDEX_KEY; the services stand still meanwhile

Keys come from PROVINCE_KEY, PROVINCE_KEYS_OLD and PROVINCE_INDEX_KEY, else from what \`npm start\` runs; all services are gone through of
which DATABASE_URL_<SERVICE> is given.`;

const say = (sentence: string): void => {
  process.stdout.write(`${sentence}\n`);
};

function environment(): Record<string, string | undefined> {
  const found = process.env.PROVINCE_KEY ? process.env : findRunning()?.environment;
  if (found) return found;
  throw new Mistake('Nothing runs here: start it with `npm start`, or set PROVINCE_KEY.');
}

async function everywhere(
  work: (client: Client, column: SealedColumn, name: string) => Promise<void>,
): Promise<void> {
  for (const service of servicesInReach()) {
    const { client } = await openConnection(databaseOf(service), `${service} keys`);
    try {
      for (const column of await sealedColumnsOf(client))
        await work(client, column, `${service} ${column.table}.${column.column}`);
    } finally {
      await client.end();
    }
  }
}

async function status(): Promise<void> {
  const { current } = keyRingOf(environment());
  let old = 0;
  await everywhere(async (client, column, name) => {
    const inUse = await keysInUse(client, column);
    if (inUse.size === 0) return;
    const counts = [...inUse].map(
      ([key, count]) => `${count} under ${key === current ? 'the current key' : key}`,
    );
    for (const [key, count] of inUse) if (key !== current) old += count;
    say(`${name.padEnd(50)} ${counts.join(', ')}`);
  });
  say(
    old === 0
      ? `Everything is under the current key (${current}): PROVINCE_KEYS_OLD is no longer needed.`
      : `${old} texts are under other keys than the current one (${current}): \`npm run keys -- rotate\`.`,
  );
}

async function rotate(): Promise<void> {
  const ring = keyRingOf(environment());
  let changed = 0;
  await everywhere(async (client, column, name) => {
    const rows = await rotateColumn(client, ring, column);
    changed += rows;
    if (rows > 0) say(`${name.padEnd(50)} ${rows} rows`);
  });
  say(`${changed} rows were brought under the current key (${ring.current}).`);
}

async function reindex(): Promise<void> {
  const known = environment();
  const ring = keyRingOf(known);
  const indexKey = keyBytes(known.PROVINCE_INDEX_KEY ?? '');
  if (!indexKey) throw new Mistake('PROVINCE_INDEX_KEY must be 32 bytes in base64.');
  const alone = new Set<string>();
  let changed = 0;
  await everywhere(async (client, column, name) => {
    for (const index of await indexesAlone(client)) alone.add(index);
    const rows = await reindexColumn(client, ring, indexKey, column);
    changed += rows;
    if (rows > 0) say(`${name.padEnd(50)} ${rows} rows`);
  });
  say(`${changed} indexes were made anew.`);
  for (const index of alone) say(`${index} has no sealed text beside it and stays as it is.`);
}

/** Development only: a province keeps its keys elsewhere, and gives the new ring to the services by their environment. */
function makeKey(): void {
  const file = join(dataFolder, 'keys.json');
  const keys = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const old = [keys.PROVINCE_KEY, keys.PROVINCE_KEYS_OLD].filter(Boolean).join(',');
  const next = { ...keys, PROVINCE_KEY: randomBytes(32).toString('base64'), PROVINCE_KEYS_OLD: old };
  writeFileSync(file, JSON.stringify(next, null, 2), { mode: 0o600 });
  say('A new key is on the ring: start again, then `npm run keys -- rotate`.');
}

await runTool(usage, async () => {
  const [command] = parseArgs({ allowPositionals: true }).positionals;
  if (command === undefined) throw new WrongCall('What shall it do?');
  else if (command === 'status') await status();
  else if (command === 'new') makeKey();
  else if (command === 'rotate') await rotate();
  else if (command === 'reindex') await reindex();
  else throw new WrongCall(`There is no command ${command}.`);
});
