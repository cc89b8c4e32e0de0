import { followerTables } from '@dang/reference/follower-tables';
import { Migration } from '@mikro-orm/migrations';

/** From which day the procedures run where, and which positions are over, whose letter of introduction is under way. */
export class Followers extends Migration {
  override up(): void {
    for (const sql of followerTables) this.addSql(sql);
    this.addSql(`
      create table member_letter (
        letter_id uuid primary key,
        transfer_id uuid not null,
        member_id uuid not null,
        voided boolean not null
      )`);
    this.addSql('create index member_letter_member on member_letter (member_id) where not voided');
    this.addSql('create table completed_transfer (transfer_id uuid primary key)');
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
