import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { addFigures, type DossierCount, type Figures, noFigures } from './figures.rules.ts';

/** Which figures: of a unit and everything below it, from one day through another, both included. */
export type FiguresKey = { unitId: string; from: string; through: string };

/**
 * The stretches asked for, and for each the units whose members or dossiers count. A unit's place is that of the last day
 * (or its last place, when it ended before), and what began and ended within the stretch counts too.
 */
const scopes = `wanted as (
  select one.n, one.unit_id, one.from_on, one.through_on, least(one.through_on, ?::date) as day, place.path
  from unnest(array[?]::uuid[], array[?]::date[], array[?]::date[]) with ordinality as one(unit_id, from_on, through_on, n)
  cross join lateral (
    select path from unit_period where unit_period.unit_id = one.unit_id
    order by during @> least(one.through_on, ?::date) desc, lower(during) desc limit 1
  ) place
), scope as materialized (
  select distinct wanted.n, wanted.from_on, wanted.through_on, wanted.day, below.unit_id
  from wanted
  join unit_period below on below.path <@ wanted.path and lower(below.during) <= wanted.through_on
    and (upper(below.during) is null or upper(below.during) > wanted.from_on)
)`;

const scopeParams = (keys: readonly FiguresKey[], today: string) => [
  today,
  keys.map(({ unitId }) => unitId),
  keys.map(({ from }) => from),
  keys.map(({ through }) => through),
  today,
];

type Counted = { n: number } & Partial<Omit<Figures, 'dossiers'>>;

/** The official members of the last day; those who are excluded among them. */
const members = `scope
  join membership on membership.unit_id = scope.unit_id and membership.kind = 'OFFICIAL'
    and membership.valid_from <= scope.day and (membership.valid_to is null or membership.valid_to > scope.day)`;
const excluded = `exists (
    select from member_exclusion exclusion where exclusion.member_id = membership.member_id and exclusion.code is not null
  )`;

// Three questions about the same members, and not one with three answers: each is a join that a wide unit hashes.
const membersSql = `with ${scopes}
select scope.n::int, count(exclusion.member_id)::int as excluded, (count(*) - count(exclusion.member_id))::int as members
from ${members}
left join member_exclusion exclusion on exclusion.member_id = membership.member_id and exclusion.code is not null
group by scope.n`;

const accountsSql = `with ${scopes}
select scope.n::int, count(*)::int as accounts
from ${members}
where not ${excluded} and exists (
  select from dossier_state account
  where account.member_id = membership.member_id and account.procedure = 'ACCOUNT' and account.state = 'ACTIVE'
    and coalesce(account.closed_on, account.opened_on) <= scope.day
)
group by scope.n`;

const activeSql = `with ${scopes}
select scope.n::int, count(*)::int as "activeMembers"
from ${members}
where not ${excluded} and exists (
  select from member_activity done
  where done.member_id = membership.member_id and done.day between scope.from_on and scope.day
)
group by scope.n`;

const branchesSql = `with ${scopes}
select scope.n::int, count(*)::int as branches
from scope
join unit_period branch on branch.unit_id = scope.unit_id and branch.during @> scope.day
  and branch.type in ('BRANCH', 'GRASSROOTS_BRANCH')
group by scope.n`;

const dossiersSql = `with ${scopes}
select scope.n::int, dossier.procedure, dossier.state, dossier.channel, count(*)::int as count
from scope
join dossier_state dossier on dossier.home_unit_id = scope.unit_id
  and dossier.opened_on between scope.from_on and scope.through_on
group by scope.n, dossier.procedure, dossier.state, dossier.channel
order by scope.n, dossier.procedure, dossier.state, dossier.channel`;

const timelinessSql = `with ${scopes}
select scope.n::int,
  count(*) filter (where dossier.closed_on between scope.from_on and scope.through_on)::int as closed,
  count(*) filter (where dossier.closed_on between scope.from_on and scope.through_on
    and dossier.closed_on <= dossier.due_on)::int as "closedOnTime",
  count(*) filter (where dossier.due_on < scope.day and (dossier.closed_on is null or dossier.closed_on > scope.day))::int as late
from scope
join dossier_state dossier on dossier.home_unit_id = scope.unit_id and dossier.due_on is not null
  and dossier.opened_on <= scope.through_on and (dossier.closed_on is null or dossier.closed_on >= scope.from_on)
group by scope.n`;

const duesSql = `with ${scopes}
select scope.n::int, sum(dues.due)::text as "duesDue", sum(dues.paid)::text as "duesPaid",
  sum(dues.members - dues.payers)::int as "unpaidCharges"
from scope
join branch_dues dues on dues.branch_id = scope.unit_id
  and dues.month between to_char(scope.from_on, 'YYYY-MM') and to_char(scope.through_on, 'YYYY-MM')
group by scope.n`;

/**
 * The figures of each stretch, as the data says now; seven statements, however many stretches. `today` ends a stretch that
 * still runs. Who is a member, whom rates leave out and who is installed is asked of its last day.
 */
export async function findFigures(
  em: SqlEntityManager,
  keys: readonly FiguresKey[],
  today: string,
): Promise<Figures[]> {
  if (keys.length === 0) return [];
  const params = scopeParams(keys, today);
  const counted: Counted[] = [];
  for (const sql of [membersSql, accountsSql, activeSql, branchesSql, timelinessSql, duesSql])
    counted.push(...(await em.execute<Counted[]>(sql, params)));
  const dossiers = await em.execute<({ n: number } & DossierCount)[]>(dossiersSql, params);
  const countedBy = Map.groupBy(counted, ({ n }) => n);
  const dossiersBy = Map.groupBy(dossiers, ({ n }) => n);
  return keys.map((_, index) => {
    const parts = countedBy.get(index + 1) ?? [];
    const { n: _n, ...found } = Object.assign({ n: 0 }, ...parts) as Counted;
    const list = (dossiersBy.get(index + 1) ?? []).map(({ n: _place, ...count }) => count);
    return addFigures([{ ...noFigures, ...found, dossiers: list }]);
  });
}
