import { testActor } from '@dang/service/testing';
import { describe, expect, test } from '@jest/globals';
import { unit } from '../../test/orgtree-stage.ts';
import {
  guardsOf,
  isOverdue,
  openQuarters,
  quarterOf,
  quarterTitle,
  type ReportFacts,
  relationsTo,
} from './report.rules.ts';

describe('quarters', () => {
  test.each([
    ['2026-01-01', '2026-Q1', '2026-01-01', '2026-03-31', '2026-04-05'],
    ['2026-06-30', '2026-Q2', '2026-04-01', '2026-06-30', '2026-07-05'],
    ['2026-08-15', '2026-Q3', '2026-07-01', '2026-09-30', '2026-10-05'],
    ['2026-12-31', '2026-Q4', '2026-10-01', '2026-12-31', '2027-01-05'],
  ])('%s lies in %s, from %s through %s, due on %s', (day, quarter, from, through, dueOn) => {
    expect(quarterOf(day)).toEqual({ quarter, from, through, dueOn });
  });
  test('the last quarter stays open for five days', () => {
    expect(openQuarters('2026-07-05').map(({ quarter }) => quarter)).toEqual(['2026-Q2', '2026-Q3']);
    expect(openQuarters('2026-07-06').map(({ quarter }) => quarter)).toEqual(['2026-Q3']);
    expect(openQuarters('2027-01-02').map(({ quarter }) => quarter)).toEqual(['2026-Q4', '2027-Q1']);
  });
  test('are written with Roman numbers', () => {
    expect(quarterTitle(quarterOf('2026-05-05'))).toBe('Báo cáo quý II/2026');
    expect(quarterTitle(quarterOf('2026-11-05'))).toBe('Báo cáo quý IV/2026');
  });
});

const report: ReportFacts = {
  unitId: unit.branch1,
  superiorId: unit.estate,
  status: 'SUBMITTED',
  sums: false,
  through: '2026-06-30',
  submittedBy: null,
  parts: { total: 0, accepted: 0, aggregated: 0 },
};

describe('who is what to a report', () => {
  test.each([
    ['BRANCH_SECRETARY', unit.branch1, true, ['WRITER', 'READER']],
    ['BRANCH_SECRETARY', unit.branch2, false, []],
    ['COMMITTEE_SECRETARY', unit.estate, true, ['DECIDER', 'READER']],
    ['OFFICE_STAFF', unit.ward, true, ['READER']],
    ['INSPECTION_OFFICER', unit.ward, true, ['READER']],
    ['BRANCH_DELEGATE', unit.branch1, true, []],
    ['SUPPORT_AGENT', unit.ward, true, []],
    ['ORG_ADMIN', unit.ward, true, []],
  ] as const)('%s of %s', (role, unitId, isInScope, relations) => {
    expect([...relationsTo(report, testActor({ role, unitId }), isInScope)]).toEqual(relations);
  });
  test('nobody accepts what they submitted themselves', () => {
    const actor = testActor();
    expect(guardsOf({ ...report, submittedBy: actor.accountId }, actor, '2026-07-06').notOwnCase).toBe(
      'OWN_CASE',
    );
  });
  test('a committee submits when it has added something up, a branch when the quarter is over', () => {
    const actor = testActor();
    const sums = { ...report, sums: true, parts: { total: 3, accepted: 1, aggregated: 0 } };
    expect(guardsOf(sums, actor, '2026-07-06').figuresReady).toBe('REPORT_NOT_AGGREGATED');
    expect(
      guardsOf({ ...sums, parts: { ...sums.parts, aggregated: 1 } }, actor, '2026-07-06').figuresReady,
    ).toBe(true);
    expect(guardsOf(report, actor, '2026-06-29').periodOver).toBe('REPORT_PERIOD_RUNS');
    expect(guardsOf(report, actor, '2026-06-30').periodOver).toBe(true);
  });
  test('a report is late from the day after its due day, until it is submitted', () => {
    expect(isOverdue({ status: 'DRAFT', dueOn: '2026-07-05' }, '2026-07-05')).toBe(false);
    expect(isOverdue({ status: 'RETURNED', dueOn: '2026-07-05' }, '2026-07-06')).toBe(true);
    expect(isOverdue({ status: 'SUBMITTED', dueOn: '2026-07-05' }, '2026-07-06')).toBe(false);
  });
});
