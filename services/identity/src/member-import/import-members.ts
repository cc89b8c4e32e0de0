import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import type { Cell } from '@dang/tabular/cell';
import { writeCsv } from '@dang/tabular/write-rows';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import type { SealingKeys } from '../sealing-keys.ts';
import { checkStaged } from './checks.ts';
import { incoming, isChanged } from './merge.sql.ts';
import { mergeBranches } from './merge.ts';
import { stageFile } from './staging.ts';

/** Members taken in by one transaction: whole branches up to this many, so that each stays far below 5 s. */
const MERGE_ROWS = 1_000;
const REPORT_PAGE = 5_000;
export const IMPORT_LOCK = 4_193;
const LOCK_TRIES = 10;
const LOCK_PAUSE_MS = 300;

export type ImportPhase = 'READING' | 'CHECKING' | 'MERGING';

/** What to import, and who is told how far it is. `total` is null while the file is read. */
export type ImportChoice = {
  databaseUrl: string;
  file: string;
  reportFile: string;
  keys: SealingKeys;
  today: string;
  dryRun: boolean;
  onProgress(phase: ImportPhase, done: number, total: number | null): void;
};

/** How an import ended; in a dry run `created` and `changed` are what it would have done. */
export type ImportSummary = {
  rows: number;
  faulty: number;
  created: number;
  changed: number;
  isResumed: boolean;
  reportLines: number;
};

type Running = { id: string; day: string; rows: number; staged: number; faulty: number };

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

const clearWaiting = (client: Client) =>
  client.query(
    'drop index if exists member_import_row_branch; truncate member_import_row, member_import_fault',
  );

/** The import of this very file that was broken off after it was read, when its rows still wait. */
async function findBrokenOff(client: Client, hash: string): Promise<Running | null> {
  const { rows } = await client.query<Running>(
    `select id, day::text, rows, staged, faulty from member_import
     where state = 'STAGED' and file_hash = $1 and staged = (select count(*) from member_import_row)
       and id = (select id from member_import order by id desc limit 1)`,
    [hash],
  );
  return rows[0] ?? null;
}

async function stage(client: Client, choice: ImportChoice, hash: string): Promise<Running> {
  await clearWaiting(client);
  const { file, keys, today } = choice;
  const { rows: made } = await client.query<{ id: string }>(
    `insert into member_import (file_hash, state, day) values ($1, 'STAGING', $2) returning id`,
    [hash, today],
  );
  const id = made[0]?.id ?? '';
  const onRows = (done: number) => choice.onProgress('READING', done, null);
  const rows = await stageFile(client, { file, keys, today, onRows });
  choice.onProgress('CHECKING', 0, rows);
  const { staged, faulty } = await checkStaged(client);
  await client.query(
    `update member_import set state = 'STAGED', rows = $2, staged = $3, faulty = $4 where id = $1`,
    [id, rows, staged, faulty],
  );
  return { id, day: today, rows, staged, faulty };
}

async function writeReport(client: Client, file: string): Promise<number> {
  let lines = 0;
  const pages = async function* (): AsyncGenerator<Cell[]> {
    for (;;) {
      const { rows } = await client.query<{
        row: number;
        column: string;
        value: string;
        reason: string;
        isWarning: boolean;
      }>(
        `select row, column_name as "column", value, reason, is_warning as "isWarning" from member_import_fault
         order by row, column_name, reason limit $1 offset $2`,
        [REPORT_PAGE, lines],
      );
      if (rows.length === 0) return;
      for (const { row, column, value, reason, isWarning } of rows) {
        lines++;
        yield [row, column, value, isWarning ? `Cảnh báo: ${reason}` : reason];
      }
    }
  };
  await writeCsv(file, ['Dòng', 'Cột', 'Giá trị', 'Lý do'], pages());
  return lines;
}

async function wouldDo(client: Client): Promise<{ created: number; changed: number }> {
  const { rows } = await client.query<{ created: number; changed: number }>(
    `select count(*) filter (where member.id is null)::int as created,
       count(*) filter (where member.id is not null and ${isChanged})::int as changed
     from (${incoming}) incoming left join member on member.id = incoming.member_id`,
  );
  return rows[0] ?? { created: 0, changed: 0 };
}

/** Whole branches that still wait, in groups that one transaction takes in. */
async function waitingGroups(client: Client, importId: string): Promise<{ ids: string[]; rows: number }[]> {
  const { rows } = await client.query<{ id: string; rows: number }>(
    `select branch_id as id, count(*)::int as rows from member_import_row
     where not exists (select from member_import_unit done where done.import_id = $1 and done.branch_id = member_import_row.branch_id)
     group by branch_id order by branch_id`,
    [importId],
  );
  const groups: { ids: string[]; rows: number }[] = [];
  for (const branch of rows) {
    const last = groups.at(-1);
    if (last && last.rows + branch.rows <= MERGE_ROWS) {
      last.ids.push(branch.id);
      last.rows += branch.rows;
    } else groups.push({ ids: [branch.id], rows: branch.rows });
  }
  return groups;
}

/**
 * Two transactions at a time: while the database merges the members of some branches, the events of others are made. They
 * touch different members, and each leaves its own mark. The first failure ends both.
 */
async function merge(orm: MikroORM, client: Client, running: Running, choice: ImportChoice): Promise<void> {
  const groups = await waitingGroups(client, running.id);
  let done = running.staged - groups.reduce((sum, { rows }) => sum + rows, 0);
  const waiting = groups.values();
  let hasFailed = false;
  const work = async (): Promise<void> => {
    for (const { ids, rows } of waiting) {
      if (hasFailed) return;
      await mergeBranches(orm.em.fork(), { importId: running.id, day: running.day }, ids);
      done += rows;
      choice.onProgress('MERGING', done, running.staged);
    }
  };
  const failing = (error: unknown) => {
    hasFailed = true;
    throw error;
  };
  const ended = await Promise.allSettled([work().catch(failing), work().catch(failing)]);
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
}

async function finish(client: Client, { id }: Running): Promise<{ created: number; changed: number }> {
  const { rows } = await client.query<{ created: number; changed: number }>(
    `update member_import set state = 'DONE', finished_at = now(),
       created = (select coalesce(sum(created), 0) from member_import_unit where import_id = $1),
       changed = (select coalesce(sum(changed), 0) from member_import_unit where import_id = $1)
     where id = $1 returning created, changed`,
    [id],
  );
  await clearWaiting(client);
  return rows[0] ?? { created: 0, changed: 0 };
}

/** One import at a time. Of one that was killed the database lets go a moment later. */
async function takeLock(client: Client): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      IMPORT_LOCK,
    ]);
    if (rows[0]?.free) return true;
    if (tries === LOCK_TRIES) return false;
    await sleep(LOCK_PAUSE_MS);
  }
}

async function work(orm: MikroORM, client: Client, choice: ImportChoice): Promise<ImportSummary> {
  if (!(await takeLock(client))) throw new Error('another import of members runs on this database');
  const hash = await hashOf(choice.file);
  const brokenOff = choice.dryRun ? null : await findBrokenOff(client, hash);
  const running = brokenOff ?? (await stage(client, choice, hash));
  const reportLines = await writeReport(client, choice.reportFile);
  const { rows, faulty } = running;
  const common = { rows, faulty, isResumed: brokenOff !== null, reportLines };
  if (!choice.dryRun) {
    await merge(orm, client, running, choice);
    return { ...common, ...(await finish(client, running)) };
  }
  const would = await wouldDo(client);
  await clearWaiting(client);
  await client.query('delete from member_import where id = $1', [running.id]);
  return { ...common, ...would };
}

/**
 * Takes members in from a CSV or XLSX file with the columns of domain 4.2: read as a stream into a waiting table, checked,
 * then merged branch by branch. What is wrong stands in the report with row, column, value and reason; the other rows are
 * taken in. Broken off, the same file goes on where it was; a second run of it changes nothing and tells nobody anything.
 */
export async function importMembers(choice: ImportChoice): Promise<ImportSummary> {
  const client = new Client({ connectionString: choice.databaseUrl, application_name: 'import of members' });
  await client.connect();
  const log = makeLogger({ service: 'identity', role: 'import', level: 'warn' });
  const definition = { name: 'identity', entities: [], migrations: [] };
  const orm = await openDatabase({ definition, url: choice.databaseUrl, poolSize: 3, log });
  try {
    return await work(orm, client, choice);
  } finally {
    await client.end();
    await orm.close(true);
  }
}
