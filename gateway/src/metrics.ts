import { limitNames, makeMetrics } from '@dang/service/metrics';
import { Counter, Gauge, Histogram } from 'prom-client';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What the gateway counts: one registry a gateway, labels of few values only (never a query, never a person). */
export class GatewayMetrics {
  readonly registry = makeMetrics('gateway');
  readonly #requests = new Histogram({
    name: 'gateway_request_seconds',
    help: 'GraphQL requests by HTTP status class.',
    labelNames: ['status'],
    buckets: seconds,
    registers: [this.registry],
  });
  readonly #operations = new Histogram({
    name: 'gateway_operation_seconds',
    help: 'Operations by name and outcome; `error` is an outage or a fault of ours, what a front end did wrong is `ok`.',
    labelNames: ['operation', 'outcome'],
    buckets: seconds,
    registers: [this.registry],
  });
  // Names come from outside: whoever is not signed in can fill a list of their own, and no other.
  readonly #names = { signedIn: limitNames(150), strangers: limitNames(50) };
  readonly #subgraphs = new Histogram({
    name: 'gateway_subgraph_seconds',
    help: 'Fetches by subgraph and outcome.',
    labelNames: ['subgraph', 'outcome'],
    buckets: seconds,
    registers: [this.registry],
  });
  readonly #refused = new Counter({
    name: 'gateway_refused_total',
    help: 'Requests refused before any subgraph was asked, by code.',
    labelNames: ['code'],
    registers: [this.registry],
  });

  readonly #repeats = new Counter({
    name: 'gateway_subgraph_repeats_total',
    help: 'Fetches sent again because the connection to the subgraph broke, by subgraph.',
    labelNames: ['subgraph'],
    registers: [this.registry],
  });

  requestAnswered(status: number, startedAt: number): void {
    const elapsed = (performance.now() - startedAt) / 1000;
    this.#requests.observe({ status: `${Math.floor(status / 100)}xx` }, elapsed);
  }

  /** Counts an operation, and answers the name under which it is known. */
  operationAnswered(
    operation: string | null | undefined,
    { isSignedIn, hasFailed, startedAt }: { isSignedIn: boolean; hasFailed: boolean; startedAt: number },
  ): string {
    const name = this.#names[isSignedIn ? 'signedIn' : 'strangers'](operation);
    const outcome = hasFailed ? 'error' : 'ok';
    this.#operations.observe({ operation: name, outcome }, (performance.now() - startedAt) / 1000);
    return name;
  }

  subgraphAnswered(subgraph: string, outcome: 'answered' | 'unavailable', startedAt: number): void {
    this.#subgraphs.observe({ subgraph, outcome }, (performance.now() - startedAt) / 1000);
  }

  repeated(subgraph: string): void {
    this.#repeats.inc({ subgraph });
  }

  refused(code: string): void {
    this.#refused.inc({ code });
  }

  /** Whether what ended is heard. */
  watchFeed(isListening: () => boolean): void {
    this.gauge('gateway_hears_revocations', '1 while NATS tells what ended.', () => Number(isListening()));
  }

  /** A figure that is read when somebody asks for the metrics. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }
}
