import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';

/** An object as it would go to a cluster, loosely read. */
// biome-ignore lint/suspicious/noExplicitAny: objects of many kinds, each read by the test that knows it
export type Manifest = { apiVersion: string; kind: string; metadata: { name: string }; [field: string]: any };

const k8s = fileURLToPath(new URL('../../k8s', import.meta.url));

const values = {
  apiVersion: 'kustomize.config.k8s.io/v1alpha1',
  kind: 'Component',
  namespace: 'dang-toy',
  configMapGenerator: [
    { name: 'dang-province', behavior: 'merge', literals: ['PROVINCE_CODE=77'] },
    { name: 'dang-signing', behavior: 'merge', literals: ['SIGNING_ROOTS=none'] },
    { name: 'fees', behavior: 'merge', literals: ['CENTRAL_ACCOUNT_NAME=Tỉnh ủy'] },
    { name: 'orgtree', behavior: 'merge', literals: ['PROCEDURE_STARTS={}'] },
  ],
};

/**
 * Renders a toy overlay of these components: over nothing but the province's ConfigMap, or (`withBase`) over the base and
 * the values of a province `77` in namespace `dang-toy`.
 */
export async function renderComponents(
  components: readonly string[],
  { withBase = false } = {},
): Promise<Manifest[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dang-overlay-'));
  const path = (part: string) => relative(folder, join(k8s, part));
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...(withBase
      ? {
          namespace: 'dang-toy',
          resources: [path('base')],
          images: [{ name: 'dang-procedures', newTag: '1' }],
        }
      : {
          configMapGenerator: [{ name: 'dang-province', literals: ['PROVINCE_CODE=05'] }],
          resources: ['namespace.yaml'],
        }),
    components: [...(withBase ? ['values'] : []), ...components.map((name) => path(`components/${name}`))],
  };
  mkdirSync(join(folder, 'values'));
  writeFileSync(join(folder, 'values', 'kustomization.yaml'), JSON.stringify(values));
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'dang-toy' } };
  writeFileSync(join(folder, 'namespace.yaml'), JSON.stringify(namespace));
  writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify(kustomization));
  try {
    const { stdout } = await promisify(execFile)('kubectl', ['kustomize', folder], {
      maxBuffer: 64 * 1024 * 1024,
    });
    return parseAllDocuments(stdout).map((document) => document.toJS({ maxAliasCount: -1 }) as Manifest);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
