import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { arrowFaults } from '../src/k8s/arrows.ts';
import { policyFaults } from '../src/k8s/check.ts';
import { environmentFaults } from '../src/k8s/environment-check.ts';
import { type ClusterObject, nameOf, ofKind, type Part } from '../src/k8s/object.ts';
import { writeOverlay } from '../src/k8s/overlay.ts';
import { processEnvironments } from '../src/k8s/process-environment.ts';
import { type Province, readProvinces } from '../src/k8s/province-table.ts';
import { render } from '../src/k8s/render.ts';
import { typeFaults, valueFaults } from '../src/k8s/strict-types.ts';
import { root } from '../src/launcher/running.ts';
import { planted } from './toy.ts';

const services = ['identity', 'orgtree', 'fees', 'evaluation', 'transfers'];
const [hanoi, caoBang] = readProvinces() as [Province, Province];

/** The overlay that a row makes, rendered in a place of its own beside the real base and components. */
async function rendered(row: Province): Promise<ClusterObject[]> {
  const place = mkdtempSync(join(tmpdir(), 'dang-canary-'));
  try {
    for (const part of ['base', 'components']) symlinkSync(join(root, 'k8s', part), join(place, part));
    const folder = join(place, 'overlays', row.slug);
    writeOverlay(row, folder);
    return await render(folder);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

const named = (objects: readonly ClusterObject[], name: string): Part => {
  const object = objects.find((one) => nameOf(one) === name);
  if (!object) throw new Error(`There is no ${name}`);
  return object;
};
const imageOf = (object: Part): string => object.spec.template.spec.containers[0].image;

let plain: ClusterObject[];
let large: ClusterObject[];
let small: ClusterObject[];
let apart: ClusterObject[];
const canary = { release: '1.1.0' };
beforeAll(async () => {
  plain = await rendered(hanoi);
  large = await rendered({ ...hanoi, canary });
  small = await rendered({ ...caoBang, canary });
  apart = await rendered({ ...caoBang, databases: 'per-service', canary });
});

describe('a row with a canary', () => {
  test('renders what the types, the rules of a cluster, the arrows and our processes take', async () => {
    const places = [
      { place: 'large', objects: large },
      { place: 'small', objects: small },
      { place: 'apart', objects: apart },
    ];
    expect(await typeFaults(places)).toEqual([]);
    for (const { place, objects } of places) {
      expect(await valueFaults({ place, objects })).toEqual([]);
      expect(policyFaults(objects)).toEqual([]);
      expect(arrowFaults(objects)).toEqual([]);
      expect(environmentFaults(objects)).toEqual([]);
    }
  });

  test('adds a gateway and five apis of the next release, with what serves and keeps them, and nothing else', () => {
    const before = new Set(plain.map(nameOf));
    const added = large.map(nameOf).filter((name) => !before.has(name));
    const workloads = ['gateway', ...services.map((service) => `${service}-api`)];
    const kinds = ['Deployment', 'HorizontalPodAutoscaler', 'PodDisruptionBudget'];
    expect(added.sort()).toEqual(
      [
        ...kinds.flatMap((kind) => workloads.map((name) => `${kind} ${name}-canary`)),
        ...['gateway', ...services].map((name) => `Service ${name}-canary`),
      ].sort(),
    );
    expect(large.length - plain.length).toBe(added.length);
  });

  test('gives the next release to the canary and to migrations, and leaves workers at the present one', () => {
    for (const workload of ofKind(large, 'Deployment', 'Job')) {
      const { name } = workload.metadata;
      if (!/^dang-procedures:/.test(imageOf(workload))) continue;
      const isNext = /-canary$|-migrate$/.test(name);
      expect([name, imageOf(workload)]).toEqual([
        name,
        `dang-procedures:${isNext ? '1.1.0' : hanoi.release}`,
      ]);
    }
    expect(ofKind(large, 'Job')).toHaveLength(services.length);
  });

  test('asks subgraphs of its own release only', () => {
    const urls = (owner: string) => {
      const variables = processEnvironments(large).find((one) => one.owner === owner)?.variables ?? {};
      return services.map((service) => variables[`SUBGRAPH_URL_${service.toUpperCase()}`]);
    };
    const address = (suffix: string) =>
      services.map((service, index) => `http://${service}${suffix}:${4001 + index}/graphql`);
    expect(urls('Deployment gateway-canary')).toEqual(address('-canary'));
    expect(urls('Deployment gateway')).toEqual(address(''));
  });

  test('holds the next release to its digest, and finds both where the row says, where it does', async () => {
    const digest = `sha256:${'3f'.repeat(32)}`;
    const images = 'images.dcs.vn:5000/party';
    const objects = await rendered({ ...caoBang, images, canary: { ...canary, digest } });
    for (const name of ['Deployment fees-api-canary', 'Job fees-migrate'])
      expect(imageOf(named(objects, name))).toBe(`${images}/dang-procedures:1.1.0@${digest}`);
    const present = `${images}/dang-procedures:${caoBang.release}`;
    expect(imageOf(named(objects, 'Deployment fees-api'))).toBe(present);
    expect(policyFaults(objects)).toEqual([]);
  });

  test('asks the clusters of its services, where each has its own', () => {
    for (const service of services) {
      const owner = `Deployment ${service}-api-canary`;
      const told = processEnvironments(apart).find((one) => one.owner === owner)?.variables ?? {};
      expect(told[`DATABASE_URL_${service.toUpperCase()}`]).toContain(`@postgres-${service}-rw:5432/`);
      expect(named(apart, owner).spec.template.spec.volumes).toContainEqual(
        expect.objectContaining({
          secret: expect.objectContaining({ secretName: `postgres-${service}-ca` }),
        }),
      );
    }
  });

  test.each([
    [0, 100],
    [25, 75],
    [50, 50],
  ])('gets %i of a hundred of the others where its row says so', async (weight, rest) => {
    const objects = await rendered({ ...caoBang, canary: { ...canary, weight } });
    const [{ backendRefs }, byName] = named(objects, 'HTTPRoute graphql').spec.rules;
    expect(backendRefs.map((to: Part) => [to.name, to.weight])).toEqual([
      ['gateway', rest],
      ['gateway-canary', weight],
    ]);
    expect(byName.backendRefs).toEqual([{ name: 'gateway-canary', port: 4000 }]);
  });

  test('goes after nothing leads to it any more', () => {
    const added = large.filter(({ metadata }) => /-canary$/.test(metadata.name));
    for (const { metadata } of added)
      expect(metadata.annotations['argocd.argoproj.io/sync-options']).toBe('PruneLast=true');
  });

  test('is reached by who names it, and by a twentieth of the others where its row says nothing', () => {
    const { hostnames, rules } = named(large, 'HTTPRoute graphql').spec;
    expect(hostnames).toEqual([hanoi.graphHost]);
    const [usual, canary, ...more] = rules;
    expect(more).toEqual([]);
    expect(usual.backendRefs).toEqual([
      { name: 'gateway', port: 4000, weight: 95 },
      { name: 'gateway-canary', port: 4000, weight: 5 },
    ]);
    expect(usual.matches[0].headers).toBeUndefined();
    expect(canary).toMatchObject({
      name: 'canary',
      matches: [{ path: usual.matches[0].path, headers: [{ name: 'x-dang-release', value: 'canary' }] }],
      timeouts: usual.timeouts,
      backendRefs: [{ name: 'gateway-canary', port: 4000 }],
    });
  });

  test('stays within the connections that the database gives a service', () => {
    for (const objects of [large, small, apart])
      for (const service of services) {
        const most = (name: string): number => {
          const scaler = ofKind(objects, 'HorizontalPodAutoscaler', 'ScaledObject').find(
            ({ spec }) => spec.scaleTargetRef.name === name,
          );
          const { maxReplicas, maxReplicaCount } = scaler?.spec ?? {};
          return 1 + (maxReplicas ?? maxReplicaCount ?? named(objects, `Deployment ${name}`).spec.replicas);
        };
        // pool and doors of an api, what a worker holds, and a migration
        const needed =
          most(`${service}-api`) * 14 +
          most(`${service}-api-canary`) * 8 +
          most(`${service}-worker`) * 12 +
          3;
        const { spec } = named(
          objects,
          objects === apart ? `Cluster postgres-${service}` : 'Cluster postgres',
        );
        const { connectionLimit } = spec.managed.roles.find(({ name }: Part) => name === service);
        expect([service, needed, needed <= connectionLimit]).toEqual([service, needed, true]);
      }
  });

  test('would be seen in the Service of the present release', () => {
    const mixed = planted(large, 'Service fees', ({ spec }) => {
      delete spec.selector['dang.vn/track'];
    });
    expect(policyFaults(mixed)).toEqual([
      expect.stringMatching(/^Service fees leads to Deployment fees-api(-canary)? and Deployment fees-api/),
    ]);
  });
});
