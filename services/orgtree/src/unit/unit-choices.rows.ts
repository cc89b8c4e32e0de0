import { searchKey } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { BEGINNING, type UnitPlace, type UnitRow, unitColumns } from './unit.rows.ts';
import type { UnitType } from './unit.rules.ts';

/** The four selects of the registration form, in the order in which one goes down them. */
type Select = 'superiors' | 'grassroots' | 'subCommittees' | 'branches';

/** What has been chosen so far. */
export type Chosen = {
  /** Code of the province of this deployment, used when no province is named. */
  provinceCode: string;
  provinceId: string | null;
  superiorId: string | null;
  grassrootsId: string | null;
  subCommitteeId: string | null;
  day: string;
};

const CHOICE_LIMIT = 1_000;

/**
 * The units that each of the four selects offers: one statement. What was chosen counts only where it stands below what was
 * chosen before it, so that a stale choice offers nothing instead of a branch of elsewhere.
 */
export async function findUnitChoices(
  em: SqlEntityManager,
  { provinceCode, provinceId, superiorId, grassrootsId, subCommitteeId, day }: Chosen,
): Promise<Record<Select, UnitRow[]>> {
  const rows: (UnitRow & { select: Select })[] = await em.execute(
    `with wanted as (select ?::date as day, ?::uuid as superior_id, ?::uuid as grassroots_id, ?::uuid as sub_committee_id),
     province as (
       select unit_id as id from unit_period, wanted
       where during @> day and type = 'PROVINCE' and (unit_id = ?::uuid or (?::uuid is null and code = ?))
     ),
     superior as (
       select unit_id as id from unit_period, wanted
       where unit_id = superior_id and during @> day and parent_id in (select id from province)
     ),
     grassroots as (
       select unit_id as id from unit_period, wanted
       where unit_id = grassroots_id and during @> day and type = 'GRASSROOTS_COMMITTEE'
         and parent_id in (select id from superior union all select id from province where superior_id is null)
     ),
     sub_committee as (
       select unit_id as id from unit_period, wanted
       where unit_id = sub_committee_id and during @> day and parent_id in (select id from grassroots)
     ),
     offer ("select", parent_id, types) as (
       select 'superiors', id, array['SUPERIOR'] from province
       union all select 'grassroots', id, array['GRASSROOTS_COMMITTEE', 'GRASSROOTS_BRANCH']
         from (select id from superior union all select id from province, wanted where superior_id is null) above
       union all select 'subCommittees', id, array['SUB_COMMITTEE'] from grassroots
       union all select 'branches', id, array['BRANCH']
         from (select id from sub_committee union all select id from grassroots, wanted where sub_committee_id is null) above
     )
     select offer."select", ${unitColumns('wanted.day')}
     from wanted cross join offer
     cross join lateral (
       select * from unit_period child
       where child.parent_id = offer.parent_id and child.during @> wanted.day and child.type = any(offer.types)
       order by child.code, child.unit_id
       limit ${CHOICE_LIMIT}
     ) period
     join unit on unit.id = period.unit_id
     order by period.code, period.unit_id`,
    [day, superiorId, grassrootsId, subCommitteeId, provinceId, provinceId, provinceCode],
  );
  const bySelect = Map.groupBy(rows, (row) => row.select);
  const offered = (select: Select) => bySelect.get(select) ?? [];
  return {
    superiors: offered('superiors'),
    grassroots: offered('grassroots'),
    subCommittees: offered('subCommittees'),
    branches: offered('branches'),
  };
}

/** What to look for. */
export type UnitSearch = {
  text: string;
  under: string | null;
  type: UnitType | null;
  day: string;
  limit: number;
  after: UnitPlace | null;
};

const WORD_LIMIT = 8;

/** The text as patterns that all must be found; null when there is nothing to look for. */
export function searchPatterns(text: string): string[] | null {
  const key = searchKey(text);
  if (key.length < 2 || key.length > 100) return null;
  return key
    .split(' ')
    .slice(0, WORD_LIMIT)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

/** Units by the words of their name and code, in the order of their codes; one statement on the trigram index. */
export async function findUnitsByText(
  em: SqlEntityManager,
  patterns: readonly string[],
  { under, type, day, limit, after }: Omit<UnitSearch, 'text'>,
): Promise<UnitRow[]> {
  const { code, id } = after ?? BEGINNING;
  return em.execute(
    `select ${unitColumns('?::date')}
     from unit_period period join unit on unit.id = period.unit_id
     where ${patterns.map(() => 'period.search_key like ?').join(' and ')} and period.during @> ?::date
       ${type === null ? '' : 'and period.type = ?'}
       ${under === null ? '' : 'and index(period.path, ?::ltree) >= 0'}
       and (period.code, period.unit_id) > (?::text collate "C", ?::uuid)
     order by period.code, period.unit_id
     limit ?`,
    [
      day,
      ...patterns,
      day,
      ...(type === null ? [] : [type]),
      ...(under === null ? [] : [under]),
      code,
      id,
      limit,
    ],
  );
}
