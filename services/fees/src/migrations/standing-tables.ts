/**
 * How members stand, worked out by the database from all their charges. What is owed: months that are announced and not settled,
 * an adjustment like a regular charge; a voluntary part is only money. Settled is paid or waived. `paid_through` never runs past a
 * month that is not settled, also one that is not announced yet. The rows are locked first, so that of two at once the
 * later one reads what the earlier has written.
 */
export const standingTables: readonly string[] = [
  // who is let off a month by a letter, an admission or the registration, when that month is run
  'create index charging_ground_paid_through on charging_ground (paid_through)',
  // nearly every payment and every exemption changes one: room for the new row beside the old one
  'alter table dues_standing set (fillfactor = 85)',
  `create function recompute_standings(member_ids uuid[])
  returns table (member_id uuid, version bigint, paid_through text, open_months text[], charged_by uuid)
  language plpgsql as $$
  #variable_conflict use_column
  begin
    perform from dues_standing where member_id = any(member_ids) order by member_id for update;
    return query
    with asked as (select distinct unnest(member_ids) as member_id),
    charge as (
      select member_id, period, status, amount - paid as owed, true as is_regular, true as has_month
      from dues_charge where member_id = any(member_ids)
      union all
      select member_id, period, status, amount - paid, false, origin <> 'VOLUNTARY'
      from extra_charge where member_id = any(member_ids)),
    charged as (
      select member_id,
        min(period) filter (where has_month and status not in ('DRAFT', 'PAID', 'WAIVED')) as oldest_open,
        min(period) filter (where has_month and status = 'DRAFT') as oldest_draft,
        max(period) filter (where is_regular and status in ('PAID', 'WAIVED')) as last_settled,
        array_agg(distinct to_char(period, 'YYYY-MM')) filter (
          where has_month and status not in ('DRAFT', 'PAID', 'WAIVED')) as open_months,
        sum(owed) filter (where status not in ('DRAFT', 'PAID', 'WAIVED')) as outstanding
      from charge group by member_id),
    heard as (
      select member_id, max(paid_through) filter (where not voided and kind <> 'MOVE') as paid_through
      from charging_ground where member_id = any(member_ids) group by member_id),
    standing as (
      select asked.member_id,
        to_char(least(
          case when oldest_open is null then greatest(last_settled, heard.paid_through)
            else oldest_open - interval '1 month' end,
          oldest_draft - interval '1 month'), 'YYYY-MM') as paid_through,
        coalesce(open_months, '{}') as open_months,
        going.branch_id as charged_by,
        coalesce(outstanding, 0)::bigint as outstanding
      from asked
      left join charged on charged.member_id = asked.member_id
      left join heard on heard.member_id = asked.member_id
      left join charging going on going.member_id = asked.member_id and going.to_period is null
      where charged.member_id is not null or heard.member_id is not null)
    insert into dues_standing as known (member_id, paid_through, open_months, charged_by, outstanding)
    select * from standing order by member_id
    on conflict (member_id) do update set version = known.version + 1, paid_through = excluded.paid_through,
      open_months = excluded.open_months, charged_by = excluded.charged_by, outstanding = excluded.outstanding
    where (known.paid_through, known.open_months, known.charged_by, known.outstanding)
      is distinct from (excluded.paid_through, excluded.open_months, excluded.charged_by, excluded.outstanding)
    returning known.member_id, known.version, known.paid_through, known.open_months, known.charged_by;
  end $$`,
];
