import { Migration } from '@mikro-orm/migrations';

const contacts = `
create table member_contact (
  member_id uuid primary key references member,
  email_sealed text check (email_sealed like 'v_.%'),
  phone_sealed text check (phone_sealed like 'v_.%'),
  saved_at timestamptz not null default now()
);
`;

/** What people are told, where they are reached, and what they do not want to hear. */
export class Notices extends Migration {
  override up(): void {
    this.addSql(contacts);
  }
}
