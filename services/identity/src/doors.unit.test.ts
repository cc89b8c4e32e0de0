import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFieldsWithoutAccess } from '@dang/access/directive';
import { schemaOf } from '@dang/service/schema';
import { expect, test } from '@jest/globals';
import { isUnionType } from 'graphql';
import { definition } from './definition.ts';

const schema = schemaOf(definition);

/** Every way into this service: the root fields, and the types that other services lead to. */
function doors(): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {})
      .filter((field) => !field.startsWith('_'))
      .map((field) => `${type?.name}.${field}`),
  );
  const union = schema.getType('_Entity');
  return [...roots, ...(isUnionType(union) ? union.getTypes().map(({ name }) => `Entity.${name}`) : [])];
}

test('every root field says what one needs to pass', () => {
  expect(rootFieldsWithoutAccess(schema)).toEqual([]);
});

test('every door has a test of its strangers', () => {
  const source = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.access.int.test.ts'))
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');
  expect(doors().length).toBeGreaterThan(10);
  expect(doors().filter((door) => !source.includes(`describe('${door}'`))).toEqual([]);
});
