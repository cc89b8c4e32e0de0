import { Migration } from '@mikro-orm/migrations';

/** With which day of its end the portal was told of a dossier: it may end within one state of the portal's. */
export class PortalClosedDays extends Migration {
  override up(): void {
    this.addSql('alter table portal_sync add column told_closed_on date');
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
