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

const requirementIn = (schema: GraphQLSchema, field: object): string | undefined =>
  getDirective(schema, field, 'access')?.[0]?.permission;

/** The error to throw when this actor does not meet the requirement (none stated: nobody does), else null. */
function denialFor(requirement: Requirement | undefined, context: AccessContext): GraphQLError | null {
  if (requirement === 'PUBLIC') return null;
  if (requirement === undefined) return denial('FORBIDDEN', context);
  if (context.actor === null) return denial('UNAUTHENTICATED', context);
  if (requirement === 'SIGNED_IN' || hasPermission(context.actor, requirement)) return null;
  return denial('FORBIDDEN', context);
}

/**
 * The schema with every `@access` enforced: root fields that state none are refused, other fields that state one are
 * checked before their resolver runs. `_entities` and `_service` pass: only the gateway's token reaches them.
 * @throws at start, naming every field whose permission is not in the closed list.
 */
export function enforceAccess(schema: GraphQLSchema): GraphQLSchema {
  const unknown: string[] = [];
  const guard = (field: FieldConfig, name: string, mustState: boolean): FieldConfig | undefined => {
    const stated = requirementIn(schema, field);
    if (stated === undefined && !mustState) return undefined;
    if (stated !== undefined && stated !== 'PUBLIC' && stated !== 'SIGNED_IN' && !isPermission(stated)) {
      unknown.push(`${name} (${stated})`);
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

/** `Query.x`, `Mutation.y`, … that state no `@access`, federation's own fields left out. For tests: it must be empty. */
export function rootFieldsWithoutAccess(schema: GraphQLSchema): string[] {
  const rootTypes = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return rootTypes.flatMap((type) =>
    Object.values(type?.getFields() ?? {})
      .filter((field) => !FEDERATION_FIELDS.has(field.name) && requirementIn(schema, field) === undefined)
      .map((field) => `${type?.name}.${field.name}`),
  );
}
