import { setTimeout as sleep } from 'node:timers/promises';
import { definition } from '@dang/fees/definition';
import { feesEnvironment } from '@dang/fees/environment';
import { signUrl } from '@dang/service/doors/signed-url';
import { readEnvironment, serviceEnvironmentSchema } from '@dang/service/environment';
import type { Client } from 'pg';
import { type MeasuredProcess, startMeasured } from '../lib/child.ts';
import { foreignShare, readCpuUse } from '../lib/environment-facts.ts';
import type { Scenario } from '../lib/scenario.ts';
import { doorEnvironment } from './confirm.stage.ts';
import { months, province, unitOf } from './totals.data.ts';
import { onTotals } from './totals.ts';

const LOOK_EVERY_MS = 50;

/** So many cells of totals in the branches of the province: month by month, four ways of paying, until there are enough. */
const fill = (client: Client, rows: number) =>
  client.query(
    `insert into totals_cube (unit_id, month, category, channel, method, due, members, paid, payers, retained)
     select branch.id, (date '${months.first}-01' + month * interval '1 month')::date, 'PENSION', 'ONLINE', method,
       60000, 1, 60000, 1, 42000
     from generate_series(0, ${months.count - 1}) as month
     cross join unnest(array['BANK', 'E_WALLET', 'MOBILE_MONEY', 'CARD']) as method
     cross join unit_copy branch
     where branch.type = 'BRANCH'
     limit ${rows}`,
  );

type Fetched = { rows: number; megabytes: number; seconds: number; addedMb: number };

/** Fetches one table and throws it away; looks at the memory of the doors meanwhile. */
async function fetchTable(door: MeasuredProcess, url: string): Promise<Fetched> {
  const { rssMb: before } = await door.use();
  const began = performance.now();
  let most = before;
  let isRead = false;
  const watching = (async () => {
    while (!isRead) {
      most = Math.max(most, (await door.use()).rssMb);
      await sleep(LOOK_EVERY_MS);
    }
  })();
  let bytes = 0;
  let lines = 0;
  try {
    const { body, status } = await fetch(url);
    if (status !== 200 || body === null) throw new Error(`the door answered ${status}`);
    for await (const chunk of body) {
      bytes += chunk.length;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
    }
  } finally {
    isRead = true;
    await watching;
  }
  const seconds = (performance.now() - began) / 1_000;
  return { rows: lines - 1, megabytes: bytes / 2 ** 20, seconds, addedMb: most - before };
}

/** A table of a million rows from the doors as they run, by a signed link, as CSV and as a workbook. */
export const exportScenario: Scenario = ({ isQuick, say }) =>
  onTotals('export', say, async ({ url, client }) => {
    const rows = isQuick ? 100_000 : 1_000_000;
    say(`loading ${rows.toLocaleString('en')} rows`);
    await fill(client, rows);
    await client.query('vacuum analyze totals_cube');
    const variables = doorEnvironment(url);
    const door = await startMeasured(new URL('confirm.door.ts', import.meta.url), variables);
    const environment = feesEnvironment(
      readEnvironment(serviceEnvironmentSchema('fees', definition.environment), variables),
    );
    const link = (to: string, file: string, unitId: string) =>
      signUrl(
        { ...environment, DOORS_URL: door.url },
        `/exports/CELLS/${unitId}/${months.first}/${to}/all/${file}`,
        { expiresAt: new Date(Date.now() + 3_600_000) },
      );
    const before = readCpuUse();
    try {
      for (const file of ['dues.csv', 'dues.xlsx'])
        await fetchTable(door, link('2026-02', file, unitOf.branch(1)));
      const table = [['table', 'rows', 'MB sent', 's', 'memory added, MB']];
      let worst = 0;
      for (const file of ['dues.csv', 'dues.xlsx']) {
        const got = await fetchTable(door, link(months.to, file, unitOf.province()));
        if (file === 'dues.csv' && got.rows !== rows)
          throw new Error(`${got.rows} rows came instead of ${rows}`);
        worst = Math.max(worst, got.addedMb);
        const of = [file, rows.toLocaleString('en')];
        table.push([...of, got.megabytes.toFixed(0), got.seconds.toFixed(1), got.addedMb.toFixed(0)]);
      }
      const share = foreignShare(before, readCpuUse());
      return {
        figures: [{ goal: 'export-memory', value: worst }],
        table,
        notes: [
          `Cells of ${province.branches.toLocaleString('en')} branches by month and way of paying, read from a cursor in one snapshot and sent as they come by the process of the doors, to a reader who throws them away. Memory is the most that this process held (resident set, looked at every ${LOOK_EVERY_MS} ms) over what it held before, after one small table of each kind.`,
        ],
        packages: ['pg', 'fastify'],
        foreign: [share?.foreign ?? null],
      };
    } finally {
      await door.stop();
    }
  });
