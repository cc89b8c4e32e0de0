import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ClusterObject, Part } from '../src/k8s/object.ts';
import { kustomize, render } from '../src/k8s/render.ts';
import { typeFaults, valueFaults } from '../src/k8s/strict-types.ts';
import { planted, toyProvince } from './toy.ts';

let toy: ClusterObject[];
beforeAll(async () => {
  toy = await toyProvince();
});

const container = (object: Part) => object.spec.template.spec.containers[0];

describe('rendering', () => {
  test('says in one sentence what to install where there is no kubectl', async () => {
    await expect(kustomize('tools/test/toy-province', '/nowhere/kubectl')).rejects.toThrow(
      /^kubectl is not on this machine: install it/,
    );
  });

  test('of a folder without a kustomization fails', async () => {
    await expect(render('tools/test')).rejects.toThrow('cannot be rendered');
  });
});

describe('strict types', () => {
  test('take the toy province as it is', async () => {
    expect(await typeFaults([{ place: 'toy', objects: toy }])).toEqual([]);
    expect(await valueFaults({ place: 'toy', objects: toy })).toEqual([]);
  });

  const planting: [what: string, name: string, plant: (object: Part) => void, seen: RegExp][] = [
    [
      'an unknown field',
      'PodDisruptionBudget evaluation-api',
      ({ spec }) => {
        spec.minAvailble = 1;
      },
      /minAvailble/,
    ],
    [
      'an unknown field deep in a pod',
      'Deployment evaluation-api',
      (object) => {
        container(object).securityContext.readOnlyRootFileSystem = true;
      },
      /readOnlyRootFileSystem/,
    ],
    [
      'a value of another type',
      'Deployment evaluation-api',
      ({ spec }) => {
        spec.replicas = 'four';
      },
      /'string' is not assignable to type 'number'/,
    ],
    [
      'a word that is not in the enum',
      'Deployment evaluation-api',
      (object) => {
        container(object).imagePullPolicy = 'Sometimes';
      },
      /Sometimes/,
    ],
    [
      'a missing field',
      'HorizontalPodAutoscaler evaluation-api',
      ({ spec }) => {
        delete spec.maxReplicas;
      },
      /maxReplicas/,
    ],
    [
      'an unknown field of a CloudNativePG cluster',
      'Cluster postgres',
      ({ spec }) => {
        spec.storage.sizes = '10Gi';
      },
      /sizes/,
    ],
    [
      'a word that an enum of a CloudNativePG cluster does not hold',
      'Cluster postgres',
      ({ spec }) => {
        spec.primaryUpdateMethod = 'reboot';
      },
      /reboot/,
    ],
    [
      'an unknown field of an external secret',
      'ExternalSecret dang-keys',
      ({ spec }) => {
        spec.refresh = '1h';
      },
      /refresh/,
    ],
    [
      'an unknown field of a kind that is typed by hand',
      'Cluster postgres',
      (object) => {
        const configuration = { destinationPath: 's3://backups', endpoint: 'https://storage.example' };
        Object.assign(object, {
          apiVersion: 'barmancloud.cnpg.io/v1',
          kind: 'ObjectStore',
          spec: { configuration },
        });
      },
      /endpoint/,
    ],
    [
      'a kind that nobody knows',
      'ConfigMap dang-province',
      (object) => {
        object.kind = 'ConfigMops';
      },
      /ConfigMops/,
    ],
  ];

  test('refuse each planted error, and name the object in which it is', async () => {
    const places = planting.map(([, name, plant], index) => ({
      place: `planted-${index}`,
      objects: planted(toy, name, plant),
    }));
    const faults = await typeFaults(places);
    for (const [index, [what, name, , seen]] of planting.entries()) {
      const own = faults.filter((fault) => fault.startsWith(`planted-${index}:`));
      expect({ what, own }).toEqual({ what, own: [expect.stringMatching(seen)] });
      if (!/hand|nobody/.test(what)) expect(own[0]).toContain(name);
    }
  });

  test('come with the limits of values', async () => {
    const objects = planted(toy, 'Deployment evaluation-api', ({ spec }) => {
      spec.replicas = 1.5;
    });
    expect(await typeFaults([{ place: 'toy', objects }])).toEqual([]);
    expect(await valueFaults({ place: 'toy', objects })).toEqual([
      expect.stringContaining('toy: Deployment evaluation-api'),
    ]);
  });
});
