/**
 * `self_report` is made with the item that asks for it. `residence_contact` is the list of members who keep contact with a branch where
 * they live ("đảng viên 213"). `item_notice` is what was told of a term, once each. `waiting_unit_id` of an item is the unit whose turn it
 * is (`actingUnitOf`), null for a closed one: what stands on whose desk.
 */
export const reportTables: readonly string[] = [
  `create table self_report (
    item_id uuid primary key references comment_item,
    version integer not null default 1,
    member_id uuid not null,
    status text not null check (status in ('REQUESTED', 'DRAFT', 'SENT')),
    requested_at timestamptz not null,
    general_comment text check (length(general_comment) between 1 and 10000),
    file_id uuid references stored_file,
    sent_at timestamptz,
    channel text not null default 'ONLINE' check (channel in ('ONLINE', 'PAPER', 'POST')),
    entered_by_name text,
    entered_by_title text,
    check ((status = 'SENT') = (sent_at is not null)),
    check (status <> 'SENT' or general_comment is not null or file_id is not null)
  )`,
  `insert into self_report (item_id, member_id, status, requested_at)
    select id, member_id, 'REQUESTED', sent_at from comment_item where self_report_required and closed_on is null`,
  'create index self_report_member on self_report (member_id, requested_at desc)',
  `create table self_report_step (
    id uuid primary key default uuidv7(),
    item_id uuid not null references self_report,
    at timestamptz not null,
    action text not null,
    from_state text not null,
    to_state text not null,
    by_name text,
    by_title text,
    unit_id uuid
  )`,
  'create index self_report_step_item on self_report_step (item_id, at, id)',
  `create table residence_contact (
    member_id uuid primary key,
    branch_id uuid not null,
    item_id uuid references comment_item,
    since date not null
  )`,
  'create index residence_contact_branch on residence_contact (branch_id, member_id)',
  `create table item_notice (
    item_id uuid not null references comment_item,
    kind text not null check (kind in ('DUE_SOON', 'OVERDUE')),
    due_on date not null,
    told_on date not null,
    primary key (item_id, kind, due_on)
  )`,
  `alter table comment_item add column waiting_unit_id uuid generated always as (case
    when status in ('AT_BRANCH', 'DRAFTING') or status = 'SENT' and type = 'INTRODUCE'
      then coalesce(residence_branch_id, residence_unit_id)
    when status in ('SENT', 'SUBMITTED', 'APPROVED') then residence_unit_id
    when status in ('RETURNED', 'DELIVERED') then workplace_unit_id end) stored`,
  `create index comment_item_waiting on comment_item (waiting_unit_id, sent_at, id) where waiting_unit_id is not null`,
  `create index comment_item_due on comment_item (due_on, id) where closed_on is null and due_on is not null`,
];
