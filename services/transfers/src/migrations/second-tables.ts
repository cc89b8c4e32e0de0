/**
 * What the temporary transfer, letters that leave the system or come from outside, signed boxes and explained terms need beyond the first
 * tables. Everything is added to: rows of before stay as they are.
 */
export const secondTables: readonly string[] = [
  // Drafts, kinds, ends outside of the system.
  `alter table transfer_dossier
     drop constraint transfer_dossier_kind_check,
     drop constraint transfer_dossier_status_check,
     drop constraint transfer_dossier_reason_check,
     drop constraint transfer_dossier_check1,
     alter column reason drop not null,
     alter column origin_branch_id drop not null,
     alter column destination_branch_id drop not null,
     alter column decision_number drop not null,
     alter column decision_date drop not null,
     alter column decision_issuer drop not null,
     alter column effective_date drop not null,
     add column submitted boolean not null default true,
     add column gender text,
     add column origin_text text,
     add column destination_text text,
     add column converts_id uuid references transfer_dossier`,
  `alter table transfer_dossier
     add check (kind in ('OFFICIAL', 'TEMPORARY')),
     add check (status in ('DRAFT', 'SUBMITTED', 'SUPPLEMENT_REQUESTED', 'ORIGIN_MET', 'REJECTED', 'IN_ORIGIN_CHAIN', 'SENT', 'SENT_OUT',
       'IN_DEST_CHAIN', 'RETURNED_BY_DEST', 'INCOMING_PAPER', 'AT_DEST_BRANCH', 'ACTIVE_TEMPORARY', 'EXTENSION_REQUESTED', 'RETURNING',
       'BACK_AT_ORIGIN', 'CONVERTED', 'COMPLETED', 'CANCELLED')),
     add check (reason in ('CHANGE_WORKPLACE', 'RETIRED', 'RESIGNED_DEMOBILISED', 'CHANGE_RESIDENCE', 'WORK', 'LABOUR', 'STUDY')),
     add check (case status when 'CONVERTED' then true
       else (closed_on is not null) = (status in ('REJECTED', 'COMPLETED', 'CANCELLED')) end),
     add constraint transfer_dossier_complete check (sent_at is null and status in ('DRAFT', 'CANCELLED') or (reason is not null
       and (origin_branch_id is not null or origin_text is not null)
       and (destination_branch_id is not null or destination_text is not null)
       and decision_number is not null and decision_date is not null and decision_issuer is not null and effective_date is not null))`,
  'drop index transfer_dossier_one_open',
  `create unique index transfer_dossier_one_open on transfer_dossier (member_id)
     where closed_on is null and status not in ('DRAFT', 'CONVERTED')`,
  `create unique index transfer_dossier_one_draft on transfer_dossier (member_id, kind) where status = 'DRAFT'`,
  'create index transfer_dossier_converts on transfer_dossier (converts_id) where converts_id is not null',
  // Desks: what is overdue, and stays that end, whose branch waits for nobody.
  'create index transfer_dossier_due on transfer_dossier (due_on) where closed_on is null',
  `create index transfer_dossier_stay_ends on transfer_dossier (destination_branch_id, due_on) where status = 'ACTIVE_TEMPORARY'`,
  // Who comes with a letter from outside may be known here already.
  'create index member_copy_born on member_copy (date_of_birth)',
  `create index transfer_dossier_born on transfer_dossier (date_of_birth)
     where origin_branch_id is null and origin_text is not null`,

  // What was brought, as what. A file that is not here is of no particular kind.
  `create table transfer_document (
     file_id uuid primary key references stored_file,
     dossier_id uuid not null references transfer_dossier,
     role text not null check (role in ('DECISION', 'SELF_CRITICISM', 'MINUTES', 'PAPER_LETTER', 'OTHER'))
   )`,
  'create index transfer_document_dossier on transfer_document (dossier_id)',

  // Terms that have passed: told once, explained once.
  `create table transfer_term_told (
     dossier_id uuid not null references transfer_dossier,
     flag text not null check (flag in ('OVERDUE_60', 'OVERDUE_PRESENT')),
     due_on date not null,
     primary key (dossier_id, flag, due_on)
   )`,
  `create table transfer_delay (
     dossier_id uuid not null references transfer_dossier,
     flag text not null check (flag in ('OVERDUE_60', 'OVERDUE_PRESENT', 'OVERDUE_RETURN')),
     reason text not null,
     explained_on date not null,
     by_name text not null,
     by_title text not null,
     primary key (dossier_id, flag)
   )`,

  // Letters: both forms, boxes that somebody outside fills, signatures, the one correction of a box.
  `alter table introduction_letter
     drop constraint introduction_letter_type_check,
     add column outside_number text,
     add check (type in ('TEN_BOX', 'EIGHT_BOX', 'INTERNAL', 'ABROAD'))`,
  `alter table letter_box
     drop constraint letter_box_status_check,
     drop constraint letter_box_check,
     add column unit_name text,
     add column signature_id uuid references document_signature,
     add column corrected_by_name text,
     add column corrected_by_title text,
     add column corrected_at timestamptz,
     add column correction_signature_id uuid references document_signature,
     add check (status in ('CROSSED_OUT', 'PENDING', 'NEXT', 'RETURNED', 'SIGNED', 'OUTSIDE')),
     add check (status = 'OUTSIDE' or (status = 'CROSSED_OUT') = (unit_id is null)),
     add check (corrected_at is null or correction is not null)`,
  // A box that comes to another unit and is signed again there is in the registers of both.
  `alter table register_entry
     drop constraint register_entry_letter_id_box_index_key,
     add unique (letter_id, box_index, unit_id)`,

  `alter table branch_meeting
     add column votes_for integer check (votes_for >= 0),
     add column votes_against integer check (votes_against >= 0),
     add check (coalesce(votes_for, 0) + coalesce(votes_against, 0) <= present)`,
  // A transfer that begins again after its letter was voided meets anew.
  'alter table branch_meeting add column recorded_at timestamptz not null default now()',

  // The sealed file: a lost one stays on record beside the one that took its place.
  `alter table sealed_file
     drop constraint sealed_file_pkey,
     add column number smallint not null default 1,
     add column seal_note text,
     add column lost_on date,
     add column lost_place text,
     add column lost_report text,
     add column loss_confirmation text,
     add column loss_reported_by_name text,
     add primary key (dossier_id, number),
     add check ((lost_on is null) = (lost_report is null)),
     add check (lost_on is null or received_on is null)`,
  'create unique index sealed_file_one_on_its_way on sealed_file (dossier_id) where lost_on is null',

  // Which reorganisations are whole, so that who is placed later by one of them follows as well.
  `create table followed_reorganisation (
     reorganisation_id uuid primary key,
     decision_number text not null,
     followed_at timestamptz not null default now()
   )`,

  // Stays.
  `create table temporary_stay (
     dossier_id uuid primary key references transfer_dossier,
     -- a draft may leave its term open
     from_date date,
     through date,
     original_through date,
     purpose text,
     special_document text,
     dues_at text not null check (dues_at in ('TEMPORARY', 'OFFICIAL')),
     dues_paid_through text check (dues_paid_through ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
     started_on date,
     ended_on date check (ended_on >= started_on),
     comment text,
     commented_on date,
     commented_by_name text,
     commented_by_title text,
     returned_through text check (returned_through ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
     check (ended_on is null or started_on is not null),
     check (started_on is null or through >= from_date)
   )`,
  'create index temporary_stay_running on temporary_stay (through) where started_on is not null and ended_on is null',
  `create table stay_extension (
     id uuid primary key default uuidv7(),
     dossier_id uuid not null references transfer_dossier,
     asked_on date not null,
     old_through date not null,
     new_through date not null check (new_through > old_through),
     reason text not null,
     granted boolean,
     decided_on date,
     decision_reason text,
     decided_by_name text,
     decided_by_title text,
     special_document text,
     check ((granted is null) = (decided_on is null))
   )`,
  'create unique index stay_extension_one_open on stay_extension (dossier_id) where granted is null',
  `create table stay_note (
     id uuid primary key default uuidv7(),
     dossier_id uuid not null references transfer_dossier,
     noted_on date not null,
     note text not null,
     by_name text not null,
     by_title text not null
   )`,
  'create index stay_note_dossier on stay_note (dossier_id)',
  `create table stay_conversion (
     id uuid primary key default uuidv7(),
     dossier_id uuid not null references transfer_dossier,
     asked_on date not null,
     request jsonb not null,
     agreed boolean,
     decided_on date,
     decision_reason text,
     official_dossier_id uuid references transfer_dossier,
     check ((agreed is null) = (decided_on is null)),
     check ((agreed is true) = (official_dossier_id is not null))
   )`,
  'create unique index stay_conversion_one_open on stay_conversion (dossier_id) where agreed is null',
  `create table stay_due_told (
     dossier_id uuid not null references transfer_dossier,
     through date not null,
     stage text not null check (stage in ('DAYS_30', 'DAYS_7', 'LAST_DAY', 'OVERDUE')),
     times integer not null default 0 check (times >= 0),
     primary key (dossier_id, through, stage, times)
   )`,

  // Ends outside of the system: what a letter from there said, and what was heard of a letter that went there.
  `create table letter_from_outside (
     dossier_id uuid primary key references transfer_dossier,
     province_code text,
     transfer_id uuid,
     letter_id uuid,
     sending integer,
     letter jsonb not null,
     sent_on date,
     unique (province_code, transfer_id, sending)
   )`,
  `create table outside_document (
     dossier_id uuid not null references transfer_dossier,
     source_file_id uuid not null,
     role text not null,
     file_name text not null,
     content_type text not null,
     byte_size integer not null,
     sha256 bytea not null check (octet_length(sha256) = 32),
     primary key (dossier_id, source_file_id)
   )`,
  `create table outside_answer (
     id uuid primary key default uuidv7(),
     dossier_id uuid not null references transfer_dossier,
     letter_id uuid not null references introduction_letter,
     sending integer not null,
     answer text not null check (answer in ('RECEIVED', 'RETURNED', 'STAY_ENDED')),
     answered_on date not null,
     unit_name text not null,
     signer_name text,
     signer_title text,
     document_number text,
     reason text,
     comment text,
     document_sha256 bytea check (octet_length(document_sha256) = 32),
     entered_by_name text
   )`,
  'create unique index outside_answer_once on outside_answer (letter_id, sending, answer)',
  'create index outside_answer_dossier on outside_answer (dossier_id)',
];
