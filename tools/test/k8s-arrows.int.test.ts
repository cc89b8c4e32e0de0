import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type ArrowTable, readArrows } from '../src/k8s/arrow-table.ts';
import { arrowFaults } from '../src/k8s/arrows.ts';
import type { ClusterObject, Part } from '../src/k8s/object.ts';
import { render } from '../src/k8s/render.ts';
import { root } from '../src/launcher/running.ts';
import { renderComponents } from './kustomize.ts';
import { planted } from './toy.ts';

let base: ClusterObject[];
let whole: ClusterObject[];
beforeAll(async () => {
  base = await render(join(root, 'k8s/base'));
  whole = await renderComponents(
    ['postgres', 'nats', 'leaf-link', 'telemetry-collector', 'cert-manager', 'node-local-dns'],
    { withBase: true },
  );
});

describe('network policies open exactly the arrows of the table', () => {
  test('of the base by itself', () => expect(arrowFaults(base)).toEqual([]));

  test('of a province with its databases, its NATS, its link and its collector', () =>
    expect(arrowFaults(whole)).toEqual([]));
});

const egressOf = ({ spec }: Part): Part[] => spec.egress;
const ingressOf = ({ spec }: Part): Part[] => spec.ingress;

type Planting = [what: string, policy: string, change: (policy: Part) => void, said: string];
const plantings: Planting[] = [
  [
    'a worker that is not let out to NATS',
    'fees-worker',
    ({ spec }) => spec.egress.splice(1, 1),
    'fees-worker → nats:4222 is an arrow, and no policy lets it out',
  ],
  [
    'a database that lets no migration in',
    'postgres',
    (policy) => {
      ingressOf(policy)[0].from[0].podSelector.matchExpressions[1].values = ['api', 'worker'];
    },
    'fees-migrate → postgres:5432 is an arrow, and no policy lets it in',
  ],
  [
    'a service that lets another one in',
    'fees-api',
    (policy) => {
      ingressOf(policy)[0].from[0].podSelector.matchExpressions[0].values.push('orgtree');
    },
    'orgtree-worker → fees-api:4003 is let in, and is no arrow',
  ],
  [
    'side doors for every namespace',
    'fees-api',
    (policy) => {
      ingressOf(policy)[1].from[0].namespaceSelector = {};
    },
    'anywhere → fees-api:4013 is let in, and is no arrow',
  ],
  [
    'everything of another namespace where some of it is meant',
    'dns',
    (policy) => delete egressOf(policy)[0].to[0].podSelector,
    'gateway → pods of another namespace that are no peer:53 is let out, and is no arrow',
  ],
  [
    'every port',
    'gateway',
    (policy) => delete egressOf(policy)[0].ports,
    'gateway → identity-api:every port is let out, and is no arrow',
  ],
  [
    'a range of ports',
    'gateway',
    (policy) => {
      egressOf(policy)[0].ports[0].endPort = 5000;
    },
    'gateway → identity-api:every port is let out, and is no arrow',
  ],
  [
    'everywhere',
    'fees-api',
    (policy) => egressOf(policy).push({}),
    'fees-api → anywhere:every port is let out, and is no arrow',
  ],
  [
    'addresses of a policy that is for none',
    'gateway',
    (policy) =>
      egressOf(policy).push({
        to: [{ ipBlock: { cidr: '0.0.0.0/0' } }],
        ports: [{ port: 443, protocol: 'TCP' }],
      }),
    'gateway → the addresses 0.0.0.0/0:443 is let out, and is no arrow',
  ],
  [
    'a port by a name that nobody has',
    'fees-api',
    (policy) => {
      ingressOf(policy)[0].ports[0].port = 'graph';
    },
    'gateway → fees-api:4003 is an arrow, and no policy lets it in',
  ],
  [
    'a proof of whose a name is that nobody may come for',
    'acme-solver',
    ({ spec }) => {
      spec.podSelector.matchLabels['acme.cert-manager.io/http01-solver'] = 'yes';
    },
    'edge → acme-solver:8089 is an arrow, and no policy lets it in',
  ],
  [
    'a cache on the node that is asked for more than names',
    'dns-on-the-node',
    (policy) => egressOf(policy)[0].ports.push({ port: 80, protocol: 'TCP' }),
    'fees-api → dns-on-the-node:80 is let out, and is no arrow',
  ],
  [
    'a default that denies one way only',
    'default-deny',
    ({ spec }) => {
      spec.policyTypes = ['Ingress'];
    },
    'no policy denies what the others do not allow',
  ],
];

test.each(plantings)('seen: %s', (_what, policy, change, said) => {
  expect(arrowFaults(planted(whole, `NetworkPolicy ${policy}`, change))).toContain(said);
});

test('seen: a pod that no policy holds and no peer names', () => {
  const stray = planted(whole, 'Deployment fees-worker', ({ spec }) => {
    spec.template.metadata.labels['app.kubernetes.io/name'] = 'fee';
  }).filter(({ metadata }) => !['default-deny', 'dns', 'dns-on-the-node'].includes(metadata.name));
  expect(arrowFaults(stray)).toEqual(
    expect.arrayContaining([
      'Deployment fees-worker is no peer',
      'Deployment fees-worker takes everybody in',
      'Deployment fees-worker reaches everything',
    ]),
  );
});

test('seen: an arrow that is missing in the table, and one of nobody', () => {
  const table = readArrows();
  const arrows = table.arrows.filter(({ to }) => to !== 'nats');
  const changed: ArrowTable = {
    ...table,
    arrows: [...arrows, { from: 'gateway', to: 'nat', port: 1, why: '' }],
  };
  expect(arrowFaults(whole, changed)).toEqual(
    expect.arrayContaining([
      'fees-worker → nats:4222 is let out, and is no arrow',
      'nat is in an arrow and no peer',
    ]),
  );
});
