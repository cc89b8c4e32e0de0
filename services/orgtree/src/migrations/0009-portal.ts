import { Migration } from '@mikro-orm/migrations';

/** What the national portal was told of which dossier, and what it has still to be told. */
export class Portal extends Migration {
  override up(): void {
    this.addSql(`
      create table portal_sync (
        dossier_id uuid primary key,
        version bigint not null,
        status text not null default 'WAITING' check (status in ('WAITING', 'TOLD', 'REFUSED')),
        told_version bigint,
        told_state text,
        told_due_on date,
        told_agency text,
        told_at timestamptz,
        attempts integer not null default 0,
        waiting_since timestamptz(3) not null default now(),
        next_attempt_at timestamptz not null default now(),
        leased_until timestamptz,
        last_error text
      )`);
    this.addSql(
      `create index portal_sync_untold on portal_sync (next_attempt_at, dossier_id) where status <> 'TOLD'`,
    );
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
