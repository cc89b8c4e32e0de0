import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { officersTold } from '../../test/figures-stage.ts';
import { idOf, member, unit } from '../../test/orgtree-stage.ts';
import { actOn, openReporting, people, type Subgraph } from '../../test/report-stage.ts';
import { yearOf } from './results.rows.ts';

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await openReporting();
  await subgraph.deliver(
    officersTold(unit.branch1, [
      { memberId: member.an, name: 'Nguyễn Văn An', role: 'BRANCH_SECRETARY', title: 'Bí thư chi bộ' },
    ]),
  );
  await actOn(subgraph, 'submitReport', people.branch1, unit.branch1);
  await subgraph.em().execute(
    `insert into dossier_rating (dossier_id, member_id, unit_id, procedure, number, stars, rated_on, changed_on)
     values (?, ?, ?, 'OFFICIAL_TRANSFER', 'x', 4, '2026-05-20', '2026-05-20')`,
    [idOf(7011), member.binh, unit.branch1],
  );
});
afterAll(() => subgraph.close());

const ask = async (field: string, actor: Actor | null) => {
  const { data, errors } = await subgraph.execute(`{ answer: ${field} }`, {}, actor);
  if (errors) return errors[0]?.extensions?.code;
  return data?.answer?.edges.map(({ node }: { node: object }) => node) ?? null;
};

const units = (given: string) =>
  `unitResults(${given}) { edges { node { unit { code } head { name title member { id } } reportsDue reportsOnTime ratings ratingAverage
     figures { members installRate onTimeRate } } } }`;
const members = (given: string) =>
  `memberResults(${given}) { edges { node { member { id } branch { code } exclusion hasAccount activeDays dossiersOpened dossiersOnline } } }`;

const strangersOf = (field: (given: string) => string) => {
  test('is closed to nobody, members, applicants, inspectors, administrators, delegates and support agents', async () => {
    expect(await ask(field('year: 2026'), null)).toBe('UNAUTHENTICATED');
    for (const actor of [
      people.an,
      people.applicant,
      people.inspector,
      people.admin,
      people.delegate,
      people.support,
    ])
      expect(await ask(field('year: 2026'), actor)).toBe('FORBIDDEN');
  });
  test('is null for a sibling, another ward, the unit above and a made-up one', async () => {
    const of = (unitId: string) => field(`year: 2026, unitId: "${unitId}"`);
    expect(await ask(of(unit.branch2), people.branch1)).toBeNull();
    expect(await ask(of(unit.estate), people.branch1)).toBeNull();
    expect(await ask(of(unit.ward), people.otherWard)).toBeNull();
    expect(await ask(of(randomUUID()), people.ward)).toBeNull();
  });
  test('knows no year that has not begun', async () => {
    expect(await ask(field('year: 2027'), people.ward)).toBe('BAD_USER_INPUT');
  });
};

describe('Query.unitResults', () => {
  strangersOf(units);
  test('gives each unit with its head, its figures, its reports and its ratings', async () => {
    const rows = await ask(units('year: 2026'), people.ward);
    expect(rows.map(({ unit: { code } }: { unit: { code: string } }) => code)).toEqual([
      '05.200',
      '05.200.044',
      '05.200.044.000.001',
      '05.200.044.000.002',
    ]);
    expect(rows[2]).toEqual({
      unit: { code: '05.200.044.000.001' },
      head: { name: 'Nguyễn Văn An', title: 'Bí thư chi bộ', member: { id: member.an } },
      reportsDue: 1,
      reportsOnTime: 1,
      ratings: 1,
      ratingAverage: 4,
      figures: { members: 2, installRate: 1, onTimeRate: 1 },
    });
    expect(rows[3]).toMatchObject({ head: null, reportsDue: 0, ratings: 0, ratingAverage: null });
  });
  test('of a page, with everything, is a handful of statements', async () => {
    const statements: string[] = [];
    const logger = subgraph.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    await ask(units('year: 2026, first: 100'), people.city);
    Object.assign(logger, { log, isEnabled });
    expect(statements.length).toBeLessThanOrEqual(12);
  });
});

describe('Query.memberResults', () => {
  strangersOf(members);
  test('gives each member with what they did, by branch and name', async () => {
    expect(await ask(members('year: 2026'), people.estate)).toEqual([
      {
        member: { id: member.an },
        branch: { code: '05.200.044.000.001' },
        exclusion: null,
        hasAccount: true,
        activeDays: 2,
        dossiersOpened: 2,
        dossiersOnline: 2,
      },
      {
        member: { id: member.binh },
        branch: { code: '05.200.044.000.001' },
        exclusion: null,
        hasAccount: true,
        activeDays: 0,
        dossiersOpened: 2,
        dossiersOnline: 0,
      },
      {
        member: { id: member.chi },
        branch: { code: '05.200.044.000.002' },
        exclusion: null,
        hasAccount: true,
        activeDays: 1,
        dossiersOpened: 1,
        dossiersOnline: 1,
      },
    ]);
    expect(await ask(members(`year: 2026, unitId: "${unit.sales}"`), people.city)).toMatchObject([
      { exclusion: 'EXCLUDED_FORCE' },
    ]);
  });
  test('of a year that is over tells of who has left since that they were there, not where they are now', async () => {
    const em = subgraph.em();
    const gone = member.dung;
    await em.execute('delete from membership where member_id = ?', [gone]);
    await em.execute(
      `insert into membership (id, member_id, unit_id, kind, valid_from, valid_to, cause, end_cause, name_key)
       values (uuidv7(), ?, ?, 'OFFICIAL', '2025-07-01', '2026-02-01', 'IMPORT', 'TRANSFER', 'dung'),
         (uuidv7(), ?, ?, 'OFFICIAL', '2026-02-01', null, 'TRANSFER', null, 'dung')`,
      [gone, unit.branch1, gone, unit.sales],
    );
    const field = `memberResults(year: 2025, unitId: "${unit.branch1}") { edges { node { branch { code } exclusion
      member { id branch { code } memberships { unit { code } } } } } }`;
    const rows = await ask(field, people.branch1);
    const row = rows.find(({ member: { id } }: { member: { id: string } }) => id === gone);
    expect(row).toEqual({
      branch: { code: '05.200.044.000.001' },
      exclusion: null,
      member: { id: gone, branch: null, memberships: null },
    });
  });
});

test('a year that runs is looked at today, one that is over on its last day', () => {
  expect(yearOf(2026, '2026-07-06')).toEqual({
    from: '2026-01-01',
    through: '2026-12-31',
    day: '2026-07-06',
  });
  expect(yearOf(2025, '2026-07-06')?.day).toBe('2025-12-31');
  expect(yearOf(1999, '2026-07-06')).toBeNull();
});
