import { Migration } from '@mikro-orm/migrations';

/**
 * Copies by which figures are counted (dossiers, what members did, who is excluded, dues of branches, officers), then what
 * this service owns besides the tree: reports, support tickets, ratings, and the guide of a unit.
 */
export class ReportsAndSupport extends Migration {
  override up(): void {
    this.addSql(copies);
    this.addSql(reports);
    this.addSql(tickets);
    this.addSql(ratingsAndGuide);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

const copies = `
create table dossier_state (
  dossier_id uuid primary key,
  version bigint not null,
  procedure text not null,
  number text not null,
  unit_id uuid not null,
  home_unit_id uuid not null,
  state text not null,
  channel text not null,
  opened_on date not null,
  closed_on date,
  due_on date,
  member_id uuid
);
create index dossier_state_home on dossier_state (home_unit_id, opened_on) include (procedure, state, channel);
create index dossier_state_term on dossier_state (home_unit_id) include (opened_on, closed_on, due_on) where due_on is not null;
create index dossier_state_account on dossier_state (member_id) include (closed_on, opened_on)
  where procedure = 'ACCOUNT' and state = 'ACTIVE';
create index dossier_state_late on dossier_state (due_on, dossier_id) where closed_on is null and due_on is not null;
create index dossier_state_member on dossier_state (member_id, procedure);
create index dossier_state_waiting on dossier_state (procedure, opened_on, dossier_id) where closed_on is null;

create table member_activity (
  member_id uuid not null,
  day date not null,
  primary key (member_id, day)
);

create table member_exclusion (
  member_id uuid primary key,
  version bigint not null,
  code text
);
create index member_exclusion_counts on member_exclusion (member_id) where code is not null;

create table branch_dues (
  version bigint not null,
  branch_id uuid not null,
  month text not null,
  due bigint not null,
  paid bigint not null,
  members integer not null,
  payers integer not null,
  primary key (branch_id, month)
);

create table officers_copy (
  unit_id uuid primary key,
  version bigint not null,
  officers jsonb not null
);`;

const reports = `
create table unit_sequence (
  unit_id uuid not null,
  procedure text not null,
  day date not null,
  last integer not null,
  primary key (unit_id, procedure, day)
);

create table report_request (
  id uuid primary key default uuidv7(),
  quarter text unique check (quarter ~ '^\\d{4}-Q[1-4]$'),
  unit_id uuid references unit,
  title text not null check (title <> ''),
  from_on date not null,
  through_on date not null,
  due_on date not null,
  requested_on date not null,
  check (through_on >= from_on),
  check ((quarter is null) = (unit_id is not null))
);

create table report (
  id uuid primary key default uuidv7(),
  version integer not null default 1,
  number text not null unique,
  request_id uuid not null references report_request,
  unit_id uuid not null references unit,
  unit_code text collate "C" not null,
  superior_id uuid references unit,
  status text not null default 'DRAFT' check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'AGGREGATED', 'LAPSED')),
  sums boolean not null,
  due_on date not null,
  opened_on date not null,
  figures jsonb,
  difficulties text,
  recommendations text,
  submitted_on date,
  submitted_by uuid,
  decided_on date,
  return_reason text,
  aggregated_into uuid references report,
  unique (request_id, unit_id),
  check (status in ('DRAFT', 'RETURNED', 'LAPSED') or (figures is not null and submitted_on is not null)),
  check ((status = 'AGGREGATED') = (aggregated_into is not null)),
  check (status <> 'RETURNED' or return_reason is not null)
);
create index report_of_unit on report (unit_id, due_on);
create index report_in_order on report ((- (due_on - date '2000-01-01')), unit_code, id);
create index report_parts on report (request_id, superior_id, unit_code);
create index report_aggregated on report (aggregated_into) where aggregated_into is not null;
create index report_open on report (unit_id) where status in ('DRAFT', 'SUBMITTED', 'RETURNED');
create index report_late on report (due_on, id) where status in ('DRAFT', 'RETURNED');

create table report_entry (
  report_id uuid not null references report,
  version integer not null,
  at timestamptz not null,
  action text not null,
  from_state text,
  to_state text not null,
  by_account_id uuid,
  by_name text,
  by_title text,
  unit_id uuid,
  reason text,
  primary key (report_id, version)
);`;

const tickets = `
create table ticket (
  id uuid primary key default uuidv7(),
  version integer not null default 1,
  number text not null unique,
  account_id uuid not null,
  member_id uuid,
  asker_name text not null,
  category text not null check (category in ('SIGN_IN', 'ACCOUNT', 'DUES', 'COMMENT', 'TRANSFER', 'APPLICATION', 'PROPOSAL', 'OTHER')),
  procedure text check (procedure in ('ACCOUNT', 'DUES', 'RESIDENCE_COMMENT', 'OFFICIAL_TRANSFER', 'TEMPORARY_TRANSFER')),
  about_unit_id uuid not null references unit,
  unit_id uuid not null references unit,
  status text not null default 'OPEN' check (status in ('OPEN', 'ASSIGNED', 'ANSWERED', 'CLOSED')),
  body text not null check (length(body) between 1 and 4000),
  attachment_note text check (length(attachment_note) between 1 and 500),
  assigned_account_id uuid,
  assigned_name text,
  opened_on date not null,
  closed_on date,
  check ((status = 'CLOSED') = (closed_on is not null)),
  check (status <> 'ASSIGNED' or assigned_account_id is not null)
);
create index ticket_of_unit on ticket (unit_id, opened_on desc, id desc);
create index ticket_about_unit on ticket (about_unit_id, opened_on desc, id desc);
create index ticket_in_order on ticket (opened_on desc, id desc);
create index ticket_of_account on ticket (account_id, opened_on desc, id desc);
create index ticket_forgotten on ticket (closed_on) where closed_on is not null;

create table ticket_entry (
  ticket_id uuid not null references ticket on delete cascade,
  version integer not null,
  at timestamptz not null,
  action text not null,
  from_state text,
  to_state text not null,
  by_account_id uuid,
  by_name text,
  by_title text,
  unit_id uuid,
  body text,
  primary key (ticket_id, version)
);`;

const ratingsAndGuide = `
create table dossier_rating (
  dossier_id uuid primary key,
  member_id uuid not null,
  unit_id uuid not null,
  procedure text not null,
  number text not null,
  stars smallint not null check (stars between 1 and 5),
  comment text check (length(comment) between 1 and 1000),
  rated_on date not null,
  changed_on date not null
);
create index dossier_rating_of_unit on dossier_rating (unit_id, rated_on desc, dossier_id);

create table guide_entry (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit,
  kind text not null check (kind in ('SUPPORT_MEMBER', 'CONTACT', 'HOTLINE', 'GUIDE_TEXT', 'FAQ', 'MENU')),
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 60),
  title text not null check (length(title) between 1 and 200),
  body text check (length(body) between 1 and 8000),
  role text check (length(role) between 1 and 200),
  phone text check (length(phone) between 1 and 30),
  email text check (length(email) between 1 and 200),
  link text check (length(link) between 1 and 500),
  place integer not null default 0,
  during daterange not null,
  check (not isempty(during)),
  constraint guide_entry_one_at_a_time exclude using gist (unit_id with =, kind with =, key with =, during with &&)
);
create index guide_entry_of_unit on guide_entry (unit_id, kind, place, key);`;
