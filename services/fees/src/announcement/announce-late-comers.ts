import type { Job } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { tellMembers } from './announce.ts';
import { announceDrafts } from './announce-drafts.ts';

const BRANCHES_A_PIECE = 50;

interface Late {
  readonly id: string;
  readonly branchId: string;
  readonly month: string;
}

/**
 * Takes into the announcement of their branch whose charges were made after it: who registered, was admitted or moved late. Each
 * branch's latest announcement speaks for the months up to its own. Answers how many charges were announced.
 */
export async function announceLateComers(em: SqlEntityManager, today: string): Promise<number> {
  let count = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const late = await findLate(em, after);
    for (const announcement of late) count += await em.transactional((em) => takeIn(em, announcement, today));
    const last = late.at(-1);
    if (!last || late.length < BRANCHES_A_PIECE) return count;
    after = last.branchId;
  }
}

const findLate = (em: SqlEntityManager, after: string): Promise<Late[]> =>
  em.execute(
    `select id, branch_id as "branchId", to_char(period, 'YYYY-MM') as month
     from (
       select distinct on (branch_id) id, branch_id, period from dues_announcement
       where branch_id > ?::uuid order by branch_id, period desc) as latest
     where exists (
       select from member_charge charge
       where charge.branch_id = latest.branch_id and charge.period <= latest.period and charge.status = 'DRAFT')
     order by branch_id
     limit ${BRANCHES_A_PIECE}`,
    [after],
  );

async function takeIn(em: SqlEntityManager, { id, branchId, month }: Late, today: string): Promise<number> {
  const [locked] = await em.execute<{ dueOn: string }[]>(
    'select due_on as "dueOn" from dues_announcement where id = ? for update',
    [id],
  );
  if (!locked) throw new Error('an announcement is never deleted');
  const { announced, lines } = await announceDrafts(em, { id, branchId, month, today, isNew: false });
  const dueOn = locked.dueOn < today ? today : locked.dueOn;
  await tellMembers(em, { id, branchId, month, dueOn, lines, actor: null });
  return announced;
}

/** Every morning, before anybody is reminded: who came after the announcement of their branch is told as well. */
export const announceLateComersJob: Job = {
  name: 'announce-late-comers',
  cron: '0 6 * * *',
  async run({ em, clock, log }) {
    const charges = await announceLateComers(em, clock.today());
    if (charges > 0) log.info({ charges }, 'charges were announced late');
  },
};
