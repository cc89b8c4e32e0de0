import { contractBreaches } from '@dang/events/contract';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unit } from '../../test/orgtree-stage.ts';
import { actOn, openReporting, people, reportOf, type Subgraph } from '../../test/report-stage.ts';
import { openTicket } from '../../test/ticket-stage.ts';

let subgraph: Subgraph;
let ticketId = '';

/** Branch 1 is no more from 3 July on, branch 2 moves to the company; both have sent their reports. */
beforeAll(async () => {
  subgraph = await openReporting();
  await actOn(subgraph, 'submitReport', people.branch1, unit.branch1);
  await actOn(subgraph, 'submitReport', people.branch2, unit.branch2);
  const em = subgraph.em();
  ticketId = (await openTicket(subgraph, people.binh)).id;
  await em.execute('update ticket set unit_id = ? where id = ?', [unit.branch1, ticketId]);
  await em.execute(
    `update unit_period set during = daterange(lower(during), '2026-07-03') where unit_id in (?, ?) and upper(during) is null`,
    [unit.branch1, unit.branch2],
  );
  await em.execute(
    `insert into unit_period (unit_id, during, code, name, short_name, type, kind, parent_id, path)
     select unit_id, '[2026-07-03,)', '05.202.010.000.010', name, short_name, type, kind, ?,
       (select path from unit_period where unit_id = ? and upper(during) is null) || unit_id::text
     from unit_period where unit_id = ? order by lower(during) desc limit 1`,
    [unit.company, unit.company, unit.branch2],
  );
  await subgraph.drainOutbox();
});
afterAll(() => subgraph.close());

const superiorOf = async (unitId: string) => {
  const { id } = await reportOf(subgraph, unitId);
  const [row] = await subgraph
    .em()
    .execute('select superior_id as superior, status from report where id = ?', [id]);
  return row;
};

test('the report of a unit that is no more lapses, and that of a moved one goes to the new superior', async () => {
  await subgraph.runJob('reports-follow-tree');
  expect(await superiorOf(unit.branch1)).toMatchObject({ status: 'LAPSED' });
  expect(await superiorOf(unit.branch2)).toEqual({ status: 'SUBMITTED', superior: unit.company });
  const states = (await subgraph.drainOutbox()).filter(({ type }) => type.includes('DossierStateChanged'));
  expect(states.flatMap(({ data }) => contractBreaches(DossierStateChanged, data))).toEqual([]);
  expect(states.map(({ data }) => (data as { state: string; unitId: string }).state).sort()).toEqual([
    // of two quarters: the one that is sent, and the one that runs
    'LAPSED',
    'LAPSED',
    'SUBMITTED',
  ]);
});

test('the superior of before may no longer take it over, the new one may', async () => {
  const before = await actOn(subgraph, 'acceptReport', people.estate, unit.branch2);
  expect(before.refusal.code).toBe('NOT_FOUND');
  const { capacity } = people.estate;
  const company = { ...people.estate, capacity: capacity && { ...capacity, unitId: unit.company } };
  expect(await actOn(subgraph, 'acceptReport', company, unit.branch2)).toMatchObject({
    report: { status: 'ACCEPTED' },
  });
});

test('an open ticket goes to the nearest unit above that stands', async () => {
  const [row] = await subgraph.em().execute('select unit_id as unit from ticket where id = ?', [ticketId]);
  expect(row).toEqual({ unit: unit.estate });
});

test('run again the job changes nothing', async () => {
  await subgraph.drainOutbox();
  await subgraph.runJob('reports-follow-tree');
  expect(await subgraph.drainOutbox()).toEqual([]);
});
