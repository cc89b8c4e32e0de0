/** Who is asked for and who is exempt (Guidance 33-HD/BTCTW of 30/10/2020 on Regulation 213-QĐ/TW), by the member's mode of contact. */
const exemptionRules: readonly (readonly [
  code: string,
  contactMode: string,
  label: string,
  isIntroduced: boolean,
  yearlyComment: boolean,
  commentOnRequest: boolean,
])[] = [
  ['WORKING', 'NORMAL', 'Đảng viên đang công tác, giữ mối liên hệ với nơi cư trú', true, true, true],
  [
    'EXEMPT_FROM_ACTIVITY',
    'INTRODUCED_EXEMPT_ACTIVITY',
    'Được giới thiệu nhưng miễn sinh hoạt nơi cư trú (công tác thường xuyên ở xa, lưu động; cán bộ luân chuyển ở nhà công vụ; học tập trung 12 tháng trong năm; học sinh, sinh viên xa nhà); chỉ lấy nhận xét khi cần thiết',
    true,
    false,
    true,
  ],
  [
    'NOT_INTRODUCED',
    'NOT_INTRODUCED',
    'Không giới thiệu về nơi cư trú (nhiệm vụ đặc biệt, đơn vị sẵn sàng chiến đấu và các trường hợp khác theo hướng dẫn)',
    false,
    false,
    false,
  ],
];

const quoted = (value: string | boolean) =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

/**
 * A list holds rows until it is sent; sending makes an item of each, and the rows stay as what was asked. `exemption` is the code of the
 * rule that frees a member from the comment, `inclusion_reason` why they are asked for all the same.
 * `yearly_year` of an item is the year of a yearly request for a comment, null for any other: one a member and year.
 */
export const listTables: readonly string[] = [
  'alter table comment_campaign add column version integer not null default 1',
  'alter table comment_list drop constraint comment_list_status_check',
  `alter table comment_list
    add check (status in ('DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'SENT', 'COMPLETED', 'DISCARDED')),
    add column created_by_role text,
    add column purpose_note text check (length(purpose_note) between 1 and 500),
    add column paper_reference text check (length(paper_reference) between 1 and 100),
    add column submitted_at timestamptz,
    add column approval_signature_id uuid references document_signature,
    add column send_signature_id uuid references document_signature,
    add column sent_by_member_id uuid,
    add column sent_by_name text,
    add column sent_by_title text,
    add column completed_at timestamptz`,
  `create table comment_list_row (
    list_id uuid not null references comment_list,
    member_id uuid not null,
    place integer not null check (place >= 1),
    type text not null check (type in ('REQUEST_COMMENT', 'INTRODUCE', 'INTRODUCE_AND_REQUEST')),
    self_report_required boolean not null,
    residence_unit_id uuid,
    residence_branch_id uuid,
    residence_adjusted boolean not null default false,
    exemption text,
    inclusion_reason text check (length(inclusion_reason) between 1 and 500),
    primary key (list_id, member_id),
    check (residence_branch_id is null or residence_unit_id is not null)
  )`,
  'create unique index comment_list_row_place on comment_list_row (list_id, place)',
  `create table comment_list_history (
    id uuid primary key default uuidv7(),
    list_id uuid not null references comment_list,
    at timestamptz not null,
    action text not null,
    from_state text,
    to_state text not null,
    by_name text,
    by_title text,
    unit_id uuid,
    reason text
  )`,
  'create index comment_list_history_list on comment_list_history (list_id, at, id)',
  `create table number_counter (
    unit_id uuid not null,
    day date not null,
    last integer not null check (last >= 1),
    primary key (unit_id, day)
  )`,
  `create table exemption_rule (
    code text primary key,
    place integer not null,
    contact_mode text not null,
    label text not null,
    is_introduced boolean not null,
    yearly_comment boolean not null,
    comment_on_request boolean not null,
    source text not null,
    valid_from date not null,
    valid_to date
  )`,
  `insert into exemption_rule (place, code, contact_mode, label, is_introduced, yearly_comment, comment_on_request, source, valid_from)
    values ${exemptionRules
      .map((rule, index) => `(${index + 1}, ${rule.map(quoted).join(', ')}, '33-HD/BTCTW', '2020-10-30')`)
      .join(', ')}`,
  `alter table comment_item
    add column yearly_year integer,
    add column updated_at timestamptz not null default now()`,
  `update comment_item item set yearly_year = list.year
    from comment_list list
    where list.id = item.list_id and list.purpose = 'YEARLY' and item.type <> 'INTRODUCE'`,
  `create unique index comment_item_yearly on comment_item (member_id, yearly_year)
    where yearly_year is not null and status <> 'CANCELLED'`,
];
