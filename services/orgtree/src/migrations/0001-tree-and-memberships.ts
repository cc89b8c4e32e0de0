import { eventTables } from '@dang/events/migrations';
import { serviceTables } from '@dang/service/tables';
import { Migration } from '@mikro-orm/migrations';

/**
 * The effective-dated tree and who belongs where. Periods and memberships are half-open: the first day belongs, the last
 * does not. That two of them never overlap is a constraint of the table, not care in the code.
 */
export class TreeAndMemberships extends Migration {
  override up(): void {
    this.addSql('create extension if not exists ltree');
    this.addSql('create extension if not exists btree_gist');
    for (const sql of [...serviceTables, ...eventTables]) this.addSql(sql);

    this.addSql(`
      create table unit (
        id uuid primary key,
        version integer not null default 1,
        valid_from date not null,
        valid_to date,
        check (valid_to > valid_from)
      )`);
    this.addSql(`
      create table unit_period (
        id uuid primary key default uuidv7(),
        unit_id uuid not null references unit,
        during daterange not null,
        code text collate "C" not null check (code ~ '^(CENTRAL|\\d{2}(\\.\\d{3}){0,4})$'),
        name text not null check (name <> ''),
        short_name text not null check (short_name <> ''),
        type text not null check (type in ('CENTRAL', 'PROVINCE', 'SUPERIOR', 'GRASSROOTS_COMMITTEE', 'GRASSROOTS_BRANCH',
          'SUB_COMMITTEE', 'BRANCH', 'PARTY_GROUP')),
        kind text not null check (kind in ('COMMUNE', 'RESIDENTIAL', 'AGENCY', 'ENTERPRISE', 'PUBLIC_SERVICE', 'ARMED_FORCES',
          'OVERSEAS', 'OTHER')),
        parent_id uuid references unit,
        path ltree not null,
        region_min_wage smallint check (region_min_wage between 1 and 4),
        has_digital_signature boolean not null default false,
        address text,
        check (not isempty(during)),
        check (ltree2text(subpath(path, -1)) = unit_id::text),
        check ((parent_id is null) = (nlevel(path) = 1)),
        constraint unit_period_no_overlap exclude using gist (unit_id with =, during with &&),
        constraint unit_period_one_code exclude using gist (code with =, during with &&)
      )`);
    this.addSql('create index unit_period_path on unit_period using gist (path)');
    this.addSql('create index unit_period_children on unit_period (parent_id, code, unit_id)');
    this.addSql('create index unit_period_type on unit_period (type, code, unit_id)');

    this.addSql(`
      create table membership (
        id uuid primary key,
        member_id uuid not null,
        unit_id uuid not null references unit,
        kind text not null check (kind in ('OFFICIAL', 'TEMPORARY')),
        valid_from date not null,
        valid_to date,
        cause text not null check (cause in ('IMPORT', 'REGISTRATION', 'TRANSFER', 'TEMPORARY_STAY', 'REORGANISATION', 'CORRECTION')),
        cause_id uuid,
        end_cause text check (end_cause in ('TRANSFER', 'TEMPORARY_STAY', 'REORGANISATION', 'CORRECTION')),
        end_cause_id uuid,
        name_key text collate "C" not null default '',
        version integer not null default 1,
        check (valid_to >= valid_from),
        check ((valid_to is null) = (end_cause is null)),
        constraint membership_one_of_a_kind
          exclude using gist (member_id with =, kind with =, daterange(valid_from, valid_to) with &&)
      )`);
    this.addSql('create index membership_by_name on membership (unit_id, kind, name_key, member_id)');
    this.addSql('create index membership_everywhere_by_name on membership (kind, name_key, member_id)');
    this.addSql('create index membership_of_member on membership (member_id, valid_from)');
    this.addSql(
      `create unique index membership_once_a_cause on membership (cause_id, valid_from) where cause in ('TRANSFER', 'REGISTRATION')`,
    );

    this.addSql(`
      create table placement (
        member_id uuid primary key,
        version integer not null default 1,
        branch_id uuid references unit,
        since date,
        temporary_branch_id uuid references unit,
        temporary_since date,
        residence_branch_id uuid
      )`);

    this.addSql(`
      create table member_name (
        member_id uuid primary key,
        version bigint not null,
        name_key text collate "C" not null
      )`);

    this.addSql(`
      create table demo_load (
        only_one boolean primary key default true check (only_one),
        loaded_at timestamptz not null default now()
      )`);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
