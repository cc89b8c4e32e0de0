import { randomUUID } from 'node:crypto';
import type { GraphQLField, GraphQLInputType, GraphQLOutputType, GraphQLSchema } from 'graphql';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** A document that asks for one root field, with the least input that the schema takes. */
export interface Asking {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

const DEPTH = 3;
const NOTHING_BELOW = '{ __typename }';

/** Something of each scalar that the schema takes; ids are random, so that they are nobody's. */
const samples: Readonly<Record<string, () => unknown>> = {
  UUID: randomUUID,
  ID: randomUUID,
  String: () => `một câu ${randomUUID().slice(0, 8)}`,
  Int: () => 1,
  Float: () => 1,
  Boolean: () => true,
  Date: () => '2026-07-06',
  DateTime: () => '2026-07-06T08:00:00+07:00',
  Month: () => '2026-07',
  Dong: () => 1000,
};

function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(fields.map((field) => [field.name, sampleOf(field.type)]));
  }
  const sample = samples[type.name];
  if (!sample) throw new Error(`there is no sample of the scalar ${type.name} yet`);
  return sample();
}

/** What to select of a type: its id or first leaf, and the same of what hangs on it, a few levels deep. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return NOTHING_BELOW;
  const open = Object.values(named.getFields()).filter(
    (field) => !field.args.some(isRequiredArgument) && !hasAccess(field),
  );
  const leaves = open.filter((field) => isLeafType(getNamedType(field.type)));
  const leaf = leaves.find(({ name }) => name === 'id' || name === 'code') ?? leaves[0];
  const below = depth === 0 ? [] : open.filter((field) => !isLeafType(getNamedType(field.type)));
  const parts = below
    .map((field) => [field.name, selectionOf(field.type, depth - 1)])
    .filter(([, selection]) => selection !== NOTHING_BELOW)
    .map((part) => part.join(' '));
  return `{ ${[leaf?.name ?? (parts.length === 0 ? '__typename' : []), ...parts].flat().join(' ')} }`;
}

const hasAccess = (field: GraphQLField<unknown, unknown>): boolean =>
  field.astNode?.directives?.some(({ name }) => name.value === 'access') ?? false;

/** How to ask for this root field, `Mutation.openTicket`. @throws for a field or a scalar that is not known. */
export function askingFor(schema: GraphQLSchema, door: string): Asking {
  const [typeName = '', fieldName = ''] = door.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!field) throw new Error(`${door} is not in the schema`);
  const needed = field.args.filter(isRequiredArgument);
  const declared = needed.map(({ name, type: of }) => `$${name}: ${of}`).join(', ');
  const given = needed.map(({ name }) => `${name}: $${name}`).join(', ');
  const operation = typeName === 'Mutation' ? 'mutation' : 'query';
  const head = `${operation}${declared && ` (${declared})`}`;
  return {
    document: `${head} { ${fieldName}${given && `(${given})`} ${selectionOf(field.type, DEPTH)} }`,
    variables: Object.fromEntries(needed.map(({ name, type: of }) => [name, sampleOf(of)])),
  };
}
