import { makeMetrics } from '@dang/service/metrics';
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

  subgraphAnswered(subgraph: string, outcome: 'answered' | 'unavailable', startedAt: number): void {
    this.#subgraphs.observe({ subgraph, outcome }, (performance.now() - startedAt) / 1000);
  }

  repeated(subgraph: string): void {
    this.#repeats.inc({ subgraph });
  }

  refused(code: string): void {
    this.#refused.inc({ code });
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
