import { Migration } from '@mikro-orm/migrations';

/** Grounds of stays and of members who leave the province, and charges that are taken back because nobody here is owed them. */
export class StaysAndLeavings extends Migration {
  override up(): void {
    this.addSql(`
      alter table charging_ground
        drop constraint charging_ground_kind_check,
        add constraint charging_ground_kind_check
          check (kind in ('START', 'LETTER', 'TRANSFER', 'LEAVE', 'STAY', 'RETURN', 'MOVE')),
        add column of_stay boolean not null default false,
        add constraint charging_ground_of_stay_check check (not of_stay or kind = 'MOVE'),
        drop constraint charging_ground_pkey,
        add primary key (kind, id, member_id, of_stay)`);
    this.addSql(`
      alter table charging
        drop constraint charging_cause_check,
        add constraint charging_cause_check check (cause in ('START', 'TRANSFER', 'MOVE', 'STAY', 'RETURN'))`);
    this.addSql(`
      create function due_of_dropped_charges() returns trigger language plpgsql as $$
      begin
        insert into totals_delta (unit_id, period, category, due, members)
        select branch_id, period, category, -sum(amount), -count(*)
        from dropped where status <> 'WAIVED' group by branch_id, period, category;
        return null;
      end $$`);
    this.addSql(`
      create trigger dues_charge_dropped after delete on dues_charge referencing old table as dropped
        for each statement execute function due_of_dropped_charges()`);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
