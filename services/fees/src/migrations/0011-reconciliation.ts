import { Migration } from '@mikro-orm/migrations';
import { reconciliationTables } from './reconciliation-tables.ts';

/** Reconciliations between a unit and its superior, and what they are settled by. */
export class Reconciliations extends Migration {
  override up(): void {
    for (const sql of reconciliationTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
