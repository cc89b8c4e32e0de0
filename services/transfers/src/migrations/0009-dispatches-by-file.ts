import { Migration } from '@mikro-orm/migrations';

/** Whenever a file that nobody used is swept away, PostgreSQL asks here for it: by an index, not by reading every dispatch for each file. */
export class DispatchesByFile extends Migration {
  override up(): void {
    this.addSql('create index letter_dispatch_file on letter_dispatch (file_id)');
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
