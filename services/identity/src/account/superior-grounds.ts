import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { SuperiorGrounds } from './account.rules.ts';

/** Does this member lead a branch today, or claim to, or hold an account for retained dues? Nobody in particular does neither. */
export async function superiorGroundsOf(
  em: SqlEntityManager,
  memberId: string | null,
  today: string,
): Promise<SuperiorGrounds> {
  if (memberId === null) return { leadsBranch: false, holdsRetainedDues: false };
  const [grounds] = await em.execute<SuperiorGrounds[]>(
    `select
       exists (select from position where member_id = ? and role in ('BRANCH_SECRETARY', 'BRANCH_DEPUTY_SECRETARY')
         and ended_on is null and from_date <= ? and coalesce(to_date >= ?, true))
       or exists (select from position_claim where member_id = ? and status = 'PENDING'
         and role in ('BRANCH_SECRETARY', 'BRANCH_DEPUTY_SECRETARY')) as "leadsBranch",
       exists (select from retained_dues_holder where member_id = ? and state in ('DECLARED', 'APPROVED'))
         as "holdsRetainedDues"`,
    [memberId, today, today, memberId, memberId],
  );
  return grounds ?? { leadsBranch: false, holdsRetainedDues: false };
}
