import { asksHowPaid, dimensionsOf, figuresOf, type Question, type TotalsWish } from './totals.query.ts';

/** Of fewer payers than this an analyst is told nothing. */
const FEWEST_PAYERS = 5;

/** In place of a month: the totals do not know yet where the unit stands, so nothing is told of it at all. */
export const ALL_MONTHS = '*';

/**
 * Which of the units are below a grassroots organisation, and in which months what was collected there is hidden from analysts
 * (`month` null: in none; the row only says that the unit is below). The smallest branch of a month is hidden when fewer than five paid in it, and then so many of the
 * next smaller ones that at least two branches and five payers are hidden together: nobody can get one by subtracting what is shown
 * from the total above. A unit is hidden with any unit below it that is. By category, channel or method all units of a grassroots
 * organisation are hidden in a month as soon as one cell of one of them has fewer than five payers. Which cells are hidden depends
 * on no other part of the question, so that two questions never give together what one of them hides.
 */
export function hiddenQuestion(unitIds: readonly string[], wish: TotalsWish): Question {
  const { axis, asOf, from, to } = wish;
  const dimensions = dimensionsOf(wish);
  const table = dimensions.length > 0 ? 'totals_cube' : 'totals_month';
  const day = (month: string) => (asOf === null ? `last_day_of(${month})` : '?::date');
  const days = (count: number) => (asOf === null ? [] : Array.from({ length: count }, () => asOf));
  const inTree = (place: string, month: string) =>
    `${place}.from_day <= ${day(month)} and ${place}.to_day > ${day(month)}`;
  const by = dimensions.map((name) => `, ${name}`).join('');
  const names = ['due', 'members', 'paid', 'payers', 'retained'];
  const own = (alias: string, prefix: string) =>
    figuresOf(axis, alias, prefix)
      .map((figure, n) => `${figure} as ${names[n]}`)
      .join(', ');
  const howPaid = asksHowPaid(wish)
    ? `where ${dimensions
        .filter((name) => name !== 'category')
        .map((name) => `${name} <> ''`)
        .join(' and ')}`
    : '';
  const isHidden =
    dimensions.length > 0
      ? 'has_small'
      : `has_small and (payers < ${FEWEST_PAYERS} or place <= 2 or before < ${FEWEST_PAYERS})`;
  const months = [`${from}-01`, `${to}-01`];
  const ids = `{${unitIds.join(',')}}`;
  return {
    sql: `
      with seen as materialized (
        select distinct below.descendant as unit_id, below.ancestor as grassroots_id
        from totals_closure below
        join unit_copy grassroots on grassroots.id = below.ancestor and grassroots.type = 'GRASSROOTS_COMMITTEE'
        where below.descendant = any(?::uuid[])),
      tail as materialized (
        select * from totals_tail(null, ${axis === 'PERIOD'}, ${dimensions.length > 0}, ?::date, ?::date)),
      member_unit as materialized (
        select seen.grassroots_id, below.descendant as unit_id, below.from_day, below.to_day
        from (select distinct grassroots_id from seen) as seen
        join totals_closure below on below.ancestor = seen.grassroots_id),
      own as (
        select unit_id, month${by}, ${own('known', 'own_')} from ${table} known
        where unit_id in (select unit_id from member_unit) and month >= ?::date and month < ?::date
        union all
        select unit_id, month${by}, due, members, paid, payers, retained from tail),
      atom as (
        select grassroots_id, member_unit.unit_id, month${by}, sum(payers) as payers
        from member_unit join own on own.unit_id = member_unit.unit_id and ${inTree('member_unit', 'own.month')}
        ${howPaid}
        group by grassroots_id, member_unit.unit_id, month${by}
        having sum(due) <> 0 or sum(members) <> 0 or sum(paid) <> 0 or sum(payers) <> 0),
      judged as (
        select *, bool_or(payers < ${FEWEST_PAYERS}) over (partition by grassroots_id, month) as has_small,
          row_number() over (partition by grassroots_id, month order by payers, unit_id) as place,
          coalesce(sum(payers) over (partition by grassroots_id, month order by payers, unit_id
            rows between unbounded preceding and 1 preceding), 0) as before
        from atom),
      hidden as (select distinct unit_id, month from judged where ${isHidden})
      select seen.unit_id as "unitId", null as month from seen
      union
      select hidden.unit_id, to_char(hidden.month, 'YYYY-MM') from hidden join seen on seen.unit_id = hidden.unit_id
      union
      select above.ancestor, to_char(hidden.month, 'YYYY-MM')
      from hidden
      join totals_closure above on above.descendant = hidden.unit_id and ${inTree('above', 'hidden.month')}
      join seen on seen.unit_id = above.ancestor
      union
      select id, '${ALL_MONTHS}' from unit_copy unit
      where id = any(?::uuid[]) and parent_id is not null
        and not exists (select from totals_closure above where above.descendant = unit.id)`,
    values: [ids, ...months, ...months, ...days(2), ...days(2), ids],
  };
}
