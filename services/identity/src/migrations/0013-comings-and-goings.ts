import { Migration } from '@mikro-orm/migrations';

/** Who is on a temporary stay elsewhere, and who came into the province's system or left it by a transfer. */
export class ComingsAndGoings extends Migration {
  override up(): void {
    this.addSql(`
      create table member_stay (
        transfer_id uuid primary key,
        member_id uuid not null,
        is_over boolean not null
      )`);
    this.addSql('create index member_stay_running on member_stay (member_id) where not is_over');
    this.addSql(`
      create table member_crossing (
        transfer_id uuid not null,
        direction text not null check (direction in ('IN', 'OUT')),
        member_id uuid not null,
        on_day date not null,
        at timestamptz not null,
        primary key (transfer_id, direction)
      )`);
    this.addSql('create index member_crossing_of on member_crossing (member_id, on_day, at)');
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
