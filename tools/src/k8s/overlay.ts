import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../launcher/running.ts';
import { canaryWeight, type Province } from './province-table.ts';

const lines = (...texts: readonly (string | false)[]): string =>
  texts
    .filter((text) => text !== false)
    .map((text) => `${text}\n`)
    .join('');

/** The folder of an overlay. */
export const overlayFolder = ({ slug }: Pick<Province, 'slug'>): string => join(root, 'k8s/overlays', slug);

/** What a province writes itself, of which its row says nothing: a component in the folder `own` of its overlay. Applied last. */
const hasOwn = (folder: string): boolean => existsSync(join(folder, 'own', 'kustomization.yaml'));

const componentsOf = (row: Province, folder: string): string =>
  [
    row.canary !== undefined && '../../components/canary',
    row.databases === 'per-service' ? '../../components/province-per-service' : '../../components/province',
    row.network === 'cilium' && '../../components/cilium',
    row.dns === 'node-local' && '../../components/node-local-dns',
    row.size !== 'M' && `../../components/size-${row.size.toLowerCase()}`,
    hasOwn(folder) && 'own',
  ]
    .filter((name) => name !== false)
    .join(', ');

type Version = Pick<Province, 'release' | 'digest'>;

/** An entry of `images`: the name in the manifests becomes the one that nodes pull, at one version. */
const imageOf = (name: string, { release, digest }: Version, place?: string): string => {
  const pulled = place === undefined ? 'dang-procedures' : `${place}/dang-procedures`;
  return [
    `  - {name: ${name}`,
    ...(pulled === name ? [] : [`newName: "${pulled}"`]),
    `newTag: "${release}"`,
    ...(digest === undefined ? [] : [`digest: "${digest}"`]),
  ]
    .join(', ')
    .concat('}');
};

const imagesOf = ({ canary, images, ...row }: Province): (string | false)[] => [
  imageOf('dang-procedures', row, images),
  canary !== undefined && imageOf('dang-procedures-canary', canary, images),
];

/** What the component `canary` shares requests by. */
const weightsOf = (row: Province): (string | false)[] => {
  const weight = canaryWeight(row);
  return weight === undefined ? [] : [`STABLE_WEIGHT=${100 - weight}`, `CANARY_WEIGHT=${weight}`];
};

const kustomizationOf = (row: Province, folder: string): string =>
  lines(
    `# ${row.name}. Made by \`npm run k8s -- province ${row.code}\` of its row in k8s/provinces.json: change that, not this.`,
    'apiVersion: kustomize.config.k8s.io/v1beta1',
    'kind: Kustomization',
    `namespace: dang-${row.slug}`,
    'resources: [../../base]',
    `components: [${componentsOf(row, folder)}]`,
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

/** The files of an overlay by name. A row makes the same files every time; the first names the folder `own` where there is one. */
export const overlayFiles = (
  row: Province,
  folder = overlayFolder(row),
): Readonly<Record<string, string>> => ({
  'kustomization.yaml': kustomizationOf(row, folder),
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
    ...weightsOf(row),
  ),
});

/** Writes the overlay of a province, over what was there. */
export function writeOverlay(row: Province, folder = overlayFolder(row)): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(overlayFiles(row, folder)))
    writeFileSync(join(folder, name), text);
}
