import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { root } from './launcher/running.ts';
import { schemaFilesOf } from './launcher/schema-files.ts';
import { type ServiceName, serviceNames } from './launcher/settings.ts';

const banner = '// Made from the schema files by `npm run generate`; do not edit.\n';

/** The resolver types of one subgraph: arguments and results typed from its schema, parents as its rows. */
async function typesOf(name: ServiceName, filename: string): Promise<string> {
  return codegen({
    schema: schemaFilesOf(name),
    documents: [],
    filename,
    config: {
      federation: true,
      enumsAsTypes: true,
      useTypeImports: true,
      strictScalars: true,
      skipTypename: true,
      scalars: {
        Dong: 'bigint',
        Month: 'string',
        Date: 'string',
        DateTime: 'Date',
        UUID: 'string',
        _Any: 'unknown',
        _FieldSet: 'string',
        federation__FieldSet: 'string',
        link__Import: 'unknown',
      },
      contextType: '@dang/service/context#GraphContext',
      defaultMapper: 'any',
    },
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
}

const isCheck = process.argv.includes('--check');
const chosen = serviceNames.filter((name) => process.argv.includes(name));
const stale: string[] = [];
for (const name of chosen.length > 0 ? chosen : serviceNames) {
  const file = join(root, 'services', name, 'src', 'generated', 'graph.ts');
  const fresh = `${banner}${await typesOf(name, file)}`;
  if (!isCheck) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fresh);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== fresh) stale.push(name);
}
if (stale.length > 0) {
  process.stderr.write(
    `The resolver types of ${stale.join(', ')} are stale: run \`npm run generate\` and commit them.\n`,
  );
  process.exit(1);
}
