import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { leadsNowhere } from '../src/k8s/leads-nowhere.ts';
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
    'NetworkPolicy postgres-outside spec.egress.0.to.0.ipBlock.cidr',
  ]);
  expect(left).toMatch(/ConfigMap identity\S* data.VNEID_ISSUER/);
});
