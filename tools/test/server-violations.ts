import type { Planting } from './violations.ts';

/** Rules about what stands around the pods of services, each broken once or more. */
export const serverPlantings: Planting[] = [
  [
    'an autoscaler that comes before its pods',
    'HorizontalPodAutoscaler evaluation-api',
    ({ metadata }) => {
      metadata.annotations = {};
    },
    /Deployment evaluation-api comes no earlier than what scales it/,
  ],
  [
    'a log that a replica which is away fills up',
    'Cluster postgres',
    ({ spec }) => {
      spec.walStorage.size = '15Gi';
    },
    /may keep 10GB of log for a replica and write 4GB besides, too much for a volume of 15Gi/,
  ],
  [
    'one certificate for two hosts',
    'Gateway edge',
    ({ spec }) => {
      spec.listeners[1].tls.certificateRefs[0].name = 'edge-graph-tls';
    },
    /Gateway edge shows the certificate edge-graph-tls for more than one host/,
  ],
  [
    'a label that the operator sets itself',
    'Cluster postgres',
    ({ spec }) => {
      spec.inheritedMetadata = { labels: { 'app.kubernetes.io/name': 'postgres' } };
    },
    /hands down app.kubernetes.io\/name, which the operator sets itself/,
  ],
  [
    'a log without a limit for replicas that are away',
    'Cluster postgres',
    ({ spec }) => {
      delete spec.postgresql.parameters.max_slot_wal_keep_size;
    },
    /may keep undefined of log for a replica/,
  ],
];
