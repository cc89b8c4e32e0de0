import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLDataSource } from '@apollo/gateway';
import { expect, test } from '@jest/globals';
import type { GatewayContext } from './subgraph-pool.ts';
import { ask, openToyHouse } from './testing/toy.ts';

/**
 * Replays the public federation gateway audit (46 suites, 199 tests, recorded as data) through our own gateway. The
 * recording is not part of the repository: GATEWAY_AUDIT_FILE says where it is.
 */
type Recorded = {
  suites: {
    id: string;
    supergraph: string;
    tests: { query: string; expected: { data?: unknown; errors?: boolean }; stockPasses: boolean }[];
    exchanges: { subgraph: string; query: string; variables: unknown; response: object }[];
  }[];
};

const besideTheCheckout = join(import.meta.dirname, '../../../shared/compat/federation-audit-recorded.json');
const file = process.env.GATEWAY_AUDIT_FILE ?? besideTheCheckout;
const recorded = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded) : null;

const inOrder = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, inOrder(inner)]),
      )
    : Array.isArray(value)
      ? value.map(inOrder)
      : value;
const keyOf = (query: string, variables: unknown) => `${query}\n${JSON.stringify(inOrder(variables ?? {}))}`;

type Suite = Recorded['suites'][number];

/** Answers from the recording; a question that was not recorded means that we plan differently. */
function replay(suite: Suite, unknown: string[]) {
  return (subgraph: string): GraphQLDataSource<GatewayContext> => {
    const answers = new Map(
      suite.exchanges
        .filter((exchange) => exchange.subgraph === subgraph)
        .map(({ query, variables, response }) => [keyOf(query, variables), JSON.stringify(response)]),
    );
    return {
      process: async ({ request }) => {
        const answer = answers.get(keyOf(request.query ?? '', request.variables));
        if (answer !== undefined) return JSON.parse(answer);
        unknown.push(`${suite.id}: ${subgraph} was not asked this in the recording: ${request.query}`);
        throw new Error('not in the recording');
      },
    };
  };
}

async function passesOf(suite: Suite, unknown: string[]): Promise<boolean[]> {
  const house = await openToyHouse({
    supergraph: suite.supergraph,
    limits: null,
    sourceOf: replay(suite, unknown),
  });
  const passes: boolean[] = [];
  for (const { query, expected } of suite.tests) {
    const { data, errors } = await ask(house, query);
    const isDataRight =
      !('data' in expected) ||
      JSON.stringify(inOrder(data ?? null)) === JSON.stringify(inOrder(expected.data ?? null));
    passes.push(isDataRight && errors.length > 0 === (expected.errors ?? false));
  }
  await house.stop();
  return passes;
}

test('the federation audit passes wherever the stock gateway passes it', async () => {
  if (recorded === null) {
    process.stdout.write(
      `The federation audit did not run: there is no ${file} (GATEWAY_AUDIT_FILE says where it is).\n`,
    );
    return;
  }
  const regressions: string[] = [];
  const unknown: string[] = [];
  let passed = 0;
  let stock = 0;
  for (const suite of recorded.suites) {
    const passes = await passesOf(suite, unknown);
    suite.tests.forEach(({ query, stockPasses }, index) => {
      if (passes[index]) passed++;
      if (stockPasses) stock++;
      if (stockPasses && !passes[index])
        regressions.push(`${suite.id} #${index}: ${query.replace(/\s+/g, ' ')}`);
    });
  }
  process.stdout.write(`Federation audit: ${passed} passed of ${stock} that the stock gateway passes.\n`);
  expect(unknown).toEqual([]);
  expect(regressions).toEqual([]);
  expect(stock).toBe(193);
}, 60_000);
