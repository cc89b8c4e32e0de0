import type { Job } from '@dang/service/jobs';

const DAYS_KEPT = 2;
const ROWS_A_TRANSACTION = 20_000;

/**
 * Deletes what has been added to the totals, and told of branches, at least two days ago, in transactions of bounded size. Every run
 * marks how far both had come on its day; a transaction has no day of its own.
 */
export const pruneDeltas: Job = {
  name: 'prune-totals-deltas',
  cron: '10 3 * * *',
  async run({ em, clock, log }) {
    await em.execute(
      `insert into fold_mark (day, upto) select ?, min(upto) from fold_place on conflict (day) do nothing`,
      [clock.today()],
    );
    const [mark] = await em.execute<{ upto: string | null }[]>(
      `select max(upto)::text as upto from fold_mark where day <= ?::date - ${DAYS_KEPT}`,
      [clock.today()],
    );
    if (!mark?.upto) return;
    let rows = 0;
    for (let deleted = 1; deleted > 0; rows += deleted) {
      const [count] = await em.execute<{ deleted: number }[]>(
        `with gone as (
           delete from totals_delta
           where ctid = any(array(select ctid from totals_delta where xid < ?::xid8 limit ${ROWS_A_TRANSACTION})) returning 1)
         select count(*)::int as deleted from gone`,
        [mark.upto],
      );
      deleted = count?.deleted ?? 0;
    }
    await em.execute(`delete from fold_mark where day < ?::date - ${DAYS_KEPT + 7}`, [clock.today()]);
    log.info({ rows }, 'folded changes of dues are gone');
  },
};
