import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unit } from '../../test/orgtree-stage.ts';
import { actOn, openReporting, people, report, reportOf, type Subgraph } from '../../test/report-stage.ts';
import { noFigures } from '../figures/figures.rules.ts';
import { type ReportWorkflow, reportWorkflow } from './report.workflow.ts';

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await openReporting();
});
afterAll(() => subgraph.close());

const mutations: Record<string, string> = {
  SAVE: 'saveReportDraft',
  AGGREGATE: 'aggregateReports',
  SUBMIT: 'submitReport',
  RETURN: 'returnReport',
  ACCEPT: 'acceptReport',
};

const actors: Record<string, Actor> = {
  WRITER: people.estate,
  DECIDER: people.ward,
  READER: people.inspector,
};

/** A report of the committee between its branches and the ward, begun anew by real rows. */
async function begin(): Promise<void> {
  const em = subgraph.em();
  const ids = `(select id from report where unit_id in (?, ?, ?))`;
  const units = [unit.estate, unit.branch1, unit.branch2];
  await em.execute(`delete from report_entry where report_id in ${ids}`, units);
  await em.execute(`update report set aggregated_into = null, status = 'DRAFT' where id in ${ids}`, units);
  await em.execute(
    `update report set figures = null, submitted_on = null, submitted_by = null, return_reason = null where id in ${ids}`,
    units,
  );
}

/** Makes the facts of the step true in the database. */
async function arrange({ facts }: WalkStep<ReportWorkflow>): Promise<void> {
  const em = subgraph.em();
  const { id } = await reportOf(subgraph, unit.estate);
  const part = (await reportOf(subgraph, unit.branch1)).id;
  const other = (await reportOf(subgraph, unit.branch2)).id;
  const free = `figures = '${JSON.stringify(noFigures)}', submitted_on = '2026-07-01'`;
  const isReady = facts.figuresReady === true;
  await em.execute(`update report set ${free}, status = ?, aggregated_into = ? where id = ?`, [
    isReady ? 'AGGREGATED' : 'SUBMITTED',
    isReady ? id : null,
    other,
  ]);
  const accepted = facts.partsAccepted === true ? 'ACCEPTED' : 'SUBMITTED';
  await em.execute(`update report set ${free}, status = ?, aggregated_into = null where id = ?`, [
    accepted,
    part,
  ]);
  await em.execute('update report set submitted_by = ? where id = ?', [
    facts.notOwnCase === true ? people.estate.accountId : people.ward.accountId,
    id,
  ]);
  await em.execute('update report_request set through_on = ? where quarter = ?', [
    facts.periodOver === true ? '2026-06-30' : '2026-07-04',
    '2026-Q2',
  ]);
}

async function apply(step: WalkStep<ReportWorkflow>): Promise<WalkOutcome<ReportWorkflow>> {
  await arrange(step);
  const [relation] = step.relations;
  const actor = relation === undefined ? people.otherWard : actors[relation];
  if (!actor) throw new Error(`nobody plays ${relation}`);
  const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
  const more = step.action === 'RETURN' ? { reason: step.reason ?? '' } : {};
  const answer = await actOn(
    subgraph,
    mutations[step.action] ?? '',
    { ...actor, signedInAt },
    unit.estate,
    more,
  );
  // who only reads is stopped at the door, before anybody asks the table
  if (answer.refusal?.code === 'FORBIDDEN') return { refusal: 'ACTION_NOT_ALLOWED' };
  return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.report.status };
}

test('random walks through real requests agree with the table', async () => {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  for (let seed = 1; seed <= 12 && succeeded.size + visited.size < 5 + 4; seed += 1) {
    const walk = await randomWalk(reportWorkflow, {
      seed,
      steps: 30,
      actors: [
        new Set(['WRITER', 'READER']),
        new Set(['DECIDER', 'READER']),
        new Set(['READER']),
        new Set<string>(),
      ],
      facts: {
        partsAccepted: [true, 'NO_ACCEPTED_REPORT'],
        periodOver: [true, true, 'REPORT_PERIOD_RUNS'],
        figuresReady: [true, 'REPORT_NOT_AGGREGATED'],
        notOwnCase: [true, 'OWN_CASE'],
      },
      without: ['INCLUDE', 'LAPSE', 'FOLLOW'],
      begin,
      apply,
    });
    for (const action of walk.succeeded) succeeded.add(action);
    for (const state of walk.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual(['ACCEPT', 'AGGREGATE', 'RETURN', 'SAVE', 'SUBMIT']);
  expect([...visited].sort()).toEqual(['ACCEPTED', 'DRAFT', 'RETURNED', 'SUBMITTED']);
});

test('two who accept at once: one does, the other finds another version', async () => {
  await begin();
  await subgraph
    .em()
    .execute(`update report_request set through_on = '2026-06-30' where quarter = '2026-Q2'`);
  await actOn(subgraph, 'submitReport', people.branch1, unit.branch1);
  const { id, version } = await reportOf(subgraph, unit.branch1);
  const input = { reportId: id, expectedVersion: version };
  const answers = await Promise.all([
    report(subgraph, 'acceptReport', people.estate, input),
    report(subgraph, 'acceptReport', people.estate, input),
  ]);
  expect(answers.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual(['VERSION_CONFLICT', 'done']);
});
