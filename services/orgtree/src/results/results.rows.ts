import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A year, and the day on which it is looked at: its last one, or today while it runs. */
export type ResultYear = { from: string; through: string; day: string };

/** The stretch of a year. Null for one that has not begun, or that no calendar of ours knows. */
export function yearOf(year: number, today: string): ResultYear | null {
  if (!Number.isInteger(year) || year < 2000 || year > Number(today.slice(0, 4))) return null;
  const through = `${year}-12-31`;
  return { from: `${year}-01-01`, through, day: through < today ? through : today };
}

/** A unit with what is counted of it alone; its figures come with it through their own loader. */
export type UnitResultRow = {
  unitId: string;
  code: string;
  name: string;
  year: ResultYear;
  head: { memberId: string; name: string; title: string } | null;
  reportsDue: number;
  reportsOnTime: number;
};

/** A page of the units below a path that report, in the order of their codes; one statement. */
export async function findUnitResults(
  em: SqlEntityManager,
  page: { path: string; year: ResultYear; limit: number; after: { code: string; id: string } | null },
): Promise<UnitResultRow[]> {
  const { path, year, limit, after } = page;
  const rows: Omit<UnitResultRow, 'year'>[] = await em.execute(
    `select place.unit_id as "unitId", place.code, place.name,
       (select json_build_object('memberId', officer ->> 'memberId', 'name', officer ->> 'name', 'title', officer ->> 'title')
        from officers_copy, jsonb_array_elements(officers) officer
        where officers_copy.unit_id = place.unit_id and officer ->> 'role' in ('BRANCH_SECRETARY', 'COMMITTEE_SECRETARY')
        limit 1) as head,
       coalesce(reports.due, 0) as "reportsDue", coalesce(reports.on_time, 0) as "reportsOnTime"
     from unit_period place
     left join lateral (
       select count(*)::int as due, count(*) filter (where report.submitted_on <= report.due_on)::int as on_time
       from report where report.unit_id = place.unit_id and report.due_on between ? and ?
         and (report.due_on < ? or report.submitted_on is not null)
     ) reports on true
     where place.path <@ ?::ltree and place.during @> ?::date
       and place.type in ('PROVINCE', 'SUPERIOR', 'GRASSROOTS_COMMITTEE', 'GRASSROOTS_BRANCH', 'SUB_COMMITTEE', 'BRANCH')
       and (place.code, place.unit_id) > (? collate "C", ?::uuid)
     order by place.code, place.unit_id limit ?`,
    [
      year.from,
      year.through,
      year.day,
      path,
      year.day,
      after?.code ?? '',
      after?.id ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ],
  );
  return rows.map((row) => ({ ...row, year }));
}

/** A member with what is counted of them. */
export type MemberResultRow = {
  memberId: string;
  unitId: string;
  code: string;
  branchName: string;
  nameKey: string;
  exclusion: string | null;
  hasAccount: boolean;
  activeDays: number;
  dossiersOpened: number;
  dossiersOnline: number;
};

/** Where a member stands in the results. */
export type MemberResultPlace = Pick<MemberResultRow, 'code' | 'nameKey' | 'memberId'>;

/** A page of the official members below a path, by branch and name; one statement. */
export async function findMemberResults(
  em: SqlEntityManager,
  page: { path: string; year: ResultYear; limit: number; after: MemberResultPlace | null },
): Promise<MemberResultRow[]> {
  const { path, year, limit, after } = page;
  return em.execute(
    `with listed as (
       select membership.member_id, membership.unit_id, branch.code, branch.name, membership.name_key
       from unit_period branch
       join membership on membership.unit_id = branch.unit_id and membership.kind = 'OFFICIAL'
         and daterange(membership.valid_from, membership.valid_to) @> ?::date
       where branch.path <@ ?::ltree and branch.during @> ?::date
         and (branch.code, membership.name_key, membership.member_id) > (? collate "C", ? collate "C", ?::uuid)
       order by branch.code, membership.name_key, membership.member_id limit ?
     )
     select listed.member_id as "memberId", listed.unit_id as "unitId", listed.code, listed.name as "branchName",
       listed.name_key as "nameKey", exclusion.code as exclusion,
       exists (
         select from dossier_state account where account.member_id = listed.member_id and account.procedure = 'ACCOUNT'
           and account.state = 'ACTIVE' and coalesce(account.closed_on, account.opened_on) <= ?::date
       ) as "hasAccount",
       (select count(*)::int from member_activity done
        where done.member_id = listed.member_id and done.day between ? and ?) as "activeDays",
       opened.count as "dossiersOpened", opened.online as "dossiersOnline"
     from listed
     left join member_exclusion exclusion on exclusion.member_id = listed.member_id
     cross join lateral (
       select count(*)::int as count, count(*) filter (where channel = 'ONLINE')::int as online
       from dossier_state dossier where dossier.member_id = listed.member_id and dossier.procedure <> 'ACCOUNT'
         and dossier.opened_on between ? and ?
     ) opened
     order by listed.code, listed.name_key, listed.member_id`,
    [
      year.day,
      path,
      year.day,
      after?.code ?? '',
      after?.nameKey ?? '',
      after?.memberId ?? '00000000-0000-0000-0000-000000000000',
      limit,
      year.day,
      year.from,
      year.through,
      year.from,
      year.through,
    ],
  );
}
