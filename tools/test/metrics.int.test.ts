import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAuthority } from '@dang/documents/signing/authority';
import { definition as evaluation } from '@dang/evaluation/definition';
import { definition as fees } from '@dang/fees/definition';
import { definition as identity } from '@dang/identity/definition';
import { definition as orgtree } from '@dang/orgtree/definition';
import { makeLogger } from '@dang/service/logger';
import { testKeyPair } from '@dang/service/testing';
import { definition as transfers } from '@dang/transfers/definition';
import { expect, test } from '@jest/globals';
import { makeGateway } from '../../gateway/src/server.ts';
import { root } from '../src/launcher/running.ts';
import { measure, type Shown, shownBy } from './measured.ts';
import { documentedMetrics } from './own-metrics.ts';

const services = [identity, orgtree, fees, evaluation, transfers];
const HOUR_MS = 3_600_000;
const secret = 's'.repeat(40);
const nobody = 'http://127.0.0.1:9';

/** What services are told of systems outside; nobody is asked. */
const environment = {
  SIGNING_URL: nobody,
  SIGNING_SECRET: secret,
  SIGNING_ROOTS: makeAuthority('CA thử nghiệm', {
    from: new Date(Date.now() - HOUR_MS),
    to: new Date(Date.now() + HOUR_MS),
  }).certificate,
  VNEID_ISSUER: nobody,
  VNEID_CLIENT_ID: 'dang',
  VNEID_CLIENT_SECRET: secret,
  VNEID_REDIRECT_URIS: 'http://localhost:3000/back',
  ACCESS_TOKEN_PRIVATE_JWK: JSON.stringify(testKeyPair().privateJwk),
  PAYMENT_URL: nobody,
  PAYMENT_KEY: `hmac:${Buffer.alloc(32, 1).toString('base64')}`,
  BANK_URL: nobody,
  BANK_SECRET: secret,
};

/** A gateway over the real supergraph, whose subgraphs are not asked. */
const openGateway = () =>
  makeGateway({
    supergraph: readFileSync(join(root, 'gateway', 'supergraph.graphql'), 'utf8'),
    subgraphUrls: Object.fromEntries(services.map(({ name }) => [name, `${nobody}/graphql`])),
    accessTokenPublicJwk: testKeyPair().publicJwk,
    gatewayPrivateJwk: testKeyPair().privateJwk,
    log: makeLogger({ service: 'gateway', role: 'api', level: 'silent' }),
    isProduction: false,
  });

/** Who shows a metric: `service api`, `service worker`. */
const shownIn = new Map<string, Shown & { by: Set<string> }>();

function note(shown: readonly Shown[], by: string): void {
  for (const each of shown) {
    const known = shownIn.get(each.name) ?? { ...each, by: new Set<string>() };
    expect({ ...each, by }).toEqual({ ...known, by });
    known.by.add(by);
    shownIn.set(each.name, known);
  }
}

/** `every api, every worker`, or the services by name. */
function whereOf(by: ReadonlySet<string>): string {
  const roles = ['api', 'worker'].flatMap((role) => {
    const names = services.map(({ name }) => name).filter((name) => by.has(`${name} ${role}`));
    if (names.length === 0) return [];
    return names.length === services.length ? [`every ${role}`] : names.map((name) => `${name} ${role}`);
  });
  return [...(by.has('gateway') ? ['gateway'] : []), ...roles].join(', ');
}

test('docs/metrics.md lists every metric that is shown, and nothing else', async () => {
  for (const definition of services) {
    const measured = await measure(definition, environment);
    note(measured.api, `${definition.name} api`);
    note(measured.worker, `${definition.name} worker`);
    // each question of ours has an answer on an empty database too; Node has none about its loop before the first turn was timed
    const unanswered = measured.text.split('\n').filter((line) => /^(?!nodejs_).* Nan$/i.test(line));
    expect(unanswered).toEqual([]);
    expect(measured.complaints).toEqual([]);
    await measured.close();
  }
  const gateway = await openGateway();
  gateway.metrics.watchFeed(() => true);
  note(await shownBy(gateway.metrics.registry), 'gateway');
  await gateway.stop();
  const rows = [...shownIn.values()]
    .map(
      ({ name, type, labels, help, by }) =>
        `| \`${name}\` | ${type} | ${labels.join(', ')} | ${whereOf(by)} | ${help} |`,
    )
    .sort();
  expect(documentedMetrics()).toEqual(rows);
}, 180_000);
