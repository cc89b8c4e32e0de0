import { followerTables } from '@dang/reference/follower-tables';
import { Migration } from '@mikro-orm/migrations';

/** From which day the procedures run where, and which positions are over. */
export class Followers extends Migration {
  override up(): void {
    for (const sql of followerTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
