import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definition as evaluation } from '@dang/evaluation/definition';
import { definition as fees } from '@dang/fees/definition';
import { definition as identity } from '@dang/identity/definition';
import { definition as orgtree } from '@dang/orgtree/definition';
import type { ServiceDefinition } from '@dang/service/definition';
import type { DoorParts } from '@dang/service/doors/door';
import { definition as transfers } from '@dang/transfers/definition';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { gatewayVariables } from '../../gateway/src/environment.ts';
import { arrowFaults } from '../src/k8s/arrows.ts';
import { type ClusterObject, ofKind, type Part } from '../src/k8s/object.ts';
import { render } from '../src/k8s/render.ts';
import { root } from '../src/launcher/running.ts';
import { renderComponents } from './kustomize.ts';
import { renderPatched } from './patched.ts';

const services = [identity, orgtree, fees, evaluation, transfers];
let base: ClusterObject[];
beforeAll(async () => {
  base = await render(join(root, 'k8s/base'));
});

/** The paths that the side doors of a service open, as they are declared: `/files/fees/:id`. Doors are opened before nobody. */
function pathsOf({ doors = [] }: ServiceDefinition): string[] {
  const paths: string[] = [];
  const note = (path: unknown) => paths.push(typeof path === 'string' ? path : (path as { url: string }).url);
  const listener: unknown = new Proxy(
    {},
    {
      get: (_target, name) => (given: unknown) => {
        if (['get', 'post', 'put', 'route'].includes(String(name))) note(given);
        return listener;
      },
    },
  );
  const nobody: unknown = new Proxy(() => nobody, {
    get: (_target, name) => {
      if (name === Symbol.toPrimitive) return () => 1;
      return name === 'DATABASE_URL' ? 'postgres://nobody@127.0.0.1:9/none' : nobody;
    },
  });
  for (const door of doors) door(listener as never, nobody as DoorParts);
  return paths;
}

type Rule = { name: string; paths: string[]; to: string; port: number };

const rulesOf = (objects: readonly ClusterObject[], route: string): Rule[] =>
  ofKind(objects, 'HTTPRoute')
    .filter(({ metadata }) => metadata.name === route)
    .flatMap(({ spec }) =>
      spec.rules.map(({ name, matches, backendRefs: [to] }: Part) => ({
        name,
        paths: matches.map(({ path }: Part) => path.value),
        to: to.name,
        port: to.port,
      })),
    );

/** The rule that a path falls under: of prefixes that fit, segment by segment, the longest. */
function ruleFor(path: string, rules: readonly Rule[]): Rule | undefined {
  const fitting = rules.flatMap((rule) =>
    rule.paths
      .filter((prefix) => path === prefix || path.startsWith(`${prefix}/`))
      .map((prefix) => ({ rule, length: prefix.length })),
  );
  return fitting.sort((one, other) => other.length - one.length)[0]?.rule;
}

describe('the edge', () => {
  test.each(services)('leads every side door of $name to it', (definition) => {
    const rules = rulesOf(base, 'doors');
    const paths = pathsOf(definition);
    expect(paths.length).toBeGreaterThan(0);
    const led = paths.map((path) => `${path} → ${ruleFor(path, rules)?.to}`);
    expect(led).toEqual(paths.map((path) => `${path} → ${definition.name}-doors`));
  });

  test('has no rule behind which is no door', () => {
    const rules = rulesOf(base, 'doors');
    const open = services.flatMap(pathsOf);
    const used = new Set(open.map((path) => ruleFor(path, rules)?.name));
    expect(rules.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
    const prefixes = rules.flatMap(({ paths }) => paths);
    expect(prefixes.filter((prefix) => !open.some((path) => path.startsWith(`${prefix}/`)))).toEqual([]);
  });

  test('leads a door of another service astray when a rule is missing: this test would see it', () => {
    const rules = rulesOf(base, 'doors').filter(({ name }) => name !== 'verify-of-transfers');
    expect(ruleFor('/verify/transfers/:id', rules)?.to).toBe('fees-doors');
  });

  test('leads to the gateway by one path, and to every port that a Service has', () => {
    expect(rulesOf(base, 'graphql')).toEqual([
      { name: 'graphql', paths: ['/graphql'], to: 'gateway', port: 4000 },
    ]);
    const ports = new Map(
      ofKind(base, 'Service').map(({ metadata, spec }) => [
        metadata.name,
        spec.ports.map(({ port }: Part) => port),
      ]),
    );
    for (const { to, port } of [...rulesOf(base, 'doors'), ...rulesOf(base, 'graphql')])
      expect(ports.get(to)).toEqual([port]);
  });

  test('nothing but probes and scrapers reaches the port that is watched', () => {
    const ports = ofKind(base, 'Service').flatMap(({ spec }) => spec.ports);
    expect(ports.filter(({ port, targetPort }) => port === 9464 || targetPort === 'monitor')).toEqual([]);
  });
});

describe('the way out', () => {
  test('is shut until an overlay opens it, by the patch that the page shows', async () => {
    const addressesIn = (objects: readonly ClusterObject[]): string[] =>
      ofKind(objects, 'NetworkPolicy')
        .filter(({ metadata }) => metadata.labels?.['dang.vn/arrow'] === 'outside')
        .flatMap(({ spec }) =>
          spec.egress.flatMap(({ to }: Part) => to.map(({ ipBlock }: Part) => ipBlock.cidr)),
        );
    expect(new Set(addressesIn(base))).toEqual(new Set(['192.0.2.0/24']));
    const page = readFileSync(join(root, 'k8s/README.md'), 'utf8');
    const [, text = ''] = /```yaml\n(patches:[\s\S]*?)```/.exec(page) ?? [];
    const opened = await renderPatched(parse(text).patches);
    expect(new Set(addressesIn(opened))).toEqual(new Set(['10.20.30.0/24', '198.51.100.7/32']));
    expect(arrowFaults(opened)).toEqual([]);
  });

  test('services, and nobody else, believe the authorities that a province adds', async () => {
    const objects = await renderComponents(['outside-ca'], { withBase: true });
    const path = '/etc/outside-ca/ca.crt';
    const believing = ofKind(objects, 'Deployment', 'Job').filter(({ spec }) => {
      const { containers, volumes } = spec.template.spec;
      const [{ env, volumeMounts }] = containers;
      const reads = env.some(({ name, value }: Part) => name === 'NODE_EXTRA_CA_CERTS' && value === path);
      const mounted = volumeMounts.find(({ mountPath }: Part) => path.startsWith(`${mountPath}/`))?.name;
      return reads && volumes.some(({ name, configMap }: Part) => name === mounted && configMap);
    });
    const names = services.flatMap(({ name }) => [`${name}-api`, `${name}-worker`]);
    expect(believing.map(({ metadata }) => metadata.name).sort()).toEqual(names.sort());
  });
});

/** A number of milliseconds that the code calls `name`. */
const msIn = (file: string, name: string): number => {
  const text = readFileSync(join(root, file), 'utf8');
  const [, digits] = new RegExp(`\\b${name}\\b\\s*(?:=|:|\\?\\?)\\s*([\\d_]+)`).exec(text) ?? [];
  if (digits === undefined) throw new Error(`${file} says nothing of ${name}`);
  return Number(digits.replaceAll('_', ''));
};

describe('times of the manifests are those of the code', () => {
  const drains = [
    ['gateway', 'gateway/src/main.ts', 'DRAIN_MS'],
    ['fees-api', 'packages/service/src/stopping.ts', 'DRAIN_LIMIT_MS'],
    ['fees-worker', 'packages/service/src/stopping.ts', 'DRAIN_LIMIT_MS'],
  ] as const;

  test.each(drains)('%s is not killed before it has ended by itself', (name, file, constant) => {
    const { spec } =
      ofKind(base, 'Deployment').find(({ metadata }) => metadata.name === name)?.spec.template ?? {};
    const delay =
      spec.containers[0].env.find(({ name: variable }: Part) => variable === 'DRAIN_DELAY_MS')?.value ?? 0;
    const needed = Number(delay) + msIn(file, constant);
    expect(spec.terminationGracePeriodSeconds * 1_000).toBeGreaterThanOrEqual(needed + 5_000);
  });

  test('the edge waits at least as long as what it leads to', () => {
    const seconds = (route: string, rule: string): number => {
      const rules: Part[] = ofKind(base, 'HTTPRoute').find(({ metadata }) => metadata.name === route)?.spec
        .rules;
      return Number.parseInt(rules.find(({ name }) => name === rule)?.timeouts.request, 10);
    };
    const doors = msIn('packages/service/src/doors/doors-listener.ts', 'requestTimeout') / 1_000;
    for (const { name } of rulesOf(base, 'doors').filter(({ name }) => name.startsWith('files')))
      expect(seconds('doors', name)).toBeGreaterThan(doors);
    // an export may stall that long and go on
    expect(seconds('doors', 'exports')).toBeGreaterThan(
      msIn('packages/service/src/doors/doors-listener.ts', 'STALLED_MS') / 1_000,
    );
    const fetches = 3;
    expect(seconds('graphql', 'graphql')).toBeGreaterThan(
      (fetches * gatewayVariables.shape.SUBGRAPH_TIMEOUT_MS.parse(undefined)) / 1_000,
    );
  });
});
