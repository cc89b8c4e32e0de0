import { Migration } from '@mikro-orm/migrations';
import { sheetTables } from './sheet-tables.ts';

/** The comment sheets, and what they come to for the year-end. */
export class Sheets extends Migration {
  override up(): void {
    for (const sql of sheetTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
