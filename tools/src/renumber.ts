import { parseArgs } from 'node:util';
import { openConnection } from '@dang/events/leader';
import { databaseOf, servicesInReach } from './launcher/databases.ts';
import { Mistake, runTool, WrongCall } from './launcher/tool.ts';

/** More than any unit hands out in a day, and far below the 9999 that a number has room for. */
const GAP = 500;

const usage = `npm run renumber -- <day> [<last day>]

After a restore to a moment: leaves a gap of ${GAP} in the numbers of orders, lists and dossiers of these days (YYYY-MM-DD, in the calendar
of Việt Nam), in every unit. What was numbered after the moment is gone from the database and still stands on papers and with the
payment platform: its number must never mean something else. Run it once, before anybody may write.
Works on what \`npm start\` runs, else on whichever DATABASE_URL_<SERVICE> are given.`;

/** Where a service counts by unit and day. */
const counters: Readonly<Record<string, string>> = {
  fees: 'order_counter',
  evaluation: 'number_counter',
  transfers: 'dossier_counter',
};

const day = (text: string): string => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // the parser takes the 30th of February for a day of March
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw new WrongCall(`${text} is not a day like 2026-07-06.`);
};

async function leaveGap(service: string, table: string, first: string, last: string): Promise<void> {
  const { client } = await openConnection(databaseOf(service), `${service} numbers`);
  try {
    const { rowCount } = await client.query(
      `insert into ${table} as counter (unit_id, day, last)
       select unit_copy.id, day::date, ${GAP} from unit_copy, generate_series($1::date, $2::date, '1 day') as day
       on conflict (unit_id, day) do update set last = counter.last + ${GAP}`,
      [first, last],
    );
    process.stdout.write(`${service.padEnd(11)} ${rowCount} counters of units and days go on ${GAP} later\n`);
  } finally {
    await client.end();
  }
}

await runTool(usage, async () => {
  const [from, to = from, ...more] = parseArgs({ allowPositionals: true }).positionals;
  if (from === undefined || to === undefined) throw new WrongCall('Of which day?');
  if (more.length > 0) throw new WrongCall(`Two days at the most: what is ${more.join(' ')}?`);
  const [first, last] = [day(from), day(to)];
  if (last < first) throw new WrongCall(`${last} is before ${first}.`);
  const counting = servicesInReach().filter((service) => service in counters);
  if (counting.length === 0)
    throw new Mistake(`Nobody in reach counts: ${Object.keys(counters).join(', ')} do.`);
  for (const service of counting) await leaveGap(service, counters[service] ?? '', first, last);
});
