import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isUnionType } from 'graphql';
import type { ServiceDefinition } from './definition.ts';
import { schemaOf } from './schema.ts';

interface WayIn {
  readonly door: string;
  /** What a test may name instead of the door: every field that this service adds to a type of the graph. */
  readonly fields: readonly string[];
}

function waysInto(definition: ServiceDefinition): WayIn[] {
  const schema = schemaOf(definition);
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {})
      .filter((field) => !field.startsWith('_'))
      .map((field) => ({ door: `${type?.name}.${field}`, fields: [] })),
  );
  const union = schema.getType('_Entity');
  const entities = isUnionType(union) ? union.getTypes() : [];
  return [
    ...roots,
    ...entities.map((type) => ({
      door: `Entity.${type.name}`,
      fields: Object.keys(type.getFields())
        .filter((field) => field !== 'id')
        .map((field) => `${type.name}.${field}`),
    })),
  ];
}

/** Every way into a service: its root fields, and the types to which other services lead (`Entity.Member`). */
export const doorsOf = (definition: ServiceDefinition): string[] =>
  waysInto(definition).map(({ door }) => door);

/**
 * The doors that no `*.access.int.test.ts` of the service names, as `describe('Query.unit', …` or as a key of a table of
 * doors; for a type also when each of its fields is named. For a test: it must be empty, so that a new field without a
 * stranger's test fails.
 */
export function doorsWithoutTest(definition: ServiceDefinition): string[] {
  const folder = fileURLToPath(definition.schemaDir);
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.access.int.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const isNamed = (name: string) => source.includes(`describe('${name}'`) || source.includes(`'${name}':`);
  return waysInto(definition)
    .filter(({ door, fields }) => !isNamed(door) && !(fields.length > 0 && fields.every(isNamed)))
    .map(({ door }) => door);
}
