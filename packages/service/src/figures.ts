import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { Gauge, type Metric, type Registry } from 'prom-client';
import type { Clock } from './clock.ts';

/** One row of a figure: its values by the names of its gauges, and the value of its label when it has one. */
export type FigureRow = { label?: string } & Record<string, string | number | null | undefined>;

/**
 * What the database knows and a scraper may ask, in role `worker`: gauges that one question answers together. The answer is the same in every
 * process of a service, so that an alert takes the largest.
 */
export type Figure = {
  /** Help by name. */
  gauges: Readonly<Record<string, string>>;
  /** The label that tells the rows apart; without one there is one row. */
  label?: string;
  /** How long an answer is good for, so that scraping often asks no more: 10 s when left out. */
  goodForMs?: number;
  ask(em: SqlEntityManager, clock: Clock): Promise<readonly FigureRow[]>;
};

/** What is measured of one service only. */
export type Measured = {
  /** Of the whole process, without a registry of their own: what is counted lies deep in the service. */
  counters?: readonly Metric[];
  figures?: readonly Figure[];
};

const GOOD_FOR_MS = 10_000;

type Asked = { orm: { em: { fork(): SqlEntityManager } }; clock: Clock; metrics: Registry; log: Logger };

/**
 * Shows these figures in this registry, asked anew at a scrape when the last answer is too old. One after the other: a scrape
 * takes one connection, however many there are. A question that fails leaves its gauges out, never at 0, and is in the log.
 */
export function watchFigures(figures: readonly Figure[], { orm, clock, metrics, log }: Asked): void {
  let last: Promise<unknown> = Promise.resolve();
  for (const { gauges, label, goodForMs = GOOD_FOR_MS, ask } of figures) {
    let answer: Promise<readonly FigureRow[]> = Promise.resolve([]);
    let askedAt = Number.NEGATIVE_INFINITY;
    let isComplaining = false;
    const askOnce = async (): Promise<readonly FigureRow[]> => {
      try {
        const rows = await ask(orm.em.fork(), clock);
        isComplaining = false;
        return rows;
      } catch (error) {
        const figures = Object.keys(gauges);
        log[isComplaining ? 'debug' : 'warn']({ err: error, figures }, 'figures cannot be asked');
        isComplaining = true;
        return [];
      }
    };
    const askAnew = (): Promise<readonly FigureRow[]> => {
      const rows = last.then(askOnce);
      last = rows;
      return rows;
    };
    const current = (): Promise<readonly FigureRow[]> => {
      if (performance.now() - askedAt >= goodForMs) {
        askedAt = performance.now();
        answer = askAnew();
      }
      return answer;
    };
    for (const [name, help] of Object.entries(gauges)) {
      new Gauge({
        name,
        help,
        labelNames: label ? [label] : [],
        registers: [metrics],
        async collect() {
          const rows = await current();
          this.reset();
          if (rows.length === 0 && !label) this.set(Number.NaN);
          for (const row of rows) {
            const value = row[name];
            if (value === null || value === undefined) continue;
            if (label) this.set({ [label]: row.label ?? '' }, Number(value));
            else this.set(Number(value));
          }
        },
      });
    }
  }
}
