import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { makeClock } from '@dang/service/clock';
import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { definition } from '../src/definition.ts';
import { loadDemoData } from '../src/demo-data.ts';
import { secondQuarter } from './figures-stage.ts';
import { idOf, member, smallTree, unit } from './orgtree-stage.ts';

export type Subgraph = Awaited<ReturnType<typeof openSubgraph>>;

/** The small tree with its second quarter, on a day on which the reports of that quarter are open. */
export async function openReporting(today = '2026-07-03'): Promise<Subgraph> {
  const options = { databaseUrl: await testDatabase('orgtree'), clock: makeClock(today) };
  const subgraph = await openSubgraph(definition, options);
  await loadDemoData(subgraph.em(), smallTree);
  await subgraph.deliver(...secondQuarter);
  await subgraph.runJob('open-reports');
  return subgraph;
}

const officer = (number: number, role: Role, unitId: string): Actor =>
  testActor({ accountId: idOf(6000 + number), memberId: idOf(6100 + number), role, unitId });

/** Who writes, decides, looks and strays. */
export const people = {
  branch1: officer(1, 'BRANCH_SECRETARY', unit.branch1),
  branch2: officer(2, 'BRANCH_DEPUTY_SECRETARY', unit.branch2),
  estate: officer(3, 'COMMITTEE_SECRETARY', unit.estate),
  ward: officer(4, 'OFFICE_STAFF', unit.ward),
  city: officer(5, 'OFFICE_STAFF', unit.city),
  otherWard: officer(6, 'OFFICE_STAFF', unit.otherWard),
  inspector: officer(7, 'INSPECTION_OFFICER', unit.ward),
  admin: officer(8, 'ORG_ADMIN', unit.city),
  support: officer(9, 'SUPPORT_AGENT', unit.ward),
  delegate: officer(10, 'BRANCH_DELEGATE', unit.branch1),
  an: testActor({ accountId: idOf(6011), memberId: member.an }),
  binh: testActor({ accountId: idOf(6012), memberId: member.binh }),
  applicant: testActor({ accountId: idOf(6013), accountStatus: 'DRAFT', memberId: null }),
} as const;

const selected =
  'id version status overdue figures { members accounts duesDue duesPaid } partsTotal partsAggregated';

/** The report of a unit on a quarter, as plain row. */
export async function reportOf(
  subgraph: Subgraph,
  unitId: string,
  quarter = '2026-Q2',
): Promise<{ id: string; version: number; status: string; number: string }> {
  const [row] = await subgraph
    .em()
    .execute<{ id: string; version: number; status: string; number: string }[]>(
      `select report.id, report.version, report.status, report.number from report join report_request request on request.id = request_id
       where report.unit_id = ? and quarter = ?`,
      [unitId, quarter],
    );
  if (!row) throw new Error(`there is no report of ${unitId} on ${quarter}`);
  return row;
}

/** Runs a mutation on reports; answers `{ report, refusal }`, or the code of a GraphQL error as a refusal. */
export async function report(
  subgraph: Subgraph,
  name: string,
  actor: Actor | null,
  input: Record<string, unknown>,
) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await subgraph.execute(
    `mutation ($input: ${type}!) { ${name}(input: $input) { report { ${selected} } refusal { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  if (errors) return { report: null, refusal: { code: errors[0]?.extensions?.code } };
  return data?.[name];
}

/** Does an act on the report of a unit, at its present version. */
export async function actOn(
  subgraph: Subgraph,
  name: string,
  actor: Actor | null,
  unitId: string,
  more: Record<string, unknown> = {},
) {
  const { id, version } = await reportOf(subgraph, unitId);
  return report(subgraph, name, actor, { reportId: id, expectedVersion: version, ...more });
}
