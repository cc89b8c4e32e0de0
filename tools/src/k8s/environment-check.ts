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
import { processEnvironments } from './process-environment.ts';

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

/**
 * What is wrong with what the processes of a province are told at start: values that their own schema refuses, variables that they do
 * not know, and variables that nobody has set or decided to leave alone.
 */
export function environmentFaults(objects: readonly ClusterObject[]): string[] {
  return processEnvironments(objects).flatMap(({ owner, process, variables }) => {
    const schema = schemas.get(variables.ROLE === 'migrate' ? `${process} migrate` : process);
    if (!schema) return [`${owner} runs ${process}, which nobody knows`];
    const { faults = [] } = parseEnvironment(schema.type, variables);
    const told = Object.keys(variables);
    const unknown = told.filter((name) => !schema.names.has(name) && !(name in notForTheSchema));
    const missing = [...schema.names].filter((name) => !(name in variables) && !(name in leftToDefault));
    return [
      ...faults.map((fault) => `${owner}: ${fault}`),
      ...unknown.map((name) => `${owner} is told ${name}, which ${process} does not know`),
      ...missing.map((name) => `${owner} is not told ${name}: set it, or list it as left to its default`),
    ];
  });
}
