import { definition as evaluation } from '@dang/evaluation/definition';
import { definition as fees } from '@dang/fees/definition';
import { definition as identity } from '@dang/identity/definition';
import { definition as orgtree } from '@dang/orgtree/definition';
import {
  migrationEnvironmentSchema,
  parseEnvironment,
  serviceEnvironmentSchema,
} from '@dang/service/environment';
import { definition as transfers } from '@dang/transfers/definition';
import { gatewayVariables } from '../../../gateway/src/environment.ts';
import { leftToDefault, notForTheSchema } from './default-variables.ts';
import type { ClusterObject } from './object.ts';
import { type ProcessEnvironment, processEnvironments } from './process-environment.ts';

const services = [identity, orgtree, fees, evaluation, transfers];

interface Schema {
  readonly type: Parameters<typeof parseEnvironment>[0];
  readonly names: ReadonlySet<string>;
}

const subgraphUrls = services.map(({ name }) => `SUBGRAPH_URL_${name.toUpperCase()}`);

const schemas = new Map<string, Schema>([
  [
    'gateway',
    { type: gatewayVariables, names: new Set([...Object.keys(gatewayVariables.shape), ...subgraphUrls]) },
  ],
  ...services.flatMap(({ name, environment }): [string, Schema][] => {
    const type = serviceEnvironmentSchema(name, environment);
    const migration = migrationEnvironmentSchema(name);
    return [
      [name, { type, names: new Set(Object.keys(type.in.shape)) }],
      [`${name} migrate`, { type: migration, names: new Set(Object.keys(migration.in.shape)) }],
    ];
  }),
]);

/** Secrets that may be left out reach at least one process all the same: who connects the system later sets its Secret, and changes no manifest. */
function unreachedSecrets(told: readonly { process: string; variables: object }[]): string[] {
  return [...new Set(told.map(({ process }) => process))].flatMap((process) => {
    const names = [...(schemas.get(process)?.names ?? [])].filter((name) => name.endsWith('_SECRET'));
    const own = told.filter((each) => each.process === process);
    return names
      .filter((name) => !own.some(({ variables }) => name in variables))
      .map(
        (name) =>
          `nobody of ${process} is told ${name}: name its Secret, as optional where it may be missing`,
      );
  });
}

/** What a process is told when the province has the secrets of those systems that its settings name, and no others. */
const asConnected = ({ variables, mayBeMissing }: ProcessEnvironment): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).filter(
      ([name]) =>
        !(mayBeMissing.has(name) && name.endsWith('_SECRET')) || name.replace(/SECRET$/, 'URL') in variables,
    ),
  );

/**
 * What is wrong with what the processes of a province are told at start: values that their own schema refuses, variables that they do
 * not know, and variables that nobody has set or decided to leave alone.
 */
export function environmentFaults(objects: readonly ClusterObject[]): string[] {
  const processes = processEnvironments(objects);
  const each = processes.flatMap((told) => {
    const { owner, process, variables } = told;
    const schema = schemas.get(variables.ROLE === 'migrate' ? `${process} migrate` : process);
    if (!schema) return [`${owner} runs ${process}, which nobody knows`];
    const { faults = [] } = parseEnvironment(schema.type, asConnected(told));
    const unknown = Object.keys(variables).filter(
      (name) => !schema.names.has(name) && !(name in notForTheSchema),
    );
    const missing = [...schema.names].filter((name) => !(name in variables) && !(name in leftToDefault));
    return [
      ...faults.map((fault) => `${owner}: ${fault}`),
      ...unknown.map((name) => `${owner} is told ${name}, which ${process} does not know`),
      ...missing.map((name) => `${owner} is not told ${name}: set it, or list it as left to its default`),
    ];
  });
  return [...each, ...unreachedSecrets(processes)];
}
