import { Migration } from '@mikro-orm/migrations';
import { chargeTables } from './charge-tables.ts';
import { standingTables } from './standing-tables.ts';

/** Charges that can be paid, locked and refunded, what is owed beside them, the trace of every change of what is due, and how members stand. */
export class ChargesInPayment extends Migration {
  override up(): void {
    for (const sql of [...chargeTables, ...standingTables]) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
