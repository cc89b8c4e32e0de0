import { type ArrowTable, type Peer, readArrows, tablePerService } from './arrow-table.ts';
import { networkPolicies } from './cilium-policy.ts';
import { type ClusterObject, type Part, type Pod, podsOf, selects } from './object.ts';

const ANYWHERE = 'anywhere';
const EVERY_PORT = 'every port';

type Side = 'Ingress' | 'Egress';

/** What the table and the rendered objects say together: which pods are which peer. */
class House {
  readonly peers: Readonly<Record<string, Peer>>;
  readonly policies: readonly ClusterObject[];
  readonly pods: readonly Pod[];
  readonly #peersByPod = new Map<Pod, string[]>();
  readonly #podsByPeer = new Map<string, Pod[]>();

  constructor(objects: readonly ClusterObject[], { peers }: ArrowTable) {
    this.peers = peers;
    this.policies = networkPolicies(objects);
    this.pods = podsOf(objects);
    for (const [name, { labels, namespace }] of Object.entries(peers)) {
      if (!labels || namespace) continue;
      const pods = this.pods.filter((pod) => selects({ matchLabels: labels }, pod.labels));
      this.#podsByPeer.set(name, pods);
      for (const pod of pods) this.#peersByPod.set(pod, [...this.peersOf(pod), name]);
    }
  }

  /** The peers that this pod is: one, where the table is right. */
  peersOf = (pod: Pod): readonly string[] => this.#peersByPod.get(pod) ?? [];

  /** The pods here that are this peer. */
  podsOf = (peer: string): readonly Pod[] => this.#podsByPeer.get(peer) ?? [];

  /** Peers in the namespace of the province that this selector finds: by the labels of their pods, where they have any here. */
  selected(podSelector: Part): string[] {
    return Object.entries(this.peers)
      .filter(([name, { labels, namespace }]) => {
        if (!labels || namespace) return false;
        const pods = this.podsOf(name);
        if (pods.length === 0) return selects(podSelector, labels);
        return pods.some((pod) => selects(podSelector, pod.labels));
      })
      .map(([name]) => name);
  }

  elsewhere(namespaceSelector: Part, podSelector: Part): string[] {
    const found = Object.entries(this.peers)
      .filter(([, { namespace }]) => namespace)
      .filter(([, { namespace, labels }]) => {
        const inIt = selects(namespaceSelector, { 'kubernetes.io/metadata.name': namespace ?? '' });
        return inIt && (podSelector ? labels && selects(podSelector, labels) : !labels);
      })
      .map(([name]) => name);
    return found.length > 0 ? found : ['pods of another namespace that are no peer'];
  }

  /** Whom one entry of `from` or `to` means. */
  meant(policy: ClusterObject, { entity, ipBlock, namespaceSelector, podSelector }: Part): string[] {
    if (entity) {
      const named = Object.keys(this.peers).filter((name) => this.peers[name]?.entity === entity);
      return named.length > 0 ? named : [`the entity ${entity}`];
    }
    if (ipBlock) {
      const named = Object.keys(this.peers).filter(
        (name) => this.peers[name]?.addresses === policy.metadata.name,
      );
      return named.length > 0 ? named : [`the addresses ${ipBlock.cidr}`];
    }
    const isEmpty = (selector: Part) => selector && Object.keys(selector).length === 0;
    if (isEmpty(namespaceSelector)) return [ANYWHERE];
    if (namespaceSelector) return this.elsewhere(namespaceSelector, podSelector);
    const found = this.selected(podSelector);
    return found.length > 0 ? found : ['pods that nobody has'];
  }

  /** The numbers of a port that a rule may call by its name: it is the receiver who named it. */
  numbers({ port, endPort }: Part, receiver: string): (number | string)[] {
    if (endPort !== undefined || port === undefined) return [EVERY_PORT];
    if (typeof port === 'number') return [port];
    const ports = this.podsOf(receiver).flatMap((pod) => pod.ports);
    const named = ports.filter(({ name }) => name === port).map(({ containerPort }) => containerPort);
    return named.length > 0 ? [...new Set(named)] : [`a port ${port} that it does not have`];
  }

  /** What the policies let pass on one side, as `fees-worker → nats:4222`. */
  allowed(side: Side): Set<string> {
    const arrows = new Set<string>();
    for (const policy of this.policies) {
      if (!(policy.spec.policyTypes ?? ['Ingress']).includes(side)) continue;
      const selves = new Set(
        this.pods
          .filter(({ labels }) => selects(policy.spec.podSelector, labels))
          .flatMap((pod) => this.peersOf(pod)),
      );
      for (const rule of policy.spec[side.toLowerCase()] ?? []) {
        const entries: Part[] = (side === 'Ingress' ? rule.from : rule.to) ?? [];
        const others =
          entries.length > 0 ? entries.flatMap((entry) => this.meant(policy, entry)) : [ANYWHERE];
        const ports: Part[] = rule.ports?.length > 0 ? rule.ports : [{}];
        for (const self of selves)
          for (const other of others) {
            const [from, to] = side === 'Ingress' ? [other, self] : [self, other];
            for (const port of ports.flatMap((each) => this.numbers(each, to)))
              arrows.add(`${from} → ${to}:${port}`);
          }
      }
    }
    return arrows;
  }

  /** Whether this side of an arrow can be held here: by pods that these objects make. */
  isHere(peer: string): boolean {
    return this.podsOf(peer).length > 0;
  }

  /** Whether somebody beyond these objects, or of a component that is not taken, need not be asked for. */
  isAway(peer: string): boolean {
    const { addresses, entity, namespace } = this.peers[peer] ?? {};
    if (addresses) return !this.policies.some(({ metadata }) => metadata.name === addresses);
    if (entity && !namespace) return !JSON.stringify(this.policies).includes(JSON.stringify({ entity }));
    return !namespace && !this.isHere(peer);
  }
}

function missing(house: House, table: ArrowTable): string[] {
  const allowed = { Ingress: house.allowed('Ingress'), Egress: house.allowed('Egress') };
  const here = Object.keys(house.peers).filter((name) => house.isHere(name));
  return table.arrows.flatMap(({ from, to, port }) =>
    (from === '*' ? here : [from]).flatMap((one) => {
      const arrow = `${one} → ${to}:${port}`;
      const faults: string[] = [];
      const { addresses, entity } = house.peers[to] ?? {};
      const isToNobody = (addresses ?? entity) !== undefined && house.isAway(to);
      if (house.isHere(one) && !isToNobody && !allowed.Egress.has(arrow))
        faults.push(`${arrow} is an arrow, and no policy lets it out`);
      if (house.isHere(to) && !house.isAway(one) && !allowed.Ingress.has(arrow))
        faults.push(`${arrow} is an arrow, and no policy lets it in`);
      return faults;
    }),
  );
}

function tooMany(house: House, table: ArrowTable): string[] {
  const here = Object.keys(house.peers);
  const drawn = new Set(
    table.arrows.flatMap(({ from, to, port }) =>
      (from === '*' ? here : [from]).map((one) => `${one} → ${to}:${port}`),
    ),
  );
  const unknown = (side: Side, word: string) =>
    [...house.allowed(side)]
      .filter((arrow) => !drawn.has(arrow))
      .map((arrow) => `${arrow} is let ${word}, and is no arrow`);
  return [...unknown('Egress', 'out'), ...unknown('Ingress', 'in')];
}

function open(house: House): string[] {
  const denies = house.policies.some(
    ({ spec: { podSelector, policyTypes, ingress = [], egress = [] } }) =>
      selects(podSelector, {}) && policyTypes?.length === 2 && ingress.length + egress.length === 0,
  );
  const held = house.pods.flatMap((pod) => {
    const holds = (side: Side) =>
      house.policies.some(
        ({ spec }) => spec.policyTypes?.includes(side) && selects(spec.podSelector, pod.labels),
      );
    const peers = house.peersOf(pod);
    return [
      ...(peers.length === 1
        ? []
        : [`${pod.owner} is ${peers.length === 0 ? 'no peer' : peers.join(' and ')}`]),
      ...(holds('Ingress') ? [] : [`${pod.owner} takes everybody in`]),
      ...(holds('Egress') ? [] : [`${pod.owner} reaches everything`]),
    ];
  });
  return denies ? held : ['no policy denies what the others do not allow', ...held];
}

/**
 * Where the network policies of these objects and the table of arrows differ, in words: an arrow that a policy stops on either side, what a
 * policy lets pass that is no arrow, and pods that no policy holds. Arrows to and from components that are not among the objects are not asked for;
 * where each service has a database cluster of its own, it has arrows to no other.
 */
export function arrowFaults(objects: readonly ClusterObject[], written: ArrowTable = readArrows()): string[] {
  const table = tablePerService(objects, written);
  const house = new House(objects, table);
  const strange = table.arrows
    .flatMap(({ from, to }) => [from, to])
    .filter((name) => name !== '*' && !(name in table.peers))
    .map((name) => `${name} is in an arrow and no peer`);
  return [...new Set([...strange, ...open(house), ...missing(house, table), ...tooMany(house, table)])];
}
