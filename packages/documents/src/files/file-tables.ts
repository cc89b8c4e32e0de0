/**
 * The tables of files and signatures, for a migration of a service that keeps any.
 *
 * A row of `stored_file` exists only when its bytes do: the bytes are put first, the row follows in the transaction of whoever
 * uses it. `data_key_sealed` is the key of these bytes alone, sealed under the province's key. A file without `attached_kind`
 * belongs to nobody yet and is swept away after two days. What a row says of its bytes, and every signature, never changes.
 */
export const fileTables: readonly string[] = [
  `create table file_upload (
    id uuid primary key,
    account_id uuid not null,
    member_id uuid,
    file_name text not null check (length(file_name) between 1 and 150),
    content_type text not null,
    byte_size integer not null check (byte_size between 1 and 20971520),
    sha256 bytea check (octet_length(sha256) = 32),
    opened_at timestamptz not null default now(),
    expires_at timestamptz not null
  )`,
  'create index file_upload_expiry on file_upload (expires_at)',
  'create index file_upload_account on file_upload (account_id)',
  `create table stored_file (
    id uuid primary key,
    storage_key text not null unique,
    data_key_sealed text not null,
    file_name text not null check (length(file_name) between 1 and 150),
    content_type text not null,
    byte_size integer not null check (byte_size between 1 and 20971520),
    sha256 bytea not null check (octet_length(sha256) = 32),
    origin text not null check (origin in ('UPLOAD', 'SIGNED')),
    account_id uuid,
    stored_at timestamptz not null default now(),
    attached_kind text,
    attached_id uuid,
    check ((attached_kind is null) = (attached_id is null)),
    check ((origin = 'UPLOAD') = (account_id is not null))
  )`,
  'create index stored_file_attached on stored_file (attached_kind, attached_id) where attached_kind is not null',
  'create index stored_file_waiting on stored_file (stored_at) where attached_kind is null',
  'create index stored_file_sha256 on stored_file (sha256)',
  `create table document_signature (
    id uuid primary key,
    file_id uuid not null unique references stored_file,
    subject_kind text not null,
    subject_id uuid not null,
    step smallint not null check (step >= 1),
    previous_id uuid references document_signature,
    previous_sha256 bytea,
    sha256 bytea not null,
    signer_member_id uuid not null,
    signer_name text not null,
    signer_title text not null,
    signer_unit_id uuid not null,
    signer_unit_name text not null,
    certificate_id uuid not null,
    certificate_serial text not null,
    certificate_fingerprint text not null,
    signed_at timestamptz not null,
    unique (subject_kind, subject_id, step),
    check ((previous_id is null) = (previous_sha256 is null))
  )`,
  'create index document_signature_sha256 on document_signature (sha256)',
  `create function keep_stored_file() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' then
      if old.attached_kind is not null and current_setting('dang.forgets_files', true) is distinct from 'on' then
        raise exception 'a file that belongs to a dossier is not deleted';
      end if;
      return old;
    end if;
    if (new.id, new.file_name, new.content_type, new.byte_size, new.sha256, new.origin, new.account_id, new.stored_at)
      is distinct from
      (old.id, old.file_name, old.content_type, old.byte_size, old.sha256, old.origin, old.account_id, old.stored_at)
      or old.attached_kind is not null
        and (new.attached_kind, new.attached_id) is distinct from (old.attached_kind, old.attached_id) then
      raise exception 'what is said of a stored file never changes';
    end if;
    return new;
  end $$`,
  `create trigger stored_file_kept before update or delete on stored_file
    for each row execute function keep_stored_file()`,
  `create function keep_document_signature() returns trigger language plpgsql as $$
  begin
    raise exception 'a signature is never changed or deleted';
  end $$`,
  `create trigger document_signature_kept before update or delete on document_signature
    for each row execute function keep_document_signature()`,
];

/** Lets signatures go when their time is over (`forgetDocumentsOf`), and never otherwise: for a service whose records are not kept for ever. */
export const forgettableSignatures = `create or replace function keep_document_signature() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' and current_setting('dang.forgets_records', true) = 'on' then return old; end if;
    raise exception 'a signature is never changed or deleted';
  end $$`;
