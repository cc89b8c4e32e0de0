import { setTimeout as pause } from 'node:timers/promises';
import { auditChain } from '@dang/audit/audit-chain';
import type { Client } from 'pg';
import { type Finding, findingsOf, LOOK_AGAIN_MS, type Patient } from './finding.ts';

/** Something that follows the rows of a table: how far it has come, and how many rows are before it. */
interface Watermark {
  readonly what: string;
  readonly sql: string;
}

/** Events leave within a second; after this they are late. */
const LATE_S = 30;

const sealers = ({ definition }: Patient): Watermark[] =>
  [auditChain, ...(definition.chains ?? [])].map(({ name, table }) => ({
    what: `the sealer of the ${name} chain`,
    sql: `select place.xid::text || ' ' || place.row_id as at,
      (select count(*)::int from ${table} where (xid, id) > (place.xid, place.row_id)) as waiting from ${name}_chain_place place`,
  }));

const folders: readonly Watermark[] = [
  {
    what: 'the folder of the totals',
    sql: `select upto::text as at, (select count(*)::int from totals_delta where xid >= upto) as waiting
      from fold_place where name = 'totals'`,
  },
];

const see = async (client: Client, { sql }: Watermark) =>
  (await client.query<{ at: string; waiting: number }>(sql)).rows[0] ?? { at: '', waiting: 0 };

/** Are the sealed and the folded watermarks moving? Rows that wait are looked at twice: standing still is trouble, work is not. */
export async function examineWatermarks(patient: Patient): Promise<Finding[]> {
  const { client, name } = patient;
  const { fine, trouble } = findingsOf(name);
  const marks = [...sealers(patient), ...(name === 'fees' ? folders : [])];
  const found: Finding[] = [];
  for (const mark of marks) {
    const first = await see(client, mark);
    if (first.waiting === 0) {
      found.push(fine(`${mark.what} has taken in every row`));
      continue;
    }
    await pause(LOOK_AGAIN_MS);
    const second = await see(client, mark);
    found.push(
      second.waiting > 0 && second.at === first.at
        ? trouble(`${mark.what} stands still with ${second.waiting} rows before it`)
        : fine(`${mark.what} works: ${second.waiting} rows are before it`),
    );
  }
  return found;
}

/** What should have left and has not, and what could not be taken in. */
export async function examineOutbox({ client, name }: Patient): Promise<Finding[]> {
  const { fine, notice, trouble } = findingsOf(name);
  const { rows } = await client.query<{ waiting: number; oldest_s: number; dead: number; parked: number }>(
    `select count(*)::int as waiting, coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::int as oldest_s,
       (select count(*)::int from parked_event where status = 'DEAD') as dead,
       (select count(*)::int from parked_event where status in ('RETRYING', 'WAITING')) as parked
     from outbox where published_at is null`,
  );
  const { waiting = 0, oldest_s = 0, dead = 0, parked = 0 } = rows[0] ?? {};
  return [
    oldest_s > LATE_S
      ? trouble(`${waiting} events have not left, the oldest for ${oldest_s} s`)
      : fine(`events leave: ${waiting} wait`),
    ...(dead > 0
      ? [trouble(`${dead} events are given up until somebody looks: npm run events -- dead-letters ${name}`)]
      : []),
    ...(parked > 0 ? [notice(`${parked} events failed and are tried again`)] : []),
  ];
}
