/**
 * What types and kinds of units there are, what they are called, which of them hold members, and what may stand directly
 * below what: each for a time (`during`), because the meaning of the levels keeps changing (domain 3.2). `parent_type` null
 * is the root.
 */
export const unitTypeTables: readonly string[] = [
  `create table unit_type (
    code text not null,
    during daterange not null default daterange(null, null) check (not isempty(during)),
    label text not null,
    rank smallint not null,
    may_hold_members boolean not null,
    -- how many groups the code of such a unit has; null: one more than the unit above
    code_groups smallint,
    exclude using gist (code with =, during with &&)
  )`,
  `create table unit_type_parent (
    type text not null,
    parent_type text,
    during daterange not null default daterange(null, null) check (not isempty(during)),
    exclude using gist (type with =, coalesce(parent_type, '') with =, during with &&)
  )`,
  `create table unit_kind (
    code text not null,
    during daterange not null default daterange(null, null) check (not isempty(during)),
    label text not null,
    rank smallint not null,
    exclude using gist (code with =, during with &&)
  )`,
  `insert into unit_type (code, label, rank, may_hold_members, code_groups) values
    ('CENTRAL', 'Trung ương', 0, false, null),
    ('PROVINCE', 'Đảng bộ tỉnh, thành phố', 1, false, 1),
    ('SUPERIOR', 'Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng', 2, false, 2),
    ('GRASSROOTS_COMMITTEE', 'Đảng bộ cơ sở', 3, false, 3),
    ('GRASSROOTS_BRANCH', 'Chi bộ cơ sở', 4, true, 3),
    ('SUB_COMMITTEE', 'Đảng bộ bộ phận', 5, false, 4),
    ('BRANCH', 'Chi bộ trực thuộc', 6, true, 5),
    ('PARTY_GROUP', 'Tổ đảng', 7, false, null)`,
  `insert into unit_type_parent (type, parent_type) values
    ('CENTRAL', null), ('PROVINCE', 'CENTRAL'), ('SUPERIOR', 'PROVINCE'),
    ('GRASSROOTS_COMMITTEE', 'PROVINCE'), ('GRASSROOTS_COMMITTEE', 'SUPERIOR'),
    ('GRASSROOTS_BRANCH', 'PROVINCE'), ('GRASSROOTS_BRANCH', 'SUPERIOR'),
    ('SUB_COMMITTEE', 'GRASSROOTS_COMMITTEE'), ('BRANCH', 'GRASSROOTS_COMMITTEE'), ('BRANCH', 'SUB_COMMITTEE'),
    ('PARTY_GROUP', 'GRASSROOTS_BRANCH'), ('PARTY_GROUP', 'BRANCH')`,
  `insert into unit_kind (code, label, rank) values
    ('COMMUNE', 'Xã, phường, đặc khu', 0), ('RESIDENTIAL', 'Thôn, tổ dân phố, khu dân cư', 1), ('AGENCY', 'Cơ quan', 2),
    ('ENTERPRISE', 'Doanh nghiệp', 3), ('PUBLIC_SERVICE', 'Đơn vị sự nghiệp', 4),
    ('ARMED_FORCES', 'Lực lượng vũ trang', 5), ('OVERSEAS', 'Ngoài nước', 6), ('OTHER', 'Khác', 7)`,
];
