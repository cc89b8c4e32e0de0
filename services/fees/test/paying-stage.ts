import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { Client } from 'pg';
import { chargeMonth } from '../src/charge/charge-month.ts';
import { verifyLedger } from '../src/ledger/verify-ledger.ts';
import { refreshStandings } from '../src/standing/refresh-standings.ts';
import { verifyTotals } from '../src/totals/verify-totals.ts';
import { heard, openFees, units } from './fees-stage.ts';

/** Fees with the means to make members who owe announced months, and to act on orders as a front end would. */
export async function openOrders(given?: Awaited<ReturnType<typeof openFees>>) {
  const fees = given ?? (await openFees());
  for (const [unitId, code] of Object.entries(codes))
    await fees.em().execute('update unit_copy set code = ? where id = ?', [code, unitId]);

  const act = async (actor: Actor | null, field: string, input: object, selection: string) => {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const { data, errors } = await fees.execute(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} refusal { code field message } } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
      actor,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data?.[field];
  };
  const faultsBy = async (verify: (client: Client) => Promise<{ readonly faults: readonly string[] }>) => {
    const client = new Client({ connectionString: fees.environment.DATABASE_URL });
    await client.connect();
    try {
      return (await verify(client)).faults;
    } finally {
      await client.end();
    }
  };
  return {
    ...fees,
    act,
    /** A member of the branch who owes these announced months, each this amount; `amount` by default the source's 60,000. */
    async owing(branchId: string, months: readonly string[], amount = '60000'): Promise<string> {
      const memberId = randomUUID();
      const first = months[0] ?? '2026-08';
      await fees.hear(heard.placed(memberId, branchId), heard.approved(memberId, branchId, amount, first));
      await fees.em().transactional(async (em) => {
        for (const month of months) {
          await em.execute(
            `insert into dues_charge (period, member_id, branch_id, amount, status) values (?::date, ?, ?, ?, ?::dues_charge_status)
             on conflict (period, member_id) do update set status = excluded.status`,
            [`${month}-01`, memberId, branchId, amount, month < '2026-07' ? 'OVERDUE' : 'ANNOUNCED'],
          );
        }
        await refreshStandings(em, [memberId]);
      });
      return memberId;
    },
    /** The month is run for the whole ward, and stays a draft. */
    runMonth: (month: string) => chargeMonth(fees.em(), month, units.ward),
    /** The charges of a member: `2026-05 OVERDUE`. */
    async stateOf(memberId: string): Promise<string[]> {
      const rows = await fees.em().execute<{ line: string }[]>(
        `select to_char(period, 'YYYY-MM') || ' ' || status as line from member_charge where member_id = ?
         order by period, origin, seq`,
        [memberId],
      );
      return rows.map(({ line }) => line);
    },
    /** The balance of an account of the ledger, in đồng. */
    async balanceOf(account: string): Promise<number> {
      const [row] = await fees
        .em()
        .execute<{ amount: string }[]>(
          'select coalesce(sum(amount), 0) as amount from ledger_entry where account = ?::ledger_account',
          [account],
        );
      return Number(row?.amount);
    },
    /** What is wrong with the ledger: nothing, whatever was done. */
    ledgerFaults: (): Promise<readonly string[]> => faultsBy(verifyLedger),
    /** What is wrong with the totals: nothing, whatever was done. */
    totalsFaults: (): Promise<readonly string[]> => faultsBy(verifyTotals),
    /** Pays own dues as this member would on the screen. */
    payDues: (memberId: string, months: number, more: object = {}) =>
      act(testActor({ memberId }), 'payDues', { months, ...more }, `order { ${orderFields} }`),
    /** The order, as somebody sees it. */
    async orderAs(actor: Actor | null, id: string, selection = orderFields) {
      const { data, errors } = await fees.execute(
        `query ($id: UUID) { duesOrder(id: $id) { ${selection} } }`,
        { id },
        actor,
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data?.duesOrder;
    },
  };
}

const codes: Record<string, string> = {
  [units.province]: '05',
  [units.ward]: '05.200',
  [units.committee]: '05.200.044',
  [units.branch1]: '05.200.044.000.001',
  [units.branch2]: '05.200.044.000.002',
  [units.otherWard]: '05.201',
  [units.otherCommittee]: '05.201.021',
  [units.branch21]: '05.201.021.000.021',
  [units.branch22]: '05.201.021.000.022',
};

/** What tests read of an order. */
export const orderFields = `id version number mode formLabel status total totalInWords lineCount memberCount months
  payer { id } unit { id } lines { edges { node { line month origin amount member { id } branch { id } } } }`;

export type Orders = Awaited<ReturnType<typeof openOrders>>;
