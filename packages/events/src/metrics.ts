import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What waits in an outbox, and how long the first of it does, in seconds. */
export interface Unpublished {
  count: number;
  oldestS: number;
}

/** What is measured of events, once a registry, however many relays and consumers share it. */
export interface EventMetrics {
  published: Counter<'service'>;
  handled: Counter<'service' | 'upstream'>;
  /** Asked at every scrape; a source that fails is shown as NaN, never as 0. */
  /** From the time of an event until its effect is committed here, in seconds. */
  delay: Histogram<'service' | 'upstream'>;
  watchUnpublished(service: string, ask: () => Promise<Unpublished>): void;
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
  const oldest = asked(
    'events_outbox_oldest_seconds',
    'Since when the first of them waits; 0 when none does',
    ['service'],
  );
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
    delay: new Histogram({
      name: 'events_delay_seconds',
      help: 'From the time of an event until its effect is committed, by publisher',
      labelNames: ['service', 'upstream'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 1800],
      registers: [registry],
    }),
    watchUnpublished: (service, ask) => {
      // both gauges are read in one scrape, and ask once
      let asking: Promise<Unpublished> | null = null;
      const askOnce = (): Promise<Unpublished> => {
        asking ??= ask().finally(() => {
          asking = null;
        });
        return asking;
      };
      unpublished.push({ labels: { service }, ask: async () => ({ '': (await askOnce()).count }) });
      oldest.push({ labels: { service }, ask: async () => ({ '': (await askOnce()).oldestS }) });
    },
    watchLag: (service, upstream, ask) => {
      lag.push({ labels: { service, upstream }, ask: async () => ({ '': await ask() }) });
    },
    watchParked: (service, ask) => {
      parked.push({ labels: { service }, ask });
    },
  };
}
