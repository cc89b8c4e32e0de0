import { contractBreaches } from '@dang/events/contract';
import { ReportAccepted } from '@dang/events/contracts/orgtree/report-accepted';
import { ReportReturned } from '@dang/events/contracts/orgtree/report-returned';
import { ReportSubmitted } from '@dang/events/contracts/orgtree/report-submitted';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { account, duesTold } from '../../test/figures-stage.ts';
import { member, unit } from '../../test/orgtree-stage.ts';
import { actOn, openReporting, people, report, reportOf, type Subgraph } from '../../test/report-stage.ts';

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await openReporting();
});
afterAll(() => subgraph.close());

const events = async () =>
  (await subgraph.drainOutbox()).map(({ type, data }) => ({ name: type.split('.').at(-2), data }));

describe('the job that opens reports', () => {
  test('opened the last quarter and the running one for every unit of the province, above the Centre none', async () => {
    const opened = (await events()).filter(({ name }) => name === DossierStateChanged.name);
    expect(opened).toHaveLength(2 * 8);
    for (const { data } of opened) expect(contractBreaches(DossierStateChanged, data)).toEqual([]);
    expect((await reportOf(subgraph, unit.branch1)).number).toMatch(
      /^05\.200\.044\.000\.001-REPORT-260703-000\d$/,
    );
  });
  test('run again it opens nothing', async () => {
    await subgraph.runJob('open-reports');
    expect(await events()).toEqual([]);
  });
});

const seen = async (unitId: string, actor = people.ward) => {
  const { data } = await subgraph.execute(
    `query ($id: UUID!) { quarterlyReport(id: $id) {
      quarter title from through dueOn overdue status difficulties recommendations returnReason submittedOn sums
      unit { code } superior { code }
      figures {
        branches members excluded accounts installRate activeMembers usageRate dossiersOpened onlineRate dossiersClosed
        closedOnTime onTimeRate dossiersLate duesDue duesPaid duesRate unpaidCharges
        dossiers { procedure state channel count }
      }
      availableActions { action allowed code }
      history { action label fromState toState byTitle unitName reason }
      parts { edges { node { unit { code } status } } }
    } }`,
    { id: (await reportOf(subgraph, unitId)).id },
    actor,
  );
  return data?.quarterlyReport;
};

const branch1Figures = {
  branches: 1,
  members: 2,
  excluded: 0,
  accounts: 1,
  installRate: 0.5,
  activeMembers: 1,
  usageRate: 0.5,
  dossiersOpened: 3,
  onlineRate: 0.6667,
  dossiersClosed: 2,
  closedOnTime: 2,
  onTimeRate: 1,
  dossiersLate: 1,
  duesDue: 300_000,
  duesPaid: 160_000,
  duesRate: 0.5333,
  unpaidCharges: 3,
};

describe('a branch reports (domain 10.5)', () => {
  test('the draft shows the figures of the quarter as the data says now', async () => {
    const draft = await seen(unit.branch1, people.branch1);
    expect(draft).toMatchObject({
      quarter: '2026-Q2',
      title: 'Báo cáo quý II/2026',
      from: '2026-04-01',
      through: '2026-06-30',
      dueOn: '2026-07-05',
      overdue: false,
      status: 'DRAFT',
      sums: false,
      unit: { code: '05.200.044.000.001' },
      superior: { code: '05.200.044' },
      figures: branch1Figures,
    });
    expect(draft.availableActions.filter(({ allowed }: { allowed: boolean }) => allowed)).toEqual([
      { action: 'SAVE', allowed: true, code: null },
      { action: 'SUBMIT', allowed: true, code: null },
    ]);
  });

  test('what is typed is kept, and sent with figures that stay as they were', async () => {
    const texts = { difficulties: ' Mạng yếu tại thôn 3 ', recommendations: '' };
    expect(
      (await actOn(subgraph, 'saveReportDraft', people.branch1, unit.branch1, texts)).refusal,
    ).toBeNull();
    expect(await actOn(subgraph, 'submitReport', people.branch1, unit.branch1)).toMatchObject({
      report: { status: 'SUBMITTED' },
      refusal: null,
    });
    await subgraph.deliver(
      account(21, member.binh, '2026-06-01'),
      duesTold([
        {
          branchId: unit.branch1,
          month: '2026-06',
          due: '100000',
          paid: '100000',
          members: 2,
          payers: 2,
          version: 2,
        },
      ]),
    );
    expect(await seen(unit.branch1)).toMatchObject({
      difficulties: 'Mạng yếu tại thôn 3',
      recommendations: null,
      submittedOn: '2026-07-03',
      figures: branch1Figures,
    });
  });

  test('returned with a reason it is a draft again, with the figures of now', async () => {
    const returned = await actOn(subgraph, 'returnReport', people.estate, unit.branch1, {
      reason: 'Bổ sung kiến nghị',
    });
    expect(returned).toMatchObject({ report: { status: 'RETURNED' }, refusal: null });
    expect(await seen(unit.branch1)).toMatchObject({
      returnReason: 'Bổ sung kiến nghị',
      figures: { accounts: 2, installRate: 1, duesPaid: 260_000, unpaidCharges: 1 },
    });
    await actOn(subgraph, 'submitReport', people.branch1, unit.branch1);
    expect(await seen(unit.branch1)).toMatchObject({ status: 'SUBMITTED', returnReason: null });
  });

  test('the history says who did what, in which capacity, for which unit, and why', async () => {
    const { history } = await seen(unit.branch1);
    expect(history.map(({ action }: { action: string }) => action)).toEqual([
      'OPEN',
      'SAVE',
      'SUBMIT',
      'RETURN',
      'SUBMIT',
    ]);
    expect(history[3]).toEqual({
      action: 'RETURN',
      label: 'Trả lại',
      fromState: 'SUBMITTED',
      toState: 'RETURNED',
      byTitle: 'COMMITTEE_SECRETARY',
      unitName: 'Khu dân cư Việt Hưng',
      reason: 'Bổ sung kiến nghị',
    });
  });

  test('the facts travel, and keep their contracts', async () => {
    const told = await events();
    const facts = [ReportSubmitted, ReportReturned, ReportAccepted].map((contract) => ({
      name: contract.name,
      found: told.filter(({ name }) => name === contract.name),
      breaches: told
        .filter(({ name }) => name === contract.name)
        .flatMap(({ data }) => contractBreaches(contract as typeof ReportReturned, data)),
    }));
    expect(facts.map(({ name, found, breaches }) => [name, found.length, breaches])).toEqual([
      ['ReportSubmitted', 2, []],
      ['ReportReturned', 1, []],
      ['ReportAccepted', 0, []],
    ]);
    expect(told.filter(({ name }) => name === DossierStateChanged.name).at(-1)?.data).toMatchObject({
      procedure: 'QUARTERLY_REPORT',
      state: 'SUBMITTED',
      unitId: unit.estate,
      closedOn: null,
      dueOn: '2026-07-05',
    });
  });
});

describe('reports are added up, level by level', () => {
  test('a committee cannot send what it has not added up, nor add up what it has not accepted', async () => {
    expect(await actOn(subgraph, 'submitReport', people.estate, unit.estate)).toMatchObject({
      refusal: { code: 'REPORT_NOT_AGGREGATED' },
    });
    expect(await actOn(subgraph, 'aggregateReports', people.estate, unit.estate)).toMatchObject({
      refusal: { code: 'NO_ACCEPTED_REPORT' },
    });
  });

  test('the committee has the sums of its two branches', async () => {
    await actOn(subgraph, 'submitReport', people.branch2, unit.branch2);
    await actOn(subgraph, 'acceptReport', people.estate, unit.branch1);
    const one = await actOn(subgraph, 'aggregateReports', people.estate, unit.estate);
    expect(one.report).toMatchObject({ partsTotal: 2, partsAggregated: 1, figures: { members: 2 } });
    await actOn(subgraph, 'acceptReport', people.estate, unit.branch2);
    await actOn(subgraph, 'aggregateReports', people.estate, unit.estate);
    const sum = await seen(unit.estate);
    expect(sum).toMatchObject({
      status: 'DRAFT',
      sums: true,
      figures: {
        branches: 2,
        members: 3,
        accounts: 3,
        activeMembers: 2,
        usageRate: 0.6667,
        dossiersClosed: 3,
        closedOnTime: 2,
        onTimeRate: 0.6667,
        duesDue: 340_000,
        duesPaid: 300_000,
        duesRate: 0.8824,
        unpaidCharges: 1,
      },
    });
    expect(sum.parts.edges.map(({ node }: { node: object }) => node)).toEqual([
      { unit: { code: '05.200.044.000.001' }, status: 'AGGREGATED' },
      { unit: { code: '05.200.044.000.002' }, status: 'AGGREGATED' },
    ]);
  });

  test('up to the ward and the city, where nobody stands above', async () => {
    await actOn(subgraph, 'submitReport', people.estate, unit.estate);
    await actOn(subgraph, 'acceptReport', people.ward, unit.estate);
    await actOn(subgraph, 'aggregateReports', people.ward, unit.ward);
    await actOn(subgraph, 'submitReport', people.ward, unit.ward);
    await actOn(subgraph, 'acceptReport', people.city, unit.ward);
    await actOn(subgraph, 'aggregateReports', people.city, unit.city);
    expect((await seen(unit.city, people.city)).figures).toMatchObject({ members: 3, duesDue: 340_000 });
    expect(await actOn(subgraph, 'submitReport', people.city, unit.city)).toMatchObject({
      report: { status: 'ACCEPTED' },
    });
    const mine = await seen(unit.ward, people.city);
    expect(mine).toMatchObject({ status: 'AGGREGATED', superior: { code: '05' } });
  });
});

describe('a superior asks about other days', () => {
  const asked = {
    title: 'Báo cáo đột xuất tháng 5',
    from: '2026-05-01',
    through: '2026-05-31',
    dueOn: '2026-07-10',
  };

  test('every unit below reports on just these days, and the superior adds up', async () => {
    const { report: own } = await report(subgraph, 'requestReports', people.ward, asked);
    expect(own).toMatchObject({ status: 'DRAFT', partsTotal: 1 });
    const [branch] = await subgraph.em().execute<{ id: string; version: number }[]>(
      `select report.id, version from report join report_request request on request.id = request_id
         where quarter is null and report.unit_id = ?`,
      [unit.branch1],
    );
    const sent = await report(subgraph, 'submitReport', people.branch1, {
      reportId: branch?.id,
      expectedVersion: branch?.version,
    });
    expect(sent.report.figures).toMatchObject({ members: 2, duesDue: 100_000, duesPaid: 60_000 });
    const outside = await subgraph
      .em()
      .execute(
        `select 1 from report where unit_id = ? and request_id = (select id from report_request where quarter is null)`,
        [unit.sales],
      );
    expect(outside).toEqual([]);
  });
  test.each([
    ['title', { title: ' ' }],
    ['through', { through: '2026-04-30' }],
    ['through', { from: '2025-05-30' }],
    ['dueOn', { dueOn: '2026-07-02' }],
  ])('a faulty %s is refused', async (field, fault) => {
    const { refusal } = await report(subgraph, 'requestReports', people.ward, { ...asked, ...fault });
    expect(refusal).toEqual({ code: 'INVALID_INPUT', field });
  });
});
