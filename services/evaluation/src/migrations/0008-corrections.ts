import { Migration } from '@mikro-orm/migrations';

/** What a correction that is dropped leaves the item with again: its term, and the day on which it was closed. */
export class Corrections extends Migration {
  override up(): void {
    this.addSql('alter table comment_sheet add column former_due_on date, add column former_closed_on date');
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
