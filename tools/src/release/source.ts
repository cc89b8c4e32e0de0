import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EventContract } from '@dang/events/contract';
import type { ServiceDefinition } from '@dang/service/definition';
import { Kind, parse, print, visit } from 'graphql';
import { root } from '../launcher/running.ts';
import { schemaFilesOf } from '../launcher/schema-files.ts';
import { type ServiceName, serviceNames } from '../launcher/settings.ts';

/** What other versions of the system meet of one: its schemas, what it publishes, and what it did to the databases. */
export interface ReleaseContent {
  /** The schema of each subgraph, without descriptions. */
  readonly schemas: Readonly<Record<string, string>>;
  /** The payload of each event by `<Name>.v<version>`, as JSON Schema. */
  readonly events: Readonly<Record<string, object>>;
  /** The migrations of each service, in order, with a hash of what they say to the database. */
  readonly migrations: Readonly<Record<string, readonly { name: string; sha256: string }[]>>;
}

/** A release as it is kept in `k8s/releases/last`. */
export interface Release extends ReleaseContent {
  readonly tag: string;
  readonly commit: string;
}

const folder = join(root, 'k8s', 'releases', 'last');
const schemaFile = (name: string) => join(folder, `${name}.graphql`);
const dataFile = (name: string) => join(folder, `${name}.json`);

/** A schema without its descriptions. */
const bare = (name: ServiceName): string =>
  print(
    visit(schemaFilesOf(name), {
      enter: (node) =>
        'description' in node && node.description ? { ...node, description: undefined } : undefined,
      [Kind.DIRECTIVE]: { enter: ({ name: { value } }) => (value === 'tag' ? null : undefined) },
    }),
  );

/** The definition of a service, as its processes read it. */
export async function definitionOf(name: ServiceName): Promise<ServiceDefinition> {
  const file = join(root, 'services', name, 'src', 'definition.ts');
  return ((await import(pathToFileURL(file).href)) as { definition: ServiceDefinition }).definition;
}

function hashOf({ class: Migration }: ServiceDefinition['migrations'][number]): string {
  // what it says to the database depends on neither
  const migration = new Migration(undefined as never, undefined as never);
  void migration.up();
  const words = migration
    .getQueries()
    .map((query) => (typeof query === 'string' ? query : JSON.stringify(query)));
  return createHash('sha256').update(words.join('\n;\n')).digest('hex');
}

async function contracts(): Promise<EventContract[]> {
  const files = globSync('packages/events/src/contracts/*/*.ts', { cwd: root }).sort();
  const modules = await Promise.all(
    files.map(
      (file) => import(pathToFileURL(join(root, file)).href) as Promise<Record<string, EventContract>>,
    ),
  );
  const isContract = (value: unknown): value is EventContract =>
    typeof value === 'object' && value !== null && 'example' in value && 'kind' in value;
  return modules.flatMap((module) => Object.values(module).filter(isContract));
}

const sorted = <Value>(entries: [string, Value][]): Record<string, Value> =>
  Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));

/** What lies here, as a release would hold it. */
export async function contentNow(): Promise<ReleaseContent> {
  const events = (await contracts()).map(({ name, version, data }): [string, object] => [
    `${name}.v${version}`,
    data.toJSONSchema({ io: 'input', unrepresentable: 'any' }),
  ]);
  const migrations = await Promise.all(
    serviceNames.map(async (name) => {
      const all = (await definitionOf(name)).migrations;
      return [name, all.map((each) => ({ name: each.name, sha256: hashOf(each) }))] as const;
    }),
  );
  return {
    schemas: Object.fromEntries(serviceNames.map((name) => [name, bare(name)])),
    events: sorted(events),
    migrations: Object.fromEntries(migrations),
  };
}

const readJson = (name: string) => JSON.parse(readFileSync(dataFile(name), 'utf8'));

/** The last release, as it was recorded. */
export function lastRelease(): Release {
  return {
    ...readJson('release'),
    schemas: Object.fromEntries(serviceNames.map((name) => [name, readFileSync(schemaFile(name), 'utf8')])),
    events: readJson('events'),
    migrations: readJson('migrations'),
  };
}

/** Writes down what lies here as the last release. */
export function record({ tag, commit, schemas, events, migrations }: Release): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(schemas)) {
    parse(text);
    writeFileSync(schemaFile(name), `${text}\n`);
  }
  for (const [name, content] of Object.entries({ release: { tag, commit }, events, migrations }))
    writeFileSync(dataFile(name), `${JSON.stringify(content, null, 1)}\n`);
}
