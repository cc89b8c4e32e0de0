import {
  type ClusterObject,
  containersOf,
  nameOf,
  type Part,
  podTemplateOf,
  workloadsOf,
} from '../object.ts';
import type { Policy } from './policy.ts';

/** A policy over each container of each workload. `say` answers what is wrong, without the names. */
const overContainers = (
  name: string,
  say: (container: Part, workload: ClusterObject) => (string | false | undefined)[],
): Policy => ({
  name,
  faults: (objects) =>
    workloadsOf(objects).flatMap((workload) =>
      containersOf(workload).flatMap((container) =>
        say(container, workload)
          .filter((fault) => typeof fault === 'string')
          .map((fault) => `${nameOf(workload)}, container ${container.name}: ${fault}`),
      ),
    ),
});

/** `registry/name:tag@sha256:…`: a version that nobody can move under us, at least by name. */
const isVersioned = (image: string): boolean => {
  if (/@sha256:[0-9a-f]{64}$/.test(image)) return true;
  const tag = /:([\w.-]+)$/.exec(image)?.[1];
  return tag !== undefined && tag !== 'latest';
};

const imagesAreVersioned = overContainers('images name a version', ({ image = '' }) => [
  !isVersioned(image) && `the image ${image} names no version`,
]);

const limitsAreSet = overContainers('requests and limits are set', ({ resources }) => [
  !resources?.requests?.cpu && 'requests no processor time',
  !resources?.requests?.memory && 'requests no memory',
  !resources?.limits?.memory && 'has no limit of memory',
]);

const probes = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;

const probesAreSet: Policy = overContainers('what serves is probed', (container, workload) => {
  const runsOn = !['Job', 'CronJob'].includes(workload.kind);
  const isBefore = (podTemplateOf(workload)?.spec?.initContainers ?? []).includes(container);
  if (!runsOn || isBefore) return [];
  const isOurs =
    podTemplateOf(workload)?.metadata?.labels?.['app.kubernetes.io/part-of'] === 'dang-procedures';
  return (isOurs ? probes : probes.slice(1)).map((probe) => !container[probe] && `has no ${probe}`);
});

const leastPrivilege = overContainers('a container may do nothing but run', ({ securityContext }) => [
  securityContext?.allowPrivilegeEscalation !== false && 'may escalate its privileges',
  securityContext?.readOnlyRootFilesystem !== true && 'may write its root file system',
  !securityContext?.capabilities?.drop?.includes('ALL') && 'keeps capabilities',
  Boolean(securityContext?.capabilities?.add?.length) && 'adds capabilities',
  securityContext?.privileged === true && 'is privileged',
]);

/** Volumes that the profile `restricted` takes (pod security standards). */
const takenVolumes = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

const restricted: Policy = {
  name: 'pods hold the profile restricted',
  faults: (objects) =>
    workloadsOf(objects).flatMap((workload) => {
      const spec = podTemplateOf(workload)?.spec ?? {};
      const context = spec.securityContext ?? {};
      const volumes: Part[] = spec.volumes ?? [];
      const account = objects.find(
        ({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === spec.serviceAccountName,
      );
      const faults = [
        context.runAsNonRoot !== true && 'may run as root',
        context.runAsUser === 0 && 'runs as root',
        context.seccompProfile?.type !== 'RuntimeDefault' && 'has no seccomp profile',
        (spec.automountServiceAccountToken ?? account?.automountServiceAccountToken) !== false &&
          'is handed the token of its service account',
        (spec.serviceAccountName ?? 'default') === 'default' && 'has no service account of its own',
        (spec.hostNetwork || spec.hostPID || spec.hostIPC) && 'shares a namespace of its host',
        ...containersOf(workload).map(
          ({ name, securityContext }) => securityContext?.runAsUser === 0 && `runs ${name} as root`,
        ),
        ...volumes.map((volume) => {
          const type = Object.keys(volume).find((key) => key !== 'name') ?? 'nothing';
          return !takenVolumes.includes(type) && `mounts a ${type}`;
        }),
      ];
      return faults
        .filter((fault) => typeof fault === 'string')
        .map((fault) => `${nameOf(workload)} ${fault}`);
    }),
};

export const podPolicies: readonly Policy[] = [
  imagesAreVersioned,
  limitsAreSet,
  probesAreSet,
  leastPrivilege,
  restricted,
];
