import { Migration } from '@mikro-orm/migrations';

/** Letters that leave by the document system, and the codes by which it knows units. */
export class LetterDispatches extends Migration {
  override up(): void {
    this.addSql(`
      create table unit_document_code (
        unit_id uuid primary key,
        version bigint not null,
        code text
      )`);
    this.addSql(`
      create table letter_dispatch (
        id uuid primary key default uuidv7(),
        dossier_id uuid not null references transfer_dossier,
        letter_id uuid not null references introduction_letter,
        sending integer not null,
        file_id uuid not null references stored_file,
        sender_unit_id uuid not null,
        receiver_unit_id uuid not null,
        status text not null default 'WAITING'
          check (status in ('WAITING', 'NO_ADDRESS', 'HANDED_OVER', 'ARRIVED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
        ref text,
        sender_code text,
        receiver_code text,
        reason text,
        attempts integer not null default 0,
        next_attempt_at timestamptz not null default now(),
        leased_until timestamptz,
        last_error text,
        handed_over_at timestamptz,
        answered_at timestamptz,
        made_at timestamptz not null default now()
      )`);
    this.addSql(
      `create unique index letter_dispatch_one_at_a_time on letter_dispatch (letter_id, sending) where status <> 'REFUSED'`,
    );
    this.addSql('create index letter_dispatch_dossier on letter_dispatch (dossier_id, id)');
    this.addSql(`create index letter_dispatch_due on letter_dispatch (next_attempt_at, id)
      where status in ('WAITING', 'NO_ADDRESS', 'HANDED_OVER', 'ARRIVED')`);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
