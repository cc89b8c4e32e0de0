import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { signAccessToken } from '@dang/access/tokens';
import { keyPair, somebody } from '@dang/gateway/testing/toy';
import autocannon from 'autocannon';
import { type MeasuredProcess, startMeasured } from '../lib/child.ts';
import { interleave } from '../lib/interleave.ts';
import type { Scenario } from '../lib/scenario.ts';
import { median, pairedRatio } from '../lib/stats.ts';

/** The query of the measurements so far: a list from one subgraph, and of each of its ten members a list from another. */
const query =
  'query Desk($n: Int!, $after: String) { members(first: $n, after: $after) { id name unit { code name } transfers { id status } } }';

const CONNECTIONS = 32;
const SESSIONS = 100;
/** By count, not by time: the compiler needs requests, however slow the minute is. */
const WARM_UP = 12_000;

type Sample = { cpuMs: number; perSecond: number; p99Ms: number; rssMb: number };

/** Sends `amount` requests, every one with ids that nobody has asked for before (`distinct`) or all alike. */
async function load(
  gateway: MeasuredProcess,
  tokens: readonly string[],
  amount: number,
  isDistinct: boolean,
): Promise<Sample> {
  let number = 0;
  const run = Math.random().toString(36).slice(2, 8);
  const before = await gateway.use();
  const result = await autocannon({
    url: gateway.url,
    connections: CONNECTIONS,
    amount,
    timeout: 30,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          number++;
          const after = isDistinct ? `${run}-${number}` : 'same';
          return {
            ...request,
            headers: {
              'content-type': 'application/json',
              authorization: `Bearer ${tokens[isDistinct ? number % SESSIONS : 0]}`,
            },
            body: JSON.stringify({ query, variables: { n: 10, after } }),
          };
        },
      },
    ],
  });
  const after = await gateway.use();
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} answers were no success, ${result.errors} requests failed`);
  }
  return {
    cpuMs: ((after.cpuSeconds - before.cpuSeconds) * 1000) / amount,
    perSecond: amount / result.duration,
    p99Ms: result.latency.p99,
    rssMb: after.rssMb,
  };
}

/** Both must give the same, whole answer, or their speeds mean nothing. */
async function demandSameAnswers(gateways: readonly MeasuredProcess[], token = ''): Promise<void> {
  const answers = await Promise.all(
    gateways.map(async ({ url }) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables: { n: 10, after: 'a' } }),
      });
      return JSON.stringify(await response.json());
    }),
  );
  const [first = ''] = answers;
  if (!first.includes('IN_ORIGIN_CHAIN') || answers.some((answer) => answer !== first)) {
    throw new Error(`the gateways do not answer alike: ${answers.join('\n')}`);
  }
}

/** Our gateway against the stock one, by requests per second of the gateway's own CPU. */
export const gatewayHop: Scenario = async ({ isQuick, say }) => {
  const amount = isQuick ? 1_500 : 5_000;
  const accessKeys = keyPair();
  const tokens = await Promise.all(
    Array.from({ length: SESSIONS }, () =>
      signAccessToken(accessKeys.privateJwk, somebody({ sessionId: randomUUID() }), { ttl: 3_600 }),
    ),
  );
  const stubs = await startMeasured(new URL('./gateway-hop.stubs.ts', import.meta.url), {});
  const environment = {
    SUPERGRAPH_FILE: fileURLToPath(import.meta.resolve('@dang/gateway/testing/toy')).replace(
      /toy\.ts$/,
      'toy-supergraph.graphql',
    ),
    SUBGRAPH_URL: stubs.url,
    ACCESS_TOKEN_PUBLIC_JWK: JSON.stringify(accessKeys.publicJwk),
    GATEWAY_PRIVATE_JWK: JSON.stringify(keyPair().privateJwk),
  };
  const stock = await startMeasured(new URL('./gateway-hop.stock.ts', import.meta.url), environment);
  const ours = await startMeasured(new URL('./gateway-hop.ours.ts', import.meta.url), environment);
  try {
    await demandSameAnswers([stock, ours], tokens[0]);
    say('warming up');
    for (const gateway of [stock, ours]) await load(gateway, tokens, WARM_UP, true);
    const measure = (gateway: MeasuredProcess, isDistinct: boolean) => () =>
      load(gateway, tokens, amount, isDistinct);
    const rounds = await interleave({
      rounds: 5,
      repeats: isQuick ? 0 : 2,
      variants: {
        stock: measure(stock, true),
        ours: measure(ours, true),
        stockSame: measure(stock, false),
        oursSame: measure(ours, false),
      },
      say,
    });
    const of = (name: keyof (typeof rounds)[number]['samples'], read: (sample: Sample) => number) =>
      rounds.map(({ samples }) => read(samples[name]));
    const perCpuSecond = ({ cpuMs }: Sample) => 1_000 / cpuMs;
    const ratio = pairedRatio(of('ours', perCpuSecond), of('stock', perCpuSecond));
    const same = pairedRatio(of('oursSame', perCpuSecond), of('stockSame', perCpuSecond));
    const row = (label: string, name: keyof (typeof rounds)[number]['samples'], times: string) => [
      label,
      median(of(name, ({ cpuMs }) => cpuMs)).toFixed(2),
      Math.round(median(of(name, perCpuSecond))).toString(),
      times,
      Math.round(median(of(name, ({ perSecond }) => perSecond))).toString(),
      Math.round(median(of(name, ({ p99Ms }) => p99Ms))).toString(),
      Math.round(median(of(name, ({ rssMb }) => rssMb))).toString(),
    ];
    const times = ({ value, low, high }: typeof ratio) =>
      `**${value.toFixed(2)}** (${low.toFixed(2)}–${high.toFixed(2)})`;
    return {
      figures: [{ goal: 'gateway-hop', ...ratio }],
      table: [
        [
          'gateway',
          'CPU ms a request',
          'requests a CPU second',
          'ratio (95 %)',
          'requests/s',
          'p99 ms',
          'RSS MB',
        ],
        row('stock, distinct requests', 'stock', '1'),
        row('ours, distinct requests', 'ours', times(ratio)),
        row('stock, identical requests', 'stockSame', '1'),
        row('ours, identical requests', 'oursSame', times(same)),
      ],
      notes: [
        `Query of two fetches (ten members, then \`_entities\`), answer of about 1.5 kB, ${CONNECTIONS} connections, ${SESSIONS} sessions, ${amount} requests a sample after ${WARM_UP} of warm-up, stub subgraphs, loopback. Stock is \`RemoteGraphQLDataSource\` and \`startStandaloneServer\` with NODE_ENV=production; ours verifies the token, mints one for each subgraph, limits, masks and counts.`,
        'The goal counts distinct requests: there in-flight sharing gains nothing. Identical requests of one session, where it does, are shown for completeness only.',
      ],
      packages: ['@apollo/gateway', '@apollo/server', 'fastify', 'undici', 'graphql'],
      foreign: rounds.map(({ foreign }) => foreign),
    };
  } finally {
    await Promise.all([stubs.stop(), stock.stop(), ours.stop()]);
  }
};
