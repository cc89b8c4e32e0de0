import { type ClusterObject, nameOf, ofKind, type Part } from '../object.ts';
import type { Policy } from './policy.ts';

/** A Secret by its name, and the key of it where one is named. */
interface Reference {
  readonly name: string;
  readonly key?: string | undefined;
  readonly optional?: boolean | undefined;
}

const isReference =
  /(^|[a-z])[sS]ecret(Key)?Ref$|^(passwordSecret|superuserSecret|accessKeyId|secretAccessKey|endpointCA|certificateRefs)$/;

/** Every reference to a Secret anywhere below. */
function referencesIn(part: Part): Reference[] {
  if (part === null || typeof part !== 'object') return [];
  if (Array.isArray(part)) return part.flatMap(referencesIn);
  return Object.entries<Part>(part).flatMap(([field, value]) => {
    if (field === 'secret' && value?.secretName)
      return (
        value.items?.map(({ key }: Part) => ({ name: value.secretName, key })) ?? [{ name: value.secretName }]
      );
    const named = Array.isArray(value) ? value : [value];
    if (isReference.test(field))
      return named.filter((one) => one?.name).map(({ name, key, optional }) => ({ name, key, optional }));
    return referencesIn(value);
  });
}

/** The Secrets that something in the cluster makes: by name the keys that it holds, or undefined where those are not ours to know. */
function madeSecrets(objects: readonly ClusterObject[]): Map<string, readonly string[] | undefined> {
  const made = new Map<string, readonly string[] | undefined>();
  for (const { metadata, spec } of ofKind(objects, 'ExternalSecret')) {
    const keys: string[] = [
      ...(spec.data ?? []).map(({ secretKey }: Part) => secretKey),
      ...Object.keys(spec.target?.template?.data ?? {}),
    ];
    made.set(spec.target?.name ?? metadata.name, spec.dataFrom ? undefined : keys);
  }
  for (const { spec } of ofKind(objects, 'Certificate'))
    made.set(spec.secretName, ['tls.crt', 'tls.key', 'ca.crt']);
  // an annotation asks cert-manager for the certificates of a Gateway
  for (const { metadata, spec } of ofKind(objects, 'Gateway'))
    if (Object.keys(metadata.annotations ?? {}).some((name) => name.startsWith('cert-manager.io/')))
      for (const { name } of (spec.listeners ?? []).flatMap(({ tls }: Part) => tls?.certificateRefs ?? []))
        made.set(name, ['tls.crt', 'tls.key', 'ca.crt']);
  // CloudNativePG makes these of each cluster
  for (const { metadata } of ofKind(objects, 'Cluster')) {
    made.set(`${metadata.name}-ca`, ['ca.crt', 'ca.key']);
    made.set(`${metadata.name}-server`, ['tls.crt', 'tls.key']);
  }
  return made;
}

/** Every Secret that something reads is made by something, and holds the key; and nobody mounts the key of a certificate authority. */
export const secretsAreKnown: Policy = {
  name: 'every secret comes from somewhere',
  faults: (objects) => {
    const made = madeSecrets(objects);
    return objects
      .filter(({ kind }) => kind !== 'ExternalSecret' && kind !== 'SecretStore')
      .flatMap((object) =>
        referencesIn(object).flatMap(({ name, key, optional }) => {
          if (optional) return [];
          if (!made.has(name)) return [`${nameOf(object)} reads Secret ${name}, which nothing makes`];
          const keys = made.get(name);
          if (key !== undefined && keys && !keys.includes(key))
            return [`${nameOf(object)} reads the key ${key} of Secret ${name}, which does not hold it`];
          if (key === undefined && keys?.includes('ca.key'))
            return [`${nameOf(object)} mounts Secret ${name} whole, with the key of an authority`];
          return [];
        }),
      );
  },
};
