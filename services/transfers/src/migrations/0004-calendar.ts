import { calendarTables } from '@dang/reference/calendar';
import { Migration } from '@mikro-orm/migrations';

/** The days off and worked weekend days that were announced: terms are counted by them. */
export class Calendar extends Migration {
  override up(): void {
    for (const sql of calendarTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
