import { horizon } from '@dang/events/horizon';
import { openConnection } from '@dang/events/leader';
import type { Background } from '@dang/service/definition';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { refreshBranchDues } from '../branch-dues/branch-dues.ts';
import { foldBalances } from '../ledger/balances.ts';
import { foldTotals, followPlaces } from './fold.ts';

const BEAT_MS = 250;
/** Another process folds: this one looks again after a while. */
const STANDBY_MS = 2_000;
const TELL_EVERY_MS = 2_000;
const BRANCHES_AT_ONCE = 1_000;

type Leading = Awaited<ReturnType<typeof openConnection>>;

/**
 * Tells the figures of the branches and months in which something has been charged or paid since the last time, a bounded number at
 * a time; answers how many. Needs a transaction.
 */
export async function tellBranchDues(em: SqlEntityManager): Promise<number> {
  const [place] = await em.execute<{ upto: string }[]>(
    `select upto::text as upto from fold_place where name = 'branch dues' for update`,
  );
  const touched = await em.execute<{ branchId: string; period: string; upto: string }[]>(
    `with waiting as (
       select xid, unit_id, period from totals_delta where xid >= ?::xid8 and xid < ${horizon}),
       last as (
         select coalesce((select xid from waiting order by xid offset ${BRANCHES_AT_ONCE} limit 1), (select max(xid) from waiting)) as xid)
     select distinct unit_id as "branchId", period::text as period, last.xid::text as upto
     from waiting join last on waiting.xid <= last.xid`,
    [place?.upto ?? '0'],
  );
  const [first] = touched;
  if (!first) return 0;
  await refreshBranchDues(em, touched);
  await em.execute(`update fold_place set upto = ((?::numeric) + 1)::text::xid8 where name = 'branch dues'`, [
    first.upto,
  ]);
  return touched.length;
}

/** A connection that holds the lock of the one folder of this database, as long as it lives; null while another holds it. */
async function lead(databaseUrl: string): Promise<Leading | null> {
  const leading = await openConnection(databaseUrl, 'fees folder');
  const { rows } = await leading.client.query<{ taken: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('fees folder', 0)) as taken`,
  );
  if (rows[0]?.taken) return leading;
  await leading.client.end();
  return null;
}

/**
 * The folder: four times a second it lets the totals follow the tree, adds what was charged and paid to them and to the balances
 * of the ledger, and every two seconds it tells what that made of each branch and month. In one process at a time: who comes second
 * waits until the first one's connection ends.
 */
export const folder: Background = {
  name: 'folder',
  prepare({ orm, environment }) {
    let leading: Leading | null = null;
    let toldAt = Number.NEGATIVE_INFINITY;
    return {
      async step() {
        if (leading?.lost.aborted) leading = null;
        leading ??= await lead(environment.DATABASE_URL);
        if (leading === null) return STANDBY_MS;
        await followPlaces(orm.em.fork());
        await foldTotals(orm.em.fork());
        await foldBalances(leading.client);
        if (performance.now() - toldAt < TELL_EVERY_MS) return BEAT_MS;
        toldAt = performance.now();
        await orm.em.fork().transactional(tellBranchDues);
        return BEAT_MS;
      },
      async close() {
        await leading?.client.end();
      },
    };
  },
};
