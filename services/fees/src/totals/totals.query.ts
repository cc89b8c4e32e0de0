import { addMonths, lastDayOf } from '@dang/vietnam/month';
import type { Month } from '../charging/charging.rules.ts';

/** By which month: the one that a charge is for, or the one in which its money came. */
export type TotalsAxis = 'PERIOD' | 'PAYMENT';
/** By what totals are broken down. */
export type TotalsGroup = 'MONTH' | 'QUARTER' | 'YEAR' | 'CHILD_UNIT' | 'CATEGORY' | 'CHANNEL' | 'METHOD';

/** What is asked of the totals of one or several units. `to` is the month after the last; `asOf` null: every month in its own tree. */
export interface TotalsWish {
  readonly from: Month;
  readonly to: Month;
  readonly groups: readonly TotalsGroup[];
  readonly axis: TotalsAxis;
  readonly asOf: string | null;
}

/** A statement with its values in the order of its places. */
export interface Question {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const cubeGroups = ['CATEGORY', 'CHANNEL', 'METHOD'] as const;
const cubeColumns = { CATEGORY: 'category', CHANNEL: 'channel', METHOD: 'method' } as const;

/** Of the columns by which a wish breaks down beyond month and unit. */
export const dimensionsOf = ({ groups }: Pick<TotalsWish, 'groups'>): string[] =>
  cubeGroups.filter((group) => groups.includes(group)).map((group) => cubeColumns[group]);

/** Does the wish ask how the money came? What is due has not come. */
export const asksHowPaid = ({ groups }: Pick<TotalsWish, 'groups'>): boolean =>
  groups.includes('CHANNEL') || groups.includes('METHOD');

/** The columns of an axis, as due, members, paid, payers, retained; `prefix` is `own_` for what is the unit's own. */
export const figuresOf = (axis: TotalsAxis, alias: string, prefix = ''): string[] =>
  axis === 'PERIOD'
    ? ['due', 'members', 'paid', 'payers', 'retained'].map((name) => `${alias}.${prefix}${name}`)
    : ['0', '0', ...['paid_in', 'payers_in', 'retained_in'].map((name) => `${alias}.${prefix}${name}`)];

const timeOf = (groups: readonly TotalsGroup[]): string | null => {
  if (groups.includes('MONTH')) return 'month';
  if (groups.includes('QUARTER')) return `date_trunc('quarter', month)::date`;
  return groups.includes('YEAR') ? `date_trunc('year', month)::date` : null;
};

/** Does the last day of the month lie in the place? */
const inPlace = (place: string, month: string) =>
  `last_day_of(${month}) >= ${place}.from_day and last_day_of(${month}) < ${place}.to_day`;

/**
 * Which rows of units make the cells of which asked unit: the unit itself; with its children, each of them on the days on which it is
 * one (as of a day: those of that day), and what is the unit's own. The ids are bound a second time beside the join: the planner knows
 * how much lies below a unit only of a value.
 */
function targets({ groups, asOf }: TotalsWish, ids: string): Question {
  const always = `'-infinity'::date as from_day, 'infinity'::date as to_day`;
  const byChild = groups.includes('CHILD_UNIT');
  const self = `select id as asked_id, null::uuid as child_id, id as unit_id, ${byChild} as is_own, ${always} from asked`;
  if (!byChild) return { sql: self, values: [] };
  return {
    sql: `${self}
      union all
      select asked.id, child.descendant, child.descendant, false, ${asOf === null ? 'child.from_day, child.to_day' : always}
      from asked join totals_closure child on child.ancestor = asked.id and child.depth = 1 and child.ancestor = any(?::uuid[])
      ${asOf === null ? '' : 'and child.from_day <= ?::date and child.to_day > ?::date'}`,
    values: [ids, ...(asOf === null ? [] : [asOf, asOf])],
  };
}

/**
 * Which units below a target were below it on that day only or in a month only, among those that the question is about: as of a day, what
 * is their own is added to what the rows say of each month's own tree, or taken off. Where nobody moved there is nothing to do.
 */
function changes({ asOf, from, to }: TotalsWish): Question {
  if (asOf === null) return { sql: '', values: [] };
  const [first, last] = [lastDayOf(from), lastDayOf(addMonths(to, -1))];
  const [earliest, latest] = [asOf < first ? asOf : first, asOf > last ? asOf : last];
  return {
    sql: `changed as materialized (
      select target.asked_id, target.child_id, below.descendant as unit_id, below.from_day, below.to_day,
        below.from_day <= ?::date and below.to_day > ?::date as is_then
      from target join totals_closure below on below.ancestor = target.unit_id and not target.is_own
        and (below.from_day > '-infinity' or below.to_day < 'infinity')
        and below.from_day <= ?::date and below.to_day > ?::date and (below.from_day > ?::date or below.to_day <= ?::date)),`,
    values: [asOf, asOf, latest, earliest, earliest, latest],
  };
}

/** Rows up to the watermark and the tail behind it, for the targets: asked unit, child, month, dimensions, figures. */
function parts(wish: TotalsWish): string {
  const { axis, asOf } = wish;
  const dimensions = dimensionsOf(wish);
  const table = dimensions.length > 0 ? 'totals_cube' : 'totals_month';
  const byChild = wish.groups.includes('CHILD_UNIT');
  const head = (of: string, alias: string) =>
    [
      `${of}.asked_id`,
      `${of}.child_id`,
      `${alias}.month`,
      ...dimensions.map((name) => `${alias}.${name}`),
    ].join(', ');
  const whole = figuresOf(axis, 'known');
  const own = figuresOf(axis, 'known', 'own_');
  const folded = byChild ? whole.map((name, n) => `case when is_own then ${own[n]} else ${name} end`) : whole;
  const names = ['due', 'members', 'paid', 'payers', 'retained'];
  const late = names.map((name) => `tail.${name}`);
  const bound = (alias: string) => (byChild ? `and ${inPlace('target', `${alias}.month`)}` : '');
  const sign = (alias: string) =>
    `(case when is_then then 1 else 0 end - case when ${inPlace('changed', `${alias}.month`)} then 1 else 0 end)`;
  const signed = (alias: string, figures: readonly string[]) =>
    figures.map((name) => `${sign(alias)} * ${name}`).join(', ');
  const onChanged = (alias: string) =>
    `${alias}.unit_id = changed.unit_id and is_then <> (${inPlace('changed', `${alias}.month`)})`;
  return `
    part (${['asked_id', 'child_id', 'month', ...dimensions, ...names].join(', ')}) as (
      select ${head('target', 'known')}, ${folded.join(', ')}
      from target join ${table} known on known.unit_id = target.unit_id and known.month >= ?::date and known.month < ?::date
        ${bound('known')}
      union all
      select ${head('target', 'tail')}, ${late.join(', ')}
      from tail join target on target.unit_id = tail.unit_id and (tail.is_own or not target.is_own) ${bound('tail')}
      ${
        asOf === null
          ? ''
          : `union all
             select ${head('changed', 'known')}, ${signed('known', own)}
             from changed join ${table} known on ${onChanged('known')} and known.month >= ?::date and known.month < ?::date
             union all
             select ${head('changed', 'tail')}, ${signed('tail', late)}
             from changed join tail on tail.is_own and ${onChanged('tail')}`
      })`;
}

/** Who paid in several branches in one month is counted in each: how many times too often, by cell and for the whole unit. */
function twiceCounted({ asOf }: TotalsWish): Question {
  const inTree =
    asOf === null
      ? inPlace('above', 'twice.paid_month')
      : 'above.from_day <= ?::date and above.to_day > ?::date';
  const sql = `
    twice as materialized (select * from payers_twice(?::date, ?::date)),
    met as (
      select target.asked_id, target.child_id, twice.paid_month as month, twice.member_id
      from twice join target on target.unit_id = twice.branch_id and ${inPlace('target', 'twice.paid_month')}
      union all
      select target.asked_id, target.child_id, twice.paid_month, twice.member_id
      from twice join totals_closure above on above.descendant = twice.branch_id and ${inTree}
      join target on target.unit_id = above.ancestor and not target.is_own
        and ${inPlace('target', 'twice.paid_month')}),
    surplus as (
      select asked_id, child_id, month, false as is_total, count(*) - count(distinct member_id) as times
      from met group by asked_id, child_id, month
      union all
      select asked_id, null, month, true, count(*) - count(distinct member_id) from met group by asked_id, month)`;
  return { sql, values: asOf === null ? [] : [asOf, asOf] };
}

/**
 * The totals of units that lie within a scope, in one statement and one snapshot: exact at every moment. Every asked unit within the
 * scope has at least one row (without figures: nothing is known of it); `isTotal` rows correct the payers of the whole unit alone.
 */
export function totalsQuestion(unitIds: readonly string[], scopeUnitId: string, wish: TotalsWish): Question {
  const { groups, axis } = wish;
  const dimensions = dimensionsOf(wish);
  const time = timeOf(groups);
  const ids = `{${unitIds.join(',')}}`;
  const target = targets(wish, ids);
  const months = [`${wish.from}-01`, `${wish.to}-01`];
  const isTwice = axis === 'PAYMENT';
  const isThen = wish.asOf !== null;
  const changed = changes(wish);
  const twice = twiceCounted(wish);
  const keys = ['asked_id', 'child_id', ...(time === null ? [] : [time]), ...dimensions];
  const blank = dimensions.map((name) => (name === 'category' ? 'null::dues_category' : 'null::text'));
  const sql = `
    with asked as materialized (
      select id, type from unit_copy where id = any(?::uuid[]) and index(path, ?::ltree) >= 0),
    target as materialized (${target.sql}),
    ${changed.sql}
    tail as materialized (
      select * from totals_tail(array(select unit_id from target${isThen ? ' union select unit_id from changed' : ''}), ${axis === 'PERIOD'}, ${dimensions.length > 0}, ?::date, ?::date)),
    ${parts(wish)}
    ${isTwice ? `, ${twice.sql}` : ''},
    cell as (
      select asked_id, child_id, ${time ?? 'null::date'} as month, ${dimensions.map((name) => `${name}, `).join('')}
        false as is_total, sum(due) as due, sum(members) as members, sum(paid) as paid, sum(payers) as payers,
        sum(retained) as retained, 0::numeric as surplus
      from part
      ${
        asksHowPaid(wish)
          ? `where ${dimensions
              .filter((name) => name !== 'category')
              .map((name) => `${name} <> ''`)
              .join(' and ')}`
          : ''
      }
      group by ${keys.join(', ')}
      ${
        isTwice
          ? `union all
             select asked_id, child_id, ${time ?? 'null::date'}, ${blank.map((value) => `${value}, `).join('')} is_total,
               0, 0, 0, 0, 0, sum(times)
             from surplus ${dimensions.length > 0 ? 'where is_total' : ''}
             group by ${['asked_id', 'child_id', 'is_total', ...(time === null ? [] : [time])].join(', ')}`
          : ''
      })
    select asked.id as "unitId", cell.child_id as "childId", to_char(cell.month, 'YYYY-MM') as month,
      ${dimensions.map((name) => `cell.${name}, `).join('')}
      coalesce(is_total, false) as "isTotal", due::text, members::int, paid::text, payers::int, retained::text, surplus::int
    from asked left join cell on cell.asked_id = asked.id`;
  return {
    sql,
    values: [
      ...[ids, scopeUnitId, ...target.values, ...changed.values],
      ...[...months, ...months, ...(isThen ? months : [])],
      ...(isTwice ? [...months, ...twice.values] : []),
    ],
  };
}
