import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { root } from './launcher/running.ts';
import { schemaFilesOf } from './launcher/schema-files.ts';
import { serviceNames } from './launcher/settings.ts';

const target = join(root, 'gateway', 'supergraph.graphql');

/** Composes the SDL files of the five subgraphs into one supergraph. Throws every composition error at once. */
function compose(): string {
  const { errors, supergraphSdl } = composeServices(
    serviceNames.map((name) => ({
      name,
      url: `http://${name}.invalid/graphql`,
      typeDefs: schemaFilesOf(name),
    })),
  );
  if (errors?.length) throw new Error(errors.map((error) => error.message).join('\n'));
  return supergraphSdl ?? '';
}

const fresh = `# Composed from the schema files of the subgraphs by \`npm run compose\`; do not edit.\n${compose()}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== fresh) {
    process.stderr.write('gateway/supergraph.graphql is stale: run `npm run compose` and commit it.\n');
    process.exit(1);
  }
} else {
  writeFileSync(target, fresh);
  process.stdout.write('Wrote gateway/supergraph.graphql.\n');
}
