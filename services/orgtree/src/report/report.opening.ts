import type { Actor } from '@dang/access/actor';
import type { Clock } from '@dang/service/clock';
import type { Job, JobContext } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { nextNumbers } from '../unit/sequence.ts';
import { openQuarters, type Quarter, quarterTitle } from './report.rules.ts';
import { keepReportStep, recordReportStates } from './report.steps.ts';

/** As many reports as one transaction opens. */
const CHUNK = 1_000;

/** A wish for reports: who asks (null: the province, every quarter), and for which days. */
type Request = { id: string; unitId: string | null };

/** Enters a quarter once; the request is the same however often. */
async function requestQuarter(em: SqlEntityManager, quarter: Quarter, today: string): Promise<Request> {
  await em.execute(
    `insert into report_request (quarter, title, from_on, through_on, due_on, requested_on) values (?, ?, ?, ?, ?, ?)
     on conflict (quarter) do nothing`,
    [quarter.quarter, quarterTitle(quarter), quarter.from, quarter.through, quarter.dueOn, today],
  );
  const [row]: { id: string }[] = await em.execute('select id from report_request where quarter = ?', [
    quarter.quarter,
  ]);
  if (!row) throw new Error(`The request for ${quarter.quarter} was written and is not there`);
  return { id: row.id, unitId: null };
}

/**
 * Opens a draft for every unit of the request that has none yet, the upper units first, at most `CHUNK` of them; says how many. Above
 * the province, and above the unit that asked, there is nobody to send a report to.
 */
export async function openReports(
  em: SqlEntityManager,
  request: Request,
  { clock, provinceCode, actor = null }: { clock: Clock; provinceCode: string; actor?: Actor | null },
): Promise<number> {
  const today = clock.today();
  const rows: { id: string }[] = await em.execute(
    `with top as (
       select path, unit_id from unit_period
       where during @> ?::date and ${request.unitId === null ? `type = 'PROVINCE' and code = ?` : 'unit_id = ?::uuid'}
     ), wanted as (
       select place.unit_id, place.code, place.type, case when place.unit_id = top.unit_id then null else place.parent_id end as superior_id
       from top
       join unit_period place on place.path <@ top.path and place.during @> ?::date
         and place.type in ('PROVINCE', 'SUPERIOR', 'GRASSROOTS_COMMITTEE', 'GRASSROOTS_BRANCH', 'SUB_COMMITTEE', 'BRANCH')
       where not exists (select from report where report.request_id = ? and report.unit_id = place.unit_id)
       order by nlevel(place.path), place.unit_id limit ?
     ), ${nextNumbers}
     insert into report (number, request_id, unit_id, unit_code, superior_id, sums, due_on, opened_on)
     select numbered.number, request.id, wanted.unit_id, wanted.code, wanted.superior_id,
       wanted.type not in ('BRANCH', 'GRASSROOTS_BRANCH'), request.due_on, ?::date
     from wanted join numbered using (unit_id) join report_request request on request.id = ?
     returning id`,
    [
      today,
      request.unitId ?? provinceCode,
      today,
      request.id,
      CHUNK,
      'REPORT',
      today,
      'REPORT',
      today,
      today,
      request.id,
    ],
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await keepReportStep(em, ids, { action: 'OPEN', from: null, at: clock.now(), actor });
  await recordReportStates(em, ids, actor);
  return ids.length;
}

/** Opens what is missing of one request, a chunk a transaction. */
async function openAll(context: JobContext, request: Request): Promise<number> {
  const { em, clock, environment } = context;
  const options = { clock, provinceCode: environment.PROVINCE_CODE };
  let opened = 0;
  for (;;) {
    const chunk = await em.fork().transactional((inside) => openReports(inside, request, options));
    opened += chunk;
    if (chunk < CHUNK) return opened;
  }
}

/**
 * Every night: a report of the running quarter for every unit of the province (for new units too), of the last quarter until
 * it is due, and of what a superior asked for in more units than one transaction opens.
 */
export const openReportsJob: Job = {
  name: 'open-reports',
  cron: '15 0 * * *',
  async run(context) {
    const { em, clock, log } = context;
    const today = clock.today();
    const requests: Request[] = [];
    for (const quarter of openQuarters(today)) {
      requests.push(await em.fork().transactional((inside) => requestQuarter(inside, quarter, today)));
    }
    const asked: Request[] = await em.execute(
      'select id, unit_id as "unitId" from report_request where unit_id is not null and due_on >= ?',
      [today],
    );
    for (const request of [...requests, ...asked]) {
      const opened = await openAll(context, request);
      if (opened > 0) log.info({ request: request.id, opened }, 'reports opened');
    }
  },
};
