import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../src/launcher/running.ts';

const services = ['IDENTITY', 'ORGTREE', 'FEES', 'EVALUATION', 'TRANSFERS'];
const notOurs = new Set([
  'TEST_LOG',
  'PATH',
  'HOME',
  'CI',
  'NODE_COMPILE_CACHE',
  'APOLLO_TELEMETRY_DISABLED',
]);

/** Names that a source file reads from the environment: keys of a schema in an environment file, or `process.env.X`. */
function namesIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const direct = [...text.matchAll(/process\.env\.([A-Z][A-Z_]+)/g)].map(([, name]) => name ?? '');
  const isSchema =
    /(environment|variables)\.ts$|sandbox\/src\/main\.ts$/.test(file) && !file.startsWith('tools/src/k8s/');
  const keys = isSchema
    ? [...text.matchAll(/^\s+([A-Z][A-Z_]+): (?!string|number|JWK|Claim)/gm)].map(([, name]) => name ?? '')
    : [];
  return [...direct, ...keys];
}

test('the README lists exactly the variables that the code reads', () => {
  const files = ['gateway/src', 'packages', 'services', 'sandbox/src', 'tools/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter(
        (name) =>
          name.endsWith('.ts') &&
          !name.includes('.test.') &&
          !name.includes('testing') &&
          !name.includes('node_modules'),
      ),
  );
  const perService = services.flatMap((name) => [
    `DATABASE_URL_${name}`,
    `PORT_${name}`,
    `PORT_${name}_DOORS`,
    `SUBGRAPH_URL_${name}`,
  ]);
  const read = new Set([...files.flatMap(namesIn), ...perService].filter((name) => !notOurs.has(name)));
  for (const name of ['PORT_POSTGRES', 'PORT_NATS', 'GATEWAY_AUDIT_FILE', 'NODE_OPTIONS']) read.add(name);
  const table = readFileSync(join(root, 'README.md'), 'utf8').split('## Environment variables')[1] ?? '';
  const told = new Set(
    table
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) =>
        [...(line.split('|')[1] ?? '').matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name ?? ''),
      ),
  );
  expect([...told].sort()).toEqual([...read].sort());
});
