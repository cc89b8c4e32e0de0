/**
 * How members stand after their orders were paid. Most people pay the oldest months that they owe, regular ones, up to
 * some month: then what was known of them, the months paid and the charges after them are enough, and the months of all the years
 * before are not read again. Everybody else is worked out anew (`recompute_standings`). Both ways answer the same, which a test
 * asserts after random payments.
 */
export const advanceStandings: readonly string[] = [
  `create function advance_standings(ids uuid[])
  returns table (member_id uuid, version bigint, paid_through text, open_months text[], charged_by uuid)
  language plpgsql as $$
  #variable_conflict use_column
  declare
    payers uuid[] := array(select distinct member_id from order_line where order_id = any(ids));
    advanced uuid[] := '{}';
    through date;
    each record;
  begin
    perform from dues_standing where member_id = any(payers) order by member_id for update;
    for through in
      select distinct last from (select max(period) as last from order_line where order_id = any(ids) group by member_id) as paid
    loop
      for each in
      with paid as (
        select member_id, min(period) as first, count(*)::int as months, sum(amount) as amount,
          array_agg(to_char(period, 'YYYY-MM')) as keys
        from order_line where order_id = any(ids)
        group by member_id having max(period) = through and every(origin = 'REGULAR')),
      after as (
        select member_id, min(period) as next, min(period) filter (where status in ('PAID', 'WAIVED')) as settled
        from dues_charge where period > through and member_id = any(payers) group by member_id),
      known as (
        select standing.member_id, amount, paid.keys,
          array(select month from unnest(standing.open_months) as month where month <> all (paid.keys)) as still_open
        from paid join dues_standing standing on standing.member_id = paid.member_id
        where standing.paid_through = to_char(first - interval '1 month', 'YYYY-MM')
          and (first + make_interval(months => months - 1))::date = through
          and standing.open_months @> paid.keys
          and not exists (select from extra_charge extra where extra.member_id = paid.member_id)
          and not exists (select from charging_ground ground where ground.member_id = paid.member_id and ground.paid_through > through))
      update dues_standing standing set version = version + 1, paid_through = to_char(through, 'YYYY-MM'),
        open_months = still_open, outstanding = outstanding - amount
      from known left join after on after.member_id = known.member_id
      where standing.member_id = known.member_id
        and (after.next is null
          or (after.next = through + interval '1 month' and after.settled is distinct from after.next))
      returning standing.member_id, standing.version, standing.paid_through, standing.open_months, standing.charged_by
      loop
        advanced := advanced || each.member_id;
        member_id := each.member_id;
        version := each.version;
        paid_through := each.paid_through;
        open_months := each.open_months;
        charged_by := each.charged_by;
        return next;
      end loop;
    end loop;
    if cardinality(advanced) < cardinality(payers) then
      return query select * from recompute_standings(array(select payer from unnest(payers) as payer where payer <> all (advanced)));
    end if;
  end $$`,
];
