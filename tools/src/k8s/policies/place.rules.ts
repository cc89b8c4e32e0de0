import { type ClusterObject, nameOf, ofKind, podTemplateOf, workloadsOf } from '../object.ts';
import type { Policy } from './policy.ts';

const clusterWide = ['Namespace', 'ClusterRole', 'ClusterRoleBinding', 'PriorityClass', 'StorageClass'];

const oneNamespace: Policy = {
  name: 'everything is in the namespace of the province',
  faults: (objects) => {
    const [namespace, ...more] = ofKind(objects, 'Namespace');
    if (!namespace || more.length > 0) return [`There are ${more.length + (namespace ? 1 : 0)} namespaces`];
    const { name, labels } = namespace.metadata;
    const level = labels?.['pod-security.kubernetes.io/enforce'];
    return [
      ...(level === 'restricted' ? [] : [`Namespace ${name} does not enforce the profile restricted`]),
      ...objects
        .filter(({ kind, metadata }) => !clusterWide.includes(kind) && metadata.namespace !== name)
        .map(
          (object) =>
            `${nameOf(object)} is in ${object.metadata.namespace ?? 'no namespace'}, not in ${name}`,
        ),
    ];
  },
};

const namedOnce: Policy = {
  name: 'no object is there twice',
  faults: (objects) => {
    const groups = Map.groupBy(objects, (object) => `${object.apiVersion.split('/')[0]} ${nameOf(object)}`);
    return [...groups.values()]
      .filter((group) => group.length > 1)
      .map(([one]) => `${one && nameOf(one)} is there twice`);
  },
};

const told = ['app.kubernetes.io/name', 'app.kubernetes.io/component', 'app.kubernetes.io/part-of'];

const labelled: Policy = {
  name: 'pods say what they are',
  faults: (objects) =>
    workloadsOf(objects).flatMap((workload) => {
      const labels = podTemplateOf(workload)?.metadata?.labels ?? {};
      return told
        .filter((label) => !labels[label])
        .map((label) => `${nameOf(workload)} has pods without ${label}`);
    }),
};

const noSecretInClear: Policy = {
  name: 'no secret is written down',
  faults: (objects) => [
    ...ofKind(objects, 'Secret')
      .filter(({ data, stringData }) => data !== undefined || stringData !== undefined)
      .map((object) => `${nameOf(object)} carries its values`),
    ...ofKind(objects, 'ConfigMap').flatMap((object: ClusterObject) =>
      Object.entries<string>(object.data ?? {})
        .filter(
          ([name, value]) =>
            /(_SECRET|_PASSWORD|_PRIVATE_JWK|_KEY)$/.test(name) ||
            /-----BEGIN [A-Z ]*PRIVATE KEY/.test(value),
        )
        .map(([name]) => `${nameOf(object)} carries the secret ${name}`),
    ),
  ],
};

export const placePolicies: readonly Policy[] = [oneNamespace, namedOnce, labelled, noSecretInClear];
