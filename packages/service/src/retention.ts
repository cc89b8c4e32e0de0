import { recordAudit } from '@dang/audit/record';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ServiceEnvironment } from './environment.ts';
import type { Job, JobContext } from './jobs.ts';

/** What one round of forgetting is given: it forgets records that ended before this day, `limit` of them at most. */
export interface Forgetting {
  /** Inside the transaction of this round. */
  readonly em: SqlEntityManager;
  /** `YYYY-MM-DD` */
  readonly endedBefore: string;
  readonly limit: number;
  readonly environment: ServiceEnvironment;
}

/** What a round forgot; `afterwards` is done once its transaction is committed, and may be lost in a crash. */
export interface Forgotten {
  readonly count: number;
  readonly afterwards?: () => Promise<void>;
}

/**
 * How long a kind of record is kept. The rule of the code is what holds until somebody changes the row of `retention_rule`;
 * nobody may set it below `leastMonths`.
 */
export interface RetentionRule {
  /** The kind of record: `TICKETS`. */
  readonly record: string;
  /** What it is and what happens to it, in a sentence. */
  readonly what: string;
  /** Months after its end; null: for ever. */
  readonly keepMonths: number | null;
  readonly leastMonths: number;
  /** The regulation or default that says so. */
  readonly source: string;
  /** Absent where nothing is ever taken away, whatever the row says. */
  readonly forget?: (round: Forgetting) => Promise<Forgotten>;
}

/** The rule that every service has: nothing is ever taken out of its chains. */
export const keepsAuditTrail: RetentionRule = {
  record: 'AUDIT_TRAIL',
  what: 'The audit trail in its chains',
  keepMonths: null,
  leastMonths: 120,
  source: 'A35',
};

/** The tables of rules and of what was done by them: part of a migration of every service. */
export const retentionTables: readonly string[] = [
  `create table retention_rule (
    record text primary key,
    keep_months integer check (keep_months > 0),
    least_months integer not null check (least_months > 0),
    source text not null,
    check (keep_months is null or keep_months >= least_months)
  )`,
  `create table retention_change (
    id uuid primary key default uuidv7(),
    record text not null references retention_rule,
    months_before integer,
    months_after integer,
    reason text not null check (length(reason) between 1 and 500),
    changed_at timestamptz not null default now()
  )`,
  `create table retention_run (
    id uuid primary key default uuidv7(),
    record text not null,
    day date not null,
    ended_before date not null,
    forgotten integer not null check (forgotten > 0),
    run_at timestamptz not null default now()
  )`,
];

const ROUND = 500;

/** A day as many months before; the last day of a shorter month where there is no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

/** Writes the rules that this database does not know yet; what somebody has changed stays as it is. */
export async function seedRules(em: SqlEntityManager, rules: readonly RetentionRule[]): Promise<void> {
  for (const { record, keepMonths, leastMonths, source } of rules) {
    await em.execute(
      `insert into retention_rule (record, keep_months, least_months, source) values (?, ?, ?, ?) on conflict do nothing`,
      [record, keepMonths, leastMonths, source],
    );
  }
}

type Applied = RetentionRule & Required<Pick<RetentionRule, 'forget'>>;
type Ground = Pick<JobContext, 'em' | 'environment' | 'isTurnOver'> & { today: string; limit: number };

/** One transaction: takes records away, writes down how many, and leaves a line in the audit trail. */
async function forgetRound(
  { record, forget }: Applied,
  endedBefore: string,
  { em, today, environment, limit }: Ground,
): Promise<Forgotten> {
  return await em.transactional(async (within) => {
    const forgotten = await forget({ em: within, endedBefore, limit, environment });
    if (forgotten.count === 0) return forgotten;
    const [run] = await within.execute<{ id: string }[]>(
      'insert into retention_run (record, day, ended_before, forgotten) values (?, ?, ?, ?) returning id',
      [record, today, endedBefore, forgotten.count],
    );
    const after = { record, endedBefore, forgotten: forgotten.count };
    const line = { action: 'forgetRecords', subjectKind: 'RetentionRun', subjectId: run?.id ?? '', after };
    await recordAudit(within, [{ ...line, unitId: null }]);
    return forgotten;
  });
}

async function applyRule(rule: Applied, ground: Ground): Promise<number> {
  const [row] = await ground.em.execute<{ months: number | null }[]>(
    'select keep_months as months from retention_rule where record = ?',
    [rule.record],
  );
  if (!row || row.months === null) return 0;
  // a row may be older than the rule of the code: never sooner than that allows now
  const endedBefore = monthsBefore(ground.today, Math.max(row.months, rule.leastMonths));
  for (let total = 0; ; ) {
    const { count, afterwards } = await forgetRound(rule, endedBefore, ground);
    await afterwards?.();
    total += count;
    if (count < ground.limit || ground.isTurnOver()) return total;
  }
}

/**
 * The job that applies the rules of a service every night, in rounds of 500 records (`limit`), each a transaction that also writes down what
 * it took away. What does not fit into one turn goes on in the next; one that is killed leaves whole rounds, and goes on when it is
 * taken over.
 */
export const retentionJob = (rules: readonly RetentionRule[], limit = ROUND): Job => ({
  name: 'apply-retention',
  cron: '20 2 * * *',
  async run({ em, clock, environment, log, isTurnOver }) {
    await seedRules(em, rules);
    const ground = { em, today: clock.today(), environment, limit, isTurnOver };
    for (const rule of rules) {
      const { record, forget } = rule;
      if (!forget) continue;
      if (isTurnOver()) return;
      const forgotten = await applyRule({ ...rule, forget }, ground);
      if (forgotten > 0) log.info({ record, forgotten }, 'records whose time is over are forgotten');
    }
  },
});
