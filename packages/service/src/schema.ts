import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { accessDirectiveSdl, enforceAccess } from '@dang/access/directive';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { Kind, parse } from 'graphql';
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

/** What a type of the SDL is, and the fields that it and its extensions have. */
type Defined = { kind: 'scalar' | 'enum' | 'other'; fields: Set<string> };

/** The types that the SDL defines or extends, by name: reading them is quicker than building a schema to ask it. */
function definedIn(sdl: DocumentNode): Map<string, Defined> {
  const types = new Map<string, Defined>();
  for (const definition of sdl.definitions) {
    if (!('name' in definition) || definition.name === undefined) continue;
    if (definition.kind === Kind.DIRECTIVE_DEFINITION) continue;
    const known: Defined = types.get(definition.name.value) ?? { kind: 'other', fields: new Set() };
    types.set(definition.name.value, known);
    if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) known.kind = 'scalar';
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) known.kind = 'enum';
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION)
      for (const field of definition.fields ?? []) known.fields.add(field.name.value);
  }
  return types;
}

/** One map of all; @throws for a field that is resolved twice, or that is not in the schema (a slip that would pass silently). */
function merged(maps: readonly ResolverMap[], sdl: DocumentNode): ResolverMap {
  const all: ResolverMap = {};
  const types = definedIn(sdl);
  for (const [typeName, fields] of maps.flatMap((map) => Object.entries(map))) {
    const type = types.get(typeName);
    if (type?.kind === 'scalar') {
      all[typeName] = fields;
      continue;
    }
    const into = all[typeName] ?? {};
    all[typeName] = into;
    for (const [field, resolver] of Object.entries(fields)) {
      const exists = type?.fields.has(field) || FEDERATION_KEYS.has(field) || type?.kind === 'enum';
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
  const map = merged(maps, typeDefs);
  return enforceAccess(buildSubgraphSchema([{ typeDefs, resolvers: map as never }]));
}
