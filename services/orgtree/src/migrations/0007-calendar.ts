import { Migration } from '@mikro-orm/migrations';

/** The days off and worked weekend days that were entered; a null kind was taken back, and its version still counts. */
export class Calendar extends Migration {
  override up(): void {
    this.addSql(`
      create table calendar_day (
        day date primary key,
        version integer not null default 1,
        kind text check (kind in ('DAY_OFF', 'WORKED')),
        reason text not null check (length(reason) between 1 and 500),
        check (kind is distinct from 'WORKED' or extract(isodow from day) in (6, 7))
      )`);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
