import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sealingKeysOf } from '@dang/identity/sealing-keys';
import { demoCitizens } from '../demo/citizens.ts';
import { loadDemoProvince } from '../demo/load.ts';
import { demoRegistry } from '../demo/registry.ts';
import { issueDemoCertificates } from '../demo/signers.ts';

/** What the launcher asks of this process, one after the other; each is answered by `{ done }` or `{ failed }`. */
export type ProvinceOrder =
  | { readonly order: 'people'; readonly peopleFile: string; readonly registryFile: string }
  | {
      readonly order: 'load';
      readonly databases: Record<string, string>;
      readonly environment: Record<string, string>;
    };

export type ProvinceAnswer =
  | { readonly said: string }
  | { readonly done: true }
  | { readonly failed: string };

const answer = (words: ProvinceAnswer): void => {
  process.send?.(words);
};

function writeOnce(file: string, content: () => object): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(content(), null, 1));
  renameSync(`${file}.new`, file);
}

async function carryOut(asked: ProvinceOrder): Promise<void> {
  if (asked.order === 'people') {
    // Whom the stand-ins of VNeID and of the member database know; who is minted later is kept by them.
    writeOnce(asked.peopleFile, demoCitizens);
    writeOnce(asked.registryFile, demoRegistry);
    return;
  }
  // A service that has its data already is left as it is.
  const log = (said: string) => answer({ said });
  await loadDemoProvince({
    databaseUrls: asked.databases,
    keys: sealingKeysOf(asked.environment),
    certificates: await issueDemoCertificates(asked.environment, log),
    environment: asked.environment,
    log,
  });
}

process.on('message', (asked: ProvinceOrder) => {
  carryOut(asked).then(
    () => answer({ done: true }),
    (error: Error) => answer({ failed: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
