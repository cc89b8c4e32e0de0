/** A status after which nobody takes part here any more: with an account it may close it, so a person decides (the queue). */
export const endingStatuses = ['STRUCK_OFF', 'EXPELLED', 'LEFT', 'DECEASED', 'TRANSFERRED_OUT'] as const;
const ending = endingStatuses.map((status) => `'${status}'`).join(', ');

/**
 * The waiting rows of some branches with the members whom they mean: by personal id, else, for a member whose personal id
 * nobody knew, by card, name and birthday. `status` is the one to be kept: what this system works out itself, and what would
 * close an account, an import does not overwrite.
 */
export const incoming = `
  select staged.*, found.id as member_id, placement.branch_id as placed_in,
    coalesce(found.status in ('TRANSFERRING', 'ACTIVE_TEMP_AWAY', 'TRANSFERRED_OUT') and staged.status = 'ACTIVE', false)
      or coalesce(staged.status in (${ending}) and found.status not in (${ending}) and account.id is not null, false) as keeps_status
  from member_import_row staged
  left join member by_id on by_id.personal_id_index = staged.personal_id_index
  left join lateral (
    select member.id from member
    where by_id.id is null and member.personal_id_index is null and member.date_of_birth = staged.date_of_birth
      and member.name_key = fold_name(staged.full_name)
      and (member.card_number_index = staged.card_number_index or member.legacy_card_number = staged.legacy_card_number)
    limit 1
  ) by_card on true
  left join member found on found.id = coalesce(by_id.id, by_card.id)
  left join placement_copy placement on placement.member_id = found.id
  left join account on account.member_id = found.id and account.status <> 'CLOSED'`;

/** The columns that an import writes: what the row says, where a gap in the file never erases what is known. */
const written: Record<string, string> = {
  full_name: 'incoming.full_name',
  other_name: 'coalesce(incoming.other_name, member.other_name)',
  gender: 'incoming.gender',
  date_of_birth: 'incoming.date_of_birth',
  permanent_address: 'coalesce(incoming.permanent_address, member.permanent_address)',
  personal_id_index: 'incoming.personal_id_index',
  card_number_index: 'coalesce(incoming.card_number_index, member.card_number_index)',
  legacy_card_number: 'coalesce(incoming.legacy_card_number, member.legacy_card_number)',
  profile_number: 'coalesce(incoming.profile_number, member.profile_number)',
  join_date: 'incoming.join_date',
  official_date: 'coalesce(incoming.official_date, member.official_date)',
  status: 'case when incoming.keeps_status then member.status else incoming.status end',
  force_category: 'incoming.force_category',
  branch_id: 'incoming.branch_id',
  registry_source: `'REGISTRY'`,
};

/** Does the row say anything that the member does not have yet? Sealed texts differ each time; their indexes do not. */
export const isChanged = `(${Object.keys(written)
  .map((column) => `member.${column}`)
  .join(', ')})
  is distinct from (${Object.values(written).join(', ')})`;

const sealed = (name: string) => `${name}_sealed = case
  when member.${name}_index is not distinct from coalesce(incoming.${name}_index, member.${name}_index)
  then member.${name}_sealed else incoming.${name}_sealed end`;

const insertedColumns = `full_name, other_name, gender, date_of_birth, permanent_address, personal_id_sealed,
  personal_id_index, card_number_sealed, card_number_index, legacy_card_number, profile_number, join_date,
  official_date, status, force_category, branch_id`;

/** What of a member may stand in the audit trail: nothing that could be a personal id. */
const shown = (
  row: 'old' | 'new',
) => `jsonb_build_object('fullName', ${row}.full_name, 'gender', ${row}.gender,
  'dateOfBirth', ${row}.date_of_birth, 'joinDate', ${row}.join_date, 'officialDate', ${row}.official_date,
  'status', ${row}.status, 'forceCategory', ${row}.force_category, 'branchId', ${row}.branch_id,
  'profileNumber', ${row}.profile_number)`;

/**
 * What a person has to decide about these rows: another branch than the tree's, and a status that would close an account.
 * What is open already, or was rejected with the same word, is not asked again.
 */
const differences = `
  insert into registry_difference (member_id, field, ours, theirs, found_on)
  select said.member_id, said.field, said.ours, said.theirs, ?::date
  from incoming
  join member on member.id = incoming.member_id
  cross join lateral (values
    (incoming.member_id, 'BRANCH', incoming.placed_in::text, incoming.branch_id::text,
      incoming.placed_in <> incoming.branch_id),
    (incoming.member_id, 'STATUS', member.status, incoming.status,
      incoming.keeps_status and incoming.status in (${ending}))
  ) said (member_id, field, ours, theirs, differs)
  where said.differs and not exists (
    select from registry_difference rejected
    where rejected.status = 'REJECTED' and rejected.member_id = said.member_id and rejected.field = said.field
      and rejected.theirs is not distinct from said.theirs)
  on conflict (member_id, field) where status = 'OPEN' do nothing`;

/**
 * Takes the rows of some branches into the members and puts aside what a person must decide (`?` branches, then the day); answers
 * only what was made or changed. One statement, so that each row looks for its member once.
 */
export const mergeStatement = `
  with incoming as materialized (${incoming} where staged.branch_id = any(array[?]::uuid[])),
  differences as (${differences})
  merge into member using incoming on member.id = incoming.member_id
  when matched and ${isChanged} then update set
    ${Object.entries(written)
      .map(([column, value]) => `${column} = ${value}`)
      .join(', ')},
    ${sealed('personal_id')}, ${sealed('card_number')}, version = member.version + 1
  when not matched then insert (${insertedColumns}, registry_source)
    values (${insertedColumns
      .split(',')
      .map((name) => `incoming.${name.trim()}`)
      .join(', ')}, 'REGISTRY')
  returning new.id, new.branch_id as "branchId", merge_action() = 'INSERT' as "isNew",
    incoming.placed_in is null and new.branch_id is distinct from old.branch_id
      and new.status not in (${ending}) as "isEnrolled",
    incoming.enrolled_on::text as since,
    case when merge_action() = 'UPDATE' then ${shown('old')} end as before,
    case when merge_action() = 'UPDATE' then ${shown('new')} end as after`;
