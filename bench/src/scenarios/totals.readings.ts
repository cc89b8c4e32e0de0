import type { TotalsWish } from '@dang/fees/totals/totals.query';
import { readTotals } from '@dang/fees/totals/totals.rows';
import type { MikroORM } from '@mikro-orm/postgresql';
import { percentile } from '../lib/stats.ts';
import { months, province, unitOf } from './totals.data.ts';

type Em = ReturnType<MikroORM['em']['fork']>;

/** A question about totals, asked of one unit after the other; `goal` names the figure that it counts for. */
export type Reading = {
  what: string;
  goal: 'totals-sql' | 'totals-national' | 'totals-cube' | 'totals-as-of' | null;
  /** How many times less it is asked than the others, because it takes so much longer. */
  rarely?: number;
  read(em: Em, n: number): Promise<unknown>;
};

const whole: TotalsWish = {
  from: months.first,
  to: months.to,
  groups: ['MONTH'],
  axis: 'PERIOD',
  asOf: null,
};

const ask =
  (
    units: (n: number) => readonly string[],
    more: Partial<TotalsWish> = {},
    scopeUnitId = unitOf.province(),
  ) =>
  (em: Em, n: number) =>
    readTotals(em, units(n), { scopeUnitId, isAnalyst: false }, { ...whole, ...more });

const levels: readonly [string, (n: number) => string][] = [
  ['a branch', unitOf.branch],
  ['a grassroots organisation', unitOf.committee],
  ['a ward', unitOf.ward],
  ['the province', () => unitOf.province()],
];

/** What is asked of totals: any unit by month, by category, channel and method, by child unit, as of a day, and the nation. */
export const readings: readonly Reading[] = [
  { what: 'select 1, to compare', goal: null, read: (em) => em.execute('select 1') },
  ...levels.map(
    ([what, unit]): Reading => ({
      what: `${what}, 24 months`,
      goal: 'totals-sql',
      read: ask((n) => [unit(n)]),
    }),
  ),
  {
    what: 'the province, 24 months of payment',
    goal: 'totals-sql',
    read: ask(() => [unitOf.province()], { axis: 'PAYMENT' }),
  },
  {
    what: 'a hundred branches at once',
    goal: null,
    read: ask((n) => Array.from({ length: 100 }, (_, k) => unitOf.branch(n * 100 + k))),
  },
  ...(['CATEGORY', 'CHANNEL', 'METHOD'] as const).map(
    (group): Reading => ({
      what: `the province by month and ${group.toLowerCase()}`,
      goal: 'totals-cube',
      read: ask(() => [unitOf.province()], { groups: ['MONTH', group] }),
    }),
  ),
  {
    what: 'a ward by month and child unit',
    goal: null,
    rarely: 4,
    read: ask((n) => [unitOf.ward(n)], { groups: ['MONTH', 'CHILD_UNIT'] }),
  },
  {
    what: 'the province by month and ward (3,024 cells)',
    goal: null,
    rarely: 10,
    read: ask(() => [unitOf.province()], { groups: ['MONTH', 'CHILD_UNIT'] }),
  },
  {
    what: 'a ward as of a day',
    goal: 'totals-as-of',
    rarely: 4,
    read: ask((n) => [unitOf.ward(n)], { asOf: '2026-05-31' }),
  },
  {
    what: 'the province as of a day',
    goal: 'totals-as-of',
    rarely: 10,
    read: ask(() => [unitOf.province()], { asOf: '2026-05-31' }),
  },
  {
    what: '34 provinces, 24 months',
    goal: 'totals-national',
    read: ask(
      () => Array.from({ length: province.provinces }, (_, n) => unitOf.province(n)),
      {},
      unitOf.centre(),
    ),
  },
];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Asks one question so many times, one after the other over one connection; in milliseconds. */
export async function askMany(orm: MikroORM, { read, rarely = 1 }: Reading, asks: number): Promise<number[]> {
  const em = orm.em.fork();
  for (let n = 0; n < 20; n += 1) await read(em, n * 31);
  const times: number[] = [];
  for (let n = 0; n < Math.ceil(asks / rarely); n += 1) times.push(await timed(() => read(em, n * 97 + 13)));
  return times;
}

export const shares = (times: readonly number[]): string[] =>
  [0, 0.5, 0.95, 0.99].map((part) => percentile(times, part).toFixed(2));
