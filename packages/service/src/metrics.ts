import type { ApolloServerPlugin } from '@apollo/server';
import { showOutsideCalls } from '@dang/telemetry/outside-call';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { GraphContext } from './context.ts';

/** Names come from outside: beyond this many, operations are counted as `other`. */
const OPERATION_NAMES_LIMIT = 200;

/** The metrics of one process. */
export function makeMetrics(service: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  showOutsideCalls(registry);
  return registry;
}

/** Counts things by their labels: what is counted with the same name in one registry is one counter. */
export function counterOf<Label extends string>(
  registry: Registry,
  { name, help, labels }: { name: string; help: string; labels: readonly Label[] },
): { count(of: Record<Label, string>): void } {
  const known = registry.getSingleMetric(name) as Counter<Label> | undefined;
  const counter = known ?? new Counter({ name, help, labelNames: [...labels], registers: [registry] });
  return { count: (of) => counter.inc(of) };
}

/** Rate, errors and duration of operations, by operation name and outcome (`ok`, `error`). */
export function operationMetrics(registry: Registry): ApolloServerPlugin<GraphContext> {
  const duration = new Histogram({
    name: 'graphql_operation_seconds',
    help: 'Duration of GraphQL operations',
    labelNames: ['operation', 'outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const names = new Set<string>();
  const nameOf = (name: string | null | undefined) => {
    if (!name) return 'anonymous';
    if (names.size < OPERATION_NAMES_LIMIT) names.add(name);
    return names.has(name) ? name : 'other';
  };
  return {
    async requestDidStart() {
      const end = duration.startTimer();
      return {
        async willSendResponse({ operationName, errors }) {
          end({ operation: nameOf(operationName), outcome: errors?.length ? 'error' : 'ok' });
        },
      };
    },
  };
}
