import type { Job } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type EndReason, endHeld } from './ending.ts';

/** So many at a time: each batch is a transaction of its own, well under 5 s. */
const BATCH = 200;

type Over = { id: string; endedOn: string; reason: EndReason };

/**
 * What is over and not yet ended: positions and delegations after their last day, and whatever is held in a unit that
 * has ended, whichever of the two this service heard of first.
 */
async function findOver(em: SqlEntityManager, today: string): Promise<Over[]> {
  return em.execute(
    `select id, to_date as "endedOn", 'TERM_ENDED' as reason from held_position
     where ended_on is null and to_date < ?
     union
     select held.id, ?::date, 'UNIT_ENDED' from held_position held join unit_copy unit on unit.id = held.unit_id
     where held.ended_on is null and unit.valid_to <= ? and coalesce(held.to_date >= ?, true)
     order by 2, 3, 1 limit ${BATCH}`,
    [today, today, today, today],
  );
}

/** Ends what has run out (domain 5.6: term ends), with its events: front ends, notices and other services learn of it then. */
export const endTerms: Job = {
  name: 'end-terms',
  cron: '*/10 * * * *',
  async run({ em, clock, log }) {
    let ended = 0;
    for (;;) {
      const count = await em.fork().transactional(async (inside) => {
        const over = await findOver(inside, clock.today());
        const groups = Map.groupBy(over, ({ endedOn, reason }) => `${endedOn} ${reason}`);
        for (const [first, ...others] of groups.values()) {
          if (!first) continue;
          const { endedOn, reason } = first;
          await endHeld(
            inside,
            clock,
            [first, ...others].map(({ id }) => id),
            { endedOn, reason },
          );
        }
        return over.length;
      });
      ended += count;
      if (count < BATCH) break;
    }
    if (ended > 0) log.info({ ended }, 'terms that have run out were ended');
  },
};
