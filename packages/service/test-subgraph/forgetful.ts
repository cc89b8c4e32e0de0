import type { RetentionRule } from '../src/retention.ts';

/** Notes whose text begins with `old` are over; a round takes its time, and tells its parent before it is committed. */
export const forgetful: readonly RetentionRule[] = [
  {
    record: 'NOTES',
    what: 'Notes that were read',
    keepMonths: 1,
    leastMonths: 1,
    source: 'a test',
    async forget({ em, limit }) {
      const gone = await em.execute<unknown[]>(
        `delete from note where id in (select id from note where text like 'old %' limit ?) returning 1 as gone`,
        [limit],
      );
      process.send?.('took away, and has not said so');
      await em.execute('select pg_sleep(0.1)');
      return { count: gone.length };
    },
  },
];
