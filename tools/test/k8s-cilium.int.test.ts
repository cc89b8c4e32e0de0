import { beforeAll, describe, expect, test } from '@jest/globals';
import { arrowFaults } from '../src/k8s/arrows.ts';
import { policyFaults } from '../src/k8s/check.ts';
import { type ClusterObject, ofKind, type Part } from '../src/k8s/object.ts';
import { typeFaults } from '../src/k8s/strict-types.ts';
import { renderComponents } from './kustomize.ts';
import { planted } from './toy.ts';

let objects: ClusterObject[];
let apart: ClusterObject[];
const beside = ['external-secrets', 'nats', 'telemetry-collector', 'cert-manager', 'cilium'];
beforeAll(async () => {
  objects = await renderComponents(['postgres', ...beside], { withBase: true });
  apart = await renderComponents(['postgres-per-service', ...beside], { withBase: true });
});

/** As Cilium sees them: nobody comes from the namespace `edge`, and no address is a node. */
function asCiliumSees(all: readonly ClusterObject[]): ClusterObject[] {
  const copy = structuredClone(all) as ClusterObject[];
  for (const { spec } of ofKind(copy, 'NetworkPolicy'))
    spec.ingress = (spec.ingress ?? []).filter(
      ({ from = [] }: Part) => !JSON.stringify(from).includes('"kubernetes.io/metadata.name":"edge"'),
    );
  return copy;
}

describe('a province in a cluster of Cilium', () => {
  test('has objects of the right shape, the rules and the arrows of any other', async () => {
    expect(await typeFaults([{ place: 'toy', objects }])).toEqual([]);
    for (const each of [objects, apart]) {
      expect(policyFaults(each)).toEqual([]);
      expect(arrowFaults(each)).toEqual([]);
    }
  });

  test('is reached by everybody who must, although the edge has no namespace there', () => {
    expect(arrowFaults(asCiliumSees(objects))).toEqual([]);
    const without = asCiliumSees(objects).filter(({ kind }) => kind !== 'CiliumNetworkPolicy');
    expect(arrowFaults(without)).toEqual(
      expect.arrayContaining([
        'edge → gateway:4000 is an arrow, and no policy lets it in',
        'edge → fees-api:4013 is an arrow, and no policy lets it in',
        'edge → acme-solver:8089 is an arrow, and no policy lets it in',
      ]),
    );
  });

  test.each<[what: string, name: string, change: (object: Part) => void, said: string]>([
    [
      'a graph for the whole world',
      'edge-to-gateway',
      ({ spec }) => spec.ingress[0].fromEntities.push('world'),
      'the entity world → gateway:4000 is let in, and is no arrow',
    ],
    [
      'subgraphs for the edge',
      'edge-to-doors',
      ({ spec }) => spec.ingress[0].toPorts[0].ports.push({ port: 'graphql', protocol: 'TCP' }),
      'edge → fees-api:4003 is let in, and is no arrow',
    ],
    [
      'an API server at one port only',
      'postgres-to-api-server',
      ({ spec }) => spec.egress[0].toPorts[0].ports.pop(),
      'postgres → api-server:6443 is an arrow, and no policy lets it out',
    ],
    [
      'an API server for everybody',
      'postgres-to-api-server',
      ({ spec }) => {
        spec.endpointSelector = {};
      },
      'fees-api → api-server:443 is let out, and is no arrow',
    ],
  ])('seen: %s', (_what, name, change, said) => {
    expect(arrowFaults(planted(objects, `CiliumNetworkPolicy ${name}`, change))).toContain(said);
  });
});
