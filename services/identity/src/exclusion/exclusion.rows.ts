import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type ExclusionCode, type ExclusionReason, exclusionIn } from './exclusion.rules.ts';

/** The reasons in force today, by the calendar of Việt Nam. */
export async function reasonsInForce(em: SqlEntityManager): Promise<ExclusionReason[]> {
  return em.execute(
    `select code, label, member_status as "memberStatus", force_category as "forceCategory", valid_from as "from",
       valid_to as "to"
     from exclusion_reason, (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day) today
     where valid_from <= today.day and (valid_to is null or valid_to > today.day)
     order by code, force_category, member_status`,
  );
}

/** Why this person may not use the procedures at all, as the table of reasons says today; null: nothing stands in the way. */
export async function exclusionOf(
  em: SqlEntityManager,
  member: { status: string; forceCategory: string },
): Promise<ExclusionCode | null> {
  return exclusionIn(await reasonsInForce(em), member);
}
