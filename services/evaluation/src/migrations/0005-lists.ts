import { Migration } from '@mikro-orm/migrations';
import { listTables } from './list-tables.ts';

/** Rows of lists before they are sent, the rules of exemption, and the history of lists. */
export class Lists extends Migration {
  override up(): void {
    for (const sql of listTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
