import type { Job } from '@dang/service/jobs';

const KEPT = '2 years';
const ROWS_AT_ONCE = 5_000;

/** Forgets notices two years after they were read, with what is known of their sending. Unread ones stay. */
export const forgetReadNotices: Job = {
  name: 'forget-read-notices',
  cron: '20 2 * * *',
  async run({ em, clock, log }) {
    for (let total = 0; ; ) {
      const gone = await em.execute<unknown[]>(
        `delete from notice where id in (
           select id from notice where read_at < ?::timestamptz - interval '${KEPT}' limit ${ROWS_AT_ONCE})
         returning id`,
        [clock.now()],
      );
      total += gone.length;
      if (gone.length === ROWS_AT_ONCE) continue;
      log.info({ total }, 'old notices are forgotten');
      return;
    }
  },
};
