import { endedPositionTable } from '@dang/reference/follower-tables';
import { Migration } from '@mikro-orm/migrations';

/** From which day each procedure runs in which unit; a null day was taken back, and its version still counts. And which positions are over. */
export class ProcedureStarts extends Migration {
  override up(): void {
    this.addSql(`
      create table procedure_start (
        unit_id uuid not null references unit,
        procedure text not null check (procedure in ('ACCOUNT', 'DUES', 'RESIDENCE_COMMENT', 'OFFICIAL_TRANSFER', 'TEMPORARY_TRANSFER')),
        version integer not null default 1,
        starts_on date,
        primary key (unit_id, procedure)
      )`);
    this.addSql(endedPositionTable);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
