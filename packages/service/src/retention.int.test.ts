import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { auditChain } from '@dang/audit/audit-chain';
import { sealOnce } from '@dang/audit/sealer';
import { verifyChain } from '@dang/audit/verify';
import { openConnection } from '@dang/events/leader';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { definition } from '../test-subgraph/definition.ts';
import { forgetful } from '../test-subgraph/forgetful.ts';
import { makeClock } from './clock.ts';
import { jobMetrics } from './job-metrics.ts';
import { type Job, migrateJobs, startJobs } from './jobs.ts';
import { makeLogger } from './logger.ts';
import { type RetentionRule, retentionJob, retentionTables } from './retention.ts';
import { openSubgraph, testDatabase } from './testing.ts';

const ROUND = 3;
const OLD = 20;
const killed = fileURLToPath(new URL('../test-subgraph/forget.ts', import.meta.url));
const log = makeLogger({ service: 'notes', role: 'worker', level: 'silent' });

let url: string;
let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
beforeAll(async () => {
  url = await testDatabase('notes');
  subgraph = await openSubgraph(definition, { databaseUrl: url });
  for (const sql of retentionTables) await subgraph.em().execute(sql);
});
afterAll(() => subgraph.close());

type Figures = {
  old: number;
  young: number;
  forgotten: number;
  rounds: number;
  told: number;
  sessions: number;
};

/** What is left, and what is written down of what went. */
async function figures(): Promise<Figures> {
  const [row] = await subgraph.em().execute<Figures[]>(
    `select (select count(*)::int from note where text like 'old %') as old,
       (select count(*)::int from note where text like 'young %') as young,
       (select coalesce(sum(forgotten), 0)::int from retention_run) as forgotten,
       (select count(*)::int from retention_run) as rounds,
       (select coalesce(sum((after->>'forgotten')::int), 0)::int from audit_entry where action = 'forgetRecords') as told,
       (select count(*)::int from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep') as sessions`,
  );
  if (!row) throw new Error('no figures');
  return row;
}

async function chainFaults(): Promise<readonly string[]> {
  const { client } = await openConnection(url, 'test');
  try {
    while ((await verifyChain(client, auditChain)).unsealed.count > 0) await sealOnce(client, auditChain);
    return (await verifyChain(client, auditChain)).faults;
  } finally {
    await client.end();
  }
}

beforeEach(async () => {
  await subgraph.em().execute('delete from note');
  await subgraph.em().execute('delete from retention_run');
  await subgraph
    .em()
    .execute(
      `insert into note (text) select 'old ' || n from generate_series(1, ?) as n union all select 'young ' || n from generate_series(1, 2) as n`,
      [OLD],
    );
});

test('killed in the middle of a round it leaves whole rounds, each with its line; who takes over does the rest, once', async () => {
  const child = fork(killed, [url, String(ROUND)]);
  for (let round = 1; round <= 3; round += 1) await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
  // the server notices at its next word to it
  for (let seen = await figures(); seen.sessions > 0; seen = await figures()) await sleep(20);
  const after = await figures();
  expect(after).toMatchObject({
    old: OLD - 2 * ROUND,
    young: 2,
    forgotten: 2 * ROUND,
    rounds: 2,
    told: 2 * ROUND,
  });

  const job = retentionJob(forgetful, ROUND);
  await migrateJobs(url, 'notes', [job], log);
  const { orm, environment } = subgraph;
  const abort = new AbortController();
  const given = { orm, environment, clock: makeClock('2026-07-06'), log, service: 'notes', url };
  const start = () =>
    startJobs([job], {
      ...given,
      signal: abort.signal,
      runs: jobMetrics(new Registry(), [job]),
      // two rounds of a tenth of a second to a turn
      pace: { turnMs: 150, pollSeconds: 0.5 },
    });
  const workers = await Promise.all([start(), start()]);
  await subgraph
    .em()
    .execute(`insert into pgboss.job (name, policy) values ('apply-retention', 'exclusive')`);
  for (const end = Date.now() + 20_000; (await figures()).old > 0 && Date.now() < end; ) await sleep(50);
  await sleep(300);
  abort.abort();
  await Promise.all(workers.map((each) => each.stop()));
  expect(await figures()).toMatchObject({ old: 0, young: 2, forgotten: OLD, rounds: 7, told: OLD });
  const turns = await subgraph.em().execute<{ started: number; ended: number }[]>(
    `select extract(epoch from started_on)::float as started, extract(epoch from completed_on)::float as ended
       from pgboss.job where name = 'apply-retention' and state = 'completed' order by 1`,
  );
  expect(turns.length).toBeGreaterThan(2);
  // one after the other, never beside each other
  for (const [index, { started }] of turns.entries())
    expect(started).toBeGreaterThanOrEqual(turns[index - 1]?.ended ?? 0);
  expect(await chainFaults()).toEqual([]);
}, 60_000);

test('a row that was set before the law asked for longer takes nothing away too soon', async () => {
  const asked: string[] = [];
  const rule: RetentionRule = {
    record: 'STRICTER_NOW',
    what: 'Records of which more is asked by now',
    keepMonths: 24,
    leastMonths: 24,
    source: 'a test',
    forget({ endedBefore }) {
      asked.push(endedBefore);
      return Promise.resolve({ count: 0 });
    },
  };
  await subgraph
    .em()
    .execute("insert into retention_rule values ('STRICTER_NOW', 6, 6, 'the rule of before')");
  const given = { em: subgraph.em(), environment: subgraph.environment, clock: makeClock('2026-07-06'), log };
  await retentionJob([rule]).run({ ...given, isTurnOver: () => false } as unknown as Parameters<
    Job['run']
  >[0]);
  expect(asked).toEqual(['2024-07-06']);
});
