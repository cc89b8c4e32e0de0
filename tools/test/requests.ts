import { type ClusterObject, ofKind, type Part, podTemplateOf } from '../src/k8s/object.ts';

/** What pods ask their nodes for at rest, and the disks that they keep. */
export interface Requests {
  readonly pods: number;
  /** Cores. */
  readonly cpu: number;
  readonly memoryGiB: number;
  readonly diskGiB: number;
}

const cores = (quantity: unknown): number => {
  const text = String(quantity ?? 0);
  return text.endsWith('m') ? Number(text.slice(0, -1)) / 1_000 : Number(text);
};
const gibibytes = (quantity: unknown): number => {
  const [, digits = '', unit] = /^(\d+)(Mi|Gi|Ti)$/.exec(String(quantity)) ?? [];
  if (unit === undefined) throw new Error(`${String(quantity)} is not counted in Mi, Gi or Ti`);
  return Number(digits) * { Mi: 1 / 1_024, Gi: 1, Ti: 1_024 }[unit as 'Mi' | 'Gi' | 'Ti'];
};

const times = (pods: number, one: Omit<Requests, 'pods'>): Requests => ({
  pods,
  cpu: pods * one.cpu,
  memoryGiB: pods * one.memoryGiB,
  diskGiB: pods * one.diskGiB,
});

/** As many as there are when nobody asks for anything. */
function fewest(objects: readonly ClusterObject[], workload: ClusterObject): number {
  const scaler = ofKind(objects, 'HorizontalPodAutoscaler', 'ScaledObject').find(
    ({ spec }) => spec.scaleTargetRef.name === workload.metadata.name,
  );
  return scaler?.spec.minReplicas ?? scaler?.spec.minReplicaCount ?? workload.spec.replicas;
}

/** Requests by owner (`Deployment fees-api`, `Cluster postgres`), as these objects make them; what runs once is not among them. */
export function requestsOf(objects: readonly ClusterObject[]): Map<string, Requests> {
  const all = new Map<string, Requests>();
  for (const workload of ofKind(objects, 'Deployment', 'StatefulSet')) {
    const containers: Part[] = podTemplateOf(workload).spec.containers;
    const claims: Part[] = workload.spec.volumeClaimTemplates ?? [];
    all.set(
      `${workload.kind} ${workload.metadata.name}`,
      times(fewest(objects, workload), {
        cpu: containers.reduce((sum, { resources }) => sum + cores(resources.requests.cpu), 0),
        memoryGiB: containers.reduce((sum, { resources }) => sum + gibibytes(resources.requests.memory), 0),
        diskGiB: claims.reduce((sum, { spec }) => sum + gibibytes(spec.resources.requests.storage), 0),
      }),
    );
  }
  const [
    {
      spec: { instanceSidecarConfiguration },
    } = { spec: {} },
  ] = ofKind(objects, 'ObjectStore') as Part[];
  const sidecar = instanceSidecarConfiguration?.resources.requests ?? { memory: '0Mi' };
  for (const { metadata, spec } of ofKind(objects, 'Cluster'))
    all.set(
      `Cluster ${metadata.name}`,
      times(spec.instances, {
        cpu: cores(spec.resources.requests.cpu) + cores(sidecar.cpu),
        memoryGiB: gibibytes(spec.resources.requests.memory) + gibibytes(sidecar.memory),
        diskGiB: gibibytes(spec.storage.size) + gibibytes(spec.walStorage.size),
      }),
    );
  return all;
}
