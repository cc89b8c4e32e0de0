import { Migration } from '@mikro-orm/migrations';
import { insertTemplate } from './0006-notices.templates.ts';
import { certificateNoticeTemplates } from './0009-certificates.templates.ts';

// A certificate is registered once: what was ended or revoked never signs again.
const table = `
create table signing_certificate (
  id uuid primary key default uuidv7(),
  version integer not null default 1,
  member_id uuid not null references member,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'ENDED', 'REVOKED')),
  reference text not null check (length(reference) between 1 and 200),
  serial text not null check (serial ~ '^[0-9a-f]{1,64}$'),
  fingerprint text not null unique check (fingerprint ~ '^[0-9a-f]{64}$'),
  holder_name text not null,
  issuer_name text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to > valid_from),
  registered_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  end_told_on date,
  check ((status = 'ACTIVE') = (ended_at is null))
);
create index signing_certificate_member on signing_certificate (member_id);
create index signing_certificate_active on signing_certificate (valid_to) where status = 'ACTIVE';
`;

/** The certificates with which officers sign, and the words for what becomes of them. */
export class Certificates extends Migration {
  override up(): void {
    this.addSql(table);
    for (const template of certificateNoticeTemplates) this.addSql(insertTemplate(template));
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
