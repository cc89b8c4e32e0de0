import { followerTables } from '@dang/reference/follower-tables';
import { Migration } from '@mikro-orm/migrations';

/** From which day the procedures run where, which positions are over, and what each branch was charged and has paid. */
export class Followers extends Migration {
  override up(): void {
    for (const sql of followerTables) this.addSql(sql);
    this.addSql(`
      alter table charging_ground
        drop constraint charging_ground_kind_check,
        add constraint charging_ground_kind_check check (kind in ('START', 'LETTER', 'TRANSFER', 'MOVE')),
        drop constraint charging_ground_pkey,
        add primary key (kind, id, member_id)`);
    this.addSql(`
      alter table charging
        drop constraint charging_cause_check,
        add constraint charging_cause_check check (cause in ('START', 'TRANSFER', 'MOVE'))`);
    this.addSql(`
      create table branch_dues (
        branch_id uuid not null,
        period calendar_month not null,
        version bigint not null default 1,
        due bigint not null,
        paid bigint not null,
        members int not null,
        payers int not null,
        primary key (branch_id, period)
      )`);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
