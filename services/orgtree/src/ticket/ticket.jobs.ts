import type { Job } from '@dang/service/jobs';

/** As many tickets as one transaction forgets. */
const CHUNK = 5_000;

/** Every night: tickets that were closed two years ago are forgotten, with everything written in them (domain A35). */
export const forgetTicketsJob: Job = {
  name: 'forget-tickets',
  cron: '40 2 * * *',
  async run({ em, clock, log }) {
    for (;;) {
      const gone = await em.execute(
        `delete from ticket where id in (
           select id from ticket where closed_on < ?::date - interval '2 years' order by closed_on limit ?
         ) returning id`,
        [clock.today(), CHUNK],
      );
      if (gone.length > 0) log.info({ tickets: gone.length }, 'old tickets forgotten');
      if (gone.length < CHUNK) return;
    }
  },
};
