import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { OfficersChanged } from '@dang/events/contracts/identity/officers-changed';
import { makeEnvelope } from '@dang/events/envelope';
import { testActor } from '@dang/service/testing';
import { chargeMonth } from '../src/charge/charge-month.ts';
import { confirmPayments } from '../src/ledger/confirm-payments.ts';
import { type LedgerAccount, postTransaction } from '../src/ledger/post.ts';
import { heard, openFees, units } from './fees-stage.ts';
import { handedOver, placeOrder } from './orders-stage.ts';

export type Fees = Awaited<ReturnType<typeof openFees>>;

const officer = (role: Role, unitId: string): Actor => testActor({ role, unitId });

/** Who declares, decides, pays, looks and strays around the retained dues of branch 1. */
export const people = {
  secretary: officer('BRANCH_SECRETARY', units.branch1),
  sibling: officer('BRANCH_SECRETARY', units.branch2),
  committee: officer('COMMITTEE_SECRETARY', units.committee),
  deputy: officer('COMMITTEE_DEPUTY_SECRETARY', units.committee),
  ward: officer('COMMITTEE_SECRETARY', units.ward),
  otherWard: officer('COMMITTEE_SECRETARY', units.otherWard),
  collector: officer('BRANCH_DELEGATE', units.branch1),
  finance: officer('FINANCE_OFFICER', units.province),
  otherFinance: officer('FINANCE_OFFICER', units.province),
  wardFinance: officer('FINANCE_OFFICER', units.otherWard),
  inspector: officer('INSPECTION_OFFICER', units.ward),
  admin: officer('ORG_ADMIN', units.ward),
  operator: officer('SYSTEM_ADMIN', units.province),
  analyst: officer('ANALYST', units.province),
  member: testActor(),
  neighbour: testActor(),
  applicant: testActor({ accountStatus: 'PENDING_BRANCH', memberId: null }),
} as const;

/** Who holds which office in a unit from now on. */
export function officersOf(unitId: string, officers: readonly Actor[], version = 1) {
  const held = officers.map(({ memberId, name, capacity }) => ({
    positionId: capacity?.positionId ?? randomUUID(),
    memberId: memberId ?? randomUUID(),
    name,
    role: capacity?.role ?? 'BRANCH_SECRETARY',
    title: capacity?.title ?? 'Bí thư chi bộ',
  }));
  return makeEnvelope(
    OfficersChanged,
    { aggregateId: unitId, data: { units: [{ unitId, version, officers: held }] } },
    { province: 't' },
  );
}

/** Fees with the people of branch 1 and their offices. */
export async function openPayouts(environment: Record<string, string> = {}): Promise<Fees> {
  const fees = await openFees(environment);
  const inBranch1 = [people.secretary, people.collector, people.member, people.neighbour];
  await fees.hear(
    ...inBranch1.flatMap(({ memberId }) => (memberId ? [heard.placed(memberId, units.branch1)] : [])),
    officersOf(units.branch1, [people.secretary]),
    officersOf(units.committee, [people.committee, people.deputy]),
  );
  return fees;
}

/** Runs a mutation; answers `{ <field>, refusal }`, or the code of a GraphQL error as a refusal. */
export async function run(
  fees: Pick<Fees, 'execute'>,
  name: string,
  actor: Actor | null,
  input: Record<string, unknown>,
  selected: string,
) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await fees.execute(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${selected} refusal { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  if (errors) return { refusal: { code: errors[0]?.extensions?.code ?? errors[0]?.message } };
  return data?.[name];
}

const accountFields = 'account { id version status accountMask accountNumber holder { id } number }';

/** A mutation on an account for retained dues. */
export const accountAct = (fees: Fees, name: string, actor: Actor | null, input: Record<string, unknown>) =>
  run(fees, name, actor, input, accountFields);

/** A bank account that nobody has. */
export const bank = { holderName: 'Chi bộ 1', bankCode: 'BIDV', accountNumber: '0990 1234 567' };

/** Declares an account for a unit. */
export const declare = (fees: Fees, actor: Actor | null, more: Record<string, unknown> = {}) =>
  accountAct(fees, 'declareBeneficiaryAccount', actor, { unitId: units.branch1, ...bank, ...more });

/** Does an act on an account at its present version. */
export async function onAccount(
  fees: Fees,
  name: string,
  actor: Actor | null,
  accountId: string,
  more: Record<string, unknown> = {},
) {
  const [row] = await fees
    .em()
    .execute<{ version: number }[]>('select version from beneficiary_account where id = ?', [accountId]);
  return accountAct(fees, name, actor, { accountId, expectedVersion: row?.version ?? 1, ...more });
}

/** An account of a unit in use: declared by the unit, approved by its superior. */
export async function approvedAccount(fees: Fees, unitId = units.branch1, by = people.committee) {
  const declared = await declare(fees, testActor({ role: 'BRANCH_SECRETARY', unitId }), { unitId });
  const approved = await onAccount(fees, 'approveBeneficiaryAccount', by, declared.account.id);
  if (approved.refusal) throw new Error(`not approved: ${approved.refusal.code}`);
  return approved.account as { id: string; version: number };
}

/** Dues that a unit retains arrive on the central account, or go back out of it when negative. */
export async function retain(
  fees: Fees,
  unitId: string,
  amount: bigint,
  account: LedgerAccount = 'UNIT_SHARE',
): Promise<void> {
  await fees.em().transactional((em) =>
    postTransaction(em, {
      kind: 'ADJUSTMENT',
      unitId,
      subjectId: randomUUID(),
      bookedOn: '2026-07-06',
      reason: 'một phép thử',
      entries: [
        { account: 'CENTRAL_BANK', amount },
        { account, unitId, amount: -amount },
      ],
    }),
  );
}

/** What stands on each account of the ledger for a unit, debit positive, without the empty ones. */
export async function ledgerOf(fees: Fees, unitId: string): Promise<Record<string, bigint>> {
  const rows = await fees
    .em()
    .execute<{ account: string; amount: string }[]>(
      `select account, sum(amount)::text as amount from ledger_entry where unit_id = ? group by account having sum(amount) <> 0`,
      [unitId],
    );
  return Object.fromEntries(rows.map(({ account, amount }) => [account, BigInt(amount)]));
}

/** The payouts of a unit, the first one first. */
export const payoutsOf = (fees: Fees, unitId: string) =>
  fees
    .em()
    .execute<
      { id: string; version: number; amount: string; status: string; hold: string | null; tries: number }[]
    >('select id, version, amount::text, status, hold, tries from payout where unit_id = ? order by id', [
      unitId,
    ]);

/** As if everything so far had happened a day earlier; in two steps, since two days of a unit must never meet. */
export async function nextDay(fees: Fees): Promise<void> {
  await fees.em().execute('update payout set made_on = made_on - 10000');
  await fees.em().execute('update payout set made_on = made_on + 9999');
}

/** A mutation on a payout at its present version. */
export async function onPayout(
  fees: Fees,
  name: string,
  actor: Actor | null,
  payoutId: string,
  more: Record<string, unknown> = {},
) {
  const [row] = await fees
    .em()
    .execute<{ version: number }[]>('select version from payout where id = ?', [payoutId]);
  const input = { payoutId, expectedVersion: row?.version ?? 1, ...more };
  return run(fees, name, actor, input, 'payout { id status holdReason version }');
}

/** Members of a branch, each with one announced month of 60,000 đồng. */
export async function owing(fees: Fees, count: number, branchId: string = units.branch1): Promise<string[]> {
  const members = Array.from({ length: count }, () => randomUUID());
  await fees.em().execute('truncate charge_run');
  for (const memberId of members)
    await fees.hear(heard.placed(memberId, branchId), heard.approved(memberId, branchId, '60000', '2026-07'));
  await chargeMonth(fees.em(), '2026-07', units.ward);
  for (const memberId of members) await fees.announceThrough(memberId, '2026-07');
  return members;
}

/** Dues of a member that the branch took in notes, recorded by one and confirmed by another. */
export async function paidInCash(fees: Fees, memberIds: readonly string[], branchId: string = units.branch1) {
  const order = await placeOrder(fees.em(), memberIds, { unitId: branchId, mode: 'CASH' });
  const [answer] = await confirmPayments(fees.em(), [handedOver(order)], '2026-07-06');
  if (answer?.outcome !== 'CONFIRMED') throw new Error(`cash was not confirmed: ${answer?.outcome}`);
  return order;
}

/** A mutation on remittances. */
export const remit = (fees: Fees, name: string, actor: Actor | null, input: Record<string, unknown>) =>
  run(fees, name, actor, input, 'remittance { id version number amount status }');

/** Where an account for payouts stands, and why. */
export async function accountState(fees: Fees, id: string) {
  const [row] = await fees
    .em()
    .execute<{ status: string; reason: string }[]>(
      'select status, reason from beneficiary_account where id = ?',
      [id],
    );
  return row;
}
