/**
 * The tables of transfers. A dossier is one row with the member as they were on the day of the request; its letters, boxes,
 * meetings, sealed file and history hang on it. What must never happen twice is a key here: one open dossier a member, one
 * next box a letter, one number in a register, one act a version.
 */
export const transferTables = `
create table transfer_dossier (
  id uuid primary key default uuidv7(),
  number text not null unique,
  kind text not null check (kind = 'OFFICIAL'),
  status text not null check (status in ('SUBMITTED', 'SUPPLEMENT_REQUESTED', 'ORIGIN_MET', 'REJECTED', 'IN_ORIGIN_CHAIN',
    'SENT', 'IN_DEST_CHAIN', 'RETURNED_BY_DEST', 'AT_DEST_BRANCH', 'COMPLETED', 'CANCELLED')),
  channel text not null check (channel in ('ONLINE', 'PAPER', 'POST')),
  reason text not null check (reason in ('CHANGE_WORKPLACE', 'RETIRED', 'RESIGNED_DEMOBILISED', 'CHANGE_RESIDENCE')),
  version integer not null default 1,
  member_id uuid not null,
  full_name text not null,
  date_of_birth date,
  join_date date,
  official_date date,
  card_number_sealed text,
  legacy_card_number text,
  profile_number text,
  origin_branch_id uuid not null,
  destination_branch_id uuid not null check (destination_branch_id <> origin_branch_id),
  decision_number text not null,
  decision_date date not null,
  decision_issuer text not null,
  effective_date date not null,
  late_reason text,
  supplement_note text,
  requested_at timestamptz not null,
  requested_on date not null,
  letter_id uuid,
  introduced_on date,
  sent_at timestamptz,
  presented_on date,
  waiting_unit_id uuid,
  due_on date,
  closed_on date,
  check ((closed_on is not null) = (status in ('REJECTED', 'COMPLETED', 'CANCELLED'))),
  check (closed_on is null or waiting_unit_id is null)
);
create unique index transfer_dossier_one_open on transfer_dossier (member_id) where closed_on is null;
create index transfer_dossier_of_member on transfer_dossier (member_id, requested_at desc, id desc);
create index transfer_dossier_waiting on transfer_dossier (waiting_unit_id, requested_at, id) where waiting_unit_id is not null;
create index transfer_dossier_origin on transfer_dossier (origin_branch_id, requested_at desc, id desc);
create index transfer_dossier_destination on transfer_dossier (destination_branch_id, requested_at desc, id desc)
  where sent_at is not null;
create index transfer_dossier_open on transfer_dossier (requested_at, id) where closed_on is null;

create table dossier_entry (
  dossier_id uuid not null references transfer_dossier,
  version integer not null,
  at timestamptz not null,
  action text not null,
  from_state text,
  to_state text not null,
  by_account_id uuid,
  by_member_id uuid,
  by_name text,
  by_title text,
  unit_id uuid,
  unit_name text,
  box_index smallint,
  reason text,
  primary key (dossier_id, version)
);
create function dossier_entry_stays() returns trigger language plpgsql as
  $$ begin raise exception 'history is only added to'; end $$;
create trigger dossier_entry_stays before update or delete on dossier_entry
  for each row execute function dossier_entry_stays();

create table dossier_counter (
  unit_id uuid not null,
  day date not null,
  last integer not null,
  primary key (unit_id, day)
);

create table introduction_letter (
  id uuid primary key default uuidv7(),
  dossier_id uuid not null references transfer_dossier,
  type text not null check (type = 'TEN_BOX'),
  status text not null check (status in ('ISSUED', 'CLOSED', 'VOID')),
  number integer not null,
  register_year integer not null,
  issued_on date not null,
  dues_paid_through text not null check (dues_paid_through ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
  replaces_letter_id uuid references introduction_letter,
  void_reason text
);
create index introduction_letter_dossier on introduction_letter (dossier_id);
create unique index introduction_letter_one_in_force on introduction_letter (dossier_id) where status <> 'VOID';
alter table transfer_dossier add foreign key (letter_id) references introduction_letter;

create table letter_box (
  letter_id uuid not null references introduction_letter,
  box_index smallint not null check (box_index between 1 and 10),
  status text not null check (status in ('CROSSED_OUT', 'PENDING', 'NEXT', 'RETURNED', 'SIGNED')),
  unit_id uuid,
  to_unit_id uuid,
  addressee text,
  content text,
  comment text,
  correction text,
  signed_by_member_id uuid,
  signed_by_name text,
  signed_by_title text,
  signed_at timestamptz,
  primary key (letter_id, box_index),
  check ((status = 'CROSSED_OUT') = (unit_id is null)),
  check (status <> 'SIGNED' or (content is not null and signed_at is not null))
);
create unique index letter_box_one_next on letter_box (letter_id) where status in ('NEXT', 'RETURNED');
create index letter_box_unit on letter_box (unit_id, letter_id);

create table register_counter (
  unit_id uuid not null,
  year integer not null,
  direction text not null check (direction in ('OUT', 'IN')),
  last integer not null,
  primary key (unit_id, year, direction)
);
create table register_entry (
  unit_id uuid not null,
  year integer not null,
  direction text not null check (direction in ('OUT', 'IN')),
  seq integer not null,
  letter_id uuid not null,
  box_index smallint not null,
  entered_on date not null,
  primary key (unit_id, year, direction, seq),
  unique (letter_id, box_index)
);

create table branch_meeting (
  id uuid primary key default uuidv7(),
  dossier_id uuid not null references transfer_dossier,
  side text not null check (side in ('ORIGIN', 'DESTINATION')),
  date date not null,
  present integer not null check (present >= 1),
  total_members integer not null check (total_members >= present),
  conclusion text not null,
  recorded_by_name text not null
);
create index branch_meeting_dossier on branch_meeting (dossier_id);

create table sealed_file (
  dossier_id uuid primary key references transfer_dossier,
  documents jsonb not null,
  sealed_on date not null,
  sealed_by_name text not null,
  carried_by_name text not null,
  received_on date check (received_on >= sealed_on),
  seal_intact boolean,
  late_reason text,
  check ((received_on is null) = (seal_intact is null))
);

create table demo_load (
  name text primary key,
  loaded_at timestamptz not null default now()
);
`;
