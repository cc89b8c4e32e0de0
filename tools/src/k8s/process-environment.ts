import { randomBytes } from 'node:crypto';
import { makeAuthority } from '@dang/documents/signing/authority';
import { type ClusterObject, containersOf, nameOf, ofKind, type Part, workloadsOf } from './object.ts';

/** What a container of ours is told at start, as the rendered objects say it. */
export interface ProcessEnvironment {
  /** `Deployment fees-api`. */
  readonly owner: string;
  /** `gateway`, or the name of a service. */
  readonly process: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Those of its variables that come of Secrets which a province may not have. */
  readonly mayBeMissing: ReadonlySet<string>;
}

/** Which process of ours a container runs, by the file that its command names; undefined: none. */
const processOf = ({ command = [], args = [] }: Part): string | undefined => {
  const [, gateway, service] =
    [...command, ...args]
      .map((word: string) => /^(gateway)\/src\/main\.ts$|^services\/(\w+)\/src\/main\.ts$/.exec(word))
      .find(Boolean) ?? [];
  return gateway ?? service;
};

const jwk = (isPrivate: boolean): string => {
  const text = () => randomBytes(32).toString('base64url');
  return JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: text(), ...(isPrivate && { d: text() }) });
};

const roots = (): string => {
  const from = new Date();
  const validity = { from, to: new Date(from.getTime() + 86_400_000) };
  return Buffer.from(makeAuthority('CA', validity).certificate).toString('base64');
};

/** A value of the right shape for a key of a Secret: what is in it is nobody's business here. */
function standInFor(key: string): string {
  if (key.endsWith('_JWK')) return jwk(key.includes('PRIVATE'));
  if (key === 'PROVINCE_KEYS_OLD') return '';
  if (/^PROVINCE_\w*KEY$/.test(key)) return randomBytes(32).toString('base64');
  if (key === 'SIGNING_ROOTS') return roots();
  if (key === 'PAYMENT_KEY') return `hmac:${randomBytes(32).toString('base64')}`;
  if (/_URL$/.test(key))
    return key.includes('EMAIL') ? 'smtps://user:password@mail.example' : 'https://outside.example';
  return randomBytes(24).toString('hex');
}

const expand = (value: string, known: Readonly<Record<string, string>>): string =>
  value.replaceAll(/\$\((\w+)\)/g, (text, name: string) => known[name] ?? text);

function variablesOf(
  container: Part,
  dataOf: (name: string) => Record<string, string>,
): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const { prefix = '', configMapRef } of container.envFrom ?? [])
    for (const [name, value] of Object.entries(configMapRef ? dataOf(configMapRef.name) : {}))
      variables[prefix + name] = value;
  for (const { name, value, valueFrom } of container.env ?? []) {
    const { configMapKeyRef, secretKeyRef, fieldRef } = valueFrom ?? {};
    if (configMapKeyRef) {
      const found = dataOf(configMapKeyRef.name)[configMapKeyRef.key];
      if (found !== undefined) variables[name] = found;
    } else if (secretKeyRef) variables[name] = standInFor(secretKeyRef.key);
    else variables[name] = fieldRef ? 'a field' : expand(value ?? '', variables);
  }
  return variables;
}

/**
 * The environment of every process of ours in these objects: ConfigMaps read, values put together, and for each Secret a value of the
 * right shape. `envFrom` of a whole Secret is not read: each process names the keys that it needs.
 */
export function processEnvironments(objects: readonly ClusterObject[]): ProcessEnvironment[] {
  const maps = new Map<string, Record<string, string>>(
    ofKind(objects, 'ConfigMap').map(({ metadata, data }) => [metadata.name, data ?? {}]),
  );
  return workloadsOf(objects).flatMap((workload) =>
    containersOf(workload).flatMap((container) => {
      const process = processOf(container);
      if (process === undefined) return [];
      const variables = variablesOf(container, (name) => maps.get(name) ?? {});
      const mayBeMissing = new Set<string>(
        (container.env ?? [])
          .filter(({ valueFrom }: Part) => valueFrom?.secretKeyRef?.optional)
          .map(({ name }: Part) => name),
      );
      return [{ owner: nameOf(workload), process, variables, mayBeMissing }];
    }),
  );
}
