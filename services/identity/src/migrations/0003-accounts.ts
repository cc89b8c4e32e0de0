import { Migration } from '@mikro-orm/migrations';

// As `searchKey` of packages/vietnam folds: no marks, lower case. Folded by the table, so that no writer can forget it.
const folded = (column: string) =>
  `lower(regexp_replace(normalize(translate(${column}, 'Đđ', 'Dd'), NFD), '[\\u0300-\\u036f]', '', 'g'))`;

const form = `
create extension if not exists pg_trgm;
alter table account
  add column party_full_name text,
  add column permanent_address_parts jsonb,
  add column employer jsonb,
  add column extended_sealed text check (extended_sealed like 'v_.%'),
  add column phone_sealed text check (phone_sealed like 'v_.%'),
  add column phone_index text,
  add column receives_retained_dues boolean not null default false,
  add column registry_source text check (registry_source in ('REGISTRY', 'SELF_DECLARED')),
  add column channel text not null default 'ONLINE' check (channel in ('ONLINE', 'PAPER', 'POST')),
  add column paper_reference text,
  add column entered_by uuid references account,
  add column vouched boolean not null default true,
  add column search_key text not null generated always as (${folded('full_name')}) stored,
  add check ((phone_sealed is null) = (phone_index is null)),
  add check ((channel = 'ONLINE') = (paper_reference is null));
create index account_search on account using gin (search_key gin_trgm_ops);
create index account_name on account (search_key, id);
create index account_status on account (status, search_key, id);
create index account_branch on account (branch_id, search_key, id);
create index account_card on account (card_number_index) where card_number_index is not null;
create index account_legacy_card on account (legacy_card_number) where legacy_card_number is not null;
create index account_phone on account (phone_index) where phone_index is not null;
`;

const changeRequests = `
create table account_change_request (
  id uuid primary key default uuidv7(),
  version integer not null default 1,
  status text not null,
  account_id uuid not null references account,
  member_id uuid not null references member,
  number text not null unique,
  branch_id uuid not null,
  approver_unit_id uuid not null,
  fields text[] not null check (cardinality(fields) > 0),
  changes_sealed text not null check (changes_sealed like 'v_.%'),
  important boolean not null,
  note text,
  submitted_on date not null,
  decided_on date,
  rejection_reason text,
  check ((decided_on is null) = (status in ('PENDING_BRANCH', 'PENDING_SUPERIOR')))
);
create unique index account_change_request_open on account_change_request (account_id)
  where status in ('PENDING_BRANCH', 'PENDING_SUPERIOR');
create index account_change_request_waiting on account_change_request (branch_id, submitted_on, id)
  where status in ('PENDING_BRANCH', 'PENDING_SUPERIOR');
create index account_change_request_account on account_change_request (account_id, id);

create table account_change_history (
  request_id uuid not null references account_change_request,
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
  primary key (request_id, step)
);
`;

// Who holds, or has declared, the account for retained dues of a unit: fees' word, copied.
const retainedDues = `
create table retained_dues_holder (
  beneficiary_account_id uuid primary key,
  unit_id uuid not null,
  member_id uuid,
  state text not null check (state in ('DECLARED', 'APPROVED', 'REJECTED', 'ENDED'))
);
create index retained_dues_holder_member on retained_dues_holder (member_id) where state in ('DECLARED', 'APPROVED');
`;

// The unit itself, or the nearest above it with a secretary or deputy in office on that day; null: nobody up to the root.
const inCharge = `
create function unit_in_charge(start uuid, day date) returns uuid language sql stable as $$
  select step.id
  from unit_copy self
  cross join lateral unnest(string_to_array(self.path::text, '.')::uuid[]) with ordinality as step(id, depth)
  where self.id = start and exists (
    select from position
    where position.unit_id = step.id and position.ended_on is null
      and position.from_date <= day and coalesce(position.to_date >= day, true)
      and position.role in ('BRANCH_SECRETARY', 'BRANCH_DEPUTY_SECRETARY', 'COMMITTEE_SECRETARY', 'COMMITTEE_DEPUTY_SECRETARY')
  )
  order by step.depth desc
  limit 1
$$;
`;

/** The whole registration form, change requests, and who holds an account for retained dues. */
export class Accounts extends Migration {
  override up(): void {
    for (const sql of [form, changeRequests, retainedDues, inCharge]) this.addSql(sql);
  }
}
