import { readFileSync } from 'node:fs';
import { getDirective } from '@graphql-tools/utils';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { defaultFieldResolver, GraphQLError, isObjectType } from 'graphql';
import type { Actor } from './actor.ts';
import { hasPermission } from './actor.ts';
import type { Permission } from './permission.ts';
import { isPermission } from './permission.ts';

/** The SDL of the directive, for every subgraph's schema. */
export const accessDirectiveSdl = readFileSync(new URL('./access.graphql', import.meta.url), 'utf8');

/** What the enforced resolvers need of a request's context. */
export type AccessContext = { actor: Actor | null; language?: 'vi' | 'en' };

type Requirement = 'PUBLIC' | 'SIGNED_IN' | Permission;

const FEDERATION_FIELDS = new Set(['_entities', '_service']);

const messages = {
  UNAUTHENTICATED: { vi: 'Bạn cần đăng nhập.', en: 'You need to sign in.' },
  FORBIDDEN: { vi: 'Bạn không có quyền thực hiện việc này.', en: 'You are not allowed to do this.' },
} as const;

function denial(code: keyof typeof messages, context: AccessContext): GraphQLError {
  return new GraphQLError(messages[code][context.language ?? 'vi'], { extensions: { code } });
}

const isRequirement = (word: string): word is Requirement =>
  word === 'PUBLIC' || word === 'SIGNED_IN' || isPermission(word);

const rootTypesOf = (schema: GraphQLSchema): GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type != null,
  );

/** What the field states: one word, or two permissions of which one is enough; empty when it states nothing. */
function requirementsIn(schema: GraphQLSchema, field: object): string[] {
  const { permission, or } = getDirective(schema, field, 'access')?.[0] ?? {};
  return [permission, or].filter((word) => typeof word === 'string');
}

/** The error to throw when this actor meets none of the requirements (none stated: nobody does), else null. */
function denialFor(requirements: readonly Requirement[], context: AccessContext): GraphQLError | null {
  if (requirements.includes('PUBLIC')) return null;
  if (requirements.length === 0) return denial('FORBIDDEN', context);
  const { actor } = context;
  if (actor === null) return denial('UNAUTHENTICATED', context);
  const isMet = requirements.some(
    (word) => word === 'SIGNED_IN' || (word !== 'PUBLIC' && hasPermission(actor, word)),
  );
  return isMet ? null : denial('FORBIDDEN', context);
}

/**
 * Enforces every `@access` of the schema, in its own resolvers, and answers it: root fields that state none are refused, other fields that state
 * one are checked before their resolver runs. `_entities` and `_service` pass: only the gateway's token reaches them. To be called once a schema.
 * @throws at start, naming every field whose permission is not in the closed list.
 */
export function enforceAccess(schema: GraphQLSchema): GraphQLSchema {
  const unknown: string[] = [];
  const guard = (field: GraphQLField<unknown, AccessContext>, name: string, mustState: boolean): void => {
    const words = requirementsIn(schema, field);
    if (words.length === 0 && !mustState) return;
    const stated = words.filter(isRequirement);
    if (stated.length < words.length) {
      unknown.push(`${name} (${words.join(', ')})`);
      return;
    }
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (parent, args, context, info) => {
      const denied = denialFor(stated, context);
      if (denied) throw denied;
      return resolve(parent, args, context, info);
    };
  };
  const rootTypes = rootTypesOf(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = rootTypes.includes(type);
    for (const field of Object.values(type.getFields()))
      if (!isRoot || !FEDERATION_FIELDS.has(field.name)) guard(field, `${type.name}.${field.name}`, isRoot);
  }
  if (unknown.length > 0)
    throw new Error(`@access names permissions that do not exist: ${unknown.join(', ')}`);
  return schema;
}

/** What each root field demands, by `Query.x`: `PUBLIC`, `SIGNED_IN`, or permissions of which one is enough; none: nobody passes. */
export function requirementsOf(schema: GraphQLSchema): Map<string, readonly string[]> {
  return new Map(
    rootTypesOf(schema).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !FEDERATION_FIELDS.has(field.name))
        .map((field): [string, readonly string[]] => [
          `${type.name}.${field.name}`,
          requirementsIn(schema, field),
        ]),
    ),
  );
}

/** `Query.x`, `Mutation.y`, … that state no `@access`, federation's own fields left out. For tests: it must be empty. */
export function rootFieldsWithoutAccess(schema: GraphQLSchema): string[] {
  return [...requirementsOf(schema)].filter(([, stated]) => stated.length === 0).map(([door]) => door);
}
