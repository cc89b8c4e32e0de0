import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { accessDirectiveSdl, enforceAccess } from '@dang/access/directive';
import type { GraphQLSchema } from 'graphql';
import { isEnumType, isObjectType, isScalarType, parse } from 'graphql';
import type { ServiceDefinition } from './definition.ts';
import { refusalResolvers } from './refusal.ts';
import { scalarResolvers } from './scalars.ts';

const header = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@shareable", "@external", "@tag", "@composeDirective", "@requires", "@provides", "@interfaceObject"]
  )
  @link(url: "https://dang.vn/access/v1.0", import: ["@access"])
  @composeDirective(name: "@access")
`;

function graphqlBelow(folder: URL): string[] {
  const root = fileURLToPath(folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql') && !file.includes('node_modules'))
    .sort()
    .map((file) => readFileSync(join(root, file), 'utf8'));
}

/** The whole SDL of a subgraph: the federation header, `@access`, the shared types, and every `*.graphql` below the folder. */
export function sdlOf(schemaDir: URL): string {
  const shared = readFileSync(new URL('./shared.graphql', import.meta.url), 'utf8');
  return [header, accessDirectiveSdl, shared, ...graphqlBelow(schemaDir)].join('\n');
}

type ResolverMap = Record<string, Record<string, unknown>>;

const FEDERATION_KEYS = new Set(['__resolveReference', '__resolveType', '__isTypeOf']);

/** One map of all; @throws for a field that is resolved twice, or that is not in the schema (a slip that would pass silently). */
function merged(maps: readonly ResolverMap[], schema: GraphQLSchema): ResolverMap {
  const all: ResolverMap = {};
  for (const [typeName, fields] of maps.flatMap((map) => Object.entries(map))) {
    const type = schema.getType(typeName);
    if (isScalarType(type)) {
      all[typeName] = fields;
      continue;
    }
    const into = all[typeName] ?? {};
    all[typeName] = into;
    const known = isObjectType(type) ? type.getFields() : {};
    for (const [field, resolver] of Object.entries(fields)) {
      const exists = field in known || FEDERATION_KEYS.has(field) || isEnumType(type);
      if (!type || !exists)
        throw new Error(`a resolver for ${typeName}.${field}, which is not in the schema`);
      if (field in into) throw new Error(`${typeName}.${field} is resolved twice`);
      into[field] = resolver;
    }
  }
  return all;
}

/**
 * The executable schema of a subgraph, `@access` enforced.
 * @throws when it names a permission that does not exist, or when a resolver has no field.
 */
export function schemaOf({
  schemaDir,
  resolvers,
}: Pick<ServiceDefinition, 'schemaDir' | 'resolvers'>): GraphQLSchema {
  const typeDefs = parse(sdlOf(schemaDir));
  const maps = [scalarResolvers, refusalResolvers, ...resolvers] as ResolverMap[];
  const map = merged(maps, buildSubgraphSchema([{ typeDefs }]));
  return enforceAccess(buildSubgraphSchema([{ typeDefs, resolvers: map as never }]));
}
