import { silentSigning } from '@dang/documents/signing/testing-signing';
import { type MeasuredProcess, startMeasured } from '../lib/child.ts';
import { type Load, paymentKey } from './confirm.callers.ts';
import { faultsAfter, loadOrders, today } from './confirm.data.ts';
import { connected, freshDatabase } from './import.data.ts';
import { onPostgres } from './own-postgres.ts';

/** Fees with its doors, and orders that wait for their money. */
export type PaymentsStage = {
  folder: string;
  url: string;
  door: MeasuredProcess;
  /** The same orders in a second database in which nothing is written for the totals; only where it was asked for. */
  bareUrl: string | null;
  /**
   * Lets the database look at what has been written so far, as it does by itself every minute: plans made for tables that were
   * empty are made anew.
   */
  settle(): Promise<void>;
  /** The next orders of one kind, each handed out once: spread over all wards, or all of one. */
  take(kind: 'spread' | 'hot', payments: number): Pick<Load, 'from' | 'payments'>;
};

async function analyse(url: string): Promise<void> {
  const client = await connected(url);
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  await client.end();
}

const filler = Buffer.alloc(32, 1).toString('base64');

/** What the process of the doors needs of its environment. */
export const doorEnvironment = (url: string): Record<string, string> => ({
  DATABASE_URL_FEES: url,
  NATS_URL: 'nats://127.0.0.1:1',
  GATEWAY_PUBLIC_JWK: JSON.stringify({
    kty: 'OKP',
    crv: 'Ed25519',
    x: Buffer.alloc(32).toString('base64url'),
  }),
  PROVINCE_KEY: filler,
  PROVINCE_INDEX_KEY: filler,
  DOORS_URL: 'http://127.0.0.1:1',
  STORAGE_URL: 'file:///tmp/dang-bench-files',
  PAYMENT_URL: 'http://127.0.0.1:1',
  PAYMENT_KEY: paymentKey,
  BANK_URL: 'http://127.0.0.1:1',
  BANK_SECRET: filler,
  ...silentSigning(),
  CLOCK_START: today,
  NODE_ENV: 'development',
});

/** Copies the database into one that confirms payments and writes nothing for the totals: neither what is due nor what is kept. */
async function makeBare(adminUrl: string, bareUrl: string): Promise<void> {
  await freshDatabase(adminUrl, 'bare', 'fees');
  const client = await connected(bareUrl);
  await client.query(`select 'count_paid(uuid[])'::regprocedure`);
  await client.query('alter table dues_charge disable trigger dues_charge_changed');
  await client.query(
    'create or replace function count_paid(ids uuid[]) returns void language plpgsql as $$ begin end $$',
  );
  await client.end();
}

/**
 * Runs `work` on a durable PostgreSQL with so many orders, then checks that every payment is there exactly once. `folds`: the totals
 * are kept beside it. `bare`: there is a second database without totals.
 */
export const onPayments = <Result>(
  name: string,
  {
    spread,
    hot = 0,
    folds = false,
    bare = false,
  }: { spread: number; hot?: number; folds?: boolean; bare?: boolean },
  say: (line: string) => void,
  work: (stage: PaymentsStage) => Promise<Result>,
): Promise<Result> =>
  onPostgres(name, say, async ({ folder, postgres }) => {
    const url = postgres.url('fees');
    await freshDatabase(postgres.url('postgres'), 'fees', 'template0');
    const all = spread + hot;
    say(`loading ${all} orders`);
    await loadOrders(url, { orders: all, hotFrom: spread });
    const bareUrl = bare ? postgres.url('bare') : null;
    if (bareUrl) await makeBare(postgres.url('postgres'), bareUrl);
    const environment = { ...doorEnvironment(url), FOLDS: String(folds) };
    const door = await startMeasured(new URL('confirm.door.ts', import.meta.url), environment);
    const next = { spread: 0, hot: spread };
    const ends = { spread, hot: all };
    let taken = 0;
    try {
      const result = await work({
        folder,
        url,
        door,
        bareUrl,
        async settle() {
          for (const each of [url, bareUrl]) if (each) await analyse(each);
        },
        take(kind, payments) {
          const from = next[kind];
          if (from + payments > ends[kind]) throw new Error(`no orders are left (${kind})`);
          next[kind] += payments;
          taken += payments;
          return { from, payments };
        },
      });
      const faults = await faultsAfter(url, taken);
      if (faults.length > 0) throw new Error(faults.join('; '));
      return result;
    } finally {
      await door.stop();
    }
  });
