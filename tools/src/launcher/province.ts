import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sealingKeysOf } from '@dang/identity/demo-data';
import { demoCitizens } from '../demo/citizens.ts';
import { loadDemoProvince } from '../demo/load.ts';

/** Writes the people whom the VNeID stand-in knows, once: citizens minted later are kept by the stand-in. */
export function writePeople(file: string): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(demoCitizens(), null, 1));
  renameSync(`${file}.new`, file);
}

/** Loads the demo province into migrated databases; a service that has its data already is left as it is. */
export async function loadProvince(
  databaseUrls: Record<string, string>,
  environment: Record<string, string>,
  say: (sentence: string) => void,
): Promise<void> {
  await loadDemoProvince({ databaseUrls, keys: sealingKeysOf(environment), log: say });
}
