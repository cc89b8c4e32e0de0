import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A member who counts and has no usable account. */
export type WithoutAccountRow = { memberId: string; unitId: string; code: string; nameKey: string };

/** A page of them below a path of unit ids, by the code of the branch, then by name; one statement. */
export async function findMembersWithoutAccount(
  em: SqlEntityManager,
  page: {
    path: readonly string[];
    day: string;
    limit: number;
    after: Omit<WithoutAccountRow, 'unitId'> | null;
  },
): Promise<WithoutAccountRow[]> {
  const { path, day, limit, after } = page;
  return em.execute(
    `select membership.member_id as "memberId", membership.unit_id as "unitId", branch.code, membership.name_key as "nameKey"
     from unit_period branch
     join membership on membership.unit_id = branch.unit_id and membership.kind = 'OFFICIAL'
       and daterange(membership.valid_from, membership.valid_to) @> ?::date
     where branch.path <@ ?::ltree and branch.during @> ?::date
       and not exists (
         select from dossier_state account
         where account.member_id = membership.member_id and account.procedure = 'ACCOUNT' and account.state = 'ACTIVE'
       )
       and not exists (
         select from member_exclusion exclusion
         where exclusion.member_id = membership.member_id and exclusion.code is not null
       )
       and (branch.code, membership.name_key, membership.member_id) > (? collate "C", ? collate "C", ?::uuid)
     order by branch.code, membership.name_key, membership.member_id
     limit ?`,
    [
      day,
      path.join('.'),
      day,
      after?.code ?? '',
      after?.nameKey ?? '',
      after?.memberId ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ],
  );
}
