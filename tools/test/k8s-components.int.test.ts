import { streamName } from '@dang/events/stream';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { policyFaults } from '../src/k8s/check.ts';
import { keptPlaces } from '../src/k8s/nats-users.ts';
import { typeFaults, valueFaults } from '../src/k8s/strict-types.ts';
import { connectionsNeeded } from './connections.ts';
import { type Manifest, renderComponents } from './kustomize.ts';

const services = ['identity', 'orgtree', 'fees', 'evaluation', 'transfers'];
const serverComponents = ['postgres', 'nats', 'external-secrets'];

const named = (objects: readonly Manifest[], kind: string): string[] =>
  objects
    .filter((object) => object.kind === kind)
    .map(({ metadata }) => metadata.name)
    .sort();
const one = (objects: readonly Manifest[], kind: string, name: string): Manifest => {
  const found = objects.find((object) => object.kind === kind && object.metadata.name === name);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found;
};

/** The names behind every `secretKeyRef`, `secretName`, `passwordSecret` and the like, however deep. */
function secretsNamedIn(value: unknown, field = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => secretsNamedIn(each, field));
  if (typeof value !== 'object' || value === null) return field === 'secretName' ? [String(value)] : [];
  const { name } = value as { name?: unknown };
  const isReference = /^(secretKeyRef|secretRef|passwordSecret|secret|accessKeyId|secretAccessKey)$/.test(
    field,
  );
  const here = isReference && typeof name === 'string' ? [name] : [];
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => secretsNamedIn(inner, key))];
}

/** As an overlay takes them. Those of the provinces themselves (rows, sizes, canary) are looked at with their overlays. */
const all = [
  'external-secrets',
  'postgres',
  'nats',
  'telemetry-collector',
  'monitoring',
  'dashboards',
  'keda',
  'cert-manager',
  'leaf-link',
];
/** What patches or copies from the base has nothing to do without it; the link stands beside `nats`. */
const needs: Record<string, string[]> = { 'leaf-link': ['nats'] };
const needBase = ['keda', 'cert-manager'];

test.each(all.filter((name) => !needBase.includes(name)))('component %s renders by itself', async (name) => {
  expect((await renderComponents([...(needs[name] ?? []), name])).length).toBeGreaterThan(2);
});

describe('all of them over the base', () => {
  let objects: Manifest[];
  beforeAll(async () => {
    objects = await renderComponents(all, { withBase: true });
  });

  test('have objects of the right shape, and keep the rules of a cluster', async () => {
    expect(await typeFaults([{ place: 'toy', objects }])).toEqual([]);
    expect(await valueFaults({ place: 'toy', objects })).toEqual([]);
    expect(policyFaults(objects)).toEqual([]);
  });

  test('are those of the province, wherever its name or code stands', () => {
    expect(one(objects, 'ObjectStore', 'postgres').spec.configuration.destinationPath).toBe(
      's3://dang-backups/dang-toy',
    );
    expect(one(objects, 'SecretStore', 'province').spec.provider.vault.path).toBe('dang-toy');
    for (const { hostname, tls } of one(objects, 'Gateway', 'edge').spec.listeners) {
      if (!tls) continue;
      const [{ name }] = tls.certificateRefs;
      const certificate = objects.find(
        ({ kind, spec }) => kind === 'Certificate' && spec.secretName === name,
      );
      expect([hostname, certificate?.spec.dnsNames]).toEqual([hostname, [hostname]]);
    }
  });

  test('turn letters between provinces on where the link is, in the workers of transfers alone', () => {
    const told = objects
      .filter(({ kind }) => kind === 'Deployment')
      .filter(({ spec }) =>
        spec.template.spec.containers.some(({ env }: Manifest) =>
          (env ?? []).some(
            ({ name, value }: { name: string; value?: string }) => name === 'PROVINCE_LINK' && value === 'on',
          ),
        ),
      );
    expect(told.map(({ metadata }) => metadata.name)).toEqual(['transfers-worker']);
  });

  test('scale workers by the lag of consumers that there are', async () => {
    const places = (await keptPlaces()).map(
      ({ durable, upstream }) => `${streamName('77', upstream)} ${durable}`,
    );
    const scaled = objects.filter(({ kind }) => kind === 'ScaledObject');
    expect(scaled.map(({ metadata }) => metadata.name)).toEqual(['fees-worker', 'identity-worker']);
    for (const { spec } of scaled) {
      expect(one(objects, 'Deployment', spec.scaleTargetRef.name).spec.replicas).toBeUndefined();
      const lags = spec.triggers.filter(({ type }: Manifest) => type === 'nats-jetstream');
      for (const { metadata } of lags as { metadata: Record<string, string> }[]) {
        expect(places).toContain(`${metadata.stream} ${metadata.consumer}`);
        expect(metadata).toMatchObject({
          natsServerMonitoringEndpoint: 'nats-peers.dang-toy.svc:8222',
          account: 'DANG',
        });
      }
    }
  });

  test('have connections for as many processes as there may be', () => {
    const { spec } = one(objects, 'Cluster', 'postgres');
    for (const service of services) {
      const needed = connectionsNeeded(objects, service);
      const { connectionLimit } = spec.managed.roles.find(({ name }: { name: string }) => name === service);
      expect([service, needed <= connectionLimit]).toEqual([service, true]);
    }
  });
});

describe('the servers of a province', () => {
  let objects: Manifest[];
  beforeAll(async () => {
    objects = await renderComponents(serverComponents);
  });

  test('each service has a database and a role of its own name, which is nobody special', () => {
    expect(named(objects, 'Database')).toEqual([...services].sort());
    for (const { spec } of objects.filter(({ kind }) => kind === 'Database'))
      expect(spec.owner).toBe(spec.name);
    const { spec } = one(objects, 'Cluster', 'postgres');
    expect(spec.managed.roles.map(({ name }: { name: string }) => name)).toEqual(services);
    for (const role of spec.managed.roles) {
      expect(role).toMatchObject({
        superuser: false,
        createdb: false,
        createrole: false,
        replication: false,
      });
      expect(role.passwordSecret.name).toBe(`${role.name}-database`);
      expect(spec.postgresql.pg_hba).toContain(`hostssl ${role.name} ${role.name} all scram-sha-256`);
    }
    expect(spec.postgresql.pg_hba.at(-1)).toBe('host all all all reject');
  });

  test('what is confirmed stands on two instances, and WAL leaves for the archive', () => {
    const { spec } = one(objects, 'Cluster', 'postgres');
    expect(spec.instances).toBe(3);
    expect(spec.postgresql.synchronous).toMatchObject({ method: 'any', number: 1, failoverQuorum: true });
    expect(spec.plugins).toEqual([expect.objectContaining({ isWALArchiver: true })]);
    const store = spec.plugins[0].parameters.barmanObjectName;
    expect(one(objects, 'ObjectStore', store).spec.retentionPolicy).toBe('35d');
    expect(one(objects, 'ScheduledBackup', 'postgres').spec.cluster.name).toBe('postgres');
  });

  test('roles together ask for no more connections than the server has', () => {
    const { spec } = one(objects, 'Cluster', 'postgres');
    const limits = spec.managed.roles.map(
      ({ connectionLimit }: { connectionLimit: number }) => connectionLimit,
    );
    const sum = limits.reduce((total: number, limit: number) => total + limit, 0);
    // and twenty for the operator and people
    expect(sum + 20).toBeLessThanOrEqual(Number(spec.postgresql.parameters.max_connections));
  });

  test('every Secret that is named is made, and none is in the files', () => {
    const made = new Set(
      objects.filter(({ kind }) => kind === 'ExternalSecret').map(({ spec }) => String(spec.target.name)),
    );
    const named = new Set(objects.flatMap((object) => secretsNamedIn(object.spec)));
    expect(named.size).toBeGreaterThan(10);
    expect([...named].filter((name) => !made.has(name))).toEqual([]);
    expect(objects.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    expect(secretsNamedIn({ env: [{ valueFrom: { secretKeyRef: { name: 'forgotten' } } }] })).toEqual([
      'forgotten',
    ]);
  });

  test('NATS keeps its quorum while a node is drained, and every message on disk', () => {
    expect(one(objects, 'StatefulSet', 'nats').spec.replicas).toBe(3);
    expect(one(objects, 'PodDisruptionBudget', 'nats').spec.maxUnavailable).toBe(1);
    const configuration = objects.find(
      ({ kind, metadata }) => kind === 'ConfigMap' && /^nats-/.test(metadata.name),
    );
    expect(configuration?.data['nats.conf']).toContain('sync_interval: always');
  });
});
