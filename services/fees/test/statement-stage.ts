import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { confirmPayments } from '../src/ledger/confirm-payments.ts';
import { verifyLedger } from '../src/ledger/verify-ledger.ts';
import { units } from './fees-stage.ts';
import { placeOrder, success } from './orders-stage.ts';
import { approvedAccount, openPayouts, owing, people, run } from './payout-stage.ts';
import { openPlatform } from './platform-stand-in.ts';

/** A line of a statement as an officer would give it in. */
export const line = (reference: string, amount: number, more: object = {}) => ({
  reference,
  counterparty: 'NGUYEN VAN AN 0990123456',
  amount,
  bookedOn: '2026-07-06',
  content: '',
  ...more,
});

/** Fees with a bank outside and an account that may receive, and what tests do with statements. */
export async function openStatements() {
  const outside = await openPlatform();
  const fees = await openPayouts(outside.environment);
  await approvedAccount(fees);
  const read = async (lines: object[], number: string = randomUUID()) => {
    const input = { number, lines };
    return run(
      fees,
      'importBankStatement',
      people.finance,
      input,
      'statement { id lines matched flagged missing }',
    );
  };
  const states = async () => {
    const rows = await fees
      .em()
      .execute<{ status: string; matched: string | null }[]>(
        'select status, matched_kind as matched from bank_statement_line order by statement_id, line',
      );
    return rows.map(({ status, matched }) => (matched ? `${status} ${matched}` : status));
  };
  const central = async (account: string): Promise<bigint> => {
    const [row] = await fees
      .em()
      .execute<{ amount: string | null }[]>(
        'select sum(amount)::text as amount from ledger_entry where account = ?::ledger_account',
        [account],
      );
    return BigInt(row?.amount ?? 0);
  };
  /** What the proof of the ledger says of statements. */
  const statementFaults = async (): Promise<string[]> => {
    const client = new Client({ connectionString: fees.environment.DATABASE_URL });
    await client.connect();
    try {
      const { faults } = await verifyLedger(client);
      return faults.filter((fault) => fault.includes('of unknown content'));
    } finally {
      await client.end();
    }
  };
  const paidOrder = async () => {
    const order = await placeOrder(fees.em(), await owing(fees, 1), { unitId: units.branch1 });
    await confirmPayments(fees.em(), [success(order)], '2026-07-06');
    return order;
  };
  const flagged = async (status: string) => {
    const { data } = await fees.execute(
      `query ($status: StatementLineStatus) { bankStatementLines(status: $status) { edges { node {
       id version reference counterparty amount matchedKind availableActions { action allowed } history { action reason } } } } }`,
      { status },
      people.finance,
    );
    return data?.bankStatementLines.edges.map((edge: { node: object }) => edge.node);
  };
  const resolve = async (lineId: string, more: object = {}) => {
    const input = { lineId, expectedVersion: 1, reason: 'Đã liên hệ người nộp', ...more };
    return run(fees, 'resolveStatementLine', people.finance, input, 'line { id status matchedKind version }');
  };

  return {
    fees,
    outside,
    /** Gives in a statement as an officer. */
    read,
    /** Where every line stands: `MATCHED ORDER`. */
    states,
    /** The balance of an account of the ledger. */
    central,
    statementFaults,
    /** A paid order of 60,000 đồng. */
    paidOrder,
    /** The lines with this status, as an officer sees them. */
    flagged,
    /** Settles a flagged line. */
    resolve,
    /** Forgets every statement. */
    async clear(): Promise<void> {
      for (const table of ['bank_statement', 'bank_statement_line'])
        await fees.em().execute(`delete from ${table}`);
    },
    async close(): Promise<void> {
      await fees.close();
      await outside.close();
    },
  };
}

export type Statements = Awaited<ReturnType<typeof openStatements>>;
