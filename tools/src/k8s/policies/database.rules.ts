import { type ClusterObject, nameOf, ofKind } from '../object.ts';
import type { Policy } from './policy.ts';

const binary: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** Bytes of `20GB` as PostgreSQL counts them, and of `20Gi` as Kubernetes does: both mean powers of two. */
const bytesOf = (size: unknown): number => {
  const [, digits, unit = ''] = /^(\d+)([KMGT])(?:B|i)$/i.exec(String(size)) ?? [];
  return digits === undefined ? Number.NaN : Number(digits) * (binary[unit.toUpperCase()] ?? Number.NaN);
};

/** What may lie in the volume at once: what waits for a replica that is away, and what is written until the next checkpoint. */
const walFaults = (cluster: ClusterObject): string[] => {
  const { postgresql, walStorage } = cluster.spec;
  if (!walStorage) return [];
  const { max_slot_wal_keep_size: kept, max_wal_size: written } = postgresql?.parameters ?? {};
  const fits = bytesOf(kept) + bytesOf(written) <= 0.8 * bytesOf(walStorage.size);
  return fits
    ? []
    : [
        `${nameOf(cluster)} may keep ${kept} of log for a replica and write ${written} besides, too much for a volume of ${walStorage.size}`,
      ];
};

/** Labels that the operator sets on all that it makes. Handed down as well they change to and fro at each of its rounds (CloudNativePG 1.30, issue 11438). */
const operatorLabels = ['name', 'component', 'managed-by', 'instance', 'version'].map(
  (word) => `app.kubernetes.io/${word}`,
);

const inheritedFaults = (cluster: ClusterObject): string[] =>
  Object.keys(cluster.spec.inheritedMetadata?.labels ?? {})
    .filter((label) => operatorLabels.includes(label))
    .map((label) => `${nameOf(cluster)} hands down ${label}, which the operator sets itself`);

export const databasePolicies: readonly Policy[] = [
  {
    name: 'a replica that is away does not fill the log of the primary',
    faults: (objects) => ofKind(objects, 'Cluster').flatMap(walFaults),
  },
  {
    name: 'the operator of databases keeps its own labels',
    faults: (objects) => ofKind(objects, 'Cluster').flatMap(inheritedFaults),
  },
];
