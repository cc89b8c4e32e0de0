import type { SqlEntityManager } from '@mikro-orm/postgresql';
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
 * The first rows of each branch below the unit, merged: a probe of the index (unit, kind, name, member) for each branch,
 * so that the page costs the same at any depth of the list.
 */
const throughBranches = `
  select branch_member.*
  from unit_period branch
  cross join lateral (
    select * from membership
    where membership.unit_id = branch.unit_id and membership.kind = wanted.kind and ${holdsOn('membership', 'wanted.day')}
      and (membership.name_key, membership.member_id) > (wanted.after_name collate "C", wanted.after_id)
    order by membership.name_key, membership.member_id
    limit wanted.size
  ) branch_member
  where branch.path <@ wanted.path and branch.during @> wanted.day
  order by branch_member.name_key, branch_member.member_id
  limit wanted.size`;

/** The list of all members by name, walked from the cursor, leaving out the few who lie elsewhere. */
const throughNames = `
  select membership.*
  from membership
  where membership.kind = wanted.kind and ${holdsOn('membership', 'wanted.day')}
    and (membership.name_key, membership.member_id) > (wanted.after_name collate "C", wanted.after_id)
    and exists (
      select from unit_period branch
      where branch.unit_id = membership.unit_id and branch.during @> wanted.day and branch.path <@ wanted.path
    )
  order by membership.name_key, membership.member_id
  limit wanted.size`;

/** The memberships of every page asked for, by name; at most two statements, however many pages. */
export async function findMembersPages(
  em: SqlEntityManager,
  pages: readonly MembersPage[],
): Promise<MembershipRow[][]> {
  const found = new Map<MembersPage, MembershipRow[]>();
  for (const [wide, group] of Map.groupBy(pages, (page) => page.wide)) {
    const rows: (MembershipRow & { n: number })[] = await em.execute(
      `select wanted.n::int as n, ${columns}
       from unnest(array[?]::ltree[], array[?]::text[], array[?]::date[], array[?]::int[], array[?]::text[], array[?]::uuid[])
         with ordinality as wanted(path, kind, day, size, after_name, after_id, n)
       cross join lateral (${wide ? throughNames : throughBranches}) found
       order by wanted.n, found.name_key, found.member_id`,
      [
        group.map(({ path }) => path.join('.')),
        group.map(({ kind }) => kind),
        group.map(({ day }) => day),
        group.map(({ limit }) => limit),
        group.map(({ after }) => (after ?? BEGINNING).nameKey),
        group.map(({ after }) => (after ?? BEGINNING).memberId),
      ],
    );
    const byPage = Map.groupBy(rows, ({ n }) => n);
    for (const [index, page] of group.entries()) found.set(page, byPage.get(index + 1) ?? []);
  }
  return pages.map((page) => found.get(page) ?? []);
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
