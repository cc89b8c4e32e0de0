import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { type ClusterObject, nameOf, ofKind, type Part } from '../src/k8s/object.ts';
import { render } from '../src/k8s/render.ts';
import { root } from '../src/launcher/running.ts';

let base: ClusterObject[];
beforeAll(async () => {
  base = await render(join(root, 'k8s/base'));
});

const waveOf = ({ metadata }: ClusterObject): number =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

const namesOf = (objects: readonly ClusterObject[]): string[] => objects.map(nameOf).sort();

/** What Flux applies of the base by these patches: it adds them to a kustomization of its own around the folder. */
async function appliedBy(patches: Part): Promise<ClusterObject[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dang-flux-'));
  const around = { resources: [relative(folder, join(root, 'k8s/base'))], patches };
  writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify(around));
  try {
    return await render(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a release goes in order', () => {
  test('by the waves of Argo CD: settings, migrations, services, gateway; who scales comes with what it scales', () => {
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
    for (const kind of ['Deployment', 'HorizontalPodAutoscaler']) {
      expect(wavesOf(kind, /-(api|worker)$/)).toEqual([2]);
      expect(wavesOf(kind, /^gateway$/)).toEqual([3]);
    }
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
    const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const [first, second] = parseAllDocuments(text).map((document) => document.toJS() as Part);
    expect(second.spec.dependsOn).toEqual([{ name: first.metadata.name }]);
    const services = await appliedBy(first.spec.patches);
    const gateway = await appliedBy(second.spec.patches);
    expect(namesOf([...services, ...gateway])).toEqual(namesOf(base));
    expect(namesOf(ofKind(gateway, 'Deployment', 'Job'))).toEqual(['Deployment gateway']);
    expect(namesOf(ofKind(services, 'Deployment')).length).toBe(10);
  });
});
