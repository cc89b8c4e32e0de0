import { chargeProvince } from '@dang/fees/charge/charge-province';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from 'pg';
import type { TreeSize } from '../lib/big-tree.ts';
import { interleave } from '../lib/interleave.ts';
import type { Scenario } from '../lib/scenario.ts';
import { median, pairedRatio } from '../lib/stats.ts';
import { onBigProvince } from './big-province.ts';

const MONTH = '2026-07';
const WORKERS = 2;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

/** A table like that of the charges, with its partition, keys, checks and indexes, and nothing that follows an insert. */
async function plainInsert(client: Client): Promise<number> {
  await client.query('drop table if exists plain_charges');
  await client.query(
    'create table plain_charges (like dues_charge including all) partition by range (period)',
  );
  await client.query('create table plain_charge (like dues_charge including all) with (fillfactor = 85)');
  await client.query(
    `alter table plain_charges attach partition plain_charge for values from ('${MONTH}-01') to (date '${MONTH}-01' + interval '1 month')`,
  );
  await client.query('checkpoint');
  return secondsOf(() =>
    client.query(
      `insert into plain_charges (period, member_id, branch_id, amount, category)
       select date '${MONTH}-01', charging.member_id, charging.branch_id, rate.monthly_amount, rate.category
       from charging
       join dues_rate rate on rate.member_id = charging.member_id and rate.status in ('APPROVED', 'SUPERSEDED')
       where date '${MONTH}-01' between charging.from_period and coalesce(charging.to_period, 'infinity')
         and date '${MONTH}-01' between rate.from_period and coalesce(rate.to_period, 'infinity')
       order by charging.branch_id, charging.member_id`,
    ),
  );
}

/** Takes back everything that the run of the month has written, so that each round meets the same database. */
async function forget(client: Client): Promise<void> {
  await client.query('truncate dues_charge, charge_run, branch_dues, charge_change, totals_delta, outbox');
  await client.query("update dues_standing set paid_through = '2026-06' where paid_through <> '2026-06'");
  await client.query('checkpoint');
}

async function chargedRight(client: Client, { members, superiors }: TreeSize): Promise<number> {
  const { rows } = await client.query<{ charges: number; events: number; due: string; told: string }>(
    `select (select count(*)::int from dues_charge) as charges, (select count(*)::int from outbox) as events,
       (select sum(amount) from dues_charge where status <> 'WAIVED') as due, (select sum(due) from totals_delta) as told`,
  );
  const [found] = rows;
  if (!found || found.charges !== members || found.events !== 2 * superiors || found.due !== found.told)
    throw new Error(`the month is not charged as it should be: ${JSON.stringify(found)}`);
  return found.events;
}

async function chargeOnce(
  orm: MikroORM,
  client: Client,
  size: TreeSize,
): Promise<{ seconds: number; againMs: number }> {
  await forget(client);
  const seconds = await secondsOf(() => chargeProvince(orm, MONTH, { workers: WORKERS }));
  const events = await chargedRight(client, size);
  const again = await secondsOf(() => chargeProvince(orm, MONTH, { workers: WORKERS }));
  if ((await chargedRight(client, size)) !== events) throw new Error('run again, the month tells something');
  return { seconds, againMs: again * 1_000 };
}

/** The charges of a month for a whole province, beside one plain `insert … select` of the same rows. */
export const assess: Scenario = ({ isQuick, say }) =>
  onBigProvince('assess', { isQuick, say, month: MONTH }, async ({ orm, client, size }) => {
    const again: number[] = [];
    const rounds = await interleave({
      rounds: isQuick ? 3 : 5,
      repeats: 0,
      variants: {
        plain: () => plainInsert(client),
        ours: async () => {
          const { seconds, againMs } = await chargeOnce(orm, client, size);
          again.push(againMs);
          return seconds;
        },
      },
      say,
    });
    const ours = rounds.map(({ samples }) => samples.ours);
    const plain = rounds.map(({ samples }) => samples.plain);
    const ratio = pairedRatio(plain, ours);
    const perSecond = (seconds: readonly number[]) => Math.round(size.members / median(seconds)).toString();
    return {
      figures: [
        { goal: 'assess', value: ratio.value * 100, low: ratio.low * 100, high: ratio.high * 100 },
        { goal: 'assess-again', value: median(again) },
      ],
      table: [
        ['way', 'seconds, median', 'members a second'],
        [
          `ours: ${size.superiors} transactions, ${WORKERS} at a time`,
          median(ours).toFixed(2),
          perSecond(ours),
        ],
        ['one plain insert … select', median(plain).toFixed(2), perSecond(plain)],
      ],
      notes: [
        `${size.members} members of ${size.units} units; both into an empty partition of a partitioned table with the same primary key (month, member), index (branch, member) and checks, rows in the order of the index, fsync on, after a checkpoint. Ours writes besides, in each commune's transaction: the marker, why ${Math.round(size.members * 0.06)} of the charges differ from the rate, the figures of ${size.units - size.superiors - size.grassroots - 3} branches, what is due for the totals (by trigger), the standings of the exempt, and two events: the figures of the branches, and who of the exempt stands how. Every run is checked: as many charges as members, two events a commune, and totals that equal the charges.`,
      ],
      packages: ['@mikro-orm/postgresql', 'pg'],
      foreign: rounds.map(({ foreign }) => foreign),
    };
  });
