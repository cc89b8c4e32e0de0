import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isUnionType } from 'graphql';
import type { ServiceDefinition } from './definition.ts';
import { schemaOf } from './schema.ts';

/** Every way into a service: its root fields, and the types to which other services lead (`Entity.Member`). */
export function doorsOf(definition: ServiceDefinition): string[] {
  const schema = schemaOf(definition);
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {})
      .filter((field) => !field.startsWith('_'))
      .map((field) => `${type?.name}.${field}`),
  );
  const union = schema.getType('_Entity');
  return [...roots, ...(isUnionType(union) ? union.getTypes().map(({ name }) => `Entity.${name}`) : [])];
}

/**
 * The doors that no `*.access.int.test.ts` of the service names, as `describe('Query.unit', …` or as a key of a table of
 * doors. For a test: it must be empty, so that a new field without a stranger's test fails.
 */
export function doorsWithoutTest(definition: ServiceDefinition): string[] {
  const folder = fileURLToPath(definition.schemaDir);
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.access.int.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  return doorsOf(definition).filter(
    (door) => !source.includes(`describe('${door}'`) && !source.includes(`'${door}':`),
  );
}
