import { openSubgraph, testDatabase } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { duesTold, membersTold, secondQuarter, told } from '../../test/figures-stage.ts';
import { idOf, member, smallTree, unit } from '../../test/orgtree-stage.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';
import { findFigures } from './figures.rows.ts';
import { ratesOf } from './figures.rules.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;

beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
  await loadDemoData(subgraph.em(), smallTree);
  await subgraph.deliver(...secondQuarter);
});
afterAll(() => subgraph.close());

const quarter = { from: '2026-04-01', through: '2026-06-30' };
const figuresOf = async (unitId: string, stretch = quarter) => {
  const [figures] = await findFigures(subgraph.em(), [{ unitId, ...stretch }], '2026-07-06');
  if (!figures) throw new Error('no figures');
  return figures;
};

describe('the second quarter of a branch, made by hand', () => {
  test('branch 1: one of two accounts by the end of June, one member at work, one dossier of two in time', async () => {
    const figures = await figuresOf(unit.branch1);
    expect(figures).toEqual({
      branches: 1,
      members: 2,
      excluded: 0,
      accounts: 1,
      activeMembers: 1,
      dossiers: [
        { procedure: 'ACCOUNT', state: 'ACTIVE', channel: 'ONLINE', count: 1 },
        { procedure: 'OFFICIAL_TRANSFER', state: 'COMPLETED', channel: 'PAPER', count: 1 },
        { procedure: 'OFFICIAL_TRANSFER', state: 'SENT', channel: 'ONLINE', count: 1 },
      ],
      closed: 2,
      closedOnTime: 2,
      late: 1,
      duesDue: '300000',
      duesPaid: '160000',
      unpaidCharges: 3,
    });
    expect(ratesOf(figures)).toEqual({
      installRate: 0.5,
      usageRate: 0.5,
      onlineRate: 0.6667,
      onTimeRate: 1,
      duesRate: 0.5333,
    });
  });
  test('branch 2: a dossier that ended a day too late', async () => {
    expect(await figuresOf(unit.branch2)).toMatchObject({
      members: 1,
      accounts: 1,
      activeMembers: 1,
      closed: 1,
      closedOnTime: 0,
      late: 0,
      duesDue: '40000',
      duesPaid: '40000',
      unpaidCharges: 0,
    });
  });
  test('a member of the police is left out of both sides of every rate', async () => {
    const figures = await figuresOf(unit.sales);
    expect(figures).toMatchObject({ members: 0, excluded: 1, accounts: 0 });
    expect(ratesOf(figures)).toMatchObject({ installRate: null, usageRate: null });
  });
});

describe('above the branches', () => {
  test('the committee has the sum of its branches, and the city that of its wards', async () => {
    expect(await figuresOf(unit.estate)).toMatchObject({
      branches: 2,
      members: 3,
      accounts: 2,
      activeMembers: 2,
      closed: 3,
      closedOnTime: 2,
      late: 1,
      duesDue: '340000',
      duesPaid: '200000',
      unpaidCharges: 3,
    });
    expect(await figuresOf(unit.city)).toMatchObject({ members: 3, excluded: 1, branches: 3 });
  });
  test('a branch that came over on 1 March counts where it lies since, and where it lay before that', async () => {
    const february = { from: '2026-02-01', through: '2026-02-28' };
    expect((await figuresOf(unit.estate, february)).members).toBe(2);
    expect((await figuresOf(unit.company, february)).members).toBe(1);
    expect((await figuresOf(unit.company, february)).excluded).toBe(1);
  });
  test('many stretches of many units are seven statements', async () => {
    const statements: string[] = [];
    const logger = subgraph.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    const keys = Object.values(unit).map((unitId) => ({ unitId, ...quarter }));
    const figures = await findFigures(subgraph.em(), keys, '2026-07-06');
    Object.assign(logger, { log, isEnabled });
    expect(statements).toHaveLength(7);
    expect(figures.map(({ members }) => members)).toEqual([3, 3, 3, 3, 2, 1, 0, 0, 0, 0]);
  });
});

describe('a copy of a dossier', () => {
  const em = () => subgraph.em();
  const home = async (number: number) => {
    const [row] = await em().execute(
      'select home_unit_id as home, state, version::int from dossier_state where dossier_id = ?',
      [idOf(7000 + number)],
    );
    return row;
  };

  test('counts at the member’s branch of the day it was opened, and older news changes nothing', async () => {
    await subgraph.deliver(
      told(50, {
        version: 3,
        memberId: member.chi,
        openedOn: '2026-06-01',
        state: 'AT_DEST_BRANCH',
        unitId: unit.sales,
      }),
      told(50, {
        version: 2,
        memberId: member.chi,
        openedOn: '2026-06-01',
        state: 'SENT',
        unitId: unit.ward,
      }),
    );
    expect(await home(50)).toEqual({ home: unit.branch2, state: 'AT_DEST_BRANCH', version: 3 });
  });
  test('of nobody yet counts at the unit that first had it', async () => {
    await subgraph.deliver(
      told(51, { from: 'identity', procedure: 'ACCOUNT', unitId: unit.branch1, state: 'PENDING_BRANCH' }),
      told(51, {
        from: 'identity',
        procedure: 'ACCOUNT',
        unitId: unit.estate,
        state: 'PENDING_SUPERIOR',
        version: 2,
      }),
    );
    expect(await home(51)).toEqual({ home: unit.branch1, state: 'PENDING_SUPERIOR', version: 2 });
  });
  test('shows a member at work only by what the member did', async () => {
    const days = (memberId: string) =>
      em().execute('select day from member_activity where member_id = ? order by day', [memberId]);
    const somebody = idOf(198);
    const dossier = { procedure: 'RESIDENCE_COMMENT', memberId: somebody };
    await subgraph.deliver(
      told(52, { ...dossier, from: 'evaluation', by: member.an }),
      told(53, { ...dossier, procedure: 'ACCOUNT', from: 'identity', by: somebody }),
      told(54, { ...dossier, procedure: 'OFFICIAL_TRANSFER', channel: 'PAPER' }),
    );
    expect(await days(somebody)).toEqual([]);
    await subgraph.deliver(told(55, { ...dossier, from: 'evaluation', by: somebody }));
    expect(await days(somebody)).toEqual([{ day: '2026-07-06' }]);
  });
  test('of dues and of exclusions keeps the latest word only', async () => {
    const july = { branchId: unit.sales, month: '2026-07', due: '10', members: 1 };
    await subgraph.deliver(
      duesTold([{ ...july, paid: '10', payers: 1, version: 2 }]),
      duesTold([{ ...july, paid: '0', payers: 0, version: 1 }]),
      membersTold([{ id: member.dung, version: 3 }]),
      membersTold([{ id: member.dung, version: 2, forceCategory: 'ARMY' }]),
    );
    const stretch = { from: '2026-07-01', through: '2026-07-31' };
    expect(await figuresOf(unit.sales, stretch)).toMatchObject({ members: 1, excluded: 0, duesPaid: '10' });
  });
});
