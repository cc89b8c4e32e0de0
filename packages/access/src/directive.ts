import { readFileSync } from 'node:fs';
import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import type { GraphQLFieldConfig, GraphQLSchema } from 'graphql';
import { defaultFieldResolver, GraphQLError } from 'graphql';
import type { Actor } from './actor.ts';
import { hasPermission } from './actor.ts';
import type { Permission } from './permission.ts';
import { isPermission } from './permission.ts';

/** The SDL of the directive, for every subgraph's schema. */
export const accessDirectiveSdl = readFileSync(new URL('./access.graphql', import.meta.url), 'utf8');

/** What the enforced resolvers need of a request's context. */
export type AccessContext = { actor: Actor | null; language?: 'vi' | 'en' };

type Requirement = 'PUBLIC' | 'SIGNED_IN' | Permission;
type FieldConfig = GraphQLFieldConfig<unknown, AccessContext>;

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
 * The schema with every `@access` enforced: root fields that state none are refused, other fields that state one are
 * checked before their resolver runs. `_entities` and `_service` pass: only the gateway's token reaches them.
 * @throws at start, naming every field whose permission is not in the closed list.
 */
export function enforceAccess(schema: GraphQLSchema): GraphQLSchema {
  const unknown: string[] = [];
  const guard = (field: FieldConfig, name: string, mustState: boolean): FieldConfig | undefined => {
    const words = requirementsIn(schema, field);
    if (words.length === 0 && !mustState) return undefined;
    const stated = words.filter(isRequirement);
    if (stated.length < words.length) {
      unknown.push(`${name} (${words.join(', ')})`);
      return undefined;
    }
    const resolve = field.resolve ?? defaultFieldResolver;
    return {
      ...field,
      resolve(parent, args, context, info) {
        const denied = denialFor(stated, context);
        if (denied) throw denied;
        return resolve(parent, args, context, info);
      },
    };
  };
  const enforced = mapSchema(schema, {
    [MapperKind.ROOT_FIELD]: (field, name, type) =>
      FEDERATION_FIELDS.has(name) ? undefined : guard(field, `${type}.${name}`, true),
    [MapperKind.OBJECT_FIELD]: (field, name, type) => guard(field, `${type}.${name}`, false),
  });
  if (unknown.length > 0)
    throw new Error(`@access names permissions that do not exist: ${unknown.join(', ')}`);
  return enforced;
}

/** What each root field demands, by `Query.x`: `PUBLIC`, `SIGNED_IN`, or permissions of which one is enough; none: nobody passes. */
export function requirementsOf(schema: GraphQLSchema): Map<string, readonly string[]> {
  const rootTypes = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return new Map(
    rootTypes.flatMap((type) =>
      Object.values(type?.getFields() ?? {})
        .filter((field) => !FEDERATION_FIELDS.has(field.name))
        .map((field): [string, readonly string[]] => [
          `${type?.name}.${field.name}`,
          requirementsIn(schema, field),
        ]),
    ),
  );
}

/** `Query.x`, `Mutation.y`, … that state no `@access`, federation's own fields left out. For tests: it must be empty. */
export function rootFieldsWithoutAccess(schema: GraphQLSchema): string[] {
  return [...requirementsOf(schema)].filter(([, stated]) => stated.length === 0).map(([door]) => door);
}
