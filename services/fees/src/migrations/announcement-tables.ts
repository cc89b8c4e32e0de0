/**
 * What a branch has told its members to pay, and of what they were reminded. A row says that it was done: nobody is told the same
 * twice, however often a job runs.
 */
export const announcementTables: readonly string[] = [
  `create table dues_announcement (
    id uuid primary key default uuidv7(),
    branch_id uuid not null,
    period calendar_month not null,
    due_on date not null,
    announced_on date not null,
    announced_at timestamptz not null,
    announced_by jsonb not null,
    unique (branch_id, period)
  )`,
  `create table dues_announcement_line (
    announcement_id uuid not null,
    member_id uuid not null,
    amount bigint not null check (amount >= 0),
    arrears bigint not null check (arrears >= 0),
    primary key (announcement_id, member_id)
  )`,
  `create table dues_reminder (
    id uuid primary key default uuidv7(),
    branch_id uuid not null,
    period calendar_month not null,
    occasion text not null check (occasion in ('DAY_8', 'DAY_10', 'OVERDUE', 'MONTH_END', 'TWO_MONTHS')),
    reminded_on date not null,
    members int not null,
    unique (period, occasion, branch_id)
  )`,
  `create table arrears_alert (
    id uuid primary key default uuidv7(),
    member_id uuid not null,
    year smallint not null,
    branch_id uuid not null,
    months text[] not null check (cardinality(months) >= 3),
    alerted_on date not null,
    unique (member_id, year)
  )`,
  'create index arrears_alert_branch on arrears_alert (branch_id, id)',
];
