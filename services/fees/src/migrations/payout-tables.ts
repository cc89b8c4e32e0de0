/**
 * Where retained dues go, and how they get there. A number of a bank account stands sealed, with a blind index beside it; who did
 * something is kept as they acted then (`…_by`: account, member, name, title, unit).
 */
export const payoutTables: readonly string[] = [
  `create type beneficiary_status as enum ('PENDING', 'APPROVED', 'REJECTED', 'ENDED')`,
  // an applicant is known by account only until the branch has admitted them; holder null and null: the organisation itself
  `create table beneficiary_account (
    id uuid primary key default uuidv7(),
    version int not null default 1,
    number text collate "C" not null unique,
    unit_id uuid not null,
    holder_member_id uuid,
    applicant_account_id uuid,
    by_office boolean not null default false,
    holder_name text not null,
    bank_code text not null,
    account_sealed text not null,
    account_index text not null,
    account_mask text not null,
    status beneficiary_status not null default 'PENDING',
    declared_on date not null,
    declared_by jsonb not null,
    decided_on date,
    ended_on date,
    reason text,
    check ((status = 'ENDED') = (ended_on is not null))
  )`,
  `create unique index beneficiary_account_one_active on beneficiary_account (unit_id) where status = 'APPROVED'`,
  // what applicants declare must not keep the unit itself from declaring
  `create unique index beneficiary_account_one_pending on beneficiary_account (unit_id)
    where status = 'PENDING' and applicant_account_id is null`,
  `create unique index beneficiary_account_one_of_an_applicant on beneficiary_account (applicant_account_id)
    where status = 'PENDING'`,
  'create index beneficiary_account_of_unit on beneficiary_account (unit_id, id)',
  `create index beneficiary_account_of_holder on beneficiary_account (holder_member_id) where status in ('PENDING', 'APPROVED')`,
  // what was done to accounts, payouts, remittances and lines of statements, each by its own id
  `create table dossier_step (
    id uuid primary key default uuidv7(),
    dossier_id uuid not null,
    at timestamptz not null,
    action text not null,
    from_state text,
    to_state text not null,
    actor jsonb,
    reason text
  )`,
  'create index dossier_step_of on dossier_step (dossier_id, id)',
];
