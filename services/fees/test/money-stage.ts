import { randomBytes, randomUUID } from 'node:crypto';
import { splitByLargestRemainder } from '@dang/vietnam/dong';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { openFees, units } from './fees-stage.ts';

/** Hand-made money: rows as they stand after a payment, a refund, a remittance or a payout, with numbers one can add up by hand. */

const codes: Record<string, string> = {
  [units.province]: '05',
  [units.ward]: '05.200',
  [units.otherWard]: '05.201',
  [units.committee]: '05.200.044',
  [units.otherCommittee]: '05.201.021',
  [units.branch1]: '05.200.044.000.001',
  [units.branch2]: '05.200.044.000.002',
  [units.branch21]: '05.201.021.000.021',
  [units.branch22]: '05.201.021.000.022',
};

/** The levels of the small tree as the division and the reports know them. */
const levels: [string, string, string][] = [
  [units.province, 'PROVINCE', 'OTHER'],
  [units.ward, 'SUPERIOR', 'COMMUNE'],
  [units.otherWard, 'SUPERIOR', 'COMMUNE'],
  [units.committee, 'GRASSROOTS_COMMITTEE', 'RESIDENTIAL'],
  [units.otherCommittee, 'GRASSROOTS_COMMITTEE', 'ENTERPRISE'],
];

/** Fees on 6 July 2026 with a tree of real levels; `environment` says what is elsewhere. */
export async function openMoney(environment: Record<string, string> = {}) {
  const fees = await openFees(environment);
  for (const [id, type, kind] of levels)
    await fees.em().execute('update unit_copy set type = ?, kind = ? where id = ?', [type, kind, id]);
  for (const [id, code] of Object.entries(codes))
    await fees.em().execute('update unit_copy set code = ? where id = ?', [code, id]);
  return fees;
}

const chains: Record<string, readonly string[]> = {
  [units.branch1]: [units.branch1, units.committee, units.ward, units.province],
  [units.branch2]: [units.branch2, units.committee, units.ward, units.province],
  [units.branch21]: [units.branch21, units.otherCommittee, units.otherWard, units.province],
};
const shares = [7_000, 1_500, 750, 750].map((bps) => ({ bps }));
const array = (values: readonly unknown[]): string => `{${values.join(',')}}`;

export type ChargeGiven = {
  member: string;
  branch?: string;
  period: string;
  amount?: bigint;
  status?: string;
};

/** A charge of a month, of 60,000 đồng to branch 1 unless said otherwise. */
export async function givenCharge(
  em: SqlEntityManager,
  { member, branch = units.branch1, period, amount = 60_000n, status = 'ANNOUNCED' }: ChargeGiven,
): Promise<void> {
  await em.execute(
    `insert into dues_charge (period, member_id, branch_id, amount, paid, status) values (?::date, ?, ?, ?, ?, ?)`,
    [`${period}-01`, member, branch, amount, status === 'PAID' ? amount : 0n, status],
  );
}

/** The copy of a member with a name. */
export async function givenMember(em: SqlEntityManager, id: string, name: string): Promise<void> {
  await em.execute(
    `insert into member_copy (id, version, full_name, gender, date_of_birth, status, force_category, under_inspection,
       legacy_card_number, residence_contact_mode)
     values (?, 1, ?, 'MALE', '1980-01-01', 'ACTIVE', 'NONE', false, '12345678', 'NORMAL')`,
    [id, name],
  );
}

type Entry = [account: string, unitId: string | null, amount: bigint];

/** A transaction of the ledger with these entries. */
async function post(
  em: SqlEntityManager,
  given: { kind: string; unitId: string; subjectId: string; on: string; entries: Entry[] },
): Promise<string> {
  const id = randomUUID();
  await em.execute(
    'insert into ledger_transaction (id, kind, booked_on, unit_id, subject_id, content_hash) values (?, ?, ?::date, ?, ?, ?)',
    [id, given.kind, given.on, given.unitId, given.subjectId, randomBytes(32)],
  );
  await em.execute(
    `insert into ledger_entry (transaction_id, line, account, unit_id, amount)
     select ?, n, account::ledger_account, unit_id::uuid, amount
     from unnest(?::text[], ?::text[], ?::bigint[]) with ordinality as row(account, unit_id, amount, n)`,
    [
      id,
      array(given.entries.map(([account]) => account)),
      array(given.entries.map(([, unitId]) => unitId ?? 'null')),
      array(given.entries.map(([, , amount]) => amount)),
    ],
  );
  return id;
}

export type PaidLine = { member: string; period: string; amount?: bigint };
export type Paid = {
  orderId: string;
  number: string;
  branch: string;
  total: bigint;
  sums: Map<string, bigint>;
  isCash: boolean;
};

let sequence = 0;

/** A payment of charges that are there: the order, its lines, the ledger. Divided 70/15/7,5/7,5 by the levels. */
export async function givenPayment(
  em: SqlEntityManager,
  given: { lines: readonly PaidLine[]; on: string; branch?: string; cash?: boolean; payer?: string },
): Promise<Paid> {
  const { lines, on, branch = units.branch1, cash: isCash = false } = given;
  const chain = chains[branch] ?? [];
  const orderId = randomUUID();
  sequence += 1;
  const number = `G22.99.DP-05200044001-260706-${String(sequence).padStart(4, '0')}`;
  const total = lines.reduce((sum, { amount = 60_000n }) => sum + amount, 0n);
  await em.execute(
    `insert into payment_order (id, number, unit_id, mode, status, payer_account_id, payer_member_id, total, initiated_at, initiated_on,
       expires_at, provider, provider_ref, method, paid_at, paid_on)
     values (?, ?, ?, ?, 'SUCCEEDED', ?, ?, ?, ?, ?::date, ?, ?, ?, ?, ?, ?::date)`,
    [
      orderId,
      number,
      branch,
      isCash ? 'CASH' : lines.length > 1 ? 'BRANCH' : 'SELF',
      randomUUID(),
      given.payer ?? lines[0]?.member,
      total,
      `${on}T02:00:00Z`,
      on,
      `${on}T20:00:00Z`,
      isCash ? 'CASH' : 'national',
      isCash ? orderId : `REF-${sequence}`,
      isCash ? 'CASH' : 'BANK',
      `${on}T03:00:00Z`,
      on,
    ],
  );
  const sums = new Map<string, bigint>();
  for (const [index, { member, period, amount = 60_000n }] of lines.entries()) {
    const parts = splitByLargestRemainder(amount, shares);
    for (const [level, part] of parts.entries())
      sums.set(chain[level] ?? '', (sums.get(chain[level] ?? '') ?? 0n) + part);
    await em.execute(
      `insert into order_line (order_id, line, period, member_id, origin, seq, branch_id, category, amount, status_before,
         policy_id, share_units, share_amounts)
       values (?, ?, ?::date, ?, 'REGULAR', 0, ?, 'DECLARED', ?, 'ANNOUNCED', 'QD01_DEFAULT', ?::uuid[], ?::bigint[])`,
      [orderId, index + 1, `${period}-01`, member, branch, amount, array(chain), array(parts)],
    );
    await em.execute(
      `update dues_charge set status = 'PAID', paid = amount where member_id = ? and period = ?::date`,
      [member, `${period}-01`],
    );
  }
  const own = sums.get(branch) ?? 0n;
  const upper = [...sums].filter(([unitId]) => unitId !== branch);
  const entries: Entry[] = isCash
    ? [
        ['BRANCH_CASH', branch, total],
        ['UNIT_SHARE', branch, -own],
        ...upper.map(([unitId, amount]): Entry => ['UNFUNDED_SHARE', unitId, -amount]),
        ['UNIT_SHARE', branch, own],
        ['BRANCH_CASH', branch, -own],
      ]
    : [
        ['CENTRAL_BANK', null, total],
        ...[...sums].map(([unitId, amount]): Entry => ['UNIT_SHARE', unitId, -amount]),
      ];
  await post(em, {
    kind: isCash ? 'CASH_PAYMENT' : 'PAYMENT',
    unitId: branch,
    subjectId: orderId,
    on,
    entries,
  });
  return { orderId, number, branch, total, sums, isCash };
}

/** A payment online is given back. */
export async function givenRefund(
  em: SqlEntityManager,
  { orderId, total, sums, branch }: Paid,
  on: string,
): Promise<void> {
  const refundId = randomUUID();
  await em.execute(
    `insert into refund (id, order_id, kind, amount, status, reason, requested_on, decided_on)
     values (?, ?, 'PAYMENT', ?, 'PAID', 'Nộp nhầm', ?::date, ?::date)`,
    [refundId, orderId, total, on, on],
  );
  await em.execute(`update payment_order set status = 'REFUNDED' where id = ?`, [orderId]);
  await em.execute(
    `update dues_charge charge set status = 'REFUNDED', paid = 0 from order_line line
     where line.order_id = ? and charge.period = line.period and charge.member_id = line.member_id`,
    [orderId],
  );
  const entries = [...sums].map(([unitId, amount]): Entry => ['UNIT_SHARE', unitId, amount]);
  entries.push(['REFUND_PAYABLE', null, -total]);
  await post(em, { kind: 'REFUND', unitId: branch, subjectId: refundId, on, entries });
}

/** The branch brings to the central account what it owes of a payment in cash. */
export async function givenRemittance(
  em: SqlEntityManager,
  { branch, sums }: Paid,
  on: string,
): Promise<void> {
  const upper = [...sums].filter(([unitId]) => unitId !== branch);
  const whole = upper.reduce((sum, [, amount]) => sum + amount, 0n);
  const entries: Entry[] = [
    ['CENTRAL_BANK', null, whole],
    ['BRANCH_CASH', branch, -whole],
    ...upper.flatMap(([unitId, amount]): Entry[] => [
      ['UNFUNDED_SHARE', unitId, amount],
      ['UNIT_SHARE', unitId, -amount],
    ]),
  ];
  await post(em, { kind: 'REMITTANCE', unitId: branch, subjectId: randomUUID(), on, entries });
}

/** The bank has paid an amount out to a unit. */
export async function givenPayout(
  em: SqlEntityManager,
  unitId: string,
  amount: bigint,
  on: string,
): Promise<void> {
  const subjectId = randomUUID();
  const instructed: Entry[] = [
    ['UNIT_SHARE', unitId, amount],
    ['PAYOUT_IN_TRANSIT', unitId, -amount],
  ];
  const settled: Entry[] = [
    ['PAYOUT_IN_TRANSIT', unitId, amount],
    ['CENTRAL_BANK', null, -amount],
  ];
  await post(em, { kind: 'PAYOUT_INSTRUCTED', unitId, subjectId, on, entries: instructed });
  await post(em, { kind: 'PAYOUT_SETTLED', unitId, subjectId, on, entries: settled });
}
