import { fileURLToPath } from 'node:url';

/** Packages that hold the types of an API group; the groups of Kubernetes itself are in `kubernetes-models`. */
const packages: Readonly<Record<string, string>> = {
  'keda.sh': '@kubernetes-models/keda/keda.sh',
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api/gateway.networking.k8s.io',
  'external-secrets.io': '@kubernetes-models/external-secrets/external-secrets.io',
  'generators.external-secrets.io': '@kubernetes-models/external-secrets/generators.external-secrets.io',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator/monitoring.coreos.com',
  'cert-manager.io': '@kubernetes-models/cert-manager/cert-manager.io',
  'postgresql.cnpg.io': '@kubernetes-models/cloudnative-pg/postgresql.cnpg.io',
};

const written = (name: string) => fileURLToPath(new URL(`./types/${name}.ts`, import.meta.url));

/** Kinds whose types we write: nobody publishes them, or what is published takes any text where the operator takes one of a few words. */
const own: Readonly<Record<string, string>> = {
  'barmancloud.cnpg.io/v1 ObjectStore': written('barman-cloud'),
  'cilium.io/v2 CiliumNetworkPolicy': written('cilium'),
  'postgresql.cnpg.io/v1 Cluster': written('cloudnative-pg'),
  'postgresql.cnpg.io/v1 Database': written('cloudnative-pg'),
  'postgresql.cnpg.io/v1 ScheduledBackup': written('cloudnative-pg'),
};

/** The module in which the class of a kind stands, with its validator; null where nobody publishes one. */
export function modelOf(apiVersion: string, kind: string): string | null {
  const [group = '', version] = apiVersion.split('/');
  if (version === undefined) return `kubernetes-models/${group}/${kind}`;
  if (['barmancloud.cnpg.io', 'cilium.io'].includes(group)) return null;
  const folder = packages[group] ?? `kubernetes-models/${group}`;
  return `${folder}/${version}/${kind}`;
}

/** The module in which the type `I<Kind>` of an object stands. */
export const typesOf = (apiVersion: string, kind: string): string =>
  own[`${apiVersion} ${kind}`] ?? modelOf(apiVersion, kind) ?? `${apiVersion}/${kind}`;
