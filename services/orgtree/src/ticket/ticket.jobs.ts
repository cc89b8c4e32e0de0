import { forgetFilesOf } from '@dang/documents/files/stored-file';
import type { Job } from '@dang/service/jobs';
import { TICKET_FILES } from './ticket.rows.ts';

/** As many tickets as one transaction forgets. */
const CHUNK = 5_000;

/** Every night: tickets that were closed two years ago are forgotten, with everything written in them and brought to them (domain A35). */
export const forgetTicketsJob: Job = {
  name: 'forget-tickets',
  cron: '40 2 * * *',
  async run({ em, clock, log }) {
    for (;;) {
      const gone = await em.transactional(async (within) => {
        const tickets = await within.execute<{ id: string }[]>(
          `delete from ticket where id in (
             select id from ticket where closed_on < ?::date - interval '2 years' order by closed_on limit ?
           ) returning id`,
          [clock.today(), CHUNK],
        );
        await forgetFilesOf(
          within,
          TICKET_FILES,
          tickets.map(({ id }) => id),
        );
        return tickets;
      });
      if (gone.length > 0) log.info({ tickets: gone.length }, 'old tickets forgotten');
      if (gone.length < CHUNK) return;
    }
  },
};
