import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { type ClusterObject, nameOf, ofKind, type Part } from '../src/k8s/object.ts';
import { overlayFolder } from '../src/k8s/overlay.ts';
import { render } from '../src/k8s/render.ts';
import { root } from '../src/launcher/running.ts';
import { renderPatched } from './patched.ts';

let base: ClusterObject[];
beforeAll(async () => {
  base = await render(join(root, 'k8s/base'));
});

const waveOf = ({ metadata }: ClusterObject): number =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

const namesOf = (objects: readonly ClusterObject[]): string[] => objects.map(nameOf).sort();

describe('a release goes in order', () => {
  test('by the waves of Argo CD: settings, migrations, services, gateway, the way in; who scales comes after what it scales', () => {
    const wavesOf = (kind: string, names: RegExp) => [
      ...new Set(
        ofKind(base, kind)
          .filter(({ metadata }) => names.test(metadata.name))
          .map(waveOf),
      ),
    ];
    expect(wavesOf('ConfigMap', /./)).toEqual([0]);
    expect(wavesOf('NetworkPolicy', /./)).toEqual([0]);
    expect(wavesOf('Job', /-migrate$/)).toEqual([1]);
    for (const [kind, later] of [
      ['Deployment', 0],
      ['HorizontalPodAutoscaler', 1],
    ] as const) {
      expect(wavesOf(kind, /-(api|worker)$/)).toEqual([2 + later]);
      expect(wavesOf(kind, /^gateway$/)).toEqual([3 + later]);
    }
    for (const kind of ['Gateway', 'HTTPRoute']) expect(wavesOf(kind, /./)).toEqual([4]);
  });

  test('a Job is made anew for each release, by Argo CD and by Flux', () => {
    for (const { metadata } of ofKind(base, 'Job'))
      expect(metadata.annotations).toMatchObject({
        'argocd.argoproj.io/hook': 'Sync',
        'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
        'kustomize.toolkit.fluxcd.io/force': 'enabled',
      });
  });

  test('by the two Kustomizations that the page shows for Flux: together they are everything, and the gateway is in the second', async () => {
    const page = readFileSync(join(root, 'k8s/README.md'), 'utf8');
    const [, text = ''] = /```yaml\n(apiVersion: kustomize.toolkit[\s\S]*?)```/.exec(page) ?? [];
    const [first, second] = parseAllDocuments(text).map((document) => document.toJS() as Part);
    expect(second.spec.dependsOn).toEqual([{ name: first.metadata.name }]);
    const services = await renderPatched(first.spec.patches);
    const gateway = await renderPatched(second.spec.patches);
    expect(namesOf([...services, ...gateway])).toEqual(namesOf(base));
    expect(namesOf(ofKind(gateway, 'Deployment', 'Job'))).toEqual(['Deployment gateway']);
    expect(namesOf(ofKind(services, 'Deployment')).length).toBe(10);
    // a route never leads to a gateway that is not there yet
    expect(ofKind(services, 'Gateway', 'HTTPRoute')).toEqual([]);
  });

  test('and settings of before outlive it: pods of the present release start with them until the next one serves', async () => {
    const settings = ofKind(await render(overlayFolder({ slug: 'hanoi' })), 'ConfigMap');
    expect(settings.length).toBeGreaterThan(8);
    for (const { metadata } of settings)
      expect({ name: metadata.name, ...metadata.annotations }).toEqual({
        name: expect.stringMatching(/-[a-z0-9]{10}$/),
        'argocd.argoproj.io/sync-options': 'PruneLast=true',
        'kustomize.toolkit.fluxcd.io/prune': 'disabled',
      });
  });
});
