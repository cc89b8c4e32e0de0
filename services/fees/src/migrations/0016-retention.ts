import { retentionTables } from '@dang/service/retention';
import { Migration } from '@mikro-orm/migrations';

/** How long records are kept, and what was taken away when. */
export class Retention extends Migration {
  override up(): void {
    for (const sql of retentionTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
