import { definition } from '@dang/fees/definition';
import { openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from 'pg';
import { foreignShare, readCpuUse } from '../lib/environment-facts.ts';
import type { Scenario } from '../lib/scenario.ts';
import { median, percentile } from '../lib/stats.ts';
import { connected, freshDatabase } from './import.data.ts';
import { onPostgres } from './own-postgres.ts';
import { addTail, loadDues, loadTotalsTree, months, unitOf } from './totals.data.ts';
import { askMany, readings, shares } from './totals.readings.ts';
import { askThroughGraph } from './totals.through-graph.ts';

/** Payments that come in a quarter of a second at 3,000 a second, which is more than this machine confirms. */
const TAIL = 750;

/** Fees on a durable PostgreSQL of its own, with the tree of a province. */
export const onTotals = <Result>(
  name: string,
  say: (line: string) => void,
  work: (stage: { url: string; client: Client; orm: MikroORM }) => Promise<Result>,
): Promise<Result> =>
  onPostgres(name, say, async ({ postgres }) => {
    const url = postgres.url('fees');
    await freshDatabase(postgres.url('postgres'), 'fees', 'template0');
    const client = await connected(url);
    const log = makeLogger({ service: 'fees', role: 'bench', level: 'error' });
    const orm = await openDatabase({ definition, url, poolSize: 2, log });
    try {
      await loadTotalsTree(client, url);
      return await work({ url, client, orm });
    } finally {
      await orm.close(true);
      await client.end();
    }
  });

async function timedSeconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

const millions = (members: number) => `${((members * months.count) / 1e6).toFixed(1)} million`;

/** Totals of any unit in a province with two years of dues, exact to the last payment, in SQL and through the gateway. */
export const totals: Scenario = ({ isQuick, say }) =>
  onTotals('totals', say, async ({ url, client, orm }) => {
    const members = isQuick ? 30_000 : 500_000;
    const asks = isQuick ? 100 : 400;
    say(`loading ${millions(members)} charges`);
    const loadSeconds = await timedSeconds(() => loadDues(client, { from: 0, to: members }));
    await client.query(
      `insert into totals_month select unit.id, month, due, members, paid, payers, retained, paid_in, payers_in, retained_in
       from totals_month known join unit_copy unit on unit.type = 'PROVINCE' and unit.id <> known.unit_id
       where known.unit_id = $1`,
      [unitOf.province()],
    );
    await addTail(client, TAIL);
    await client.query('vacuum analyze');
    say(`loaded in ${loadSeconds.toFixed(0)} s`);
    const before = readCpuUse();
    const table = [['what', 'least ms', 'p50 ms', 'p95 ms', 'p99 ms']];
    const worst: Record<string, number> = {};
    for (const reading of readings) {
      const times = await askMany(orm, reading, asks);
      table.push([reading.what, ...shares(times)]);
      say(
        `${reading.what}: p50 ${percentile(times, 0.5).toFixed(2)}, p99 ${percentile(times, 0.99).toFixed(2)} ms`,
      );
      if (reading.goal) worst[reading.goal] = Math.max(worst[reading.goal] ?? 0, percentile(times, 0.99));
    }
    const graph = await askThroughGraph(url, asks);
    table.push(['any unit, 24 months, through the gateway', ...shares(graph)]);
    const share = foreignShare(before, readCpuUse());
    return {
      figures: [
        ...Object.entries(worst).map(([goal, value]) => ({ goal, value })),
        { goal: 'totals-graph', value: percentile(graph, 0.99) },
      ],
      table,
      notes: [
        `126 wards, 3,000 grassroots organisations, 15,000 branches, ${millions(members)} charges; ${TAIL} payments lie behind the watermark, as many as come between two beats of the folder at 3,000 a second. ${asks} questions each, one after the other over one connection, by the service's own function: the way there and back, the scope check and the making of the answer are in every figure, and so is whatever else the machine does (see \`select 1\`). The figure of a goal is the worst p99 of its rows. Before the 34 provinces were asked, 33 were given the rows of the one.`,
      ],
      packages: ['@mikro-orm/postgresql', 'pg'],
      foreign: [share?.foreign ?? null],
    };
  });

/** The same questions at one million charges and at twenty-four. */
export const totalsSlope: Scenario = ({ isQuick, say }) =>
  onTotals('totals-slope', say, async ({ client, orm }) => {
    const [few, many] = isQuick ? [10_000, 60_000] : [41_667, 1_000_000];
    const asks = isQuick ? 100 : 400;
    const asked = readings.filter(({ goal }) => goal === 'totals-sql');
    const measure = async (to: number, from: number) => {
      say(`loading up to ${millions(to)} charges`);
      await loadDues(client, { from, to });
      const medians: number[] = [];
      for (const reading of asked) medians.push(median(await askMany(orm, reading, asks)));
      return medians;
    };
    const before = readCpuUse();
    const small = await measure(few, 0);
    const large = await measure(many, few);
    const share = foreignShare(before, readCpuUse());
    const ratios = asked.map((_, n) => (large[n] ?? 0) / (small[n] ?? 1));
    return {
      figures: [{ goal: 'totals-slope', value: median(ratios) }],
      table: [
        ['what', `${millions(few)}, p50 ms`, `${millions(many)}, p50 ms`, 'times'],
        ...asked.map(({ what }, n) => [
          what,
          (small[n] ?? 0).toFixed(2),
          (large[n] ?? 0).toFixed(2),
          (ratios[n] ?? 0).toFixed(2),
        ]),
      ],
      notes: [
        `Charges of the same 15,000 branches and 24 months, row by row in the table. The two measurements lie minutes apart on a machine that others use: the figure is the median of the ratios of the ${asked.length} questions.`,
      ],
      packages: ['@mikro-orm/postgresql', 'pg'],
      foreign: [share?.foreign ?? null],
    };
  });
