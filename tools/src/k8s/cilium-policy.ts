import { type ClusterObject, ofKind, type Part } from './object.ts';

const portsOf = (toPorts: Part[] = []): Part[] =>
  toPorts
    .flatMap(({ ports }) => ports)
    .map(({ port, endPort }) => ({ port: /^\d+$/.test(port) ? Number(port) : port, endPort }));

/** A policy of Cilium in the words of a NetworkPolicy; whom it names by entity stands where the other has selectors: `{entity: 'ingress'}`. */
function inWordsOfAll({ apiVersion, metadata, spec }: ClusterObject): ClusterObject {
  const rules = (side: Part[] = [], who: string, word: string) =>
    side.map((rule) => ({
      [word]: (rule[who] ?? []).map((entity: string) => ({ entity })),
      ports: portsOf(rule.toPorts),
    }));
  return {
    apiVersion,
    kind: 'NetworkPolicy',
    metadata,
    spec: {
      podSelector: spec.endpointSelector,
      policyTypes: [...(spec.ingress ? ['Ingress'] : []), ...(spec.egress ? ['Egress'] : [])],
      ingress: rules(spec.ingress, 'fromEntities', 'from'),
      egress: rules(spec.egress, 'toEntities', 'to'),
    },
  };
}

/** Everything that says who may reach whom: what one of them allows is allowed, whatever the others say. */
export const networkPolicies = (objects: readonly ClusterObject[]): ClusterObject[] => [
  ...ofKind(objects, 'NetworkPolicy'),
  ...ofKind(objects, 'CiliumNetworkPolicy').map(inWordsOfAll),
];
