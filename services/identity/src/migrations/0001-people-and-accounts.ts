import { eventTables } from '@dang/events/migrations';
import { referenceTables } from '@dang/reference/tables';
import { serviceTables } from '@dang/service/tables';
import { Migration } from '@mikro-orm/migrations';

const members = `
create table member (
  id uuid primary key default uuidv7(),
  version integer not null default 1,
  full_name text not null,
  other_name text,
  gender text check (gender in ('MALE', 'FEMALE')),
  date_of_birth date not null,
  nationality text not null default 'Việt Nam',
  permanent_address text,
  personal_id_sealed text check (personal_id_sealed like 'v1.%'),
  personal_id_index text unique,
  card_number_sealed text check (card_number_sealed like 'v1.%'),
  card_number_index text unique,
  legacy_card_number text unique check (legacy_card_number ~ '^[0-9]{8}$'),
  profile_number text check (profile_number ~ '^[0-9]{1,8}$'),
  join_date date,
  official_date date check (official_date >= join_date),
  status text not null default 'ACTIVE',
  force_category text not null default 'NONE' check (force_category in ('NONE', 'POLICE', 'ARMY')),
  under_inspection boolean not null default false,
  branch_id uuid,
  residence_branch_id uuid,
  residence_contact_mode text not null default 'NORMAL',
  registry_source text not null default 'REGISTRY' check (registry_source in ('REGISTRY', 'SELF_DECLARED')),
  check ((personal_id_sealed is null) = (personal_id_index is null)),
  check ((card_number_sealed is null) = (card_number_index is null))
);
`;

const accounts = `
create table account (
  id uuid primary key default uuidv7(),
  version integer not null default 1,
  status text not null,
  member_id uuid unique references member,
  personal_id_sealed text not null check (personal_id_sealed like 'v1.%'),
  personal_id_index text not null unique,
  full_name text not null,
  date_of_birth date not null,
  gender text,
  nationality text,
  permanent_address text,
  number text unique,
  branch_id uuid,
  residence_branch_id uuid,
  approver_unit_id uuid,
  claimed_position text not null default 'MEMBER',
  card_number_sealed text check (card_number_sealed like 'v1.%'),
  card_number_index text,
  legacy_card_number text,
  profile_number text,
  join_date date,
  official_date date check (official_date >= join_date),
  monthly_dues bigint check (monthly_dues >= 0),
  monthly_dues_from text check (monthly_dues_from ~ '^[0-9]{4}-[0-9]{2}$'),
  opened_on date,
  submitted_on date,
  decided_on date,
  rejection_reason text,
  check (status not in ('PENDING_BRANCH', 'PENDING_SUPERIOR') or (approver_unit_id is not null and submitted_on is not null)),
  check (status <> 'ACTIVE' or member_id is not null)
);
create index account_waiting on account (branch_id, submitted_on, id)
  where status in ('PENDING_BRANCH', 'PENDING_SUPERIOR');

create table account_history (
  account_id uuid not null references account,
  step integer not null,
  at timestamptz not null,
  action text not null,
  from_state text,
  to_state text not null,
  by_account_id uuid,
  by_name text,
  by_title text,
  unit_id uuid,
  reason text,
  primary key (account_id, step)
);

create table dossier_sequence (
  unit_id uuid not null,
  day date not null,
  last integer not null,
  primary key (unit_id, day)
);
`;

const sessions = `
create table session (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account,
  position_id uuid,
  signed_in_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  check ((ended_at is null) = (end_reason is null))
);
create index session_open on session (account_id) where ended_at is null;
create index session_acting on session (position_id) where ended_at is null and position_id is not null;

create table refresh_token (
  hash bytea primary key,
  session_id uuid not null references session,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_session on refresh_token (session_id);
`;

// Three kinds of right to act for a unit; one view says what somebody may act in.
const positions = `
create table position (
  id uuid primary key default uuidv7(),
  version integer not null default 1,
  member_id uuid not null references member,
  unit_id uuid not null,
  role text not null,
  title text not null,
  from_date date not null,
  to_date date,
  ended_on date,
  ended_reason text,
  check ((ended_on is null) = (ended_reason is null))
);
create index position_member on position (member_id, from_date);
create index position_unit on position (unit_id) where ended_on is null;
create unique index position_one_secretary on position (unit_id)
  where ended_on is null and role in ('BRANCH_SECRETARY', 'COMMITTEE_SECRETARY');

create table delegation (
  id uuid primary key default uuidv7(),
  version integer not null default 1,
  member_id uuid not null references member,
  unit_id uuid not null,
  role text not null check (role in ('BRANCH_DELEGATE', 'COMMITTEE_DELEGATE')),
  title text not null,
  from_date date not null,
  to_date date not null check (to_date >= from_date),
  appointed_by uuid references member,
  ended_on date,
  ended_reason text,
  check ((ended_on is null) = (ended_reason is null))
);
create index delegation_member on delegation (member_id, from_date);
create index delegation_unit on delegation (unit_id) where ended_on is null;

create table admin_grant (
  id uuid primary key default uuidv7(),
  version integer not null default 1,
  member_id uuid not null references member,
  unit_id uuid not null,
  role text not null check (role in ('ORG_ADMIN', 'SYSTEM_ADMIN', 'SUPPORT_AGENT')),
  title text not null,
  from_date date not null,
  granted_by uuid references member,
  reason text not null,
  ended_on date,
  ended_reason text,
  check ((ended_on is null) = (ended_reason is null))
);
create index admin_grant_member on admin_grant (member_id, from_date);

create view held_position as
  select id, 'POSITION' as kind, member_id, unit_id, role, title, from_date, to_date, ended_on, ended_reason from position
  union all
  select id, 'DELEGATION', member_id, unit_id, role, title, from_date, to_date, ended_on, ended_reason from delegation
  union all
  select id, 'ADMIN_GRANT', member_id, unit_id, role, title, from_date, null::date, ended_on, ended_reason from admin_grant;

create table unit_officers (
  unit_id uuid primary key,
  version integer not null
);
`;

/** What identity owns, and the copies of units and placements by which it decides. */
export class PeopleAndAccounts extends Migration {
  override up(): void {
    const own = [members, accounts, sessions, positions];
    for (const sql of [serviceTables, eventTables, referenceTables, own].flat()) {
      this.addSql(sql);
    }
    this.addSql(`
      create table demo_load (
        single boolean primary key default true check (single),
        loaded_at timestamptz not null default now()
      )`);
  }
}
