import type { ClusterObject } from '../src/k8s/object.ts';

/** Of one process: the pool of its role (`DATABASE_POOL_API`, `_WORKER`), and what it opens beside: doors; leaders, jobs and who listens. */
const CONNECTIONS = { api: 10 + 4, worker: 4 + 8, migrate: 3 };

/** While a rollout goes on: the one that comes, and those that are ending, up to 15 s an api and 10 s a worker, while the next ones are ready after some 8 s. */
const MORE = { api: 1 + 2, worker: 1 + 1 };

/** As many processes as this Deployment may have at most. */
function most(objects: readonly ClusterObject[], deployment: string): number {
  const scaler = objects.find(
    ({ kind, spec }) => /Autoscaler|ScaledObject/.test(kind) && spec.scaleTargetRef.name === deployment,
  );
  const found = objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === deployment);
  const { maxReplicas, maxReplicaCount } = scaler?.spec ?? {};
  return maxReplicas ?? maxReplicaCount ?? found?.spec.replicas;
}

/** The connections that all processes of a service may have open together in these objects. */
export const connectionsNeeded = (objects: readonly ClusterObject[], service: string): number =>
  (most(objects, `${service}-api`) + MORE.api) * CONNECTIONS.api +
  (most(objects, `${service}-worker`) + MORE.worker) * CONNECTIONS.worker +
  CONNECTIONS.migrate;
