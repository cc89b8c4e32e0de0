import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../launcher/running.ts';
import type { Province } from './province-table.ts';

const lines = (...texts: readonly (string | false)[]): string =>
  texts
    .filter((text) => text !== false)
    .map((text) => `${text}\n`)
    .join('');

const componentsOf = ({ size, canary }: Province): string =>
  ['province', size !== 'M' && `size-${size.toLowerCase()}`, canary !== undefined && 'canary']
    .filter((name) => name !== false)
    .map((name) => `../../components/${name}`)
    .join(', ');

const imagesOf = ({ release, digest, canary }: Province): string[] => {
  const version = digest === undefined ? `newTag: "${release}"` : `newTag: "${release}", digest: "${digest}"`;
  return [
    `  - {name: dang-procedures, ${version}}`,
    ...(canary === undefined
      ? []
      : [`  - {name: dang-procedures-canary, newName: dang-procedures, newTag: "${canary}"}`]),
  ];
};

const kustomizationOf = (row: Province): string =>
  lines(
    `# ${row.name}. Made by \`npm run k8s -- province ${row.code}\` of its row in k8s/provinces.json: change that, not this.`,
    'apiVersion: kustomize.config.k8s.io/v1beta1',
    'kind: Kustomization',
    `namespace: dang-${row.slug}`,
    'resources: [../../base]',
    `components: [${componentsOf(row)}]`,
    'configMapGenerator:',
    '  - {name: dang-province, behavior: merge, envs: [province.env]}',
    '  - {name: orgtree, behavior: merge, envs: [orgtree.env]}',
    `  - {name: fees, behavior: merge, literals: ["CENTRAL_ACCOUNT_NAME=${row.accountHolder}"]}`,
    '  - {name: row, envs: [row.env], options: {annotations: {config.kubernetes.io/local-config: "true"}}}',
    `labels: [{pairs: {dang.vn/province: "${row.code}"}, includeTemplates: true}]`,
    'images:',
    ...imagesOf(row),
  );

/** `PROCEDURE_STARTS` of orgtree: by unit code the day from which each procedure runs there. */
export const procedureStarts = ({ code, starts, pilots }: Province): string =>
  JSON.stringify({ [code]: starts, ...pilots });

/** The files of an overlay by name. A row makes the same files every time. */
export const overlayFiles = (row: Province): Readonly<Record<string, string>> => ({
  'kustomization.yaml': kustomizationOf(row),
  'province.env': lines(
    `PROVINCE_CODE=${row.code}`,
    `ORDER_PREFIX=${row.orderPrefix}`,
    `DOORS_URL=https://${row.doorsHost}`,
    `STORAGE_URL=s3://dang-${row.slug}/files?endpoint=https://storage.province.example&region=vn`,
  ),
  'orgtree.env': lines(`PROCEDURE_STARTS=${procedureStarts(row)}`),
  'row.env': lines(
    `NAMESPACE=dang-${row.slug}`,
    `GRAPH_HOST=${row.graphHost}`,
    `DOORS_HOST=${row.doorsHost}`,
  ),
});

/** The folder of an overlay. */
export const overlayFolder = ({ slug }: Pick<Province, 'slug'>): string => join(root, 'k8s/overlays', slug);

/** Writes the overlay of a province, over what was there. */
export function writeOverlay(row: Province): void {
  mkdirSync(overlayFolder(row), { recursive: true });
  for (const [name, text] of Object.entries(overlayFiles(row)))
    writeFileSync(join(overlayFolder(row), name), text);
}
