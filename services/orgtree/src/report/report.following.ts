import type { Job } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keepReportStep, recordReportStates } from './report.steps.ts';

/** As many rows as one transaction changes. */
const CHUNK = 1_000;

type Moment = { today: string; now: Date };

/** Ends the open reports of units that are no more; says how many. */
async function lapse(em: SqlEntityManager, { today, now }: Moment): Promise<number> {
  const open: { id: string; status: string }[] = await em.execute(
    `select id, status from report
     where status in ('DRAFT', 'SUBMITTED', 'RETURNED')
       and not exists (select from unit_period place where place.unit_id = report.unit_id and place.during @> ?::date)
     order by id limit ? for update`,
    [today, CHUNK],
  );
  for (const [from, rows] of Map.groupBy(open, ({ status }) => status)) {
    const ids = rows.map(({ id }) => id);
    await em.execute(
      `update report set status = 'LAPSED', version = version + 1, decided_on = ? where id = any(array[?]::uuid[])`,
      [today, ids],
    );
    await keepReportStep(em, ids, { action: 'LAPSE', from, at: now, actor: null });
    await recordReportStates(em, ids, null);
  }
  return open.length;
}

/** Sends open reports to the unit above as it is today; who waits for a decision is told apart, since the deciding unit changes. */
async function follow(em: SqlEntityManager, { today, now }: Moment): Promise<number> {
  const moved: { id: string; status: string; parentId: string }[] = await em.execute(
    `select report.id, report.status, place.parent_id as "parentId"
     from report join unit_period place on place.unit_id = report.unit_id and place.during @> ?::date
     where report.status in ('DRAFT', 'SUBMITTED', 'RETURNED') and report.superior_id is not null
       and place.parent_id <> report.superior_id
     order by report.id limit ? for update of report`,
    [today, CHUNK],
  );
  const [ids, parents] = [moved.map(({ id }) => id), moved.map(({ parentId }) => parentId)];
  await em.execute(
    `update report set superior_id = moved.parent_id, version = version + (status = 'SUBMITTED')::int
     from unnest(array[?]::uuid[], array[?]::uuid[]) as moved(id, parent_id) where report.id = moved.id`,
    [ids, parents],
  );
  const sent = moved.filter(({ status }) => status === 'SUBMITTED').map(({ id }) => id);
  await keepReportStep(em, sent, { action: 'FOLLOW', from: 'SUBMITTED', at: now, actor: null });
  await recordReportStates(em, sent, null);
  return moved.length;
}

/** Gives open tickets of a unit that is no more to the nearest unit above it that stands. */
async function rehomeTickets(em: SqlEntityManager, { today }: Moment): Promise<number> {
  const rows = await em.execute(
    `update ticket set unit_id = coalesce((
       select above.unit_id
       from (select path from unit_period where unit_id = ticket.unit_id order by lower(during) desc limit 1) last
       join unit_period above on last.path <@ above.path and above.during @> ?::date and above.type <> 'CENTRAL'
       order by nlevel(above.path) desc limit 1
     ), unit_id)
     where ticket.id in (
       select id from ticket open
       where open.status <> 'CLOSED'
         and not exists (select from unit_period place where place.unit_id = open.unit_id and place.during @> ?::date)
         and exists (select from unit_period above
           where above.during @> ?::date and above.type <> 'CENTRAL'
             and (select path from unit_period where unit_id = open.unit_id order by lower(during) desc limit 1) <@ above.path)
       order by id limit ?
     )
     returning id`,
    [today, today, today, CHUNK],
  );
  return rows.length;
}

/**
 * Every ten minutes: what is open follows the tree. Units are merged, moved and dissolved by decisions that know nothing of
 * reports and tickets; this looks at the tree as it is, so that it does not matter how it came to be so.
 */
export const followTreeJob: Job = {
  name: 'reports-follow-tree',
  cron: '*/10 * * * *',
  async run({ em, clock, log }) {
    const moment = { today: clock.today(), now: clock.now() };
    for (const [what, step] of Object.entries({ lapse, follow, rehomeTickets })) {
      for (;;) {
        const changed = await em.fork().transactional((inside) => step(inside, moment));
        if (changed > 0) log.info({ what, changed }, 'followed the tree');
        if (changed < CHUNK) break;
      }
    }
  },
};
