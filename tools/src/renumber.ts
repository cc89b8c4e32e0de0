import { parseArgs } from 'node:util';
import { openConnection } from '@dang/events/leader';
import { databaseOf, endWith, Mistake, servicesInReach } from './launcher/databases.ts';

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
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new Mistake(`${text} is not a day like 2026-07-06.\n\n${usage}`);
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

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  const [first, last = first] = positionals;
  if (values.help || first === undefined || last === undefined) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  for (const service of servicesInReach()) {
    const table = counters[service];
    if (table) await leaveGap(service, table, day(first), day(last));
  }
}

main().catch(endWith);
