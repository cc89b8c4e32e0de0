/** What the member database answered for an account. Numbers that may be personal ids are sealed apart from the record. */
export const matchTables = `
create table registry_match (
  account_id uuid primary key references account,
  found boolean not null,
  record jsonb,
  card_number_sealed text check (card_number_sealed like 'v_.%'),
  card_number_index text,
  looked_up_at timestamptz not null,
  check (found = (record is not null)),
  check ((card_number_sealed is null) = (card_number_index is null))
);

create table registry_lookup (
  account_id uuid not null references account,
  asked_at timestamptz not null
);
create index registry_lookup_account on registry_lookup (account_id, asked_at);
`;

/**
 * A name as it is searched: without marks, in small letters. The database computes it itself, so that no way of writing a
 * member can forget it. The order is that of bytes: the same in every database.
 */
export const searchColumns = `
create extension if not exists pg_trgm;
create function fold_name(given text) returns text language sql immutable strict parallel safe as $$
  select lower(regexp_replace(normalize(translate(given, 'đĐ', 'dD'), NFD), U&'[\\0300-\\036F]', '', 'g'))
$$;
alter table member add column name_key text collate "C" generated always as (fold_name(full_name)) stored;
create index member_by_name on member (name_key, id);
create index member_name_parts on member using gin (name_key gin_trgm_ops);
create index member_profile_number on member (profile_number) where profile_number is not null;
`;

/**
 * What the member database says differently than we do, one row a member and field, decided one by one. \`theirs_sealed\`
 * and \`ours_masked\` are for identifiers, which are never in clear.
 */
export const differenceTables = `
create table registry_difference (
  id uuid primary key default uuidv7(),
  version integer not null default 1,
  member_id uuid not null references member,
  field text not null check (field in ('FULL_NAME', 'OTHER_NAME', 'GENDER', 'DATE_OF_BIRTH', 'PERMANENT_ADDRESS',
    'CARD_NUMBER', 'LEGACY_CARD_NUMBER', 'PROFILE_NUMBER', 'JOIN_DATE', 'OFFICIAL_DATE', 'STATUS', 'FORCE_CATEGORY', 'BRANCH')),
  ours text,
  theirs text,
  theirs_sealed text check (theirs_sealed like 'v_.%'),
  theirs_index text,
  found_on date not null,
  status text not null default 'OPEN' check (status in ('OPEN', 'ACCEPTED', 'REJECTED', 'SETTLED')),
  decided_on date,
  decided_by uuid references member,
  reason text,
  check ((status = 'OPEN') = (decided_on is null))
);
create unique index registry_difference_open on registry_difference (member_id, field) where status = 'OPEN';
create index registry_difference_rejected on registry_difference (member_id, field) where status = 'REJECTED';

create index registry_difference_waiting on registry_difference (found_on, id) where status = 'OPEN';

create table registry_decision (
  id uuid primary key default uuidv7(),
  items jsonb not null
);

create table registry_reading (
  only_one boolean primary key default true check (only_one),
  revision bigint not null
);
insert into registry_reading (revision) values (0);
`;

/** An import from a file: its rows wait in a table of their own, unlogged because the file is still there. */
export const importTables = `
create table member_import (
  id uuid primary key default uuidv7(),
  file_hash text not null,
  state text not null check (state in ('STAGING', 'STAGED', 'DONE')),
  day date not null,
  rows integer not null default 0,
  staged integer not null default 0,
  faulty integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);

create table member_import_unit (
  import_id uuid not null references member_import,
  branch_id uuid not null,
  created integer not null,
  changed integer not null,
  primary key (import_id, branch_id)
);

create unlogged table member_import_row (
  row integer not null,
  branch_id uuid not null,
  enrolled_on date not null,
  full_name text not null,
  other_name text,
  gender text not null,
  date_of_birth date not null,
  permanent_address text,
  personal_id_sealed text not null,
  personal_id_index text not null,
  card_number_sealed text,
  card_number_index text,
  legacy_card_number text,
  profile_number text,
  join_date date not null,
  official_date date,
  status text not null,
  force_category text not null
);

create unlogged table member_import_fault (
  row integer not null,
  column_name text not null,
  value text not null,
  reason text not null,
  is_warning boolean not null
);
`;

/** Who is left out of the procedures (domain 1.4), as data: the refusal, and by which mark of the member it is known. */
export const exclusionTables = `
create table exclusion_reason (
  id uuid primary key default uuidv7(),
  code text not null check (code in ('EXCLUDED_FORCE', 'EXCLUDED_SUSPENDED', 'EXCLUDED_CONVICTED', 'EXCLUDED_OTHER')),
  label text not null,
  member_status text,
  force_category text,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  check (num_nonnulls(member_status, force_category) = 1)
);
insert into exclusion_reason (code, label, member_status, force_category, valid_from) values
  ('EXCLUDED_FORCE', 'Đảng viên trong Công an nhân dân', null, 'POLICE', '2025-01-01'),
  ('EXCLUDED_FORCE', 'Đảng viên trong Quân đội nhân dân', null, 'ARMY', '2025-01-01'),
  ('EXCLUDED_SUSPENDED', 'Bị đình chỉ sinh hoạt đảng do bị tạm giam', 'SUSPENDED_DETENTION', null, '2025-01-01'),
  ('EXCLUDED_CONVICTED', 'Bị tòa án tuyên phạt từ cải tạo không giam giữ trở lên', 'CONVICTED', null, '2025-01-01');
`;

/** The correction of a member's branch: proposed by an administrator, decided by the common superior of both branches. */
export const correctionTables = `
create table member_correction (
  id uuid primary key default uuidv7(),
  version integer not null default 1,
  number text not null unique,
  status text not null check (status in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  member_id uuid not null references member,
  from_branch_id uuid,
  to_branch_id uuid not null,
  decider_unit_id uuid not null,
  reason text not null,
  effective_on date not null,
  proposed_on date not null,
  proposer_account_id uuid not null references account,
  proposer_member_id uuid references member,
  decided_on date,
  rejection_reason text,
  check (from_branch_id is distinct from to_branch_id),
  check ((status = 'PROPOSED') = (decided_on is null))
);
create unique index member_correction_open on member_correction (member_id) where status = 'PROPOSED';
create index member_correction_waiting on member_correction (decider_unit_id, proposed_on, id) where status = 'PROPOSED';

create table member_correction_history (
  correction_id uuid not null references member_correction,
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
  primary key (correction_id, step)
);
`;
