import { parseArgs } from 'node:util';
import type { RetentionRule } from '@dang/service/retention';
import type { Client } from 'pg';
import { databaseOf, serviceCalled, servicesInReach } from './launcher/databases.ts';
import type { ServiceName } from './launcher/settings.ts';
import { Mistake, runTool, WrongCall } from './launcher/tool.ts';
import { withClient } from './launcher/with-client.ts';

const usage = `npm run retention -- status                                           how long every kind of record is kept, and what was forgotten
npm run retention -- set <service> <record> <months|ever> <reason>    keeps it longer or shorter from tonight on, with the reason

What is over its time goes at night by the job apply-retention of every service. Works on what \`npm start\` runs, else on whichever
DATABASE_URL_<SERVICE> are given.`;

interface Row {
  record: string;
  months: number | null;
  least: number;
  source: string;
  forgotten: number;
  lastOn: string | null;
}

async function rulesOf(name: ServiceName): Promise<Map<string, RetentionRule>> {
  const module = (await import(`../../services/${name}/src/retention/retention.ts`)) as Record<
    string,
    readonly RetentionRule[]
  >;
  return new Map((module[`${name}Retention`] ?? []).map((rule) => [rule.record, rule]));
}

const connected = <Answer>(name: string, work: (client: Client) => Promise<Answer>): Promise<Answer> =>
  withClient(databaseOf(name), work, 'retention');

const inWords = (months: number | null) => {
  if (months === null) return 'for ever';
  const [count, unit] = months % 12 === 0 ? [months / 12, 'year'] : [months, 'month'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};

async function status(): Promise<void> {
  for (const name of servicesInReach()) {
    const rules = await rulesOf(name);
    const rows = await connected(name, async (client) => {
      const { rows: found } = await client.query<Row>(
        `select rule.record, keep_months as months, least_months as least, source,
           coalesce(sum(forgotten), 0)::int as forgotten, max(day)::text as "lastOn"
         from retention_rule rule left join retention_run run on run.record = rule.record
         group by rule.record order by rule.record`,
      );
      return new Map(found.map((row) => [row.record, row]));
    });
    process.stdout.write(`${name}\n`);
    for (const [record, { what, keepMonths, source }] of rules) {
      const row = rows.get(record);
      const kept = inWords(row === undefined ? keepMonths : row.months);
      const done = row?.lastOn ? `; ${row.forgotten} forgotten, last on ${row.lastOn}` : '';
      process.stdout.write(`  ${record.padEnd(18)} ${kept.padEnd(10)} ${what} (${source})${done}\n`);
    }
  }
}

async function set(words: readonly string[]): Promise<void> {
  const [wanted, record = '', text = '', ...reasons] = words;
  const name = serviceCalled(wanted);
  const rules = await rulesOf(name);
  const rule = rules.get(record);
  if (!rule)
    throw new WrongCall(
      `${name} has no rule for ${record || 'nothing'}; it has ${[...rules.keys()].join(', ')}.`,
    );
  const months = text === 'ever' ? null : Number(text);
  if (months !== null && (text === '' || !Number.isInteger(months)))
    throw new WrongCall(`For how many months, or ever: not ${text || 'nothing'}.`);
  if (months !== null && !rule.forget) throw new Mistake(`${record} is never taken away: ${rule.what}.`);
  if (months !== null && months < rule.leastMonths)
    throw new Mistake(`${record} is kept for ${inWords(rule.leastMonths)} at least (${rule.source}).`);
  const reason = reasons.join(' ').trim();
  if (reason === '') throw new WrongCall('Why? Name the decision.');
  await connected(name, async (client) => {
    await client.query('begin');
    await client.query(
      `with known as (
         insert into retention_rule (record, keep_months, least_months, source) values ($1, $2, $3, $4)
         on conflict (record) do update set source = retention_rule.source returning keep_months)
       insert into retention_change (record, months_before, months_after, reason)
       select $1, keep_months, $5::int, $6 from known`,
      [record, rule.keepMonths, rule.leastMonths, rule.source, months, reason],
    );
    await client.query('update retention_rule set keep_months = $2 where record = $1', [record, months]);
    await client.query('commit');
  });
  process.stdout.write(
    `${name} keeps ${record} ${months === null ? '' : 'for '}${inWords(months)} from tonight on.\n`,
  );
}

await runTool(usage, async () => {
  const [command, ...words] = parseArgs({ allowPositionals: true }).positionals;
  if (command === 'status') return status();
  if (command === 'set') return set(words);
  throw new WrongCall(command === undefined ? 'What shall it do?' : `There is no command ${command}.`);
});
