import { Migration } from '@mikro-orm/migrations';
import { announcementTables } from './announcement-tables.ts';

/** What branches have announced, of what members were reminded, and whose arrears were looked into. */
export class Announcements extends Migration {
  override up(): void {
    for (const sql of announcementTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
