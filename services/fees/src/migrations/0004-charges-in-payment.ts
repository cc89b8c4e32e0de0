import { Migration } from '@mikro-orm/migrations';
import { chargeTables } from './charge-tables.ts';

/** Charges that can be paid, locked and refunded, what is owed beside them, and the trace of every change of what is due. */
export class ChargesInPayment extends Migration {
  override up(): void {
    for (const sql of chargeTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
