import { Migration } from '@mikro-orm/migrations';

const claims = `
create table position_claim (
  id uuid primary key default uuidv7(),
  version integer not null default 1,
  number text not null unique,
  status text not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'ENDED', 'WITHDRAWN')),
  account_id uuid not null references account,
  member_id uuid references member,
  unit_id uuid not null,
  approver_unit_id uuid,
  role text not null check (role in ('BRANCH_SECRETARY', 'BRANCH_DEPUTY_SECRETARY', 'BRANCH_COMMITTEE_MEMBER',
    'COMMITTEE_SECRETARY', 'COMMITTEE_DEPUTY_SECRETARY')),
  title text not null,
  from_on date not null,
  through_on date check (through_on >= from_on),
  submitted_on date not null,
  decided_on date,
  reason text,
  position_id uuid unique references position,
  check ((status = 'PENDING') = (decided_on is null)),
  check ((status in ('APPROVED', 'ENDED')) = (position_id is not null)),
  check (position_id is null or member_id is not null)
);
create unique index position_claim_open on position_claim (account_id, unit_id, role) where status = 'PENDING';
create index position_claim_waiting on position_claim (unit_id, submitted_on, id) where status = 'PENDING';
create index position_claim_account on position_claim (account_id, id);

create table position_claim_history (
  claim_id uuid not null references position_claim,
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
  primary key (claim_id, step)
);
`;

// Staff are appointed, not claimed: who did it stays with the position. Reviews and last uses are kept by the id of
// whatever is held, so that positions, delegations and system rights are reviewed in one list.
const offices = `
alter table position add column appointed_by uuid references member;
create index position_term on position (to_date) where ended_on is null and to_date is not null;
create index delegation_term on delegation (to_date) where ended_on is null;
create index admin_grant_unit on admin_grant (unit_id) where ended_on is null;

create table capacity_use (
  position_id uuid primary key,
  last_used_at timestamptz not null
);

create table officer_review (
  position_id uuid primary key,
  confirmed_on date,
  reviewed_on date,
  reviewed_by uuid references member,
  reviewer_name text,
  check ((reviewed_on is null) = (reviewer_name is null))
);
`;

const sessions = `
alter table session add column last_seen_at timestamptz;

create table rate_limit (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
`;

/** What somebody claims to be, who reviews officers, and when a session was last seen. */
export class PositionsAndSessions extends Migration {
  override up(): void {
    for (const sql of [claims, offices, sessions]) this.addSql(sql);
  }
}
