import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { bringScan } from '@dang/documents/testing-scan';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { OfficersChanged } from '@dang/events/contracts/identity/officers-changed';
import { type Envelope, makeEnvelope } from '@dang/events/envelope';
import { testActor } from '@dang/service/testing';
import { doors } from '../src/doors/doors.ts';
import { heard, openFees, units } from './fees-stage.ts';

export type Fees = Awaited<ReturnType<typeof openFees>>;

const officer = (role: Role, unitId: string, title: string): Actor => testActor({ role, unitId, title });

/** Who decides, reads and strays. Everybody is a member of the branch they lead, or of branch 1. */
export const people = {
  secretary: officer('BRANCH_SECRETARY', units.branch1, 'Bí thư chi bộ'),
  sibling: officer('BRANCH_SECRETARY', units.branch2, 'Bí thư chi bộ'),
  committee: officer('COMMITTEE_SECRETARY', units.committee, 'Bí thư đảng ủy'),
  otherCommittee: officer('COMMITTEE_SECRETARY', units.otherCommittee, 'Bí thư đảng ủy'),
  ward: officer('COMMITTEE_SECRETARY', units.ward, 'Bí thư đảng ủy phường'),
  delegate: officer('BRANCH_DELEGATE', units.branch1, 'Đảng viên được giao thu đảng phí'),
  inspector: officer('INSPECTION_OFFICER', units.ward, 'Cán bộ kiểm tra'),
  admin: officer('SYSTEM_ADMIN', units.province, 'Quản trị hệ thống'),
  wardAdmin: officer('SYSTEM_ADMIN', units.ward, 'Quản trị hệ thống'),
} as const;

/** The same person for themselves, in no office. */
export const plain = (actor: Actor): Actor => ({ ...actor, capacity: null });

/** The same person, signed in too long ago to approve. */
export const stale = (actor: Actor): Actor => ({ ...actor, signedInAt: new Date(Date.now() - 11 * 60_000) });

const told = (contract: Parameters<typeof makeEnvelope>[0], aggregateId: string, data: unknown): Envelope =>
  makeEnvelope(contract, { aggregateId, data }, { province: 't' });

/** A member as identity tells of them. */
export const recorded = (
  memberId: string,
  given: Partial<(typeof MemberRecorded)['example']['members'][number]> = {},
  version = 1,
): Envelope =>
  told(MemberRecorded, memberId, {
    members: [{ ...MemberRecorded.example.members[0], id: memberId, version, branchId: null, ...given }],
  });

/** Who leads a unit, as identity tells of it. */
export const led = (unitId: string, leaders: readonly Actor[], version = 1): Envelope =>
  told(OfficersChanged, unitId, {
    units: [
      {
        unitId,
        version,
        officers: leaders.map(({ memberId, name, capacity }) => ({
          positionId: capacity?.positionId,
          memberId,
          name,
          role: capacity?.role,
          title: capacity?.title,
        })),
      },
    ],
  });

/** Fees with the officers in office, each with a placement, none with dues yet. */
export async function openRates(): Promise<Fees> {
  const fees = await openFees();
  const { secretary, sibling, committee, otherCommittee } = people;
  const branches: [Actor, string][] = [
    [secretary, units.branch1],
    [sibling, units.branch2],
    [committee, units.branch1],
    [otherCommittee, units.branch21],
  ];
  for (const [{ memberId }, branch] of branches)
    await fees.hear(recorded(memberId ?? '', {}), heard.placed(memberId ?? '', branch));
  await fees.hear(
    led(units.branch1, [secretary]),
    led(units.branch2, [sibling]),
    led(units.committee, [committee]),
    led(units.otherCommittee, [otherCommittee]),
  );
  return fees;
}

/** A member of a branch whose registration was approved with these dues from a month on; null: without any. */
export async function join(
  fees: Fees,
  branchId: string = units.branch1,
  dues: string | null = '60000',
  from = '2026-05',
): Promise<Actor & { memberId: string }> {
  const memberId = randomUUID();
  await fees.hear(recorded(memberId), heard.placed(memberId, branchId));
  await fees.hear(heard.approved(memberId, branchId, dues, from));
  return { ...testActor({ memberId }), memberId };
}

/** Runs a mutation; answers its result, or the code of a GraphQL error as a refusal. */
export async function act(
  fees: Fees,
  name: string,
  actor: Actor | null,
  input: Record<string, unknown>,
  selected: string,
) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await fees.execute(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${selected} refusal { code field message } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  return errors ? { refusal: { code: errors[0]?.extensions?.code } } : data?.[name];
}

const rateFields = `duesRate { id version number status category monthlyAmount voluntaryAmount proposedAmount explanation difference
  differsNotably from through approverUnit { id } decidedByName decisionReason }`;

/** Declares what to pay a month; without more it is what the rule prescribes of T1. */
export const declare = (fees: Fees, actor: Actor | null, more: Record<string, unknown> = {}) =>
  act(
    fees,
    'declareDuesRate',
    actor,
    { category: 'SI_COMPULSORY', base: 11_653_200, amount: 116_532, fromMonth: '2026-07', ...more },
    rateFields,
  );

/** Decides on a declared rate, as it was read. */
export const decideRate = (
  fees: Fees,
  what: 'approve' | 'reject' | 'withdraw',
  actor: Actor | null,
  { id, version }: { id: string; version: number },
  more: Record<string, unknown> = {},
) => act(fees, `${what}DuesRate`, actor, { duesRateId: id, expectedVersion: version, ...more }, rateFields);

/** Declares and approves. */
export async function approvedRate(
  fees: Fees,
  member: Actor,
  more: Record<string, unknown> = {},
  by = people.secretary,
) {
  const declared = await declare(fees, member, more);
  if (declared.refusal) throw new Error(declared.refusal.code);
  const approved = await decideRate(fees, 'approve', by, declared.duesRate, { reason: 'đúng thực tế' });
  if (approved.refusal) throw new Error(approved.refusal.code);
  return approved.duesRate;
}

/** What is charged beside the dues: `2026-05 ARREARS_ADJUSTMENT 56532 ANNOUNCED`, oldest first. */
export async function extras(fees: Fees, memberId: string): Promise<string[]> {
  const rows = await fees.em().execute<{ line: string }[]>(
    `select concat_ws(' ', to_char(period, 'YYYY-MM'), origin, amount, status) as line from extra_charge
       where member_id = ? order by period, origin, seq`,
    [memberId],
  );
  return rows.map(({ line }) => line);
}

/** What is left of each credit of the member, in đồng. */
export async function credits(fees: Fees, memberId: string): Promise<string[]> {
  const rows = await fees
    .em()
    .execute<{ remaining: string }[]>('select remaining from dues_credit where member_id = ? order by id', [
      memberId,
    ]);
  return rows.map(({ remaining }) => remaining);
}

/** What has changed of charges, and why: `2026-05 RATE 60000 116532`. */
export async function changes(fees: Fees, memberId: string): Promise<string[]> {
  const rows = await fees.em().execute<{ line: string }[]>(
    `select concat_ws(' ', to_char(period, 'YYYY-MM'), kind, amount_before, amount_after) as line from charge_change
       where member_id = ? order by period, made_at, id`,
    [memberId],
  );
  return rows.map(({ line }) => line);
}

const waiverFields = `waiver { id version number status kind ground from through deferredUntil approverUnit { id } channel
  decidedByTitle decisionReason endedOn history { action } availableActions { action allowed code } }`;

/** Asks for a waiver; without more a reduction of 50 % for three months. */
export const ask = (fees: Fees, actor: Actor | null, more: Record<string, unknown> = {}) =>
  act(
    fees,
    'requestWaiver',
    actor,
    {
      kind: 'REDUCE_50',
      ground: 'HARDSHIP',
      fromMonth: '2026-07',
      throughMonth: '2026-09',
      requestReference: 'Đơn ngày 01/07/2026',
      reason: 'Mất việc làm',
      ...more,
    },
    waiverFields,
  );

/** Acts on a waiver, as it was read. */
export const decideWaiver = (
  fees: Fees,
  what: 'approve' | 'reject' | 'withdraw' | 'end',
  actor: Actor | null,
  { id, version }: { id: string; version: number },
  more: Record<string, unknown> = {},
) => act(fees, `${what}Waiver`, actor, { waiverId: id, expectedVersion: version, ...more }, waiverFields);

/** Asks and grants. */
export async function granted(
  fees: Fees,
  member: Actor,
  more: Record<string, unknown> = {},
  by: Actor = people.committee,
) {
  const asked = await ask(fees, member, more);
  if (asked.refusal) throw new Error(asked.refusal.code);
  const approved = await decideWaiver(fees, 'approve', by, asked.waiver);
  if (approved.refusal) throw new Error(approved.refusal.code);
  return approved.waiver;
}

/** Enters a waiver from paper for a member, with a scan that is brought first unless others are given. */
export async function enter(
  fees: Fees,
  actor: Actor | null,
  memberId: string,
  more: Record<string, unknown> = {},
) {
  const scan = () => actor && bringScan(fees, { doors, mutation: 'prepareDuesUpload', actor });
  return act(
    fees,
    'enterWaiver',
    actor,
    {
      memberId,
      kind: 'REDUCE_30',
      ground: 'HARDSHIP',
      fromMonth: '2026-07',
      throughMonth: '2026-12',
      requestReference: 'Đơn giấy số 5',
      reason: 'Ốm đau dài ngày',
      scanIds: more.scanIds ?? [(await scan()) ?? randomUUID()],
      ...more,
    },
    waiverFields,
  );
}

/** How many statements this work sends to the database. */
export async function statementsOf(fees: Fees, work: () => Promise<unknown>): Promise<number> {
  const connection = fees.orm.em.getConnection();
  const execute = connection.execute.bind(connection);
  let seen = 0;
  connection.execute = ((...args: Parameters<typeof execute>) => {
    seen += 1;
    return execute(...args);
  }) as typeof connection.execute;
  try {
    await work();
  } finally {
    connection.execute = execute;
  }
  return seen;
}

/** The rates of the member: `APPROVED 60000 2026-05..`, by their first month. */
export async function rateLines(fees: Fees, memberId: string): Promise<string[]> {
  const rows = await fees.em().execute<{ line: string }[]>(
    `select concat_ws(' ', status, monthly_amount, to_char(from_period, 'YYYY-MM') || '..', to_char(to_period, 'YYYY-MM')) as line
       from dues_rate where member_id = ? order by from_period, id`,
    [memberId],
  );
  return rows.map(({ line }) => line);
}
