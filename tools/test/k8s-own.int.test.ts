import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { placeFaults } from '../src/k8s/check-places.ts';
import { leadsNowhere, readinessFaults } from '../src/k8s/leads-nowhere.ts';
import type { ClusterObject } from '../src/k8s/object.ts';
import { writeOverlay } from '../src/k8s/overlay.ts';
import { type Province, readProvinces } from '../src/k8s/province-table.ts';
import { render } from '../src/k8s/render.ts';
import { root } from '../src/launcher/running.ts';

const [row] = readProvinces() as [Province, ...Province[]];
// beside the overlays, as deep as they are
const beside = mkdtempSync(join(root, 'k8s/.own-'));
const folder = join(beside, 'place');
afterAll(() => rmSync(beside, { recursive: true, force: true }));

const outside = '(identity|orgtree|fees|evaluation|transfers)-(outside|mail)';
const own = `
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
configMapGenerator:
  - {name: fees, behavior: merge, literals: ["BANK_URL=https://bank.dcs.vn"]}
  - {name: dang-province, behavior: merge, literals: ["STORAGE_URL=s3://dang/files?endpoint=https://storage.dcs.vn&region=vn"]}
patches:
  - target: {kind: NetworkPolicy, name: ${outside}}
    patch: |
      - {op: replace, path: /spec/egress/0/to, value: [{ipBlock: {cidr: 10.20.30.0/24}}]}
`;

test('a province says in a folder of its own what its row does not, and is told what leads nowhere until then', async () => {
  writeOverlay(row, folder);
  const before = leadsNowhere(await render(folder));
  const policies = before.filter((place) => /^NetworkPolicy \w+-(outside|mail) /.test(place));
  expect(policies.length).toBeGreaterThan(5);
  expect(before.join('\n')).toMatch(/ConfigMap fees\S* data.BANK_URL/);
  mkdirSync(join(folder, 'own'));
  writeFileSync(join(folder, 'own', 'kustomization.yaml'), own);
  writeOverlay(row, folder);
  const after = leadsNowhere(await render(folder));
  const left = after.join('\n');
  expect(left).not.toMatch(/BANK_URL|STORAGE_URL/);
  expect(after.filter((place) => /^NetworkPolicy/.test(place))).toEqual([
    'NetworkPolicy postgres-outside spec.egress.0.to.0.ipBlock.cidr, now 192.0.2.0/24',
  ]);
  expect(left).toMatch(/ConfigMap identity\S* data.VNEID_ISSUER/);
});

test('a province that says it is ready and is not, is told so; one that has given everything is not', async () => {
  const objects = await render(folder);
  const given = JSON.stringify(objects)
    .replaceAll(/\w+\.province\.example/g, 'system.dcs.vn')
    .replaceAll('192.0.2.0/24', '10.0.0.0/8');
  const ready = { ...row, ready: true };
  expect(readinessFaults(ready, JSON.parse(given) as ClusterObject[])).toEqual([]);
  expect(readinessFaults(row, objects)).toEqual([]);
  const nowhere = leadsNowhere(objects);
  const faults = await placeFaults([{ place: row.slug, ready: true, objects }]);
  expect(faults).toEqual(nowhere.map((place) => `${row.slug}: says it is ready, and has not given ${place}`));
  expect(faults).toContainEqual(expect.stringMatching(/SecretStore province .*vault.province.example$/));
});

test.each([
  ['a host for examples', 'https://bank.example.com/v1', true],
  ['a host of no province', 'https://bank.hanoi.example', true],
  ['an address for examples', '192.0.2.7/32', true],
  ['a host with the word in it', 'https://examples.dcs.vn', false],
  ['an address beside them', '192.0.20.7/32', false],
])('%s', (_what, value, isPlaceholder) => {
  const object = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'fees' },
    data: { BANK_URL: value },
  };
  expect(leadsNowhere([object])).toEqual(isPlaceholder ? [`ConfigMap fees data.BANK_URL, now ${value}`] : []);
});

test('a row may ask for a database cluster for each service, in its size', async () => {
  const place = join(beside, 'per-service');
  writeOverlay({ ...row, databases: 'per-service' }, place);
  const objects = await render(place);
  expect(await placeFaults([{ place: row.slug, objects }])).toEqual([]);
  const clusters = objects.filter(({ kind }) => kind === 'Cluster');
  expect(clusters.map(({ metadata }) => metadata.name).sort()).toContain('postgres-fees');
  for (const { spec } of clusters) expect(spec.resources.limits.memory).toBe('32Gi');
});
