/**
 * The pieces of `confirm_payments`, each one statement or two over all orders of a call. Orders, charges and standings are locked
 * in one order everywhere, so that two calls wait for each other and never for ever. `ids` are orders that are paid already.
 */
export const confirmPieces: readonly string[] = [
  `create function pay_orders(ids uuid[], messages jsonb[]) returns void language plpgsql as $$
  begin
    with told as (
      select order_id, message, (message ->> 'paidAt')::timestamptz as paid_at
      from unnest(ids, messages) as told(order_id, message)),
    paid as (
      update payment_order known set status = 'SUCCEEDED', version = version + 1, provider = message ->> 'provider',
        provider_ref = message ->> 'providerRef', method = message ->> 'method', paid_at = told.paid_at,
        paid_on = (told.paid_at at time zone 'Asia/Ho_Chi_Minh')::date, paid_late = (message ->> 'isLate')::boolean,
        clock_differs = coalesce((message ->> 'clockDiffers')::boolean, false), confirmed_by = nullif(message -> 'confirmedBy', 'null'),
        ended_at = told.paid_at, failure = null, next_query_at = null
      from told where known.id = told.order_id
      returning known.id, old.status as was, known.paid_at, known.confirmed_by)
    insert into order_step (order_id, at, action, from_status, to_status, actor)
    select id, paid_at, 'CONFIRM_PAYMENT', was, 'SUCCEEDED', confirmed_by from paid;
  end $$`,

  // the charges of the orders, which the orders have locked, are paid; one that is not locked is a bug and undoes everything. Month by
  // month, so that each statement opens one partition
  `create function settle_charges(ids uuid[]) returns void language plpgsql as $$
  declare
    month date;
    months date[];
    expected int;
    settled int := 0;
    found_now int;
  begin
    select count(*), array_agg(distinct period) filter (where origin = 'REGULAR') into expected, months
    from order_line where order_id = any(ids);
    foreach month in array coalesce(months, '{}') loop
      update dues_charge charge set status = 'PAID', paid = charge.amount, order_id = null
      from order_line line
      where line.order_id = any(ids) and line.period = month and line.origin = 'REGULAR'
        and charge.period = month and charge.member_id = line.member_id
        and charge.order_id = line.order_id and charge.amount = line.amount;
      get diagnostics found_now = row_count;
      settled := settled + found_now;
    end loop;
    if settled < expected then
      update extra_charge charge set status = 'PAID', paid = charge.amount, order_id = null
      from order_line line
      where line.order_id = any(ids) and charge.member_id = line.member_id and charge.period = line.period
        and charge.origin = line.origin and charge.seq = line.seq
        and charge.order_id = line.order_id and charge.amount = line.amount;
      get diagnostics found_now = row_count;
      settled := settled + found_now;
    end if;
    if settled <> expected then
      raise exception '% of % charges are locked by the orders that are paid', settled, expected;
    end if;
  end $$`,

  // what the units keep, by branch, month, category and way of paying; a payer counts once a month of payment and branch
  `create function count_paid(ids uuid[]) returns void language plpgsql as $$
  #variable_conflict use_column
  begin
    with line as materialized (
      select line.*, date_trunc('month', paid.paid_on)::date as paid_month, paid.method,
        case when paid.mode = 'CASH' then 'CASH' else 'ONLINE' end as channel,
        row_number() over (partition by line.branch_id, line.member_id, date_trunc('month', paid.paid_on)
          order by line.order_id, line.line) = 1 as is_first
      from payment_order paid join order_line line on line.order_id = paid.id
      where paid.id = any(ids)),
    newcomer as (
      insert into payer_month (paid_month, branch_id, member_id)
      select paid_month, branch_id, member_id from line where is_first order by 1, 3, 2
      on conflict do nothing returning paid_month, branch_id, member_id),
    kept as (
      select branch_id, period, category, paid_month, channel, method, share.unit_id, sum(share.amount) as amount,
        count(*) filter (where share.place = 1 and origin = 'REGULAR') as payers,
        count(*) filter (where share.place = 1 and is_first and newcomer.member_id is not null) as payers_of_month
      from line
      left join newcomer using (paid_month, branch_id, member_id)
      cross join lateral unnest(share_units, share_amounts) with ordinality as share(unit_id, amount, place)
      group by branch_id, period, category, paid_month, channel, method, share.unit_id)
    insert into totals_delta (unit_id, period, paid_month, category, channel, method, paid, payers, payers_of_month,
      kept_units, kept_amounts)
    select branch_id, period, paid_month, category, channel, method, sum(amount), sum(payers), sum(payers_of_month),
      array_agg(unit_id), array_agg(amount)
    from kept group by branch_id, period, category, paid_month, channel, method;
  end $$`,

  // notes stay in the branch that collected them: it keeps its own share at once, the shares above it wait for the remittance
  `create function post_payments(ids uuid[]) returns void language plpgsql as $$
  #variable_conflict use_column
  begin
    with paid as materialized (
      select id as order_id, uuidv7() as id, unit_id, total, paid_on, mode = 'CASH' as is_cash
      from payment_order where payment_order.id = any(ids)),
    share as (
      select paid.order_id, is_cash, paid.unit_id as collector, line.line, share.unit_id, share.amount, place,
        period, member_id, origin, seq
      from paid join order_line line on line.order_id = paid.order_id
      cross join lateral unnest(share_units, share_amounts) with ordinality as share(unit_id, amount, place)
      where share.amount > 0),
    entry as (
      select order_id, 0 as line, 0 as place, case when is_cash then 'BRANCH_CASH' else 'CENTRAL_BANK' end::ledger_account as account,
        case when is_cash then unit_id end as unit_id, total as amount, null::date as period, null::uuid as member_id,
        null::charge_origin as origin, null::smallint as seq
      from paid
      union all
      select order_id, line, place,
        case when is_cash and unit_id <> collector then 'UNFUNDED_SHARE' else 'UNIT_SHARE' end::ledger_account,
        unit_id, -amount, period, member_id, origin, seq
      from share
      union all
      select order_id, 32767, number, account, collector, sign * amount, null, null, null, null
      from (select order_id, collector, sum(amount)::bigint as amount from share where is_cash and unit_id = collector
        group by order_id, collector) as own
      cross join (values (1, 'UNIT_SHARE'::ledger_account, 1), (2, 'BRANCH_CASH', -1)) as kept(number, account, sign)),
    numbered as materialized (
      select order_id, row_number() over (partition by order_id order by line, place)::smallint as line, account, unit_id, amount,
        period, member_id, origin, seq
      from entry),
    content as (
      select order_id,
        string_agg(ledger_entry_text(line, account, unit_id, amount, period, member_id, origin, seq), ';' order by line) as entries
      from numbered group by order_id),
    head as (
      insert into ledger_transaction (id, kind, booked_on, unit_id, subject_id, content_hash)
      select id, kind, paid_on, unit_id, order_id, ledger_content_hash(id, kind, paid_on, unit_id, order_id, null, entries)
      from paid join content using (order_id)
      cross join lateral (select case when is_cash then 'CASH_PAYMENT' else 'PAYMENT' end::ledger_kind as kind) as one)
    insert into ledger_entry (transaction_id, line, account, unit_id, amount, period, member_id, origin, seq)
    select paid.id, line, account, numbered.unit_id, amount, period, member_id, origin, seq
    from numbered join paid using (order_id)
    order by paid.id, line;
  end $$`,

  // NOTIFY in a transaction makes every commit of the database wait for the one before, its fsync included: 16 callers then are as
  // slow as one. Payments are many, so whoever confirmed them rings afterwards (`ledger/confirm-payments.ts`)
  `create or replace function outbox_notify() returns trigger language plpgsql as $$
  begin
    if current_setting('fees.rings_later', true) is distinct from 'yes' then perform pg_notify('outbox', ''); end if;
    return null;
  end $$`,

  // with the orders, those of their members whose standing changed; one row of the outbox holds at most 500 of them
  `create function tell_payments(ids uuid[]) returns void language plpgsql as $$
  #variable_conflict use_column
  begin
    perform set_config('fees.rings_later', 'yes', true);
    with changed as (
      select standing.*, (row_number() over (order by member_id) - 1) / 500 as batch
      from advance_standings(ids) as standing),
    paid as (select * from payment_order where id = any(ids)),
    told as (
      select 1 as rank, id::text as aggregate_id, null::bigint as aggregate_version, 'PaymentSucceeded' as name,
        json_build_object('orderId', id, 'number', number, 'mode', mode, 'unitId', unit_id, 'payerMemberId', payer_member_id,
          'total', total::text, 'paidOn', to_char(paid_on, 'YYYY-MM-DD')) as data
      from paid
      union all
      select 2, id::text, version, 'DossierStateChanged', json_build_object('dossierId', id, 'version', version,
          'procedure', 'DUES_PAYMENT', 'number', number, 'unitId', unit_id, 'state', status,
          'channel', case when mode = 'CASH' then 'PAPER' else 'ONLINE' end, 'openedOn', to_char(initiated_on, 'YYYY-MM-DD'),
          'closedOn', to_char(paid_on, 'YYYY-MM-DD'), 'dueOn', null, 'memberId', payer_member_id)
      from paid
      union all
      select 3, min(member_id::text), null, 'DuesStandingChanged', json_build_object('standings', json_agg(
        json_build_object('memberId', member_id, 'version', version, 'paidThrough', paid_through, 'openMonths', open_months,
          'chargedBy', charged_by) order by member_id))
      from changed group by batch)
    insert into outbox (service, name, aggregate_id, aggregate_version, data)
    select 'fees', name, aggregate_id, aggregate_version, data from told order by rank, aggregate_id;
    perform set_config('fees.rings_later', '', true);
  end $$`,
];
