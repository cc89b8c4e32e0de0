import { Migration } from '@mikro-orm/migrations';

/** When the document system was last called for a letter and had not said what became of it: from then on it may have left. */
export class CalledDispatches extends Migration {
  override up(): void {
    this.addSql('alter table letter_dispatch add column called_at timestamptz');
    // of those from before nobody wrote it down: what was tried may have left
    this.addSql(
      `update letter_dispatch set called_at = now() where status in ('WAITING', 'NO_ADDRESS') and attempts > 0`,
    );
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
