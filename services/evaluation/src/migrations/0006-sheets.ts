import { manyOutcomesTables } from '@dang/service/tables';
import { Migration } from '@mikro-orm/migrations';
import { sheetTables } from './sheet-tables.ts';

/** The comment sheets, what they come to for the year-end, and what acting on many at once keeps. */
export class Sheets extends Migration {
  override up(): void {
    for (const sql of [...sheetTables, ...manyOutcomesTables]) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
