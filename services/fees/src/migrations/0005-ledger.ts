import { Migration } from '@mikro-orm/migrations';
import { ledgerTables } from './ledger-tables.ts';

/** The ledger: balanced, append-only, chained. */
export class Ledger extends Migration {
  override up(): void {
    for (const sql of ledgerTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
