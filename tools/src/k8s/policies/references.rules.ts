import {
  type ClusterObject,
  containersOf,
  nameOf,
  ofKind,
  type Part,
  podsOf,
  podTemplateOf,
  selects,
  workloadsOf,
} from '../object.ts';
import type { Policy } from './policy.ts';
import { secretsAreKnown } from './secrets.rules.ts';

const selectorOf = ({ kind, spec }: ClusterObject): Part => {
  if (kind === 'Service') return spec.selector && { matchLabels: spec.selector };
  if (kind === 'NetworkPolicy') return spec.podSelector;
  if (kind === 'CiliumNetworkPolicy') return spec.endpointSelector;
  return spec.selector;
};

const selectorsMatch: Policy = {
  name: 'what selects pods selects some',
  faults: (objects) => {
    const pods = podsOf(objects);
    return ofKind(
      objects,
      'Service',
      'PodDisruptionBudget',
      'NetworkPolicy',
      'CiliumNetworkPolicy',
      'PodMonitor',
    )
      .filter((object) => object.kind !== 'Service' || object.spec.selector)
      .filter((object) => !pods.some(({ labels }) => selects(selectorOf(object), labels)))
      .map((object) => `${nameOf(object)} selects no pod`);
  },
};

const ownSelectors: Policy = {
  name: 'a workload selects its own pods and nobody else’s',
  faults: (objects) => {
    const pods = podsOf(objects);
    return ofKind(objects, 'Deployment', 'StatefulSet', 'DaemonSet').flatMap((workload) => {
      const taken = pods
        .filter(({ labels }) => selects(workload.spec.selector, labels))
        .map(({ owner }) => owner);
      return taken.length === 1 && taken[0] === nameOf(workload)
        ? []
        : [`${nameOf(workload)} selects the pods of ${taken.join(', ') || 'nobody'}`];
    });
  },
};

const oneWorkload: Policy = {
  name: 'a Service leads to one workload',
  faults: (objects) =>
    ofKind(objects, 'Service').flatMap((service) => {
      const owners = podsOf(objects)
        .filter(({ labels }) => selects(selectorOf(service), labels))
        .map(({ owner }) => owner);
      return owners.length > 1 ? [`${nameOf(service)} leads to ${owners.join(' and ')}`] : [];
    }),
};

const portsOf = (objects: readonly ClusterObject[], labels: Part) =>
  podsOf(objects)
    .filter((pod) => selects({ matchLabels: labels }, pod.labels))
    .flatMap(({ ports }) => ports);

const portsExist: Policy = {
  name: 'ports that are named exist',
  faults: (objects) => [
    ...ofKind(objects, 'Service').flatMap((service) =>
      (service.spec.selector ? (service.spec.ports ?? []) : []).flatMap(
        ({ port, targetPort = port }: Part) => {
          const known = portsOf(objects, service.spec.selector);
          const isThere = known.some(
            ({ name, containerPort }) => targetPort === name || targetPort === containerPort,
          );
          return isThere
            ? []
            : [`${nameOf(service)} leads to the port ${targetPort}, which no pod of it has`];
        },
      ),
    ),
    ...workloadsOf(objects).flatMap((workload) =>
      containersOf(workload).flatMap((container) =>
        ['startupProbe', 'livenessProbe', 'readinessProbe']
          .map((probe) => container[probe]?.httpGet?.port ?? container[probe]?.tcpSocket?.port)
          .filter(
            (port) => typeof port === 'string' && !container.ports?.some(({ name }: Part) => name === port),
          )
          .map((port) => `${nameOf(workload)} is probed at the port ${port}, which it has not`),
      ),
    ),
    ...ofKind(objects, 'PodMonitor').flatMap((monitor) =>
      (monitor.spec.podMetricsEndpoints ?? [])
        .filter(({ port }: Part) =>
          podsOf(objects).some(
            ({ labels, ports }) =>
              selects(monitor.spec.selector, labels) && !ports.some(({ name }) => name === port),
          ),
        )
        .map(({ port }: Part) => `${nameOf(monitor)} scrapes the port ${port}, which a pod of it has not`),
    ),
    ...ofKind(objects, 'ServiceMonitor').flatMap((monitor) => {
      const services = ofKind(objects, 'Service').filter(({ metadata }) =>
        selects(monitor.spec.selector, metadata.labels),
      );
      if (services.length === 0) return [`${nameOf(monitor)} selects no Service`];
      return (monitor.spec.endpoints ?? []).flatMap(({ port }: Part) =>
        services
          .filter(({ spec }) => !spec.ports?.some(({ name }: Part) => name === port))
          .map(
            (service) =>
              `${nameOf(monitor)} scrapes the port ${port} of ${nameOf(service)}, which it has not`,
          ),
      );
    }),
  ],
};

const routesLead: Policy = {
  name: 'routes lead to services that are there',
  faults: (objects) =>
    ofKind(objects, 'HTTPRoute').flatMap((route) => {
      const hosts: string[] = ofKind(objects, 'Gateway').flatMap(({ spec }) =>
        spec.listeners.map(({ hostname }: Part) => hostname),
      );
      const missing = (route.spec.rules ?? []).flatMap(({ backendRefs = [] }: Part) =>
        backendRefs.filter(
          ({ name, port }: Part) =>
            !ofKind(objects, 'Service').some(
              ({ metadata, spec }) =>
                metadata.name === name && spec.ports?.some((one: Part) => one.port === port),
            ),
        ),
      );
      const unheard = (route.spec.hostnames ?? []).filter((host: string) => !hosts.includes(host));
      return [
        ...missing.map(
          ({ name, port }: Part) => `${nameOf(route)} leads to ${name}:${port}, which is not there`,
        ),
        ...unheard.map(
          (host: string) => `${nameOf(route)} answers for ${host}, for which no Gateway listens`,
        ),
      ];
    }),
};

/** With one certificate for two of them, browsers ask for one on the connection to the other (RFC 9113, 9.1.1), and the edge leads them nowhere. */
const ownCertificates: Policy = {
  name: 'each host of the edge has a certificate of its own',
  faults: (objects) =>
    ofKind(objects, 'Gateway').flatMap((gateway) => {
      const listeners: Part[] = gateway.spec.listeners.filter(({ tls }: Part) => tls);
      const secrets = listeners.flatMap(({ tls }) => tls.certificateRefs.map(({ name }: Part) => name));
      return secrets
        .filter((name, index) => secrets.indexOf(name) !== index)
        .map((name) => `${nameOf(gateway)} shows the certificate ${name} for more than one host`);
    }),
};

const isThere = (objects: readonly ClusterObject[], kind: string, name: string) =>
  ofKind(objects, kind).some(({ metadata }) => metadata.name === name);

const namesExist: Policy = {
  name: 'what is named is there',
  faults: (objects) => [
    ...ofKind(objects, 'HorizontalPodAutoscaler', 'ScaledObject').flatMap((scaler) => {
      const { kind = 'Deployment', name } = scaler.spec.scaleTargetRef;
      return isThere(objects, kind, name)
        ? []
        : [`${nameOf(scaler)} scales ${kind} ${name}, which is not there`];
    }),
    ...workloadsOf(objects).flatMap((workload) => {
      const spec = podTemplateOf(workload)?.spec ?? {};
      const maps: string[] = [
        ...containersOf(workload).flatMap(({ envFrom = [], env = [] }) => [
          ...envFrom.map(({ configMapRef }: Part) => configMapRef?.name),
          ...env.map(({ valueFrom }: Part) => valueFrom?.configMapKeyRef?.name),
        ]),
        ...(spec.volumes ?? []).map(({ configMap }: Part) => configMap?.name),
      ].filter((name) => name !== undefined);
      const account = spec.serviceAccountName;
      return [
        ...maps
          .filter((name) => !isThere(objects, 'ConfigMap', name))
          .map((name) => `${nameOf(workload)} reads ConfigMap ${name}, which is not there`),
        ...(account && !isThere(objects, 'ServiceAccount', account)
          ? [`${nameOf(workload)} runs as ServiceAccount ${account}, which is not there`]
          : []),
      ];
    }),
  ],
};

export const referencePolicies: readonly Policy[] = [
  selectorsMatch,
  ownSelectors,
  oneWorkload,
  portsExist,
  routesLead,
  ownCertificates,
  namesExist,
  secretsAreKnown,
];
