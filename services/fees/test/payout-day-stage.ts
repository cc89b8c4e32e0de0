import { randomUUID } from 'node:crypto';
import type { LedgerAccount } from '../src/ledger/post.ts';
import { units } from './fees-stage.ts';
import { ledgerOf, openPayouts, payoutsOf, retain } from './payout-stage.ts';
import { openPlatform } from './platform-stand-in.ts';

/** The office that leads the other committee. */
export const otherOffice = {
  positionId: randomUUID(),
  role: 'COMMITTEE_SECRETARY',
  title: 'Bí thư',
  unitId: units.otherCommittee,
} as const;

/** Fees with the bank that pays out, and what tests ask of both. */
export async function openPayoutDays() {
  const outside = await openPlatform();
  const fees = await openPayouts(outside.environment);
  const paidByBank = async (): Promise<number[]> => {
    const answer = await fetch(`${outside.url}/bank/statements/2026-07-06`, {
      headers: { authorization: `Bearer ${outside.environment.BANK_SECRET}` },
    });
    const { lines } = (await answer.json()) as { lines: { reference: string; amount: number }[] };
    const known = await fees.em().execute<{ id: string }[]>('select id from payout_attempt');
    const ids = new Set(known.map(({ id }) => id));
    return lines.filter(({ reference }) => ids.has(reference)).map(({ amount }) => amount);
  };
  const day = async () => {
    await fees.runJob('make-payouts');
    await fees.runJob('send-payouts');
    await fees.runJob('ask-payouts');
  };
  const states = async (unitId = units.branch1) =>
    (await payoutsOf(fees, unitId)).map(({ status, amount }) => `${status} ${amount}`);

  return {
    fees,
    outside,
    /** What left the central account, by the statement of the bank. */
    paidByBank,
    /** A day of work: payouts are made, sent and asked about. */
    day,
    /** Where the payouts of a unit stand: `SETTLED 42000`. */
    states,
    /** Everything that a test leaves behind is paid back, so that the next one starts at 0. */
    async clear(): Promise<void> {
      await outside.armBank({});
      const em = fees.em();
      for (const table of ['beneficiary_account', 'payout', 'payout_attempt', 'payout_interval'])
        await em.execute(`delete from ${table}`);
      for (const unitId of Object.values(units)) {
        for (const [account, amount] of Object.entries(await ledgerOf(fees, unitId)))
          await retain(fees, unitId, amount, account as LedgerAccount);
      }
      await fees.published();
    },
    async close(): Promise<void> {
      await fees.close();
      await outside.close();
    },
  };
}

export type Payouts = Awaited<ReturnType<typeof openPayoutDays>>;
