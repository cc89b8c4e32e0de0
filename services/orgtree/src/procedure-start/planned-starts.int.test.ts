import { openSubgraph, testDatabase } from '@dang/service/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { smallTree, unit } from '../../test/orgtree-stage.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';
import { procedureStartVariables } from './procedure-start-variables.ts';

const PROCEDURE_STARTS = JSON.stringify({
  '05': { DUES: '2026-02-01', OFFICIAL_TRANSFER: '2026-01-01' },
  '05.200': { DUES: '2026-01-01' },
  '05.202.010.000.002': { DUES: '2026-01-01' },
  '05.999': { DUES: '2026-01-01' },
});

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
beforeAll(async () => {
  const databaseUrl = await testDatabase('orgtree');
  subgraph = await openSubgraph(definition, { databaseUrl, environment: { PROCEDURE_STARTS } });
});
beforeEach(async () => {
  await subgraph.em().execute('truncate unit, placement, member_name, demo_load cascade');
  await loadDemoData(subgraph.em(), smallTree);
  await subgraph.drainOutbox();
});
afterAll(() => subgraph.close());

const apply = () => subgraph.runJob('apply-planned-starts');
const told = async () =>
  (await subgraph.drainOutbox()).flatMap(({ data }) => (data as { starts: { unitId: string }[] }).starts);
const own = (unitId: string, procedure: string) =>
  subgraph
    .em()
    .execute('select starts_on as "startsOn" from procedure_start where unit_id = ? and procedure = ?', [
      unitId,
      procedure,
    ]);

describe('the days that a province is planned with', () => {
  test('are given once to units that are there and have none of their own, and the others hear of it', async () => {
    await apply();
    const starts = await told();
    expect(starts).toHaveLength(2);
    expect(starts).toEqual(
      expect.arrayContaining([
        { unitId: unit.city, procedure: 'DUES', version: 1, startsOn: '2026-02-01' },
        { unitId: unit.ward, procedure: 'DUES', version: 1, startsOn: '2026-01-01' },
      ]),
    );
    await apply();
    expect(await told()).toEqual([]);
  });

  test('leave alone what somebody has set, and what somebody has taken back', async () => {
    const em = subgraph.em();
    await em.execute(`insert into procedure_start (unit_id, procedure, starts_on) values (?, 'DUES', null)`, [
      unit.ward,
    ]);
    await apply();
    expect(await own(unit.city, 'OFFICIAL_TRANSFER')).toEqual([{ startsOn: '2026-06-01' }]);
    expect(await own(unit.ward, 'DUES')).toEqual([{ startsOn: null }]);
  });

  test('do not reach a unit that has ended', async () => {
    await apply();
    expect(await own(unit.merged, 'DUES')).toEqual([]);
  });

  test('are given once by two at once', async () => {
    await Promise.all([apply(), apply()]);
    expect(await told()).toHaveLength(2);
  });

  test('are on record as done by the system', async () => {
    await apply();
    const rows = await subgraph.em().execute(
      `select unit_id as "unitId", account_id as "accountId", after, reason from audit_entry
       where action = 'applyPlannedStart' and unit_id = ? order by at desc limit 1`,
      [unit.ward],
    );
    expect(rows).toEqual([
      {
        unitId: unit.ward,
        accountId: null,
        after: { procedure: 'DUES', startsOn: '2026-01-01' },
        reason: expect.stringContaining('Kế hoạch'),
      },
    ]);
  });
});

test.each(['{"05":{"DUES":"2026-13-01"}}', '{"05":{"DEUS":"2026-01-01"}}', '{"5":{}}', '[1]', 'x'])(
  'a plan like %s is refused at start',
  (text) => {
    expect(procedureStartVariables.PROCEDURE_STARTS.safeParse(text).success).toBe(false);
  },
);
