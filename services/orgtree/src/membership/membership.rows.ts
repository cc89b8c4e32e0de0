import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { pathRange } from '../unit/subtree.ts';
import type { MembershipCause, MembershipKind } from './membership.rules.ts';

/** A membership as lists and histories show it; days are `YYYY-MM-DD`, `to` no longer belongs to it. */
export interface MembershipRow {
  readonly id: string;
  readonly memberId: string;
  readonly unitId: string;
  readonly kind: MembershipKind;
  readonly from: string;
  readonly to: string | null;
  readonly cause: MembershipCause;
  readonly causeId: string | null;
  readonly endCause: MembershipCause | null;
  readonly endCauseId: string | null;
  readonly nameKey: string;
}

/** Where a member's activity is today. */
export interface PlacementRow {
  readonly memberId: string;
  readonly branchId: string | null;
  readonly temporaryBranchId: string | null;
  readonly residenceBranchId: string | null;
}

const columns = `found.id, found.member_id as "memberId", found.unit_id as "unitId", found.kind, found.valid_from as "from",
  found.valid_to as "to", found.cause, found.cause_id as "causeId", found.end_cause as "endCause",
  found.end_cause_id as "endCauseId", found.name_key as "nameKey"`;

const holdsOn = (membership: string, day: string) =>
  `${membership}.valid_from <= ${day} and (${membership}.valid_to is null or ${membership}.valid_to > ${day})`;

/** Where a member stands in a list of members. */
export type MemberPlace = { nameKey: string; memberId: string };

/** Before every name: where a list begins. */
const BEGINNING: MemberPlace = { nameKey: '', memberId: '00000000-0000-0000-0000-000000000000' };

/** A page of the members of a unit and of everything below it, on a day. */
export type MembersPage = {
  /** Ids from the root to the unit. */
  path: readonly string[];
  /** Is the unit so wide that nearly every member lies in it (a province, the Centre)? */
  wide: boolean;
  kind: MembershipKind;
  day: string;
  limit: number;
  after: MemberPlace | null;
};

/**
 * The first rows of each branch below the unit, merged: a probe of the index for each branch, so that the page costs the same
 * at any depth of the list. The index alone says who comes first; only the page itself is read from the table.
 */
const throughBranches = `
  select membership.*
  from (
    select branch_member.id, branch_member.name_key, branch_member.member_id
    from unit_period branch
    cross join lateral (
      select membership.id, membership.name_key, membership.member_id from membership
      where membership.unit_id = branch.unit_id and membership.kind = ? and ${holdsOn('membership', '?::date')}
        and (membership.name_key, membership.member_id) > (?::text collate "C", ?::uuid)
      order by membership.name_key, membership.member_id
      limit ?::int
    ) branch_member
    where branch.path >= ?::ltree and branch.path < ?::ltree and branch.during @> ?::date
    order by branch_member.name_key, branch_member.member_id
    limit ?::int
  ) first_rows
  join membership on membership.id = first_rows.id`;

/** The list of all members by name, walked from the cursor, leaving out the few who lie elsewhere: asked of each row, in its order. */
const throughNames = `
  select membership.*
  from membership
  where membership.kind = ? and ${holdsOn('membership', '?::date')}
    and (membership.name_key, membership.member_id) > (?::text collate "C", ?::uuid)
    and (
      select branch.path >= ?::ltree and branch.path < ?::ltree from unit_period branch
      where branch.unit_id = membership.unit_id and branch.during @> ?::date
    )
  order by membership.name_key, membership.member_id
  limit ?::int`;

function pageQuestion({ path, wide, kind, day, limit, after }: MembersPage): {
  sql: string;
  values: unknown[];
} {
  const { nameKey, memberId } = after ?? BEGINNING;
  const from = [kind, day, day, nameKey, memberId];
  const where = [...pathRange(path), day, limit];
  return wide
    ? { sql: throughNames, values: [...from, ...where] }
    : { sql: throughBranches, values: [...from, limit, ...where] };
}

/** The memberships of every page asked for, by name; one statement, however many pages. */
export async function findMembersPages(
  em: SqlEntityManager,
  pages: readonly MembersPage[],
): Promise<MembershipRow[][]> {
  const questions = pages.map(pageQuestion);
  const rows: (MembershipRow & { n: number })[] = await em.execute(
    `select * from (
       ${questions.map(({ sql }, n) => `select ${n} as n, ${columns} from (${sql}) found`).join(' union all ')}
     ) page order by n, "nameKey" collate "C", "memberId"`,
    questions.flatMap(({ values }) => values),
  );
  const byPage = Map.groupBy(rows, ({ n }) => n);
  return pages.map((_, index) => byPage.get(index) ?? []);
}

/** The official membership of each member on a day, null for who had none; one statement for all. */
export async function findOfficialOn(
  em: SqlEntityManager,
  keys: readonly { memberId: string; day: string }[],
): Promise<(MembershipRow | null)[]> {
  const rows: (MembershipRow & { n: number })[] = await em.execute(
    `select wanted.n::int as n, ${columns}
     from unnest(array[?]::uuid[], array[?]::date[]) with ordinality as wanted(member_id, day, n)
     join membership found on found.member_id = wanted.member_id and found.kind = 'OFFICIAL' and ${holdsOn('found', 'wanted.day')}`,
    [keys.map(({ memberId }) => memberId), keys.map(({ day }) => day)],
  );
  const byKey = new Map(rows.map((row) => [row.n, row]));
  return keys.map((_, index) => byKey.get(index + 1) ?? null);
}

/** Every membership of each member, the latest first; one statement for all. */
export async function findMemberships(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<MembershipRow[][]> {
  const rows: MembershipRow[] = await em.execute(
    `select ${columns} from membership found where found.member_id = any(array[?]::uuid[])
     order by found.valid_from desc, found.valid_to desc nulls first, found.id`,
    [memberIds],
  );
  const byMember = Map.groupBy(rows, ({ memberId }) => memberId);
  return memberIds.map((id) => byMember.get(id) ?? []);
}

/** Where each member's activity is today, null for who was never placed; one statement for all. */
export async function findPlacements(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<(PlacementRow | null)[]> {
  const rows: PlacementRow[] = await em.execute(
    `select member_id as "memberId", branch_id as "branchId", temporary_branch_id as "temporaryBranchId",
       residence_branch_id as "residenceBranchId"
     from placement where member_id = any(array[?]::uuid[])`,
    [memberIds],
  );
  const byMember = new Map(rows.map((row) => [row.memberId, row]));
  return memberIds.map((id) => byMember.get(id) ?? null);
}

/** Those of the members whose official or temporary branch lies today in the unit or below it. */
export async function membersWithin(
  em: SqlEntityManager,
  memberIds: readonly string[],
  scopeUnitId: string,
  today: string,
): Promise<Set<string>> {
  const rows: { id: string }[] = await em.execute(
    `select placement.member_id as id
     from placement
     join unit_period branch on branch.unit_id in (placement.branch_id, placement.temporary_branch_id)
       and branch.during @> ?::date
     where placement.member_id = any(array[?]::uuid[]) and index(branch.path, ?::ltree) >= 0`,
    [today, memberIds, scopeUnitId],
  );
  return new Set(rows.map(({ id }) => id));
}
