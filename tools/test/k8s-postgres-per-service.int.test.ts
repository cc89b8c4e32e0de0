import { beforeAll, describe, expect, test } from '@jest/globals';
import { arrowFaults } from '../src/k8s/arrows.ts';
import { policyFaults } from '../src/k8s/check.ts';
import { environmentFaults } from '../src/k8s/environment-check.ts';
import { type ClusterObject, containersOf, ofKind, type Part, podTemplateOf } from '../src/k8s/object.ts';
import { typeFaults, valueFaults } from '../src/k8s/strict-types.ts';
import { serviceNames } from '../src/launcher/settings.ts';
import { connectionsNeeded } from './connections.ts';
import { renderComponents } from './kustomize.ts';
import { planted } from './toy.ts';

const beside = ['external-secrets', 'nats', 'telemetry-collector', 'monitoring', 'keda', 'cert-manager'];

let objects: ClusterObject[];
beforeAll(async () => {
  objects = await renderComponents(['postgres-per-service', ...beside], { withBase: true });
});

const one = (kind: string, name: string): ClusterObject =>
  ofKind(objects, kind).find(({ metadata }) => metadata.name === name) as ClusterObject;
const namesOf = (kind: string) => ofKind(objects, kind).map(({ metadata }) => metadata.name);
const clusters = serviceNames.map((service) => `postgres-${service}`).sort();

describe('a province with a database cluster for each service', () => {
  test('has objects of the right shape, and keeps the rules, variables and arrows of any other', async () => {
    expect(await typeFaults([{ place: 'toy', objects }])).toEqual([]);
    expect(await valueFaults({ place: 'toy', objects })).toEqual([]);
    expect(policyFaults(objects)).toEqual([]);
    expect(environmentFaults(objects)).toEqual([]);
    expect(arrowFaults(objects)).toEqual([]);
  });

  test('has five of them, each archived in a place of its own and nothing left of the shared one', () => {
    for (const kind of ['Cluster', 'ObjectStore', 'ScheduledBackup'])
      expect([kind, namesOf(kind).sort()]).toEqual([kind, clusters]);
    expect(namesOf('Database').sort()).toEqual([...serviceNames].sort());
    const places = ofKind(objects, 'ObjectStore').map(({ spec }) => spec.configuration.destinationPath);
    expect(places.sort()).toEqual(
      [...serviceNames].sort().map((service) => `s3://dang-backups/dang-toy/${service}`),
    );
    expect(JSON.stringify(objects)).not.toMatch(/"cnpg.io\/cluster":"postgres"|postgres-rw|"postgres-ca"}/);
  });

  test.each(serviceNames)(
    '%s is the only one in its cluster, with connections for all its processes',
    (service) => {
      const cluster = `postgres-${service}`;
      const { spec } = one('Cluster', cluster);
      expect(spec.bootstrap.initdb).toMatchObject({
        database: service,
        owner: service,
        secret: { name: `${service}-database` },
      });
      expect(spec.managed.roles).toEqual([
        expect.objectContaining({
          name: service,
          superuser: false,
          createdb: false,
          createrole: false,
          passwordSecret: { name: `${service}-database` },
        }),
      ]);
      expect(spec.postgresql.pg_hba).toEqual([
        `hostssl ${service} ${service} all scram-sha-256`,
        'host all all all reject',
      ]);
      expect(spec.postgresql.synchronous).toMatchObject({ method: 'any', number: 1, failoverQuorum: true });
      expect(spec.plugins[0]).toMatchObject({
        isWALArchiver: true,
        parameters: { barmanObjectName: cluster },
      });
      expect(one('ScheduledBackup', cluster).spec.cluster.name).toBe(cluster);
      expect(one('Database', service).spec).toMatchObject({ owner: service, cluster: { name: cluster } });
      const [{ connectionLimit }] = spec.managed.roles;
      expect(connectionLimit).toBeGreaterThanOrEqual(connectionsNeeded(objects, service));
      expect(Number(spec.postgresql.parameters.max_connections)).toBeGreaterThanOrEqual(connectionLimit + 20);
    },
  );

  test.each(serviceNames)('every process of %s asks that cluster, and believes its authority', (service) => {
    const processes = [
      one('Deployment', `${service}-api`),
      one('Deployment', `${service}-worker`),
      one('Job', `${service}-migrate`),
    ];
    for (const workload of processes) {
      const [{ env }] = containersOf(workload) as [Part];
      const url = env.find(({ name }: Part) => name === `DATABASE_URL_${service.toUpperCase()}`)?.value;
      expect(url).toContain(`@postgres-${service}-rw:5432/${service}?sslmode=verify-full`);
      const { volumes } = podTemplateOf(workload).spec;
      expect(volumes).toContainEqual({
        name: 'postgres-ca',
        secret: { secretName: `postgres-${service}-ca`, items: [{ key: 'ca.crt', path: 'ca.crt' }] },
      });
    }
  });
});

type Planting = [what: string, policy: string, change: (policy: Part) => void, said: string];
const plantings: Planting[] = [
  [
    'a service that is let out to the cluster of another',
    'fees-worker',
    ({ spec }) => spec.egress[0].to[0].podSelector.matchExpressions[0].values.push('postgres-identity'),
    'fees-worker → postgres-identity:5432 is let out, and is no arrow',
  ],
  [
    'a cluster that lets another service in',
    'postgres-identity',
    ({ spec }) => spec.ingress[0].from[0].podSelector.matchExpressions[0].values.push('fees'),
    'fees-api → postgres-identity:5432 is let in, and is no arrow',
  ],
  [
    'a service that still leaves for the shared cluster',
    'orgtree-api',
    ({ spec }) => {
      spec.egress[0].to[0].podSelector.matchExpressions[0].values = ['postgres'];
    },
    'orgtree-api → postgres-orgtree:5432 is an arrow, and no policy lets it out',
  ],
  [
    'a cluster that replicates to another',
    'postgres-fees',
    ({ spec }) => {
      spec.egress[0].to[0].podSelector.matchLabels['cnpg.io/cluster'] = 'postgres-transfers';
    },
    'postgres-fees → postgres-transfers:5432 is let out, and is no arrow',
  ],
  [
    'a cluster without a way to its backups',
    'postgres-fees-outside',
    ({ spec }) => spec.egress[0].ports.shift(),
    'postgres-fees → outside-of-postgres-fees:443 is an arrow, and no policy lets it out',
  ],
];

test.each(plantings)('seen: %s', (_what, policy, change, said) => {
  expect(arrowFaults(planted(objects, `NetworkPolicy ${policy}`, change))).toContain(said);
});

describe('restored from the archive', () => {
  test.each(['postgres', 'postgres-per-service'])(
    'each cluster of %s takes its own, and writes beside it',
    async (component) => {
      const found = ofKind(await renderComponents([component, 'restore']), 'Cluster');
      expect(found).toHaveLength(component === 'postgres' ? 1 : serviceNames.length);
      for (const { metadata, spec } of found) {
        expect(spec.bootstrap).toEqual({ recovery: expect.objectContaining({ source: 'before' }) });
        expect(spec.externalClusters[0].plugin.parameters).toEqual({
          barmanObjectName: metadata.name,
          serverName: 'postgres',
        });
        expect(spec.plugins[0].parameters).toEqual({
          barmanObjectName: metadata.name,
          serverName: 'postgres-restored',
        });
      }
    },
  );
});
