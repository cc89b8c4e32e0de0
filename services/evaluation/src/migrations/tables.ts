/**
 * The tables of evaluation. `home_branch_id` is the member's branch on the day of sending and never changes;
 * `workplace_unit_id` is who asked and receives the sheet, `workplace_branch_id` the member's branch: both follow the
 * member. `residence_unit_id` is the commune or ward, `residence_place_id` the lowest known unit of the residence side.
 */
export const evaluationTables = `
create table comment_campaign (
  id uuid primary key,
  year integer not null unique check (year between 2025 and 2100),
  name text not null,
  open_from date not null,
  close_on date not null check (close_on >= open_from)
);

create table comment_list (
  id uuid primary key,
  version integer not null default 1,
  number text not null unique,
  unit_id uuid not null,
  scope text not null check (scope in ('BRANCH', 'COMMITTEE')),
  year integer not null,
  purpose text not null check (purpose in ('YEARLY', 'PERSONNEL', 'REWARD', 'DISCIPLINE', 'OTHER')),
  campaign_id uuid references comment_campaign,
  channel text not null check (channel in ('ONLINE', 'PAPER', 'POST')),
  status text not null check (status in ('DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'SENT', 'COMPLETED')),
  created_at timestamptz not null,
  created_by_member_id uuid,
  created_by_name text not null,
  created_by_title text not null,
  approved_at timestamptz,
  approved_by_member_id uuid,
  approved_by_name text,
  approved_by_title text,
  reject_reason text,
  sent_at timestamptz,
  check (status <> 'REJECTED' or reject_reason is not null),
  check (status not in ('SENT', 'COMPLETED') or sent_at is not null)
);
create index comment_list_unit on comment_list (unit_id, created_at desc, id desc);

create table comment_item (
  id uuid primary key,
  version integer not null default 1,
  number text not null unique,
  list_id uuid not null references comment_list,
  member_id uuid not null,
  type text not null check (type in ('REQUEST_COMMENT', 'INTRODUCE', 'INTRODUCE_AND_REQUEST')),
  status text not null check (status in ('SENT', 'AT_BRANCH', 'RETURNED', 'INTRODUCED', 'DRAFTING', 'SUBMITTED',
    'APPROVED', 'DELIVERED', 'RECEIVED', 'CANCELLED')),
  home_branch_id uuid not null,
  workplace_unit_id uuid not null,
  workplace_branch_id uuid not null,
  residence_unit_id uuid not null,
  residence_branch_id uuid,
  residence_place_id uuid generated always as (coalesce(residence_branch_id, residence_unit_id)) stored,
  self_report_required boolean not null,
  sheet_complete boolean not null,
  return_reason text,
  sent_at timestamptz not null,
  due_on date,
  closed_on date,
  unique (list_id, member_id),
  check (status <> 'RETURNED' or return_reason is not null),
  check (sheet_complete or status not in ('SUBMITTED', 'APPROVED', 'DELIVERED', 'RECEIVED')),
  check ((closed_on is not null) = (status in ('INTRODUCED', 'RECEIVED', 'CANCELLED')))
);
create index comment_item_member on comment_item (member_id, sent_at desc, id desc);
create index comment_item_workplace on comment_item (workplace_branch_id, sent_at desc, id desc);
create index comment_item_residence on comment_item (residence_place_id, sent_at desc, id desc);
create index comment_item_sent on comment_item (sent_at desc, id desc);

create table comment_item_history (
  id uuid primary key default uuidv7(),
  item_id uuid not null references comment_item,
  at timestamptz not null,
  action text not null,
  from_state text,
  to_state text not null,
  by_name text,
  by_title text,
  unit_id uuid,
  reason text,
  transfer_id uuid,
  unique (item_id, transfer_id)
);
create index comment_item_history_item on comment_item_history (item_id, at, id);

create table member_move (
  transfer_id uuid primary key,
  member_id uuid not null,
  number text not null,
  origin_branch_id uuid not null,
  destination_branch_id uuid not null,
  completed_on date not null,
  recorded_at timestamptz not null
);
create index member_move_member on member_move (member_id, completed_on, recorded_at);

create table demo_load (
  single boolean primary key default true check (single),
  loaded_at timestamptz not null default now()
);
`;
