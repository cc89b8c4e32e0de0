import { Migration } from '@mikro-orm/migrations';

/** A temporary stay begins one membership, whatever is heard twice at the same moment; reorganisations carry it on under their own id. */
export class StaysOnce extends Migration {
  override up(): void {
    this.addSql(`
      create unique index membership_once_a_stay on membership (cause_id)
      where cause = 'TEMPORARY_STAY' and cause_id is not null`);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
