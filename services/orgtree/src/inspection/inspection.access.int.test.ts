import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { officersTold, told } from '../../test/figures-stage.ts';
import { member, unit } from '../../test/orgtree-stage.ts';
import { openReporting, people, type Subgraph } from '../../test/report-stage.ts';
import { openTicket } from '../../test/ticket-stage.ts';

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await openReporting('2026-07-06');
  await subgraph.em().execute(`update report set due_on = '2026-07-05' where unit_id = ?`, [unit.branch1]);
  await openTicket(subgraph, people.binh);
  await subgraph.deliver(
    told(60, { memberId: member.binh, openedOn: '2026-05-01', dueOn: '2026-06-01', unitId: unit.branch1 }),
    told(61, {
      from: 'identity',
      procedure: 'ACCOUNT',
      state: 'PENDING_BRANCH',
      openedOn: '2026-07-01',
      unitId: unit.branch2,
    }),
    told(62, {
      from: 'identity',
      procedure: 'ACCOUNT',
      state: 'REJECTED',
      openedOn: '2026-07-01',
      unitId: unit.branch2,
    }),
    officersTold(unit.branch1, [
      { memberId: member.an, name: 'Nguyễn Văn An', role: 'BRANCH_SECRETARY', title: 'Bí thư chi bộ' },
    ]),
    officersTold(unit.ward, [
      { memberId: member.chi, name: 'Âu Thị Chi', role: 'OFFICE_STAFF', title: 'Chuyên viên' },
    ]),
  );
});
afterAll(() => subgraph.close());

const look = async (actor: Actor | null, theme = 'OVERDUE_DOSSIERS', unitId?: string) => {
  const { data, errors } = await subgraph.execute(
    `query ($unitId: UUID) { inspection(unitId: $unitId, theme: ${theme}) {
      edges { node { number procedure state since days unit { code } } } } }`,
    { unitId },
    actor,
  );
  return errors
    ? errors[0]?.extensions?.code
    : (data?.inspection?.edges.map(({ node }: { node: object }) => node) ?? null);
};
const traces = async () =>
  (await subgraph.em().execute(`select 1 from audit_entry where action = 'inspection'`)).length;

describe('Query.inspection', () => {
  test('is closed to nobody, members, applicants and every officer who does not inspect', async () => {
    expect(await look(null)).toBe('UNAUTHENTICATED');
    for (const actor of [
      people.an,
      people.applicant,
      people.branch1,
      people.estate,
      people.ward,
      people.admin,
      people.support,
    ])
      expect(await look(actor)).toBe('FORBIDDEN');
  });
  test('is null outside the scope, and leaves no trace there', async () => {
    for (const unitId of [unit.city, unit.otherWard, randomUUID()])
      expect(await look(people.inspector, 'LATE_REPORTS', unitId)).toBeNull();
    expect(await traces()).toBe(0);
  });
  test('finds late dossiers at the unit that must act, wherever their member belongs', async () => {
    // An's dossier 10 is late, too, and lies with the other ward
    expect(await look(people.inspector)).toEqual([
      {
        number: '05.200-60',
        procedure: 'OFFICIAL_TRANSFER',
        state: 'SUBMITTED',
        since: '2026-06-01',
        days: 35,
        unit: { code: '05.200.044.000.001' },
      },
    ]);
  });
  test('finds reports that are late, accounts and tickets that wait', async () => {
    expect(await look(people.inspector, 'LATE_REPORTS')).toMatchObject([
      { state: 'DRAFT', since: '2026-07-05', days: 1 },
    ]);
    expect(await look(people.inspector, 'WAITING_ACCOUNTS')).toMatchObject([
      { state: 'PENDING_BRANCH', since: '2026-07-01' },
    ]);
    expect(await look(people.inspector, 'OPEN_TICKETS')).toMatchObject([
      { state: 'OPEN', procedure: 'SUPPORT_TICKET' },
    ]);
  });
  test('finds units without a secretary', async () => {
    const vacant = await look(people.inspector, 'VACANT_SECRETARIES');
    expect(vacant.map(({ unit: { code } }: { unit: { code: string } }) => code).sort()).toEqual([
      '05.200',
      '05.200.044',
      '05.200.044.000.002',
    ]);
  });
  test('leaves a trace of every look', async () => {
    const before = await traces();
    await look(people.inspector, 'LATE_REPORTS');
    const [trace] = await subgraph
      .em()
      .execute(
        `select action, unit_id, after, actor_role from audit_entry where action = 'inspection' order by at desc limit 1`,
      );
    expect(await traces()).toBe(before + 1);
    expect(trace).toEqual({
      action: 'inspection',
      unit_id: unit.ward,
      after: { theme: 'LATE_REPORTS' },
      actor_role: 'INSPECTION_OFFICER',
    });
  });
});
