import { Migration } from '@mikro-orm/migrations';
import { reportTables } from './report-tables.ts';

/** Reports of members themselves, who keeps contact with which residence branch, and what was said of terms. */
export class ReportsAndResidence extends Migration {
  override up(): void {
    for (const sql of reportTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
