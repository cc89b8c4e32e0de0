import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Wanted } from './member-search.rules.ts';

/** A member found, with the key by which lists are sorted. */
export type FoundMember = { id: string; nameKey: string };

/** Where the page before ended. */
export type SearchPlace = [nameKey: string, id: string];

/** Members within both units whose name or number is the wanted one, by name; `index` is the blind index of the digits. */
export async function findMembersLike(
  em: SqlEntityManager,
  wanted: NonNullable<Wanted>,
  search: { unitId: string; scopeId: string; index: string | null; limit: number; after: SearchPlace | null },
): Promise<FoundMember[]> {
  const isNumber = 'digits' in wanted;
  const match = isNumber
    ? `(member.card_number_index = ? or member.personal_id_index = ? or member.legacy_card_number = ?
        or member.profile_number = ?)`
    : 'member.name_key like all(array[?]::text[])';
  const values = isNumber ? [search.index, search.index, wanted.digits, wanted.digits] : [wanted.patterns];
  return em.execute(
    `select member.id, member.name_key as "nameKey"
     from member
     join placement_copy placement on placement.member_id = member.id
     where ${match}
       and exists (
         select from unit_copy unit
         where unit.id in (placement.branch_id, placement.temporary_branch_id)
           and index(unit.path, ?::ltree) >= 0 and index(unit.path, ?::ltree) >= 0)
       and (member.name_key, member.id) > (?, ?::uuid)
     order by member.name_key, member.id
     limit ?`,
    [
      ...values,
      search.unitId,
      search.scopeId,
      search.after?.[0] ?? '',
      search.after?.[1] ?? '00000000-0000-0000-0000-000000000000',
      search.limit,
    ],
  );
}
