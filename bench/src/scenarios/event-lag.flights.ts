import { setTimeout as sleep } from 'node:timers/promises';

/** Events under way, by the id of their aggregate: from the moment their COMMIT is sent until somebody sees the effect. */
export type Flights = {
  /** Called when everything is written and only the COMMIT is missing. */
  committing(id: string): void;
  /** Called by whoever sees the effect; an id that is not under way, or is seen again, is not counted twice. */
  seen(id: string): void;
  /** What is committing or committed and has not been seen. */
  underWay(): string[];
  /** Called by whoever can see no more: what is under way will not be waited for. */
  lost(reason: Error): void;
  /** Throws what was lost. */
  check(): void;
};

/** What a stretch of steady sending came to; lags in ms, in the order in which the effects were seen. */
export type Stretch = { lags: number[]; perSecond: number };

const PATIENCE_MS = 60_000;

/**
 * Calls `send` at `rate` a second for `count` times, whether the ones before have ended or not, and resolves when the
 * effect of each has been seen. An event that had to wait for its turn in the sender is not measured from its turn but
 * from its own COMMIT. Throws when a sending fails, or when an effect stays away for a minute.
 */
export async function sendSteadily(options: {
  rate: number;
  count: number;
  flights: Flights & { lags: number[] };
  send(): Promise<void>;
}): Promise<Stretch> {
  const { rate, count, flights, send } = options;
  const first = flights.lags.length;
  const began = performance.now();
  const sending: Promise<void>[] = [];
  for (let number = 0; number < count; number++) {
    const wait = began + (number * 1000) / rate - performance.now();
    if (wait > 0) await sleep(wait);
    flights.check();
    sending.push(send().catch(flights.lost));
  }
  await Promise.all(sending);
  const perSecond = (count * 1000) / (performance.now() - began);
  const patience = performance.now() + PATIENCE_MS;
  for (flights.check(); flights.underWay().length > 0; flights.check()) {
    if (performance.now() > patience) {
      throw new Error(`${flights.underWay().length} of ${count} events had no effect within a minute`);
    }
    await sleep(5);
  }
  return { lags: flights.lags.slice(first), perSecond };
}

/** Keeps account of events under way; `onSeen` hears of each effect once. */
export function makeFlights(onSeen: (id: string) => void = () => {}): Flights & { lags: number[] } {
  const departures = new Map<string, number>();
  const lags: number[] = [];
  let loss: Error | null = null;
  return {
    lags,
    lost: (reason) => {
      loss ??= reason;
    },
    check: () => {
      if (loss) throw loss;
    },
    committing: (id) => departures.set(id, performance.now()),
    seen: (id) => {
      const departure = departures.get(id);
      if (departure === undefined) return;
      departures.delete(id);
      lags.push(performance.now() - departure);
      onSeen(id);
    },
    underWay: () => [...departures.keys()],
  };
}
