const person = (what: string) => `${what}_by_member_id uuid, ${what}_by_name text, ${what}_by_title text`;

/**
 * A sheet is written on an item; at most one is open at a time, and a delivered one never changes: a correction is a new sheet that
 * names the old (`replaces_id`). The six criteria hold the codes of the form (domain: 7.4).
 * `year_end_comment` is what a member's year comes to: the delivered sheet in force of the yearly request.
 */
export const sheetTables: readonly string[] = [
  `create table comment_sheet (
    id uuid primary key,
    version integer not null default 1,
    item_id uuid not null references comment_item,
    status text not null check (status in ('DRAFT', 'SUBMITTED', 'APPROVED', 'DELIVERED', 'DISCARDED')),
    exemplary_conduct text check (exemplary_conduct in ('EXEMPLARY_GOOD', 'EXEMPLARY', 'NOT_EXEMPLARY')),
    civic_duty text check (civic_duty in ('LEADING', 'MODEL', 'NOT_MODEL')),
    meeting_attendance text check (meeting_attendance in ('FULL', 'PARTIAL', 'NONE')),
    contact_keeping text check (contact_keeping in ('REGULAR_ACTIVE', 'REGULAR', 'IRREGULAR')),
    mobilisation text check (mobilisation in ('VERY_ACTIVE', 'ACTIVE', 'NOT_ACTIVE')),
    proposal text check (proposal in ('COMMEND', 'NO_PROPOSAL', 'CONSIDER_ACTION')),
    other_comment text check (length(other_comment) between 1 and 5000),
    meeting_on date,
    front_committee_met boolean not null default false,
    ${person('drafted')}, drafted_at timestamptz not null,
    ${person('confirmed')}, confirmed_at timestamptz,
    ${person('approved')}, approved_at timestamptz,
    ${person('sent')}, delivered_at timestamptz,
    channel text not null default 'ONLINE' check (channel in ('ONLINE', 'PAPER', 'POST')),
    paper_reference text check (length(paper_reference) between 1 and 100),
    scan_id uuid references stored_file,
    signature_id uuid references document_signature,
    replaces_id uuid references comment_sheet,
    correction_reason text check (length(correction_reason) between 1 and 2000),
    check ((replaces_id is null) = (correction_reason is null)),
    check (status not in ('SUBMITTED', 'APPROVED', 'DELIVERED') or (exemplary_conduct is not null and civic_duty is not null
      and meeting_attendance is not null and contact_keeping is not null and mobilisation is not null and proposal is not null)),
    check (status not in ('SUBMITTED', 'APPROVED', 'DELIVERED') or proposal <> 'CONSIDER_ACTION' or other_comment is not null),
    check (status <> 'DELIVERED' or delivered_at is not null
      and case channel when 'ONLINE' then signature_id is not null else scan_id is not null end)
  )`,
  `create unique index comment_sheet_open on comment_sheet (item_id) where status in ('DRAFT', 'SUBMITTED', 'APPROVED')`,
  'create index comment_sheet_item on comment_sheet (item_id, drafted_at)',
  "create unique index comment_sheet_replaces on comment_sheet (replaces_id) where status <> 'DISCARDED'",
  `create function keep_delivered_sheet() returns trigger language plpgsql as $$
  begin
    raise exception 'a delivered sheet never changes: a correction is a new sheet';
  end $$`,
  `create trigger comment_sheet_kept before update or delete on comment_sheet
    for each row when (old.status = 'DELIVERED') execute function keep_delivered_sheet()`,
  `create table year_end_comment (
    member_id uuid not null,
    year integer not null,
    item_id uuid not null references comment_item,
    sheet_id uuid not null references comment_sheet,
    delivered_at timestamptz not null,
    received_at timestamptz,
    primary key (member_id, year)
  )`,
  'create index year_end_comment_item on year_end_comment (item_id)',
];
