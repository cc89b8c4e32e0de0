import type { Background } from '@dang/service/definition';
import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql';
import { refreshBranchDues } from '../branch-dues/branch-dues.ts';
import { foldTotals, followPlaces } from './fold.ts';

const BEAT_MS = 250;
/** Another process folds: this one looks again after a while. */
const STANDBY_MS = 2_000;
const TELL_EVERY_MS = 2_000;
const BRANCHES_AT_ONCE = 1_000;

/**
 * Runs a piece of the work in a transaction of its own, unless another process is at one; null then. The work itself stays
 * right if two are at it, they would only wait for each other.
 */
const alone = <Result>(
  orm: MikroORM,
  work: (em: SqlEntityManager) => Promise<Result>,
): Promise<Result | null> =>
  orm.em.fork().transactional(async (em) => {
    const [lock] = await em.execute<{ taken: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtextextended('folder', 0)) as taken`,
    );
    return lock?.taken ? work(em) : null;
  });

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
       select xid, unit_id, period from totals_delta where xid >= ?::xid8 and xid < pg_snapshot_xmin(pg_current_snapshot())),
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

/**
 * The folder: four times a second it lets the totals follow the tree and adds what was charged and paid, and every two seconds it tells
 * what that made of each branch and month. In one process at a time.
 */
export const folder: Background = {
  name: 'folder',
  prepare({ orm }) {
    let toldAt = 0;
    return {
      async step() {
        if ((await alone(orm, followPlaces)) === null) return STANDBY_MS;
        await alone(orm, foldTotals);
        if (performance.now() - toldAt < TELL_EVERY_MS) return BEAT_MS;
        toldAt = performance.now();
        await alone(orm, tellBranchDues);
        return BEAT_MS;
      },
    };
  },
};
