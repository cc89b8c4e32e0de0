import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sealingKeysOf } from '@dang/identity/demo-data';
import { demoCitizens } from '../demo/citizens.ts';
import { loadDemoProvince } from '../demo/load.ts';
import { demoRegistry } from '../demo/registry.ts';

function writeOnce(file: string, content: () => object): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(content(), null, 1));
  renameSync(`${file}.new`, file);
}

/** Writes, once, whom the stand-ins of VNeID and of the member database know: who is minted later is kept by them. */
export function writePeople(peopleFile: string, registryFile: string): void {
  writeOnce(peopleFile, demoCitizens);
  writeOnce(registryFile, demoRegistry);
}

/** Loads the demo province into migrated databases; a service that has its data already is left as it is. */
export async function loadProvince(
  databaseUrls: Record<string, string>,
  environment: Record<string, string>,
  say: (sentence: string) => void,
): Promise<void> {
  await loadDemoProvince({ databaseUrls, keys: sealingKeysOf(environment), log: say });
}
