import { Counter, Gauge, type Registry } from 'prom-client';

/** What is measured of events, once a registry, however many relays and consumers share it. */
export interface EventMetrics {
  published: Counter<'service'>;
  handled: Counter<'service' | 'upstream'>;
  /** Asked at every scrape; a source that fails is shown as NaN, never as 0. */
  watchUnpublished(service: string, ask: () => Promise<number>): void;
  watchLag(service: string, upstream: string, ask: () => Promise<number>): void;
  watchParked(service: string, ask: () => Promise<Record<string, number>>): void;
}

const known = new WeakMap<Registry, EventMetrics>();

/** The metrics of events in this registry, made at the first call. */
export function eventMetrics(registry: Registry): EventMetrics {
  const made = known.get(registry) ?? makeMetrics(registry);
  known.set(registry, made);
  return made;
}

type Asker = { labels: Record<string, string>; ask: () => Promise<Record<string, number>> };

function makeMetrics(registry: Registry): EventMetrics {
  const asked = (name: string, help: string, labelNames: string[], valueLabel?: string): Asker[] => {
    const askers: Asker[] = [];
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        await Promise.all(
          askers.map(async ({ labels, ask }) => {
            const values = await ask().catch(() => ({ '': Number.NaN }));
            for (const [key, value] of Object.entries(values)) {
              this.set(valueLabel && key !== '' ? { ...labels, [valueLabel]: key } : labels, value);
            }
          }),
        );
      },
    });
    return askers;
  };
  const unpublished = asked('events_outbox_unpublished', 'Committed events that NATS does not have yet', [
    'service',
  ]);
  const lag = asked('events_consumer_lag', 'Events waiting for this service, by publisher', [
    'service',
    'upstream',
  ]);
  const parked = asked('events_parked', 'Events that could not be handled', ['service', 'status'], 'status');
  return {
    published: new Counter({
      name: 'events_published_total',
      help: 'Events handed to NATS',
      labelNames: ['service'],
      registers: [registry],
    }),
    handled: new Counter({
      name: 'events_handled_total',
      help: 'Events taken in, by publisher',
      labelNames: ['service', 'upstream'],
      registers: [registry],
    }),
    watchUnpublished: (service, ask) => {
      unpublished.push({ labels: { service }, ask: async () => ({ '': await ask() }) });
    },
    watchLag: (service, upstream, ask) => {
      lag.push({ labels: { service, upstream }, ask: async () => ({ '': await ask() }) });
    },
    watchParked: (service, ask) => {
      parked.push({ labels: { service }, ask });
    },
  };
}
