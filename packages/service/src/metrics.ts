import type { ApolloServerPlugin } from '@apollo/server';
import { showOutsideCalls } from '@dang/telemetry/outside-call';
import { Counter, collectDefaultMetrics, Histogram, type Metric, Registry } from 'prom-client';
import type { GraphContext } from './context.ts';
import { isOurFault } from './masking.ts';
import { requestNow } from './request-scope.ts';

/** Names come from outside: beyond this many, operations are counted as `other`. */
const OPERATION_NAMES_LIMIT = 200;
const NAME_LIMIT = 100;

/** The metrics of one process; `counters` are those of its service that stand apart from any registry. */
export function makeMetrics(service: string, counters: readonly Metric[] = []): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  showOutsideCalls(registry);
  for (const counter of counters) registry.registerMetric(counter);
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

/**
 * Names that come from outside, as labels of few values: the first `limit` as they are, `other` beyond and for what is longer than
 * 100 letters, `anonymous` for none.
 */
export function limitNames(limit: number): (name: string | null | undefined) => string {
  const names = new Set<string>();
  return (name) => {
    if (!name) return 'anonymous';
    if (names.size < limit && name.length <= NAME_LIMIT) names.add(name);
    return names.has(name) ? name : 'other';
  };
}

/** A counter of the whole process, for what lies too deep to be handed a registry; `makeMetrics` shows it. */
export const processCounter = <Label extends string>(given: {
  name: string;
  help: string;
  labels: readonly Label[];
}): Counter<Label> =>
  new Counter({ name: given.name, help: given.help, labelNames: [...given.labels], registers: [] });

/**
 * Rate, errors and duration of operations, by operation name and outcome: `error` is an outage or a fault of ours, as at the gateway; a
 * denied permission or a malformed query is `ok`, for nobody is to be woken.
 */
export function operationMetrics(registry: Registry): ApolloServerPlugin<GraphContext> {
  const duration = new Histogram({
    name: 'graphql_operation_seconds',
    help: 'Operations by name and outcome; `error` is an outage or a fault of ours',
    labelNames: ['operation', 'outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const nameOf = limitNames(OPERATION_NAMES_LIMIT);
  return {
    async requestDidStart() {
      const end = duration.startTimer();
      return {
        async willSendResponse({ operationName, operation, errors }) {
          const name = nameOf(operationName);
          const fault = errors?.find(({ extensions }) => isOurFault(extensions.code));
          end({ operation: name, outcome: fault ? 'error' : 'ok' });
          const span = requestNow()?.span;
          span?.rename(name);
          if (operation) span?.add({ 'graphql.operation.type': operation.operation });
          if (fault) span?.fail(String(fault.extensions.code ?? 'INTERNAL_SERVER_ERROR'));
        },
      };
    },
  };
}
