import { Migration } from '@mikro-orm/migrations';
import { payoutTables } from './payout-tables.ts';

/** The accounts to which retained dues go, what is paid out to them, remittances of cash, and the bank's statements. */
export class Payouts extends Migration {
  override up(): void {
    for (const sql of payoutTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
