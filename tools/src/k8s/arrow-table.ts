import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../launcher/running.ts';
import { type ClusterObject, ofKind } from './object.ts';

/** Somebody who may reach or be reached: pods of the province by their labels, those of another namespace, or the addresses of one policy. */
export interface Peer {
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** The name of the NetworkPolicy in which the addresses are. */
  readonly addresses?: string;
  /** How Cilium calls who is neither a pod nor an address to it. */
  readonly entity?: string;
}

/** `k8s/arrows.json`: who reaches whom, on which port, and why. `*` is every pod of the province. */
export interface ArrowTable {
  readonly peers: Readonly<Record<string, Peer>>;
  readonly arrows: readonly { from: string; to: string; port: number; why: string }[];
}

export const readArrows = (): ArrowTable =>
  JSON.parse(readFileSync(join(root, 'k8s/arrows.json'), 'utf8')) as ArrowTable;

const SHARED = 'postgres';

/**
 * The table as it stands where each service has a cluster of its own (component `postgres-per-service`): `postgres` is then one peer a
 * cluster, a service has arrows to and from its own alone, and whoever belongs to no service (operator, metrics) has them to every one.
 * Without such clusters among the objects the table stays as it is.
 */
export function tablePerService(objects: readonly ClusterObject[], table: ArrowTable): ArrowTable {
  const clusters = ofKind(objects, 'Cluster').map(({ metadata }) => String(metadata.name));
  const services = clusters
    .filter((name) => name.startsWith(`${SHARED}-`))
    .map((name) => name.slice(SHARED.length + 1));
  if (services.length === 0 || clusters.includes(SHARED)) return table;

  const isShared = (peer: string) => peer === SHARED || peer === `outside-of-${SHARED}`;
  const ownOf = (peer: string, service: string) =>
    isShared(peer) ? peer.replace(SHARED, `${SHARED}-${service}`) : peer;
  const serviceOf = (peer: string) =>
    services.find((service) => table.peers[peer]?.labels?.['app.kubernetes.io/name'] === service);
  const each = services.flatMap((service) => [
    [ownOf(SHARED, service), { labels: { 'cnpg.io/cluster': `${SHARED}-${service}` } }],
    [ownOf(`outside-of-${SHARED}`, service), { addresses: `${SHARED}-${service}-outside` }],
  ]);

  return {
    peers: {
      ...Object.fromEntries(Object.entries(table.peers).filter(([name]) => !isShared(name))),
      ...Object.fromEntries(each),
    },
    arrows: table.arrows.flatMap((arrow) => {
      if (![arrow.from, arrow.to].some(isShared)) return [arrow];
      const owner = serviceOf(arrow.from) ?? serviceOf(arrow.to);
      return services
        .filter((service) => owner === undefined || owner === service)
        .map((service) => ({
          ...arrow,
          from: ownOf(arrow.from, service),
          to: ownOf(arrow.to, service),
        }));
    }),
  };
}
