import { Migration } from '@mikro-orm/migrations';
import { insertTemplate, noticeTemplates } from './0006-notices.templates.ts';

const contacts = `
create table member_contact (
  member_id uuid primary key references member,
  email_sealed text check (email_sealed like 'v_.%'),
  phone_sealed text check (phone_sealed like 'v_.%'),
  saved_at timestamptz not null default now()
);
`;

// One recipient a row: a member, or the account of somebody who is none yet. A kind is told once of an event.
const notices = `
create table notice_template (
  kind text not null check (kind ~ '^[A-Z][A-Z_]*$'),
  mandatory boolean not null,
  title text not null,
  body text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (kind, valid_from)
);

create table notice (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  account_id uuid references account,
  member_id uuid references member,
  recipient uuid not null generated always as (coalesce(member_id, account_id)) stored,
  kind text not null,
  mandatory boolean not null,
  title text not null,
  body text not null,
  subject_kind text not null,
  subject_id uuid not null,
  number text,
  read_at timestamptz,
  event_id uuid not null,
  dispatched_at timestamptz,
  check (num_nonnulls(account_id, member_id) = 1),
  unique (event_id, recipient, kind)
);
create index notice_recipient on notice (recipient, id);
create index notice_unread on notice (recipient, id) where read_at is null;
create index notice_to_dispatch on notice (id) where dispatched_at is null;
create index notice_read on notice (read_at) where read_at is not null;

create table notice_dossier (
  dossier_id uuid primary key,
  version bigint not null,
  number text not null,
  unit_id uuid not null
);
`;

const delivery = `
create table notice_preference (
  account_id uuid not null references account,
  kind text not null,
  channel text not null check (channel in ('EMAIL', 'SMS', 'PUSH')),
  muted boolean not null,
  primary key (account_id, kind, channel)
);

create table device (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account,
  platform text not null check (platform in ('ANDROID', 'IOS', 'WEB')),
  name text not null,
  token_sealed text not null check (token_sealed like 'v_.%'),
  token_index text not null unique,
  registered_at timestamptz not null default now()
);
create index device_account on device (account_id, registered_at);

create table notice_delivery (
  id uuid primary key default uuidv7(),
  notice_id uuid not null references notice on delete cascade,
  channel text not null check (channel in ('EMAIL', 'SMS', 'PUSH')),
  device_id uuid references device on delete cascade,
  status text not null default 'WAITING' check (status in ('WAITING', 'SENT', 'DEAD')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz,
  via text,
  reason text,
  check ((channel = 'PUSH') = (device_id is not null)),
  unique nulls not distinct (notice_id, channel, device_id)
);
create index notice_delivery_due on notice_delivery (next_attempt_at) where status = 'WAITING';
create index notice_delivery_device on notice_delivery (device_id) where device_id is not null;
`;

/** What people are told, where they are reached, and what they do not want to hear. */
export class Notices extends Migration {
  override up(): void {
    for (const sql of [contacts, notices, delivery]) this.addSql(sql);
    for (const template of noticeTemplates) this.addSql(insertTemplate(template));
  }
}
