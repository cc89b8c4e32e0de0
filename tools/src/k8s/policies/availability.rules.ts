import { type ClusterObject, nameOf, ofKind, type Part, podTemplateOf, selects } from '../object.ts';
import type { Policy } from './policy.ts';

const labelsOf = (workload: ClusterObject) => podTemplateOf(workload)?.metadata?.labels ?? {};

const scalers = (objects: readonly ClusterObject[], workload: ClusterObject): ClusterObject[] =>
  ofKind(objects, 'HorizontalPodAutoscaler', 'ScaledObject').filter(({ spec }) => {
    const target = spec.scaleTargetRef;
    return target.name === workload.metadata.name && (target.kind ?? 'Deployment') === workload.kind;
  });

/** The least pods of a workload at any time. */
const fewestPods = (objects: readonly ClusterObject[], workload: ClusterObject): number => {
  const [scaler] = scalers(objects, workload);
  if (!scaler) return workload.spec.replicas ?? 1;
  return scaler.spec.minReplicas ?? scaler.spec.minReplicaCount ?? 0;
};

const disruptionFaults = (objects: readonly ClusterObject[], workload: ClusterObject): string[] => {
  const budgets = ofKind(objects, 'PodDisruptionBudget').filter(({ spec }) =>
    selects(spec.selector, labelsOf(workload)),
  );
  const [budget, second] = budgets;
  if (!budget) return ['has no PodDisruptionBudget'];
  if (second) return ['has two PodDisruptionBudgets, and then nothing is evicted'];
  const { minAvailable, maxUnavailable } = budget.spec;
  const blocks =
    maxUnavailable === 0 ||
    minAvailable === '100%' ||
    (typeof minAvailable === 'number' && minAvailable >= fewestPods(objects, workload));
  return blocks ? [`is never evicted: ${nameOf(budget)} leaves no pod to spare`] : [];
};

const spreadFaults = (workload: ClusterObject): string[] => {
  const rows: Part[] = podTemplateOf(workload)?.spec?.topologySpreadConstraints ?? [];
  const own = rows.filter(({ labelSelector }) => selects(labelSelector, labelsOf(workload)));
  const isSpread = own.some(({ topologyKey }) => topologyKey === 'topology.kubernetes.io/zone');
  const waits = rows.filter(
    ({ whenUnsatisfiable, nodeTaintsPolicy }) =>
      whenUnsatisfiable !== 'ScheduleAnyway' && nodeTaintsPolicy !== 'Honor',
  );
  return [
    ...(isSpread ? [] : ['is not spread over zones']),
    ...waits.map(
      ({ topologyKey }) => `waits for nodes that take no pods to fill up (${topologyKey}: nodeTaintsPolicy)`,
    ),
  ];
};

const rolloutFaults = ({ kind, spec }: ClusterObject): string[] =>
  kind === 'Deployment' && spec.strategy?.rollingUpdate?.maxUnavailable !== 0
    ? ['gives up pods before new ones serve (maxUnavailable is not 0)']
    : [];

const replicaFaults = (objects: readonly ClusterObject[], workload: ClusterObject): string[] => {
  const own = scalers(objects, workload);
  if (own.length > 1) return [`is scaled by ${own.map(nameOf).join(' and ')} at once`];
  if (own.length === 1 && workload.spec.replicas !== undefined)
    return ['states replicas although it is scaled: every rollout would set it back'];
  return fewestPods(objects, workload) < 2 ? ['may be down to fewer than two pods'] : [];
};

/** Gateways and apis take what people ask for: their number follows the load. */
const scalingFaults = (objects: readonly ClusterObject[], workload: ClusterObject): string[] =>
  ['gateway', 'api'].includes(labelsOf(workload)['app.kubernetes.io/component']) &&
  scalers(objects, workload).length === 0
    ? ['is not scaled by anything']
    : [];

const waveOf = ({ metadata }: ClusterObject): number =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

/** A scaler of pods that are not there yet is broken in the eyes of Argo CD, which then ends the sync. */
const orderFaults = (objects: readonly ClusterObject[], workload: ClusterObject): string[] =>
  scalers(objects, workload)
    .filter((scaler) => waveOf(workload) > 0 && waveOf(scaler) <= waveOf(workload))
    .map((scaler) => `comes no earlier than what scales it, ${nameOf(scaler)}`);

const over = (
  name: string,
  kinds: readonly string[],
  say: (objects: readonly ClusterObject[], workload: ClusterObject) => string[],
): Policy => ({
  name,
  faults: (objects) =>
    ofKind(objects, ...kinds).flatMap((workload) =>
      say(objects, workload).map((fault) => `${nameOf(workload)} ${fault}`),
    ),
});

export const availabilityPolicies: readonly Policy[] = [
  over('a node may be drained at any time', ['Deployment', 'StatefulSet'], disruptionFaults),
  over('pods are spread over zones', ['Deployment', 'StatefulSet'], (_, workload) => spreadFaults(workload)),
  over('a rollout gives up nothing', ['Deployment'], (_, workload) => rolloutFaults(workload)),
  over('two of everything', ['Deployment'], replicaFaults),
  over('what serves people is scaled', ['Deployment'], scalingFaults),
  over('what scales comes after what it scales', ['Deployment', 'StatefulSet'], orderFaults),
];
