/**
 * The local copies that a service decides by, for its first migration. Each row is the whole of what its owner last said,
 * with the owner's version. Paths are ltree labels of unit ids (root first, itself last), so that a subtree is one index
 * range and a renamed or recoded unit moves nobody.
 */
export const referenceTables = `
create extension if not exists ltree;

create table unit_copy (
  id uuid primary key,
  version bigint not null,
  code text not null,
  name text not null,
  short_name text not null,
  type text not null,
  kind text not null,
  parent_id uuid,
  path ltree not null,
  region_min_wage smallint,
  valid_from date not null,
  valid_to date
);
create index unit_copy_path_tree on unit_copy using gist (path gist_ltree_ops(siglen = 64));
create index unit_copy_path_order on unit_copy (path);
create index unit_copy_parent on unit_copy (parent_id);
create index unit_copy_code on unit_copy (code);

create table member_copy (
  id uuid primary key,
  version bigint not null,
  full_name text not null,
  gender text not null,
  date_of_birth date not null,
  join_date date,
  official_date date,
  status text not null,
  force_category text not null,
  under_inspection boolean not null,
  card_number_sealed text,
  legacy_card_number text,
  profile_number text,
  residence_branch_id uuid,
  residence_contact_mode text not null
);

create table placement_copy (
  member_id uuid primary key,
  version bigint not null,
  branch_id uuid,
  since date,
  temporary_branch_id uuid,
  temporary_since date,
  residence_branch_id uuid
);
create index placement_copy_branch on placement_copy (branch_id, member_id);
create index placement_copy_temporary on placement_copy (temporary_branch_id, member_id) where temporary_branch_id is not null;
create index placement_copy_residence on placement_copy (residence_branch_id, member_id) where residence_branch_id is not null;

create table standing_copy (
  member_id uuid primary key,
  version bigint not null,
  paid_through text,
  open_months text[] not null,
  charged_by uuid
);

create table officers_copy (
  unit_id uuid primary key,
  version bigint not null,
  officers jsonb not null
);
`;
