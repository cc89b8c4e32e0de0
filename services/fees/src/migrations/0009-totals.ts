import { Migration } from '@mikro-orm/migrations';
import { placeTables } from './place-tables.ts';
import { totalsTables } from './totals-tables.ts';

/** Where each unit stood on which day, and what was due and paid there. */
export class Totals extends Migration {
  override up(): void {
    for (const sql of [...placeTables, ...totalsTables]) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
